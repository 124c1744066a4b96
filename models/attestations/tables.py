"""Rows of attestations; only the withdrawal of a consent is added."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class AttestationRow(Base):
    """An attestation of a case; ``number`` is the piece of evidence that it is."""

    __tablename__ = "attestation"
    told = True
    told_case = "case_id"
    changing = frozenset({"withdrawn_on", "withdrawn_by"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    stated_on: Mapped[date]
    until: Mapped[date | None]
    purpose: Mapped[str] = mapped_column(Text)
    criteria: Mapped[Any] = mapped_column(Json)
    consent_on: Mapped[date]
    consent_how: Mapped[str] = mapped_column(Text)
    said: Mapped[Any] = mapped_column(Json)
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    withdrawn_on: Mapped[date | None]
    withdrawn_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
