"""What a chart is made of. Coordinates are points (1/72 inch; logical pixels on screen), y downwards."""

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a mark means; the painter chooses the colour for paper, light or dark screens."""

    TEXT = "text"
    TEXT2 = "text2"
    GRID = "grid"
    EDGE = "edge"
    BAND = "band"
    BAND_OUTER = "band_outer"
    ACCENT = "accent"
    WATCH = "watch"
    REVIEW = "review"
    GHOST = "ghost"


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Shape(StrEnum):
    """Shapes of points: inside, beyond 95 %, beyond 99.8 %, a value before shrinkage, a plain estimate."""

    RING = "ring"
    DIAMOND = "diamond"
    SQUARE = "square"
    TICK = "tick"
    DISC = "disc"


class Anchor(StrEnum):
    """Which part of the words stands at the position."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    width: float = 1.0
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon; it only ever repeats what lines say."""

    points: tuple[tuple[float, float], ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its baseline. ``turned``: a quarter to the left, for an axis title."""

    x: float
    y: float
    text: str
    ink: Ink = Ink.TEXT2
    size: float = 9.0
    anchor: Anchor = Anchor.START
    bold: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A data point; ``size`` is its diameter."""

    x: float
    y: float
    shape: Shape
    ink: Ink
    size: float = 6.0


Item = Line | Area | Words | Point


@dataclass(frozen=True, slots=True)
class Reading:
    """A place that can be read: by hover, arrow keys and screen reader. ``code`` names what a click opens."""

    x: float
    y: float
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    shape: Shape
    ink: Ink
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, whole: the drawing, what each point says, the legend, and the same figures as a table."""

    title: str
    width: float
    height: float
    items: tuple[Item, ...]
    readings: tuple[Reading, ...]
    legend: tuple[Key, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
