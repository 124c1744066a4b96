"""Verbs of attestations: let the office take them or not, keep one, withdraw its consent."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from models.attestations import rules
from models.attestations.tables import AttestationRow
from models.attestations.values import Attestation, NewAttestation, Switch
from models.cases import service as cases
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence import free_text, my_number
from models.evidence import service as evidence
from models.evidence import values as pieces
from models.evidence.rows import number_of
from models.evidence.tables import EvidenceRow
from models.evidence.values import Evidence, EvidenceKind, NewEvidence, Use
from models.frameworks.service import shelf
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading, settings, told

SETTING = "attestations"
LONGEST_WHY = 1000
_ROW, _ITSELF = told.table_of(AttestationRow), told.table_of(EvidenceRow)
_OF_CASE = (
    reading.of_case(AttestationRow, "number")
    .join(_ITSELF, (_ITSELF.c.case_id == _ROW.c.case_id) & (_ITSELF.c.number == _ROW.c.number))
    .add_columns(_ITSELF.c.superseded_by)
)


def switch(session: Session) -> Switch:
    """Whether the office takes attestations; off until somebody turned it on."""
    return Switch(**settings.get(session, SETTING, {}))


def turn(session: Session, actor: Actor, on: bool, why: str) -> Switch:
    """Let the office take attestations, or no more. What was taken before counts only as long as it is on.

    Raises ``NotPermitted`` (administrators do), ``BadInput`` (no reason, a My Number in it, so already).
    """
    people.require(actor, Permission.KEEP_PEOPLE)
    _check_why(why)
    if switch(session).on == on:
        raise BadInput("attestations.so_already")
    settings.put(session, SETTING, {"on": on, "by": actor.login, "why": why.strip()})
    records.append(session, Act(actor.login, "attestations_turned", {"on": on, "why": why.strip()}))
    return switch(session)


def add(session: Session, actor: Actor, new: NewAttestation) -> Attestation:
    """Keep an attestation: it becomes a piece of evidence that the findings on its criteria may cite, and no others.

    A later one of the same attester for the same criteria takes its place. Raises ``NotPermitted`` (role, or the office takes
    none), ``NotFound``, ``CheckFailed`` with the problems, ``BadInput`` where the same is there already, ``RowsRefused``.
    """
    people.require(actor, Permission.IMPORT)
    row = cases.row_of(session, new.case, lock=True)
    if not switch(session).on:
        raise NotPermitted("attestations.off", case=new.case)
    asked = shelf(session).get(cases.framework_ref(row)).criteria_for(row.route)
    today = session.info["clock"].today()
    if found := rules.problems(new, [each.key for each in asked], today):
        raise CheckFailed("attestations.refused", found, case=new.case)
    ids, said = evidence.put(session, new.case, [_piece(session, new)])
    if not ids:
        raise BadInput("attestations.there", case=new.case, name=new.name)
    made = _row(session, actor, new, ids[0])
    row.is_new = True
    session.flush()
    content = {
        "added": list(ids), "kind": made.kind, "name": made.name, "purpose": made.purpose, "criteria": made.criteria,
        "consent_on": made.consent_on.isoformat(), "until": made.until.isoformat() if made.until else None,
    }  # fmt: skip
    told_rows = [*said, told.of_row(made), told.of_row(row)]
    records.append_many(session, [(Act(actor.login, "attestation_added", content, new.case), told_rows)])
    return _value(made, True, today)


def withdraw(session: Session, actor: Actor, case: str, key: str, why: str, on: date | None = None) -> Attestation:
    """The applicant withdrew their consent: from now on nothing may cite it, and no letter lists it. It stays in the record.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (withdrawn already, no reason, a day before the consent or to come).
    """
    people.require(actor, Permission.IMPORT)
    row = cases.row_of(session, case, lock=True)
    held = session.get(AttestationRow, (case, number_of(key) or 0))
    if held is None:
        raise NotFound("attestations.unknown", case=case, evidence=my_number.mask(key))
    _check_why(why)
    today = session.info["clock"].today()
    day = on or today
    if held.withdrawn_on is not None:
        raise BadInput("attestations.withdrawn_already", evidence=key, day=held.withdrawn_on)
    if not held.consent_on <= day <= today:
        raise BadInput("attestations.bad_day", day=day, consent=held.consent_on)
    held.withdrawn_on, held.withdrawn_by = day, actor.login
    row.version += 1
    row.is_new = True
    content = {"evidence": key, "on": day.isoformat(), "why": why.strip()}
    records.append(session, Act(actor.login, "attestation_withdrawn", content, case), [held, row])
    return _value(held, switch(session).on, today)


def of_case(session: Session, case: str, seen_on: date) -> tuple[Attestation, ...]:
    """The attestations of a case, in order, as they count on a day."""
    found = reading.rows(session, _OF_CASE, case=case)
    on = switch(session).on if found else False
    return tuple(
        replace(_value(row, on, seen_on), superseded_by=None if row.superseded_by is None else f"E{row.superseded_by}")
        for row in found
    )


def limited(session: Session, case: str, held: Iterable[Evidence], seen_on: date) -> tuple[Evidence, ...]:
    """The pieces of a case, each attestation with what it may be used for."""
    uses = {
        each.evidence: Use(each.criteria, each.purpose, each.end, each.withdrawn_on or each.until)
        for each in of_case(session, case, seen_on)
    }
    return tuple(replace(each, use=uses[each.id]) if each.id in uses else each for each in held)


def _piece(session: Session, new: NewAttestation) -> NewEvidence:
    said = rules.normal(new.kind, new.said)
    text = rules.sentence(new.kind, said, new.text, "ja")
    record = pieces.Attestation(new.kind, new.name.strip(), new.stated_on, new.until, text)
    asked = select(func.count()).where(
        AttestationRow.case_id == new.case,
        AttestationRow.name == new.name.strip(),
        AttestationRow.withdrawn_on.is_not(None),
    )
    # What was withdrawn is not superseded by what is given anew: it is another consent.
    before = session.scalar(asked.select_from(AttestationRow)) or 0
    identity = (new.kind, new.name.strip(), *sorted(new.criteria), before)
    return NewEvidence(new.case, EvidenceKind.ATTESTATION, identity, record, new.name.strip(), new.stated_on)


def _row(session: Session, actor: Actor, new: NewAttestation, key: str) -> AttestationRow:
    made = AttestationRow(
        case_id=new.case, number=number_of(key) or 0, kind=new.kind, name=new.name.strip(), stated_on=new.stated_on,
        until=new.until, purpose=new.purpose.strip(), criteria=list(dict.fromkeys(new.criteria)), consent_on=new.consent_on,
        consent_how=new.consent_how.strip(), said=[list(pair) for pair in rules.normal(new.kind, new.said)],
        text=new.text.strip(), by=actor.login, at=records.now(session), withdrawn_on=None, withdrawn_by=None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def _check_why(why: str) -> None:
    if not why.strip() or len(why) > LONGEST_WHY:
        raise BadInput("attestations.no_why", longest=LONGEST_WHY)
    free_text.check(why)


def _value(row: AttestationRow | Row[Any], on: bool, seen_on: date) -> Attestation:
    return Attestation(
        row.case_id, f"E{row.number}", row.kind, row.name, row.stated_on, row.until, row.purpose, tuple(row.criteria),
        row.consent_on, row.consent_how, tuple((key, value) for key, value in row.said), row.text, row.by, row.at,
        row.withdrawn_on, row.withdrawn_by, rules.end(row.withdrawn_on, row.until, on, seen_on),
    )  # fmt: skip
