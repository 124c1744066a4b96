"""Plain language: where a reader would stumble, why, and what to write instead. It warns, it never blocks.

Sources: checklist of letters, points 12, 13 and 20; 公用文作成の考え方 (文化審議会建議, 2022); 在留支援のためのやさしい日本語ガイドライン
(2020); UK RFL4.1. The words looked for are data (``resources/plain``); this module only knows how to look.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from models.wording import drawable, readability
from models.wording.sentences import Part, clauses, sentences, spaceless
from models.wording.values import LOUD, Hint, HintKind
from resources import plain as data

_KANJI = re.compile(r"[一-鿿々]+")


class _Rule(NamedTuple):
    kind: HintKind
    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    instead: str


def look(text: str, language: str) -> tuple[Hint, ...]:
    """All that a person should look at, what must not be missed first, then in the order of the text."""
    base, easy = language.removesuffix("-easy"), language.endswith("-easy")
    words = data.words(base)
    if not words or not text.strip():
        return ()
    parts = tuple(sentences(text, language))
    found = [*_undrawable(text), *_phrases(text, _rules(base)), *_legal(text, base, words["legal"])]
    found += [*_long(parts, base, _limit(words, easy)), *_passives(parts, base, words, easy)]
    found += _no_because(parts, words["lists"], {each.start for each in found if each.kind is HintKind.CIRCULAR})
    if easy:
        found += [*_phrases(text, _rules(base, easy=True)), *_hard_kanji(text, words["easy"]["kanji_years"])]
    return tuple(sorted(_once(found), key=lambda each: (each.kind not in LOUD, each.start, each.end)))


def _undrawable(text: str) -> Iterator[Hint]:
    """Emoji and the like, each once."""
    seen: set[str] = set()
    for found in drawable.undrawable(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield Hint(HintKind.UNDRAWABLE, found.start(), found.end(), found[0], drawable.named(found[0]))


def languages() -> tuple[str, ...]:
    """The languages that are looked at."""
    return ("ja", "ja-easy", "en")


def _limit(words: Mapping[str, Any], easy: bool) -> int:
    return int(words["easy"]["sentence"] if easy else words["limits"]["sentence"])


@cache
def _rules(language: str, easy: bool = False) -> tuple[_Rule, ...]:
    words = data.words(language)
    rows = words["easy"]["look"] if easy else words["look"]
    return tuple(
        _Rule(
            HintKind(row["kind"]),
            re.compile(row["find"]),
            re.compile(row["unless"]) if "unless" in row else None,
            row["instead"],
        )
        for row in rows
    )


def _phrases(text: str, rules: Iterable[_Rule]) -> Iterator[Hint]:
    for rule in rules:
        for found in rule.find.finditer(text):
            if rule.unless is None or not rule.unless.match(text, found.start()):
                yield Hint(rule.kind, found.start(), found.end(), found.group(), rule.instead)


def _long(parts: Iterable[Part], language: str, limit: int) -> Iterator[Hint]:
    for part in parts:
        if readability.length(part.text, language) > limit:
            yield Hint(HintKind.SENTENCE, part.start, part.end, _begun(part.text), _cut(part, language), limit)


def _cut(part: Part, language: str) -> str:
    """Where a long sentence can be cut: at the comma nearest to its middle."""
    places = [found.end() for found in re.finditer(r"[、，]" if spaceless(language) else r"[,;] ", part.text)]
    if not places:
        return "…"
    place = min(places, key=lambda each: abs(each - len(part.text) / 2))
    left, right = part.text[:place].rstrip("、，,; "), part.text[place:].lstrip()
    return f"{left[-12:]}。／{right[:12]}" if spaceless(language) else f"{left[-24:]}. / {right[:24]}"


def _passives(parts: Iterable[Part], language: str, words: Mapping[str, Any], easy: bool) -> Iterator[Hint]:
    """So many passives in one clause (Japanese) or one sentence hide who did what."""
    if easy:
        return
    passive, limit = re.compile(words["lists"]["passive"]), int(words["limits"]["passives"])
    for part in parts:
        for each in clauses(part) if spaceless(language) else (part,):
            found = list(passive.finditer(each.text))
            if len(found) >= limit:
                start, end = each.start + found[0].start(), each.start + found[-1].end()
                said = each.text[found[0].start() : found[-1].end()]
                yield Hint(HintKind.PASSIVE, start, end, said, words["lists"]["passive_instead"])


def _no_because(parts: Iterable[Part], lists: Mapping[str, Any], known: set[int]) -> Iterator[Hint]:
    """A conclusion that does not say why, neither in its sentence nor by pointing back to the one before."""
    points_back = re.compile(lists["points_back"])
    for place, part in enumerate(parts):
        plain = part.text.lower()
        ends = [plain.rfind(each) for each in lists["concludes"] if each in plain]
        said = any(each in plain for each in lists["because"])
        carried = bool(points_back.match(plain)) and place > 0
        if ends and not said and not carried and not any(part.start <= each < part.end for each in known):
            at = part.start + min(ends)
            yield Hint(HintKind.NO_BECAUSE, at, part.end, part.text[min(ends) :], lists["because_instead"])


def _legal(text: str, language: str, terms: Mapping[str, str]) -> Iterator[Hint]:
    """Legal words that are not explained where they stand: no bracket behind, no "means"."""
    for term, instead in terms.items():
        found = re.search(rf"\b{re.escape(term)}\b" if language == "en" else re.escape(term), text, re.IGNORECASE)
        if found and not re.match(r"\s?[（(]|とは", text[found.end() : found.end() + 4]):
            yield Hint(HintKind.LEGAL, found.start(), found.end(), found.group(), instead)


def _hard_kanji(text: str, years: int) -> Iterator[Hint]:
    """Words with kanji beyond the first school years; a reading alone does not make them easy."""
    taught = frozenset("々").union(*(data.kanji()[str(year)] for year in range(1, years + 1)))
    seen: set[str] = set()
    for found in _KANJI.finditer(text):
        hard = "".join(each for each in found.group() if each not in taught)
        if hard and found.group() not in seen:
            seen.add(found.group())
            yield Hint(HintKind.EASY_KANJI, found.start(), found.end(), found.group(), hard, years)


def _once(found: Iterable[Hint]) -> Iterator[Hint]:
    """Of several hints of one kind that meet, the first."""
    kept: list[Hint] = []
    for each in found:
        if not any(each.kind is one.kind and each.start < one.end and one.start < each.end for one in kept):
            kept.append(each)
            yield each


def _begun(text: str) -> str:
    return text if len(text) <= 16 else text[:16] + "…"
