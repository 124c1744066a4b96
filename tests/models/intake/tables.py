"""Files for the tests: made in memory, in every encoding and format."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from models.intake.gather import Gathered, gather
from models.intake.values import EvidenceRow

OBLIGATIONS = ("case", "duty", "period", "due_on", "paid_on", "amount", "status", "source", "as_of", "receipt")
CASES = (
    "case", "kind", "route", "received_on", "unit", "name", "name_reading", "born_on", "nationality", "current_status",
    "stay_until", "language",
)  # fmt: skip
MONTH = (
    "A-001",
    "national_pension",
    "2025-05",
    "2025-06-30",
    "2025-06-20",
    "17510",
    "paid",
    "日本年金機構",
    "2026-04-01",
    "R-1",
)
CASE = (
    "A-001", "permanent_residence", "general", "2026-04-06", "東京第一", "グエン ティ ラン", "グエンティラン", "1988-04-12", "VNM",
    "engineer_humanities", "2029-03-31", "ja",
)  # fmt: skip
MY_NUMBER = "123456789018"

Rows = Sequence[Sequence[object]]


def month(**changes: object) -> list[object]:
    """A row of an obligations file."""
    return [changes.get(name, value) for name, value in zip(OBLIGATIONS, MONTH, strict=True)]


def case(**changes: object) -> list[object]:
    """A row of a cases file."""
    return [changes.get(name, value) for name, value in zip(CASES, CASE, strict=True)]


def text(head: Sequence[object], rows: Rows, delimiter: str = ",", end: str = "\r\n") -> str:
    """Delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([head, *rows])
    return out.getvalue()


def months(*rows: Sequence[object], encoding: str = "utf-8") -> bytes:
    """An obligations file."""
    return text(OBLIGATIONS, rows).encode(encoding)


def cases(*rows: Sequence[object], encoding: str = "utf-8") -> bytes:
    """A cases file."""
    return text(CASES, rows).encode(encoding)


def book(head: Sequence[object], rows: Rows, title: str = "表") -> bytes:
    """A spreadsheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in (head, *rows):
        sheet.append(list(row))
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    """A zip with one entry put in the place of another, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def entry(data: bytes, name: str) -> bytes:
    """One entry of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read(name)


def put(folder: Path, data: bytes, name: str = "file.csv") -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def pieces(what: str, path: Path, map_path: Path | None = None) -> list[EvidenceRow]:
    """The rows of evidence that a file brings, in its own order."""
    return in_order(gather(what, path, map_path))


def in_order(read: Gathered) -> list[EvidenceRow]:
    """The rows of evidence of a file that was read, in its own order."""
    return sorted((row for rows in read.pieces() for row in rows), key=lambda row: row.line)
