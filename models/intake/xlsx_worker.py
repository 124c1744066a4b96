"""Reads a spreadsheet in a process of its own, so that a hostile file can hurt only that process.

It speaks JSON over a pipe (never pickles: what a broken-in process sends must not be executed) and answers with
batches of rows and an end. Memory and processor time are limited where the system can do so.
"""

import json
import zipfile
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing, suppress
from datetime import date, datetime, time, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from models.intake.xlsx_guard import Limits, Unsafe, check, hollow_cells

_BATCH = 500
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_Rows = Iterable[Sequence[object]]


def run(pipe: Connection, path: str, known: Collection[str], limits: Limits) -> None:
    """Answer one request and end. ``known`` are the column names by which the right sheet is found."""
    _limit(limits)
    # A broken pipe: who asked has seen enough (a formula without a result, a cancelled import) and told it already.
    with closing(pipe), suppress(BrokenPipeError):
        _tell(pipe, path, known, limits)


def _tell(pipe: Connection, path: str, known: Collection[str], limits: Limits) -> None:
    try:
        _answer(pipe, Path(path), known, limits)
    except BrokenPipeError:
        raise
    except Unsafe as unsafe:
        _send(pipe, error=str(unsafe))
    except MemoryError:
        _send(pipe, error="intake.xlsx_too_large")
    except Exception as error:  # noqa: BLE001  the parser's own errors have no common base; the caller names the file
        _send(pipe, error="intake.xlsx_locked" if "assword" in type(error).__name__ else "intake.xlsx_broken")


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the zip guard and the time limit of the caller remain
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send(pipe: Connection, **content: object) -> None:
    pipe.send_bytes(json.dumps(content).encode())


def _answer(pipe: Connection, path: Path, known: Collection[str], limits: Limits) -> None:
    check(path, limits)
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_path(str(path))
    places, from_1904 = _book(path)
    names = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible and m.name in places]
    name = _choose([(each, _first(book.get_sheet_by_name(each).iter_rows())) for each in names], known)
    _send(pipe, hollow=[list(each) for each in hollow_cells(path, places[name])])
    sheet = book.get_sheet_by_name(name)
    batch: list[tuple[int, list[str]]] = []
    # Rows above the first used one are not handed out, so the count starts where the used area starts.
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [text(cell) for cell in cells]
        if any(texts):
            batch.append((number, texts))
        if len(batch) >= _BATCH:
            _send(pipe, rows=batch)
            batch = []
    _send(pipe, rows=batch)
    _send(pipe, end=True, from_1904=from_1904)


def _first(rows: _Rows) -> list[str]:
    """The first row with anything in it."""
    for row in rows:
        texts = [text(cell).strip() for cell in row]
        if any(texts):
            return texts
    return []


def _choose(sheets: Sequence[tuple[str, list[str]]], known: Collection[str]) -> str:
    """The sheet to read: the one whose heading row we know; one alone is taken whatever it says."""
    filled = [(name, sum(1 for cell in head if cell in known)) for name, head in sheets if head]
    if not filled:
        raise Unsafe("intake.empty")
    fitting = [name for name, hits in filled if hits >= 2]
    if len(fitting) > 1:
        raise Unsafe("intake.xlsx_two_sheets")
    return fitting[0] if fitting else filled[0][0]


def _book(path: Path) -> tuple[dict[str, str], bool]:
    """Where each sheet lies inside the zip, and whether days are counted from 1904."""
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(path) as archive:
        book = fromstring(archive.read("xl/workbook.xml"))
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        entries = set(archive.namelist())
    targets = {r.get("Id"): str(r.get("Target")) for r in relations}
    places = {
        str(s.get("name")): _inside(targets.get(s.get(_RELATIONS), "")) for s in book.iter() if _is(s.tag, "sheet")
    }
    counted = [e for e in book.iter() if _is(e.tag, "workbookPr") and e.get("date1904") in ("1", "true")]
    return {name: place for name, place in places.items() if place in entries}, bool(counted)


def _is(tag: object, name: str) -> bool:
    return str(tag).rpartition("}")[2] == name


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else "xl/" + target


def text(cell: object) -> str:
    """A cell as the text that a person sees: whole numbers without a point, dates in ISO form."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta | str | int) else ""
