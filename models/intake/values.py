"""What an import file is made of, on its way from bytes to evidence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.errors import Bad, BadInput, Problem, problem
from models.evidence.values import EvidenceKind, Record

CASES = "cases"
"""The kind of file that brings cases; every other kind is an ``EvidenceKind``."""

SHOWN = 200
"""How many bad rows are named; of more than these only the number is told."""

Progress = Callable[[int, int], bool | None]
"""Called with (done, total), total 0 while unknown; ``False`` as its answer cancels the work."""


class CellType(StrEnum):
    """How a cell is read."""

    ID = "id"
    NAME = "name"
    TEXT = "text"
    DATE = "date"
    AMOUNT = "amount"
    COUNT = "count"
    YEAR = "year"
    PERIOD = "period"
    WORD = "word"
    OPEN_WORD = "open_word"
    COUNTRY = "country"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file kind. ``required``: the file must have it; ``filled``: no cell of it may be empty.

    ``words`` names the list of words (``resources/intake/words.toml``) that a ``WORD`` cell is looked up in.
    """

    name: str
    type: CellType
    required: bool = True
    filled: bool = True
    words: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of a file kind. Two rows with equal ``identity`` speak of the same thing (of the same month, stay, test)."""

    what: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of all columns."""
        return frozenset(column.name for column in self.columns)

    @property
    def kind(self) -> EvidenceKind | None:
        """The kind of evidence the file brings; ``None`` for cases."""
        return None if self.what == CASES else EvidenceKind(self.what)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A map file: how their columns and words become ours. ``not_my_number`` are our names or theirs."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    not_my_number: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row as text. ``line`` is the line it begins on, as an editor or the spreadsheet counts (from 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file opened: its heading row and its rows, read one by one.

    ``serials``: a bare number in a date column is a spreadsheet's day count; ``epoch`` is the day it counts from.
    """

    file: str
    format: str
    encoding: str
    header: Row
    rows: Iterator[Row]
    serials: bool = False
    epoch: date = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A row read: the values of its columns, typed."""

    line: int
    case: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A row that becomes a piece of evidence. ``identity`` says what it speaks of."""

    line: int
    case: str
    kind: EvidenceKind
    identity: tuple[object, ...]
    record: Record
    source: str
    as_of: date | None
    receipt: str | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did (or, as ``dry_run``, would do). ``cases`` are the ones that changed, ``units`` those made.

    ``rows`` = ``new`` + ``skipped`` (they were there already) + ``superseded`` (new ones that stand in an older one's place).
    """

    what: str
    file: str
    rows: int
    new: int
    skipped: int
    superseded: int
    cases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    encoding: str = ""
    format: str = ""
    not_my_number: tuple[str, ...] = ()
    dry_run: bool = False


def _told(bad: Bad) -> Problem:
    """A bad cell in words: only the places that it has are named (a file's name has no line, a missing column no value)."""
    known = ("file", "line", "column", "cell")[sum((bool(bad.line), bool(bad.column), bool(bad.column and bad.value)))]
    return problem(
        f"intake.bad_{known}",
        f"line {bad.line}",
        line=str(bad.line),
        column=bad.column,
        value=bad.value,
        why=bad.message,
    )


class Refused(BadInput):
    """A file with bad rows: nothing of it was taken in. ``bad`` names the first ones, ``rest`` counts the others."""

    def __init__(self, file: str, bad: tuple[Bad, ...], rest: int = 0) -> None:
        super().__init__("intake.refused", file=file, number=len(bad) + rest)
        self.bad = bad
        self.rest = rest
        self.problems = (*(_told(each) for each in bad), *([problem("intake.rest", number=rest)] if rest else ()))


class Cancelled(BadInput):
    """The person stopped the work; nothing was changed."""

    def __init__(self, file: str) -> None:
        super().__init__("intake.cancelled", file=file)
