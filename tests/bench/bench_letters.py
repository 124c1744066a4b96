"""Letters a second, from the record to bytes (two pages, Japanese), beside three usual libraries setting the same text.

Ours is a letter: tagged, PDF/A, furigana-ready, with its table, boxes and QR code, every letter with another name and number.
The peers set the same sentences as running text with headings and tables, and nothing else.
"""

import json
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2

from desktop.operations import letters
from models.letters.values import Heading, Letter, Paragraph, Sentence, Table
from reports import letter_pdf
from resources import fonts_dir
from tests import builders
from tests.bench import peers
from tests.bench.measure import ROUNDS, Ratio, Wanted, seconds
from tests.desktop.operations.issuing import CASE, countersigned

LIMITS = {"platypus": 1.0, "fpdf2": 1 / 10, "weasyprint": 1 / 20}
EACH, QUICK = 20, 4
PAGES = 2
SCRIPT = Path(__file__).with_name("letter_peers.py")
FONTS = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf")


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Seconds a letter, medians, all sides in turns in one run."""
    count = QUICK if wanted.quick else EACH
    with tempfile.TemporaryDirectory() as folder, countersigned(Path(folder)) as office:
        model = _two_pages(letters.compose(office, builders.SUPERVISOR, CASE, "ja"))
        made = 0

        def ours() -> None:
            nonlocal made
            for _ in range(count):
                made += 1
                letter = letters.compose(office, builders.SUPERVISOR, CASE, "ja")
                letter_pdf.render([_another(replace(letter, blocks=model.blocks), made)])

        ours()
        with _peers(model) as ask:
            yield from _told(_in_turns(ours, ask, count, wanted.quick), count)


def _told(taken: dict[str, float], count: int) -> Iterator[Ratio]:
    mine = taken.pop("ours")
    for name, theirs in taken.items():
        note = f"{1 / mine:.1f} letters a second against {1 / theirs:.2f}; medians of {ROUNDS} times {count} letters"
        yield Ratio(f"a letter of {PAGES} pages / {name}", mine, theirs, "s", LIMITS[name], note)


def _in_turns(ours: Callable[[], None], ask: Callable[[str, int], float], count: int, quick: bool) -> dict[str, float]:
    """Median seconds of one letter, by who set it."""
    taken: dict[str, list[float]] = {"ours": [], **{name: [] for name in LIMITS}}
    for _ in range(1 if quick else ROUNDS):
        taken["ours"].append(seconds(ours) / count)
        for name in LIMITS:
            several = count if name == "platypus" else 1
            taken[name].append(ask(name, several) / several)
    return {name: statistics.median(each) for name, each in taken.items()}


@contextmanager
def _peers(model: Letter) -> Iterator[Callable[[str, int], float]]:
    """The peers' process, fonts read and one letter of each set."""
    given = {"blocks": list(_text(model)), "fonts": [str(fonts_dir() / each) for each in FONTS]}
    command = [str(peers.letter_python()), str(SCRIPT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        there, back = process.stdin, process.stdout

        def ask(name: str, several: int) -> float:
            there.write(json.dumps({"with": name, "letters": several}) + "\n")
            there.flush()
            return float(json.loads(back.readline())["seconds"])

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
    """The letter of somebody else, so that nothing of the last one can be taken again."""
    name = f"{letter.addressee_name} {number}"
    return replace(letter, number=f"第2026-{number:06}号", addressee_name=name, check_number=f"{number:016X}")


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
