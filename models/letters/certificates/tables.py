"""The rows of the office's certificates: the newest signs, the older ones prove what they signed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.store.base import Base, Json, UtcTime


class CertificateRow(Base):
    """A certificate (``chain``: DER as hex digits, its own first) and its key, sealed under the office's chain key."""

    __tablename__ = "office_certificate"
    told = True

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    chain: Mapped[Any] = mapped_column(Json)
    sealed_key: Mapped[Any] = mapped_column(Json)
    self_made: Mapped[bool] = mapped_column(Boolean)
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int] = mapped_column(Integer)
