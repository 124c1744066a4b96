"""What the charts say, in the reader's language; sentences stand in ``resources/messages/report.*``."""

import unicodedata
from datetime import date

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


def month_text(month: date, lang: str) -> str:
    """A month as people read it."""
    whole = messages.date(month.replace(day=1), lang)
    return whole.removesuffix("1日") if lang == "ja" else whole.removeprefix("1 ")


def room_for(text: str, size: float = 9.0) -> float:
    """About how wide a text is, without knowing the painter's fonts: full-width signs an em, others rather more than half."""
    return size * sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.58 for char in text)


def shortened(text: str, room: float, size: float = 9.0) -> str:
    """The text, or its beginning and an ellipsis where it would run over."""
    if room_for(text, size) <= room:
        return text
    kept = text
    while kept and room_for(kept, size) + size > room:
        kept = kept[:-1]
    return kept + "…"
