"""Rows of the people of an office."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, Json, UtcTime


class PersonRow(Base):
    """A person with one role, and the public half of the key that they sign with."""

    __tablename__ = "person"
    told = True
    changing = frozenset({"name", "role", "unit", "active", "public_key"})

    login: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    unit: Mapped[str | None] = mapped_column(String(100))
    active: Mapped[bool] = mapped_column(Boolean)
    public_key: Mapped[str | None] = mapped_column(String(64), default=None)


class AccountRow(Base):
    """The account of the operating system (on Windows ``DOMAIN\\name``) under which a person works; empty: none any more."""

    __tablename__ = "person_account"
    told = True
    changing = frozenset({"account"})

    login: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    account: Mapped[str] = mapped_column(String(200))


class CredentialRow(Base):
    """A password as an argon2id hash, how often in a row it was missed, and the signing key that it opens."""

    __tablename__ = "credential"
    told = True
    untold = frozenset({"failures", "closed_until"})
    hidden = True
    changing = frozenset({"hash", "failures", "closed_until", "sealed_key"})

    login: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(200))
    failures: Mapped[int] = mapped_column(Integer, default=0)
    closed_until: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    sealed_key: Mapped[Any | None] = mapped_column(Json, default=None)
