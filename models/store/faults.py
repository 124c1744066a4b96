"""The database's faults in the product's words."""

from collections.abc import Iterator
from contextlib import contextmanager

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
    (
        "no such table",
        "store.damaged",
    ),  # an office is brought to its schema when it is opened: whoever took it away was not us
    ("no such column", "store.damaged"),
)


def fault_of(error: Exception, where: object) -> AkashiError | None:
    """The world's fault behind a database error, or ``None`` when it is a mistake of the program's."""
    said = str(getattr(error, "orig", None) or error).lower()
    for sign, code in _KINDS:
        if sign in said:
            return WorldFault(code, where=where)
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
