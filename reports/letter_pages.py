"""All that is handed out of one letter, before it is signed: the PDF with what it is made from, the HTML twin and the data.

Pure, and of this room and its values alone: another process can do it (``desktop/operations/drawing``).
"""

from dataclasses import dataclass

from models.letters.values import Letter
from reports import letter_html, letter_json, letter_source, letter_twin
from reports.letter_source import Source


@dataclass(frozen=True, slots=True)
class Pages:
    """A letter drawn, not signed; an enclosure of two languages has no data of its own."""

    source: Source
    pdf: bytes
    html: bytes
    json: bytes = b""


def of_letter(letter: Letter) -> Pages:
    """A letter in one language. Raises ``BadInput`` as ``letter_pdf.render``."""
    return of_letters((letter,))


def of_letters(versions: tuple[Letter, ...]) -> Pages:
    """Several letters one after the other in one file. Raises as ``of_letter``."""
    source = letter_source.of_letters(versions)
    return Pages(source, letter_source.make(source), letter_html.render(versions), letter_json.render(versions))


def of_twin(original: Letter, other: Letter) -> Pages:
    """Two languages side by side. Raises as ``of_letter``."""
    source = letter_source.of_twin(original, other)
    return Pages(source, letter_source.make(source), letter_twin.render_html(original, other))
