"""What goes to which institution by which law, and what went."""

from dataclasses import dataclass
from datetime import date, datetime

from models.localized import Localized


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of recipient: the kinds of case and the fields that the law gives it. ``each``: one recipient a municipality.
    ``verify``: the ground is still to be checked."""

    key: str
    title: Localized
    each: bool
    kinds: tuple[str, ...]
    fields: tuple[str, ...]
    ground: Localized
    as_of: date
    verify: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go: to whom (``recipient``: the municipality, where there is one for each), decided from … to … (both days
    included, with what was decided before and issued only then); ``again``: also what went there before."""

    institution: str
    recipient: str
    from_on: date
    to_on: date
    again: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One case as it goes: its cells in the order of the fields. ``withheld``: fields left empty (a confidential address);
    ``before``: the number of the provision that it went with already."""

    case: str
    round: int
    cells: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """What would go, to look at first; ``digest`` is of exactly these lines, and of which of them went there before."""

    order: Order
    institution: Institution
    recipient: str
    lines: tuple[Line, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Provision:
    """What went: where, when, on which ground, which fields of how many cases, by whom, and the SHA-256 of the file."""

    number: int
    institution: str
    recipient: str
    ground: str
    fields: tuple[str, ...]
    from_on: date
    to_on: date
    cases: int
    format: str
    sha256: str
    why: str
    by: str
    at: datetime
