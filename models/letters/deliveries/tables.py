"""The rows of the delivery log and of oral explanations; each is added once and never changed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class DeliveryRow(Base):
    """A letter went out, arrived or came back: on which day, by whom, in which try."""

    __tablename__ = "letter_delivery"
    told = True
    told_case = "case_id"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), index=True)
    number: Mapped[str] = mapped_column(String(64))
    attempt: Mapped[int] = mapped_column(Integer)
    step: Mapped[str] = mapped_column(String(20))
    on_day: Mapped[date]
    by_whom: Mapped[str] = mapped_column(String(200))
    tracking: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str] = mapped_column(KEY)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)


class ExplanationRow(Base):
    """The letter was explained orally: when, by whom, with which interpreter, what was asked and answered."""

    __tablename__ = "letter_explanation"
    told = True
    told_case = "case_id"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), index=True)
    number: Mapped[str] = mapped_column(String(64))
    on_day: Mapped[date]
    given_by: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(16))
    interpreter: Mapped[str] = mapped_column(String(200))
    asked: Mapped[str] = mapped_column(Text)
    answered: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str] = mapped_column(KEY)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    seq: Mapped[int] = mapped_column(Integer)
