"""The QR code of a letter as SVG: segno encodes it, the mask is weighed here.

ISO/IEC 18004 has each symbol weighed under eight masks and the best taken; a fixed one could not be read by some readers (3 of
300, with OpenCV). segno weighs module by module, which takes four times as long as all the rest of the code; here a symbol is one
whole number, its modules are bits, and each rule of the standard is a few shifts. The modules are those that segno chooses.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

_GAP = 4
"""Light modules behind each row, so that nothing is seen in the next one: the widest look goes four modules beyond a row."""
_LARGEST = 6
"""The version above which a symbol names its version, in modules that the weighing leaves out: segno weighs it."""
_BITS = bytes.maketrans(b"\0\1", b"01")
_DARK = re.compile("1+")


def svg(text: str) -> str:
    """The code of a text, of medium correction or better, without a border, a module one unit wide."""
    rows = modules(text)
    wide = len(rows)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{wide}" class="segno">'
    return f'{head}<path class="qrline" stroke="#000" d="M{"m".join(_strokes(rows))}"/></svg>'


def modules(text: str) -> list[str]:
    """The rows of the code, ``1`` for each dark module and ``0`` for each light one."""
    code = _made(text, 0)
    if code.version > _LARGEST:
        return _rows(_made(text, None))
    wide = len(code.matrix)
    plain = _number(code)
    masks = _masks(code.version)
    best = min(masks, key=lambda mask: _penalty((plain ^ mask) & ~_format(wide), wide))  # the first of several
    bits = f"{plain ^ best:0{wide * (wide + _GAP)}b}"
    return [bits[start : start + wide] for start in range(0, len(bits), wide + _GAP)]


def _made(text: str, mask: int | None) -> Any:
    import segno

    return segno.make(text, error="m", micro=False, mask=mask)


def _rows(code: Any) -> list[str]:
    return [row.translate(_BITS).decode() for row in code.matrix]


def _number(code: Any) -> int:
    return int(("0" * _GAP).join((*_rows(code), "")), 2)


@cache
def _masks(version: int) -> tuple[int, ...]:
    """What each mask turns over against the first one, its own name among the modules included. That depends on nothing but the
    version: the name is a linear code, so that the grade of correction cancels out."""
    import segno

    codes = [segno.make("0", error="m", micro=False, version=version, mask=each) for each in range(8)]
    return tuple(_number(each) ^ _number(codes[0]) for each in codes)


@cache
def _format(wide: int) -> int:
    """The modules that name mask and correction: they are light while the masks are weighed."""
    near, far = [place for place in range(9) if place != 6], range(wide - 8, wide)
    places = {(8, each) for each in (*near, *far)} | {(each, 8) for each in (*near, *far)}
    return sum(_bit(row, column, wide) for row, column in places)


@cache
def _all(wide: int) -> int:
    return sum(_bit(row, column, wide) for row in range(wide) for column in range(wide))


def _bit(row: int, column: int, wide: int) -> int:
    return 1 << (wide * (wide + _GAP) - 1 - row * (wide + _GAP) - column)


def _penalty(dark: int, wide: int) -> int:
    """ISO/IEC 18004:2015, 7.8.3.1, table 11: the penalty of a symbol."""
    light = _all(wide) & ~dark
    below = wide + _GAP
    lines = sum(_runs(colour, step) for colour in (dark, light) for step in (1, below))
    squares = sum(_squares(colour, below).bit_count() for colour in (dark, light))
    finders = sum(_finders(dark, light, step) for step in (1, below))
    share = dark.bit_count() / wide**2
    return lines + 3 * squares + 40 * finders + 10 * int(abs(share * 100 - 50) / 5)


def _runs(colour: int, step: int) -> int:
    """Five modules of a colour in a line: three points, and one for each further one."""
    two = colour & colour << step
    five = two & two << 2 * step & colour << 4 * step
    return five.bit_count() + 2 * (five & ~(five >> step)).bit_count()


def _squares(colour: int, below: int) -> int:
    """Where four modules of a colour make a square."""
    two = colour & colour << 1
    return two & two << below


def _finders(dark: int, light: int, step: int) -> int:
    """How often a line looks like the middle of a finder pattern (1:1:3:1:1) with four light modules before it or behind it. Of two
    that share modules the first counts."""
    arm = dark & light << step
    middle = dark & dark << step & dark << 2 * step
    found = arm & middle << 2 * step & (light & dark << step) << 5 * step
    before = dark >> step | dark >> 2 * step | dark >> 3 * step | dark >> 4 * step
    behind = dark << 7 * step | dark << 8 * step | dark << 9 * step | dark << 10 * step
    found &= ~before | ~behind
    if not found & (found << 4 * step | found << 6 * step):
        return found.bit_count()
    count = 0
    while found:
        first = 1 << found.bit_length() - 1
        found &= ~(first | first >> 4 * step | first >> 6 * step)
        count += 1
    return count


def _strokes(rows: Sequence[str]) -> Iterator[str]:
    """Each stretch of dark modules as a line one module thick, from the end of the one before it."""
    at, above = 0, -0.5
    for down, row in enumerate(rows):
        for stretch in _DARK.finditer(row):
            start, end = stretch.span()
            yield f"{start - at} {down - above:g}h{end - start}"
            at, above = end, down
