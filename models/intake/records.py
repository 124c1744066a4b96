"""Typed cells to records: what a row of each kind becomes, and which rows contradict themselves."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from models.cases.values import Applicant, Kind, NewCase
from models.duedates.rules import SET_BY_TOWNS, by_law
from models.duedates.values import UNSAID
from models.evidence.values import (
    Conduct,
    Duty,
    Employment,
    Income,
    LanguageTest,
    Obligation,
    PaymentStatus,
    Qualification,
    Record,
    Statement,
    StatusPeriod,
    Stay,
    Tie,
)
from models.evidence.values import EvidenceKind as K
from models.intake.values import EvidenceRow, Schema

Values = Mapping[str, object]

_ORDERED = (
    ("entered_on", "departed_on"),
    ("from", "until"),
    ("since", "until"),
    ("born_on", "received_on"),
    ("born_on", "stay_until"),
)
"""Pairs of columns of which the first day may not lie after the second."""


def contradictions(values: Values) -> Iterator[tuple[str, str, str]]:
    """What in a row cannot be true together: (column, message code, the other column)."""
    for first, second in _ORDERED:
        earlier, later = values.get(first), values.get(second)
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            yield second, "intake.before", first
    if "due_on" in values and values["due_on"] is None and _never_known(values):
        yield "due_on", "intake.missing", "duty"
    if values.get("status") == "unpaid" and values.get("paid_on"):
        yield "paid_on", "intake.unpaid_but_paid_on", "status"


def _never_known(values: Values) -> bool:
    """Whether neither the law nor any municipality's table says when this is due."""
    duty, period = values.get("duty"), values.get("period")
    if not isinstance(duty, str) or not isinstance(period, str):
        return False
    return Duty(duty) not in SET_BY_TOWNS and by_law(Duty(duty), period) is None


def record(kind: K, values: Values) -> Record:
    """The record of a row whose cells are read."""
    return _MAKERS[kind](values)


def case_row(line: int, values: Values) -> NewCase:
    """The case of a row of a ``cases`` file."""
    v = values
    applicant = Applicant(
        _text(v, "name"), _text(v, "name_reading"), _day(v, "born_on"), _text(v, "nationality"), _text(v, "current_status"),
        _open_day(v, "stay_until"), _text(v, "language"), _open_text(v, "sex"), _open_text(v, "address"),
        _open_text(v, "municipality"), bool(v.get("confidential")),
    )  # fmt: skip
    return NewCase(
        _text(v, "case"), Kind(_text(v, "kind")), _text(v, "route"), _day(v, "received_on"), _text(v, "unit"), applicant,
        _open_text(v, "receipt_number"), _open_text(v, "household"), _open_text(v, "agent"), line,
    )  # fmt: skip


def evidence_row(line: int, schema: Schema, values: Values) -> EvidenceRow:
    """The piece of evidence of a row of any other file."""
    kind = K(schema.what)
    identity = tuple(_said(values.get(name)) for name in schema.identity)
    return EvidenceRow(
        line, _text(values, "case"), kind, identity, record(kind, values), _text(values, "source"),
        _open_day(values, "as_of"), _open_text(values, "receipt"),
    )  # fmt: skip


def _said(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _open_text(values: Values, name: str) -> str | None:
    return cast("str | None", values.get(name))


def _text(values: Values, name: str) -> str:
    return cast("str", values.get(name) or "")


def _day(values: Values, name: str) -> date:
    return cast("date", values[name])


def _open_day(values: Values, name: str) -> date | None:
    return cast("date | None", values.get(name))


def _number(values: Values, name: str) -> int | None:
    return cast("int | None", values.get(name))


def _obligation(v: Values) -> Record:
    status = PaymentStatus(_text(v, "status"))
    return Obligation(
        Duty(_text(v, "duty")),
        _text(v, "period"),
        _open_day(v, "due_on") or by_law(Duty(_text(v, "duty")), _text(v, "period")) or UNSAID,
        _open_day(v, "paid_on"),
        _number(v, "amount"),
        status,
    )


def _stay(v: Values) -> Record:
    return Stay(_day(v, "entered_on"), _open_day(v, "departed_on"))


def _status(v: Values) -> Record:
    return StatusPeriod(_text(v, "status"), _day(v, "from"), _open_day(v, "until"))


def _employment(v: Values) -> Record:
    return Employment(
        _text(v, "employer"), _text(v, "kind"), _day(v, "from"), _open_day(v, "until"), _number(v, "income")
    )


def _income(v: Values) -> Record:
    return Income(cast("int", v["year"]), cast("int", v["income"]), _number(v, "dependants"))


def _qualification(v: Values) -> Record:
    return Qualification(_text(v, "kind"), _text(v, "name"), _text(v, "level") or None, _open_day(v, "on"))


def _language(v: Values) -> Record:
    return LanguageTest(_text(v, "test"), _text(v, "level"), _number(v, "score"), _open_day(v, "taken_on"))


def _tie(v: Values) -> Record:
    return Tie(_text(v, "kind"), _open_day(v, "since"), _open_day(v, "until"), _text(v, "description"))


def _conduct(v: Values) -> Record:
    return Conduct(_text(v, "kind"), _day(v, "on"), _text(v, "outcome"))


def _statement(v: Values) -> Record:
    return Statement(_text(v, "kind"), _day(v, "given_on"), _text(v, "text"))


_MAKERS: Mapping[K, Callable[[Values], Record]] = {
    K.OBLIGATION: _obligation,
    K.STAY: _stay,
    K.STATUS: _status,
    K.EMPLOYMENT: _employment,
    K.INCOME: _income,
    K.QUALIFICATION: _qualification,
    K.LANGUAGE: _language,
    K.TIE: _tie,
    K.CONDUCT: _conduct,
    K.STATEMENT: _statement,
}
