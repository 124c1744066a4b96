"""A closing day of the office."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Closing:
    """A day on which the office is closed beyond the days of the law (a move, a typhoon, an election in the building)."""

    number: int
    on: date
    name: str
    by: str
    removed: bool = False
