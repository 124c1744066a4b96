"""What a letter's PDF is made from, kept with it: the same renderer makes the same bytes of it again.

The renderer is named by Typst's version, the template and the fonts; another one may break a line elsewhere, so what it
makes is not compared.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version

from models.errors import BadInput
from models.letters.values import Letter
from reports import letter_data, letter_pdf, letter_twin
from resources import font_files, letters


@dataclass(frozen=True, slots=True)
class Source:
    """The template's file name, what it is given, the day that the file is dated by, and the case it is about."""

    template: str
    data: str
    day: date
    case: str

    def packed(self) -> bytes:
        """As it is kept."""
        said = {"template": self.template, "data": self.data, "day": self.day.isoformat(), "case": self.case}
        return zlib.compress(json.dumps(said, ensure_ascii=False, sort_keys=True).encode(), 9)


def unpacked(content: bytes) -> Source:
    """A source as it was kept. Raises ``BadInput`` when it cannot be read."""
    try:
        said = json.loads(zlib.decompress(content))
        return Source(said["template"], said["data"], date.fromisoformat(said["day"]), said["case"])
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise BadInput("issuing.source_unreadable") from error


def of_letters(versions: Sequence[Letter]) -> Source:
    """One language after the other in one file."""
    return _source(letters.template().name, letter_data.data_of(versions), versions[0])


def of_twin(original: Letter, other: Letter) -> Source:
    """Two languages side by side."""
    return _source(letters.twin_template().name, letter_twin.pdf_data(original, other), original)


def make(source: Source) -> bytes:
    """The PDF, not signed. Raises ``BadInput`` as ``letter_pdf.render``."""
    known = {each.name: each for each in (letters.template(), letters.twin_template())}
    return letter_pdf.compile_pdf(known[source.template], source.data, source.day, source.case)


@cache
def renderer(template: str) -> str:
    """What makes the bytes: Typst's version, and a digest of the template and the fonts (at most 64 characters)."""
    known = {each.name: each for each in (letters.template(), letters.twin_template())}
    digest = sha256(b"".join(each.read_bytes() for each in letters.template_parts(known[template])))
    for font in font_files():
        digest.update(f"{font.name} {font.stat().st_size}".encode())
    return f"typst {version('typst')} {digest.hexdigest()[:32]}"


def _source(template: str, data: str, letter: Letter) -> Source:
    day = letter.dispatched_on or letter.decided_on or date(2000, 1, 1)
    return Source(template, data, day, letter.case)
