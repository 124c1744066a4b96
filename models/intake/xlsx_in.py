"""XLSX to rows, read by a process of its own (``xlsx_worker``)."""

import json
import multiprocessing
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from models.errors import Bad, BadInput, Message
from models.intake import xlsx_worker
from models.intake.values import SHOWN, Refused, Row, Table
from models.intake.xlsx_guard import Limits

_DAY_NAMES_FROM = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def open_xlsx(
    path: Path, known: Collection[str], limits: Limits | None = None, beat: Callable[[], None] | None = None
) -> Table:
    """A spreadsheet: the sheet whose heading row has our column names. Formulas count as their saved result.

    ``beat`` is called while waiting; an exception it raises ends the reading.

    Raises:
        BadInput: too large, damaged, protected by a password, no sheet or two sheets that fit.
        Refused: cells with an error (#N/A) or a formula without a result.
    """
    limits = limits or Limits()
    rows: list[Row] = []
    epoch = _DAY_NAMES_FROM[False]
    for content in _talk(path, known, limits, beat or _nothing):
        _refuse_hollow(path.name, content.get("hollow", []))
        rows.extend(Row(line, tuple(cells)) for line, cells in content.get("rows", []))
        epoch = _DAY_NAMES_FROM[bool(content.get("from_1904"))]
    if not rows:
        raise BadInput("intake.empty", file=path.name)
    return Table(path.name, "xlsx", "utf-8", rows[0], iter(rows[1:]), serials=True, epoch=epoch)


def _nothing() -> None:
    return None


def _refuse_hollow(file: str, cells: list[tuple[int, str, str]]) -> None:
    bad = [Bad(row, column, "", Message(code)) for row, column, code in cells]
    if bad:
        raise Refused(file, tuple(bad[:SHOWN]), max(0, len(bad) - SHOWN))


def _talk(path: Path, known: Collection[str], limits: Limits, beat: Callable[[], None]) -> Iterator[dict[str, list]]:  # type: ignore[type-arg]  # JSON
    """What the reading process says, until it says that it is done."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=xlsx_worker.run, args=(theirs, str(path), frozenset(known), limits), daemon=True)
    process.start()
    theirs.close()
    try:
        yield from _listen(ours, path.name, time.monotonic() + limits.seconds, beat)
    finally:
        ours.close()
        _end(process)


def _listen(pipe: Connection, file: str, deadline: float, beat: Callable[[], None]) -> Iterator[dict[str, list]]:  # type: ignore[type-arg]  # JSON
    while True:
        while not pipe.poll(0.1) or time.monotonic() > deadline:
            beat()
            if time.monotonic() > deadline:
                raise BadInput("intake.xlsx_too_large", file=file)
        try:
            content = json.loads(pipe.recv_bytes())
        except (EOFError, OSError):  # the system ended the process: out of memory or time
            raise BadInput("intake.xlsx_too_large", file=file) from None
        if "error" in content:
            raise BadInput(content["error"], file=file)
        yield content
        if content.get("end"):
            return


def _end(process: BaseProcess) -> None:
    process.join(0.5)
    if process.is_alive():
        process.kill()
        process.join()
    with suppress(ValueError):
        process.close()
