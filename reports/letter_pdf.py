"""Renders a letter as PDF with Typst: tagged (PDF/UA-1) and archival (PDF/A-2a), reproducible to the byte.

The letter goes into the template as JSON data. No text of a case is ever Typst source, so markup in a name or a reason is
printed as it stands. Only the program's own fonts are used; a character that none of them has stops the rendering.
"""

import json
import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import BadInput
from models.letters.values import (
    SPACELESS,
    Block,
    Box,
    Heading,
    Letter,
    Paragraph,
    Sentence,
    Strip,
    Table,
    TimeBar,
    Unmet,
)
from reports import letter_qr, letter_ruby
from reports.letter_runs import Run, of_sentence, of_sentences, of_text
from resources import fonts_dir, letters
from resources.letters import readings

_LATIN, _HAN = "Noto Sans", "Noto Sans JP"
_SCRIPTS = {
    "ja": ("ja", "JP", _HAN),
    "ja-easy": ("ja", "JP", _HAN),
    "zh-Hans": ("zh", "CN", "Noto Sans SC"),
    "zh-Hant": ("zh", "TW", "Noto Sans TC"),
    "ko": ("ko", "KR", "Noto Sans KR"),
    "th": ("th", "TH", "Noto Sans Thai"),
    "ne": ("ne", "NP", "Noto Sans Devanagari"),
}
"""Language, region and first font; every other language is set in Noto Sans."""
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
    data = json.dumps([data_of(each) for each in versions], ensure_ascii=False, sort_keys=True)
    return compiled(letters.template(), data, versions[0])


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


def data_of(letter: Letter) -> dict[str, Any]:
    """What the template is given: plain lists, texts and numbers."""
    language = letter.language
    first = letter.first
    assert first is not None
    gap = "" if language in SPACELESS else " "
    return {
        **typeset(language),
        "easy": language == letters.EASY,
        "title": readings.plain(letter.title),
        "case": letter.case,
        "number": letter.number,
        "draft": readings.plain(letter.draft_mark),
        "notes": [readings.plain(letter.label("draft_note"))] if letter.draft else [],
        "authority": _plain(letter.authority, language),
        "author": readings.plain(letter.authority),
        "unit": _plain(letter.office_unit, language),
        "head": [[_plain(each.label, language), _plain(each.value, language)] for each in letter.head],
        "address": [_plain(each, language) for each in letter.addressee] if language == "ja" else [],
        "name": _plain(f"{letter.addressee_name} {letter.label('honorific')}", language, strong=True),
        "pointer": [_plain(each, _language_of_pointer(each, language)) for each in first.pointer],
        "heading": _plain(first.heading, language),
        "outcome": as_data(of_sentence(first.outcome, language)),
        "lead": _join(first.lead, language),
        "unchanged": _join(first.unchanged, language),
        "fields": [[_plain(each.label, language), _plain(each.value, language)] for each in first.facts],
        "why": _why(letter),
        "basis": as_data((*of_sentence(first.basis, language), *of_text(f"{gap}{letter.label('details')}", language))),
        "do": _plain(first.do_heading, language),
        "boxes": [_box(each, language) for each in first.boxes],
        "blocks": [_block(each, letter) for each in letter.blocks],
        "steps": {step.value: _plain(label, language) for step, label in letter.step_labels},
        "criterion": _plain(letter.label("criterion"), language),
        "signed": _plain(letter.responsible, language),
        "signedLabel": _plain(letter.label("signed"), language),
        "signatory": _plain(letter.signatory, language, strong=True),
        "footer": _plain(_footer(letter), language),
        "running": _plain(letter.running_title, language),
        "window": letter.window,
        "qr": qr_svg(letter),
        "qrAlt": readings.plain(letter.label("qr")),
    }


def typeset(language: str) -> dict[str, Any]:
    """The language as Typst knows it, its region, and its fonts: the letter's own forms of Han come first."""
    lang, region, own = _SCRIPTS.get(language, (language, "", "Noto Sans"))
    fonts = dict.fromkeys((own, *((_LATIN, _HAN) if own != _HAN else (_HAN, _LATIN)), "IPAmjMincho"))
    return {"lang": lang, "region": region, "fonts": list(fonts)}


def _language_of_pointer(text: str, language: str) -> str:
    """Page 1 in Japanese says in the applicant's language where the translation is."""
    others = (each for each in letters.languages() if letters.wording(each)["pointer.enclosed"] == text)
    return next(others, language)


def qr_svg(letter: Letter) -> str:
    """The QR code: ``AKASHI1 <letter no.> <check no.>``, nothing else."""
    return letter_qr.svg(f"AKASHI1 {letter.number or letter.case} {letter.check_number}")


def _files(template: Path, data: str) -> dict[str, bytes]:
    """What Typst is given beside the template: files in memory. (``sys.inputs`` would make all that it keeps another's.)"""
    script = b"" if _ANOTHER_SCRIPT.search(data) else b"kana"
    return {"main.typ": f'#include "{template.name}"'.encode(), "letter.json": data.encode(), "script.txt": script}


@cache
def _compiler(source: Path) -> Any:
    """One compiler a template: it keeps the fonts and what it learned of the template."""
    import typst

    return typst.Compiler(root=str(source.parent), font_paths=[str(fonts_dir())], ignore_system_fonts=True)


def _footer(letter: Letter) -> str:
    parts = (letter.number, letter.case, letter.footer)
    return (
        "　".join(each for each in parts if each)
        if letter.language in SPACELESS
        else "  ".join(each for each in parts if each)
    )


def as_data(runs: Iterable[Run]) -> list[list[Any]]:
    """Runs as the templates read them."""
    return [[run.text, run.strong, run.keep, run.lang, letter_ruby.data(run.pieces)] for run in runs]


def _join(sentences: Iterable[Sentence], language: str) -> list[list[Any]]:
    return as_data(of_sentences(sentences, language))


def _plain(text: str, language: str, *, strong: bool = False) -> list[list[Any]]:
    return as_data(of_text(text, language, strong=strong))


def _why(letter: Letter) -> dict[str, Any]:
    first = letter.first
    assert first is not None
    refused = letter.outcome == "refuse"
    width = 3 if letter.outcome == "grant" else 4
    return {
        "heading": _plain(first.why_heading, letter.language),
        "head": [_plain(each, letter.language) for each in first.why_head[:width]],
        "rows": [_unmet(each, letter.language)[:width] for each in first.unmet],
        "grey": refused,
        "met": _join((first.met_line,), letter.language) if first.met_line else [],
    }


def _unmet(row: Unmet, language: str) -> list[Any]:
    name = _plain(f"{row.number}  {row.name}", language, strong=True)
    finding = as_data(of_text(row.finding, language, row.said_in, strong=True))
    return [name, finding, _join(row.deciding, language), as_data(of_text(row.paragraphs, language, row.said_in))]


def _box(box: Box, language: str) -> list[Any]:
    return [_plain(box.label, language), _plain(box.answer, language, strong=True), _join(box.sentences, language)]


def _block(block: Block, letter: Letter) -> dict[str, Any]:
    language = letter.language
    if isinstance(block, Heading):
        text, finding = _plain(block.text, language), _plain(block.finding, language)
        return {"type": f"h{block.level}", "number": block.number, "text": text, "finding": finding}
    if isinstance(block, Paragraph):
        strong = bool(block.sentences) and all(each.strong for each in block.sentences)
        if block.listed:
            items = [_join((each,), language) for each in block.sentences]
            return {
                "type": "par",
                "number": block.number,
                "step": block.step.value,
                "parts": items[:1],
                "items": items[1:],
                "strong": strong,
            }
        parts = [runs for group in _groups(block.sentences) for runs in _lines(group, language)]
        return {
            "type": "par",
            "number": block.number,
            "step": block.step.value,
            "parts": parts,
            "items": [],
            "strong": strong,
        }
    if isinstance(block, Table):
        return _table(block, language)
    return _strip(block, language) if isinstance(block, Strip) else _timebar(block, language)


def _lines(group: tuple[Sentence, ...], language: str) -> list[list[list[Any]]]:
    """The lines of a person's text as they broke it; standard sentences run on."""
    if not group[0].free:
        return [_join(group, language)]
    sentence = group[0]
    lines = [line for line in sentence.text.splitlines() if line.strip()]
    return [as_data(of_text(line, language, sentence.lang, strong=sentence.strong)) for line in lines]


def _groups(sentences: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """A person's own text stands in a paragraph of its own, apart from the standard sentences around it."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if found and not sentence.free and not found[-1][0].free:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return [tuple(each) for each in found]


def _table(table: Table, language: str) -> dict[str, Any]:
    rows = [[as_data(of_sentence(cell.sentence, language)) for cell in row] for row in table.rows]
    grey = [row[0].sentence.strong for row in table.rows]
    return {
        "type": "table",
        "kind": table.kind,
        "head": [_plain(each, language) for each in table.head],
        "rows": rows,
        "grey": grey,
        "ends": list(table.ends),
    }


def _strip(strip: Strip, language: str) -> dict[str, Any]:
    return {
        "type": "strip",
        "months": [asdict(each) for each in strip.months],
        "alt": readings.plain(strip.alt),
        "legend": [[state, _plain(words, language)] for state, words in strip.legend],
    }


def _timebar(bar: TimeBar, language: str) -> dict[str, Any]:
    """Days as fractions of the bar's length; a tick for each first of January, named as often as there is room."""
    days = [day for span in bar.spans for day in (span.start, span.end)] + [day for day, _ in bar.marks]
    first, last = min(days), max(days)

    def at(day: date) -> float:
        return round((day - first).days / max(1, (last - first).days), 5)

    years = list(range(first.year + 1, last.year + 1))
    every = 1 if len(years) <= 6 else 2
    return {
        "type": "timebar",
        "spans": [[at(span.start), at(span.end), span.kind, _plain(span.label, language)] for span in bar.spans],
        "marks": [[at(day), _plain(label, language)] for day, label in bar.marks],
        "ticks": [[at(date(year, 1, 1)), str(year) if place % every == 0 else ""] for place, year in enumerate(years)],
        "alt": readings.plain(bar.alt),
    }


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
