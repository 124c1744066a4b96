"""Rows of absences; only the day of return may still change."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, UtcTime


class AbsenceRow(Base):
    """One absence of a person."""

    __tablename__ = "absence"
    told = True
    changing = frozenset({"until_on"})

    login: Mapped[str] = mapped_column(String(64), ForeignKey("person.login"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
