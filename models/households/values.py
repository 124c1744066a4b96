"""A family before the office: its cases side by side."""

from dataclasses import dataclass
from datetime import datetime

from models.cases.values import Case
from models.decisions.values import Outcome
from models.evidence.values import Evidence
from models.findings.values import Finding


@dataclass(frozen=True, slots=True)
class Copied:
    """A finding that was taken over: where it stands now, and from which case and revision it came."""

    case: str
    criterion: str
    revision: int
    from_case: str
    from_revision: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Distinction:
    """Why a case ends otherwise than another of its family (東京高判平成19年7月17日: unlike treatment within a family needs a
    ground)."""

    case: str
    number: int
    other_case: str
    outcome: Outcome
    other_outcome: Outcome
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """A case of the family. ``outcome`` is what is proposed or decided on it; none while it is examined."""

    case: Case
    outcome: Outcome | None
    findings: tuple[Finding, ...]
    copied: tuple[Copied, ...] = ()

    def finding(self, criterion: str) -> Finding | None:
        """The finding in force on a criterion."""
        return next((each for each in self.findings if each.criterion == criterion), None)


@dataclass(frozen=True, slots=True)
class Family:
    """The cases of one household, this one first. Without a household it is the one case alone."""

    household: str | None
    members: tuple[Member, ...]
    distinctions: tuple[Distinction, ...] = ()
    shareable: tuple[Evidence, ...] = ()

    @property
    def others(self) -> tuple[Member, ...]:
        """The members beside the case in hand."""
        return self.members[1:]
