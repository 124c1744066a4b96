"""Delimited text to rows: comma, tab or semicolon, quoted cells with line breaks in them, any line end."""

import csv
import io
from collections.abc import Collection, Iterator

from models.errors import Bad, BadInput, Message
from models.intake.decode import decode
from models.intake.values import Refused, Row, Table

DELIMITERS = (",", "\t", ";")
LONGEST_CELL = 131_072
"""Characters; a longer cell is a quote that was never closed."""

_CAUSES = (("unexpected end", "intake.quoting_open"), ("field limit", "intake.cell_too_large"))
"""What the reader of CSV says, and what it means; all else is about quotation marks."""


def open_csv(data: bytes, file: str, known: Collection[str]) -> Table:
    """A delimited file. ``known`` are the column names that may stand in its heading row: they tell the delimiter.

    Raises:
        BadInput: the file is empty or in no encoding that is read here.
        Refused: a place that cannot be decoded, or broken quoting in the heading row.
    """
    text, encoding = decode(data, file)
    if not text.strip("\ufeff\r\n\t ,;"):
        raise BadInput("intake.empty", file=file)
    rows = read(text, delimiter_of(text, known), file)
    return Table(file, "csv", encoding, next(rows), rows)


def delimiter_of(text: str, known: Collection[str]) -> str:
    """The delimiter under which the heading row has the most names that we know; the most columns where none is known.

    The first line alone decides: commas inside addresses and statements further down must not.
    """
    return max(DELIMITERS, key=lambda each: _fit(text, each, known))


def _fit(text: str, delimiter: str, known: Collection[str]) -> tuple[int, int]:
    try:
        cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return (0, 0)
    names = [cell.strip() for cell in cells]
    return (sum(1 for name in names if name in known), len(names))


def read(text: str, delimiter: str, file: str) -> Iterator[Row]:
    """The rows with the line each begins on; wholly empty lines are passed over.

    Raises:
        Refused: quoting that is broken, with the line where the row began.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cause = Message(next((code for sign, code in _CAUSES if sign in str(error)), "intake.quoting"))
            raise Refused(file, (Bad(begins, "", "", cause),)) from None
        if any(cells):
            yield Row(begins, tuple(cells))
        begins = reader.line_num + 1
