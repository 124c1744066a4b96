"""The record: every act is an event in a keyed chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


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

    @property
    def ok(self) -> bool:
        """Whether nothing is broken."""
        return self.first_broken is None
