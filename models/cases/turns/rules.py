"""What stands against a turn of a case. Pure; dialog, command line and service ask it.

The place of a problem is the name of the field.
"""

from collections.abc import Collection, Iterator
from datetime import date

from models.cases.turns.values import LAPSES, REOPENINGS, Ground, NewTurn, TurnKind
from models.cases.values import Case, ClosedAs, State
from models.errors import Message, Problem, problem
from models.evidence import my_number
from models.evidence.characters import unwritable

K = TurnKind
LONGEST = 4_000
UNDECIDED = frozenset(
    {State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED, State.PROPOSED, State.COUNTERSIGNED}
)
"""Until the letter is issued the applicant may withdraw, and the case may lapse."""
OPEN = frozenset({State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED})
"""On the examiner's side of the desk: only then a case changes hands."""


def possible(case: Case) -> tuple[TurnKind, ...]:
    """The turns that a case can take as it stands; what was closed as transferred is another office's."""
    if case.state in OPEN:
        return (K.TRANSFERRED, K.HANDED_OVER, K.WITHDRAWN, K.LAPSED)
    if case.state in UNDECIDED:
        return (K.WITHDRAWN, K.LAPSED)
    return () if case.closed_as is ClosedAs.TRANSFERRED else (K.REOPENED,)


def decided(case: Case) -> bool:
    """Whether the case ended by a decision, which a court can annul."""
    return case.state is State.ISSUED or (case.state is State.CLOSED and case.closed_as is ClosedAs.ISSUED)


def problems(
    new: NewTurn, case: Case, today: date, units: Collection[str], examiners: Collection[str]
) -> Iterator[Problem]:
    """What stands against it."""
    if new.kind not in possible(case):
        yield problem(
            f"turns.not_now_{new.kind.value}", "kind", case=case.id, state=Message(f"cases.state_{case.state.value}")
        )
        return
    if not new.why.strip():
        yield problem("turns.no_why", "why")
    if new.on is not None and not case.received_on <= new.on <= today:
        yield problem("turns.bad_day", "on", day=new.on, received=case.received_on)
    yield from _target(new, case, units, examiners)
    yield from _ground(new, case)
    for name in ("why", "note", "court", "court_case"):
        yield from _text(getattr(new, name), name)


def _target(new: NewTurn, case: Case, units: Collection[str], examiners: Collection[str]) -> Iterator[Problem]:
    if new.kind is K.TRANSFERRED:
        if new.to not in units:
            yield problem("turns.no_unit", "to", unit=new.to)
        elif new.to == case.unit:
            yield problem("turns.same_unit", "to", unit=new.to)
    if new.kind is K.HANDED_OVER or (new.kind is K.REOPENED and new.to):
        if new.to not in examiners:
            yield problem("cases.no_examiner", "to", login=new.to)
        elif new.kind is K.HANDED_OVER and new.to == case.assigned_to:
            yield problem("turns.same_person", "to", login=new.to)


def _ground(new: NewTurn, case: Case) -> Iterator[Problem]:
    wanted = {K.LAPSED: LAPSES, K.REOPENED: REOPENINGS}.get(new.kind)
    if wanted is not None and new.ground not in wanted:
        yield problem("turns.no_ground", "ground")
    if new.kind is not K.REOPENED:
        return
    if new.ground is Ground.COURT:
        if not decided(case):
            yield problem("turns.nothing_decided", "ground", case=case.id)
        for name in ("court", "court_case"):
            if not getattr(new, name).strip():
                yield problem(f"turns.no_{name}", name)


def _text(text: str, place: str) -> Iterator[Problem]:
    if len(text) > LONGEST:
        yield problem("turns.too_long", place, longest=LONGEST)
    if my_number.find(text):
        yield problem("turns.my_number", place)
    if character := unwritable(text):
        yield problem("turns.unwritable", place, character=character)
