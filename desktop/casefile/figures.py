"""Where the days of lateness stand below the glyphs: on as many lines as they need, so that none is cut or left out. No Qt."""

from collections.abc import Iterable, Sequence

GAP = 2.0
"""Pixels between two figures on one line."""
MOST_LINES = 4


def lines(spans: Iterable[tuple[float, float]]) -> tuple[int, ...]:
    """The line (from 0) of each figure, given its middle and width from left to right: the first on which it runs into none."""
    ends: list[float] = []
    found = []
    for middle, wide in spans:
        left = middle - wide / 2
        line = next((at for at, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[line : line + 1] = [middle + wide / 2]
        found.append(line)
    return tuple(found)


def needed(rows: Iterable[Sequence[tuple[float, float]]]) -> int:
    """How many lines the rows need, at least one."""
    return min(MOST_LINES, max((max(lines(row), default=0) for row in rows), default=0) + 1)
