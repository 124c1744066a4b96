"""Findings: a person's reasoned answer to a criterion."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.frozen import made_often


class FindingState(StrEnum):
    """The six states of a finding. The first two set themselves."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    NEEDS_DOCUMENTS = "needs_documents"
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_answer(self) -> bool:
        """Whether it answers the criterion (met, not met, not applicable)."""
        return self in (FindingState.MET, FindingState.NOT_MET, FindingState.NOT_APPLICABLE)


WHOLE = 10_000
"""The width and the height of a page, in which regions are measured."""

Region = tuple[int, int, int, int]
"""Left, top, right, bottom on a page, in ten thousandths of its width and height, from the upper left corner."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an attached paper a reason looks: the piece of evidence that the paper is, the page (from 1), and the region of it
    (``None``: the whole page). ``sha256`` is the paper's content when it was cited."""

    evidence: str
    page: int
    region: Region | None = None
    sha256: str = ""


@made_often
@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code (of "not met"; the ground's code or none for the others), what it rests on, and how the standard applies.

    ``facts`` and ``evidence`` are ids of the case (``F33.2025-05``, ``E12``); ``places`` where in the papers among the evidence.
    """

    code: str | None = None
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    text: str = ""
    places: tuple[Place, ...] = ()

    @property
    def cites(self) -> bool:
        """Whether it rests on anything."""
        return bool(self.facts or self.evidence)


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """What stands in the sheet. ``base`` is the revision it was begun from (0: none), for optimistic writes."""

    case: str
    criterion: str
    finding: FindingState
    reasons: tuple[Reason, ...] = ()
    base: int = 0


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft as stored: whose, when, and which saving (each saving counts one up)."""

    draft: FindingDraft
    by: str
    at: datetime
    saving: int


@made_often
@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact as it stood when a finding rested on it: a later change shows."""

    id: str
    key: str
    value: str


@made_often
@dataclass(frozen=True, slots=True)
class Finding:
    """A recorded finding. ``revision`` counts from 1 for each criterion of a case; earlier ones are superseded, never overwritten."""

    case: str
    criterion: str
    finding: FindingState
    reasons: tuple[Reason, ...]
    revision: int
    by: str
    at: datetime
    seq: int
    framework_version: str
    cited: tuple[CitedFact, ...] = ()

    @property
    def is_against(self) -> bool:
        """Whether it speaks against the applicant."""
        return self.finding is FindingState.NOT_MET
