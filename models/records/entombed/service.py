"""Names that stay of disposed cases, and whether a case was disposed of."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.records import chain
from models.records.tables import TombstoneRow

_MANY = 500


def name_of(session: Session, case: str, number: bool) -> str:
    """What stays of a case's number: itself, or its keyed digest."""
    return case if number else chain.case_digest(session.info["desk"], case)


def gone(session: Session, cases: Sequence[str]) -> frozenset[str]:
    """Those of these numbers whose case was disposed of."""
    if not any_gone(session):
        return frozenset()
    names = {name_of(session, case, number): case for case in cases for number in (True, False)}
    listed, found = list(names), set[str]()
    for start in range(0, len(listed), _MANY):
        asked = select(TombstoneRow.name).where(TombstoneRow.name.in_(listed[start : start + _MANY]))
        found.update(names[name] for name in session.scalars(asked))
    return frozenset(found)


def count(session: Session) -> int:
    """How many cases were disposed of."""
    return session.scalar(select(func.count()).select_from(TombstoneRow)) or 0


def unlisted(session: Session, listed: Collection[str]) -> bool:
    """Whether a case was disposed of whose digest is not among these."""
    desk: bytes = session.info["desk"]
    names = session.scalars(select(TombstoneRow.name))
    return any(name not in listed and chain.case_digest(desk, name) not in listed for name in names)


def any_gone(session: Session) -> bool:
    """Whether any case was ever disposed of."""
    return session.scalar(select(TombstoneRow.name).limit(1)) is not None
