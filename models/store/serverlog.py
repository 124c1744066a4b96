"""What a PostgreSQL server refused, read from its own log: a refused statement can write nothing itself. Pure.

Both forms of PostgreSQL's manual, "Error Reporting and Logging": ``jsonlog`` and ``csvlog``. Of a line only who, when and why
are taken; the statement stays where it is, because it may name anybody.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

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
_LONGEST = 200
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


def refusals(text: Iterable[str], database: str) -> Iterator[Refused]:
    """The refusals in a log. Raises ``ValueError`` for a text that is neither of both forms."""
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
    try:
        for row in csv.reader(chain([first], lines), strict=True):
            yield {name: row[place] for name, place in _CSV.items()} if row else {}
    except (csv.Error, IndexError) as error:
        raise ValueError("no csvlog") from error


def _object(line: str) -> Mapping[str, object]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise ValueError("no jsonlog") from error
    if not isinstance(said, dict):
        raise ValueError("no jsonlog")
    return said
