"""The QR code is the one that segno makes; only the weighing of its masks is ours."""

import io
import random
from collections.abc import Iterator
from typing import Any

import pytest
import segno
from segno import encoder

from reports import letter_qr

WIDE = 29


def contents() -> Iterator[str]:
    """Letters' numbers as offices write them, and of every length up to the largest version that is weighed here and beyond."""
    draw = random.Random(20261123)
    for place in range(60):
        number = f"武永第2026-{draw.randrange(10**6):06}号"
        yield f"AKASHI1 {number[place % 9 :]} {draw.getrandbits(64):016X}"
    yield from ("A" * length for length in range(1, 220, 11))


def test_the_code_is_the_one_that_segno_makes() -> None:
    masks = set()
    for text in contents():
        made, out = segno.make(text, error="m", micro=False), io.BytesIO()
        made.save(out, kind="svg", border=0, xmldecl=False, nl=False)
        assert letter_qr.svg(text) == out.getvalue().decode()
        masks.add(made.mask)
    assert len(masks) >= 6


@pytest.mark.parametrize("seed", range(40))
def test_a_symbol_is_weighed_as_the_standard_says(seed: int) -> None:
    """Symbols no content makes: nearly all dark or light, and full of what looks like a finder pattern and overlaps."""
    draw = random.Random(seed)
    few = draw.random()
    rows = ["".join("01"[draw.random() < few] for _ in range(WIDE)) for _ in range(WIDE)]
    if seed % 2:
        rows = [("1011101" * 5)[draw.randrange(6) :][:WIDE] if draw.random() < 0.5 else each for each in rows]
        rows = ["10111011101011101" + each[17:] if draw.random() < 0.3 else each for each in rows]
    if seed % 4 == 3:
        rows = ["".join(each) for each in zip(*rows, strict=True)]
    dark = int((letter_qr._GAP * "0").join((*rows, "")), 2)
    weigh: Any = encoder.evaluate_mask
    theirs = weigh([bytearray(map(int, each)) for each in rows], WIDE, WIDE)
    assert letter_qr._penalty(dark, WIDE) == theirs
