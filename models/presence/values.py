"""Who has which case open."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """A case stands open at a desk: at whose, and since when."""

    case: str
    by: str
    name: str
    since: datetime
