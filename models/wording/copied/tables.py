"""The rows behind the search for copied reasoning; made from the record, never told."""

from sqlalchemy import Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base


class ReasonBlockRow(Base):
    """Fingerprints of reasons and weighings with the events that recorded them (``blocks``), numbered from 1."""

    __tablename__ = "reason_block"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
