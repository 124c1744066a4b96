"""Rows of calibration: rounds, the cases drawn, and the readings; appended, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class CalibrationRoundRow(Base):
    """A round as it was asked for."""

    __tablename__ = "calibration_round"
    told = True

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    size: Mapped[int] = mapped_column(Integer)
    seed: Mapped[int] = mapped_column(Integer)
    each: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str | None] = mapped_column(String(30))
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class CalibrationCaseRow(Base):
    """A case at its place in a round, and who reads it. A case is drawn once."""

    __tablename__ = "calibration_case"
    told = True

    round: Mapped[int] = mapped_column(ForeignKey("calibration_round.number"), primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), unique=True)
    readers: Mapped[Any] = mapped_column(Json)


class CalibrationReadingRow(Base):
    """What one reader found: criterion -> finding, and the outcome."""

    __tablename__ = "calibration_reading"
    __table_args__ = (ForeignKeyConstraint(["round", "place"], ["calibration_case.round", "calibration_case.place"]),)
    told = True

    round: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    reader: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(10))
    findings: Mapped[Any] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(UtcTime)
