"""The declarative base, and the column types that hold the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import Dialect, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from models.store.canonical import canonical, read

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

KEY = String(64).with_variant(String(64, collation="C"), "postgresql")
"""Keys sort by code point on both databases, so that paging and the walk of a verification agree with Python."""


class Base(DeclarativeBase):
    """All rows.

    Tables whose rows stand in the record set ``told``; ``told_case`` names the column that says to which case a row
    belongs (``None``: to no case), ``untold`` the columns that may change without an event. ``told_when_said``: rows that no event
    ever spoke of are no business of the record. ``told_batch``: how many rows a verification holds in memory at a time.

    On a server the database itself holds what is said here. The rows of a told table, and of one that is ``append_only``, are
    never deleted, and change only in the columns that ``changing`` names (none, unless somebody says so). Every
    other table is working paper, or can be made anew. ``hidden``: a person's role sees their own rows only. ``outlives_case``: rows
    that stay when a case is disposed of; every other row with a case's number goes with it.
    """

    metadata = MetaData(naming_convention=NAMES)
    told: ClassVar[bool] = False
    told_case: ClassVar[str | None] = None
    told_when_said: ClassVar[bool] = False
    untold: ClassVar[frozenset[str]] = frozenset()
    told_batch: ClassVar[int] = 5_000
    append_only: ClassVar[bool] = False
    changing: ClassVar[frozenset[str]] = frozenset()
    hidden: ClassVar[bool] = False
    outlives_case: ClassVar[bool] = False


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text of fixed width: it sorts, and reads the same everywhere."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's
        """A moment without a zone is refused: it means nothing."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's
        """Always in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """A JSON value as canonical text (sorted keys, no spaces), so that equal values are equal bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's
        """Written canonically."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002  SQLAlchemy's
        """Read back."""
        return None if value is None else read(value)


def moment_text(value: datetime) -> str:
    """``2026-03-16T01:02:03.000004Z``. Raises ``ValueError`` for a moment without a zone."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
