"""The rows of sealed letters and of their running numbers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class LetterRow(Base):
    """A letter as issued: one row a language and format. Bytes never change; a correction is a new row that names the old."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("number", "language", "format"),)
    told = True
    told_case = "case_id"
    told_batch = 20
    changing = frozenset({"superseded_by"})

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    format: Mapped[str] = mapped_column(String(8))
    number: Mapped[str] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    content_digest: Mapped[str] = mapped_column(String(64))
    check_number: Mapped[str] = mapped_column(String(16))
    decided_on: Mapped[date]
    dispatched_on: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcTime)
    issued_by: Mapped[str] = mapped_column(KEY)
    seq: Mapped[int] = mapped_column(Integer)
    superseded_by: Mapped[str | None] = mapped_column(KEY, default=None)


class LetterNumberRow(Base):
    """The last running number given in a year; it is drawn inside the issuing transaction, so none is lost or doubled."""

    __tablename__ = "letter_number"

    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(Integer)


class LetterMakingRow(Base):
    """How a sealed PDF was made: with which renderer from which data (``source``: zlib of JSON), the hash of its bytes before
    they were signed, and the certificate that signed them. With it the same renderer makes the same bytes again."""

    __tablename__ = "letter_making"
    told = True
    told_case = "case_id"
    told_batch = 20

    letter_id: Mapped[str] = mapped_column(KEY, ForeignKey("letter.id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), index=True)
    renderer: Mapped[str] = mapped_column(String(64))
    source: Mapped[bytes] = mapped_column(LargeBinary)
    unsigned_sha256: Mapped[str] = mapped_column(String(64))
    unsigned_size: Mapped[int] = mapped_column(Integer)
    certificate: Mapped[str] = mapped_column(String(64), ForeignKey("office_certificate.fingerprint"))
