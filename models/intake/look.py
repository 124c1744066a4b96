"""A first look at a file: what it seems to be, and its first rows as they are read. Nothing is judged or kept."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from models.evidence import my_number
from models.intake import header
from models.intake.cells import BLANKS
from models.intake.found import masked
from models.intake.schemas import SCHEMAS, schema_of
from models.intake.tables_in import open_table
from models.intake.values import CellType, ColumnMap, Row, Schema
from models.intake.words import fold, ours, titles, words

FIRST = 20
"""Rows shown."""
SEARCHED = 20_000
"""Rows in which words are gathered: more would make a look as slow as the reading itself."""
MOST_WORDS = 60
"""Different words kept of a column; one with more holds no words of a list."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found. Every text in it may be shown: My Numbers are covered.

    ``what`` is the kind that was asked for or guessed from the columns (empty: nothing fits). ``words`` are the
    different texts of each column, in the order in which they come; ``numbers`` the columns in which something reads as
    a My Number. ``more``: there are rows behind the ones shown.
    """

    file: str
    format: str
    encoding: str
    what: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    more: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that have one."""
        return tuple(dict.fromkeys(name for name in self.names if name))


def look(path: Path, what: str = "") -> Looked:
    """Look at a file, of a kind or of one that is guessed.

    Raises:
        BadInput, NotFound, WorldFault: the file cannot be opened as a table.
        Refused: places in it cannot be decoded.
    """
    known = schema_of(what).names if what else frozenset().union(*(each.names for each in SCHEMAS.values()))
    table = open_table(path, known)
    names = tuple(masked(cell.strip(BLANKS)) for cell in table.header.cells)
    first: list[Row] = list(islice(table.rows, FIRST + 1))
    gathered = _Gathered(len(names))
    for row in first:
        gathered.add(row)
    for row in islice(table.rows, SEARCHED):
        gathered.add(row)
    shown = tuple(tuple(masked(cell.strip(BLANKS)) for cell in row.cells) for row in first[:FIRST])
    numbers = tuple(name for index, name in enumerate(names) if name and index in gathered.numbers)
    return Looked(
        masked(table.file), table.format, table.encoding, what or guess(names, path.stem), names, shown,
        gathered.words, numbers, len(first) > FIRST,
    )  # fmt: skip


def guess(names: Iterable[str], stem: str = "") -> str:
    """The kind of file that has these columns: most names known, fewest missing; its file's name decides between equals."""
    have = frozenset(fold(name) for name in names if name)
    fits = {what: _fit(schema, have) for what, schema in SCHEMAS.items()}
    best = max(fits.values())
    likely = [what for what, fit in fits.items() if fit == best and fit[1] >= 2]
    named = [what for what in SCHEMAS if fold(what) in fold(stem)]
    if len(likely) == 1:
        return likely[0]
    both = [what for what in named if what in likely]
    return next(iter(both or ([] if likely else named)), "")


def _fit(schema: Schema, have: Collection[str]) -> tuple[int, int]:
    """How well columns fit a kind (missing and unknown ones count against it), and how many it knows beside the case's."""
    required = {column.name for column in schema.columns if column.required}
    known = schema.names & frozenset(have)
    missing = len(required - known)
    unknown = len(frozenset(have) - schema.names)
    return (len(known) - missing - unknown, len(known - {"case"}) if len(known) > 1 else 0)


def missing(looked: Looked, schema: Schema, mapped: ColumnMap) -> tuple[str, ...]:
    """Our columns that the file must have and has not, under this map."""
    placed, _ = header.place(Row(1, looked.names), schema, mapped)
    have = {column.name for _, column in placed.columns}
    return tuple(column.name for column in schema.columns if column.required and column.name not in have)


def placed(looked: Looked, schema: Schema, mapped: ColumnMap) -> tuple[str, ...]:
    """Our name of each of the file's columns; empty for one that is not known."""
    found, _ = header.place(Row(1, looked.names), schema, mapped)
    by_place = {index: column.name for index, column in found.columns}
    return tuple(by_place.get(index, "") for index in range(len(looked.names)))


def strange_words(looked: Looked, schema: Schema, mapped: ColumnMap) -> Mapping[str, tuple[str, ...]]:
    """Per column of listed words: the file's words that are in no list of ours; the map may say what they mean."""
    by_name = {column.name: column for column in schema.columns}
    found: dict[str, tuple[str, ...]] = {}
    for index, name in enumerate(placed(looked, schema, mapped)):
        column = by_name.get(name)
        if column is None or column.type not in (CellType.WORD, CellType.YES):
            continue
        listed = words(column.words)
        strange = tuple(each for each in looked.words[index] if each and fold(each) not in listed)
        if strange:
            found[name] = strange
    return found


def suggest(looked: Looked, schema: Schema) -> ColumnMap:
    """A map for columns whose names are known here under another word; an examiner looks at it before it is used."""
    have = {fold(name): name for name in looked.columns}
    used = {name for name in have if name in schema.names}
    columns: dict[str, str] = {}
    for column in schema.columns:
        if column.name in have:
            continue
        theirs = next((each for each in titles(schema.what, column.name) if each in have and each not in used), "")
        if theirs:
            used.add(theirs)
            columns[column.name] = have[theirs]
    return ColumnMap(columns)


def our_words(schema: Schema, column: str) -> tuple[str, ...]:
    """The words that a column may have."""
    return next((ours(each.words) for each in schema.columns if each.name == column and each.words), ())


class _Gathered:
    """The different texts of each column, and where something reads as a My Number."""

    def __init__(self, width: int) -> None:
        self._found: list[dict[str, None]] = [{} for _ in range(width)]
        self.numbers: set[int] = set()

    def add(self, row: Row) -> None:
        """Take a row."""
        for index, (cell, found) in enumerate(zip(row.cells, self._found, strict=False)):
            text = cell.strip(BLANKS)
            if len(text) >= 12 and index not in self.numbers and my_number.find(text):
                self.numbers.add(index)
            if text not in found and len(found) < MOST_WORDS:
                found[masked(text)] = None

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The different texts of each column."""
        return tuple(tuple(found) for found in self._found)
