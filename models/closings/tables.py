"""Rows of the office's own closing days; a wrong one is taken back, not deleted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, UtcTime


class ClosingRow(Base):
    """One day on which the office is closed beyond the law's."""

    __tablename__ = "closing_day"
    told = True
    changing = frozenset({"removed_by", "removed_at"})

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    on: Mapped[date]
    name: Mapped[str] = mapped_column(String(200))
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    removed_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    removed_at: Mapped[datetime | None] = mapped_column(UtcTime)
