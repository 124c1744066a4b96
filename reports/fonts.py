"""Fonts of the documents that reportlab writes: embedded, with a second family for signs that the first one lacks."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby

import reportlab.pdfbase.pdfmetrics as metrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources

REGULAR, BOLD = "AkashiSans", "AkashiSans-Bold"
_SECOND = {REGULAR: "AkashiLatin", BOLD: "AkashiLatin-Bold"}
_FILES = {
    REGULAR: "NotoSansJP-Regular.ttf",
    BOLD: "NotoSansJP-Bold.ttf",
    "AkashiLatin": "NotoSans-Regular.ttf",
    "AkashiLatin-Bold": "NotoSans-Bold.ttf",
}
MISSING = "〓"
"""Stands where no font of ours has the sign, so that a reader sees that something is missing."""


@cache
def register() -> None:
    """Make the fonts known to reportlab; reading them takes a moment, once."""
    for name, file in _FILES.items():
        metrics.registerFont(TTFont(name, str(resources.fonts_dir() / file)))


@cache
def _signs(name: str) -> frozenset[int]:
    register()
    font = metrics.getFont(name)
    assert isinstance(font, TTFont)
    return frozenset(font.face.charToGlyph)


def _font_of(char: str, first: str) -> tuple[str, str]:
    for name in (first, _SECOND[first]):
        if ord(char) in _signs(name):
            return name, char
    return first, MISSING


def runs(text: str, bold: bool = False) -> Iterator[tuple[str, str]]:
    """The text in pieces of one font each."""
    first = BOLD if bold else REGULAR
    if _signs(first).issuperset(map(ord, text)):
        yield first, text
        return
    chars = [_font_of(char, first) for char in text if char.isprintable()]
    for name, group in groupby(chars, key=lambda pair: pair[0]):
        yield name, "".join(char for _, char in group)


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide the text is, in points."""
    return sum(metrics.stringWidth(piece, name, size) for name, piece in runs(text, bold))


def draw(canvas: Canvas, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
    """Write one line with its baseline at ``y``; the colour is the canvas's."""
    line = canvas.beginText(x, y)
    for name, piece in runs(text, bold):
        line.setFont(name, size)
        line.textOut(piece)
    canvas.drawText(line)
