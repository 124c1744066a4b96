"""Rows of links to earlier cases; a wrong one is undone, not deleted."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class EarlierRow(Base):
    """One link."""

    __tablename__ = "case_earlier"
    told = True
    told_case = "case_id"
    changing = frozenset({"undone_by", "undone_at"})
    __table_args__ = (Index("ix_case_earlier_earlier", "earlier"),)

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    earlier: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"))
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    undone_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)
