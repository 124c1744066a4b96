"""Days on which instalments fall due, as a municipality sets them for a fiscal year."""

from dataclasses import dataclass
from datetime import date

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
