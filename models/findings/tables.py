"""Rows of findings and of the drafts they grow from."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class FindingRow(Base):
    """One revision of a finding: appended, never changed but for ``current``."""

    __tablename__ = "finding"
    told = True
    told_case = "case_id"
    changing = frozenset({"current"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    current: Mapped[bool] = mapped_column(Boolean)
    finding: Mapped[str] = mapped_column(String(20))
    reasons: Mapped[Any] = mapped_column(Json)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)
    framework_version: Mapped[str] = mapped_column(String(40))
    cited: Mapped[Any] = mapped_column(Json)


class FindingDraftRow(Base):
    """Working paper: what stands in the sheet, not yet recorded."""

    __tablename__ = "finding_draft"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    finding: Mapped[str] = mapped_column(String(20))
    reasons: Mapped[Any] = mapped_column(Json)
    base: Mapped[int] = mapped_column(Integer)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    saving: Mapped[int] = mapped_column(Integer)
