"""What the board shows: work to be balanced, never outcomes. No place here for a grant, a refusal or a rate."""

from dataclasses import dataclass
from datetime import date

from models.cases.values import Kind, State, WaitingFor


@dataclass(frozen=True, slots=True)
class Line:
    """An open case on the board. ``age``: days since receipt."""

    case: str
    kind: Kind
    route: str
    unit: str
    state: State
    assigned_to: str | None
    due_on: date
    received_on: date
    age: int
    waiting_for: WaitingFor | None = None
    household: str | None = None
    late: bool = False
    soon: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """How much an examiner has: open cases, how many of them wait for somebody else, are late, or due soon; by kind."""

    login: str
    name: str
    unit: str | None
    open: int
    waiting: int
    late: int
    soon: int
    by_kind: tuple[tuple[Kind, int], ...]
    away: bool = False

    def of_kind(self, kind: Kind) -> int:
        """Open cases of a kind."""
        return dict(self.by_kind).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Board:
    """The open cases of a unit (or of all), the one due first first, and the people. ``ages``: how many are so old."""

    lines: tuple[Line, ...]
    people: tuple[Load, ...]
    ages: tuple[tuple[str, int], ...]
    more: int = 0

    @property
    def free(self) -> tuple[Line, ...]:
        """Cases with nobody."""
        return tuple(each for each in self.lines if each.assigned_to is None)

    def of(self, login: str) -> tuple[Line, ...]:
        """What a person has."""
        return tuple(each for each in self.lines if each.assigned_to == login)


@dataclass(frozen=True, slots=True)
class Share:
    """A case and who is to get it by the rule; nobody when nobody of its unit is there."""

    case: str
    to: str | None
