"""Rows of like cases: how each decided case was found on each criterion, in bands; what was shown, and what was said to it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime

PATTERN = String(800).with_variant(String(800, collation="C"), "postgresql")
"""Compared by its beginning, so by code point everywhere."""


class LikeCaseRow(Base):
    """How a decided case was found on a criterion, and its bands there; follows from the case's own rows, and no event speaks of it.

    ``about``: kind, route and criterion. There while a decision of the case stands: written with its signature, gone when it is
    taken up again.
    """

    __tablename__ = "like_case"
    __table_args__ = (
        Index("ix_like_case_alike", "about", "pattern", "decided_on", "case_id", "finding"),
        Index("ix_like_case_newest", "about", "decided_on", "case_id", "pattern", "finding"),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    about: Mapped[str] = mapped_column(String(140))
    decided_on: Mapped[date]
    finding: Mapped[str] = mapped_column(String(20))
    pattern: Mapped[str] = mapped_column(PATTERN)


class ComparisonRow(Base):
    """What was shown to a revision of a finding, once: how like cases were found."""

    __tablename__ = "comparison"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    finding: Mapped[str] = mapped_column(String(20))
    total: Mapped[int] = mapped_column(Integer)
    differs: Mapped[bool] = mapped_column(Boolean)
    shown: Mapped[Any] = mapped_column(Json)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)


class WhyUnlikeRow(Base):
    """Why a revision of a finding differs from most like cases; written again, the next number holds."""

    __tablename__ = "distinction"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)
