"""Decisions: propose, return, countersign, issue. Two people, always."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.errors import Problem, Severity


class Outcome(StrEnum):
    """What is decided."""

    GRANT = "grant"
    REFUSE = "refuse"


class Paper(StrEnum):
    """Which act a draft is for."""

    PROPOSAL = "proposal"
    RETURN = "return"
    EDIT = "edit"
    DIFFERENCE = "difference"
    """Why findings differ from most like cases, by criterion."""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What a person has written for an act of the round ``round`` and not done yet: an outcome, its weighing and what a
    grant gives (period of stay, new status), the comment on the whole and those on criteria, or why findings differ."""

    case: str
    paper: Paper
    round: int
    text: str = ""
    outcome: Outcome | None = None
    criteria: tuple[tuple[str, str], ...] = ()
    period: str | None = None
    status: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        written = self.text.strip() or self.criteria or self.period or self.status
        return not written and self.outcome is None


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A draft as it was kept; it is its writer's."""

    draft: DecisionDraft
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """A supervisor's edit of a proposal's weighing: who, when, and what the proposer had written."""

    by: str
    at: datetime
    before: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An examiner's proposal. ``weighing`` says how the whole was weighed and stands in the letter; ``edited`` when a
    supervisor changed it."""

    case: str
    round: int
    outcome: Outcome
    weighing: str
    by: str
    at: datetime
    period: str | None = None
    status: str | None = None
    edited: Edit | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """A supervisor's return, with a comment to be answered; ``criteria`` it points to, when it does."""

    case: str
    round: int
    comment: str
    by: str
    at: datetime
    criteria: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Countersignature:
    """A second person's signature under an exact document: ``content_digest`` is SHA-256 of the letter's canonical content."""

    case: str
    round: int
    content_digest: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GateResult:
    """The gate's answer before a proposal: what blocks, what to look at."""

    problems: tuple[Problem, ...]

    @property
    def blocks(self) -> tuple[Problem, ...]:
        """What must be mended first."""
        return tuple(p for p in self.problems if p.severity is Severity.BLOCK)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at."""
        return tuple(p for p in self.problems if p.severity is Severity.WARN)

    @property
    def ok(self) -> bool:
        """Whether nothing blocks."""
        return not self.blocks


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a case's decision, each kept."""

    proposal: Proposal
    returned: Return | None = None
    countersigned: Countersignature | None = None
