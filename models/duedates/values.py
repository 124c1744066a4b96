"""Days on which instalments fall due, as a municipality sets them for a fiscal year."""

from dataclasses import dataclass
from datetime import date, datetime

from models.evidence.values import Duty

UNSAID = date.max
"""Stands for the due day of a row on its way in whose cell is empty and which a municipality's table has to fill."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """One instalment of a duty in a municipality's fiscal year (April to March). ``verify``: not checked with the source."""

    municipality: str
    duty: Duty
    fiscal_year: int
    instalment: int
    due_on: date
    source: str
    as_of: date | None = None
    verify: bool = False

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What it speaks of: a later row with the same key takes its place."""
        return (self.municipality, self.duty.value, self.fiscal_year, self.instalment)


@dataclass(frozen=True, slots=True)
class Differs:
    """A row whose due day is another one than the law or the municipality's table says; nothing of it is changed."""

    evidence: str
    duty: Duty
    period: str
    due_on: date
    computed: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a table that was read in."""

    new: int
    changed: int
    same: int
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """The instalments of one duty in one municipality's fiscal year, as one table. ``own``: the office's, else as shipped."""

    municipality: str
    duty: Duty
    fiscal_year: int
    days: tuple[tuple[int, date], ...]
    source: str
    as_of: date | None = None
    verify: bool = False
    own: bool = False

    @property
    def key(self) -> tuple[str, str, int]:
        """What it speaks of."""
        return (self.municipality, self.duty.value, self.fiscal_year)

    @property
    def rows(self) -> tuple[DueDate, ...]:
        """Its instalments one by one."""
        return tuple(
            DueDate(self.municipality, self.duty, self.fiscal_year, n, day, self.source, self.as_of, self.verify)
            for n, day in self.days
        )


@dataclass(frozen=True, slots=True)
class Effect:
    """A linked row of an open case that a changed table touches: its own due day, and what was and would be computed. With the
    day of payment beside it: how late it is by its own day, and by the day computed then."""

    case: str
    evidence: str
    period: str
    due_on: date
    before: date | None
    after: date | None
    paid_on: date | None

    @property
    def late(self) -> int:
        """Days late as the row says."""
        return max(0, (self.paid_on - self.due_on).days) if self.paid_on else 0

    @property
    def late_then(self) -> int:
        """Days late by the day that would be computed."""
        return max(0, (self.paid_on - self.after).days) if self.paid_on and self.after else 0


@dataclass(frozen=True, slots=True)
class Changed:
    """One act on a year's days, as the record tells it: ``days`` as they stood afterwards, ``file`` empty for the screen."""

    seq: int
    at: datetime
    who: str
    file: str
    days: tuple[str, ...]
    source: str
