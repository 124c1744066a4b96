"""Rows of evidence: one table, one row a piece."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json


class EvidenceRow(Base):
    """A piece of evidence. ``natural_key`` says what it speaks of (a duty's month, a year's income), so that a later row on
    the same is known; ``superseded_by`` is the number of the row that took its place."""

    __tablename__ = "evidence"
    __table_args__ = (Index("ix_evidence_natural_key", "case_id", "natural_key"),)
    told = True
    told_case = "case_id"
    changing = frozenset({"superseded_by"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(400))
    natural_key: Mapped[str] = mapped_column(String(240))
    record: Mapped[Any] = mapped_column(Json)
    source: Mapped[str] = mapped_column(String(200))
    as_of: Mapped[date | None]
    receipt: Mapped[str | None] = mapped_column(String(100))
    document: Mapped[int] = mapped_column(Integer)
    superseded_by: Mapped[int | None] = mapped_column(Integer)
