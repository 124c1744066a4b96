"""The front of an envelope, for letters whose address must stand nowhere else: DL and 長形3号, with Typst.

Sizes in millimetres: DL 220 × 110 (ISO 269), 長形3号 235 × 120 (JIS S 5502, used lengthwise).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.letters.values import Letter
from reports import letter_data, letter_pdf
from reports.letter_runs import of_text
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
    name = f"{letter.addressee_name} {letter.label('honorific')}"
    data = {
        **letter_data.typeset("ja"),
        "title": letter.title, "author": letter.authority, "address": [_runs(each) for each in letter.addressee],
        "name": _runs(name, strong=True), "sender": [_runs(letter.authority), _runs(letter.office_unit)],
        "width": chosen.width, "height": chosen.height,
        "place": list(chosen.place), "room": list(chosen.room),
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    day = letter.dispatched_on or letter.decided_on
    assert day is not None
    return letter_pdf.compile_pdf(letters.envelope_template(), text, day, letter.case)


def _runs(text: str, *, strong: bool = False) -> list[list[Any]]:
    return letter_data.as_data(of_text(text, "ja", strong=strong))
