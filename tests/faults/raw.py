"""The hand of somebody who has the passphrase and a database tool, but not the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.store import embedded, keys
from tests.builders import PASSPHRASE


@contextmanager
def opened(path: Path, passphrase: str = PASSPHRASE) -> Iterator[Any]:
    """A keyed connection around the program, without foreign keys; commits at the end."""
    salt = path.read_bytes()[: keys.SALT_BYTES]
    raw = embedded.connector(path, keys.file_key(passphrase, salt), reading=False)()
    try:
        raw.execute("PRAGMA foreign_keys = OFF")
        yield raw
    finally:
        raw.close()
