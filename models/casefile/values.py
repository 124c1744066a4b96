"""The case file: everything about one case at one moment, as a screen, the gate and the letter see it."""

from dataclasses import dataclass, field
from datetime import date

from models.attachments.values import Attachment
from models.attestations.values import Attestation
from models.authority.values import Pending, Signing
from models.cases.values import Case, Hold
from models.decisions.values import GateResult, Outcome, Paper, Proposal, Round, SavedPaper
from models.duedates.values import DueDate
from models.errors import Message
from models.evidence.values import Evidence
from models.facts.values import Fact
from models.findings.values import Finding, FindingState, SavedDraft
from models.frameworks.library import Library, shipped
from models.frameworks.values import Criterion, Framework, FrameworkRef
from models.inquiries.values import Inquiry
from models.likecases.values import Comparison
from models.records.values import Event, Standing
from models.requests.values import Request, Unasked
from models.retention.values import Hold as HeldBack
from models.retention.values import Kept


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case, whole. ``findings`` are the ones in force (one a criterion), ``drafts`` those not yet recorded; ``seen_on``
    is the day the facts are computed for, ``papers`` are the drafts of proposals and returns, ``shelf`` the versions that may govern.
    ``holds`` are those that stand: what the case waits for; ``signings`` the signatures on its proposals, ``pending`` the one
    that is due; ``unasked`` why linked data were not put to the applicant; ``kept`` how long it is kept once it has ended,
    ``held_back`` what keeps it from disposal; ``comparisons`` what was shown of like cases to each revision of a finding."""

    case: Case
    framework: Framework
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    drafts: tuple[SavedDraft, ...]
    rounds: tuple[Round, ...]
    events: tuple[Event, ...]
    seen_on: date
    papers: tuple[SavedPaper, ...] = ()
    shelf: Library = field(default_factory=shipped, repr=False)
    requests: tuple[Request, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    holds: tuple[Hold, ...] = ()
    signings: tuple[Signing, ...] = ()
    pending: Pending | None = None
    unasked: tuple[Unasked, ...] = ()
    due_dates: tuple[DueDate, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    takes_attestations: bool = False
    kept: Kept | None = None
    held_back: HeldBack | None = None
    comparisons: tuple[Comparison, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that this case's route asks."""
        return self.framework.criteria_for(self.case.route)

    @property
    def proposal(self) -> Proposal | None:
        """The proposal of the current round."""
        return self.rounds[-1].proposal if self.rounds else None

    @property
    def anchor(self) -> str:
        """Where the record stood with the proposal of the current round, as it stands on paper; empty before it."""
        told = next((each for each in reversed(self.events) if each.kind == "proposed"), None)
        return Standing(told.seq, told.link).printed if told and self.rounds else ""

    def finding(self, criterion: str) -> Finding | None:
        """The finding in force on a criterion."""
        return next((f for f in self.findings if f.criterion == criterion), None)

    def draft(self, criterion: str) -> SavedDraft | None:
        """The draft on a criterion that is not yet recorded."""
        return next((d for d in self.drafts if d.draft.criterion == criterion), None)

    def paper(self, paper: Paper, by: str, round_: int) -> SavedPaper | None:
        """What a person wrote for an act of a round and has not done yet."""
        return next(
            (p for p in self.papers if (p.draft.paper, p.by, p.draft.round) == (paper, by, round_)),
            None,
        )

    def state_of(self, criterion: str) -> FindingState:
        """The state shown for a criterion: a draft makes it "in progress"."""
        if self.draft(criterion):
            return FindingState.IN_PROGRESS
        found = self.finding(criterion)
        return found.finding if found else FindingState.NOT_STARTED

    def fact(self, fact_id: str) -> Fact | None:
        """A fact by id."""
        return next((f for f in self.facts if f.id == fact_id), None)

    def piece(self, evidence_id: str) -> Evidence | None:
        """A piece of evidence by id."""
        return next((e for e in self.evidence if e.id == evidence_id), None)

    def facts_of(self, criterion: Criterion) -> tuple[Fact, ...]:
        """The facts that bear on a criterion, children behind their parent."""
        return tuple(f for f in self.facts if any(_matches(f.key, pattern) for pattern in criterion.facts))


@dataclass(frozen=True, slots=True)
class Assessed:
    """What ``assess`` recorded on one case, and what the gate says of it."""

    case: str
    findings: tuple[Finding, ...]
    gate: GateResult


@dataclass(frozen=True, slots=True)
class Touched:
    """A finding that another version of the framework touches, and why. ``finding`` is ``None`` for a criterion that is
    asked only there. Nothing says that the finding would be another one: that is for a person."""

    case: str
    route: str
    criterion: str
    finding: FindingState | None
    why: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decided case under which a version was looked at, with what it touches."""

    case: str
    route: str
    outcome: Outcome
    decided_on: date
    version: str
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """What another version touches among the decided cases. ``looked_at`` counts the cases decided under other versions of
    it, ``same`` those decided under this very one (not looked at)."""

    framework: FrameworkRef
    looked_at: int
    same: int
    cases: tuple[Decided, ...]


def _matches(key: str, pattern: str) -> bool:
    if pattern.endswith("*"):
        return key.startswith(pattern[:-1])
    return key == pattern or key.startswith(pattern + ".")
