"""The rows of sealed letters, of their running numbers, and of the office's letter settings."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, UtcTime


class LetterRow(Base):
    """A letter as issued: one row a language and format. Bytes never change; a correction is a new row that names the old."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("number", "language", "format"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    case_id: Mapped[str] = mapped_column(String(64), ForeignKey("case.id"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    format: Mapped[str] = mapped_column(String(8))
    number: Mapped[str] = mapped_column(String(64), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    content_digest: Mapped[str] = mapped_column(String(64))
    check_number: Mapped[str] = mapped_column(String(16))
    decided_on: Mapped[date]
    dispatched_on: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcTime)
    issued_by: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int] = mapped_column(Integer)
    superseded_by: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), default=None)


class LetterNumberRow(Base):
    """The last running number given in a year; numbers are given inside the issuing transaction, so none is lost or doubled."""

    __tablename__ = "letter_number"

    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(Integer)


class LetterSettingRow(Base):
    """The office's letter settings (letterhead, help desks, envelope), one JSON object a key."""

    __tablename__ = "letter_setting"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    seq: Mapped[int] = mapped_column(Integer)
