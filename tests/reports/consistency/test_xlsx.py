"""The workbook: typed, filtered, frozen; and nothing in it can become a formula."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from models.consistency import protection
from models.consistency.values import ExaminerRow, Report
from reports import consistency_xlsx, xlsx_stream
from reports.xlsx_stream import Column, Properties, Sheet
from tests.reports.consistency import registers

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "\n=1",
)


def opened(report: Report, lang: str = "ja") -> openpyxl.Workbook:
    """The workbook of a report."""
    return openpyxl.load_workbook(io.BytesIO(consistency_xlsx.render(report, lang)))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_sheets_are_frozen_filtered_and_typed(lang: str) -> None:
    book = opened(registers.working_paper(), lang)
    assert len(book.sheetnames) == len(set(book.sheetnames)) == 12
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    sheet = book[book.sheetnames[1]]
    row = registers.working_paper().examiners[0]
    cells = sheet[2]
    assert (cells[0].value, cells[2].value, cells[3].value) == (row.code, row.decisions, row.observed)
    assert (cells[2].number_format, cells[3].number_format, cells[2].data_type) == ("#,##0", "0.0%", "n")


def test_months_are_days_and_not_texts() -> None:
    book = opened(registers.working_paper())
    assert isinstance(book["月"]["B2"].value, datetime)


def test_hidden_rows_are_empty_and_say_so() -> None:
    report = registers.working_paper()
    hidden = ExaminerRow("A99", None, None, None, None, None, None, None, report.examiners[0].flag, suppressed=True)
    cells = opened(replace(report, examiners=(hidden,)))["審査官"][2]
    assert [cell.value for cell in cells] == ["A99", *([None] * 11), "伏せています"]


@pytest.mark.parametrize("start", STARTS)
def test_no_text_of_the_data_becomes_a_formula(start: str) -> None:
    bad = start + "1+1"
    report = registers.working_paper()
    poisoned = replace(
        report,
        criteria=tuple(replace(row, criterion=bad) for row in report.criteria),
        reasons=tuple(replace(row, code=bad) for row in report.reasons),
        groups=tuple(replace(row, code=bad, attribute=bad) for row in report.groups),
        examiners=tuple(replace(row, unit=bad) for row in report.examiners),
        unit=bad,
        kind=bad,
    )
    content = consistency_xlsx.render(poisoned, "ja")
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            assert not [cell.value for cell in row if cell.data_type == "f"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name), name


def test_headings_are_texts_too() -> None:
    book = opened(registers.working_paper(), "en")
    assert all(cell.data_type == "s" for sheet in book for cell in sheet[1])


def test_an_unprotected_workbook_says_so_on_every_printed_sheet() -> None:
    book = opened(protection.unprotected(registers.exact()), "en")
    headers = [getattr(sheet.oddHeader, "center", None) for sheet in book]
    assert all("not for release" in str(header.text) for header in headers if header)
    assert all(headers)
    assert "not for release" in str(book["Notes"]["A2"].value)
    assert book.properties.creator == "Akashi"


def test_same_report_same_bytes_and_another_reader_reads_it_too() -> None:
    content = consistency_xlsx.render(registers.working_paper(), "ja")
    assert content == consistency_xlsx.render(registers.working_paper(), "ja")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_name("審査官").to_python()
    assert len(rows) == 1 + len(registers.working_paper().examiners)
    assert rows[1][2] == registers.working_paper().examiners[0].decisions


def test_texts_that_look_like_formulas_keep_their_quote() -> None:
    cells = [Column("=1", "@"), Column("b", "0.00")]
    sheet = Sheet("<&>'\"", tuple(cells), [("=1+1", 2.5), ("plain", -1), ("\x00\ud800bell", None)])
    made = Properties("t<", "s&", "c", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "h&", "f<")
    book = openpyxl.load_workbook(io.BytesIO(xlsx_stream.workbook([sheet], made)))
    read = book.worksheets[0]
    assert [cell.value for cell in read["A"]] == ["=1", "=1+1", "plain", "  bell"]
    assert [cell.quotePrefix for cell in read["A"]] == [True, True, False, False]
    assert [cell.value for cell in read["B"]] == ["b", 2.5, -1, None]


def test_columns_beyond_z() -> None:
    assert [xlsx_stream.letters(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_stamp_of_making_is_the_report_s_own() -> None:
    report = registers.working_paper()
    assert opened(report).properties.created == report.made_at.replace(tzinfo=None)
