"""Who saw a case, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

TAKEN_OUT = frozenset({"packet_exported", "envelope_printed", "case_provided"})
"""Kinds of events with which something of a case left the house in a file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One person and one case in a span of time. ``days``: on how many days of Japan they opened it; ``acts``: how often each
    kind of event is theirs (opening it, ``viewed``, is noted once a day)."""

    who: str
    first: datetime
    last: datetime
    days: int
    acts: Mapping[str, int]

    @property
    def took_out(self) -> int:
        """How often they exported it."""
        return sum(number for kind, number in self.acts.items() if kind in TAKEN_OUT)
