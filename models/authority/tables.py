"""Rows of the rules of who may decide, and of the signatures on proposals."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class AuthorityRow(Base):
    """A version of the rules; two people make one."""

    __tablename__ = "authority"
    __table_args__ = (CheckConstraint("approved_by IS NULL OR approved_by <> drafted_by", name="two_people"),)
    told = True
    changing = frozenset({"approved_by", "approved_at"})

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    lines: Mapped[Any] = mapped_column(Json)
    from_on: Mapped[date]
    why: Mapped[str] = mapped_column(Text)
    drafted_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    drafted_at: Mapped[datetime] = mapped_column(UtcTime)
    approved_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcTime)


class SigningRow(Base):
    """A signature on a proposal: appended, never changed."""

    __tablename__ = "decision_signing"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    round: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    step: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    rules: Mapped[int] = mapped_column(Integer)
    line: Mapped[str] = mapped_column(String(60))
    last: Mapped[bool] = mapped_column(Boolean)
    deputy: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(Text)
