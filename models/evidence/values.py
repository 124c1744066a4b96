"""Evidence: one imported row, attachment or statement, typed by what it shows.

Amounts are yen, dates calendar dates. ``Evidence.id`` (``E12``) is unique inside its case and never reused; a row
that a later ``as_of`` supersedes is kept and points to its successor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Protocol

from models.frozen import made_often


class EvidenceKind(StrEnum):
    """What a piece of evidence shows; the names of the import files, and the application form itself."""

    APPLICATION = "application"
    OBLIGATION = "obligations"
    STAY = "stays"
    STATUS = "statuses"
    EMPLOYMENT = "employment"
    INCOME = "income"
    QUALIFICATION = "qualifications"
    LANGUAGE = "language"
    TIE = "ties"
    CONDUCT = "conduct"
    STATEMENT = "statements"
    DOCUMENT = "documents"
    ATTESTATION = "attestations"


class End(StrEnum):
    """Why a piece that was given for a purpose counts for nothing any more: its consent was withdrawn, its last day is over, the
    office takes none."""

    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Use:
    """What a piece may be used for: the criteria that the applicant consented to, and the purpose in their words. ``end``, ``on``:
    that it may not be used any more, and since when."""

    criteria: tuple[str, ...]
    purpose: str
    end: End | None = None
    on: date | None = None


class Duty(StrEnum):
    """A public duty that is paid by month or instalment."""

    NATIONAL_PENSION = "national_pension"
    EMPLOYEES_PENSION = "employees_pension"
    NATIONAL_HEALTH_INSURANCE = "national_health_insurance"
    EMPLOYEES_HEALTH_INSURANCE = "employees_health_insurance"
    RESIDENT_TAX = "resident_tax"
    NATIONAL_TAX = "national_tax"


class PaymentStatus(StrEnum):
    """How a month stands; ``WITHHELD``: the employer deducted it, so its lateness is never the applicant's."""

    PAID = "paid"
    UNPAID = "unpaid"
    EXEMPT = "exempt"
    DEFERRED = "deferred"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Application:
    """The application form: what the applicant asks for, as received."""

    kind: str
    route: str
    received_on: date
    current_status: str
    stay_until: date | None


@made_often
@dataclass(frozen=True, slots=True)
class Obligation:
    """One month or instalment of a duty. ``period`` is ``YYYY-MM`` or ``YYYY/n``; ``amount`` in yen."""

    duty: Duty
    period: str
    due_on: date
    paid_on: date | None
    amount: int | None
    status: PaymentStatus


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in Japan, from entry to departure (``None``: still here)."""

    entered_on: date
    departed_on: date | None


@dataclass(frozen=True, slots=True)
class StatusPeriod:
    """A status of residence held from … until (inclusive; ``None``: open)."""

    status: str
    from_: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Employment:
    """Work for one employer; ``income`` is yen a year where the row says it."""

    employer: str
    kind: str
    from_: date
    until: date | None
    income: int | None


@dataclass(frozen=True, slots=True)
class Income:
    """Income of a calendar year, in yen, and the number of dependants."""

    year: int
    income: int
    dependants: int | None


@dataclass(frozen=True, slots=True)
class Qualification:
    """A degree, licence or recognition."""

    kind: str
    name: str
    level: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class LanguageTest:
    """A language test passed."""

    test: str
    level: str
    score: int | None
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to Japan: family, school, housing, community."""

    kind: str
    since: date | None
    until: date | None
    description: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """A penalty, an offence or a notification made or missed (``kind``), with its outcome."""

    kind: str
    on: date
    outcome: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the applicant (or another person asked) stated, in their words."""

    kind: str
    given_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that was handed in on request, or another body's answer: ``kind`` is the key of the document asked for (or
    ``inquiry``), ``note`` what it says as far as somebody read it out."""

    kind: str
    title: str
    received_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attestation:
    """What an employer, an insurer, a landlord or a bank states, with the applicant's consent (``models.attestations``): nothing is
    computed from it, it is cited as it stands. ``until``: its last day."""

    kind: str
    attester: str
    given_on: date
    until: date | None
    text: str


Record = (
    Application
    | Obligation
    | Stay
    | StatusPeriod
    | Employment
    | Income
    | Qualification
    | LanguageTest
    | Tie
    | Conduct
    | Statement
    | Document
    | Attestation
)

RECORD_TYPES: Mapping[EvidenceKind, type] = {
    EvidenceKind.APPLICATION: Application,
    EvidenceKind.OBLIGATION: Obligation,
    EvidenceKind.STAY: Stay,
    EvidenceKind.STATUS: StatusPeriod,
    EvidenceKind.EMPLOYMENT: Employment,
    EvidenceKind.INCOME: Income,
    EvidenceKind.QUALIFICATION: Qualification,
    EvidenceKind.LANGUAGE: LanguageTest,
    EvidenceKind.TIE: Tie,
    EvidenceKind.CONDUCT: Conduct,
    EvidenceKind.STATEMENT: Statement,
    EvidenceKind.DOCUMENT: Document,
    EvidenceKind.ATTESTATION: Attestation,
}


@made_often
@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence of a case.

    ``about`` names what it bears on in one word (a duty, a year, a test); ``source`` who states it; ``as_of`` the day it
    was true; ``receipt`` the number under which it came; ``document`` the number of the document it stands in (rows
    of one source, as-of date and receipt are one document, 資-07 on screen). ``use``: what it may be used for, where it was
    given for a purpose (an attestation); ``None``: for whatever it bears on.
    """

    id: str
    number: int
    case: str
    kind: EvidenceKind
    about: str
    record: Record
    source: str
    as_of: date | None
    receipt: str | None
    document: int = 0
    superseded_by: str | None = None
    use: Use | None = None

    @property
    def values(self) -> Mapping[str, object]:
        """The row as named values, JSON-able (dates in ISO form), names as the import file has them."""
        return {f.name.rstrip("_"): _plain(getattr(self.record, f.name)) for f in fields(self.record)}


class Incoming(Protocol):
    """A row on its way in. ``identity`` says what it speaks of: a later row with the same identity takes its place.
    ``line`` is where it stands in its file."""

    @property
    def line(self) -> int: ...
    @property
    def case(self) -> str: ...
    @property
    def kind(self) -> EvidenceKind: ...
    @property
    def identity(self) -> tuple[object, ...]: ...
    @property
    def record(self) -> Record: ...
    @property
    def source(self) -> str: ...
    @property
    def as_of(self) -> date | None: ...
    @property
    def receipt(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A row on its way in (see ``Incoming``)."""

    case: str
    kind: EvidenceKind
    identity: tuple[object, ...]
    record: Record
    source: str
    as_of: date | None = None
    receipt: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What became of rows: taken in, skipped because they were there, and how many of the new stand in an older one's place."""

    new: int
    skipped: int
    superseded: int
    cases: tuple[str, ...]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
