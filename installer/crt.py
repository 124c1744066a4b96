"""Mends wine 8's C run-time for the rehearsal: parts of complex numbers, which scipy asks for when it loads and wine does not have.

A copy of wine's own library gets four tiny functions in the place of its stubs, and loses the mark by which wine would take its own
library instead. Nothing of this is shipped: real Windows has the functions.
"""

import struct
from pathlib import Path

PARTS = {
    "crealf": b"\x66\x0f\x6e\xc1\xc3",  # movd xmm0, ecx; ret: a pair of floats travels in one register
    "cimagf": b"\x48\xc1\xe9\x20\x66\x0f\x6e\xc1\xc3",  # shr rcx, 32 before it
    "creal": b"\xf2\x0f\x10\x01\xc3",  # movsd xmm0, [rcx]; ret: a pair of doubles travels by its address
    "cimag": b"\xf2\x0f\x10\x41\x08\xc3",  # movsd xmm0, [rcx + 8]; ret
}
_MARK = b"Wine builtin DLL"


def mended(library: bytes) -> bytes:
    """The library with the functions in their places. Raises ``ValueError`` when it has no such names."""
    made = bytearray(library)
    for name, code in PARTS.items():
        at = offset(library, address(library, name))
        made[at : at + len(code)] = code
    mark = made.find(_MARK)
    if mark >= 0:
        made[mark : mark + len(_MARK)] = bytes(len(_MARK))
    return bytes(made)


def sections(library: bytes) -> list[tuple[int, int, int]]:
    """Where each section lies in memory, how long it is, and where in the file."""
    (head,) = struct.unpack_from("<I", library, 0x3C)
    (count,) = struct.unpack_from("<H", library, head + 6)
    (optional,) = struct.unpack_from("<H", library, head + 20)
    found = []
    for index in range(count):
        size, at, raw, place = struct.unpack_from("<IIII", library, head + 24 + optional + 40 * index + 8)
        found.append((at, max(size, raw), place))
    return found


def offset(library: bytes, address_: int) -> int:
    """Where in the file a place of the memory lies. Raises ``ValueError``."""
    for at, size, place in sections(library):
        if at <= address_ < at + size:
            return address_ - at + place
    raise ValueError(f"no section holds {address_:#x}")


def address(library: bytes, name: str) -> int:
    """Where in memory an exported function begins. Raises ``ValueError``."""
    (head,) = struct.unpack_from("<I", library, 0x3C)
    (directory,) = struct.unpack_from("<I", library, head + 24 + 112)
    table = offset(library, directory)
    count, functions, names, ordinals = struct.unpack_from("<IIII", library, table + 24)
    for index in range(count):
        (at,) = struct.unpack_from("<I", library, offset(library, names) + 4 * index)
        begin = offset(library, at)
        if library[begin : library.index(b"\0", begin)] == name.encode():
            (ordinal,) = struct.unpack_from("<H", library, offset(library, ordinals) + 2 * index)
            return int(struct.unpack_from("<I", library, offset(library, functions) + 4 * ordinal)[0])
    raise ValueError(f"{name} is not offered")


def mend(system: Path) -> None:
    """Mend the library in wine's system folder, once."""
    library = system / "ucrtbase.dll"
    content = library.read_bytes()
    if _MARK in content[:256]:
        library.write_bytes(mended(content))
