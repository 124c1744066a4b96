"""The rows of rewordings, and of the drafts they grow from."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class RewordingRow(Base):
    """One revision of a sentence's wording: appended, never changed but for ``current``."""

    __tablename__ = "letter_rewording"
    told = True
    told_case = "case_id"
    changing = frozenset({"current"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    sentence: Mapped[str] = mapped_column(String(200), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    current: Mapped[bool] = mapped_column(Boolean)
    standard: Mapped[str] = mapped_column(Text)
    pattern: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)


class WordingDraftRow(Base):
    """Working paper: what a person wrote for a sentence and has not put into the letter. No event."""

    __tablename__ = "letter_wording_draft"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    sentence: Mapped[str] = mapped_column(String(200), primary_key=True)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcTime)
