"""Reads PDFs back: texts of pages, places of signs, fonts, pictures."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2 as pdfium


def texts(pdf: bytes) -> list[str]:
    """The text of each page, as a reader would copy it."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def boxes(pdf: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """Every sign with its page and its box (left, bottom, right, top)."""
    document = pdfium.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                sign = text.get_text_range(place, 1)
                if sign.strip():
                    yield number, sign, text.get_charbox(place)
    finally:
        document.close()


def objects(pdf: bytes) -> list[Any]:
    """Every object of the file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [repr(each) for each in document.objects]


def plain(content: bytes) -> bytes:
    """All bytes of a file with every compression undone, and every text of it as UTF-8."""
    if content.startswith(b"%PDF"):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as document:
            document.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
        return content + out.getvalue() + "\n".join(texts(content)).encode()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return content + b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    return content
