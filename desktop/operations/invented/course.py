"""How far each invented case has come by today, and on which days its steps were taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from models.dates.calendar import is_closed

_DAY = timedelta(days=1)
_JAPAN_BEHIND = timedelta(hours=9)


class Goal(StrEnum):
    """Where a case stands in the end."""

    RECEIVED = "received"
    TAKEN = "taken"
    EXAMINING = "examining"
    WAITING = "waiting"
    PROPOSED = "proposed"
    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"
    ISSUED = "issued"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


G = Goal
_ROUND = (
    G.EXAMINING, G.ISSUED, G.RECEIVED, G.PROPOSED, G.WAITING, G.RETURNED, G.EXAMINING, G.COUNTERSIGNED, G.TAKEN, G.CLOSED,
    G.EXAMINING, G.RECEIVED, G.WITHDRAWN, G.ISSUED, G.EXAMINING, G.PROPOSED, G.RECEIVED, G.WAITING, G.EXAMINING, G.ISSUED,
)  # fmt: skip
"""The goals of twenty cases in a row: the first ten already show every state."""

_AGES = {
    G.RECEIVED: (1, 35),
    G.TAKEN: (6, 45),
    G.EXAMINING: (25, 130),
    G.WAITING: (40, 140),
    G.PROPOSED: (60, 150),
    G.RETURNED: (70, 150),
    G.COUNTERSIGNED: (90, 160),
    G.ISSUED: (130, 260),
    G.CLOSED: (150, 260),
    G.WITHDRAWN: (60, 200),
}
"""Days since receipt, from … to."""
OLDEST = 270
_FEW = 40
_INSTEAD = (G.RECEIVED, G.PROPOSED, G.EXAMINING)
"""Where cases stand that get no letter because there were enough: not all of a large office waits to be issued."""

SENDS_LETTERS = frozenset({G.ISSUED, G.CLOSED})
_DECIDED = SENDS_LETTERS | {G.COUNTERSIGNED}


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one case. ``until``: the day by which all of its steps were taken, where that is not today."""

    number: int
    goal: Goal
    received_on: date
    twice: bool
    until: date | None = None

    def days(self, draw: Random, steps: int, last: date, backs: Sequence[int] = ()) -> list[date]:
        """Days for the steps after receipt: in order, offices open, none after ``last``. ``backs``: how many days before it the
        last steps were taken; the others are spread over the time before them."""
        ends = [
            max(self.received_on + _DAY, (self.until or last) - timedelta(days=each)) for each in (*backs[:1], *backs)
        ]
        span = max(1, ((ends[0] if ends else self.until or last) - self.received_on).days)
        drawn = sorted(draw.randint(1, span) for _ in range(steps - len(backs)))
        wanted = [*(self.received_on + timedelta(days=each) for each in drawn), *ends[1:]]
        return [open_day(each, self.received_on, last) for each in wanted]


def course(draw: Random, number: int, base: date, reach: int, may_issue: bool) -> Course:
    """The course of the case with this number. ``reach``: how many days back the framework in force reaches."""
    goal = _ROUND[number % len(_ROUND)]
    if goal in SENDS_LETTERS and not may_issue:
        goal = G.COUNTERSIGNED if number < _FEW else _INSTEAD[number % len(_INSTEAD)]
    age = draw.randint(*_AGES[goal]) * min(reach, OLDEST) // OLDEST
    received_on = open_day(base - timedelta(days=max(1, age)), base - timedelta(days=OLDEST + 10), base - _DAY)
    return Course(number, goal, received_on, draw.random() < 0.2)


def ends_decided(number: int) -> bool:
    """Whether the case with this number is decided in the end, as far as there are letters for it."""
    return _ROUND[number % len(_ROUND)] in _DECIDED


def open_day(day: date, first: date, last: date) -> date:
    """``day``, or the nearest earlier one on which offices are open; not before ``first``, not after ``last``."""
    day = min(day, last)
    while is_closed(day) and day > first:
        day -= _DAY
    return max(day, first)


def moment(draw: Random, day: date, place: int) -> datetime:
    """A moment of the working day in Japan, in UTC; ``place`` orders the steps of one case on one day."""
    at = datetime.combine(day, time(9, 30), UTC) - _JAPAN_BEHIND
    return at + timedelta(minutes=50 * min(place, 8) + draw.randint(0, 45), seconds=draw.randint(0, 59))
