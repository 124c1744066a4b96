"""An act of the simulated office: what is tried, how often, and which refusals are no fault."""

from collections.abc import Callable
from dataclasses import dataclass

from models.people.values import Role
from tests.soak.house import House, Seat

EXAMINER, SUPERVISOR, AUDITOR, ADMINISTRATOR = Role.EXAMINER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR
NOTHING = False
"""The answer of an act that found nothing to do."""


@dataclass(frozen=True, slots=True)
class Act:
    """``do`` answers ``NOTHING`` where there was nothing to do; ``may``: codes of errors that belong to the plan, as an office that
    works by chance meets them; any other error ends the run."""

    do: Callable[[House], bool | None]
    weight: int = 1
    may: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """As the tally names it."""
        return self.do.__name__.replace("_", "-")


def act(do: Callable[[House], bool | None], weight: int, *may: str) -> Act:
    """Shorthand."""
    return Act(do, weight, frozenset(may))


def other(house: House, role: Role, than: str) -> Seat | None:
    """Another person of a role, where there is one."""
    logins = [each for each in house.logins(role) if each != than]
    return house.sit(house.draw.choice(logins)) if logins else None
