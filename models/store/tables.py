"""Rows of the store itself."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, Json


class SettingRow(Base):
    """A named value of the office. What is written together with an act stands in the record from then on."""

    __tablename__ = "setting"
    told = True
    told_when_said = True
    changing = frozenset({"value"})

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(Json, nullable=False)
