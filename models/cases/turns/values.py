"""A turn of a case: what happened, when, on what ground, and what goes along with it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TurnKind(StrEnum):
    """What happened to the case."""

    TRANSFERRED = "transferred"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    REOPENED = "reopened"


class Ground(StrEnum):
    """Why a case lapsed or was opened again; ``NONE`` for the other turns."""

    NONE = ""
    DEATH = "death"
    DEPARTURE = "departure"
    OTHER = "other"
    COURT = "court"
    OWN_MOTION = "own_motion"


LAPSES = (Ground.DEATH, Ground.DEPARTURE, Ground.OTHER)
REOPENINGS = (Ground.COURT, Ground.OWN_MOTION)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn. ``on``: the day from which it holds (of the paper, the event or the judgement); ``note``: words to whoever
    goes on; ``court`` and ``court_case`` name the judgement that sent the case back."""

    case: str
    number: int
    kind: TurnKind
    on: date
    why: str
    by: str
    at: datetime
    ground: Ground = Ground.NONE
    note: str = ""
    from_unit: str = ""
    to_unit: str = ""
    from_person: str = ""
    to_person: str = ""
    court: str = ""
    court_case: str = ""


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn about to be made; ``to`` is the unit or the person that gets the case."""

    case: str
    kind: TurnKind
    why: str
    on: date | None = None
    ground: Ground = Ground.NONE
    note: str = ""
    to: str = ""
    court: str = ""
    court_case: str = ""
