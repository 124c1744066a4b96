"""Facts: what the program computes from the linked records. It never judges them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.errors import Message
from models.frozen import made_often
from models.localized import Localized


class Unit(StrEnum):
    """What a fact's value counts."""

    MONTHS = "months"
    YEARS = "years"
    DAYS = "days"
    YEN = "yen"
    COUNT = "count"
    DATE = "date"
    TEXT = "text"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch that is looked at, both days included."""

    start: date
    end: date


FactValue = int | str | date | None


@made_often
@dataclass(frozen=True, slots=True)
class Fact:
    """One computed fact.

    ``id`` is ``F`` and the catalogue number of its key, the same in every case (``F33``), with the member behind a
    point (``F33.2025-05``): an examiner learns them, and they never shift when evidence arrives. ``value`` is
    ``None`` when no row bears on it. ``sources`` are the evidence ids it is computed from; ``how`` says in one
    sentence how. ``parent`` is the id of the fact it is a part of (one late month is part of "months paid late"),
    ``detail`` what a row of it shows (``due_on, paid_on, amount, days_late, employer``…). ``adverse`` marks data
    that speaks against the applicant as such (a late or unpaid month, a penalty): it asks for words, it decides
    nothing.
    """

    id: str
    key: str
    value: FactValue
    unit: Unit
    sources: tuple[str, ...]
    how: Message
    window: Window | None = None
    as_of: date | None = None
    parent: str | None = None
    detail: Mapping[str, object] = field(default_factory=dict)
    adverse: bool = False


@dataclass(frozen=True, slots=True)
class PointRow:
    """A row of a points table: ``points`` for what reaches ``at_least`` (years, yen, number of pieces) at an age under
    ``under_age`` (0: any), or for a level or name that is one of ``match``; ``title`` says it where figures do not."""

    code: str
    points: int
    at_least: int = 0
    under_age: int = 0
    match: tuple[str, ...] = ()
    title: Localized | None = None


@dataclass(frozen=True, slots=True)
class PointItem:
    """An item of a points table: within it only the highest row counts. ``reads`` says what it is read from (``age``,
    ``level``, ``held``, ``years``, ``salary``, ``language``), ``kinds`` which qualifications; ``excluded_by`` are items beside
    which it does not count; ``verify``: its source is still to be checked."""

    key: str
    reads: str
    kinds: tuple[str, ...]
    excluded_by: tuple[str, ...]
    rows: tuple[PointRow, ...]
    title: Localized | None = None
    verify: bool = False


@dataclass(frozen=True, slots=True)
class PointTable:
    """A points table, and which framework version it stands in."""

    version: str
    items: tuple[PointItem, ...]


@dataclass(frozen=True, slots=True)
class Windows:
    """What the computation must know of the case and its framework: the days it is seen from and the evidence windows.

    ``obligations`` maps a duty to its window in months before ``received_on`` (framework parameter of the route).
    The years that the route asks: of continuous stay, of it in a work or residence status, of marriage, in the present
    status, since recognition (``None``: not asked). ``points``: the table that applies, where the route asks for points.
    """

    received_on: date
    seen_on: date
    obligations: Mapping[str, int]
    required_years: int | None = None
    work_years: int | None = None
    marriage_years: int | None = None
    status_years: int | None = None
    recognition_years: int | None = None
    born_on: date | None = None
    points: PointTable | None = None
