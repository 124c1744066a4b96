"""The deadlines of a case. Pure."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from models.cases.rules import due_if_resumed
from models.cases.values import Kind, State
from models.dates.calendar import is_closed
from models.dates.periods import add_months
from models.deadlines.values import Deadline, DeadlineKind, Urgency, Watched
from models.inquiries.values import InquiryState

D = DeadlineKind
HARD_MONTHS = 2
"""入管法20条6項, 21条4項: until the decision, at most two months after the period of stay."""
HARD_KINDS = frozenset({Kind.EXTENSION, Kind.CHANGE_OF_STATUS})
WARN_DAYS = {D.DUE: 14, D.STAY: 30, D.STAY_HARD: 30, D.REPLY: 3, D.PLANNED: 2}
"""So many days before it is near."""
_OVER = frozenset({State.ISSUED, State.CLOSED})


def of_case(watched: Watched, today: date, closings: Collection[date] = ()) -> tuple[Deadline, ...]:
    """Every deadline of an open case, the first first; none of a case that ended."""
    if watched.case.state in _OVER:
        return ()
    found = [
        Deadline(watched.case.id, kind, on, last_open(on, closings), urgency(kind, on, today), about)
        for kind, on, about in _days(watched, today)
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.kind, each.about)))


def _days(watched: Watched, today: date) -> Iterator[tuple[DeadlineKind, date, str]]:
    case = watched.case
    yield D.DUE, due_if_resumed(case.due_on, case.waiting_since, today), ""
    stay = case.applicant.stay_until
    if stay is not None and case.kind is not Kind.NATURALIZATION:
        yield D.STAY, stay, ""
        # Only an application that was received before the stay ended carries it on.
        if case.kind in HARD_KINDS and case.received_on <= stay:
            yield D.STAY_HARD, add_months(stay, HARD_MONTHS), ""
    for request in watched.requests:
        if request.state.is_open:
            yield D.REPLY, request.due_on, f"request:{request.number}"
    for inquiry in watched.inquiries:
        if inquiry.state is InquiryState.PLANNED and inquiry.planned_on is not None:
            yield D.PLANNED, inquiry.planned_on, f"inquiry:{inquiry.number}"


def urgency(kind: DeadlineKind, on: date, today: date) -> Urgency:
    """How near a day is."""
    if on < today:
        return Urgency.PAST
    return Urgency.NEAR if on - today <= timedelta(days=WARN_DAYS[kind]) else Urgency.AHEAD


def last_open(on: date, closings: Collection[date] = ()) -> date:
    """The last day up to ``on`` on which the office is open: what must be done by a day is done by then."""
    while is_closed(on) or on in closings:
        on -= timedelta(days=1)
    return on
