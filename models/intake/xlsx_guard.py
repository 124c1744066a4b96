"""What an XLSX file must be before it is opened: a zip of sane size, without documents that expand when read.

An XLSX file is a zip of XML. A few kilobytes of it can unfold to gigabytes, and XML may name other files or nest
entities; no spreadsheet program writes such a thing, so a file that does is refused before a parser sees it.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 20
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = re.compile(rb"<\0?!\0?(D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
_CELL = re.compile(rb"<c\s([^>]*[^>/])>(.*?)</c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be: bytes packed and unpacked, entries, and how many times a (large) entry may unfold."""

    packed: int = 256 << 20
    unpacked: int = 1 << 30
    entries: int = 2_000
    ratio: int = 250
    ratio_from: int = 4 << 20
    memory: int = 3 << 30
    seconds: int = 300


class Unsafe(Exception):
    """A file that is not opened; the argument is the message code."""


def check(path: Path, limits: Limits) -> None:
    """Pass only a file that is safe to parse.

    Raises:
        Unsafe: with the code of the message that says why.
    """
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLD_OR_LOCKED:
        raise Unsafe("intake.xlsx_old_or_locked")
    if path.stat().st_size > limits.packed:
        raise Unsafe("intake.xlsx_too_large")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive.infolist(), limits)
            for entry in archive.infolist():
                _check_entry(archive, entry, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Unsafe("intake.xlsx_broken") from error


def _check_directory(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries or sum(entry.file_size for entry in entries) > limits.unpacked:
        raise Unsafe("intake.xlsx_too_large")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or "[Content_Types].xml" not in names:
        raise Unsafe("intake.xlsx_broken")
    for entry in entries:
        if entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(1, entry.compress_size):
            raise Unsafe("intake.xlsx_too_large")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> None:
    """Unpack an entry to nowhere: its real size, its checksum, and no document type in it."""
    is_xml = entry.filename.endswith((".xml", ".rels", ".vml"))
    seen, tail = 0, b""
    with archive.open(entry) as unpacked:
        while chunk := unpacked.read(_CHUNK):
            seen += len(chunk)
            if seen > limits.unpacked:
                raise Unsafe("intake.xlsx_too_large")
            if is_xml and _DOCTYPE.search(tail + chunk):
                raise Unsafe("intake.xlsx_entities")
            tail = chunk[-64:]


def hollow_cells(path: Path, entry: str) -> Iterator[tuple[int, str, str]]:
    """Cells of a sheet that a reader would silently take as empty: (row, column letters, message code).

    These are cells with an error (``#N/A``) and formulas that were saved without their result. ``entry`` is the sheet's
    name inside the zip.
    """
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(entry)
    if b't="e"' not in xml and b"<f" not in xml:
        return
    for match in _CELL.finditer(xml):
        attributes, body = match.groups()
        place = _PLACE.search(attributes)
        code = _hollow(attributes, body)
        if place and code:
            yield int(place[2]), place[1].decode(), code


def _hollow(attributes: bytes, body: bytes) -> str:
    if b't="e"' in attributes:
        return "intake.cell_error"
    # A formula whose result is the empty text is of type "str"; any other one without a value was never calculated.
    empty = b"<f" in body and b't="str"' not in attributes and not re.search(rb"<v>[^<]", body)
    return "intake.formula_without_result" if empty else ""
