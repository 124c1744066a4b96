"""A letter of two pages in Japanese, from the record to bytes and set alone, beside three usual libraries setting its text.

A letter alone in processor seconds of all threads: on a shared machine the clock says how many threads a side has, not what a
letter costs. A batch of letters by the clock, as a batch is drawn: read and composed here, set by as many processes as there are cores.
Ours is a letter: tagged, PDF/A, furigana-ready, with its table, boxes and QR code, every letter with another name and number, and
other days, amounts and counts in its sentences. The peers set the same sentences as running text with headings and tables, and
nothing else, each letter a new document as their own guides show.
"""

import gc
import itertools
import json
import random
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

from desktop.operations import drawing, letters
from models.letters.sentences import refill
from models.letters.values import Box, Cell, FirstPage, Heading, Letter, Paragraph, Sentence, Table, Unmet
from reports import letter_pdf
from resources import fonts_dir
from tests import builders
from tests.bench import peers
from tests.bench.measure import ROUNDS, Ratio, Wanted
from tests.desktop.operations.issuing import CASE, countersigned

LIMITS: dict[str, float | None] = {"platypus": 2.9, "fpdf2": 1 / 8, "weasyprint": 0.47}
SET_LIMITS: dict[str, float | None] = {"platypus": 1.7, "fpdf2": 1 / 14, "weasyprint": 0.28}
BATCH_LIMITS: dict[str, float | None] = {"platypus": 1.8, "fpdf2": 1 / 10, "weasyprint": 0.32}
"""What holds on two cores that are shared with much other work. 1, 1/10 and 1/20 are wanted of a batch: fpdf2's holds, and the README
says what bounds the others."""
EACH, QUICK = 20, 4
BATCH = 80
"""Letters of a batch."""
PAGES = 2
SCRIPT = Path(__file__).with_name("letter_peers.py")
FONTS = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf")


class Work(NamedTuple):
    """A side of ours, and how many letters it makes in a turn."""

    do: Callable[[Sequence[Letter]], None]
    several: int


class Cost(NamedTuple):
    """Seconds of one letter: of the processor, all threads together, and by the clock."""

    processor: float
    clock: float


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Medians of what a letter costs, all sides in turns in one run: from the record, and set alone as the peers set it."""
    count = QUICK if wanted.quick else EACH
    with tempfile.TemporaryDirectory() as folder, countersigned(Path(folder)) as office:
        model = _two_pages(letters.compose(office, builders.SUPERVISOR, CASE, "ja"))
        others = (_another(model, number) for number in itertools.count(1))

        def ours(given: Sequence[Letter]) -> None:
            for other in given:
                letter = letters.compose(office, builders.SUPERVISOR, CASE, "ja")
                letter_pdf.render([replace(other, content_digest=letter.content_digest)])

        def set_(given: Sequence[Letter]) -> None:
            for other in given:
                letter_pdf.render([other])

        def batch(given: Sequence[Letter]) -> None:
            def jobs() -> Iterator[tuple[str, Callable[[], bytes]]]:
                for other in given:
                    letter = letters.compose(office, builders.SUPERVISOR, CASE, "ja")
                    made = replace(other, content_digest=letter.content_digest)
                    yield letter.case, partial(letter_pdf.render, [made])

            for _, drawn in drawing.through(hands, jobs()):
                drawn()

        works = {
            "ours": Work(ours, count),
            "set": Work(set_, count),
            "batch": Work(batch, QUICK if wanted.quick else BATCH),
        }
        with drawing.over(BATCH) as hands, _peers(model) as ask:
            for each in works.values():
                each.do(list(itertools.islice(others, count)))
            yield from _told(_in_turns(works, others, ask, count, wanted.quick), hands.count)


def _told(taken: dict[str, Cost], hands: int) -> Iterator[Ratio]:
    mine, drawn, batch = (taken.pop(each) for each in ("ours", "set", "batch"))
    for name, theirs in taken.items():
        rates = f"{1 / batch.clock:.1f} letters a second against {1 / theirs.clock:.2f}"
        note = f"{rates}; by the clock, {hands} processes set; medians of {ROUNDS}"
        yield Ratio(f"a batch, record to letters / {name}", batch.clock, theirs.clock, "s", BATCH_LIMITS[name], note)
        alone = f"{1 / mine.clock:.1f} letters a second by the clock, one after the other"
        yield Ratio(f"record to letter / {name}", mine.processor, theirs.processor, "s", LIMITS[name], alone)
        yield Ratio(f"the letter set / {name}", drawn.processor, theirs.processor, "s", SET_LIMITS[name])


def _in_turns(
    ours: dict[str, Work], others: Iterator[Letter], ask: Callable[[str, int], Cost], count: int, quick: bool
) -> dict[str, Cost]:
    """The median cost of one letter, by who set it."""
    taken: dict[str, list[Cost]] = {name: [] for name in (*ours, *LIMITS)}
    for _ in range(1 if quick else ROUNDS):
        for name, work in ours.items():
            taken[name].append(_cost(work.do, list(itertools.islice(others, work.several))))
        for name in LIMITS:
            taken[name].append(ask(name, count if name == "platypus" else 1))
    return {name: Cost(*map(statistics.median, zip(*each, strict=True))) for name, each in taken.items()}


def _cost(work: Callable[[Sequence[Letter]], None], given: Sequence[Letter]) -> Cost:
    gc.collect()
    processor, clock = time.process_time(), time.perf_counter()
    work(given)
    return Cost((time.process_time() - processor) / len(given), (time.perf_counter() - clock) / len(given))


@contextmanager
def _peers(model: Letter) -> Iterator[Callable[[str, int], Cost]]:
    """The peers' process, fonts read and one letter of each set."""
    given = {"blocks": list(_text(model)), "fonts": [str(fonts_dir() / each) for each in FONTS]}
    command = [str(peers.letter_python()), str(SCRIPT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        there, back = process.stdin, process.stdout

        def ask(name: str, several: int) -> Cost:
            there.write(json.dumps({"with": name, "letters": several}) + "\n")
            there.flush()
            told = json.loads(back.readline())
            return Cost(told["processor"] / several, told["seconds"] / several)

        there.write(json.dumps(given) + "\n")
        for name in LIMITS:
            ask(name, 1)
        yield ask
        there.close()


def _two_pages(letter: Letter) -> Letter:
    """As many of its sections as two pages hold."""
    fitting = letter
    for end in range(1, len(letter.blocks)):
        some = replace(letter, blocks=letter.blocks[:end])
        with pypdfium2.PdfDocument(letter_pdf.render([some])) as document:
            if len(document) > PAGES:
                break
        fitting = some
    return fitting


def _another(letter: Letter, number: int) -> Letter:
    """The letter of somebody else: another name and number, and in every sentence other days, amounts and counts. What Typst keeps
    is then the standard wording and nothing more, as in an office."""
    draw = random.Random(number)
    changed = _Changed(draw)
    name = f"{letter.addressee_name} {number}"
    made = replace(letter, number=f"第2026-{number:06}号", addressee_name=name, check_number=f"{number:016X}")
    return replace(made, first=changed.of(letter.first), blocks=tuple(changed.of(each) for each in letter.blocks))


class _Changed:
    """Walks a letter's values and gives every sentence other figures: each digit another one."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw

    def of(self, value: Any) -> Any:
        if isinstance(value, Sentence):
            return self._sentence(value)
        if isinstance(value, tuple):
            return tuple(self.of(each) for each in value)
        if isinstance(value, FirstPage | Paragraph | Table | Cell | Unmet | Box):
            return replace(value, **{each.name: self.of(getattr(value, each.name)) for each in fields(value)})
        return value

    def _sentence(self, sentence: Sentence) -> Sentence:
        used = tuple(replace(each, text=self._digits(each.text)) for each in sentence.figures)
        changed = replace(sentence, figures=used)
        return sentence if sentence.free else replace(changed, text=refill(changed))

    def _digits(self, text: str) -> str:
        return re.sub(r"\d", lambda _: str(self._draw.randrange(1, 10)), text)


def _text(letter: Letter) -> Iterator[tuple[str, object]]:
    """What stands in the letter, as headings, running text and tables."""
    first = letter.first
    assert first is not None
    yield "text", f"{' '.join(letter.addressee)} {letter.addressee_name} {letter.authority} {letter.office_unit}"
    yield from (("text", f"{each.label} {each.value}") for each in letter.head)
    yield "head", first.outcome.text
    yield "text", "".join(each.text for each in (*first.lead, *first.unchanged))
    yield "table", [[each.label for each in first.facts], [each.value for each in first.facts]]
    rows = [[row.name, row.finding, _said(row.deciding), row.paragraphs] for row in first.unmet]
    yield "table", [list(first.why_head), *rows]
    yield "text", _said([each for each in (first.met_line, first.basis) if each])
    yield "table", [[box.label, box.answer, _said(box.sentences)] for box in first.boxes]
    for block in letter.blocks:
        if isinstance(block, Heading):
            yield "head", f"{block.number} {block.text} {block.finding}"
        elif isinstance(block, Paragraph):
            yield "text", f"{block.number} {_said(block.sentences)}"
        elif isinstance(block, Table):
            yield "table", [list(block.head), *([cell.sentence.text for cell in row] for row in block.rows)]


def _said(sentences: Sequence[Sentence]) -> str:
    return "".join(each.text for each in sentences)
