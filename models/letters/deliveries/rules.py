"""What may be written into the log of a delivery, and which try a step belongs to."""

from collections.abc import Sequence
from datetime import date

from models.errors import BadInput
from models.evidence import my_number
from models.letters.deliveries.values import OVER, SENT, Delivery, NewDelivery, NewExplanation, Step

LONGEST = 200
_NEEDS_TRACKING = frozenset({Step.REGISTERED})


def attempt(new: NewDelivery, before: Sequence[Delivery], issued_on: date, today: date) -> int:
    """The try that a step belongs to: after a return the next one begins.

    Raises ``BadInput``: before the letter was issued or after today, out of order (nothing under way, or something is),
    nobody named, a registered letter without its number, a My Number.
    """
    _check_day(new.case, new.on, issued_on, today)
    _check_words(new.case, new.by_whom, new.tracking, new.note)
    if new.step in _NEEDS_TRACKING and not new.tracking.strip():
        raise BadInput("issuing.tracking_missing", case=new.case)
    last = before[-1] if before else None
    if last is not None and new.on < last.on:
        raise BadInput("issuing.before_last_step", case=new.case, last=last.on)
    if last is not None and last.step in OVER:
        raise BadInput("issuing.delivered_already", case=new.case, on=last.on)
    begins = new.step in SENT or new.step is Step.HANDED_OVER
    under_way = last is not None and last.step in SENT
    if under_way == begins and not (under_way and new.step is Step.HANDED_OVER):
        raise BadInput("issuing.still_under_way" if under_way else "issuing.not_under_way", case=new.case)
    tries = last.attempt if last else 0
    return tries + (0 if under_way else 1)


def check_explanation(new: NewExplanation, issued_on: date, today: date) -> None:
    """Raises ``BadInput``: a day before the issue or after today, nobody named, a My Number in the text."""
    _check_day(new.case, new.on, issued_on, today)
    _check_words(new.case, new.given_by, new.interpreter, new.asked, new.answered)


def _check_day(case: str, on: date, issued_on: date, today: date) -> None:
    if not issued_on <= on <= today:
        raise BadInput("issuing.day_outside", case=case, on=on, first=issued_on, last=today)


def _check_words(case: str, whom: str, *words: str) -> None:
    if not whom.strip() or len(whom) > LONGEST:
        raise BadInput("issuing.nobody_named", case=case)
    if any(my_number.find(each) for each in (whom, *words)):
        raise BadInput("decisions.my_number", case=case)
