"""Rows of cases and units, and the index that finds a name by two of its characters."""

from datetime import date

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base


class UnitRow(Base):
    """A unit of the office; unknown ones are made when a case names them."""

    __tablename__ = "unit"
    append_only = True

    key: Mapped[str] = mapped_column(String(100), primary_key=True)


class CaseRow(Base):
    """One case. ``standing`` orders the queue (returned, arrived, examining…), so that a page of it is one walk of an index."""

    __tablename__ = "case"
    __table_args__ = (
        Index("ix_case_all", "standing", "due_on", "id"),
        Index("ix_case_mine", "assigned_to", "standing", "due_on", "id"),
        Index("ix_case_kind", "kind", "standing", "due_on", "id"),
        Index("ix_case_unit", "unit", "standing", "due_on", "id"),
        Index("ix_case_free", "unit", "assigned_to", "standing", "due_on", "id"),
        CheckConstraint("found <= criteria", name="found"),
    )
    told = True
    told_case = "id"
    untold = frozenset({"is_new", "folded", "standing"})
    changing = frozenset(
        "state standing due_on framework_version version assigned_to waiting_for waiting_since waited_days closed_as round found "
        "criteria is_new unit household".split()
    )

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    route: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    standing: Mapped[int] = mapped_column(Integer)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.key"))
    received_on: Mapped[date]
    due_on: Mapped[date]
    framework_id: Mapped[str] = mapped_column(String(40))
    framework_version: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(Integer)
    receipt_number: Mapped[str | None] = mapped_column(String(100))
    household: Mapped[str | None] = mapped_column(String(64))
    agent: Mapped[str | None] = mapped_column(String(200))
    assigned_to: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    waiting_for: Mapped[str | None] = mapped_column(String(20))
    waiting_since: Mapped[date | None]
    waited_days: Mapped[int] = mapped_column(Integer)
    closed_as: Mapped[str | None] = mapped_column(String(20))
    round: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(300))
    name_reading: Mapped[str] = mapped_column(String(300))
    born_on: Mapped[date]
    nationality: Mapped[str] = mapped_column(String(3))
    current_status: Mapped[str] = mapped_column(String(60))
    stay_until: Mapped[date | None]
    language: Mapped[str] = mapped_column(String(16))
    sex: Mapped[str | None] = mapped_column(String(20))
    address: Mapped[str | None] = mapped_column(Text)
    municipality: Mapped[str | None] = mapped_column(String(100))
    confidential: Mapped[bool] = mapped_column(Boolean)
    found: Mapped[int] = mapped_column(Integer)
    criteria: Mapped[int] = mapped_column(Integer)
    is_new: Mapped[bool] = mapped_column(Boolean)
    folded: Mapped[str] = mapped_column(Text)


class HoldRow(Base):
    """Something that a case waits, or waited, for; the clock stands still as long as one of its holds is open."""

    __tablename__ = "case_hold"
    told = True
    told_case = "case_id"
    changing = frozenset({"until"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    what: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(40))
    since: Mapped[date]
    until: Mapped[date | None]


class CaseGramRow(Base):
    """Two neighbouring characters of a case's folded name, reading or number."""

    __tablename__ = "case_gram"
    __table_args__ = ({"sqlite_with_rowid": False},)

    gram: Mapped[str] = mapped_column(String(2), primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
