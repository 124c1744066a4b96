"""Attached papers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

LARGEST = 20 << 20
"""Bytes of one paper."""
MOST_PAGES = 300


class Media(StrEnum):
    """What a paper is, told by its first bytes and never by its name."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A paper on its way in: who gave it, and the day it speaks of."""

    case: str
    name: str
    content: bytes
    source: str
    as_of: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper as kept: the piece of evidence that it is, and the SHA-256 of its content."""

    case: str
    evidence: str
    name: str
    media: Media
    size: int
    pages: int
    sha256: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as pixels (BGRX, four bytes each)."""

    width: int
    height: int
    stride: int
    pixels: bytes
