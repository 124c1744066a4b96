"""From a person's text back to a pattern: where each figure of the sentence stands in it, and which figures are its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.letters.sentences import escape
from models.letters.values import Figure

_KANJI_DIGIT = "〇一二三四五六七八九十百千万"
_UNITS = "か月|ヶ月|カ月|ケ月|箇月|か年|年|月|日間|日|週間|週|円|回|件|人|名|割|パーセント|％|%|歳|度目"
_IN_WORDS = re.compile(rf"(?:[{_KANJI_DIGIT}]+|半)(?:{_UNITS})(?:分|目|以上|以下|間)?|半数|過半数")
_ENGLISH = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|twice|thrice"
    r"|January|February|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_NO_FIGURES = re.compile(r"一日も早|一人一人|一人ひとり|一件ずつ|一年中|日一日|年月日|千差万別|万一|一回り")
_JOINED = ",.:/-"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Bound:
    """A text read against the figures of its sentence: its pattern, the figures it lacks, and the places of figures that
    are none of them."""

    pattern: str
    missing: tuple[Figure, ...]
    foreign: tuple[Span, ...]


def bind(text: str, figures: Sequence[Figure], standard: str) -> Bound:
    """Find the figures of a sentence in a text that stands in for its wording.

    The longest figure is looked for first; of figures that are written alike the first takes the first place. What is left
    may hold only numbers that the ``standard`` wording itself says outside its slots (article 22, six months).
    """
    places: list[tuple[Span, Figure]] = []
    missing: list[Figure] = []
    shown = [each for each in figures if each.text]
    for figure in sorted(shown, key=lambda each: -len(each.text)):
        free = (each for each in _places(text, figure.text) if not any(_meet(each, span) for span, _ in places))
        found = next(free, None)
        if found is None:
            missing.append(figure)
        else:
            places.append((found, figure))
    for figure in shown:  # said twice: the same figure again
        for each in _places(text, figure.text):
            if not any(_meet(each, span) for span, _ in places):
                places.append((each, figure))
    places.sort(key=lambda each: each[0].start)
    lost = tuple(each for each in shown if each in missing)
    return Bound(_pattern(text, places), lost, tuple(_foreign(text, [span for span, _ in places], standard)))


def numbers(text: str) -> Iterator[Span]:
    """The numbers of a text: runs of digits of any script (2,000 and 2025-06 are one), and numbers in words with a unit."""
    start = -1
    for place, character in enumerate(text + " "):
        digit = unicodedata.category(character) == "Nd"
        inner = start >= 0 and _fold(character) in _JOINED and _digit_at(text, place + 1)
        if start < 0 and digit:
            start = place
        elif start >= 0 and not digit and not inner:
            yield Span(start, place)
            start = -1
    skipped = [Span(*found.span()) for found in _NO_FIGURES.finditer(text)]
    for found in (*_IN_WORDS.finditer(text), *_ENGLISH.finditer(text)):
        span = Span(*found.span())
        if not any(_meet(span, each) for each in skipped):
            yield span


def literals(pattern: str) -> str:
    """A pattern without its slots: the words that are its own."""
    return re.sub(r"\{[^{}]*\}", "\x00", pattern.replace("{{", "\x01").replace("}}", "\x02"))


def _foreign(text: str, bound: Sequence[Span], standard: str) -> Iterator[Span]:
    own = literals(standard)
    known = Counter(_fold(each.of(own)) for each in numbers(own))
    for span in sorted(numbers(text), key=lambda each: each.start):
        if any(each.start <= span.start and span.end <= each.end for each in bound):
            continue
        said = _fold(span.of(text))
        if not known[said]:
            yield span


def _places(text: str, words: str) -> Iterator[Span]:
    """Where a figure's words stand whole: 3 is not found in 13 or in 3,000."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_digit_at(words, 0) and _continues(text, at - 1, -1)) and not (
            _digit_at(words, len(words) - 1) and _continues(text, end, 1)
        ):
            yield Span(at, end)
        at = text.find(words, at + 1)


def _continues(text: str, at: int, by: int) -> bool:
    """Whether a number goes on at ``at``, seen from its inside."""
    if not 0 <= at < len(text):
        return False
    return _digit_at(text, at) or (_fold(text[at]) in ",." and _digit_at(text, at + by))


def _digit_at(text: str, at: int) -> bool:
    return 0 <= at < len(text) and unicodedata.category(text[at]) == "Nd"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _pattern(text: str, places: Sequence[tuple[Span, Figure]]) -> str:
    parts, at = [], 0
    for span, figure in places:
        parts += [escape(text[at : span.start]), "{" + figure.slot + "}"]
        at = span.end
    return "".join((*parts, escape(text[at:])))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
