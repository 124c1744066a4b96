"""The rows behind the search for copied reasoning; made from the record, never told."""

from sqlalchemy import BigInteger, Integer
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base


class ReasonPrintRow(Base):
    """One fingerprint of a reason or a weighing; ``seq`` is the event that recorded it."""

    __tablename__ = "reason_print"

    print: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
