"""A case: one application of one person, on its way from receipt to letter."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.errors import Message
from models.frameworks.values import FrameworkRef


class Kind(StrEnum):
    """What is applied for."""

    PERMANENT_RESIDENCE = "permanent_residence"
    EXTENSION = "extension"
    CHANGE_OF_STATUS = "change_of_status"
    NATURALIZATION = "naturalization"


class State(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    EXAMINING = "examining"
    WAITING = "waiting"
    PROPOSED = "proposed"
    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"
    ISSUED = "issued"
    CLOSED = "closed"


class WaitingFor(StrEnum):
    """What a waiting case waits for; the clock stands still."""

    DOCUMENTS = "documents"
    COMMENT = "comment"
    SURVEY = "survey"
    CONSULTATION = "consultation"


class ClosedAs(StrEnum):
    """How a case ended."""

    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Applicant:
    """The person who applies. The name is kept exactly as given, never normalized."""

    name: str
    name_reading: str
    born_on: date
    nationality: str
    current_status: str
    stay_until: date | None
    language: str
    sex: str | None = None
    address: str | None = None
    municipality: str | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A case as everyone may see it. ``version`` rises with every act (optimistic writes)."""

    id: str
    kind: Kind
    route: str
    state: State
    unit: str
    received_on: date
    due_on: date
    applicant: Applicant
    framework: FrameworkRef
    version: int
    receipt_number: str | None = None
    household: str | None = None
    agent: str | None = None
    assigned_to: str | None = None
    waiting_for: WaitingFor | None = None
    closed_as: ClosedAs | None = None
    round: int = 0
    waiting_since: date | None = None
    waited_days: int = 0


@dataclass(frozen=True, slots=True)
class Hold:
    """Something a case waits for (``until``: the day it was over). ``about`` names the request or inquiry, as ``request:2``."""

    number: int
    what: WaitingFor
    about: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case on its way in; ``line`` is where it stands in its file. The framework version is chosen when it arrives."""

    id: str
    kind: Kind
    route: str
    received_on: date
    unit: str
    applicant: Applicant
    receipt_number: str | None = None
    household: str | None = None
    agent: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of new cases: the ids taken in, how many were there already, and the units that were made for them."""

    new: tuple[str, ...]
    skipped: int
    units: tuple[str, ...]


class QueueView(StrEnum):
    """The saved views at the left of the queue."""

    MINE = "mine"
    RETURNED = "returned"
    ARRIVED = "arrived"
    EXAMINING = "examining"
    WAITING = "waiting"
    DUE_SOON = "due_soon"
    UNASSIGNED = "unassigned"
    TO_COUNTERSIGN = "to_countersign"
    TO_ISSUE = "to_issue"
    ISSUED = "issued"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue shows. ``search`` finds names, readings and case numbers, two characters are enough."""

    view: QueueView = QueueView.MINE
    search: str = ""
    kind: Kind | None = None
    route: str | None = None
    due_within_days: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue. ``group`` orders it (returned, arrived, examining, waiting…); ``next_step`` is what to do."""

    id: str
    group: str
    due_on: date
    name: str
    kind: Kind
    route: str
    state: State
    next_step: Message
    found: int
    criteria: int
    is_new: bool
    assigned_to: str | None
    current_status: str = ""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue, by key: ``after`` is the cursor of the next page (``None``: the end)."""

    rows: tuple[QueueRow, ...]
    after: str | None
    total: int


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many cases each saved view holds."""

    by_view: tuple[tuple[QueueView, int], ...]
    counted_at: datetime
