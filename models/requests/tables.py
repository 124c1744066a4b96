"""Rows of requests, of the replies to them, and of the papers as sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class RequestRow(Base):
    """A request; what was asked never changes, where it stands does."""

    __tablename__ = "request"
    told = True
    told_case = "case_id"
    changing = frozenset({"state", "came", "delivered_on", "closed_on", "why"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    items: Mapped[Any] = mapped_column(Json)
    came: Mapped[Any] = mapped_column(Json)
    due_on: Mapped[date]
    sent_on: Mapped[date]
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    document_number: Mapped[str] = mapped_column(String(64))
    send_to: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    follows: Mapped[int | None] = mapped_column(Integer)
    waits: Mapped[bool] = mapped_column(Boolean)
    delivered_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    why: Mapped[str] = mapped_column(Text)


class ReplyRow(Base):
    """A reply: appended, never changed."""

    __tablename__ = "request_reply"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "request"], ["request.case_id", "request.number"], name="fk_request_reply_to"),
    )
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    request: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    received_on: Mapped[date]
    items: Mapped[Any] = mapped_column(Json)
    text: Mapped[str] = mapped_column(Text)
    evidence: Mapped[Any] = mapped_column(Json)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class UnaskedRow(Base):
    """Why something was not put to the applicant: appended, never changed."""

    __tablename__ = "comment_unasked"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    criterion: Mapped[str] = mapped_column(String(64))
    about: Mapped[Any] = mapped_column(Json)
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class RequestPaperRow(Base):
    """A request as sent, one row a language: its bytes never change."""

    __tablename__ = "request_paper"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "request"], ["request.case_id", "request.number"], name="fk_request_paper_of"),
    )
    told = True
    told_case = "case_id"
    told_batch = 20

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    request: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
