"""Rows of the turns of a case; none ever changes."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class TurnRow(Base):
    """One turn."""

    __tablename__ = "case_turn"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    ground: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    why: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    from_unit: Mapped[str] = mapped_column(String(100))
    to_unit: Mapped[str] = mapped_column(String(100))
    from_person: Mapped[str] = mapped_column(String(64))
    to_person: Mapped[str] = mapped_column(String(64))
    court: Mapped[str] = mapped_column(String(200))
    court_case: Mapped[str] = mapped_column(String(100))
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
