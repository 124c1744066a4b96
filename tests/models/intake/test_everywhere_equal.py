"""The same rows give the same result in every encoding and format, and names arrive exactly as given."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from models.intake.gather import Gathered, gather
from tests.models.intake.tables import CASES, OBLIGATIONS, book, case, in_order, month, pieces, put, saved, text

PLAIN = [
    month(),
    month(period="2025-06", due_on="R7.7.31", paid_on="", amount="", status="免除"),
    month(period="2025/1", duty="住民税"),
]
ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "utf-16")
RARE = "𠮷田 髙﨑 邊󠄀 﨑山　美鈴"
"""A kanji outside the basic plane, compatibility kanji, one with a variation selector, an ideographic space."""


def rows(read: Gathered) -> tuple[object, ...]:
    """What was read, without where it stood."""
    return (*(replace(each, line=0) for each in read.cases), *(replace(each, line=0) for each in in_order(read)))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """The rows as UTF-8 gives them."""
    found = rows(gather("obligations", put(tmp_path_factory.mktemp("plain"), text(OBLIGATIONS, PLAIN).encode())))
    assert len(found) == len(PLAIN)
    return found


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_in_every_encoding(encoding: str, delimiter: str, tmp_path: Path, expected: tuple[object, ...]) -> None:
    file = put(tmp_path, text(OBLIGATIONS, PLAIN, delimiter).encode(encoding))
    read = gather("obligations", file)
    assert rows(read) == expected
    assert read.encoding == encoding


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_with_every_line_end(end: str, tmp_path: Path, expected: tuple[object, ...]) -> None:
    assert rows(gather("obligations", put(tmp_path, text(OBLIGATIONS, PLAIN, end=end).encode()))) == expected


def test_spreadsheet_of_texts(tmp_path: Path, expected: tuple[object, ...]) -> None:
    assert rows(gather("obligations", put(tmp_path, book(OBLIGATIONS, PLAIN), "a.xlsx"))) == expected


def test_spreadsheet_of_typed_cells(tmp_path: Path, expected: tuple[object, ...]) -> None:
    """Dates as dates, amounts as numbers, a day as a bare count of days, an empty cell as nothing."""
    typed = [
        month(due_on=date(2025, 6, 30), paid_on=datetime.fromisoformat("2025-06-20"), amount=17510, as_of=46113),
        month(period="2025-06", due_on=date(2025, 7, 31), paid_on=None, amount=None, status="免除"),
        month(period="2025/1", duty="住民税", amount=17510.0),
    ]
    assert rows(gather("obligations", put(tmp_path, book(OBLIGATIONS, typed), "a.xlsx"))) == expected


def test_spreadsheet_that_counts_from_1904(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.epoch = datetime.fromisoformat("1904-01-01")
    sheet = made.active
    assert sheet is not None
    for row in (OBLIGATIONS, month(due_on=date(2025, 6, 30), paid_on=46113 - 1462)):
        sheet.append(list(row))
    (read,) = pieces("obligations", put(tmp_path, saved(made), "a.xlsx"))
    assert (read.record.due_on, read.record.paid_on) == (date(2025, 6, 30), date(2026, 4, 1))  # type: ignore[union-attr]  # an Obligation


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_name_is_kept_exactly(encoding: str, tmp_path: Path) -> None:
    file = put(tmp_path, text(CASES, [case(name=f" {RARE}\t")]).encode(encoding))
    (read,) = gather("cases", file).cases
    assert read.applicant.name == RARE


def test_a_name_is_kept_exactly_in_a_spreadsheet(tmp_path: Path) -> None:
    (read,) = gather("cases", put(tmp_path, book(CASES, [case(name=RARE)]), "a.xlsx")).cases
    assert read.applicant.name == RARE


def test_lines_are_counted_as_an_editor_counts(tmp_path: Path) -> None:
    """Quoted line breaks and empty lines move the lines behind them."""
    said = text(
        ("case", "kind", "given_on", "text"),
        [("A-1", "reply", "2026-04-01", "一行目\n二行目"), ("A-1", "reply", "2026-04-02", "次")],
    )
    read = gather(
        "statements", put(tmp_path, said.replace("A-1,reply,2026-04-02", "\r\nA-1,reply,2026-04-02").encode())
    )
    assert [each.line for each in in_order(read)] == [2, 5]
    assert [each.record.text for each in in_order(read)] == ["一行目\n二行目", "次"]  # type: ignore[union-attr]  # Statements
