"""Retention: the class of a case, its days, what holds it back; batches of disposal and what stays afterwards."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.localized import Localized


class Ends(StrEnum):
    """How a case ended."""

    GRANT = "grant"
    REFUSE = "refuse"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    LAPSED = "lapsed"


class Starts(StrEnum):
    """What starts the years: the letter, the end without one, the end of a permission's effect, or only a person's note."""

    DECISION_ISSUED = "decision_issued"
    CASE_CLOSED = "case_closed"
    EFFECT_ENDS = "effect_ends"
    NOTED = "noted"


class Show(StrEnum):
    """Which ended cases a list shows."""

    DUE = "due"
    HELD = "held"
    UNKNOWN = "unknown"
    PROPOSED = "proposed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """One class as its file says it. ``number``: whether the tombstone keeps the case's number; ``verify``: not yet compared with
    the office's own table."""

    key: str
    title: Localized
    starts: Starts
    next_fiscal_year: bool
    years: int
    number: bool
    source: str
    verify: bool
    ends: frozenset[Ends] = frozenset()
    kinds: frozenset[str] = frozenset()
    suit: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """What the rules know of an ended case. ``noted_on``: the start that a person noted; ``effect_on``: until when the
    permission lasts, as far as the letter says."""

    kind: str
    ends: Ends
    ended_on: date
    suit: bool = False
    noted_on: date | None = None
    effect_on: date | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A litigation hold: as long as it is not lifted, the case is not disposed of."""

    case: str
    number: int
    why: str
    by: str
    at: datetime
    lifted_by: str | None = None
    lifted_at: datetime | None = None
    lifted_why: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """How an ended case is kept. ``started_on`` and ``earliest_on``: unknown until what starts the years is known.
    ``cited_by``: cases that stay and point at this one; ``batch``: the open batch that proposes it."""

    case: str
    kind: str
    unit: str
    ends: Ends
    ended_on: date
    retention: RetentionClass
    started_on: date | None = None
    earliest_on: date | None = None
    hold: Hold | None = None
    cited_by: tuple[str, ...] = ()
    batch: int = 0

    def due(self, today: date) -> bool:
        """Whether its years are over and nothing holds it back."""
        return self.over(today) and self.hold is None

    def over(self, today: date) -> bool:
        """Whether its years are over."""
        return self.earliest_on is not None and self.earliest_on <= today


@dataclass(frozen=True, slots=True)
class Item:
    """A case in a batch, with its class and days as proposed. ``subject``: its number, or the name that stayed of it."""

    batch: int
    place: int
    subject: str
    retention: str
    started_on: date
    earliest_on: date


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases proposed for disposal together; approved by a second person, or declined."""

    number: int
    why: str
    proposed_by: str
    proposed_at: datetime
    items: tuple[Item, ...]
    digest: str
    approved_by: str | None = None
    approved_at: datetime | None = None
    declined_by: str | None = None
    declined_at: datetime | None = None
    declined_why: str = ""

    @property
    def open(self) -> bool:
        """Whether nobody decided on it yet."""
        return self.approved_by is None and self.declined_by is None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a case that was disposed of. ``seq``: its event; ``replayed``: disposed of again after a restore."""

    name: str
    seq: int
    kind: str
    unit: str
    outcome: str
    received_on: date
    ended_on: date
    retention: str
    started_on: date
    earliest_on: date
    proposed_by: str
    approved_by: str
    disposed_on: date
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Disposal:
    """A line of the list outside the office: which case went, told only as a keyed digest of its number, and its tombstone's
    words, so that a restored older office disposes of it again."""

    digest: str
    seq: int
    said: str


"""``said``: canonical JSON of what the tombstone says, with ``name``."""
