"""People beside the applicant."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the applicant: an agent in fact (取次者), the law's guardian (法定代理人), the guarantor (身元保証人), an
    administrative scrivener (行政書士), a lawyer (弁護士)."""

    AGENT = "agent"
    GUARDIAN = "guardian"
    GUARANTOR = "guarantor"
    SCRIVENER = "scrivener"
    LAWYER = "lawyer"


CAN_RECEIVE = frozenset({Role.GUARDIAN, Role.LAWYER, Role.SCRIVENER, Role.AGENT})
"""Letters go to the applicant, or to one of these in the applicant's place; never to a guarantor."""


@dataclass(frozen=True, slots=True)
class NewRepresentative:
    """A representative as noted. ``registration``: the number in the register of the profession; ``receives``: letters go here."""

    case: str
    role: Role
    name: str
    organisation: str = ""
    registration: str = ""
    address: str = ""
    telephone: str = ""
    receives: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Representative:
    """A representative of a case; ``ended_on``: since when no longer."""

    case: str
    number: int
    role: Role
    name: str
    organisation: str
    registration: str
    address: str
    telephone: str
    receives: bool
    since: date
    by: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom a letter goes, and where. Only the envelope shows a confidential address."""

    name: str
    address: str
    representative: Representative | None = None
