"""What the charts say, in the reader's language; sentences stand in ``resources/messages/report.*``."""

from models.consistency.values import Flag
from reports.charts.scene import Ink, Key, Shape
from resources import messages

_SHAPES = {
    Flag.NONE: (Shape.RING, Ink.ACCENT),
    Flag.WATCH: (Shape.DIAMOND, Ink.WATCH),
    Flag.REVIEW: (Shape.SQUARE, Ink.REVIEW),
}


def say(lang: str, key: str, **params: object) -> str:
    """A sentence of the report."""
    return messages.text(f"report.{key}", lang, params)


def shape_of(flag: Flag) -> tuple[Shape, Ink]:
    """Shape first, then colour: a departure survives a black-and-white print."""
    return _SHAPES[flag]


def flag_keys(lang: str) -> tuple[Key, ...]:
    """The legend of the three flags."""
    return tuple(Key(*_SHAPES[flag], say(lang, f"flag_{flag}")) for flag in Flag)


def figure(value: float | None, digits: int = 2) -> str:
    """A number for a table; a dash where there is none."""
    return "–" if value is None else f"{value:.{digits}f}".replace("-", "−")


def rate(value: float | None, digits: int = 1) -> str:
    """A rate as a percentage; a dash where there is none."""
    return "–" if value is None else f"{value * 100:.{digits}f}%"


def count(value: int | None) -> str:
    """A count with thousands; a dash where there is none."""
    return "–" if value is None else f"{value:,}"


def q_value(value: float | None) -> str:
    """A q-value; never a false zero."""
    if value is None:
        return "–"
    return "<0.001" if value < 0.001 else f"{value:.3f}"
