"""Words with their readings as the Typst templates set them: the reading above its word, small signs with the word they follow.

A word is a box, so that it never parts from its reading; the signs that may not begin a line go into the box, because a
line may break behind one (measured: 130 faults in 768 lines without this, none with it).
"""

from collections.abc import Sequence
from typing import Any

from reports.letter_runs import NOT_AT_LINE_HEAD

_READING = 0.5
"""The size of a reading, in ems of its word; its kana are as wide as they are high."""
_OVERHANG = 0.4
"""How far a reading may stand over a neighbour that has none, in ems."""
_NARROW = 0.56
"""The width of a digit or Latin letter, in ems; kana and kanji are one em wide."""


def data(pieces: Sequence[tuple[str, str]]) -> list[list[Any]]:
    """Each piece as ``[word, reading, signs, space before, space after, width of the reading, width of the word]``, in ems."""
    found: list[list[Any]] = []
    for place, (word, reading) in enumerate(pieces):
        if not reading:
            rest = word[_signs(word) :] if place and pieces[place - 1][1] else word
            if rest:
                found.append([rest, "", "", 0, 0, 0, 0])
            continue
        after = pieces[place + 1][0] if place + 1 < len(pieces) and not pieces[place + 1][1] else ""
        signs = after[: _signs(after)]
        wide, own = len(reading) * _READING, sum(_NARROW if ord(char) < 0x2E80 else 1 for char in word)
        more = (wide - own) / 2
        before = _space(more, place > 0 and bool(pieces[place - 1][1]))
        follows = place + 1 < len(pieces) and bool(pieces[place + 1][1])
        found.append([word, reading, signs, before, _space(more, follows), wide, round(own, 3)])
    return found


def _space(more: float, beside_reading: bool) -> float:
    """What a word needs beside it so that its longer reading does not touch another one."""
    return round(max(0.0, more - (0 if beside_reading else _OVERHANG)), 3)


def _signs(text: str) -> int:
    """How many signs at the beginning of a text may not begin a line."""
    return next((place for place, char in enumerate(text) if char not in NOT_AT_LINE_HEAD), len(text))
