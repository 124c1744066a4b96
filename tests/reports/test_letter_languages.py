"""Letters in every language offered: the standards, the fonts, the text as it was composed; and the twin of each."""

import io
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from models.decisions.values import Outcome
from models.findings.values import Reason
from models.frameworks import library
from models.letters import rules
from models.letters.compose import compose
from models.letters.values import Letter
from models.letters.wording import languages
from reports import letter_html, letter_pdf, letter_twin
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of, reasons

FRAMEWORK = next(each for each in library.all_() if each.id == "permanent_residence")
OFFERED = languages(FRAMEWORK)
FOREIGN = tuple(each for each in OFFERED if each not in ("ja", "en"))


@cache
def letter(language: str) -> Letter:
    """A refusal under the framework shipped, with two unmet criteria."""
    codes = {
        criterion.key: Reason(code.code, (), ("E2",), "資料のとおりです。")
        for criterion, code in reasons(FRAMEWORK, "general")
    }
    unmet = {key: codes[key] for key in sorted(codes)[-2:]}
    file = file_of(FRAMEWORK, "general", unmet)
    made = compose(file, sample.proposal(Outcome.REFUSE), sample.context(), language)
    assert rules.problems(made, file) == ()
    return made


def valid(content: bytes, where: Path) -> None:
    """No rule of PDF/UA-1 is broken."""
    where.write_bytes(content)
    report = page.validate_pdf(str(where), profile=page.ValidationProfile.PDF_UA_1)
    assert "0 failed" in str(report).split("Checks")[1], str(report)


def text_of(content: bytes) -> str:
    """What a reader extracts, without spaces, and without hyphens, which extraction drops at a line's end."""
    with pypdfium2.PdfDocument(content) as document:
        return plain("".join(each.get_textpage().get_text_range() for each in document))


def plain(text: str) -> str:
    """Without what differs between a text and its extraction."""
    return re.sub(r"[\s\-\ufffe\u00ad]", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("language", FOREIGN)
def test_a_letter_keeps_to_pdf_ua_1_and_is_tagged_with_its_language(language: str, tmp_path: Path) -> None:
    content = letter_pdf.render([letter(language)])
    valid(content, tmp_path / "letter.pdf")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang).split("-")[0] == language.split("-", maxsplit=1)[0]


@pytest.mark.parametrize("language", FOREIGN)
def test_the_text_comes_out_as_it_was_composed(language: str) -> None:
    made = letter(language)
    said = text_of(letter_pdf.render([made]))
    for sentence in made.sentences():
        assert plain(sentence.text)[:12] in said, sentence.text


@pytest.mark.parametrize(("language", "font"), [("zh-Hans", "NotoSansSC"), ("zh-Hant", "NotoSansTC")])
def test_chinese_is_drawn_in_its_own_forms(language: str, font: str) -> None:
    with pikepdf.open(io.BytesIO(letter_pdf.render([letter(language)]))) as pdf:
        names = {str(each.get("/BaseFont", "")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
    assert any(font in each for each in names)


@pytest.mark.parametrize("language", FOREIGN)
def test_the_twin_holds_every_sentence_of_both_beside_each_other(language: str, tmp_path: Path) -> None:
    original, other = letter("ja"), letter(language)
    pairs = letter_twin.pairs(original, other)
    for side, made in ((0, original), (1, other)):
        lines = ["".join(run.text for run in (each.left, each.right)[side]) for each in pairs]
        missing = [each.id for each in made.sentences() if not any(each.text in line for line in lines)]
        assert missing == []
    alone = [each for each in pairs if not each.left]
    assert all(each.right for each in pairs)
    assert len(alone) <= 4, "only the notes that a text is not translated stand alone"
    valid(letter_twin.render_pdf(original, other), tmp_path / "twin.pdf")


@pytest.mark.parametrize("language", FOREIGN)
def test_the_twin_in_html_marks_the_language_of_each_cell(language: str) -> None:
    content = letter_twin.render_html(letter("ja"), letter(language)).decode()
    counted: dict[str, int] = {}

    class Cells(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in ("td", "th") and (lang := dict(attrs).get("lang")):
                counted[lang] = counted.get(lang, 0) + 1

    Cells().feed(content)
    assert counted["ja"] == counted[language] > 50
    assert letter_html.render([letter(language)]).decode().count(f'lang="{language}"') >= 1
