"""Rows of the record: events, the head of their chain, and the commands that were already answered."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class EventRow(Base):
    """One act. ``content`` is canonical JSON, kept as text because its bytes are what the link is made over."""

    __tablename__ = "event"
    append_only = True
    outlives_case = True
    __table_args__ = (Index("ix_event_case_id", "case_id", "seq"), Index("ix_event_kind", "kind", "seq"))

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[str | None] = mapped_column(KEY)
    content: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(String(64))


KIND_IN_CASE = EventRow.kind.concat("")
"""The kind, asked of the events of cases that are named: in an expression, so that SQLite walks these and not every event of that kind
in the office, of which there are more with every case."""


class ChainHeadRow(Base):
    """Where the chain stands; ``seal`` is keyed too, so that a cut tail does not pass with an adjusted head."""

    __tablename__ = "chain_head"
    append_only = True
    changing = frozenset({"seq", "at", "link", "seal"})

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcTime)
    link: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))


class CommandRow(Base):
    """A command that carried an idempotency key, and what was answered."""

    __tablename__ = "command"
    append_only = True

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    seq: Mapped[int] = mapped_column(Integer)
    answer: Mapped[Any] = mapped_column(Json)


class TombstoneRow(Base):
    """What stays of a case that was disposed of. ``name``: its number, or a digest of it where its class keeps no number."""

    __tablename__ = "tombstone"
    told = True

    name: Mapped[str] = mapped_column(KEY, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(30))
    unit: Mapped[str] = mapped_column(String(100))
    outcome: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    ended_on: Mapped[date]
    retention: Mapped[str] = mapped_column(String(40))
    started_on: Mapped[date]
    earliest_on: Mapped[date]
    proposed_by: Mapped[str] = mapped_column(String(64))
    approved_by: Mapped[str] = mapped_column(String(64))
    disposed_on: Mapped[date]
    replayed: Mapped[bool]
