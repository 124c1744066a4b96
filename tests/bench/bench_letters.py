"""A Japanese letter, from the record to bytes and set alone, beside three usual libraries setting its text: cut to two pages, and whole.

No real letter has two pages (the shortest of all kinds, routes and outcomes has four), so two pages are as many sections of a
refusal as they hold; ours still reads and composes the whole of it. The whole one is the same letter as an applicant gets it.
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
from models.store.office import Office
from reports import letter_pdf
from resources import fonts_dir
from tests import builders
from tests.bench import peers
from tests.bench.measure import ROUNDS, Ratio, Wanted
from tests.desktop.operations.issuing import CASE, countersigned

PIP, CUT = "WeasyPrint by pip", "WeasyPrint"
"""As pip brings it fontTools cuts its fonts; with the system's HarfBuzz, if there is one, it takes a seventh of the time."""
BATCH_LIMITS: dict[str, float | None] = {"platypus": 1, "fpdf2": 1 / 10, PIP: 1 / 20, CUT: 0.28}
LIMITS: dict[str, float | None] = {"platypus": 2.5, "fpdf2": 1 / 9, PIP: 1 / 11, CUT: 0.4}
SET_LIMITS: dict[str, float | None] = {"platypus": 1.5, "fpdf2": 1 / 16, PIP: 1 / 20, CUT: 0.24}
"""What must hold: of a batch what is wanted of a letter (but for a WeasyPrint with HarfBuzz), of one letter on one core what holds
on two that are shared with much other work."""
EACH, QUICK = 20, 4
BATCH, WHOLE = 80, 30
"""Letters of a batch: of two pages, and whole."""
PAGES = 2
SCRIPT = Path(__file__).with_name("letter_peers.py")
FONTS = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf")


class Work(NamedTuple):
    """A side of ours: what it does with how many letters in a turn, and where it takes them from."""

    do: Callable[[Sequence[Letter]], None]
    several: int
    others: Iterator[Letter]


class Cost(NamedTuple):
    """Seconds of one letter: of the processor, all threads together, and by the clock."""

    processor: float
    clock: float


Ask = Callable[[str, str, int], Cost | None]
"""Asks a peer, by its name, to set a text so many times; nothing where it is not installed."""


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Medians of what a letter costs, all sides in turns in one run: from the record, and set alone as the peers set it."""
    with tempfile.TemporaryDirectory() as folder, countersigned(Path(folder)) as office:
        whole = letters.compose(office, builders.SUPERVISOR, CASE, "ja")
        two = _two_pages(whole)
        with drawing.over(BATCH) as hands, _peers({"two": two, "whole": whole}) as ask:
            works = _works(office, two, whole, hands, wanted.quick)
            for each in works.values():
                each.do(list(itertools.islice(each.others, min(each.several, EACH))))
            ours, theirs = _in_turns(works, ask, wanted.quick)
        note = f"{hands.count} processes set; {_pages_of(whole)} pages whole"
        yield from _told(ours, theirs, note)


def _works(office: Office, two: Letter, whole: Letter, hands: drawing.Hands, quick: bool) -> dict[str, Work]:
    def composed(other: Letter) -> Letter:
        letter = letters.compose(office, builders.SUPERVISOR, CASE, "ja")
        return replace(other, content_digest=letter.content_digest)

    def ours(given: Sequence[Letter]) -> None:
        for other in given:
            letter_pdf.render([composed(other)])

    def set_(given: Sequence[Letter]) -> None:
        for other in given:
            letter_pdf.render([other])

    def batch(given: Sequence[Letter]) -> None:
        jobs = ((other.number, partial(letter_pdf.render, (composed(other),))) for other in given)
        for _, drawn in drawing.through(hands, jobs):
            drawn()

    of_two = (_another(two, number) for number in itertools.count(1))
    of_whole = (_another(whole, number) for number in itertools.count(1))
    each = QUICK if quick else EACH
    return {
        "ours": Work(ours, each, of_two),
        "set": Work(set_, each, of_two),
        "batch": Work(batch, QUICK if quick else BATCH, of_two),
        "whole batch": Work(batch, QUICK if quick else WHOLE, of_whole),
    }


def _told(ours: dict[str, Cost], theirs: dict[tuple[str, str], Cost], note: str) -> Iterator[Ratio]:
    for (text, name), them in theirs.items():
        batch = ours["batch" if text == "two" else "whole batch"]
        rates = f"{1 / batch.clock:.1f} letters a second against {1 / them.clock:.2f}, by the clock; {note}"
        told = "two pages" if text == "two" else "whole letters"
        yield Ratio(f"a batch, {told} / {name}", batch.clock, them.clock, "s", BATCH_LIMITS[name], rates)
        if text == "two":
            alone = f"{1 / ours['ours'].clock:.1f} letters a second by the clock, one after the other"
            yield Ratio(f"record to letter / {name}", ours["ours"].processor, them.processor, "s", LIMITS[name], alone)
            yield Ratio(f"the letter set / {name}", ours["set"].processor, them.processor, "s", SET_LIMITS[name])


def _in_turns(works: dict[str, Work], ask: Ask, quick: bool) -> tuple[dict[str, Cost], dict[tuple[str, str], Cost]]:
    """The median cost of one letter: of ours by what is done, of theirs by the text and who set it."""
    ours: dict[str, list[Cost]] = {name: [] for name in works}
    theirs: dict[tuple[str, str], list[Cost]] = {}
    for _ in range(1 if quick else ROUNDS):
        for name, work in works.items():
            ours[name].append(_cost(work.do, list(itertools.islice(work.others, work.several))))
        for text, name in itertools.product(("two", "whole"), LIMITS):
            cost = ask(name, text, EACH if name == "platypus" and not quick else 1)
            if cost:
                theirs.setdefault((text, name), []).append(cost)
    return {each: _median(taken) for each, taken in ours.items()}, {
        each: _median(taken) for each, taken in theirs.items()
    }


def _median(taken: Sequence[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*taken, strict=True)))


def _cost(work: Callable[[Sequence[Letter]], None], given: Sequence[Letter]) -> Cost:
    gc.collect()
    processor, clock = time.process_time(), time.perf_counter()
    work(given)
    return Cost((time.process_time() - processor) / len(given), (time.perf_counter() - clock) / len(given))


@contextmanager
def _peers(models: dict[str, Letter]) -> Iterator[Ask]:
    """The peers' process, fonts read and one letter of each set."""
    texts = {name: list(_text(each)) for name, each in models.items()}
    given = {"texts": texts, "fonts": [str(fonts_dir() / each) for each in FONTS]}
    command = [str(peers.letter_python()), str(SCRIPT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        there, back = process.stdin, process.stdout

        def ask(name: str, text: str, several: int) -> Cost | None:
            there.write(json.dumps({"with": name, "text": text, "letters": several}) + "\n")
            there.flush()
            told = json.loads(back.readline())
            return Cost(told["processor"] / several, told["seconds"] / several) if told["bytes"] else None

        there.write(json.dumps(given) + "\n")
        for name in LIMITS:
            ask(name, "two", 1)
        yield ask
        there.close()


def _pages_of(letter: Letter) -> int:
    """How many pages a letter has."""
    with pypdfium2.PdfDocument(letter_pdf.render([letter])) as document:
        return len(document)


def _two_pages(letter: Letter) -> Letter:
    """As many of its sections as two pages hold."""
    fitting = letter
    for end in range(1, len(letter.blocks)):
        some = replace(letter, blocks=letter.blocks[:end])
        if _pages_of(some) > PAGES:
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
