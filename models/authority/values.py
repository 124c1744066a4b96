"""The decision route (決裁区分) as data: who may decide what, over which steps, who may stand in."""

from dataclasses import dataclass
from datetime import date, datetime

from models.localized import Localized


@dataclass(frozen=True, slots=True)
class Step:
    """One signature on the way. ``people`` may sign it (logins; empty: every supervisor), ``deputies`` in their place, with a
    reason (代決)."""

    title: Localized
    people: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What a route is for (kind, route, outcome, unit; empty: every one) and its steps; the last one decides. ``authority`` is
    named on the letter; none: as the office's letters are signed."""

    key: str
    title: Localized
    steps: tuple[Step, ...]
    kinds: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    authority: Localized | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of the office's rules: the first line that fits a case governs it. Number 0 is what holds where an office has
    made none. Drafted by one person, approved by another."""

    number: int
    lines: tuple[Line, ...]
    from_on: date | None = None
    why: str = ""
    drafted_by: str = ""
    drafted_at: datetime | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature on a proposal: ``step`` counts from 1; ``reason``: why a deputy signed; ``last``: it decided. ``rules`` and
    ``line`` say under which rule."""

    case: str
    round: int
    number: int
    step: int
    title: str
    by: str
    at: datetime
    rules: int
    line: str
    last: bool
    deputy: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """The step that is due on a proposal: which line, which step of how many, and what was signed before it."""

    line: Line
    rules: int
    step: int
    done: tuple[Signing, ...]

    @property
    def due(self) -> Step:
        """The step itself."""
        return self.line.steps[self.step - 1]

    @property
    def last(self) -> bool:
        """Whether this signature decides."""
        return self.step == len(self.line.steps)
