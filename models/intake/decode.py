"""Bytes to text, strictly: nothing is replaced, dropped or guessed into being.

UTF-16 is known by its mark (or by the zeros of its ASCII), UTF-8 by being valid; what is left is CP932, the encoding of
Japanese Windows. A UTF-8 file with a few broken bytes often *is* decodable as CP932, into wrong characters; so a file
that is mostly UTF-8 is told to be a damaged UTF-8 file instead.
"""

import codecs
from collections.abc import Iterator

from models.errors import Bad, BadInput, Message
from models.intake.values import SHOWN, Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text of a file and the encoding it was in.

    Raises:
        Refused: places that cannot be decoded, each named by its line.
        BadInput: an encoding that is not read here.
    """
    encoding = encoding_of(data, file)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(file, *_limited(list(_broken(data, encoding)))) from None
    return text, encoding


def encoding_of(data: bytes, file: str) -> str:
    """The encoding of a file: ``utf-8-sig``, ``utf-16``, ``utf-16-le``, ``utf-16-be``, ``utf-8`` or ``cp932``."""
    if data.startswith(_UTF32):
        raise BadInput("intake.encoding_unknown", file=file)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    return _without_mark(data, file)


def _without_mark(data: bytes, file: str) -> str:
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    if max(even, odd) > len(data[:4096]) // 8:
        return "utf-16-le" if odd > even else "utf-16-be"
    if _decodes(data, "utf-8"):
        return "utf-8"
    if _mostly_utf8(data):
        return "utf-8"
    if _looks_like_euc(data):
        raise BadInput("intake.encoding_unknown", file=file)
    return "cp932"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(1 for c in text if ord(c) > 127) - broken > broken


def _looks_like_euc(data: bytes) -> bool:
    """Whether a file is EUC-JP: read as CP932 it breaks, or turns into half-width kana, which nobody writes so often."""
    if not _decodes(data, "euc_jp"):
        return False
    return not _decodes(data, "cp932") or _half_width(data.decode("cp932")) > _half_width(data.decode("euc_jp"))


def _half_width(text: str) -> int:
    return sum(1 for c in text if "\uff61" <= c <= "\uff9f")


def _broken(data: bytes, encoding: str) -> Iterator[Bad]:
    """The lines that do not decode. In UTF-8 and CP932 no character contains the byte of a line end; UTF-16 is searched."""
    if encoding.startswith("utf-16"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            before = data[: error.start].decode(encoding, "ignore")
            yield _bad(before.count("\n") + 1, data[error.start : error.end], encoding)
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            line.decode(encoding)
        except UnicodeDecodeError as error:
            yield _bad(number, line[error.start : error.end], encoding)


def _bad(line: int, raw: bytes, encoding: str) -> Bad:
    shown = raw[:8].hex(" ").upper()
    return Bad(line, "", shown, Message("intake.undecodable", {"bytes": shown, "encoding": encoding.upper()}))


def _limited(bad: list[Bad]) -> tuple[tuple[Bad, ...], int]:
    return tuple(bad[:SHOWN]), max(0, len(bad) - SHOWN)
