"""The container of a packet: a ZIP file written in exactly one way, so that every byte of it is covered. Pure.

Entries are stored, in their order, without times, extra fields or comments (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16).
Any tool opens it; the program takes only a file that it would have written itself, byte for byte.
"""

import struct
import zlib
from collections.abc import Mapping

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _NO_TIME, _DAY_ONE = 20, 0, 0x21
_PLAIN_FILE = 0o600 << 16
_FIELDS = struct.Struct("<HHHHHIIIHH")


class NoPacket(ValueError):
    """These bytes are no container as it is written here; ``entries`` are those that can be told apart all the same."""

    def __init__(self, entries: Mapping[str, bytes] | None = None) -> None:
        super().__init__("no packet")
        self.entries = entries or {}


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The bytes of a container. Raises ``ValueError`` for a name that is no plain ASCII path."""
    body, directory = bytearray(), bytearray()
    for name, content in entries.items():
        if not name.isascii() or not name.isprintable() or name.startswith("/") or ".." in name:
            raise ValueError(name)
        fields = _fields(name, content)
        directory += _CENTRAL + struct.pack("<H", _VERSION | 3 << 8) + fields
        directory += struct.pack("<HHHII", 0, 0, 0, _PLAIN_FILE, len(body)) + name.encode()
        body += _LOCAL + fields + name.encode() + content
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory) + _END + end


def unpack(data: bytes) -> dict[str, bytes]:
    """The entries of a container. Raises ``NoPacket`` when a single byte is not as ``pack`` writes it."""
    entries: dict[str, bytes] = {}
    place = 0
    while data[place : place + 4] == _LOCAL:
        start = place + 4 + _FIELDS.size
        if start > len(data):
            raise NoPacket(entries)
        fields = _FIELDS.unpack(data[place + 4 : start])
        name, content = data[start : start + fields[8]], data[start + fields[8] : start + fields[8] + fields[7]]
        place = start + fields[8] + fields[7]
        if not name.isascii() or name.decode() in entries:
            raise NoPacket(entries)
        entries[name.decode()] = content
    try:
        same = pack(entries) == data
    except (ValueError, struct.error) as error:
        raise NoPacket(entries) from error
    if not same or not entries:
        raise NoPacket(entries)
    return entries


def _fields(name: str, content: bytes) -> bytes:
    size = len(content)
    return _FIELDS.pack(_VERSION, 0, 0, _NO_TIME, _DAY_ONE, zlib.crc32(content), size, size, len(name), 0)
