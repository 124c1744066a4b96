"""An absence of a person of the office."""

from dataclasses import dataclass
from datetime import date, datetime

from models.cases.values import Case


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away from one day until another (``None``: nobody knows yet), both included. The reason is kept to what the
    office needs: nobody's illness is written here.

    Both days count because an absence is spoken of in whole days ("away from the 3rd to the 5th" is three days), and it
    has no hours. So the shortest is one day: see ``absences.service.end``.
    """

    login: str
    number: int
    from_on: date
    until_on: date | None
    why: str
    by: str
    at: datetime

    def covers(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An open case of a person who is away, and who of the same unit may get it, those with the least open work first."""

    case: Case
    may_get: tuple[str, ...]
