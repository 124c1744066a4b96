"""A day by which something must be done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.cases.values import Case
from models.frameworks.values import Framework
from models.inquiries.values import Inquiry
from models.requests.values import Request


class DeadlineKind(StrEnum):
    """``DUE``: the standard period (行政手続法6条). ``STAY``: the present period of stay ends. ``STAY_HARD``: two months after, when
    the stay of somebody whose application was received in time ends whatever happens (入管法20条6項, 21条4項). ``REPLY``: an
    applicant's answer. ``PLANNED``: an interview, survey or another body's answer."""

    DUE = "due"
    STAY = "stay"
    STAY_HARD = "stay_hard"
    REPLY = "reply"
    PLANNED = "planned"


class Urgency(StrEnum):
    """How near it is."""

    PAST = "past"
    NEAR = "near"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One of them. ``last_working_day``: the last day on which the office is open before the day is over; ``about`` names the
    request or inquiry."""

    case: str
    kind: DeadlineKind
    on: date
    last_working_day: date
    urgency: Urgency
    about: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """What deadlines are computed of."""

    case: Case
    framework: Framework
    requests: tuple[Request, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
