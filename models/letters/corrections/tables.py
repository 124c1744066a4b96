"""The rows of corrections: proposed by one person, countersigned by another, each kept."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, Json, UtcTime


class CorrectionRow(Base):
    """A correction and what came of it. The database itself refuses a countersignature by the proposer."""

    __tablename__ = "letter_correction"
    __table_args__ = (
        CheckConstraint("countersigned_by IS NULL OR countersigned_by <> proposed_by", name="two_people"),
        CheckConstraint("(countersigned_by IS NULL) = (content_digest IS NULL)", name="signed_content"),
    )
    told = True
    told_case = "case_id"
    changing = frozenset(
        "dropped_by dropped_at comment countersigned_by countersigned_at content_digest number issued_at".split()
    )

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    round: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number_before: Mapped[str] = mapped_column(String(64))
    sha256_before: Mapped[str] = mapped_column(String(64))
    dispatched_before: Mapped[date]
    items: Mapped[Any] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    proposed_at: Mapped[datetime] = mapped_column(UtcTime)
    dropped_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    dropped_at: Mapped[datetime | None] = mapped_column(UtcTime)
    comment: Mapped[str | None] = mapped_column(Text)
    countersigned_by: Mapped[str | None] = mapped_column(ForeignKey("person.login"))
    countersigned_at: Mapped[datetime | None] = mapped_column(UtcTime)
    content_digest: Mapped[str | None] = mapped_column(String(64))
    number: Mapped[str | None] = mapped_column(String(64))
    issued_at: Mapped[datetime | None] = mapped_column(UtcTime)
