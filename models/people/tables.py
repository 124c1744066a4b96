"""Rows of the people of an office."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, UtcTime


class PersonRow(Base):
    """A person with one role."""

    __tablename__ = "person"
    told = True

    login: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    unit: Mapped[str | None] = mapped_column(String(100))
    active: Mapped[bool] = mapped_column(Boolean)


class CredentialRow(Base):
    """A password as an argon2id hash, and how often in a row it was missed."""

    __tablename__ = "credential"
    told = True
    untold = frozenset({"failures", "closed_until"})

    login: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(200))
    failures: Mapped[int] = mapped_column(Integer, default=0)
    closed_until: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
