"""Golden letters: every word of forty letters. A change shows in review.

Made anew with ``AKASHI_GOLDEN=write``; then read the difference. Their pages: ``tests/reports/test_letter_pages.py``.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.letters.values import Heading, Letter, Paragraph, Strip, Table, TimeBar
from resources.letters import readings
from tests.models.letters import golden

GOLDEN = Path(__file__).parents[2] / "golden" / "letters"


def lines(letter: Letter) -> Iterator[str]:
    """The letter as plain lines."""
    first = letter.first
    assert first is not None
    yield from (f"{each.label}: {each.value}" for each in (*letter.head, *first.facts))
    yield from (*first.pointer, first.heading, *(each.text for each in (first.outcome, *first.lead, *first.unchanged)))
    yield f"== {first.why_heading}"
    for row in first.unmet:
        yield f"{row.number} {row.name} | {row.finding} | {' '.join(each.text for each in row.deciding)} | {row.paragraphs}"
    yield from (each.text for each in (first.met_line, first.basis) if each)
    yield f"== {first.do_heading}"
    for box in first.boxes:
        yield f"{box.label} | {box.answer} | {' '.join(each.text for each in box.sentences)}"
    for block in letter.blocks:
        yield from _block(block)
    yield f"{letter.responsible} | {letter.signatory} | {letter.footer}"


def _block(block: object) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'=' * block.level} {block.number} {block.text} {block.finding}".rstrip()
    elif isinstance(block, Paragraph):
        yield f"[{block.number}] {block.step} {' '.join(each.text for each in block.sentences)}"
    elif isinstance(block, Table):
        yield " | ".join(("#", *block.head))
        yield from (" | ".join(("-", *(cell.sentence.text for cell in row))) for row in block.rows)
    elif isinstance(block, Strip | TimeBar):
        yield f"(drawing) {block.alt}"


def test_there_are_forty_and_no_other_lies_there() -> None:
    kept = {path.stem for path in GOLDEN.glob("*.txt")}
    assert len(golden.names()) == len(set(golden.names())) == 40
    assert kept == set(golden.names())


@pytest.mark.parametrize("name", golden.names())
def test_every_word_is_as_it_was_read(name: str) -> None:
    said = readings.written("\n\n".join("\n".join(lines(each)) for each in golden.of(name).letters)) + "\n"
    where = GOLDEN / f"{name}.txt"
    if os.environ.get("AKASHI_GOLDEN") == "write":
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(said, encoding="utf-8")
    assert said == where.read_text(encoding="utf-8")
