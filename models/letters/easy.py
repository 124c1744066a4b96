"""The short form of a letter in easy Japanese: the same sentences, fewer of them, under the same numbers.

What it leaves out stands in the ordinary Japanese letter, which it points to: which version of the rules governed, the table of
every criterion, where a standard is written, the list of documents. The outcome, every unmet criterion with its facts, what a
person wrote, the answers and every remedy stay. Source: the guideline of ISA and 文化庁 of 2020 (choose what the reader needs).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.letters.values import Block, Heading, Letter, Paragraph, Table
from models.letters.wording import Wording

_LEFT = re.compile(
    r"application\.(guideline|version|in_force|no_transition|transition\..+)"
    r"|criteria\.(decided|note)|criteria\.[^.]+\.(number|name|source|finding|facts|evidence)(\.\d+)?"
    r"|[a-z0-9_]+\.(evidence|source)"
    r"|again\.rule\..+|criteria\.indicator"
    r"|documents\..+|about\.qr"
)


def left_out(sentence: str) -> bool:
    """Whether the short form leaves a sentence out, by its id."""
    return _LEFT.fullmatch(sentence) is not None


def shortened(letter: Letter) -> Letter:
    """The short form. Each section names the paragraphs of the ordinary letter that it renders."""
    wording, blocks = Wording(letter.language), list(letter.blocks)
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        short = _short(block)
        if isinstance(short, Heading) and short.level == 2:
            short = _pointing(short, _numbers(blocks[place + 1 :]), wording)
        if short is not None:
            kept.append(short)
    return replace(letter, blocks=tuple(_with_content(kept)))


def _short(block: Block) -> Block | None:
    if isinstance(block, Paragraph):
        said = tuple(each for each in block.sentences if not left_out(each.id))
        return replace(block, sentences=said) if said else None
    if isinstance(block, Table):
        rows = tuple(row for row in block.rows if not all(left_out(cell.sentence.id) for cell in row))
        return replace(block, rows=rows) if rows else None
    return block


def _numbers(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The numbers of a section's paragraphs in the ordinary letter."""
    found: list[int] = []
    for each in blocks:
        if isinstance(each, Heading) and each.level == 2:
            break
        if isinstance(each, Paragraph):
            found.append(each.number)
    return tuple(found)


def _pointing(heading: Heading, numbers: tuple[int, ...], wording: Wording) -> Heading:
    if not numbers:
        return heading
    key = "frame.paragraph" if len(numbers) == 1 else "frame.paragraphs"
    where = wording[key].format_map({"number": numbers[0], "first": numbers[0], "last": numbers[-1]})
    return replace(heading, text=f"{heading.text}{wording['frame.open']}{where}{wording['frame.close']}")


def _with_content(blocks: list[Block]) -> Iterable[Block]:
    """Without sections that have nothing left to say."""
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        empty = after is None or (isinstance(after, Heading) and after.level == 2)
        if not (isinstance(block, Heading) and block.level == 2 and empty):
            yield block
