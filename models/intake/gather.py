"""A file to the rows that an office can take in; everything that can be known without the office is checked here."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.cases.values import NewCase
from models.intake import header, mapping, parse
from models.intake.found import Findings
from models.intake.records import case_row, evidence_row
from models.intake.schemas import schema_of
from models.intake.tables_in import open_table
from models.intake.values import Cancelled, ColumnMap, EvidenceRow, Parsed, Progress, Schema

_BEAT = 1_000
"""Rows between two calls of the progress."""

Taken = NewCase | EvidenceRow


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of a file, ready for an office. ``same`` counts rows that stand in it a second time, word for word."""

    what: str
    file: str
    format: str
    encoding: str
    sha256: str
    cases: tuple[NewCase, ...]
    evidence: tuple[EvidenceRow, ...]
    same: int
    not_my_number: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows of data the file has."""
        return len(self.cases) + len(self.evidence) + self.same


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
    rows = list(_made(_counted(parse.parse(table, placed, mapped, found), progress, path.name), schema))
    once = _once(rows, schema, found)
    found.raise_if_any()
    cases = tuple(row for row in once if isinstance(row, NewCase))
    evidence = tuple(row for row in once if isinstance(row, EvidenceRow))
    same = len(rows) - len(once)
    return Gathered(
        what, path.name, table.format, table.encoding, _sha256(path), cases, evidence, same, placed.declared
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


def _once(rows: list[Taken], schema: Schema, found: Findings) -> list[Taken]:
    """The rows without repetitions; two that speak of the same thing on the same day and differ are noted."""
    seen: dict[tuple[object, ...], Taken] = {}
    kept = []
    for row in rows:
        first = seen.setdefault(_thing(row), row)
        if first is row:
            kept.append(row)
        elif _content(first) != _content(row):
            thing = " · ".join(str(each) for each in _thing(row)[:-1] if each)
            said = row.id if isinstance(row, NewCase) else row.identity[0]
            found.add(row.line, schema.identity[0], str(said), "intake.differs_in_file",
                      {"first": str(first.line), "identity": thing})  # fmt: skip
    return kept


def _thing(row: Taken) -> tuple[object, ...]:
    """What a row speaks of, and as of when."""
    if isinstance(row, NewCase):
        return (row.id, None)
    return (row.case, *row.identity, row.as_of)


def _content(row: Taken) -> tuple[object, ...]:
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
