"""Scales and the marks of an axis."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reports.charts.scene import Anchor, Ink, Item, Line, Words


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from data ``low``…``high`` to positions ``start``…``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        span = self.high - self.low or 1.0
        return self.start + (value - self.low) / span * (self.end - self.start)

    def held(self, value: float) -> float:
        """The position of a value, held inside the axis."""
        return self.at(min(max(value, self.low), self.high))

    def ticks(self, about: int = 6) -> Iterator[float]:
        """Round values inside the scale, about that many."""
        step = nice_step((self.high - self.low) / max(about, 1))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return (place * step for place in range(first, last + 1))


def nice_step(rough: float) -> float:
    """The next 1, 2 or 5 times a power of ten, not below ``rough``."""
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough - 1e-12)


def percent(value: float, digits: int = 0) -> str:
    """A fraction of 1 as a percentage."""
    return f"{value * 100:.{digits}f}%"


def signed(value: float, digits: int = 0) -> str:
    """A number with its sign; a true minus."""
    return f"{value:+.{digits}f}".replace("-", "−") if round(value, digits) else "0"


def horizontal_grid(y: Scale, left: float, right: float, about: int = 6) -> Iterator[Item]:
    """Grid lines with percentages at the left."""
    for value in y.ticks(about):
        yield Line(((left, y.at(value)), (right, y.at(value))), Ink.GRID, 0.6)
        yield Words(left - 6, y.at(value) + 3, percent(value), anchor=Anchor.END)


def bottom_ticks(x: Scale, y: float, write: object = None, about: int = 6) -> Iterator[Item]:
    """Tick labels below an axis at ``y``; ``write`` formats a value (default: whole numbers)."""
    for value in x.ticks(about):
        text = write(value) if callable(write) else f"{value:,.0f}"
        yield Line(((x.at(value), y), (x.at(value), y + 3)), Ink.EDGE, 0.8)
        yield Words(x.at(value), y + 14, text, anchor=Anchor.MIDDLE)
