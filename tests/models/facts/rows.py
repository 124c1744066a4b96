"""Evidence for tests, written short."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.evidence.values import (
    Conduct,
    Duty,
    Employment,
    Evidence,
    EvidenceKind,
    Income,
    LanguageTest,
    Obligation,
    PaymentStatus,
    Record,
    StatusPeriod,
    Stay,
    Tie,
)
from models.facts.compute import compute
from models.facts.values import Fact, FactValue, Windows

SEEN = date(2026, 11, 19)
RECEIVED = date(2026, 9, 14)
_KINDS: Mapping[type, EvidenceKind] = {
    Stay: EvidenceKind.STAY,
    StatusPeriod: EvidenceKind.STATUS,
    Obligation: EvidenceKind.OBLIGATION,
    Income: EvidenceKind.INCOME,
    Employment: EvidenceKind.EMPLOYMENT,
    LanguageTest: EvidenceKind.LANGUAGE,
    Tie: EvidenceKind.TIE,
    Conduct: EvidenceKind.CONDUCT,
}


def day(text: str | None) -> date | None:
    """An ISO date, or none."""
    return date.fromisoformat(text) if text else None


def piece(
    number: int, record: Record, as_of: str | None = None, source: str = "record", superseded_by: str | None = None
) -> Evidence:
    """One row of evidence."""
    kind = _KINDS[type(record)]
    return Evidence(f"E{number}", number, "PR-1", kind, "", record, source, day(as_of), None, 0, superseded_by)


def pieces(*records: Record) -> tuple[Evidence, ...]:
    """Rows numbered from 1."""
    return tuple(piece(number, record) for number, record in enumerate(records, start=1))


def stay(entered: str, departed: str | None = None) -> Stay:
    """A stay."""
    return Stay(date.fromisoformat(entered), day(departed))


def held(status: str, first: str, until: str | None = None) -> StatusPeriod:
    """A status period."""
    return StatusPeriod(status, date.fromisoformat(first), day(until))


def month(
    period: str,
    due: str,
    paid: str | None = None,
    status: PaymentStatus = PaymentStatus.PAID,
    duty: Duty = Duty.NATIONAL_PENSION,
    amount: int | None = 17_510,
) -> Obligation:
    """A month of a duty."""
    return Obligation(duty, period, date.fromisoformat(due), day(paid), amount, status)


def windows(seen: date = SEEN, received: date = RECEIVED, years: int = 10) -> Windows:
    """What the general route asks."""
    return Windows(received, seen, {Duty.NATIONAL_PENSION: 24, Duty.RESIDENT_TAX: 60}, years, 5, 3)


def by_key(evidence: Iterable[Evidence], seen: date = SEEN, received: date = RECEIVED) -> dict[str, Fact]:
    """The facts of the rows by key."""
    return {fact.key: fact for fact in compute(evidence, windows(seen, received))}


def values(evidence: Iterable[Evidence], seen: date = SEEN) -> dict[str, FactValue]:
    """The values of the rows' facts by key."""
    return {key: fact.value for key, fact in by_key(evidence, seen).items()}
