"""Which characters of a text no font of the program can draw: no letter holds them, so a person hears of it while typing."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import resources

_UNSEEN = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc"})
"""Categories that are not drawn: joiners, spaces, line ends."""
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose a form of the sign before them."""


def undrawable(text: str) -> Iterator[re.Match[str]]:
    """The places of characters that cannot be printed."""
    starts, ends = _drawn()
    for found in re.finditer(r"[^\x20-\x7e\u3041-\u30ff]", text):
        code = ord(found[0])
        place = bisect_right(starts, code) - 1
        if (place < 0 or ends[place] < code) and not _unseen(found[0]):
            yield found


def named(char: str) -> str:
    """``😀 (U+1F600 GRINNING FACE)``."""
    name = unicodedata.name(char, "")
    return f"{char} (U+{ord(char):04X}{' ' + name if name else ''})"


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or _SELECTORS.match(char) is not None


@cache
def _drawn() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The stretches of code points that have a glyph: where they begin, and where they end."""
    lines = resources.drawable_file().read_text(encoding="ascii").split()
    pairs = [each.partition("-") for each in lines]
    return tuple(int(first, 16) for first, _, _ in pairs), tuple(int(last or first, 16) for first, _, last in pairs)
