"""Bytes to text, strictly: nothing is replaced, dropped or guessed into being; a large file is never whole in memory.

UTF-16 is known by its mark (or by the zeros of its ASCII), UTF-8 by being valid; what is left is CP932, the encoding of
Japanese Windows. A UTF-8 file with a few broken bytes often *is* decodable as CP932, into wrong characters; so a file
that is mostly UTF-8 is told to be a damaged UTF-8 file instead.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path

from models.errors import Bad, BadInput, Message
from models.intake.values import SHOWN, Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_PIECE = 1 << 20


def encoding_of(path: Path) -> str:
    """The encoding in which the whole file can be read: ``utf-8-sig``, ``utf-16``, ``utf-16-le``, ``utf-16-be``, ``utf-8``
    or ``cp932``.

    Raises:
        Refused: places that cannot be decoded, each named by its line.
        BadInput: an encoding that is not read here.
    """
    encoding = _likely(path)
    if not _decodes(path, encoding):
        raise Refused(path.name, *_limited(_broken(path, encoding)))
    return encoding


def _likely(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_UTF32):
        raise BadInput("intake.encoding_unknown", file=path.name)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) > len(start) // 8:
        return "utf-16-le" if odd > even else "utf-16-be"
    return _without_mark(path)


def _without_mark(path: Path) -> str:
    if _decodes(path, "utf-8") or _mostly_utf8(path):
        return "utf-8"
    if _looks_like_euc(path):
        raise BadInput("intake.encoding_unknown", file=path.name)
    return "cp932"


def _pieces(path: Path, encoding: str, errors: str = "strict") -> Iterator[str]:
    """The text of a file, a piece at a time. Raises ``UnicodeDecodeError`` unless ``errors`` says otherwise."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        for _ in _pieces(path, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(path: Path) -> bool:
    broken = kept = 0
    for text in _pieces(path, "utf-8", "replace"):
        lost = text.count("\ufffd")
        broken += lost
        kept += sum(1 for c in text if ord(c) > 127) - lost
    return kept > broken


def _looks_like_euc(path: Path) -> bool:
    """Whether a file is EUC-JP: read as CP932 it breaks, or turns into half-width kana, which nobody writes so often."""
    if not _decodes(path, "euc_jp"):
        return False
    return not _decodes(path, "cp932") or _half_width(path, "cp932") > _half_width(path, "euc_jp")


def _half_width(path: Path, encoding: str) -> int:
    return sum(sum(1 for c in text if "\uff61" <= c <= "\uff9f") for text in _pieces(path, encoding))


def _broken(path: Path, encoding: str) -> Iterator[Bad]:
    """The lines that do not decode. In UTF-8 and CP932 no character contains the byte of a line end; UTF-16 is searched."""
    if encoding.startswith("utf-16"):
        yield from _broken_pairs(path, encoding)
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.removesuffix(b"\n").decode(encoding)
            except UnicodeDecodeError as error:
                yield _bad(number, line[error.start : error.end], encoding)


def _broken_pairs(path: Path, encoding: str) -> Iterator[Bad]:
    lines = 0
    try:
        for text in _pieces(path, encoding):
            lines += text.count("\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, "ignore")
        yield _bad(lines + before.count("\n") + 1, error.object[error.start : error.end], encoding)


def _bad(line: int, raw: bytes, encoding: str) -> Bad:
    shown = raw[:8].hex(" ").upper()
    return Bad(line, "", shown, Message("intake.undecodable", {"bytes": shown, "encoding": encoding.upper()}))


def _limited(found: Iterator[Bad]) -> tuple[tuple[Bad, ...], int]:
    bad: list[Bad] = []
    rest = 0
    for each in found:
        if len(bad) < SHOWN:
            bad.append(each)
        else:
            rest += 1
    return tuple(bad), rest
