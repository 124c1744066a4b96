"""What became of a letter: each try to deliver it, and each time it was explained."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Step(StrEnum):
    """A step of a delivery. The first three begin a try; the others say how it ended."""

    POSTED = "posted"
    REGISTERED = "registered"
    HANDED_OVER = "handed_over"
    DELIVERED = "delivered"
    RETURNED = "returned"


SENT = frozenset({Step.POSTED, Step.REGISTERED})
"""Sent, and not yet known to have arrived."""
OVER = frozenset({Step.HANDED_OVER, Step.DELIVERED})
"""The applicant has the letter: the time limits of the remedies run from this day."""


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A step about to be written down. ``by_whom``: who posted it, handed it over, or says that it arrived or came back."""

    case: str
    step: Step
    on: date
    by_whom: str
    tracking: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A step as written down; ``attempt`` counts the tries from 1."""

    case: str
    number: str
    attempt: int
    step: Step
    on: date
    by_whom: str
    tracking: str
    note: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class NewExplanation:
    """An oral explanation about to be written down. ``interpreter`` is empty where none was needed."""

    case: str
    on: date
    given_by: str
    language: str
    interpreter: str = ""
    asked: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An oral explanation as written down."""

    case: str
    number: str
    on: date
    given_by: str
    language: str
    interpreter: str
    asked: str
    answered: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Log:
    """Everything that was written down about the letters of a case, oldest first."""

    deliveries: tuple[Delivery, ...] = ()
    explanations: tuple[Explanation, ...] = ()
