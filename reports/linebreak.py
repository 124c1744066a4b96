"""Line breaking for Japanese and Latin text: kinsoku, and a figure never parts from its unit (JIS X 4051, 6.1)."""

import re
from collections.abc import Callable, Iterator

_UNITS = "ポイント|ページ|か月|件|人|年|月|日|項目|回|部門|区分|欄|行|倍|％|%"
_CLUSTER = re.compile(
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?"
    rf"|[−+<≦≤]?\d[\d,.]*(?:[–〜-]\d[\d,.]*)?[ ]?(?:{_UNITS})"
    r"|[!-~\u00a0-\u024f\u0370-\u03ff\u1e00-\u1eff–—‘’“”†•…≤≥≦≧−²]+"
    r"|[ァ-ヺー]{2,8}"
    r"|\s+|."
)
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〕〉》”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝゞヽヾ々ヶヵ％〜…‥)]},.:;!?%"
)
_NOT_LAST = frozenset("（［｛「『【〔〈《“‘([{")


def clusters(text: str) -> list[str]:
    """Pieces that no line may part: each with the marks that may not begin or end a line."""
    pieces: list[str] = []
    for match in _CLUSTER.finditer(text):
        piece = match.group()
        glued = pieces and not pieces[-1].isspace() and (piece[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
        if glued and not piece.isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def wrap(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of ``text`` in a column of ``room``; ``measure`` gives the width of a string. Only blanks at line ends go."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(paragraph, room, measure)
    return lines


def _paragraph(text: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for piece in clusters(text):
        if line and measure((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        if not line and piece.isspace():
            continue
        *full, line = _too_long(line + piece, room, measure)
        yield from full
    yield line.rstrip()


def _too_long(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """A piece that is wider than the column is cut sign by sign."""
    parts = [text]
    while measure(parts[-1].rstrip()) > room and len(parts[-1]) > 1:
        last = parts[-1]
        fits = next((n for n in range(len(last) - 1, 1, -1) if measure(last[:n]) <= room), 1)
        parts[-1:] = [last[:fits], last[fits:]]
    return parts
