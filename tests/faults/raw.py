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


def pages(path: Path, passphrase: str = PASSPHRASE) -> bytes:
    """Every page of a file as SQLCipher 4 would give it, free ones too, and those in its log: AES-256-CBC, with the page's own
    vector and seal in its last 80 bytes, the file's salt in the first 16."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = bytes.fromhex(keys.file_key(passphrase, path.read_bytes()[: keys.SALT_BYTES])[2:66])
    log = path.with_name(path.name + "-wal")
    held = [path.read_bytes()[start : start + 4096] for start in range(0, path.stat().st_size, 4096)]
    if log.exists():
        frames = log.read_bytes()[32:]
        held += [frames[start + 24 : start + 24 + 4096] for start in range(0, len(frames), 24 + 4096)]
    found = []
    for number, page in enumerate(held):
        box = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
        found.append(box.update(page[16 if number == 0 else 0 : -80]) + box.finalize())
    return b"".join(found)
