"""Rows of households: where a finding was copied from, and why outcomes differ within a family."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class FindingCopyRow(Base):
    """A finding that was taken over from a case of the same household: from which, and which revision."""

    __tablename__ = "finding_copy"
    told = True
    told_case = "case_id"
    __table_args__ = (Index("ix_finding_copy_from_case", "from_case"),)

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(80), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    from_case: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"))
    from_revision: Mapped[int] = mapped_column(Integer)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class DistinctionRow(Base):
    """Why this case ends otherwise than another of its household; the last one holds."""

    __tablename__ = "household_distinction"
    told = True
    told_case = "case_id"
    __table_args__ = (Index("ix_household_distinction_other_case", "other_case"),)

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    other_case: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"))
    outcome: Mapped[str] = mapped_column(String(10))
    other_outcome: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
