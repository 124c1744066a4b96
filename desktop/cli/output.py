"""Answers: text for people, or one JSON object for programs. Errors and progress never stand on standard output."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from models.errors import AkashiError, Bad


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: ``data`` as JSON, ``lines`` for people, and the exit status."""

    data: Mapping[str, object]
    lines: tuple[str, ...] = ()
    status: int = 0
    notes: tuple[str, ...] = field(default=())


def use_utf8() -> None:
    """Let standard output and error take every character: names have ones that no code page of Windows knows."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def give(answer: Answer, as_json: bool) -> int:
    """Write an answer; its exit status."""
    for note in answer.notes:
        print(note, file=sys.stderr)
    if as_json:
        _write_json(answer.data)
    else:
        for line in answer.lines:
            print(line)
    sys.stdout.flush()
    return answer.status


def give_error(error: AkashiError, as_json: bool, lang: str) -> int:
    """Write an error in words; its exit status."""
    from models.evidence import my_number

    # What was typed is said again in an error; what reads as a My Number is not, for outputs are kept in files.
    print(my_number.mask(error.text(lang)), file=sys.stderr)
    if as_json:
        print(my_number.mask(json.dumps(error_data(error, lang), ensure_ascii=False, indent=1, default=str)))
        sys.stdout.flush()
    return error.exit_status


def error_data(error: AkashiError, lang: str) -> dict[str, object]:
    """An error as JSON: its code, its words, and what is wrong where."""
    bad: Sequence[Bad] = getattr(error, "bad", ())
    problems: list[dict[str, object]] = [
        {"line": b.line, "column": b.column, "value": b.value, "code": b.message.code, "cause": b.message.text(lang)}
        for b in bad
    ] or [{"place": p.place, "code": p.message.code, "cause": p.text(lang)} for p in error.problems]
    data: dict[str, object] = {"code": error.message.code, "message": error.message.text(lang), "problems": problems}
    if getattr(error, "rest", 0):
        data["more_problems"] = getattr(error, "rest", 0)
    return {"error": data}


def _write_json(data: Mapping[str, object]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1, default=str))
    sys.stdout.flush()


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> tuple[str, ...]:
    """Columns side by side; a full-width character takes two places."""
    cells = [tuple(head), *(tuple("" if cell is None else str(cell) for cell in row) for row in rows)]
    widths = [max(_width(cell) for cell in column) for column in zip(*cells, strict=True)]
    return tuple(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Ticker:
    """Progress on a terminal: one line that is written over; silent everywhere else."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show how far the work is; ``total`` 0 while unknown."""
        if not self._stream.isatty():
            return
        self._shown = True
        far = f"{done:,} / {total:,}" if total else f"{done:,}"
        self._stream.write(f"\r{self._label} {far} ")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            self._stream.write("\n")
            self._stream.flush()
