"""An earlier case beside a new one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.cases.values import Case
from models.decisions.values import Outcome
from models.findings.values import Finding
from models.localized import Localized


class Sign(StrEnum):
    """What two cases have in common."""

    NAME = "name"
    READING = "reading"
    RECEIPT_NUMBER = "receipt_number"
    RECEIPT = "receipt"
    NATIONALITY = "nationality"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Link:
    """A person said that both cases are of the same applicant, and why; ``undone_by``: somebody found that they are not."""

    case: str
    number: int
    earlier: str
    why: str
    by: str
    at: datetime
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """What was found then on a criterion."""

    criterion: str
    title: Localized
    finding: Finding


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier case: how it ended, and its findings, those that were not met first."""

    link: Link
    case: Case
    outcome: Outcome | None
    decided_on: date | None
    findings: tuple[EarlierFinding, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that may be of the same applicant: the same day of birth, and the ``signs``. Whether it is, a person says."""

    case: Case
    same_name: bool
    signs: tuple[Sign, ...] = ()
