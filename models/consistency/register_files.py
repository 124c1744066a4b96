"""Registers as files: CSV or XLSX with their own column names, the map that translates them, the ledger that lies
beside them."""

import json
import os
import re
import secrets
import tempfile
import tomllib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path

from models.consistency import ledger as ledgers
from models.consistency import registers
from models.consistency.inputs import Assessments
from models.consistency.ledger import Ledger
from models.consistency.register_columns import ours_of
from models.consistency.registers import (
    ASSESSMENT_COLUMNS,
    DECISION_COLUMNS,
    NEEDED,
    NEEDED_OF_READINGS,
    Register,
    RegisterMap,
)
from models.consistency.values import Dropped
from models.dates.parse import parse_date
from models.errors import BadInput, NotFound, WorldFault
from models.intake.tables_in import open_table
from models.intake.values import Cancelled, Progress, Row, Table

_PARTS = frozenset({"columns", "values", "ignore", "not_my_number"})
_SERIAL = re.compile(r"[0-9]{4,6}(?:\.0+)?")
_EVERY = 5_000
LONG_ROW = "row_too_long"
ABOVE = 12
"""So many rows may stand above the heading row."""


def read_map(path: Path) -> RegisterMap:
    """A map file: ``[columns] ours = "theirs"``, ``[values.<ours>] theirs = "ours"``, ``ignore = ["theirs"]``.

    Raises:
        NotFound: there is no such file.
        BadInput: it is no TOML, or has a part that is unknown or of the wrong shape.
    """
    if not path.is_file():
        raise NotFound("intake.no_file", file=path.name)
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput("intake.map_unreadable", file=path.name, why=str(error)) from error
    for part in content:
        if part not in _PARTS:
            raise BadInput("intake.map_part", file=path.name, part=part, known=", ".join(sorted(_PARTS)))
    values = content.get("values", {})
    if not isinstance(values, dict):
        raise BadInput("intake.map_shape", file=path.name, part="values")
    ignored = content.get("ignore", [])
    if not isinstance(ignored, list) or not all(isinstance(each, str) for each in ignored):
        raise BadInput("intake.map_shape", file=path.name, part="ignore")
    columns = _texts(content.get("columns", {}), "columns", path)
    _refuse_twice(columns, path)
    return RegisterMap(
        columns, {ours: _texts(each, f"values.{ours}", path) for ours, each in values.items()}, tuple(ignored)
    )


def _texts(part: object, name: str, path: Path) -> dict[str, str]:
    if not isinstance(part, dict) or not all(isinstance(each, str) for each in part.values()):
        raise BadInput("intake.map_shape", file=path.name, part=name)
    return dict(part)


def _refuse_twice(columns: Mapping[str, str], path: Path) -> None:
    for theirs in columns.values():
        if list(columns.values()).count(theirs) > 1:
            raise BadInput("intake.map_twice", file=path.name, column=theirs)


def read_decisions(path: Path, mapping: RegisterMap, progress: Progress | None = None) -> Register:
    """A register of decisions. Every row that cannot be used is counted under its reason.

    Raises:
        NotFound, WorldFault, BadInput: as ``models.intake.tables_in.open_table``; columns missing or unknown.
        Cancelled: ``progress`` answered False.
    """
    with _opened(path, mapping, DECISION_COLUMNS, NEEDED) as table:
        rows = _Rows(table, progress)
        register = registers.read_decisions(rows, mapping, _day_of(table))
    if not rows.number:
        raise BadInput("intake.empty", file=table.file)
    return replace(register, decisions=replace(register.decisions, dropped=rows.with_long(register.decisions.dropped)))


def read_assessments(path: Path, mapping: RegisterMap, progress: Progress | None = None) -> Assessments:
    """A register of blind readings. Raises as ``read_decisions``."""
    with _opened(path, mapping, ASSESSMENT_COLUMNS, NEEDED_OF_READINGS) as table:
        rows = _Rows(table, progress)
        found = registers.read_assessments(rows, mapping)
    if not rows.number:
        raise BadInput("intake.empty", file=table.file)
    return replace(found, dropped=rows.with_long(found.dropped))


@contextmanager
def _opened(path: Path, mapping: RegisterMap, known: Sequence[str], needed: Sequence[str]) -> Iterator[Table]:
    """The table from its heading row on; the file is let go of however the reading ends."""
    table = open_table(path, {*known, *mapping.columns.values()})
    try:
        begun = _from_heading(table, mapping, known, needed)
        _refuse_doubled(begun)
        yield begun
    finally:
        if isinstance(table.rows, Generator):
            table.rows.close()


class _Rows:
    """The rows as dictionaries; too long ones are left out and counted."""

    def __init__(self, table: Table, progress: Progress | None) -> None:
        self._table = table
        self._progress = progress
        self._long = 0
        self.number = 0

    def __iter__(self) -> Iterator[Mapping[str, str]]:
        names = self._table.header.cells
        width, blank = len(names), ("",) * len(names)
        for row in self._table.rows:
            self.number += 1
            if self._progress is not None and self.number % _EVERY == 0 and self._progress(self.number, 0) is False:
                raise Cancelled(self._table.file)
            cells = row.cells
            if len(cells) > width and any(cells[width:]):
                self._long += 1
                continue
            yield dict(zip(names, cells + blank[len(cells) :], strict=False))

    def with_long(self, dropped: tuple[Dropped, ...]) -> tuple[Dropped, ...]:
        """What was left out, with the rows that were too long."""
        return (*dropped, Dropped(self._long, LONG_ROW)) if self._long else dropped


def _from_heading(table: Table, mapping: RegisterMap, known: Sequence[str], needed: Sequence[str]) -> Table:
    """The table from its heading row on: above it may stand a title and the cells of merged headings. Where no row among the
    first has every column that is needed, it stays as it is."""

    def is_heading(row: Row) -> bool:
        return set(needed) <= set(ours_of(row.cells, mapping.columns, known))

    if is_heading(table.header):
        return table
    rows = iter(table.rows)
    first = list(islice(rows, ABOVE))
    place = next((number for number, row in enumerate(first) if is_heading(row)), None)
    if place is None:
        return replace(table, rows=chain(first, rows))
    return replace(table, header=first[place], rows=chain(first[place + 1 :], rows))


def _refuse_doubled(table: Table) -> None:
    names = [name.strip() for name in table.header.cells if name.strip()]
    doubled = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if doubled:
        raise BadInput("report.doubled_column", file=table.file, columns="、".join(doubled))


def _day_of(table: Table) -> Callable[[str], date]:
    """Reads a day; in a spreadsheet a bare number counts days."""

    def read(text: str) -> date:
        if table.serials and _SERIAL.fullmatch(text):
            return table.epoch + timedelta(days=int(float(text)))
        return parse_date(text)

    return read


def ledger_path(register: Path) -> Path:
    """The release ledger of a register: a file beside it."""
    return register.with_name(register.name + ".akashi-ledger.json")


def read_ledger(path: Path) -> tuple[Ledger, bytes]:
    """The ledger and the rounding key of a register; new ones where there is no file yet. Raises ``BadInput`` for a
    damaged one."""
    if not path.exists():
        return Ledger(), secrets.token_bytes(32)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return ledgers.from_json(content["ledger"]), bytes.fromhex(content["key"])
    except OSError as error:
        raise WorldFault("intake.cannot_read", file=path.name, why=error.strerror or "") from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BadInput("report.ledger_damaged", file=path.name) from error


def write_ledger(path: Path, ledger: Ledger, key: bytes) -> None:
    """Put the ledger beside its register, whole or not at all. Raises ``WorldFault``: without it nothing may be
    released."""
    content = json.dumps({"ledger": ledgers.to_json(ledger), "key": key.hex()}, ensure_ascii=False)
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".akashi-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(temporary).unlink()
            raise
    except OSError as error:
        raise WorldFault("report.ledger_unwritten", file=path.name, why=error.strerror or "") from error
