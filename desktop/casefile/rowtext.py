"""One row of evidence in words, whatever it shows. No Qt."""

from datetime import date

from desktop.casefile import words
from desktop.casefile.labels import duty_label, period
from desktop.casefile.words import say
from models.attestations import rules as attestations
from models.errors import Message
from models.evidence.values import (
    Attestation,
    Conduct,
    Document,
    Employment,
    Evidence,
    Income,
    LanguageTest,
    Obligation,
    Qualification,
    Statement,
    StatusPeriod,
    Stay,
    Tie,
)


def row_text(piece: Evidence, lang: str) -> str:
    """What the row says, in one line."""
    parts = [part for part in _parts(piece, lang) if part]
    return ("　" if lang == "ja" else ", ").join(parts)


def _day(value: date | None, lang: str) -> str:
    return words.day(value, lang) if value else ""


def _span(start: date | None, end: date | None, lang: str) -> str:
    if start is None and end is None:
        return ""
    if lang == "en" and (start is None or end is None):
        return f"since {_day(start, lang)}" if end is None else f"until {_day(end, lang)}"
    dash = "〜" if lang == "ja" else " to "
    return f"{_day(start, lang)}{dash}{_day(end, lang)}"


def _parts(piece: Evidence, lang: str) -> tuple[str, ...]:
    record = piece.record
    if isinstance(record, Obligation):
        return _obligation(record, lang)
    if isinstance(record, Stay):
        return (_span(record.entered_on, record.departed_on, lang),)
    if isinstance(record, StatusPeriod):
        return words.coded("status", record.status, lang), _span(record.from_, record.until, lang)
    if isinstance(record, Employment):
        income = words.yen(record.income, lang) if record.income is not None else ""
        return record.employer, words.coded("work", record.kind, lang), _span(record.from_, record.until, lang), income
    if isinstance(record, Income):
        dependants = say("dependants", lang, n=record.dependants) if record.dependants is not None else ""
        return say("year", lang, year=str(record.year)), words.yen(record.income, lang), dependants
    return _other(piece, lang)


def _obligation(record: Obligation, lang: str) -> tuple[str, ...]:
    status = words.coded("payment", record.status.value, lang)
    paid = say("paid_on", lang, day=words.day(record.paid_on, lang)) if record.paid_on else ""
    amount = words.yen(record.amount, lang) if record.amount is not None else ""
    due = say("due_on", lang, day=words.day(record.due_on, lang))
    return duty_label(record.duty.value, lang), period(record.period, lang), status, due, paid, amount


def _other(piece: Evidence, lang: str) -> tuple[str, ...]:
    record = piece.record
    if isinstance(record, Statement):
        return words.coded("statement", record.kind, lang), _day(record.given_on, lang), " ".join(record.text.split())
    if isinstance(record, LanguageTest):
        score = "" if record.score is None else str(record.score)
        return words.coded("test", record.test, lang), record.level, score, _day(record.taken_on, lang)
    if isinstance(record, Tie):
        return words.coded("tie", record.kind, lang), record.description, _span(record.since, record.until, lang)
    if isinstance(record, Conduct):
        return words.coded("conduct", record.kind, lang), _day(record.on, lang), record.outcome
    return _paper(piece, lang)


def _paper(piece: Evidence, lang: str) -> tuple[str, ...]:
    record = piece.record
    if isinstance(record, Qualification):
        return record.name, record.level or "", _day(record.on, lang)
    if isinstance(record, Attestation):
        end = Message(f"attestations.end_{piece.use.end.value}").text(lang) if piece.use and piece.use.end else ""
        return attestations.named(record.kind, lang), _day(record.given_on, lang), end, record.text
    if isinstance(record, Document):
        return record.title, _day(record.received_on, lang), " ".join(record.note.split())
    return words.coded("route", str(piece.values.get("route", "")), lang), _received(piece, lang)


def _received(piece: Evidence, lang: str) -> str:
    value = piece.values.get("received_on")
    return words.day(date.fromisoformat(value), lang) if isinstance(value, str) else ""
