"""A correction of an issued letter: what stood there, what should stand there, why, and who says so."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Item:
    """One place: the paragraph's number, the words in the Japanese letter, and the words instead."""

    paragraph: int
    before: str
    after: str
    why: str = ""


class Standing(StrEnum):
    """How far a correction is."""

    PROPOSED = "proposed"
    DROPPED = "dropped"
    COUNTERSIGNED = "countersigned"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction, each kept. ``number_before``, ``dispatched_before`` and ``sha256_before`` (of the Japanese PDF) name the
    letter that it corrects; ``number`` is its own once it is issued."""

    case: str
    round: int
    number_before: str
    sha256_before: str
    dispatched_before: date
    items: tuple[Item, ...]
    reason: str
    proposed_by: str
    proposed_at: datetime
    dropped_by: str | None = None
    comment: str | None = None
    countersigned_by: str | None = None
    countersigned_at: datetime | None = None
    content_digest: str | None = None
    number: str | None = None

    @property
    def standing(self) -> Standing:
        """How far it is."""
        if self.number is not None:
            return Standing.ISSUED
        if self.dropped_by is not None:
            return Standing.DROPPED
        return Standing.COUNTERSIGNED if self.countersigned_by is not None else Standing.PROPOSED
