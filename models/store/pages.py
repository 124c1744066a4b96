"""Whether a key fits an office file, told by a page behind the first one.

SQLCipher says "not a database" both for another passphrase and for a damaged first page. Every page carries its own
HMAC (SQLCipher 4: SHA-512 over the page and its number, in the last 64 bytes); one that fits proves the key.
"""

import hashlib
import hmac
from pathlib import Path

PAGE = 4096
_SEAL = 64
_SALT_MASK = 0x3A
_ROUNDS = 2
_TRIED = 8
"""So many pages are looked at: more than one may be damaged."""


def key_fits(path: Path, raw_key: str) -> bool:
    """Whether one of the pages behind the first is sealed with this key (as ``keys.file_key`` gives it)."""
    key, salt = bytes.fromhex(raw_key[2:66]), bytes.fromhex(raw_key[66:98])
    seal_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), _ROUNDS, 32)
    with path.open("rb") as file:
        file.seek(PAGE)
        return any(_sealed(file.read(PAGE), number, seal_key) for number in range(2, 2 + _TRIED))


def _sealed(page: bytes, number: int, seal_key: bytes) -> bool:
    said = hmac.digest(seal_key, page[:-_SEAL] + number.to_bytes(4, "little"), hashlib.sha512)
    return len(page) == PAGE and hmac.compare_digest(said, page[-_SEAL:])
