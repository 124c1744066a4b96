"""My Numbers (個人番号) in a text: found so that they are refused or masked, never kept.

A My Number has twelve digits, the last a check digit (総務省令平成26年第85号第5条). It is looked for as people
write it: plain, full-width, in the digits of other scripts or in kanji, in groups with spaces or hyphens. One in eleven
random twelve-digit numbers passes the check, so a hit is a reason to stop and ask, not a proof. With it, personal numbers of other
states are found (``foreign_numbers``): they are no more this office's to keep.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from models.evidence import foreign_numbers

_KANJI = "〇一二三四五六七八九"
_DIGIT = rf"[\d{_KANJI}零]"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_HYPHENS = "-‐‑‒–—―−－ー_.．"
_SEPARATOR = rf"[\s{_INVISIBLE}{re.escape(_HYPHENS)}]"
_CANDIDATE = re.compile(rf"{_DIGIT}(?:{_SEPARATOR}{{0,3}}{_DIGIT}){{11,}}")
_GROUP = re.compile(rf"(?:{_DIGIT}[{_INVISIBLE}]*)+")
_LENGTH = 12
_CARD_GROUPS = (4, 4, 4)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a My Number stands in a text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


def check_digit(first_eleven: str) -> int:
    """The twelfth digit for eleven ASCII digits: 11 − (Σ Pn·Qn mod 11), and 0 where the remainder is 0 or 1."""
    total = 0
    for place, digit in enumerate(reversed(first_eleven), start=1):
        total += int(digit) * (place + 1 if place <= 6 else place - 5)
    remainder = total % 11
    return 0 if remainder <= 1 else 11 - remainder


def is_my_number(digits: str) -> bool:
    """Whether twelve ASCII digits carry the right check digit."""
    return (
        len(digits) == _LENGTH and digits.isascii() and digits.isdigit() and check_digit(digits[:-1]) == int(digits[-1])
    )


def find(text: str) -> tuple[Span, ...]:
    """Every place of ``text`` that reads as a My Number, or as another state's personal number, in order, none overlapping."""
    found: list[Span] = []
    for candidate in _CANDIDATE.finditer(text):
        found.extend(_in_run(text, candidate.start(), candidate.end()))
    foreign = [Span(*each) for each in foreign_numbers.find(text)]
    return _apart(found, foreign) if foreign else tuple(found)


def mask(text: str) -> str:
    """``text`` with each digit of each My Number replaced by ``*``; its length and all else stay."""
    out = list(text)
    for span in find(text):
        for place in range(span.start, span.end):
            if _digit(out[place]) is not None:
                out[place] = "*"
    return "".join(out)


def _apart(found: list[Span], foreign: list[Span]) -> tuple[Span, ...]:
    """In order; of two that overlap the first."""
    kept: list[Span] = []
    for each in sorted((*found, *foreign), key=lambda span: (span.start, -span.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _in_run(text: str, start: int, end: int) -> list[Span]:
    """My Numbers made of whole groups of digits that stand side by side; a longer run of digits is another number."""
    groups = [(match.start(), match.end(), _ascii(match.group())) for match in _GROUP.finditer(text, start, end)]
    found: list[Span] = []
    first = 0
    while first < len(groups):
        last = _closing(text, groups, first)
        if last is None:
            first += 1
            continue
        found.append(Span(groups[first][0], groups[last][1]))
        first = last + 1
    return found


def _closing(text: str, groups: list[tuple[int, int, str]], first: int) -> int | None:
    """The group that completes a My Number begun by the group ``first``, or None."""
    digits = ""
    for last in range(first, len(groups)):
        digits += groups[last][2]
        if len(digits) >= _LENGTH:
            hit = is_my_number(digits) and _belong_together(text, groups[first : last + 1])
            return last if hit else None
    return None


def _belong_together(text: str, groups: list[tuple[int, int, str]]) -> bool:
    """Groups are one number when one kind of separator parts them, or when they stand as on the card (4-4-4).

    A date beside an amount also makes twelve digits; its separators differ.
    """
    if tuple(len(digits) for _, _, digits in groups) == _CARD_GROUPS:
        return True
    separators = {_kind(text[left[1] : right[0]]) for left, right in pairwise(groups)}
    return len(separators) <= 1


def _kind(separator: str) -> str:
    return "-" if any(each in _HYPHENS for each in separator) else " "


def _ascii(group: str) -> str:
    return "".join(str(value) for value in map(_digit, group) if value is not None)


def _digit(char: str) -> int | None:
    if char == "零":
        return 0
    if char in _KANJI:
        return _KANJI.index(char)
    return unicodedata.decimal(char, None)
