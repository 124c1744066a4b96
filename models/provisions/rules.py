"""Which fields the law gives to whom, and what may stand in an order. Pure."""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from models.errors import BadInput, Problem, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.localized import Localized
from models.provisions.values import Institution, Line, Order, Parcel
from resources import root

FIELDS = (
    "receipt_number", "name", "name_reading", "born_on", "sex", "nationality", "address", "municipality", "status", "period",
    "decided_on",
)  # fmt: skip
"""Every field that an institution may be given; what is read for each stands in the service."""
LONGEST_WHY = 1000
LONGEST_DAYS = 400


@cache
def institutions() -> tuple[Institution, ...]:
    """The recipients, as the program carries them. Raises ``ValueError`` for a field that does not exist."""
    held = tomllib.loads((root() / "tables" / "provisions.toml").read_text(encoding="utf-8"))
    return tuple(_institution(key, said) for key, said in held.items())


def institution(key: str) -> Institution:
    """One by its key. Raises ``BadInput``."""
    for each in institutions():
        if each.key == key:
            return each
    known = ", ".join(each.key for each in institutions())
    raise BadInput("provisions.unknown", institution=my_number.mask(key), known=known)


def problems(order: Order, today: date) -> Iterator[Problem]:
    """What stands against an order. The place is the field's name."""
    to = institution(order.institution)
    if to.each and not order.recipient.strip():
        yield problem("provisions.which_municipality", "recipient")
    if order.to_on < order.from_on:
        yield problem("provisions.backwards", "to_on")
    elif (order.to_on - order.from_on).days > LONGEST_DAYS:
        yield problem("provisions.too_long", "to_on", days=LONGEST_DAYS)
    if order.to_on > today:
        yield problem("provisions.not_yet", "to_on", day=order.to_on)


def why_problems(why: str) -> Iterator[Problem]:
    """What stands against the words on why something goes."""
    if not why.strip() or len(why) > LONGEST_WHY:
        yield problem("provisions.no_why", "why", longest=LONGEST_WHY)
    if my_number.find(why):
        yield problem("turns.my_number", "why")
    if character := unwritable(why):
        yield problem("turns.unwritable", "why", character=character)


def going(parcel: Parcel) -> tuple[Line, ...]:
    """The lines that go: what went there before only when it is asked for again."""
    return tuple(each for each in parcel.lines if each.before is None or parcel.order.again)


def check_cells(lines: Iterable[Line]) -> None:
    """Raises ``BadInput`` where a cell reads as a My Number: none ever leaves."""
    for line in lines:
        if any(my_number.find(cell) for cell in line.cells):
            raise BadInput("provisions.my_number", case=line.case)


def _institution(key: str, said: dict[str, Any]) -> Institution:
    fields = tuple(said["fields"])
    if wrong := [each for each in fields if each not in FIELDS]:
        raise ValueError(f"{key}: {', '.join(wrong)}")
    return Institution(
        key, _both(said, "ja", "en"), said["each"], tuple(said["kinds"]), fields, _both(said, "ground_ja", "ground_en"),
        said["as_of"], said["verify"],
    )  # fmt: skip


def _both(said: dict[str, Any], ja: str, en: str) -> Localized:
    return Localized((("ja", said[ja]), ("en", said[en])))
