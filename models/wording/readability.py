"""Readability figures by published formulas. They measure the surface of a text, not whether it is true or fair."""

import re
import unicodedata
from itertools import groupby

from models.wording.sentences import sentences, spaceless
from models.wording.values import Readability

_SHORTEST = 20
"""Under so many characters a figure says nothing."""
_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[A-Za-z’']+")


def of(text: str, language: str) -> Readability | None:
    """The figure of a text; none for a text too short, or a language without a formula here."""
    if len(text.strip()) < _SHORTEST:
        return None
    if language in ("ja", "ja-easy"):
        return Readability(tateisi(text), "tateisi")
    return Readability(flesch(text), "flesch") if language == "en" and _WORD.search(text) else None


def tateisi(text: str) -> float:
    """Reading ease of Japanese: 建石・小野・山田, "A Computer Readability Formula of Japanese Texts for Machine Scoring",
    COLING 1988 (C88-2135): RS = -0.12 ls - 1.37 la + 7.4 lh - 23.18 lc - 5.4 lk - 4.67 cp + 115.79.

    ls: characters a sentence; la, lh, lc, lk: the mean length of runs of letters, hiragana, kanji, katakana; cp: commas (、)
    for each full stop (。). Its sample texts lie around 50 with a deviation of 10; the higher, the easier.
    """
    kinds = [_kind(each) for each in text if not each.isspace()]
    runs: dict[str, list[int]] = {}
    for kind, run in groupby(kinds):
        runs.setdefault(kind, []).append(sum(1 for _ in run))
    mean = {kind: sum(found) / len(found) for kind, found in runs.items()}
    count = max(1, sum(1 for _ in sentences(text, "ja")))
    commas = sum(text.count(each) for each in "、，")
    return (
        -0.12 * (len(kinds) / count)
        - 1.37 * mean.get("letter", 0.0)
        + 7.4 * mean.get("hiragana", 0.0)
        - 23.18 * mean.get("kanji", 0.0)
        - 5.4 * mean.get("katakana", 0.0)
        - 4.67 * (commas / count)
        + 115.79
    )


def flesch(text: str) -> float:
    """Reading Ease of English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948):
    206.835 - 1.015 (words a sentence) - 84.6 (syllables a word); 60 to 70 is plain. Syllables are counted by their vowels."""
    words = _WORD.findall(text)
    count = max(1, sum(1 for _ in sentences(text, "en")))
    syllables = sum(_syllables(each) for each in words)
    return 206.835 - 1.015 * (len(words) / count) - 84.6 * (syllables / max(1, len(words)))


def length(text: str, language: str) -> int:
    """How long a sentence is: characters without blanks where words are not parted, otherwise words."""
    return sum(not each.isspace() for each in text) if spaceless(language) else len(text.split())


def _syllables(word: str) -> int:
    plain = word.lower().strip("’'")
    silent = plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and len(plain) > 2
    return max(1, len(_VOWELS.findall(plain)) - silent)


def _kind(character: str) -> str:
    name = unicodedata.name(character, "")
    if name.startswith("HIRAGANA"):
        return "hiragana"
    if name.startswith("KATAKANA") or character == "ー":
        return "katakana"
    if name.startswith("CJK") or character == "々":
        return "kanji"
    return "letter" if character.isalpha() else "other"
