"""A file to the rows that an office can take in; everything that can be known without the office is checked here."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from models.cases.values import NewCase
from models.intake import header, mapping, parse
from models.intake.found import Findings
from models.intake.records import case_row, evidence_row
from models.intake.schemas import schema_of
from models.intake.spool import Raw, Spool, revive
from models.intake.tables_in import open_table
from models.intake.values import Cancelled, ColumnMap, EvidenceRow, Parsed, Progress, Schema

_BEAT = 1_000
"""Rows between two calls of the progress."""

Taken = NewCase | EvidenceRow
Row = TypeVar("Row", NewCase, Raw)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of a file, ready for an office. ``same`` counts rows that stand in it a second time, word for word; ``kept`` the
    other rows of evidence."""

    what: str
    file: str
    format: str
    encoding: str
    sha256: str
    cases: tuple[NewCase, ...]
    evidence: Spool
    kept: int
    same: int
    not_my_number: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows of data the file has."""
        return len(self.cases) + self.kept + self.same

    def pieces(self) -> Iterator[tuple[EvidenceRow, ...]]:
        """The rows of evidence case by case, without repetitions."""
        return (tuple(revive(row) for row in _once(rows)) for rows in self.evidence.cases())


def gather(
    what: str,
    path: Path,
    map_path: Path | None = None,
    progress: Progress | None = None,
    mapped: ColumnMap | None = None,
) -> Gathered:
    """Read a file of a kind. ``mapped`` is a map that was made and not (yet) kept in a file.

    Raises:
        Refused: bad rows, every one named.
        Cancelled: ``progress`` answered ``False``.
        BadInput, NotFound, WorldFault: the file or the map cannot be read.
    """
    schema = schema_of(what)
    mapped = mapping.read(map_path, schema) if map_path else mapped or ColumnMap()
    found = Findings(path.name)
    parse.check_name(path.name, found)
    found.raise_if_any()
    table = open_table(path, header.known_names(schema, mapped), lambda: _beat(progress, 0, path.name))
    parse.check_header(table, found)
    placed, bad = header.place(table.header, schema, mapped)
    for each in bad:
        found.keep(each)
    spool = Spool()
    cases: list[NewCase] = []
    for row in _made(_counted(parse.parse(table, placed, mapped, found), progress, path.name), schema):
        if isinstance(row, NewCase):
            cases.append(row)
        else:
            spool.add(row)
    once = tuple(_once(cases, found, schema))
    kept = sum(sum(1 for _ in _once(rows, found, schema)) for rows in spool.cases())
    found.raise_if_any()
    same = len(cases) - len(once) + spool.count - kept
    return Gathered(
        what, path.name, table.format, table.encoding, _sha256(path), once, spool, kept, same, placed.declared
    )


def _beat(progress: Progress | None, done: int, file: str) -> None:
    if progress is not None and progress(done, 0) is False:
        raise Cancelled(file)


def _counted(rows: Iterable[Parsed], progress: Progress | None, file: str) -> Iterator[Parsed]:
    for done, row in enumerate(rows):
        if done % _BEAT == 0:
            _beat(progress, done, file)
        yield row


def _made(rows: Iterable[Parsed], schema: Schema) -> Iterator[Taken]:
    for row in rows:
        # Without its heading a column has no value; the file is refused anyway, and this row need not be made.
        if all(column.name in row.values for column in schema.columns if column.filled):
            yield evidence_row(row.line, schema, row.values) if schema.kind else case_row(row.line, row.values)


def _once(rows: Iterable[Row], found: Findings | None = None, schema: Schema | None = None) -> Iterator[Row]:
    """The rows without repetitions; two that speak of the same thing on the same day and differ are noted."""
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first = seen.setdefault(_thing(row), row)
        if first is row:
            yield row
        elif found is not None and schema is not None and _content(first) != _content(row):
            thing = " · ".join(str(each) for each in _thing(row)[:-1] if each)
            said = row.id if isinstance(row, NewCase) else row.identity[0]
            found.add(row.line, schema.identity[0], str(said), "intake.differs_in_file",
                      {"first": str(first.line), "identity": thing})  # fmt: skip


def _thing(row: NewCase | Raw) -> tuple[object, ...]:
    """What a row speaks of, and as of when."""
    if isinstance(row, NewCase):
        return (row.id, None)
    return (row.case, *row.identity, row.as_of)


def _content(row: NewCase | Raw) -> tuple[object, ...]:
    if isinstance(row, NewCase):
        return (
            row.kind,
            row.route,
            row.unit,
            row.received_on,
            row.applicant,
            row.receipt_number,
            row.household,
            row.agent,
        )
    return (row.record, row.source)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
