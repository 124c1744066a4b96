"""Rows of who has which case open: a courtesy between desks, not the record."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import KEY, Base, UtcTime


class PresenceRow(Base):
    """A case open at a desk (``desk``: a name drawn when the program starts), and when that desk last said so."""

    __tablename__ = "presence"

    desk: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(KEY, ForeignKey("case.id"), primary_key=True)
    by: Mapped[str] = mapped_column(ForeignKey("person.login"))
    since: Mapped[datetime] = mapped_column(UtcTime)
    seen: Mapped[datetime] = mapped_column(UtcTime)
