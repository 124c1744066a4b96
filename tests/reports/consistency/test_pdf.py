"""The report on paper: whole, within its margins, honest about its limits on every page."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.consistency import protection
from models.consistency.values import AgreementRow, Flag, Metric, Report
from reports import consistency_pdf, fonts, sheet
from resources import messages
from tests.reports.consistency import papers, registers

GOLDEN = Path(__file__).parents[2] / "golden" / "consistency"
REPORTS: dict[str, Callable[[], Report]] = {
    "working-paper": registers.working_paper,
    "release": registers.release,
    "too-few": registers.too_few,
    "unprotected": lambda: protection.unprotected(registers.exact()),
}
EVERY = [(name, lang) for name in REPORTS for lang in ("ja", "en")]


def rendered(name: str, lang: str) -> bytes:
    """The PDF of one of the reports."""
    return consistency_pdf.render(REPORTS[name](), lang, lambda code: registers.TITLES[lang].get(code, code))


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_text_is_as_it_was_last_looked_at(name: str, lang: str) -> None:
    """A change of wording or figures shows here; AKASHI_GOLDEN=write keeps the new text after somebody has looked at the pages."""
    text = "\n\f\n".join(papers.texts(rendered(name, lang)))
    place = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("AKASHI_GOLDEN") == "write":
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    assert text == place.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_page_has_its_number_and_its_purpose(name: str, lang: str) -> None:
    pages = papers.texts(rendered(name, lang))
    purpose = {"ja": "個人の評価や処遇には使いません", "en": "Not for appraising or treating any person"}[lang]
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
        assert purpose in page
        assert ("not for release" in page) == (name == "unprotected")


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_nothing_runs_off_the_page_and_no_sign_is_missing(name: str, lang: str) -> None:
    for page, sign, (left, bottom, right, top) in papers.boxes(rendered(name, lang)):
        assert left >= sheet.MARGIN - 16, (page, sign)
        assert right <= sheet.WIDTH - sheet.MARGIN + 10, (page, sign)
        assert bottom >= 18, (page, sign)
        assert top <= sheet.HEIGHT - 14, (page, sign)
        assert sign not in (fonts.MISSING, "\ufffd", "\0")


def test_body_never_runs_into_the_foot() -> None:
    for name, lang in EVERY:
        foot = [box for _, _, box in papers.boxes(rendered(name, lang)) if box[1] < 50]
        body = [box for _, _, box in papers.boxes(rendered(name, lang)) if box[1] >= 50]
        assert max(box[3] for box in foot) < min(box[1] for box in body)


def test_same_report_same_bytes() -> None:
    assert rendered("working-paper", "ja") == rendered("working-paper", "ja")


def test_charts_are_vectors_and_fonts_are_embedded() -> None:
    found = papers.objects(rendered("working-paper", "ja"))
    assert not [each for each in found if '"/Subtype": "/Image"' in each]
    described = [each for each in found if '"/Type": "/FontDescriptor"' in each]
    assert described
    assert all("/FontFile2" in each for each in described)


def test_wording_never_accuses() -> None:
    for lang, never in (
        ("ja", ("誤った決定", "不正", "違反者", "問題のある審査官")),
        ("en", ("wrongdo", "bad examiner", "culprit")),
    ):
        text = "".join(papers.texts(rendered("working-paper", lang))).replace("\n", "")
        assert [word for word in never if word in text] == []
        assert {"ja": "決定が間違っていることを意味しません", "en": "does not mean that decisions are wrong"}[
            lang
        ] in text.replace("  ", " ") or lang == "en"


def test_a_short_report_is_one_page_and_says_why() -> None:
    pages = papers.texts(rendered("too-few", "ja"))
    assert len(pages) == 1
    assert "決定が10件に満たないため" in pages[0]


def test_page_references_lead_to_their_sections() -> None:
    pages = papers.texts(rendered("working-paper", "ja"))
    place = next(number for number, page in enumerate(pages, 1) if "どのくらい一致するか" in page and number > 1)
    assert f"（{place}ページ）" in pages[0].replace("\n", "")


def test_very_long_and_strange_names_stay_inside() -> None:
    long = "とても長い基準の名前が登録簿から来ることがあります。" * 4
    report = registers.working_paper()
    strange = tuple(replace(row, criterion=f"{long}{place}") for place, row in enumerate(report.criteria))
    readings = tuple(AgreementRow(long + str(n), Metric.NOMINAL, 20, 3, 60, 0.9, 0.8, 0.7, 0.9) for n in range(3))
    pdf = consistency_pdf.render(
        replace(report, criteria=strange, agreement=readings), "ja", lambda code: code + "\U0001f9ff"
    )
    for page, sign, (left, _, right, _) in papers.boxes(pdf):
        assert left >= sheet.MARGIN - 16, (page, sign)
        assert right <= sheet.WIDTH - sheet.MARGIN + 10, (page, sign)


def test_five_hundred_examiners_and_all_of_them_flagged() -> None:
    report = registers.working_paper()
    row, bar = report.examiners[0], report.charts.caterpillar[0]
    rows = tuple(replace(row, code=f"A{n}", flag=Flag.REVIEW, z=-9.0 + n / 100) for n in range(500))
    bars = tuple(replace(bar, code=f"A{n}", flag=Flag.REVIEW) for n in range(500))
    crowded = replace(report, examiners=rows, charts=replace(report.charts, caterpillar=bars))
    pages = papers.texts(consistency_pdf.render(crowded, "ja"))
    assert len(pages) < 14
    assert "ほかの475人は表計算のファイルにあります" in "".join(pages)


def test_readings_alone_and_two_hundred_items() -> None:
    alone = registers.readings_only()
    pages = papers.texts(consistency_pdf.render(alone, "ja"))
    assert "二重の読みの一致度を示します" in pages[0].replace("\n", "")
    many = tuple(AgreementRow(f"item{n}", Metric.NOMINAL, 20, 3, 60, 0.9, n / 250, n / 300, 0.9) for n in range(200))
    pdf = consistency_pdf.render(replace(registers.working_paper(), agreement=many), "ja")
    for page, sign, (_, bottom, _, _) in papers.boxes(pdf):
        assert bottom >= 18, (page, sign)
    assert "ほかの140行は表計算のファイルにあります" in "".join(papers.texts(pdf))


@pytest.mark.parametrize("examiners", [1, 2, 5])
def test_small_offices_have_a_report_too(examiners: int) -> None:
    report = registers.small(examiners)
    for lang in ("ja", "en"):
        assert len(papers.texts(consistency_pdf.render(report, lang))) >= 2


@pytest.mark.parametrize("granted", [True, False])
def test_an_office_that_always_decides_alike(granted: bool) -> None:
    for lang in ("ja", "en"):
        assert papers.texts(consistency_pdf.render(registers.one_sided(granted), lang))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "of", ["too-few", "one-sided", "readings", "readings-release", "small", "working-paper", "release"]
)
def test_the_first_page_numbers_its_parts_from_one_without_a_gap(of: str, lang: str) -> None:
    made = {
        "one-sided": lambda: registers.one_sided(True),
        "readings": registers.readings_only,
        "readings-release": registers.readings_release,
        "small": lambda: registers.small(2),
        **REPORTS,
    }[of]
    first = papers.texts(consistency_pdf.render(made(), lang))[0]
    titles = {messages.text(f"report.{name}_title", lang) for name in ("see", "sure", "look", "not")}
    numbered = [line.split(" ", 1) for line in first.splitlines() if line[:1].isdigit() and line[1:].strip() in titles]
    assert [number for number, _ in numbered] == [str(place) for place in range(1, len(numbered) + 1)]
    assert numbered[-1][1] == messages.text("report.not_title", lang)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_release_of_readings_alone_shows_the_agreement_and_why_there_is_no_more(lang: str) -> None:
    text = "".join(papers.texts(consistency_pdf.render(registers.readings_release(), lang))).replace("\n", "")
    for key in ("agreement_question", "noise_question", "why_no_decisions", "lead_readings"):
        assert messages.text(f"report.{key}", lang).replace(" ", "") in text.replace(" ", "")
