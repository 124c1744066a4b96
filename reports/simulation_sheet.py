"""What another version of a framework would touch, as a sheet: CSV or a workbook. Rows in, bytes out."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from reports.xlsx_stream import Column, Properties, Sheet, workbook

_WIDTHS = (16.0, 18.0, 12.0, 12.0, 14.0, 28.0, 14.0, 90.0)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte-order mark, so that spreadsheets read Japanese; what could be a formula carries a quote."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], created: datetime) -> bytes:
    """One sheet of text cells; ``created`` is what the file says of its making."""
    columns = tuple(Column(head, width=width) for head, width in zip(heads, _WIDTHS, strict=True))
    return workbook((Sheet(title[:31], columns, rows),), Properties(title, title, "Akashi", created))


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
