"""The front of an envelope, for letters whose address must stand nowhere else: DL and 長形3号, with Typst.

Sizes in millimetres: DL 220 × 110 (ISO 269), 長形3号 235 × 120 (JIS S 5502, used lengthwise).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from models.letters.values import Letter
from reports import letter_pdf
from resources import letters


@dataclass(frozen=True, slots=True)
class Size:
    """An envelope lying on its long side; ``place`` is where the address begins, ``room`` how wide and high it may be."""

    width: int
    height: int
    place: tuple[int, int]
    room: tuple[int, int]


SIZES: Mapping[str, Size] = {
    "dl": Size(220, 110, (88, 42), (118, 46)),
    "long3": Size(235, 120, (92, 46), (128, 50)),
}


def render(letter: Letter, size: str) -> bytes:
    """The envelope of a letter. Raises ``BadInput`` for an address that does not fit, or a character that no font draws."""
    chosen = SIZES[size]
    given = letter_pdf.data_of(letter)
    data = {
        **letter_pdf.typeset("ja"),
        "title": letter.title, "author": letter.authority, "address": given["address"], "name": given["name"],
        "sender": [given["authority"], given["unit"]], "width": chosen.width, "height": chosen.height,
        "place": list(chosen.place), "room": list(chosen.room),
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    day = letter.dispatched_on or letter.decided_on
    assert day is not None
    return letter_pdf.compile_pdf(letters.envelope_template(), text, day, letter.case)
