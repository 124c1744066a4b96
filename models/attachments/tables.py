"""Rows of attached papers: what came, and each content of a case once, by its hash. Nothing of it ever changes."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class AttachmentContentRow(Base):
    """The bytes of a paper."""

    __tablename__ = "attachment_content"
    told = True
    told_case = "case_id"
    told_batch = 5

    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(KEY, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentRow(Base):
    """A paper of a case; ``number`` is the piece of evidence that it is."""

    __tablename__ = "attachment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["case_id", "sha256"], ["attachment_content.case_id", "attachment_content.sha256"], name="fk_attachment_of"
        ),
    )
    told = True
    told_case = "case_id"

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    media: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(Integer)
    pages: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(KEY)
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcTime)
