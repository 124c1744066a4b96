"""Rounds of blind double assessment: what was drawn, what a reader sees, what they found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.decisions.values import Outcome
from models.facts.values import Fact
from models.findings.values import FindingState
from models.frameworks.values import Criterion, FrameworkRef

LEAST_READERS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decided case that may be drawn. ``involved``: who proposed or countersigned, and so cannot read it blind."""

    case: str
    granted: bool
    involved: frozenset[str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case of a round: its place there, and who reads it."""

    place: int
    case: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a supervisor asks for: how many cases, of which kind (None: all), by how many readers each, from whom (empty: every
    active examiner). The same seed over the same cases draws the same ones."""

    size: int
    seed: int
    kind: str | None = None
    each: int = LEAST_READERS
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """A round as everyone may see it: no case is named. ``wanted`` readings, of which ``given`` are recorded."""

    number: int
    drawn_by: str
    drawn_at: datetime
    kind: str | None
    cases: int
    each: int
    wanted: int
    given: int

    @property
    def whole(self) -> bool:
        """Whether every reading is there."""
        return self.given == self.wanted


@dataclass(frozen=True, slots=True)
class Place:
    """A case that waits for a person's reading: the round and its place there, nothing else."""

    round: int
    place: int


@dataclass(frozen=True, slots=True)
class BlindCase:
    """What a reader sees: the rules and the facts of the day it was decided. No name, no number of a case, no finding, no
    outcome, nobody who decided."""

    round: int
    place: int
    kind: str
    route: str
    framework: FrameworkRef
    criteria: tuple[Criterion, ...]
    facts: tuple[Fact, ...]
    seen_on: date


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: a finding on every criterion, and the outcome they would propose. Locked once recorded."""

    round: int
    place: int
    findings: Mapping[str, FindingState]
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Given:
    """A recorded reading for the statistics. ``item``: a criterion, or ``outcome``; ``reader`` is a login and goes no further
    than the arrays."""

    case: str
    kind: str
    unit: str
    decided_on: date
    reader: str
    item: str
    value: str
