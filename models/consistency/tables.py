"""Rows of the office's kept statistics."""

from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base


class KeptDecisionRow(Base):
    """One decided case as numbers, for a report that reads a million of them; made from the case's own rows, never told.

    ``head``: ``kept_rows.HEAD``; ``found``: pairs of criterion and finding; ``reasons``: numbers of reason codes.
    """

    __tablename__ = "consistency_decision"

    case_id: Mapped[str] = mapped_column(KEY, primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary)
    found: Mapped[bytes] = mapped_column(LargeBinary)
    reasons: Mapped[bytes] = mapped_column(LargeBinary)


class KeptNameRow(Base):
    """What a number in the kept decisions stands for; lists only ever grow."""

    __tablename__ = "consistency_name"

    column: Mapped[str] = mapped_column(Text, primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)


class KeptBlockRow(Base):
    """The sums over the decisions of one month and kind (``kept.Block``): the daily report adds these up and reads no case.

    ``month``: months since 1970-01. ``kind``: its place among the kept names, -1 for none.
    """

    __tablename__ = "consistency_block"

    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
