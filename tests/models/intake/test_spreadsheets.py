"""Spreadsheets: what formulas count as, and files that are made to hurt."""

import time
import zipfile
from multiprocessing import Pipe
from pathlib import Path

import openpyxl
import pytest

from models.errors import BadInput
from models.intake import xlsx_worker
from models.intake.gather import gather
from models.intake.values import Refused
from models.intake.xlsx_guard import Limits
from models.intake.xlsx_in import open_xlsx
from tests.models.intake.tables import OBLIGATIONS, book, entry, month, pieces, put, saved, text, with_entry
from tests.models.intake.test_fuzz import words_of_refusal

SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_counts_as_its_saved_result(tmp_path: Path) -> None:
    data = book(OBLIGATIONS, [month(amount=1)])
    xml = entry(data, SHEET).replace(b'<c r="F2" t="n"><v>1</v></c>', b'<c r="F2"><f>8000+9510</f><v>17510</v></c>')
    assert xml != entry(data, SHEET)
    (read,) = pieces("obligations", put(tmp_path, with_entry(data, SHEET, xml), "a.xlsx"))
    assert read.record.amount == 17510  # type: ignore[union-attr]  # an Obligation


def test_a_formula_is_never_calculated_here(tmp_path: Path) -> None:
    """A text that begins like a formula is a text."""
    data = text(("case", "kind", "since", "description"), [("A-1", "community", "2020-01-01", '=HYPERLINK("x")')])
    (read,) = pieces("ties", put(tmp_path, data.encode()))
    assert read.record.description == '=HYPERLINK("x")'  # type: ignore[union-attr]  # a Tie


def test_the_sheet_with_our_columns_is_read(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    notes = made.active
    assert notes is not None
    notes.append(["この表は年金機構から受け取った"])
    hidden = made.create_sheet("古い")
    hidden.append(list(OBLIGATIONS))
    hidden.sheet_state = "hidden"
    data = made.create_sheet("明細")
    for row in ((), (), OBLIGATIONS, month()):
        data.append(list(row))
    (read,) = pieces("obligations", put(tmp_path, saved(made), "a.xlsx"))
    assert read.line == 4


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    assert gather("obligations", put(tmp_path, book(OBLIGATIONS, [month()]), "a.csv")).format == "xlsx"
    assert gather("obligations", put(tmp_path, text(OBLIGATIONS, [month()]).encode(), "b.xlsx")).format == "csv"


def test_a_small_file_that_unfolds_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", b"<Types/>")
        made.writestr(SHEET, b"0" * (200 << 20))
    start = time.monotonic()
    with pytest.raises(BadInput) as refused:
        gather("obligations", path)
    assert refused.value.message.code == "intake.xlsx_too_large"
    assert time.monotonic() - start < 20


def test_a_reader_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = put(tmp_path, book(OBLIGATIONS, [month()]), "a.xlsx")
    with pytest.raises(BadInput) as refused:
        open_xlsx(path, OBLIGATIONS, Limits(seconds=-1))
    assert refused.value.message.code == "intake.xlsx_too_large"


def test_a_reader_without_memory_is_told_in_words(tmp_path: Path) -> None:
    path = put(
        tmp_path, book(OBLIGATIONS, [month(source=f"機構{n}" * 40, case=f"A-{n}") for n in range(3_000)]), "a.xlsx"
    )
    with pytest.raises(BadInput) as refused:
        open_xlsx(path, OBLIGATIONS, Limits(unpacked=1_000))
    assert refused.value.message.code == "intake.xlsx_too_large"


@pytest.mark.parametrize(
    "name", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/sharedStrings.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<", b"\x00" * 100, b"<a><b></a>"])
def test_broken_parts_are_told_in_words(name: str, content: bytes, tmp_path: Path) -> None:
    path = put(tmp_path, with_entry(book(OBLIGATIONS, [month()]), name, content), "a.xlsx")
    assert all("{" not in words for words in words_of_refusal("obligations", path))


def test_a_reader_that_nobody_hears_any_more_ends_quietly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal while the other process still tells its rows: no traceback of it may reach the terminal."""
    path = put(tmp_path, book(OBLIGATIONS, [month()]), "a.xlsx")
    ours, theirs = Pipe()
    ours.close()
    monkeypatch.setattr(xlsx_worker, "_limit", lambda _limits: None)  # this process is not to be limited
    xlsx_worker.run(theirs, str(path), (), Limits())
    assert theirs.closed


def test_a_value_without_end_is_told_as_such(tmp_path: Path) -> None:
    said = text(("case", "entered_on", "departed_on"), [("A-1", "9" * 200_000, "")]).encode()
    with pytest.raises(Refused) as refused:
        gather("stays", put(tmp_path, said))
    assert [each.message.code for each in refused.value.bad] == ["intake.cell_too_large"]
