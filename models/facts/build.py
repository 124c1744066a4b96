"""How a fact is put together: its number, unit and sources, the same way in every group."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.errors import Message
from models.evidence.values import Evidence
from models.facts import catalogue
from models.facts.values import Fact, FactValue, Window


def sources_of(rows: Iterable[Evidence]) -> tuple[str, ...]:
    """The ids of the rows, each once, in the order of their numbers."""
    return tuple(row.id for row in in_order({row.id: row for row in rows}.values()))


def in_order(rows: Iterable[Evidence]) -> list[Evidence]:
    """The rows by number, so that the order in which they arrived never matters."""
    return sorted(rows, key=lambda row: (row.number, row.id))


def latest_as_of(rows: Iterable[Evidence]) -> date | None:
    """The newest as-of date of the rows."""
    return max((row.as_of for row in rows if row.as_of), default=None)


def make(
    key: str,
    value: FactValue,
    rows: Iterable[Evidence] = (),
    *,
    how: Message | None = None,
    window: Window | None = None,
    adverse: bool = False,
    detail: Mapping[str, object] | None = None,
) -> Fact:
    """A fact of the catalogue. Without ``how``: that no row bears on it. Raises ``KeyError`` for an unknown key."""
    rows = tuple(rows)
    return Fact(
        id=catalogue.id_of(key),
        key=key,
        value=value,
        unit=catalogue.entries()[key].unit,
        sources=sources_of(rows),
        how=how or Message("facts.how_no_rows"),
        window=window,
        as_of=latest_as_of(rows),
        detail=detail or {},
        adverse=adverse,
    )


def part(
    parent: str,
    member: str,
    value: FactValue,
    rows: Iterable[Evidence],
    *,
    how: Message,
    detail: Mapping[str, object] | None = None,
    adverse: bool = False,
) -> Fact:
    """A part of the fact ``parent`` (one late month, one year). Raises ``KeyError`` for an unknown key."""
    rows = tuple(rows)
    entry = catalogue.entries()[parent]
    if entry.members is None or entry.member_unit is None:
        raise KeyError(parent)
    return Fact(
        id=catalogue.id_of(parent, member),
        key=entry.members.replace("*", member),
        value=value,
        unit=entry.member_unit,
        sources=sources_of(rows),
        how=how,
        as_of=latest_as_of(rows),
        parent=entry.id,
        detail=detail or {},
        adverse=adverse,
    )
