"""The booklet of every framework in every language: whole, drawn, tagged, in its room, and the same each time."""

import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import page
import pikepdf
import pypdfium2
import pytest

from models.dates import deadlines
from models.errors import BadInput
from models.frameworks import library
from models.frameworks.values import Framework
from models.localized import Localized
from reports.handbook import compose, html, pdf, runs, stretches
from reports.handbook.values import Book, Shape
from reports.handbook.words import Words, plain
from resources import handbook
from tests.reports.test_letter_pdf import tagged_text

FRAMEWORKS = [each.id for each in library.all_()]
every = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in FRAMEWORKS for language in handbook.LANGUAGES]
)
PERMANENT = "permanent_residence"
NO = "―"


@cache
def book(name: str, language: str) -> Book:
    """The composed booklet."""
    return compose.book(library.named(name), language)


@cache
def made(name: str, language: str) -> bytes:
    """The booklet as PDF."""
    return pdf.render(book(name, language))


def bare(text: str) -> str:
    """Without what extraction changes: spaces, hyphens at line ends."""
    return re.sub(r"[\s\-\ufffe\u00ad]", "", plain(text))


@every
def test_every_route_and_criterion_is_there(name: str, language: str) -> None:
    """In the tags, not only on the page: readings stand beside the words there, never in them."""
    tagged = bare(tagged_text(made(name, language)))
    framework = library.named(name)
    assert len(book(name, language).routes) == len(framework.routes)
    assert len(book(name, language).criteria) == len(framework.criteria)
    for each in book(name, language).texts():
        assert bare(each) in tagged, each


@every
def test_nothing_stands_outside_the_margins(name: str, language: str) -> None:
    """Ink on the paper's edge would be an overflow: the outer 8 mm stay white on every page."""
    with pypdfium2.PdfDocument(made(name, language)) as document:
        for number, each in enumerate(document, 1):
            picture = each.render(scale=0.5, grayscale=True).to_numpy()
            edge = round(8 / 25.4 * 72 * 0.5)
            frame = (picture[:edge], picture[-edge:], picture[:, :edge], picture[:, -edge:])
            assert all(strip.min() > 250 for strip in frame), f"page {number}"


@every
def test_no_picture_is_cut_and_no_page_is_empty(name: str, language: str) -> None:
    """A route's picture and its list stand on one page: the next page begins with another heading."""
    with pypdfium2.PdfDocument(made(name, language)) as document:
        texts = [bare(each.get_textpage().get_text_range()) for each in document]
    assert all(len(each) > 60 for each in texts)
    if language != "ja-easy":  # its running text carries the readings
        for first, second in zip(book(name, language).routes, book(name, language).routes[1:], strict=False):
            at = next(n for n, text in enumerate(texts) if n > 1 and text.find(bare(first.kicker + first.title)) >= 0)
            assert bare(second.title) in texts[at + 1]


@every
def test_it_passes_a_validator_of_pdf_ua_1(name: str, language: str, tmp_path: Path) -> None:
    where = tmp_path / "handbook.pdf"
    where.write_bytes(made(name, language))
    report = page.validate_pdf(str(where), profile=page.ValidationProfile.PDF_UA_1)
    assert "0 failed" in str(report).split("Checks")[1], str(report)


@pytest.mark.parametrize("language", handbook.LANGUAGES)
def test_it_says_its_language_and_title_and_has_an_outline(language: str) -> None:
    with pikepdf.open(io.BytesIO(made(PERMANENT, language))) as document:
        assert str(document.Root.Lang).startswith("en" if language == "en" else "ja")
        assert str(document.docinfo["/Title"]) == plain(book(PERMANENT, language).title)
        with document.open_outline() as outline:
            assert len(outline.root) >= len(tuple(book(PERMANENT, language).texts()))


def test_the_same_framework_gives_the_same_bytes() -> None:
    again = compose.book(library.named(PERMANENT), "ja")
    assert pdf.render(again) == made(PERMANENT, "ja")
    assert html.render(again) == html.render(book(PERMANENT, "ja"))


def test_every_page_but_the_cover_has_its_number() -> None:
    with pypdfium2.PdfDocument(made(PERMANENT, "ja")) as document:
        for number, each in enumerate(document, 1):
            assert number == 1 or f"{number} / {len(document)}" in each.get_textpage().get_text_range()


def test_readings_are_no_part_of_the_tagged_text() -> None:
    """A reading program would say each word twice. A validator lets that pass, so the tags themselves are read."""
    said = bare(tagged_text(made(PERMANENT, "ja-easy")))
    assert bare("年金を 期限までに 払う") in said
    assert "しんせい" not in said


def test_a_character_that_no_font_has_is_named() -> None:
    framework = library.named(PERMANENT)
    words = framework.title.texts
    title = type(framework.title)((("ja", words[0][1] + "\U0001f600"), *words[1:]))
    with pytest.raises(BadInput, match=r"U\+1F600"):
        pdf.render(compose.book(_with_title(framework, title), "ja"))


def test_a_language_without_wording_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        compose.book(library.named(PERMANENT), "xx")
    assert "ja-easy" in caught.value.text("en")


@every
def test_the_twin_is_well_formed_and_says_the_same(name: str, language: str) -> None:
    text = html.render(book(name, language)).decode()
    root = ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
    assert root.get("lang") == ("en" if language == "en" else "ja")
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for link in root.iter("a"):
        target = (link.get("href") or "").removeprefix("#")
        assert target in ids, target
    for table in root.iter("table"):
        assert table.find(".//th") is not None
    headings = " ".join(_Headings.of(text))
    for each in book(name, language).texts():
        assert bare(each) in bare(headings)


def test_a_name_cannot_become_markup() -> None:
    framework = library.named(PERMANENT)
    title = type(framework.title)((("ja", "<script>#set page()"), *framework.title.texts[1:]))
    content = html.render(compose.book(_with_title(framework, title), "ja")).decode()
    assert "<script>" not in content
    with pypdfium2.PdfDocument(pdf.render(compose.book(_with_title(framework, title), "ja"))) as document:
        assert "#set page()" in document[0].get_textpage().get_text_range()


def test_the_picture_of_the_general_route() -> None:
    """The stretches are the framework's own figures: ten years, five of tax, two of pension and insurance."""
    general = book(PERMANENT, "ja").routes[0].picture
    spans = {plain(each.label): each for lane in general.lanes for each in lane.items}
    assert general.years == 10
    assert spans["住民税　5年"].start == 5
    assert spans["年金　2年"].start == 2
    assert spans["国税に未納がない"].shape is Shape.RING
    assert any(each.shape is Shape.DASHED for each in spans.values())
    spouse = book(PERMANENT, "ja").routes[1].picture
    assert spouse.years == 3
    assert spouse.arrow is not None
    assert spouse.arrow.start == 1
    assert spouse.start == ""


def test_an_indicator_is_never_drawn_as_a_band() -> None:
    for name in FRAMEWORKS:
        framework = library.named(name)
        for criterion in framework.criteria:
            for route in framework.routes:
                shapes = {each.shape for each in stretches.of(framework, criterion, route.key, Words("ja"))}
                assert (shapes == {Shape.DASHED}) == criterion.indicator


def test_no_number_is_given_for_what_is_not_published() -> None:
    """Income, absences and traffic: their lines name no figure with a unit."""
    for language in handbook.LANGUAGES:
        for each in book(PERMANENT, language).routes:
            assert not re.search(r"\d", plain(each.unpublished)), each.unpublished


def test_the_drawn_due_dates_are_those_of_the_law() -> None:
    """6月分 and 7月分 of 2025: the end of the next month, and the working day after a Sunday."""
    assert deadlines.national_pension_due(2025, 6) == date(2025, 7, 31)
    assert deadlines.national_pension_due(2025, 7) == date(2025, 9, 1)


_KANJI = re.compile("[\u3400-\u9fff々]")
_READ = re.compile("｜[^《]*《[^》]*》|[\u3400-\u9fff々ヶ]+《[^》]*》|\\[\\[[^\\]]*\\]\\]")


def seen(value: object) -> Iterator[str]:
    """Every text that is read on the pages; what only a reading program hears needs no readings."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            if each.name not in ("alt", "key", "language", "author"):
                yield from seen(getattr(value, each.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from seen(one)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_in_easy_japanese_every_kanji_has_its_reading(name: str) -> None:
    assert [each for each in seen(book(name, "ja-easy")) if _KANJI.search(_READ.sub("", each))] == []


def test_readings_are_kept_for_texts_word_for_word() -> None:
    for text, read in handbook.readings().items():
        assert re.sub("｜|《[^》]*》", "", read) == text
        assert not _KANJI.search(_READ.sub("", read)), read


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_criterion_speaks_to_the_public_in_three_languages(name: str) -> None:
    for criterion in library.named(name).criteria:
        own = criterion.handbook
        for words in (own.lead, own.short, own.check, own.look_at or own.check, own.no or own.check):
            assert words is not None, criterion.key
            assert set(words) >= set(handbook.LANGUAGES), criterion.key


def test_the_points_table_says_what_the_framework_counts() -> None:
    """Every row with its points; the salary by bands of age, and a dash where a band earns none."""
    framework = library.named("highly_skilled_points")
    assert framework.points is not None
    for language in handbook.LANGUAGES:
        points = book("highly_skilled_points", language).points
        assert points is not None
        rows = sum(len(each.rows) for each in points.tables)
        assert rows == sum(len(each.rows) for each in framework.points.items)
        salary = next(each for each in points.tables if len(each.heads) > 2)
        assert [row[1:] for row in salary.rows] == [
            ("40", "40", "40", "40"), ("35", "35", "35", "35"), ("30", "30", "30", "30"),
            *((each, each, each, NO) for each in ("25", "20")), ("15", "15", NO, NO), ("10", NO, NO, NO),
        ] or language == "en"  # fmt: skip
    assert book(PERMANENT, "ja").points is None
    text = html.render(book("highly_skilled_points", "en")).decode()
    assert '<th scope="col">35 to 39</th>' in text
    assert "10 million yen or more" in text


def test_readings_are_taken_apart() -> None:
    found = runs.of("2025年《ねん》9月《がつ》｜1日《ついたち》、**大切**", "ja-easy")
    assert [(each.head, each.text, each.reading, each.tail) for each in found if each.reading] == [
        ("2025", "年", "ねん", ""),
        ("9", "月", "がつ", ""),
        ("", "1日", "ついたち", "、"),
    ]
    assert found[-1].strong


def test_every_kanji_of_the_easy_wording_has_its_reading() -> None:
    for key, text in handbook.wording("ja-easy").items():
        left = re.sub(r"｜[^《｜]+《[^》]*》|[\u3400-\u9fff々ヶ]+《[^》]*》|\[\[.*?\]\]", "", text)
        left = left.replace("やさしい日本語", "")
        assert not re.search(r"[\u3400-\u9fff]", left), (key, text)


def _with_title(framework: Framework, title: Localized) -> Framework:
    return replace(framework, title=title)


class _Headings(HTMLParser):
    """The headings of a page, without readings."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside, self._reading = False, False

    @staticmethod
    def of(text: str) -> list[str]:
        """All headings."""
        parser = _Headings()
        parser.feed(text)
        return parser.found

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Into a heading, or into a reading."""
        self._inside = self._inside or tag in ("h1", "h2", "h3")
        self._reading = self._reading or tag in ("rt", "rp")

    def handle_endtag(self, tag: str) -> None:
        """Out of it."""
        self._inside = self._inside and tag not in ("h1", "h2", "h3")
        self._reading = self._reading and tag not in ("rt", "rp")

    def handle_data(self, data: str) -> None:
        """Words of a heading."""
        if self._inside and not self._reading:
            self.found.append(data)
