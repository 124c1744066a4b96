"""Rows of due days; a later one takes the place of an earlier one, which is kept."""

from datetime import date

from sqlalchemy import Boolean, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base


class DueDateRow(Base):
    """One instalment of a municipality's fiscal year."""

    __tablename__ = "due_date"
    told = True
    changing = frozenset({"current"})

    municipality: Mapped[str] = mapped_column(KEY, primary_key=True)
    duty: Mapped[str] = mapped_column(String(40), primary_key=True)
    fiscal_year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    instalment: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    current: Mapped[bool] = mapped_column(Boolean)
    due_on: Mapped[date]
    source: Mapped[str] = mapped_column(Text)
    as_of: Mapped[date | None]
    verify: Mapped[bool] = mapped_column(Boolean)
