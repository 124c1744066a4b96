"""Verbs of what goes back to linked institutions: look at it, let it go, read what went."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models.cases import forms
from models.cases.tables import CaseRow
from models.cases.values import ClosedAs, Kind, State
from models.decisions.tables import RoundRow
from models.decisions.values import Outcome
from models.errors import BadInput, CheckFailed, Stale
from models.frameworks.service import shelf
from models.people import rules as people
from models.people.values import Actor, Permission
from models.provisions import rules
from models.provisions.tables import ProvidedRow, ProvisionRow
from models.provisions.values import Institution, Line, Order, Parcel, Provision
from models.records import service as records
from models.records.tables import EventRow
from models.records.values import Act
from models.store import told
from models.store.canonical import digest
from models.store.clock import JAPAN
from resources import messages

_PERMANENT = "permanent_resident"
_LANGUAGE = "ja"
"""What goes to an institution of Japan is in Japanese."""


def preview(session: Session, actor: Actor, order: Order) -> Parcel:
    """What would go, line by line; nothing is written. Raises ``NotPermitted``, ``BadInput``, ``CheckFailed``."""
    people.require(actor, Permission.PROVIDE_DATA)
    if found := tuple(rules.problems(order, session.info["clock"].today())):
        raise CheckFailed("provisions.refused", found)
    to = rules.institution(order.institution)
    recipient = order.recipient.strip() if to.each else to.title[_LANGUAGE]
    before = _before(session, to.key, recipient)
    lines = tuple(_line(session, to, row, decided, before) for row, decided in _decided(session, order, to))
    rules.check_cells(lines)
    said = [[each.case, list(each.cells), each.before] for each in lines]
    return Parcel(order, to, recipient, lines, digest({"recipient": recipient, "lines": said}))


def provide(session: Session, actor: Actor, parcel: Parcel, why: str, form: str, sha256: str) -> Provision:
    """Record that a file with exactly these lines goes to its recipient: one event of the office, and one of each case.

    Raises ``NotPermitted``, ``CheckFailed`` (no reason), ``BadInput`` (nothing goes), ``Stale`` (not what was looked at any more).
    """
    people.require(actor, Permission.PROVIDE_DATA)
    if found := tuple(rules.why_problems(why)):
        raise CheckFailed("provisions.refused", found)
    now = preview(session, actor, parcel.order)
    if now.digest != parcel.digest:
        raise Stale("provisions.changed", theirs=now.digest, mine=parcel.digest)
    lines = rules.going(now)
    if not lines:
        raise BadInput("provisions.nothing")
    row = _row(session, actor, now, len(lines), why, form, sha256)
    provided = [
        ProvidedRow(case_id=each.case, number=row.number, round=each.round, digest=digest({"cells": list(each.cells)}))
        for each in lines
    ]
    session.add_all(provided)
    session.flush()
    content = {
        "number": row.number, "institution": row.institution, "recipient": row.recipient, "ground": row.ground,
        "fields": row.fields, "sha256": sha256,
    }  # fmt: skip
    more = {
        "from": row.from_on.isoformat(),
        "to": row.to_on.isoformat(),
        "cases": row.cases,
        "format": form,
        "why": row.why,
    }
    whole: records.Entry = (Act(actor.login, "data_provided", {**content, **more}), [told.of_row(row)])
    each_case: list[records.Entry] = [
        (Act(actor.login, "case_provided", content, one.case_id), [told.of_row(one)]) for one in provided
    ]
    records.append_many(session, [whole, *each_case])
    return _value(row)


def log(session: Session, case: str | None = None) -> tuple[Provision, ...]:
    """What went, the latest first; ``case``: only what held that case."""
    asked = select(ProvisionRow).order_by(ProvisionRow.number.desc())
    if case is not None:
        asked = asked.join(ProvidedRow, ProvidedRow.number == ProvisionRow.number).where(ProvidedRow.case_id == case)
    return tuple(_value(row) for row in session.scalars(asked))


def cases_of(session: Session, number: int) -> tuple[str, ...]:
    """The cases that a provision held, as far as this person sees them."""
    asked = select(ProvidedRow.case_id).where(ProvidedRow.number == number).order_by(ProvidedRow.case_id)
    return tuple(session.scalars(asked))


def municipalities(session: Session) -> tuple[str, ...]:
    """The municipalities of ended cases: the recipients that there may be."""
    asked = select(CaseRow.municipality).where(CaseRow.municipality.is_not(None), CaseRow.state.in_(_ENDED)).distinct()
    return tuple(sorted(each for each in session.scalars(asked) if each))


_ENDED = (State.ISSUED.value, State.CLOSED.value)


def _decided(session: Session, order: Order, to: Institution) -> Iterator[tuple[CaseRow, RoundRow]]:
    """Granted, issued cases of the kinds that the institution is given: decided in the span, or before it and only issued in it
    (at the end of a span a letter may still be on its way; without these nobody would ever be told)."""
    start = datetime.combine(order.from_on, time(), JAPAN)
    end = datetime.combine(order.to_on + timedelta(days=1), time(), JAPAN)
    asked = (
        select(CaseRow, RoundRow)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(CaseRow.state.in_(_ENDED), CaseRow.kind.in_(to.kinds), RoundRow.outcome == Outcome.GRANT.value)
        .where(RoundRow.countersigned_at < end, or_(RoundRow.countersigned_at >= start, _issued(start, end)))
        .order_by(CaseRow.id)
    )
    if to.each:
        asked = asked.where(CaseRow.municipality == order.recipient.strip())
    for row, decided in session.execute(asked):
        if row.state == State.ISSUED.value or row.closed_as == ClosedAs.ISSUED.value:
            yield row, decided


def _issued(start: datetime, end: datetime) -> ColumnElement[bool]:
    # Asked once for all cases: asked for each, it would walk every issue of the office a hundred thousand times.
    asked = select(EventRow.case_id).where(EventRow.kind == "issued", EventRow.at >= start, EventRow.at < end)
    return CaseRow.id.in_(asked)


def _before(session: Session, institution: str, recipient: str) -> dict[tuple[str, int], int]:
    asked = (
        select(ProvidedRow.case_id, ProvidedRow.round, ProvidedRow.number)
        .join(ProvisionRow, ProvisionRow.number == ProvidedRow.number)
        .where(ProvisionRow.institution == institution, ProvisionRow.recipient == recipient)
        .order_by(ProvidedRow.number)
    )
    return {(case, round_): number for case, round_, number in session.execute(asked)}


def _line(
    session: Session, to: Institution, row: CaseRow, decided: RoundRow, before: dict[tuple[str, int], int]
) -> Line:
    withheld = ("address",) if row.confidential and "address" in to.fields else ()
    cells = tuple("" if field in withheld else _cell(session, field, row, decided) for field in to.fields)
    return Line(row.id, decided.round, cells, withheld, before.get((row.id, decided.round)))


def _cell(session: Session, field: str, row: CaseRow, decided: RoundRow) -> str:
    if field == "status":
        return _status(row, decided)
    if field == "period":
        return _period(session, row, decided)
    if field == "decided_on":
        signed = decided.countersigned_at
        return signed.astimezone(JAPAN).date().isoformat() if signed else ""
    value = getattr(row, field)
    if field == "sex" and value and messages.has(f"provisions.sex_{value}", _LANGUAGE):
        return messages.text(f"provisions.sex_{value}", _LANGUAGE, {})
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _status(row: CaseRow, decided: RoundRow) -> str:
    """The status that the person has from now on, by its statutory name."""
    kept = _PERMANENT if row.kind == Kind.PERMANENT_RESIDENCE.value else row.current_status
    key = decided.status or kept
    return messages.text(f"desk.status.{key}", _LANGUAGE, {}) if messages.has(f"desk.status.{key}", _LANGUAGE) else key


def _period(session: Session, row: CaseRow, decided: RoundRow) -> str:
    if row.kind == Kind.PERMANENT_RESIDENCE.value:
        return messages.text("provisions.unlimited", _LANGUAGE, {})
    periods = shelf(session).get(forms.case(row).framework).periods
    title = next((each.title for each in periods if each.key == decided.period), None)
    return title.in_(_LANGUAGE) if title else decided.period or ""


def _row(session: Session, actor: Actor, parcel: Parcel, cases: int, why: str, form: str, sha256: str) -> ProvisionRow:
    last = session.scalar(select(func.max(ProvisionRow.number))) or 0
    made = ProvisionRow(
        number=last + 1, institution=parcel.institution.key, recipient=parcel.recipient,
        ground=parcel.institution.ground[_LANGUAGE], fields=list(parcel.institution.fields), from_on=parcel.order.from_on,
        to_on=parcel.order.to_on, cases=cases, format=form, sha256=sha256, why=why.strip(), by=actor.login,
        at=records.now(session),
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def _value(row: ProvisionRow) -> Provision:
    return Provision(
        row.number, row.institution, row.recipient, row.ground, tuple(row.fields), row.from_on, row.to_on, row.cases,
        row.format, row.sha256, row.why, row.by, row.at,
    )  # fmt: skip
