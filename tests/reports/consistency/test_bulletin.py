"""The yearly bulletin: plain words, protected figures only, PDF and HTML alike."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from models.consistency.times import quartiles
from models.consistency.values import Bulletin, Times
from reports import bulletin_html, bulletin_pdf, sheet
from reports.bulletin_content import account
from reports.charts import caterpillar, drift, funnel
from reports.charts.svg import svg
from tests.reports.consistency import papers, registers

BULLETIN = Bulletin(2026, registers.release(), Times(85, 130, 210), "試験局")
LANGUAGES = ["ja", "en"]


def page(lang: str, bulletin: Bulletin = BULLETIN) -> str:
    """The HTML page."""
    return bulletin_html.render(bulletin, lang, lambda code: registers.TITLES[lang].get(code, code)).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_whole_and_loads_nothing(lang: str) -> None:
    html = page(lang)
    root = ET.fromstring(re.sub(r"<meta([^>]*)>", r"<meta\1/>", html.partition("\n")[2]))
    assert root.get("lang") == lang
    assert "<script" not in html
    assert not re.findall(r"(?:src|href)=|url\(|https?://(?!www\.w3\.org/2000/svg)", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_drawing_is_described_and_has_its_figures(lang: str) -> None:
    html = page(lang)
    drawings = re.findall(r"<svg[^>]*role=\"img\"[^>]*>", html)
    assert len(drawings) >= 4
    assert all(re.search(r'aria-label="[^"]{20,}"', each) for each in drawings)
    assert html.count("<details>") >= 3
    assert "<th scope=" in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_forms_say_the_same(lang: str) -> None:
    said = account(BULLETIN, lang, lambda code: registers.TITLES[lang].get(code, code))
    paper = re.sub(
        r"\s",
        "",
        "".join(papers.texts(bulletin_pdf.render(BULLETIN, lang, lambda c: registers.TITLES[lang].get(c, c)))),
    )
    html = page(lang)
    for section in said.sections:
        assert re.sub(r"\s", "", section.question) in paper
        assert section.question in html.replace("&amp;", "&")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_keep_their_margins(lang: str) -> None:
    for number, sign, (left, bottom, right, top) in papers.boxes(bulletin_pdf.render(BULLETIN, lang)):
        assert left >= sheet.MARGIN - 16, (number, sign)
        assert right <= sheet.WIDTH - sheet.MARGIN + 10, (number, sign)
        assert bottom >= 18
        assert top <= sheet.HEIGHT - 14


def test_same_bulletin_same_bytes() -> None:
    assert bulletin_pdf.render(BULLETIN, "ja") == bulletin_pdf.render(BULLETIN, "ja")
    assert page("ja") == page("ja")


def test_only_rounded_counts_stand_in_it() -> None:
    html = page("en")
    assert "4,590" in html
    assert "4,588" not in html


def test_nothing_published_says_so_and_shows_nothing() -> None:
    withheld = replace(
        registers.release(), population=registers.too_few().population, examiners=(), criteria=(), agreement=()
    )
    said = account(replace(BULLETIN, report=withheld, times=None), "ja")
    assert said.lead == "この年度の数字は公表できません。"
    assert [section.key for section in said.sections] == ["hidden"]


def test_names_from_data_cannot_become_markup() -> None:
    report = registers.release()
    evil = "<script>alert('x')</script>\"&"
    html = page(
        "en",
        replace(
            BULLETIN, office=evil, report=replace(report, reasons=tuple(replace(r, code=evil) for r in report.reasons))
        ),
    )
    assert "<script" not in html
    drawn = funnel.funnel(replace(report, examiners=tuple(replace(r, code=evil) for r in report.examiners)), "en")
    assert drawn is not None
    ET.fromstring(svg(drawn, evil))


def test_every_kind_of_mark_can_be_drawn_for_a_browser() -> None:
    report = registers.working_paper()
    series = report.charts.months[0]
    for chart in (
        funnel.funnel(report, "ja"),
        caterpillar.caterpillar(report, "ja"),
        drift.drift(series, None, "t", "ja"),
    ):
        assert chart is not None
        ET.fromstring(svg(chart, "d"))


def test_times_are_coarse_and_need_many() -> None:
    assert quartiles(list(range(99)), 10) is None
    found = quartiles(list(range(200)), 10)
    assert found == Times(50, 100, 150)
    assert quartiles([7] * 100, 10) == Times(5, 5, 5)
