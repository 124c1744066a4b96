"""Markup in what people write is printed as it stands: in every language, in easy Japanese, in the twin, in a rewording.

Nothing of the template or of the system may come out. ``AKASHI_TIER=prove`` takes every language.
"""

import os
import re
from dataclasses import replace

import pytest

from models.casefile.values import CaseFile
from models.findings.values import Reason
from models.letters.compose import compose_in
from models.letters.values import Letter
from reports import letter_html, letter_pdf, letter_twin
from resources import letters
from resources.letters import readings
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of, reasons
from tests.reports.test_letter_languages import FRAMEWORK, text_of

CORPUS = (
    '#read("letter.typ")', '#read("/letter.typ")', '#read("/etc/passwd")', '#image("x")', '#import "twin.typ": d', '#include "l.typ"',
    "#sys.inputs.letter", '#json("letter.json")', '#read("main.typ")',
    "#sys.version", '#eval("1+1")', '#json(bytes("[]"))', '#plugin("x.wasm")', "#[ #panic() ]", '"]; #panic("x")',
    "$ x^2 $", "*bold* _it_ `raw` ```typ #read(1)```", "<label> @ref", "= heading", "/ term: x", "#set page(fill: red)", "#show: it => []",
    "// comment", "/* block */", "~ -- --- ...", "\\u{41} \\", "http://example.org", "../../etc/passwd", "C:\\Windows\\win.ini",
    "{value} {fact:residence.years}", "%s %(x)s ${x}", "<script>alert(1)</script>", "&amp; &lt;b&gt;", "漢字《かんじ》",
)  # fmt: skip
PROVE = os.environ.get("AKASHI_TIER") == "prove"
CHOSEN = letters.known() if PROVE else ("ja", "ja-easy", "en", "ne")


def evil(framework_file: CaseFile) -> CaseFile:
    """The case with the corpus in its name, its reasons and its weighing."""
    name = CORPUS[0]
    found = tuple(
        replace(each, reasons=tuple(replace(reason, text="\n".join(CORPUS)) for reason in each.reasons))
        if any(reason.text for reason in each.reasons)
        else each
        for each in framework_file.findings
    )
    case = replace(framework_file.case, applicant=replace(framework_file.case.applicant, name=name))
    return replace(framework_file, case=case, findings=found)


def written(language: str, *, whole: bool = False) -> Letter:
    """A refusal full of markup."""
    codes = {criterion.key: Reason(code.code, (), ("E2",), "x") for criterion, code in reasons(FRAMEWORK, "general")}
    unmet = {"pension": codes["pension"]}
    file = evil(file_of(FRAMEWORK, "general", unmet))
    told = sample.proposal(weighing="\n".join(CORPUS))
    return compose_in(file, told, sample.context(), (language,), whole=whole)[0]


def bare(text: str) -> str:
    """Without spaces and what extraction does to a line's end."""
    return re.sub(r"[\s\-\ufffe\u00ad\u200d]", "", readings.plain(text))


@pytest.mark.tiered
@pytest.mark.parametrize("language", CHOSEN)
def test_every_markup_is_printed_literally_and_nothing_is_read(language: str) -> None:
    said = bare(text_of(letter_pdf.render([written(language)])))
    for markup in CORPUS:
        assert said.count(bare(markup)) >= 2, (language, markup)
    for line in ("Everything shown comes in as data", "letter.json, a file in memory): a list", "root:x:0:0"):
        assert bare(line) not in said
    for part in letters.template_parts(letters.template()):
        assert bare(part.read_text(encoding="utf-8"))[:60] not in said


def test_the_twin_prints_it_too() -> None:
    ja, other = written("ja"), written("ja-easy", whole=True)
    said = bare(text_of(letter_twin.render_pdf(ja, other)))
    for markup in CORPUS:
        assert said.count(bare(markup)) >= 2, markup


@pytest.mark.parametrize("language", CHOSEN)
def test_the_page_for_browsers_escapes_it(language: str) -> None:
    made = letter_html.render([written(language)]).decode()
    assert "<script" not in made
    assert "&lt;script&gt;" in made.replace('<span class="keep">', "")
    assert "&amp;amp;" in made


def test_a_reworded_sentence_is_no_source_either() -> None:
    letter = written("ja")
    assert letter.first is not None
    first = letter.first
    worded = replace(first.outcome, text='#read("letter.typ") *x* $y$ [z]', pattern="", figures=())
    said = bare(text_of(letter_pdf.render([replace(letter, first=replace(first, outcome=worded))])))
    assert bare(worded.text) in said
