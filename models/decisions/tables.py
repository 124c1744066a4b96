"""Rows of decisions: one a round, each kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class RoundRow(Base):
    """A proposal and what came of it. The database itself refuses a countersignature by the proposer."""

    __tablename__ = "decision_round"
    __table_args__ = (
        CheckConstraint("countersigned_by IS NULL OR countersigned_by <> proposed_by", name="two_people"),
        CheckConstraint("edited_by IS NULL OR edited_by <> proposed_by", name="edited_by_another"),
        CheckConstraint("(countersigned_by IS NULL) = (content_digest IS NULL)", name="signed_content"),
    )
    told = True
    told_case = "case_id"
    changing = frozenset(
        "returned_by returned_at comment criteria countersigned_by countersigned_at content_digest edited_by edited_at "
        "proposed_weighing weighing".split()
    )

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    round: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    outcome: Mapped[str] = mapped_column(String(10))
    weighing: Mapped[str] = mapped_column(Text)
    period: Mapped[str | None] = mapped_column(String(40))
    status: Mapped[str | None] = mapped_column(String(60))
    proposed_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    proposed_at: Mapped[datetime] = mapped_column(UtcTime)
    returned_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    returned_at: Mapped[datetime | None] = mapped_column(UtcTime)
    comment: Mapped[str | None] = mapped_column(Text)
    criteria: Mapped[Any | None] = mapped_column(Json)
    countersigned_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    countersigned_at: Mapped[datetime | None] = mapped_column(UtcTime)
    content_digest: Mapped[str | None] = mapped_column(String(64))
    edited_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    edited_at: Mapped[datetime | None] = mapped_column(UtcTime)
    proposed_weighing: Mapped[str | None] = mapped_column(Text)


class DecisionDraftRow(Base):
    """Working paper: what a person wrote for an act and has not done yet. No event, as with drafts of findings."""

    __tablename__ = "decision_draft"

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    paper: Mapped[str] = mapped_column(String(10), primary_key=True)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"), primary_key=True)
    round: Mapped[int] = mapped_column(Integer)
    outcome: Mapped[str | None] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    criteria: Mapped[Any] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(UtcTime)
