"""Verbs of representatives: add one, end it, say to whom letters go."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases import whose
from models.errors import BadInput, CheckFailed, NotFound, Problem, problem
from models.evidence import free_text, my_number
from models.evidence.characters import unwritable
from models.people.values import Actor
from models.records import service as records
from models.records.values import Act
from models.representatives.tables import RepresentativeRow
from models.representatives.values import CAN_RECEIVE, NewRepresentative, Recipient, Representative, Role

_TEXTS = ("name", "organisation", "registration", "address", "telephone")
_LONGEST = {"name": 300, "organisation": 300, "registration": 100, "address": 1000, "telephone": 60}


def problems(new: NewRepresentative, today: date) -> Iterator[Problem]:
    """What stands against noting them. The place is the field's name."""
    if not new.name.strip():
        yield problem("representatives.no_name", "name")
    if new.receives and new.role not in CAN_RECEIVE:
        yield problem("representatives.cannot_receive", "receives")
    elif new.receives and not new.address.strip():
        yield problem("representatives.no_address", "address")
    if new.since is not None and new.since > today:
        yield problem("representatives.bad_day", "since", day=new.since)
    for name in _TEXTS:
        text = getattr(new, name)
        if len(text) > _LONGEST[name]:
            yield problem("turns.too_long", name, longest=_LONGEST[name])
        if my_number.find(text):
            yield problem("turns.my_number", name)
        if character := unwritable(text):
            yield problem("turns.unwritable", name, character=character)


def add(session: Session, actor: Actor, new: NewRepresentative) -> Representative:
    """Note a representative. Where letters already go to another, they go to this one from now on.

    Raises ``NotPermitted``, ``NotFound``, ``CheckFailed`` with the problems.
    """
    row = whose.kept(session, actor, new.case)
    today = session.info["clock"].today()
    if found := tuple(problems(new, today)):
        raise CheckFailed("representatives.refused", found, case=new.case)
    last = session.scalar(select(func.max(RepresentativeRow.number)).where(RepresentativeRow.case_id == new.case)) or 0
    made = RepresentativeRow(
        case_id=new.case, number=last + 1, role=new.role.value, receives=new.receives, since=new.since or today,
        by=actor.login, at=records.now(session), ended_on=None, ended_by=None,
        **{name: getattr(new, name).strip() for name in _TEXTS},
    )  # fmt: skip
    session.add(made)
    session.flush()
    row.version += 1
    # The address stays in its row: an event is read by more people than need it.
    content = {
        "number": made.number, "role": made.role, "name": made.name, "organisation": made.organisation,
        "registration": made.registration, "receives": made.receives, "since": made.since.isoformat(),
    }  # fmt: skip
    records.append(session, Act(actor.login, "representative_added", content, new.case), [made, row])
    return _value(made)


def end(session: Session, actor: Actor, case: str, number: int, why: str) -> Representative:
    """They no longer represent. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` without a reason."""
    row = whose.kept(session, actor, case)
    made = session.get(RepresentativeRow, (case, number))
    if made is None or made.ended_on is not None:
        raise NotFound("representatives.unknown", case=case, number=number)
    if not why.strip():
        raise BadInput("turns.no_why")
    free_text.check(why)
    made.ended_on, made.ended_by = session.info["clock"].today(), actor.login
    row.version += 1
    content = {"number": number, "name": made.name, "why": why.strip()}
    records.append(session, Act(actor.login, "representative_ended", content, case), [made, row])
    return _value(made)


def of_case(session: Session, case: str) -> tuple[Representative, ...]:
    """Every representative of a case, those who ended too."""
    asked = select(RepresentativeRow).where(RepresentativeRow.case_id == case).order_by(RepresentativeRow.number)
    return tuple(_value(row) for row in session.scalars(asked))


def recipient(session: Session, case: str) -> Recipient:
    """To whom letters go: the last representative who receives them, or the applicant. Raises ``NotFound``."""
    row = cases.row_of(session, case)
    chosen = [each for each in of_case(session, case) if each.receives and each.ended_on is None]
    if chosen:
        last = chosen[-1]
        return Recipient("\n".join(each for each in (last.organisation, last.name) if each), last.address, last)
    return Recipient(row.name, row.address or "")


def _value(row: RepresentativeRow) -> Representative:
    return Representative(
        row.case_id, row.number, Role(row.role), row.name, row.organisation, row.registration, row.address, row.telephone,
        row.receives, row.since, row.by, row.ended_on,
    )  # fmt: skip
