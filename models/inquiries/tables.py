"""Rows of interviews, surveys, inquiries, consultations and forwardings, and of the pictures of surveys."""

from datetime import date
from typing import Any

from sqlalchemy import Boolean, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json


class InquiryRow(Base):
    """One act of asking or looking; what was planned never changes, what came of it is added once."""

    __tablename__ = "inquiry"
    told = True
    told_case = "case_id"
    changing = frozenset({"state", "done_on", "report", "present", "read_back", "evidence", "why"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(Text)
    whom: Mapped[str] = mapped_column(String(300))
    place: Mapped[str] = mapped_column(Text)
    planned_on: Mapped[date | None]
    time: Mapped[str] = mapped_column(String(5))
    interpreter: Mapped[str] = mapped_column(String(200))
    ground: Mapped[str] = mapped_column(Text)
    opinion: Mapped[str] = mapped_column(Text)
    criteria: Mapped[Any] = mapped_column(Json)
    waits: Mapped[bool] = mapped_column(Boolean)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    asked_on: Mapped[date]
    done_on: Mapped[date | None]
    report: Mapped[str] = mapped_column(Text)
    present: Mapped[str] = mapped_column(Text)
    read_back: Mapped[bool | None] = mapped_column(Boolean)
    evidence: Mapped[Any] = mapped_column(Json)
    why: Mapped[str] = mapped_column(Text)


class PictureRow(Base):
    """A picture of a survey."""

    __tablename__ = "inquiry_picture"
    __table_args__ = (
        ForeignKeyConstraint(
            ["case_id", "inquiry"], ["inquiry.case_id", "inquiry.number"], name="fk_inquiry_picture_of"
        ),
    )
    told = True
    told_case = "case_id"
    told_batch = 20

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    inquiry: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    caption: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
