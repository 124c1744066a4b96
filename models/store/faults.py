"""The database's faults in the product's words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from models.errors import AkashiError, NotPermitted, WorldFault

_KINDS = (
    ("locked", "store.locked"),
    ("busy", "store.locked"),
    ("disk is full", "store.disk_full"),
    ("unable to open", "store.cannot_open"),
    ("disk i/o error", "store.disk_error"),
    ("readonly", "store.read_only"),
    ("malformed", "store.damaged"),
    ("not a database", "store.damaged"),
    ("no such table", "store.schema"),
    ("no such column", "store.schema"),
)
BROKEN = frozenset({"store.damaged", "store.schema"})
"""An office is brought to its schema when it is opened: whoever took a part of it away was not us."""
_MISSING = re.compile(r'no such (?:table|column):\s*(\S+)|(?:relation|column)\s+"?([^"\s]+)"?')


_SERVER = (
    ("AK", "store.refused_by_database"),
    ("42501", "store.refused_by_database"),
    ("28", "store.wrong_login"),
    ("3D000", "store.no_database"),
    ("55P03", "store.locked"),
    ("40", "store.locked"),
    ("53100", "store.disk_full"),
    ("53", "store.server_busy"),
    ("57", "store.server_away"),
    ("58", "store.disk_error"),
    ("08", "store.server_away"),
    ("42P01", "store.schema"),
    ("42703", "store.schema"),
    ("XX", "store.damaged"),
)
"""What a server's five-digit states (their beginnings) mean."""
_REFUSALS = frozenset({"store.refused_by_database", "store.wrong_login"})
_AWAY = tuple(
    """connection refused|connection timeout|timeout expired|server closed the connection|could not connect|is the server running|
connection is closed|connection is lost|consuming input failed|could not translate host|failed to resolve host|no route to host|
starting up|shutting down|terminating connection|connection failed|no such file or directory""".replace("\n", "").split(
        "|"
    )
)


_NO_ENTRY = (
    "password authentication failed",
    "is not permitted to log in",
    "no pg_hba.conf entry",
    "no password supplied",
)


def _of_server(orig: Any, where: object) -> AkashiError | None:
    said = str(orig).lower()
    state = getattr(orig, "sqlstate", None) or ""
    if not state and any(sign in said for sign in _NO_ENTRY):
        state = "28P01"
    if not state and 'database "' in said and "does not exist" in said:
        state = "3D000"
    code = next((code for start, code in _SERVER if state.startswith(start)), None)
    if code is None and (not state and any(sign in said for sign in _AWAY)):
        code = "store.server_away"
    if code is None:
        return None
    if code in _REFUSALS:
        return NotPermitted(code, where=where, what=str(orig).partition("\n")[0])
    return _fault(code, where, str(orig))


def _fault(code: str, where: object, said: str) -> WorldFault:
    """A missing table or column is named; it may also be one that this program's own question invents."""
    if code != "store.schema":
        return WorldFault(code, where=where)
    found = _MISSING.search(said)
    return WorldFault(code, where=where, what=next((each for each in found.groups() if each), "?") if found else "?")


def fault_of(error: Exception, where: object) -> AkashiError | None:
    """The world's fault behind a database error, or ``None`` when it is a mistake of the program's."""
    orig = getattr(error, "orig", None)
    if type(orig).__module__.startswith("psycopg"):
        return _of_server(orig, where)
    said = str(orig or error).lower()
    for sign, code in _KINDS:
        if sign in said:
            return _fault(code, where, str(orig or error))
    return None


@contextmanager
def in_words(where: object) -> Iterator[None]:
    """Turn a database fault inside the block into a ``WorldFault`` with words; other errors pass."""
    try:
        yield
    except PoolTimeout as error:
        raise WorldFault("store.locked", where=where) from error
    except (DBAPIError, OSError) as error:
        fault = fault_of(error, where)
        if fault is None:
            raise
        raise fault from error


def wrong_passphrase(where: object) -> NotPermitted:
    """What is said when a file does not open with this passphrase (a file that is no office looks the same)."""
    return NotPermitted("store.wrong_passphrase", where=where)
