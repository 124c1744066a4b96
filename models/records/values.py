"""The record: every act is an event in a keyed chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.frozen import made_often
from models.records.signatures import Signer

QUIET = frozenset({"viewed", "refused"})
"""Kinds of events that change nothing about a case: somebody saw it, or was refused an act on it."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is about to be recorded.

    ``content`` is the whole of what the act wrote, as JSON-able values: with it the current state can be rebuilt and
    compared. ``key`` is the idempotency key of the command, so that a repeated one is answered, not done again.
    """

    who: str
    kind: str
    content: Mapping[str, object]
    case: str | None = None
    key: str | None = None


@made_often
@dataclass(frozen=True, slots=True)
class Event:
    """An act as recorded. ``seq`` is contiguous from 1; ``at`` is UTC; ``link`` is HMAC-SHA256 over the one before and this one."""

    seq: int
    at: datetime
    who: str
    kind: str
    case: str | None
    content: Mapping[str, object]
    link: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first event that does not hold, and how: ``changed, missing, reordered, truncated, clock, state``;
    ``anchor``: the record is not the one that was anchored outside (an old file was put back, or all was written anew);
    ``signature``: an act that a person signs is not signed with the key that was theirs at that time;
    ``damaged`` (event 0): the file itself cannot be read."""

    seq: int
    kind: str
    case: str | None


@dataclass(frozen=True, slots=True)
class Verification:
    """The health of the record."""

    events: int
    first_broken: Broken | None
    verified_at: datetime
    anchored: int = 0
    """The last event that an anchor outside the database holds; 0: none was found."""
    whole: bool = True
    """Whether everything was walked, not only what was added since the last time."""
    disposed: int = 0
    """How many cases were disposed of; of each a tombstone stands in the record."""

    @property
    def ok(self) -> bool:
        """Whether nothing is broken."""
        return self.first_broken is None


PRINTED = 16
"""So many digits of a link stand on paper."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands: its last event. ``seq`` 0: nothing was recorded yet."""

    seq: int
    link: str
    at: datetime | None = None

    @property
    def printed(self) -> str:
        """As it stands on paper, an anchor that no disk holds: ``akashi verify --anchor`` takes it."""
        return f"{self.seq}:{self.link[:PRINTED]}"


@dataclass(frozen=True, slots=True)
class Witness:
    """Who works here, and the key that they opened by signing in: it signs a checkpoint of everybody's acts."""

    who: str
    signer: Signer


@dataclass(frozen=True, slots=True)
class Prefix:
    """How far the record was already found whole, and when all of it was last walked."""

    seq: int
    link: str
    full_at: datetime


ITSELF = frozenset({"backup_made", "checkpoint"})
"""What the program adds to the record by itself: nothing is lost without it."""


RESTORED = "restored"
"""Why an anchor stands right behind a restore."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line outside the database: at this moment the record's last event was this one. ``why``: ``countersigned``,
    ``issued``, ``report.released``, ``checkpoint``, ``restored``, ``closed``, ``time``, or ``itself``: nothing but what the
    program adds by itself stands behind the anchor before."""

    seq: int
    link: str
    at: str
    why: str
    place: str = ""
    """Where the office lay, sealed: a copy elsewhere has a life of its own."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """A restore as the record tells it: event ``seq`` says that a record which reached ``replaced`` gave way. ``begun``: where that
    record began by a restore of its own, as a copy that was tried out and thrown away, the number of that event; 0: it did not."""

    seq: int
    replaced: int
    begun: int = 0
