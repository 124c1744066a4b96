"""Rows of the versions that an office drafts, proposes and publishes itself."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class FrameworkDraftRow(Base):
    """Working paper: the text of a draft as it was last saved. No event speaks of it; what is kept or proposed has rows of its own."""

    __tablename__ = "framework_draft"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    framework_id: Mapped[str] = mapped_column(String(64))
    based_on: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    saving: Mapped[int] = mapped_column(Integer)


class FrameworkRevisionRow(Base):
    """One kept state of a draft: appended, never changed."""

    __tablename__ = "framework_revision"
    told = True
    told_batch = 20

    draft: Mapped[str] = mapped_column(KEY, ForeignKey("framework_draft.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class FrameworkStepRow(Base):
    """One step of a draft's way (proposed, withdrawn, returned, published, given up): appended, never changed."""

    __tablename__ = "framework_step"
    told = True

    draft: Mapped[str] = mapped_column(KEY, ForeignKey("framework_draft.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    step: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int] = mapped_column(Integer)
    version: Mapped[str] = mapped_column(String(40))
    in_force_from: Mapped[date | None] = mapped_column(Date)
    comment: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class FrameworkVersionRow(Base):
    """A version that the office published: never changed, never removed. ``digest`` is SHA-256 of the text."""

    __tablename__ = "framework_version"
    told = True
    told_batch = 20

    framework_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    version: Mapped[str] = mapped_column(KEY, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    in_force_from: Mapped[date] = mapped_column(Date)
    draft: Mapped[str] = mapped_column(KEY, ForeignKey("framework_draft.id"))
    revision: Mapped[int] = mapped_column(Integer)
    proposed_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    published_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    at: Mapped[datetime] = mapped_column(UtcTime)
