"""What a PostgreSQL server refused, read from its own log: a refused statement can write nothing itself. Pure.

Both forms of PostgreSQL's manual, "Error Reporting and Logging": ``jsonlog`` and ``csvlog``. Of a line only who, when and why
are taken; the statement stays where it is, because it may name anybody.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from models.store.ledger import REFUSED

DENIED = "42501"
"""PostgreSQL's own refusal: insufficient privilege, or another person's row."""
_CSV = {
    "timestamp": 0,
    "user": 1,
    "dbname": 2,
    "session_id": 5,
    "line_num": 6,
    "state_code": 12,
    "message": 13,
    "detail": 14,
}
_COLUMNS = max(_CSV.values()) + 1
_BEGINS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:[\d.]+ [^\s,\"]+,")
"""Every entry of a csvlog begins with its moment, and nothing else of a server's logs does so with a comma after it."""
_LONGEST = 200
MOST = 32 * 2**20
"""Characters of one entry of a csvlog: a quote that is never closed is not gathered for ever."""
_AS = "as "


@dataclass(frozen=True, slots=True)
class Refused:
    """One refusal. ``line`` names it in the server's log; ``role`` is the database role, or the login that the office's own
    refusal names (``login``)."""

    line: str
    at: str
    role: str
    login: str
    state: str
    why: str


class TooLong(ValueError):
    """An entry of more than ``MOST`` characters; ``line``: where it begins, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}: more than {MOST} characters in one entry")
        self.line = line


def refusals(text: Iterable[str], database: str) -> Iterator[Refused]:
    """The refusals in a log. Raises ``ValueError`` for a text that is neither of both forms, ``TooLong``."""
    for said in _lines(text):
        if said.get("dbname") == database and said.get("state_code") in (REFUSED, DENIED):
            detail = str(said.get("detail") or "")
            login = detail.removeprefix(_AS) if said["state_code"] == REFUSED and detail.startswith(_AS) else ""
            yield Refused(
                f"{said.get('session_id')}.{said.get('line_num')}",
                str(said.get("timestamp") or ""),
                str(said.get("user") or ""),
                login,
                str(said["state_code"]),
                str(said.get("message") or "")[:_LONGEST],
            )


def _lines(text: Iterable[str]) -> Iterator[Mapping[str, object]]:
    lines = iter(text)
    first = next(lines, "")
    if first.startswith("{"):
        for line in (first, *lines):
            if line.strip():
                yield _object(line)
        return
    for entry in _entries(chain([first], lines)):
        if not _BEGINS.match(entry):
            raise ValueError("no csvlog")
        if REFUSED in entry or DENIED in entry:
            row = tuple(islice(_fields(entry), _COLUMNS))
            if len(row) < _COLUMNS:
                raise ValueError("no csvlog")
            yield {name: row[place] for name, place in _CSV.items()}


def _entries(lines: Iterable[str]) -> Iterator[str]:
    """The entries of a csvlog: a line goes on in the next while a quote is open. Read here and not by the ``csv`` module, which
    refuses a field of 128 KiB (a statement may be longer) unless told otherwise for the whole program."""
    held, began, length, quotes = list[str](), 1, 0, 0
    for number, line in enumerate(lines, 1):
        held, began = (held, began) if held else ([], number)
        held.append(line)
        length, quotes = length + len(line), quotes + line.count('"')
        if length > MOST:
            raise TooLong(began)
        if quotes % 2 == 0:
            entry = "".join(held).rstrip("\r\n")
            held, length, quotes = [], 0, 0
            if entry:
                yield entry
    if held:
        raise ValueError("no csvlog")


def _fields(entry: str) -> Iterator[str]:
    """The fields of an entry; within quotes a quote stands twice. Raises ``ValueError``."""
    place = 0
    while True:
        if entry.startswith('"', place):
            end = entry.index('"', place + 1)
            while entry.startswith('""', end):
                end = entry.index('"', end + 2)
            yield entry[place + 1 : end].replace('""', '"')
            place = end + 1
        else:
            end = entry.find(",", place)
            end = len(entry) if end < 0 else end
            yield entry[place:end]
            place = end
        if place == len(entry):
            return
        if entry[place] != ",":
            raise ValueError("no csvlog")
        place += 1


def _object(line: str) -> Mapping[str, object]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise ValueError("no jsonlog") from error
    if not isinstance(said, dict):
        raise ValueError("no jsonlog")
    return said
