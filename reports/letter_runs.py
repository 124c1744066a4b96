"""Sentences as runs of text for the renderers: what is bold, what must not part at a line's end, which language it is in.

A figure never parts from its unit, nor a date in two (JIS X 4051 leaves it to the writer; Typst would break there).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from models.letters.values import SPACELESS, Sentence
from resources.letters import readings

_UNITS_JA = "か月分|か月|年間|年度|年|日間|日|円|項目|項|つ|人|件|回|号|条|ページ|歳|点|％|%"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_PHONE = r"\d{2,4}-\d{2,4}-\d{3,4}"
_ISO = r"\d{4}-\d{2}-\d{2}"
_RECEIPT = r"[A-Z\u4e00-\u9fff]{1,4}-\d{2,4}-\d{4,8}"
_CLAUSE = r"\d+(?:\([a-z0-9]+\))+"
_COLON = r"[^\s：]："
"""Typst takes the wide colon of a Japanese font for one that stands at the left of its square, and squeezes its right."""
_COUNTED = (
    r"\d[\d,.]*(?: ?(?:tháng|năm|ngày|yên|个月|個月|年|天|日元|日圓|개월|년|일|엔"
    r"|meses|anos|dias|ienes|años|días|yenes|mois|ans|jours|yens|buwan|taon|araw|yen|เดือน|ปี|วัน|เยน|महिना|वर्ष|दिन|येन))?"
)
_OTHER = (
    r"\d{1,2}/\d{1,2}/\d{4}|\d{2}/\d{4}",
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:（[^）]{3,7}）)?",
    r"\d{4}년 \d{1,2}월(?: \d{1,2}일)?(?: \([월화수목금토일]요일\))?",
    r"\d{1,2} de \w+ de \d{4}",
    r"\d{1,2} [\u0e01-\u0e5b]+ ค\.ศ\. \d{4}(?: \(พ\.ศ\. \d{4}\))?",
    "พำนักถาวร",
    r"सन् \d{4}(?: [\u0900-\u097f]+(?: \d{1,2})?)?",
    r"\d{1,2}(?:er)? [^\W\d_]+ \d{4}(?: \([^)]{4,12}\))?",
    _PHONE,
    _ISO,
    _RECEIPT,
    _CLAUSE,
    r"\d{1,2}(?:[:.]\d{2})?[–~～]\d{1,2}(?:[:.]\d{2})?",
    _COUNTED,
)
_TOGETHER = {
    "ja": re.compile(
        "|".join(
            (
                r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（(?:[月火水木金土日]曜日|(?:令和|平成|昭和)[\d元]+年)）)?",
                r"\d{4}年\d{1,2}月分?",
                _PHONE,
                _ISO,
                _RECEIPT,
                r"ガイドライン\d(?:\(\d+\))?[ア-オ]?",
                rf"第?\d[\d,]*(?:{_UNITS_JA})",
                r"\d[\d,.]*",
                _COLON,
            )
        )
    ),
    "en": re.compile(
        "|".join(
            (
                rf"(?:(?:{_WEEKDAYS}) )?\d{{1,2}} (?:{_MONTHS}) \d{{4}}(?: \((?:Reiwa|Heisei|Showa) \d+\))?",
                rf"(?:{_MONTHS}) \d{{4}}",
                _PHONE,
                _ISO,
                _RECEIPT,
                r"paragraphs? \d+(?:–\d+)?",
                r"\d[\d,.]* (?:months?|days?|years?|yen|criteria)",
                _CLAUSE,
            )
        )
    ),
    "other": re.compile("|".join(_OTHER)),
}
NOT_AT_LINE_HEAD = "、。，．・：；？！」』）］｝〕〉》】ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ"
"""Closing marks and small letters that stay with the figure before them (kinsoku; a box would let them fall)."""
_JAPANESE = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\U000e0100-\U000e01ef]"
)
_KANA = re.compile(r"[\u3041-\u30ff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: ``keep`` it on one line; ``lang`` where it is not the letter's. ``pieces`` are its words with their
    readings where it has any (easy Japanese); ``text`` is always the plain text."""

    text: str
    strong: bool = False
    keep: bool = False
    lang: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


def of_sentences(sentences: Iterable[Sentence], language: str) -> tuple[Run, ...]:
    """The runs of sentences that follow one another: Japanese without a space between them."""
    found: list[Run] = []
    for sentence in sentences:
        if found and language not in SPACELESS:
            found.append(Run(" "))
        found.extend(of_sentence(sentence, language))
    return tuple(found)


def of_sentence(sentence: Sentence, language: str) -> tuple[Run, ...]:
    """The runs of a sentence."""
    return of_text(sentence.text, language, sentence.lang, _strong_spans(sentence), strong=sentence.strong)


def of_text(
    text: str, language: str, lang: str = "", spans: Iterable[tuple[int, int]] = (), *, strong: bool = False
) -> tuple[Run, ...]:
    """The runs of a plain text; a passage in Japanese script inside another language is marked as Japanese."""
    return _of_text(text, language, lang, tuple(spans), strong)


@lru_cache(maxsize=4_096)
def _of_text(text: str, language: str, lang: str, spans: tuple[tuple[int, int], ...], strong: bool) -> tuple[Run, ...]:
    """Kept: two texts in three of a letter are labels and standard sentences that stand in other letters as well."""
    pieces = readings.parts(text)
    text = readings.plain(text)
    keeps, edges = _keep_marks(text, lang or language)
    bold = [strong] * len(text)
    for start, end in spans:
        bold[start:end] = [True] * (end - start)
        edges |= {start, end}
    foreign = _languages(text, language, lang)
    if len(set(foreign)) > 1:
        foreign = _of_one_language(foreign, keeps)
        edges.update(range(1, len(text)))
    read_aloud, whole = any(reading for _, reading in pieces), _within_words(pieces)
    found: list[Run] = []
    start = 0
    for place in sorted((edges | {len(text)}) - whole - {0}):
        changed = place == len(text) or any(marks[place] != marks[place - 1] for marks in (keeps, bold, foreign))
        if changed:
            read = _cut(pieces, start, place) if read_aloud else ()
            found.append(Run(text[start:place], bold[start], keeps[start] > 0, foreign[start], read))
            start = place
    return tuple(found)


def _within_words(pieces: Iterable[tuple[str, str]]) -> frozenset[int]:
    """The places inside a word that has one reading: no run ends there."""
    found: set[int] = set()
    at = 0
    for word, reading in pieces:
        if reading:
            found.update(range(at + 1, at + len(word)))
        at += len(word)
    return frozenset(found)


def _cut(pieces: Iterable[tuple[str, str]], start: int, end: int) -> tuple[tuple[str, str], ...]:
    """The pieces between two places; nothing where none of them has a reading."""
    found, at = [], 0
    for word, reading in pieces:
        kept = word[max(0, start - at) : max(0, end - at)]
        if kept:
            found.append((kept, reading))
        at += len(word)
    return tuple(found) if any(reading for _, reading in found) else ()


def _strong_spans(sentence: Sentence) -> list[tuple[int, int]]:
    found, start, text = [], 0, readings.plain(sentence.text)
    for figure in sentence.figures:
        said = readings.plain(figure.text)
        place = text.find(said, start) if figure.strong and said else -1
        if place >= 0:
            found.append((place, place + len(said)))
    return found


def _keep_marks(text: str, language: str) -> tuple[list[int], set[int]]:
    """For each character the number of the group it is kept in, or 0; and the places where groups begin and end."""
    marks, edges = [0] * len(text), set[int]()
    pattern = _TOGETHER.get(language.removesuffix("-easy"), _TOGETHER["other"])
    for number, found in enumerate(pattern.finditer(text), 1):
        start, end = found.span()
        while end < len(text) and text[end] in NOT_AT_LINE_HEAD:
            end += 1
        marks[start:end] = [number] * (end - start)
        edges |= {start, end}
    return marks, edges


def _languages(text: str, language: str, lang: str) -> list[str]:
    """For each character the language of its passage where that is not the letter's: Han says nothing in a Chinese text."""
    if lang and lang != language:
        return [lang] * len(text)
    script = _KANA if language in SPACELESS else _JAPANESE
    if language in ("ja", "ja-easy") or not script.search(text):
        return [""] * len(text)
    return ["ja" if script.match(char) else "" for char in text]


def _of_one_language(foreign: list[str], keeps: list[int]) -> list[str]:
    """What stays on one line is of one language, that of its first sign: a change of language would part it."""
    made = list(foreign)
    for place in range(1, len(made)):
        if keeps[place] and keeps[place] == keeps[place - 1]:
            made[place] = made[place - 1]
    return made
