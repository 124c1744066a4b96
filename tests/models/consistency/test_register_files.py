"""Registers as files as offices keep them: encodings, titles above the heading, spreadsheets."""

from pathlib import Path

import openpyxl
import pytest

from models.consistency import register_files
from models.consistency.registers import RegisterMap
from models.errors import BadInput

HEADING = "case,decided_on,examiner,unit,kind,outcome"
ROWS = "".join(f"事{n},R7.4.{n},審査官髙{n % 3},第一,永住,{'許可' if n % 2 else '不許可'}\n" for n in range(1, 21))


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file of this text."""
    path = folder / "register.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_usual_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = f"{HEADING}\n{ROWS}".replace(",", delimiter)
    read = register_files.read_decisions(written(tmp_path, text, encoding), RegisterMap())
    assert (read.rows, read.decisions.size, read.decisions.dropped) == (20, 20, ())
    assert read.examiners == ("審査官髙1", "審査官髙2", "審査官髙0")


@pytest.mark.parametrize("above", ["決定一覧,,,,,\n", "決定一覧,,,,,\n（令和7年度）,,,,,\n,,,,,\n", ",,決定,,,\n"])
def test_titles_and_merged_headings_above_the_heading_row_are_passed_over(tmp_path: Path, above: str) -> None:
    read = register_files.read_decisions(written(tmp_path, f"{above}{HEADING}\n{ROWS}"), RegisterMap())
    assert (read.rows, read.decisions.size) == (20, 20)


def test_a_spreadsheet_with_a_merged_title(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["決定一覧", "", "", ""])
    sheet.merge_cells("A1:D1")
    sheet.append(["番号", "決定日", "担当", "結果"])
    for n in range(1, 21):
        sheet.append([n, f"2025/4/{n}", f"e{n % 3}", "許可" if n % 2 else "不許可"])
    book.save(tmp_path / "register.xlsx")
    mapping = RegisterMap({"case": "番号", "decided_on": "決定日", "examiner": "担当", "outcome": "結果"})
    read = register_files.read_decisions(tmp_path / "register.xlsx", mapping)
    assert (read.decisions.size, int(read.decisions.granted.sum())) == (20, 10)


def test_without_a_heading_row_the_first_row_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        register_files.read_decisions(written(tmp_path, f"決定一覧,,,,,\n{ROWS}"), RegisterMap())
    assert "決定一覧" in caught.value.message.text("ja")


def test_readings_may_have_a_title_too(tmp_path: Path) -> None:
    text = "較正 第1回,,\nunit,rater,value\nA,x,met\nA,y,not_met\n"
    assert register_files.read_assessments(written(tmp_path, text), RegisterMap()).size == 2
