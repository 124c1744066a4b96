"""How a fact is put together: its number, unit and sources, the same way in every group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from models.errors import Message
from models.evidence.values import Evidence
from models.facts import catalogue
from models.facts.values import Fact, FactValue, Window
from models.frozen import made_often

_NUMBERED = attrgetter("number", "id")


@made_often
@dataclass(frozen=True, slots=True)
class Bearing:
    """The rows that bear on a fact, as it names them. Many facts rest on the same rows: these are put in order once."""

    sources: tuple[str, ...]
    as_of: date | None


_NO_ROWS = Message("facts.how_no_rows")
NOTHING = Bearing((), None)
"""No row bears on it."""


def bearing(rows: Iterable[Evidence]) -> Bearing:
    """What a fact says of these rows."""
    rows = tuple(rows)
    return Bearing(sources_of(rows), latest_as_of(rows)) if rows else NOTHING


def _told(rows: Iterable[Evidence] | Bearing) -> Bearing:
    return rows if isinstance(rows, Bearing) else bearing(rows)


def sources_of(rows: Iterable[Evidence]) -> tuple[str, ...]:
    """The ids of the rows, each once, in the order of their numbers."""
    return tuple(dict.fromkeys(row.id for row in in_order(rows)))


def in_order(rows: Iterable[Evidence]) -> list[Evidence]:
    """The rows by number, so that the order in which they arrived never matters."""
    return sorted(rows, key=_NUMBERED)


def latest_as_of(rows: Iterable[Evidence]) -> date | None:
    """The newest as-of date of the rows."""
    return max((row.as_of for row in rows if row.as_of), default=None)


def make(
    key: str,
    value: FactValue,
    rows: Iterable[Evidence] | Bearing = NOTHING,
    *,
    how: Message | None = None,
    window: Window | None = None,
    adverse: bool = False,
    detail: Mapping[str, object] | None = None,
) -> Fact:
    """A fact of the catalogue. Without ``how``: that no row bears on it. Raises ``KeyError`` for an unknown key."""
    known, entry = _told(rows), catalogue.entries()[key]
    words = how or _NO_ROWS
    return Fact(
        entry.id, key, value, entry.unit, known.sources, words, window, known.as_of, None, detail or {}, adverse
    )


def part(
    parent: str,
    member: str,
    value: FactValue,
    rows: Iterable[Evidence] | Bearing,
    *,
    how: Message,
    detail: Mapping[str, object] | None = None,
    adverse: bool = False,
) -> Fact:
    """A part of the fact ``parent`` (one late month, one year). Raises ``KeyError`` for an unknown key."""
    known = _told(rows)
    entry = catalogue.entries()[parent]
    if entry.members is None or entry.member_unit is None:
        raise KeyError(parent)
    return Fact(
        id=catalogue.id_of(parent, member),
        key=entry.members.replace("*", member),
        value=value,
        unit=entry.member_unit,
        sources=known.sources,
        how=how,
        as_of=known.as_of,
        parent=entry.id,
        detail=detail or {},
        adverse=adverse,
    )
