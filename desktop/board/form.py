"""What the board lists. Plain Python; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.board.values import Board, Line
from models.cases.values import State

SHOWN: Mapping[str, Callable[[Line], bool]] = {
    "free": lambda each: each.assigned_to is None,
    "late": lambda each: each.late or each.soon,
    "waiting": lambda each: each.state is State.WAITING,
    "old": lambda each: each.age > 182,
    "all": lambda _each: True,
}
"""The lists of the board: with nobody; late or soon; waiting for somebody; older than half a year; all."""


@dataclass(slots=True)
class BoardForm:
    """The board as read, the list chosen, and the person chosen (only their cases; empty: everybody's)."""

    board: Board | None = None
    shown: str = "free"
    person: str = ""

    def lines(self) -> tuple[Line, ...]:
        """The cases to list: the one due first first, or in the list of old ones the oldest first."""
        if self.board is None:
            return ()
        found = [each for each in self.board.lines if SHOWN[self.shown](each)]
        if self.person and self.shown != "free":
            found = [each for each in found if each.assigned_to == self.person]
        if self.shown == "old":
            found.sort(key=lambda each: (-each.age, each.case))
        return tuple(found)

    def counts(self) -> dict[str, int]:
        """How many each list holds."""
        lines = self.board.lines if self.board else ()
        return {key: sum(map(fits, lines)) for key, fits in SHOWN.items()}
