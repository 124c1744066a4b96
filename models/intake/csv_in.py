"""Delimited text to rows: comma, tab or semicolon, quoted cells with line breaks in them, any line end."""

import csv
import io
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from models.errors import Bad, BadInput, Message, WorldFault
from models.intake.decode import encoding_of
from models.intake.values import Refused, Row, Table

DELIMITERS = (",", "\t", ";")
LONGEST_CELL = 131_072
"""Characters; a longer cell is a quote that was never closed."""
_START = 1 << 20

_CAUSES = (("unexpected end", "intake.quoting_open"), ("field limit", "intake.cell_too_large"))
"""What the reader of CSV says, and what it means; all else is about quotation marks."""


def open_csv(path: Path, known: Collection[str]) -> Table:
    """A delimited file. ``known`` are the column names that may stand in its heading row: they tell the delimiter.

    Raises:
        BadInput: the file is empty or in no encoding that is read here.
        Refused: a place that cannot be decoded, or broken quoting in the heading row.
    """
    encoding = encoding_of(path)
    start = _start(path, encoding)
    if not start:
        raise BadInput("intake.empty", file=path.name)
    rows = read(_text(path, encoding), delimiter_of(start, known), path.name)
    return Table(path.name, "csv", encoding, next(rows), rows)


def _text(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")


def _start(path: Path, encoding: str) -> str:
    """The beginning of the file, as far as a heading row may reach; empty when nothing is in it."""
    with _text(path, encoding) as text:
        return next((piece for piece in iter(partial(text.read, _START), "") if piece.strip("\ufeff\r\n\t ,;")), "")


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


def read(text: TextIO, delimiter: str, file: str) -> Iterator[Row]:
    """The rows with the line each begins on; wholly empty lines are passed over. Closes ``text`` at the end.

    Raises:
        Refused: quoting that is broken, with the line where the row began.
        WorldFault: the file was taken away or changed while it was read.
    """
    with text:
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        begins = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                cause = Message(next((code for sign, code in _CAUSES if sign in str(error)), "intake.quoting"))
                raise Refused(file, (Bad(begins, "", "", cause),)) from None
            except (OSError, UnicodeError) as error:
                raise WorldFault("intake.cannot_read", file=file, why=type(error).__name__) from error
            if any(cells):
                yield Row(begins, tuple(cells))
            begins = reader.line_num + 1
