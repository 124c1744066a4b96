"""The twin layout: the Japanese letter left, another language right, sentence by sentence, as PDF and HTML.

The two versions are paired by what their sentences are bound to, not by their place: a note that only the translation
carries (a text nobody has translated) stands alone on its side.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from models.letters.values import (
    SPACELESS,
    Block,
    Field,
    Heading,
    Letter,
    Paragraph,
    Sentence,
    Step,
    Strip,
    Table,
    TimeBar,
)
from reports import letter_data, letter_html, letter_pdf
from reports.letter_runs import Run, of_sentence, of_text
from resources import letters
from resources.letters import readings

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a side: ``kind`` is h1, h2, h3, row (a paragraph begins) or more (it goes on)."""

    key: Key
    kind: str
    runs: tuple[Run, ...]
    number: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the twin; a side that says nothing here is empty."""

    kind: str
    number: str
    steps: tuple[str, str]
    left: tuple[Run, ...]
    right: tuple[Run, ...]


def pairs(original: Letter, other: Letter) -> tuple[Pair, ...]:
    """Both letters line by line, in the order of the translation."""
    left = {each.key: each for each in entries(original)}
    labels = {each.key[0]: each.step for each in left.values() if each.step}
    found = []
    for each in entries(other):
        mine = left.get(each.key)
        steps = (labels.get(each.key[0], "") if each.step else "", each.step)
        found.append(Pair(each.kind, each.number, steps, mine.runs if mine else (), each.runs))
    return tuple(found)


def entries(letter: Letter) -> Iterator[Entry]:
    """One letter as lines: page 1, then the sections; a table row is one line with its column names."""
    yield from _first_page(letter)
    step = Step.NONE
    for place, block in enumerate(letter.blocks):
        yield from _block(block, letter, f"b{place}", step)
        step = block.step if isinstance(block, Paragraph) else Step.NONE if isinstance(block, Heading) else step


def render_pdf(original: Letter, other: Letter) -> bytes:
    """The twin as PDF. Raises ``BadInput`` for a character that no font draws."""
    return letter_pdf.compiled(letters.twin_template(), pdf_data(original, other), original)


def pdf_data(original: Letter, other: Letter) -> str:
    """What the template is given, as JSON."""
    sides = [_side(original), _side(other)]
    rows = [
        {
            "kind": each.kind,
            "number": each.number,
            "steps": list(each.steps),
            "left": letter_data.as_data(each.left),
            "right": letter_data.as_data(each.right),
        }
        for each in pairs(original, other)
    ]
    data = {
        "sides": sides,
        "rows": rows,
        "number": original.number,
        "case": original.case,
        "draft": original.draft_mark,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def render_html(original: Letter, other: Letter) -> bytes:
    """The twin as one HTML page: a table of two columns, each cell in its language."""
    rows = "\n".join(_html_row(each, original, other) for each in pairs(original, other))
    names = [escape(readings.plain(letters.wording(each.language)["frame.name"])) for each in (original, other)]
    head = "".join(
        f'<th scope="col" lang="{escape(each.language)}">{name}</th>'
        for each, name in zip((original, other), names, strict=True)
    )
    table = f'<table class="twin">\n<thead><tr><td></td>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
    return letter_html.page(original, f"<h1>{escape(original.title)}</h1>\n{table}")


def _side(letter: Letter) -> dict[str, Any]:
    own = letters.wording(letter.language)
    return {
        **letter_data.typeset(letter.language),
        "name": readings.plain(own["frame.name"]),
        "prevails": readings.plain(letter.footer),
        "title": readings.plain(letter.title),
        "author": readings.plain(letter.authority),
    }


def _first_page(letter: Letter) -> Iterator[Entry]:
    first, language = letter.first, letter.language
    assert first is not None
    yield Entry(("heading",), "h1", of_text(first.heading, language))
    yield Entry(("outcome",), "row", of_sentence(first.outcome, language))
    for each in (*first.lead, *first.unchanged):
        yield Entry(("page 1", each.id), "more", of_sentence(each, language))
    for place, field in enumerate((*letter.head, *first.facts)):
        yield Entry(("field", str(place)), "row" if place == 0 else "more", _field(field, language))
    yield Entry(("why",), "h2", of_text(first.why_heading, language))
    for row in first.unmet:
        name = of_text(f"{row.number}. {row.name}: {row.finding}", language, strong=True)
        yield Entry(("why", row.criterion), "row", name)
        for each in row.deciding:
            yield Entry(("why", row.criterion, each.id), "more", of_sentence(each, language))
    for said in (first.met_line, first.basis):
        if said is not None:
            yield Entry(("page 1", said.id), "row", of_sentence(said, language))
    yield Entry(("do",), "h2", of_text(first.do_heading, language))
    for place, box in enumerate(first.boxes):
        yield Entry(("box", str(place)), "row", of_text(f"{box.label}: {box.answer}", language, strong=True))
        for each in box.sentences:
            yield Entry(("box", str(place), each.id), "more", of_sentence(each, language))


def _block(block: Block, letter: Letter, place: str, before: Step) -> Iterator[Entry]:
    language = letter.language
    if isinstance(block, Heading):
        text = f"{block.text}: {block.finding}" if block.finding else block.text
        yield Entry((place,), f"h{block.level}", of_text(text, language), block.number)
    elif isinstance(block, Paragraph):
        step = dict(letter.step_labels).get(block.step, "") if block.step is not before else ""
        for n, each in enumerate(block.sentences):
            number = str(block.number) if n == 0 else ""
            runs = _lines(each, language)
            yield Entry((place, each.id), "more" if n else "row", runs, number, "" if n else step)
    elif isinstance(block, Table):
        for n, row in enumerate(block.rows):
            told = zip(block.head, (cell.sentence for cell in row), strict=False)
            yield Entry((place, str(n)), "row", _joined([(head, each) for head, each in told if each.text], language))
    elif isinstance(block, Strip | TimeBar):
        yield Entry((place,), "row", of_text(block.alt, language))


def _lines(sentence: Sentence, language: str) -> tuple[Run, ...]:
    return of_sentence(sentence, language)


def _joined(cells: list[tuple[str, Sentence]], language: str) -> tuple[Run, ...]:
    colon, stop = ("：", "　") if language in SPACELESS else (": ", "; ")
    found: list[Run] = []
    for head, sentence in cells:
        found += [
            *([Run(stop)] if found else []),
            *of_text(f"{head}{colon}", language),
            *of_sentence(sentence, language),
        ]
    return tuple(found)


def _field(field: Field, language: str) -> tuple[Run, ...]:
    colon = "：" if language in SPACELESS else ": "
    return of_text(f"{field.label}{colon}{field.value}", language)


def _html_row(pair: Pair, original: Letter, other: Letter) -> str:
    tag = "th" if pair.kind.startswith("h") else "td"
    label = " ".join(dict.fromkeys(each for each in (pair.number, *pair.steps) if each))
    sides = ((original, pair.left), (other, pair.right))
    cells = "".join(
        f'<{tag} lang="{escape(letter.language)}">{letter_html.marked(runs)}</{tag}>' for letter, runs in sides
    )
    return f'<tr class="{pair.kind}"><td class="n">{escape(label)}</td>{cells}</tr>'
