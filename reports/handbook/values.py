"""The booklet as plain values: what stands on its pages, in one language, before it becomes PDF or HTML.

Texts may hold readings (``永住《えいじゅう》``), ``**bold**`` and page references (``[[pension]]``); ``reports.handbook.runs`` reads them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a stretch of time is drawn."""

    ARROW = "arrow"
    SPAN = "span"
    WITHIN = "within"
    RING = "ring"
    DASHED = "dashed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which time a criterion looks at, in years before the application. ``OPEN``: none is laid down."""

    shape: Shape
    start: float = 0.0
    end: float = 0.0
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis, years before the application; a small one has no label."""

    at: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The criteria of one group, drawn below one another."""

    title: str
    note: str
    items: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A way as a picture. ``years``: how long the axis is (0: nothing gives it a length); ``arrow`` is its long arrow."""

    years: float
    ticks: tuple[Tick, ...]
    start: str
    end: str
    arrow: Stretch | None
    lanes: tuple[Lane, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class OtherRoute:
    """A line of the list of the other ways."""

    key: str
    title: str
    asked: str


@dataclass(frozen=True, slots=True)
class RoutePage:
    """One way, on one page."""

    key: str
    kicker: str
    title: str
    lead: str
    source: str
    picture: Picture
    open_: tuple[str, ...]
    unpublished: str
    others: tuple[OtherRoute, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a criterion's table."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row of a criterion's drawing: the routes, and the time looked at on them."""

    label: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Drawing:
    """The example of a criterion: its time on each route; ``months``: how the due dates of monthly payments fall."""

    years: float
    ticks: tuple[Tick, ...]
    end: str
    rows: tuple[DrawnRow, ...]
    alt: str
    months: bool = False


@dataclass(frozen=True, slots=True)
class CriterionPage:
    """One criterion, on one page where it fits."""

    key: str
    number: int
    kicker: str
    title: str
    lead: str
    weight: str
    drawing: Drawing
    rows: tuple[Row, ...]
    reasons: tuple[tuple[str, str], ...]
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document and the criteria (number, key, name) that it shows."""

    title: str
    shows: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A line of the self-check sheet; ``routes`` is empty where every route asks it."""

    number: int
    key: str
    question: str
    routes: str
    look: tuple[str, ...]
    no: str


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """The lines that every route asks, or those that only some do."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class PointsTable:
    """A table of points; the first cell of a row says what applies."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PointsPage:
    """The points table of a computed framework."""

    title: str
    lead: str
    tables: tuple[PointsTable, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step after applying."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Book:
    """The whole booklet. ``stamp``: days from 1970 to the version's first day in force; ``only``: nothing but the
    criteria's pages is wanted."""

    language: str
    title: str
    running: str
    author: str
    stamp: int
    cover: tuple[tuple[str, str], ...]
    how: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    routes: tuple[RoutePage, ...]
    criteria: tuple[CriterionPage, ...]
    steps: tuple[Step, ...]
    documents: tuple[DocumentRow, ...]
    documents_notes: tuple[str, ...]
    after: tuple[Section, ...]
    desks: tuple[tuple[str, str], ...]
    checks: tuple[CheckGroup, ...]
    only: bool = False
    points: PointsPage | None = None

    def texts(self) -> Iterator[str]:
        """Every route's and criterion's title, for those who ask whether all are there."""
        yield from (each.title for each in self.routes)
        yield from (each.title for each in self.criteria)
