"""Rows of retention: what holds a case back, what starts its years, and the batches of disposal."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class HoldRow(Base):
    """A litigation hold; lifted, it stays as it was until its case goes."""

    __tablename__ = "retention_hold"
    told = True
    told_case = "case_id"
    changing = frozenset({"lifted_by", "lifted_at", "lifted_why"})

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    lifted_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    lifted_at: Mapped[datetime | None] = mapped_column(UtcTime)
    lifted_why: Mapped[str | None] = mapped_column(Text)


class NoteRow(Base):
    """What a person noted of a case's years: the day that starts them (``None``: not yet known), and whether there was a suit.
    The last note holds."""

    __tablename__ = "retention_note"
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    on: Mapped[date | None]
    suit: Mapped[bool] = mapped_column(Boolean)
    why: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class BatchRow(Base):
    """Cases proposed together. The database itself refuses an approval by the proposer. ``digest``: of the items as proposed."""

    __tablename__ = "disposal_batch"
    __table_args__ = (
        CheckConstraint("approved_by IS NULL OR approved_by <> proposed_by", name="two_people"),
        CheckConstraint("approved_by IS NULL OR declined_by IS NULL", name="one_answer"),
    )
    told = True
    changing = frozenset({"approved_by", "approved_at", "declined_by", "declined_at", "declined_why"})

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    why: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    proposed_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    proposed_at: Mapped[datetime] = mapped_column(UtcTime)
    approved_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    declined_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    declined_at: Mapped[datetime | None] = mapped_column(UtcTime)
    declined_why: Mapped[str | None] = mapped_column(Text)


class ItemRow(Base):
    """One case of a batch. ``subject``: its number until it goes, then the name that stays of it. ``salt``: random, and gone with the
    case: what the record says of the row, and the digest of the batch, then confirm no guess at the number."""

    __tablename__ = "disposal_item"
    told = True
    changing = frozenset({"subject", "salt"})

    batch: Mapped[int] = mapped_column(ForeignKey("disposal_batch.number"), primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    subject: Mapped[str] = mapped_column(KEY)
    retention: Mapped[str] = mapped_column(String(40))
    started_on: Mapped[date]
    earliest_on: Mapped[date]
    salt: Mapped[str | None] = mapped_column(String(32))
