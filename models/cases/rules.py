"""The way of a case: which state may follow which, what is to be done next, and when it is due. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from models.cases.values import State, WaitingFor
from models.dates.periods import add_months
from models.errors import Message, NotPermitted
from models.frameworks.values import Period

S = State

ALLOWED: Mapping[State, frozenset[State]] = {
    S.RECEIVED: frozenset({S.EXAMINING, S.WAITING, S.CLOSED}),
    S.EXAMINING: frozenset({S.WAITING, S.PROPOSED, S.CLOSED}),
    S.WAITING: frozenset({S.EXAMINING, S.CLOSED}),
    S.PROPOSED: frozenset({S.RETURNED, S.COUNTERSIGNED, S.CLOSED}),
    S.RETURNED: frozenset({S.EXAMINING, S.PROPOSED, S.WAITING, S.CLOSED}),
    S.COUNTERSIGNED: frozenset({S.ISSUED, S.RETURNED, S.CLOSED}),
    S.ISSUED: frozenset({S.CLOSED, S.EXAMINING}),
    S.CLOSED: frozenset({S.EXAMINING}),
}
"""Back from ``issued`` or ``closed`` to ``examining`` is a reopening; from ``countersigned`` to ``returned`` what arrived after
the signature, so that the letter is no longer the one that was signed."""

STANDING: Mapping[State, int] = {
    S.RETURNED: 0,
    S.RECEIVED: 1,
    S.EXAMINING: 2,
    S.WAITING: 3,
    S.PROPOSED: 4,
    S.COUNTERSIGNED: 5,
    S.ISSUED: 6,
    S.CLOSED: 7,
}
"""The order of the queue's groups."""
LAST_OPEN = STANDING[S.WAITING]
"""Up to here a case is on the examiner's side of the desk."""

_GROUPS = {S.RECEIVED: "arrived"}

EXAMINED = frozenset({S.RECEIVED, S.EXAMINING, S.RETURNED})
"""States in which findings may be recorded."""


def group(state: State) -> str:
    """The queue's group of a state."""
    return _GROUPS.get(state, state.value)


def check_move(case: str, old: State, new: State) -> None:
    """Raises ``NotPermitted`` when a case cannot go from ``old`` to ``new``."""
    if new not in ALLOWED[old]:
        raise NotPermitted(f"cases.cannot_become_{new.value}", case=case, state=Message(f"cases.state_{old.value}"))


def check_examined(case: str, state: State) -> None:
    """Raises ``NotPermitted`` when findings can no longer (or not now) be recorded."""
    if state not in EXAMINED:
        raise NotPermitted("cases.not_examined_now", case=case, state=Message(f"cases.state_{state.value}"))


def check_open(case: str, state: State) -> None:
    """Raises ``NotPermitted`` when a case has left the examiner's side of the desk: nobody takes or gets it then."""
    if STANDING[state] > LAST_OPEN:
        raise NotPermitted("cases.not_open", case=case, state=Message(f"cases.state_{state.value}"))


def due_on(received_on: date, period: Period, waited_days: int = 0) -> date:
    """Received, and the standard period on top (行政手続法6条), and the days in which the clock stood still."""
    return add_months(received_on, period.months) + timedelta(days=period.days + waited_days)


def due_if_resumed(due: date, waiting_since: date | None, today: date) -> date:
    """The day a waiting case will be due if it goes on today: the clock stands still since ``waiting_since``."""
    return due if waiting_since is None else due + max(today - waiting_since, timedelta())


def next_step(
    state: State, *, assigned: bool, found: int, criteria: int, waiting_for: WaitingFor | None = None
) -> Message:
    """What is to be done next, in words."""
    if state is S.RECEIVED:
        return Message("cases.next_open" if assigned else "cases.next_take")
    if not assigned and state in EXAMINED:
        return Message("cases.next_take")
    if state is S.EXAMINING:
        left = criteria - found
        return Message("cases.next_answer", {"left": left}) if left else Message("cases.next_propose")
    if state is S.WAITING:
        return Message(f"cases.next_wait_{(waiting_for or WaitingFor.DOCUMENTS).value}")
    return Message(f"cases.next_{state.value}")
