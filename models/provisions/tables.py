"""Rows of what went to linked institutions; nothing of it ever changes. The values themselves are not kept twice: a digest of each
case's line is."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class ProvisionRow(Base):
    """One file that went to one recipient."""

    __tablename__ = "provision"
    told = True

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    institution: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(200))
    ground: Mapped[str] = mapped_column(Text)
    fields: Mapped[Any] = mapped_column(Json)
    from_on: Mapped[date]
    to_on: Mapped[date]
    cases: Mapped[int] = mapped_column(Integer)
    format: Mapped[str] = mapped_column(String(10))
    sha256: Mapped[str] = mapped_column(String(64))
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class ProvidedRow(Base):
    """A case that was in it: in which round it was decided, and the digest of its line."""

    __tablename__ = "provided"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, ForeignKey("provision.number"), primary_key=True, autoincrement=False)
    round: Mapped[int] = mapped_column(Integer)
    digest: Mapped[str] = mapped_column(String(64))
