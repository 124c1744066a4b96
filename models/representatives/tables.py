"""Rows of representatives; only their end is added."""

from datetime import date, datetime

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class RepresentativeRow(Base):
    """A person who stands beside an applicant."""

    __tablename__ = "representative"
    told = True
    told_case = "case_id"
    changing = frozenset({"ended_on", "ended_by"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    role: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(300))
    organisation: Mapped[str] = mapped_column(String(300))
    registration: Mapped[str] = mapped_column(String(100))
    address: Mapped[str] = mapped_column(Text)
    telephone: Mapped[str] = mapped_column(String(60))
    receives: Mapped[bool] = mapped_column(Boolean)
    since: Mapped[date]
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    ended_on: Mapped[date | None]
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
