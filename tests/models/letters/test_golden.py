"""Golden letters: every word of a refusal and a grant in each language. A change shows in review.

Made anew with ``AKASHI_GOLDEN=write``; then read the difference.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.decisions.values import Outcome
from models.findings.values import Reason
from models.frameworks import library
from models.letters.compose import compose
from models.letters.values import Heading, Letter, Paragraph, Strip, Table, TimeBar
from resources import letters
from resources.letters import readings
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of, reasons

GOLDEN_CRITERIA = ("pension", "continuous_residence")
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


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_word_is_as_it_was_read(language: str, outcome: Outcome) -> None:
    said = "\n".join(lines(sample.letter(language, outcome))) + "\n"
    where = GOLDEN / f"{language}-{outcome}.txt"
    if os.environ.get("AKASHI_GOLDEN") == "write":
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(said, encoding="utf-8")
    assert said == where.read_text(encoding="utf-8")


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", [each for each in letters.known() if each not in ("ja", "en")])
def test_every_word_of_a_translation_is_as_it_was_read(language: str, outcome: Outcome) -> None:
    """Under the framework shipped: the sample's own speaks Japanese and English only."""
    framework = next(each for each in library.all_() if each.id == "permanent_residence")
    unmet = {
        criterion.key: Reason(code.code, (), ("E2",), "資料のとおりです。")
        for criterion, code in reasons(framework, "general")
        if criterion.key in GOLDEN_CRITERIA
    }
    assert len(unmet) == len(GOLDEN_CRITERIA)
    file = file_of(framework, "general", unmet if outcome is Outcome.REFUSE else {})
    letter = compose(file, sample.proposal(outcome), sample.context(), language)
    said = readings.written("\n".join(lines(letter))) + "\n"
    where = GOLDEN / f"{language}-{outcome}.txt"
    if os.environ.get("AKASHI_GOLDEN") == "write":
        where.write_text(said, encoding="utf-8")
    assert said == where.read_text(encoding="utf-8")
