"""A correction of an issued letter: what stood there, what should stand there, why, and who says so."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Said:
    """The same place in another language of the letter, as a person says it there."""

    language: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One place: the paragraph's number (0: page 1), the words in the Japanese letter, and the words instead. ``said``: the
    place in other languages; in one that is not named there the corrected Japanese sentence stands in the letter."""

    paragraph: int
    before: str
    after: str
    why: str = ""
    said: tuple[Said, ...] = ()

    def in_(self, language: str) -> Said | None:
        """The place as it was given in a language."""
        return next((each for each in self.said if each.language == language), None)


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
    reasons: tuple[tuple[str, str], ...] = ()
    """The reason in other languages, as a person says it there."""

    def reason_in(self, language: str) -> str | None:
        """The reason in a language, where a person gave it."""
        return self.reason if language == "ja" else dict(self.reasons).get(language)

    @property
    def standing(self) -> Standing:
        """How far it is."""
        if self.number is not None:
            return Standing.ISSUED
        if self.dropped_by is not None:
            return Standing.DROPPED
        return Standing.COUNTERSIGNED if self.countersigned_by is not None else Standing.PROPOSED
