"""Put rewordings into a letter: each sentence whose standard wording is still the one that was reworded."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.letters.sentences import refill
from models.letters.values import Block, FirstPage, Letter, Paragraph, Rewording, Sentence, Table

AS_WRITTEN = "about.free"
"""Says that people's words stand as they were written, in every language: not where somebody translated them."""
_OWN_WORDS = re.compile(r"\.application\.\d+$|^weighing\.text$|^explanation\.\w+\.text$|^criteria\.\w+\.text\.\d+$")


def applied(letter: Letter, rewordings: Iterable[Rewording]) -> Letter:
    """The letter in the wording that stands recorded. A rewording whose sentence changed meanwhile stays out (the rules say
    so). Where a person's words are translated, the notes that they are not go."""
    rewordings = [each for each in rewordings if each.pattern]
    mine = {each.sentence: each for each in rewordings if each.language == letter.language}
    if any(_OWN_WORDS.search(each.sentence) for each in rewordings):
        letter = _without(letter, {AS_WRITTEN})
    if not mine:
        return letter
    worded = _Worded(mine)
    made = replace(
        letter,
        first=worded.first(letter.first) if letter.first else None,
        blocks=tuple(worded.block(each) for each in letter.blocks),
    )
    return _without(made, {_note_of(each) for each in worded.translated})


class _Worded:
    """Walks a letter and notes which of a person's own words were translated."""

    def __init__(self, mine: dict[str, Rewording]) -> None:
        self._mine = mine
        self.translated: set[str] = set()

    def first(self, page: FirstPage) -> FirstPage:
        unmet = tuple(replace(row, deciding=self._all(row.deciding)) for row in page.unmet)
        return replace(page, lead=self._all(page.lead), unchanged=self._all(page.unchanged), unmet=unmet)

    def block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, sentences=self._all(block.sentences))
        if isinstance(block, Table):
            rows = tuple(tuple(replace(c, sentence=self._one(c.sentence)) for c in row) for row in block.rows)
            return replace(block, rows=rows)
        return block

    def _all(self, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(map(self._one, sentences))

    def _one(self, sentence: Sentence) -> Sentence:
        found = self._mine.get(sentence.id)
        if found is None or found.standard != (sentence.text if sentence.free else sentence.pattern):
            return sentence
        if sentence.free:
            self.translated.add(sentence.id)
            return replace(sentence, text=found.pattern, lang="", standard=sentence.text)
        worded = replace(sentence, pattern=found.pattern, standard=sentence.pattern)
        try:
            return replace(worded, text=refill(worded))
        except KeyError:  # a figure of the wording is no longer one of the sentence's: the rules find it unchanged
            return sentence


def _without(letter: Letter, gone: set[str]) -> Letter:
    if not gone:
        return letter
    blocks = (_less(each, gone) if isinstance(each, Paragraph) else each for each in letter.blocks)
    return replace(letter, blocks=tuple(blocks))


def _less(block: Paragraph, gone: set[str]) -> Paragraph:
    kept = tuple(each for each in block.sentences if each.id not in gone)
    return replace(block, sentences=kept) if kept else block


def _note_of(sentence: str) -> str:
    """The note before a person's words: ``pension.application.1`` has ``pension.examiner.1``."""
    if sentence == "weighing.text":
        return "weighing.examiner"
    return sentence.replace(".application.", ".examiner.")
