"""The letter of a correction: a front page that names the old letter and each place, and the corrected text behind it.

Pure. A front stands in each language that the letter was issued in; the corrected text is the Japanese one, which prevails.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.errors import BadInput
from models.evidence import my_number
from models.letters import digest, figures
from models.letters.corrections.values import Correction, Item
from models.letters.values import Box, Cell, Field, FirstPage, Letter, Paragraph, Sentence, Table, Unmet
from models.letters.wording import Wording
from resources.letters import readings

MARK = "-訂"
"""Between the number of a letter and that of its correction (第2026-000001号-訂1)."""


def check(letter: Letter, items: Sequence[Item], reason: str) -> None:
    """Raises ``BadInput``: nothing to correct, no reason, words that do not stand in their paragraph (or more than once),
    no change, a My Number."""
    if not items or not reason.strip():
        raise BadInput("correction.nothing", case=letter.case)
    for item in items:
        if any(my_number.find(each) for each in (item.after, item.why, reason)):
            raise BadInput("decisions.my_number", case=letter.case)
        found = (
            sum(each.text.count(item.before) for each in _in_paragraph(letter, item.paragraph)) if item.before else 0
        )
        if found != 1:
            raise BadInput("correction.not_there", paragraph=item.paragraph, words=item.before, found=found)
        if not item.after.strip() or item.after == item.before:
            raise BadInput("correction.no_change", paragraph=item.paragraph)


def corrected(letter: Letter, items: Sequence[Item]) -> Letter:
    """The Japanese letter with every place corrected; a corrected sentence is a person's own text."""
    blocks = list(letter.blocks)
    for place, block in enumerate(blocks):
        for item in items:
            if isinstance(block, Paragraph) and block.number == item.paragraph:
                block = replace(block, sentences=tuple(_worded(each, item) for each in block.sentences))
            elif isinstance(block, Table) and _paragraph_before(letter, place) == item.paragraph:
                block = replace(block, rows=tuple(tuple(_cell(c, item) for c in row) for row in block.rows))
        blocks[place] = block
    return _numbered(replace(letter, blocks=tuple(blocks)))


def front(letter: Letter, correction: Correction) -> Letter:
    """Page 1 of the correction in the letter's language: which letter, each place, what does not change, the time limits."""
    first = letter.first
    assert first is not None
    say, items = _Words(letter.language), correction.items
    page = FirstPage(
        pointer=(),
        heading=say("heading"),
        outcome=Sentence(
            "correction.outcome", say("outcome_one" if len(items) == 1 else "outcome", n=len(items)), strong=True
        ),
        lead=(
            Sentence(
                "correction.of",
                say(
                    "of",
                    number=correction.number_before,
                    day=correction.dispatched_before,
                    hash=correction.sha256_before,
                ),
            ),
            Sentence("correction.reason", say("why")),
            Sentence("correction.words", correction.reason, free=True),
        ),
        unchanged=(
            Sentence("correction.unchanged", say("unchanged" if letter.outcome == "refuse" else "unchanged_grant")),
        ),
        facts=first.facts,
        why_heading=say("places"),
        why_head=tuple(say(each) for each in ("place", "before", "after", "because")),
        unmet=tuple(_row(each, say) for each in items),
        met_line=None,
        basis=Sentence("correction.enclosed", say("enclosed", hash=correction.sha256_before)),
        do_heading=first.do_heading,
        boxes=tuple(_box(each, letter, correction, say) for each in first.boxes),
    )
    labels = tuple((key, "" if key == "details" else words) for key, words in letter.labels)
    made = replace(letter, outcome="correction", title=say("heading"), first=page, blocks=(), labels=labels)
    return _numbered(made)


def _box(box: Box, letter: Letter, correction: Correction, say: "_Words") -> Box:
    """The time limit runs from the first letter, and the box says so."""
    if letter.remedies is None or not any(
        "letter.received_on" in figure.source for s in box.sentences for figure in s.figures
    ):
        return box
    return replace(box, sentences=(Sentence("correction.court", say("court", day=correction.dispatched_before)),))


def content_digest(fronts: Sequence[Letter], text: Letter) -> str:
    """What the second person signs: every front page and the corrected text."""
    said = "\n".join(each.content_digest for each in (*fronts, text))
    return hashlib.sha256(said.encode()).hexdigest()


class _Words:
    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **params: object) -> str:
        given = {name: self._shown(value) for name, value in params.items()}
        return readings.settled(Wording(self.language)[f"correction.{key}"].format_map(given))

    def _shown(self, value: object) -> str:
        return figures.day_text(value, self.language) if isinstance(value, date) else str(value)


def _row(item: Item, say: _Words) -> Unmet:
    lang = "" if say.language == "ja" else "ja"
    reason = (Sentence(f"correction.item.{item.paragraph}", item.after, free=True, lang=lang),)
    return Unmet(say("paragraph", n=item.paragraph), "", item.before, reason, item.why or "—", "")


def _numbered(letter: Letter) -> Letter:
    """With digests and check number of its own."""
    check_number = digest.check_number(letter)
    head = tuple(
        replace(each, value=digest.shown(check_number)) if _is_check(each, letter) else each for each in letter.head
    )
    letter = replace(letter, head=head, check_number=check_number)
    return replace(letter, content_digest=digest.content_digest(letter))


def _is_check(field: Field, letter: Letter) -> bool:
    return field.value == digest.shown(letter.check_number)


def _in_paragraph(letter: Letter, number: int) -> list[Sentence]:
    found: list[Sentence] = []
    for place, block in enumerate(letter.blocks):
        if isinstance(block, Paragraph) and block.number == number:
            found += block.sentences
        elif isinstance(block, Table) and _paragraph_before(letter, place) == number:
            found += [cell.sentence for row in block.rows for cell in row]
    return found


def _paragraph_before(letter: Letter, place: int) -> int:
    """A table belongs to the paragraph that introduces it."""
    numbers = [each.number for each in letter.blocks[:place] if isinstance(each, Paragraph)]
    return numbers[-1] if numbers else 0


def _worded(sentence: Sentence, item: Item) -> Sentence:
    if item.before not in sentence.text:
        return sentence
    return replace(sentence, text=sentence.text.replace(item.before, item.after), figures=(), pattern="", free=True)


def _cell(cell: Cell, item: Item) -> Cell:
    return replace(cell, sentence=_worded(cell.sentence, item))
