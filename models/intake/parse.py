"""A table to typed rows. Every bad cell is noted with its line, column, value and cause; none stops the reading."""

from collections.abc import Iterator

from models.evidence import my_number
from models.intake.cells import BLANKS, BadCell, value
from models.intake.found import Findings
from models.intake.header import Placed
from models.intake.records import contradictions
from models.intake.values import Column, ColumnMap, Parsed, Row, Table

_SHORTEST_MY_NUMBER = 12
_REMEMBERED = 1_000
Known = dict[int, dict[str, object]]
"""Good cells of each column and their values: the same days, cases, amounts and words come again and again."""


def check_name(file: str, found: Findings) -> None:
    """A My Number in the file's name is refused too: names of files are written down."""
    if my_number.find(file):
        found.add(0, "", "", "intake.my_number_in_name")


def check_header(table: Table, found: Findings) -> None:
    """A My Number in the heading row: a file without one, most often."""
    for name in table.header.cells:
        if my_number.find(name):
            found.add(table.header.line, name, name, "intake.my_number")


def parse(table: Table, placed: Placed, mapped: ColumnMap, found: Findings) -> Iterator[Parsed]:
    """The rows that can be read; what is wrong with the others is noted in ``found``."""
    known: Known = {index: {} for index, _ in placed.columns}
    for row in table.rows:
        before = found.number
        if _has_shape(row, placed, found):
            values = _values(row, table, placed, mapped, found, known)
            if found.number == before:
                yield Parsed(row.line, str(values.get("case")), values)


def _has_shape(row: Row, placed: Placed, found: Findings) -> bool:
    """As many cells as the heading row: one more or less means that a comma was not quoted, and values have shifted."""
    width = len(placed.names)
    if len(row.cells) < width or any(cell.strip(BLANKS) for cell in row.cells[width:]):
        found.add(row.line, "", "", "intake.cells", {"number": len(row.cells), "expected": width})
        return False
    for name, cell in zip(placed.names, row.cells, strict=False):
        if not name and cell.strip(BLANKS):
            found.add(row.line, "", cell, "intake.no_column_name")
    return True


def _values(
    row: Row, table: Table, placed: Placed, mapped: ColumnMap, found: Findings, known: Known
) -> dict[str, object]:
    values: dict[str, object] = {}
    before = found.number
    for index, column in placed.columns:
        cell, seen = row.cells[index], known[index]
        if cell in seen:
            values[column.name] = seen[cell]
            continue
        text = cell.strip(BLANKS)
        text = mapped.values.get(column.name, {}).get(text, text)
        try:
            values[column.name] = _value(text, column, table, may_be_number=index in placed.not_my_number)
            if len(seen) < _REMEMBERED:
                seen[cell] = values[column.name]
        except BadCell as error:
            found.add(row.line, placed.names[index], text, error.code, error.params)
    if found.number == before:
        for name, code, other in contradictions(values):
            found.add(row.line, name, str(values[name] or ""), code, {"other": other, "than": values[other]})
    return values


def _value(text: str, column: Column, table: Table, may_be_number: bool) -> object:
    if not may_be_number and len(text) >= _SHORTEST_MY_NUMBER and my_number.find(text):
        raise BadCell("intake.my_number")
    if text:
        return value(text, column, table)
    if column.filled:
        raise BadCell("intake.missing")
    return None
