"""Between a record and its row: JSON and back, what it is about, and what it speaks of. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from models.evidence.values import (
    RECORD_TYPES,
    Duty,
    Employment,
    Evidence,
    EvidenceKind,
    Income,
    LanguageTest,
    Obligation,
    PaymentStatus,
    Qualification,
    Record,
    StatusPeriod,
    Stay,
)
from models.store.canonical import digest

LONGEST_KEY = 200
_KINDS = {each.value: each for each in EvidenceKind}
_ABOUT: Mapping[type, str] = {
    Obligation: "duty",
    Income: "year",
    StatusPeriod: "status",
    Employment: "employer",
    Qualification: "name",
    LanguageTest: "test",
}


def plain(record: Record) -> dict[str, object]:
    """The record as JSON-able values, under the names that the import files use."""
    made: type = type(record)
    return {outer: _out(getattr(record, inner)) for inner, outer, _ in _shape(made)}


def revive(kind: EvidenceKind, values: Mapping[str, Any]) -> Record:
    """The record back from its JSON values."""
    made, get = RECORD_TYPES[kind], values.get
    return made(*[get(outer) if read is None else read(get(outer)) for _, outer, read in _shape(made)])  # type: ignore[no-any-return]  # the mapping holds classes of Record


def about(record: Record) -> str:
    """What it bears on, in one word: a duty, a year, a test."""
    name = _ABOUT.get(type(record), "kind")
    return "stay" if isinstance(record, Stay) else str(getattr(record, name))


def natural_key(kind: EvidenceKind, identity: tuple[object, ...]) -> str:
    """What a row speaks of, as one text; long ones by their digest."""
    said = "|".join([kind.value, *("" if part is None else str(part) for part in identity)])
    return said if len(said) <= LONGEST_KEY else f"{kind.value}|{digest({'key': said})}"


def number_of(evidence_id: str) -> int | None:
    """``E12`` is 12; ``None`` for what is no evidence id."""
    return (
        int(evidence_id[1:])
        if evidence_id[:1] == "E" and evidence_id[1:].isascii() and evidence_id[1:].isdigit()
        else None
    )


def evidence_id(number: int | None) -> str | None:
    """12 is ``E12``."""
    return None if number is None else f"E{number}"


def piece(
    case: str,
    number: int,
    kind: str,
    about_: str,
    values: Mapping[str, Any],
    source: str,
    as_of: date | None,
    receipt: str | None,
    document: int,
    superseded_by: int | None,
) -> Evidence:
    """A row as a value."""
    known = _KINDS.get(kind) or EvidenceKind(kind)
    return Evidence(
        f"E{number}",
        number,
        case,
        known,
        about_,
        revive(known, values),
        source,
        as_of,
        receipt,
        document,
        None if superseded_by is None else evidence_id(superseded_by),
    )


def _out(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@cache
def _shape(record: type) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    """The fields of a record in order: their name, their name outside, and what reads them where they do not stand as they are."""
    hints = get_type_hints(record)
    return tuple((each.name, each.name.rstrip("_"), _reader(hints[each.name])) for each in fields(record))


def _reader(hint: object) -> Callable[[Any], Any] | None:
    if hint in (date, date | None):
        return _day
    if hint is Duty or hint is PaymentStatus:
        return _member(hint)
    return None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _member(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """A member by its value, at a tenth of what the class takes to find it; another value is refused as the class does it."""
    known = {each.value: each for each in kind}
    return lambda value: known.get(value) or kind(value)
