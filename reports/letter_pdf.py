"""Renders a letter as PDF with Typst: tagged (PDF/UA-1) and archival (PDF/A-2a), reproducible to the byte.

The letter goes into the template as JSON data. No text of a case is ever Typst source, so markup in a name or a reason is
printed as it stands. Only the program's own fonts are used; a character that none of them has stops the rendering.
"""

import json
import re
import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import BadInput
from models.letters.values import Letter
from reports.letter_data import data_of
from resources import fonts_dir, letters

STANDARDS = ("ua-1", "a-2a")
_NOT_DRAWN = re.compile(r"the text `?\"?(.+?)\"?`? could not be displayed", re.DOTALL)
_ANOTHER_SCRIPT = re.compile(
    "[^\0-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u30ff\u31f0-\u9fff\uf900-\ufaff\ufe00-\ufe0f\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff\U000e0100-\U000e01ef]"
)
"""Anything but kanji, kana, basic Latin and signs. Typst shapes kanji, hiragana and katakana apart and draws each stretch by itself:
twice the pieces and their tags, and a sixth more time. Told that all is one script it does not; but a letter that holds another
one, a name in Thai, say, must be shaped by that one's rules."""
_LOCK = threading.Lock()


def render(versions: Sequence[Letter]) -> bytes:
    """The letter as PDF, one language after the other. The same letters give the same bytes.

    Raises ``BadInput``: a character that no font draws, or an address that the envelope's window cannot show.
    """
    return compiled(letters.template(), data_of(versions), versions[0])


def compiled(template: Path, data: str, letter: Letter) -> bytes:
    """A template's PDF of the data given, dated by the letter. Raises ``BadInput`` as ``render``."""
    return compile_pdf(template, data, letter.dispatched_on or letter.decided_on or date(2000, 1, 1), letter.case)


def compile_pdf(template: Path, data: str, day: date, case: str) -> bytes:
    """A template's PDF of the data given, dated by the record's own day (midnight, UTC), so that bytes can be made again.

    Raises ``BadInput`` as ``render``.
    """
    import typst

    stamp = int(datetime.combine(day, time(), UTC).timestamp())
    try:
        with _LOCK:
            made = _compiler(template).compile(
                input=_files(template, data), pdf_standards=list(STANDARDS), timestamp=stamp
            )
    except typst.TypstError as error:
        raise _explained(str(error), case) from error
    return bytes(made)


def _files(template: Path, data: str) -> dict[str, bytes]:
    """What Typst is given beside the template: files in memory. (``sys.inputs`` would make all that it keeps another's.) What the
    pages say of their letter lies in one of its own, so that they need not read the whole."""
    script = b"" if _ANOTHER_SCRIPT.search(data) else b"kana"
    made = {"main.typ": f'#include "{template.name}"'.encode(), "letter.json": data.encode(), "script.txt": script}
    if template == letters.template():
        pages = [each["page"] for each in json.loads(data)]
        made["page.json"] = json.dumps(pages, ensure_ascii=False, sort_keys=True).encode()
    return made


@cache
def _compiler(source: Path) -> Any:
    """One compiler a template: it keeps the fonts and what it learned of the template."""
    import typst

    return typst.Compiler(root=str(source.parent), font_paths=[str(fonts_dir())], ignore_system_fonts=True)


def _explained(error: str, case: str) -> BadInput:
    """Typst's complaint as a sentence a person can act on."""
    if "address-too-long" in error:
        return BadInput("letters.address_too_long", case=case)
    missing = missing_in(error)
    if missing:
        return BadInput("letters.missing_glyph", case=case, characters=missing)
    return BadInput("letters.not_rendered", case=case, cause=error.splitlines()[0] if error else "")


def missing_in(error: str) -> str:
    """The characters that Typst says it cannot draw, with their code points; empty when it says something else."""
    found = _NOT_DRAWN.findall(error)
    return ", ".join(f"{each} ({' '.join(f'U+{ord(char):04X}' for char in each)})" for each in found)
