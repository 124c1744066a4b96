"""Bound sentences: a pattern, figures for its slots, and what it stands on. The only way a standard sentence is made."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from models.frozen import made_often
from models.letters import figures
from models.letters.values import Block, Cell, Figure, FigureKind, Heading, Paragraph, Sentence, Step, Table
from models.letters.wording import Wording
from resources.letters import readings


@made_often
@dataclass(frozen=True, slots=True)
class Bound:
    """What a sentence stands on."""

    criterion: str | None = None
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    reason: str | None = None


NOTHING = Bound()
_REFERENCE = "paragraph."
"""What the source of a reference begins with."""
_LISTED = 3
"""Three things are a list; with the sentence that introduces them they are more than three."""


class _Parsed(NamedTuple):
    """A pattern: its literal texts, each with the slot behind it (None: the end); the slots in order, and each once."""

    parts: tuple[tuple[str, str | None], ...]
    slots: tuple[str, ...]
    once: tuple[str, ...]


@lru_cache(maxsize=4096)
def _parsed(pattern: str) -> _Parsed:
    """Kept: the wording is some hundred patterns, and every letter fills most of them."""
    parts = tuple(
        (literal, f"{name}:{spec}" if name is not None and spec else name)
        for literal, name, spec, _ in string.Formatter().parse(pattern)
    )
    found = tuple(slot for _, slot in parts if slot is not None)
    return _Parsed(parts, found, tuple(dict.fromkeys(found)))


def slots(pattern: str) -> tuple[str, ...]:
    """The names of a pattern's slots, in order; a ``{fact:key}`` slot is named ``fact:key``."""
    return _parsed(pattern).slots


def refill(sentence: Sentence) -> str:
    """The sentence's text made again from its pattern and its figures. Raises ``KeyError`` for an unfilled slot."""
    return _filled(sentence.pattern, sentence.figures)


def _filled(pattern: str, used: Iterable[Figure]) -> str:
    given = {each.slot: each.text for each in used}
    text = "".join([literal if slot is None else literal + given[slot] for literal, slot in _parsed(pattern).parts])
    return readings.settled(text)


def strongly(sentence: Sentence) -> Sentence:
    """The sentence in bold."""
    return replace(sentence, strong=True)


def on_dispatch(sentence: Sentence) -> Sentence:
    """The sentence, marked as known only on the day of dispatch."""
    return replace(sentence, dispatch=True)


def bound(sid: str, pattern: str, on: Bound, given: Mapping[str, Figure]) -> Sentence:
    """A sentence from a pattern. Figures that the pattern has no slot for are left out. Raises ``KeyError``: a slot unfilled."""
    used = tuple([_in_slot(given[slot], slot) for slot in _parsed(pattern).once])
    text = _filled(pattern, used)
    return Sentence(sid, text, on.criterion, on.facts, on.evidence, on.reason, used, pattern=pattern)


def _in_slot(figure: Figure, slot: str) -> Figure:
    """The figure in this slot; written out, because ``replace`` takes five times as long and a letter has hundreds."""
    return Figure(figure.kind, figure.value, figure.text, figure.source, slot, figure.strong)


def free(sid: str, text: str, on: Bound, source: str, language: str) -> Sentence:
    """A person's own words, as recorded under ``source`` (``weighing``, ``E12``, a reason's ``application``)."""
    lang = "" if language == "ja" else "ja"
    marker = Figure(FigureKind.NAME, source, "", source, slot="source")
    return Sentence(sid, text, on.criterion, on.facts, on.evidence, on.reason, (marker,), free=True, lang=lang)


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes sentences in one language. ``anchors`` are the paragraph numbers known so far: those of the body being written."""

    wording: Wording
    anchors: Mapping[str, int] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language written."""
        return self.wording.language

    def say(self, sid: str, key: str, on: Bound = NOTHING, /, **given: Figure) -> Sentence:
        """A standard sentence from the shared wording."""
        return bound(sid, self.wording[key], on, given)

    def words(self, sid: str, text: str, on: Bound = NOTHING) -> Sentence:
        """A label as it stands in the wording or framework: no slots, nothing to fill."""
        return Sentence(sid, text, on.criterion, on.facts, on.evidence, on.reason, pattern=escape(text))

    def value(self, sid: str, figure: Figure, on: Bound = NOTHING) -> Sentence:
        """A cell that holds one figure and nothing else."""
        used = (_in_slot(figure, "value"),)
        text = readings.settled(figure.text)
        return Sentence(sid, text, on.criterion, on.facts, on.evidence, on.reason, used, pattern="{value}")

    def paragraph(self, anchor: str) -> Figure:
        """The number of the paragraph that carries ``anchor``; ``numbered`` puts in those that are written later."""
        return figures.count(self.anchors.get(anchor, 0), _REFERENCE + anchor)


def numbered(sentence: Sentence, anchors: Mapping[str, int]) -> Sentence:
    """The sentence with the numbers of the paragraphs that it refers to; 0 for one that the letter does not have."""
    if not _refers(sentence):
        return sentence
    made = tuple(_referring(each, anchors) for each in sentence.figures)
    return replace(sentence, figures=made, text=_filled(sentence.pattern, made))


def _refers(sentence: Sentence) -> bool:
    """Whether it refers to a paragraph."""
    for each in sentence.figures:  # noqa: SIM110  asked of every sentence of a letter
        if each.source.startswith(_REFERENCE):
            return True
    return False


def _referring(figure: Figure, anchors: Mapping[str, int]) -> Figure:
    if not figure.source.startswith(_REFERENCE):
        return figure
    found = figures.count(anchors.get(figure.source.removeprefix(_REFERENCE), 0), figure.source)
    return replace(found, slot=figure.slot, strong=figure.strong)


def _with_numbers(block: Block, anchors: Mapping[str, int]) -> Block:
    """Tables refer to no paragraph."""
    if not isinstance(block, Paragraph):
        return block
    if not any(_refers(each) for each in block.sentences):
        return block
    return replace(block, sentences=tuple(numbered(each, anchors) for each in block.sentences))


def escape(text: str) -> str:
    """A text as a pattern without slots."""
    return text.replace("{", "{{").replace("}", "}}")


class Body:
    """Collects the blocks of a letter and numbers its paragraphs from 1."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.anchors: dict[str, int] = {}
        self._paragraphs = 0
        self._sections = 0

    def section(self, text: str) -> None:
        """Begin a section."""
        self._sections += 1
        self.blocks.append(Heading(2, text, number=str(self._sections)))

    def criterion(self, text: str, key: str, number: str, finding: str) -> None:
        """Begin the bar of a criterion."""
        self.blocks.append(Heading(3, text, key, number, finding))

    def paragraph(
        self, sentences: Iterable[Sentence | None], anchor: str = "", step: Step = Step.NONE, *, listed: bool = False
    ) -> None:
        """Add a numbered paragraph; nothing when no sentence is left. ``listed``: a list below its first sentence."""
        kept = tuple(each for each in sentences if each is not None)
        if not kept:
            return
        self._paragraphs += 1
        if anchor:
            self.anchors.setdefault(anchor, self._paragraphs)
        self.blocks.append(Paragraph(self._paragraphs, kept, step, listed and len(kept) > _LISTED))

    def table(self, kind: str, caption: str, head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
        """Add a table; nothing when it has no row."""
        kept = tuple(tuple(row) for row in rows)
        if kept:
            ends = tuple(cell.align == "end" for cell in kept[0])
            self.blocks.append(Table(caption, tuple(head), kept, ends, kind))

    def numbered(self) -> tuple[Block, ...]:
        """The blocks, written whole: every reference with the number of the paragraph it means."""
        return tuple(_with_numbers(each, self.anchors) for each in self.blocks)

    def add(self, block: Block) -> None:
        """Add any block."""
        self.blocks.append(block)

    @property
    def last(self) -> int:
        """The number of the last paragraph."""
        return self._paragraphs
