"""Files that must be refused: what is wrong, on which line, in which column, under which code."""

from collections.abc import Callable
from dataclasses import dataclass

import openpyxl

from tests.models.intake.tables import (
    CASES,
    MY_NUMBER,
    OBLIGATIONS,
    book,
    case,
    cases,
    entry,
    month,
    months,
    saved,
    text,
    with_entry,
)

SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Malformed:
    """A file and what must be said of it. ``line`` 0: the trouble is the file's, not a line's."""

    name: str
    what: str
    data: Callable[[], bytes]
    code: str
    line: int = 0
    column: str = ""
    file: str = "file.csv"


def _bad_month(title: str, code: str, column: str, /, **changes: object) -> Malformed:
    """A good row on line 2, a bad one on line 3."""
    return Malformed(title, "obligations", lambda: months(month(), month(period="2025-06", **changes)), code, 3, column)


def _bad_case(title: str, code: str, column: str, /, **changes: object) -> Malformed:
    return Malformed(title, "cases", lambda: cases(case(), case(case="A-002", **changes)), code, 3, column)


def _head(name: str, code: str, column: str, head: tuple[str, ...]) -> Malformed:
    return Malformed(name, "obligations", lambda: text(head, [month()]).encode(), code, 1, column)


def _broken_utf8() -> bytes:
    return months(month(), month(period="2025-06")).replace("機構".encode(), b"\xe6\xa9\x8b\xe6", 1)


def _broken_cp932() -> bytes:
    data = months(month(), month(period="2025-06", source="年金機構厚木"), encoding="cp932")
    return data.replace("厚木".encode("cp932"), b"\x81\x20\x85")


def _formula() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(OBLIGATIONS))
    sheet.append(month(amount="=8000+9510"))
    return saved(made)


def _error_cell() -> bytes:
    data = book(OBLIGATIONS, [month(amount=1)])
    xml = entry(data, SHEET).replace(b'<c r="F2" t="n"><v>1</v></c>', b'<c r="F2" t="e"><v>#N/A</v></c>')
    return with_entry(data, SHEET, xml)


def _entities() -> bytes:
    data = book(OBLIGATIONS, [month()])
    laughs = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return with_entry(data, SHEET, laughs + entry(data, SHEET))


def _external_entity() -> bytes:
    data = book(OBLIGATIONS, [month()])
    return with_entry(
        data, "xl/workbook.xml", b'<!DOCTYPE w SYSTEM "file:///etc/passwd">' + entry(data, "xl/workbook.xml")
    )


def _bomb() -> bytes:
    return with_entry(book(OBLIGATIONS, [month()]), "xl/worksheets/sheet2.xml", b" " * (40 << 20))


def _crowd() -> bytes:
    data = book(OBLIGATIONS, [month()])
    for place in range(3):
        data = with_entry(data, f"xl/more{place}.xml", b"")
    import io
    import zipfile

    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as opened:
        for place in range(2_100):
            opened.writestr(f"x{place}", b"")
    return out.getvalue()


def _two_sheets() -> bytes:
    made = openpyxl.Workbook()
    for sheet in (made.active, made.create_sheet("二")):
        assert sheet is not None
        sheet.append(list(OBLIGATIONS))
        sheet.append(month())
    return saved(made)


MALFORMED = (
    # Dates, amounts, periods and words of a row
    _bad_month("no such day", "dates.no_such_day", "due_on", due_on="2025-02-30"),
    _bad_month("no date", "dates.not_a_date", "due_on", due_on="来月末"),
    _bad_month("day outside its era", "dates.outside_era", "due_on", due_on="平成35年6月30日"),
    _bad_month("no day due", "intake.missing", "due_on", duty="national_tax", due_on=""),
    _bad_month("amount in words", "intake.not_an_amount", "amount", amount="約一万円"),
    _bad_month("amount below zero", "intake.negative", "amount", amount="-17510"),
    _bad_month("amount with a fraction", "intake.not_an_amount", "amount", amount="17510.5"),
    _bad_month("thousands in the wrong place", "intake.not_an_amount", "amount", amount="1,7510"),
    _bad_month("unknown duty", "intake.unknown_word", "duty", duty="自動車税"),
    _bad_month("unknown status", "intake.unknown_word", "status", status="たぶん納付"),
    _bad_month("no status", "intake.missing", "status", status=""),
    _bad_month("unpaid with a day of payment", "intake.unpaid_but_paid_on", "paid_on", status="unpaid"),
    _bad_month("no case number", "intake.missing", "case", case=""),
    _bad_month("blank in a case number", "intake.not_an_id", "case", case="A 001"),
    _bad_month("path in a case number", "intake.not_an_id", "case", case="../A-001"),
    _bad_month("line break in a case number", "intake.line_break", "case", case="A-\n001"),
    _bad_month("case number too long", "intake.too_long", "case", case="A" * 65),
    _bad_month("private character", "intake.control_character", "source", source="\ue000機構"),
    _bad_month("lost character", "intake.control_character", "source", source="日本年金機\ufffd"),
    _bad_month("control character", "intake.control_character", "source", source="機構\x07"),
    Malformed("month of thirteen", "obligations", lambda: months(month(period="2025-13")), "intake.not_a_period", 2, "period"),
    Malformed("instalment of zero", "obligations", lambda: months(month(period="2025/0")), "intake.not_a_period", 2, "period"),
    # My Numbers, wherever they stand
    _bad_month("my number in a cell", "intake.my_number", "receipt", receipt=MY_NUMBER),
    _bad_month("my number in full width", "intake.my_number", "source", source="番号１２３４５６７８９０１８"),
    _bad_month("my number in groups", "intake.my_number", "source", source="1234-5678-9018"),
    _bad_case("my number in a name", "intake.my_number", "name", name=f"王 小燕 {MY_NUMBER}"),
    Malformed("my number as heading", "obligations", lambda: text((*OBLIGATIONS, MY_NUMBER), [[*month(), ""]]).encode(),
              "intake.my_number", 1, "●●●●●●●●●●●●"),
    Malformed("my number in the file's name", "obligations", lambda: months(month()), "intake.my_number_in_name",
              file=f"{MY_NUMBER}.csv"),
    # Headings and shape
    _head("unknown column", "intake.unknown_column", "memo", (*OBLIGATIONS[:-1], "memo")),
    Malformed("missing column", "obligations", lambda: b"case,duty,period,paid_on,status\nA-001,resident_tax,2025/1,,exempt\n",
              "intake.missing_column", 1, "due_on"),
    _head("column twice", "intake.doubled_column", "case", (*OBLIGATIONS[:-1], "case")),
    Malformed("a comma too many", "obligations", lambda: months(month()) + b"A-001,x,y\r\n", "intake.cells", 3),
    Malformed("amount not quoted", "obligations", lambda: months(month()) + text(month(), []).replace("17510", "17,510").encode(),
              "intake.cells", 3),
    Malformed("quote never closed", "obligations", lambda: months(month()) + b'A-001,"national_pension,x\r\n', "intake.quoting_open", 3),
    Malformed("quote inside a value", "obligations", lambda: months(month()) + b'A-001,"nat"ional,x\r\n', "intake.quoting", 3),
    # Encodings
    Malformed("broken UTF-8", "obligations", _broken_utf8, "intake.undecodable", 2),
    Malformed("broken CP932", "obligations", _broken_cp932, "intake.undecodable", 3),
    Malformed("odd UTF-16", "obligations", lambda: months(month(), encoding="utf-16") + b"\x00", "intake.undecodable", 3),
    Malformed("EUC-JP", "obligations", lambda: months(month(), encoding="euc_jp"), "intake.encoding_unknown"),
    Malformed("UTF-32", "obligations", lambda: months(month(), encoding="utf-32"), "intake.encoding_unknown"),
    # What the rows of a file say together
    Malformed("one month twice", "obligations", lambda: months(month(), month(amount="1")), "intake.differs_in_file", 3, "duty"),
    Malformed("one case twice", "cases", lambda: cases(case(), case(name="王 小燕")), "intake.differs_in_file", 3, "case"),
    # Cases
    _bad_case("born after receipt", "intake.before", "received_on", born_on="2027-01-01"),
    _bad_case("no country", "intake.unknown_country", "nationality", nationality="XYZ"),
    _bad_case("no name", "intake.missing", "name", name=" \t"),
    _bad_case("unknown status of residence", "intake.unknown_word", "current_status", current_status="宇宙飛行士"),
    _bad_case("unknown kind", "intake.unknown_word", "kind", kind="asylum"),
    Malformed("left before entering", "stays", lambda: b"case,entered_on,departed_on\nA-001,2025-05-01,2025-04-01\n",
              "intake.before", 2, "departed_on"),
    Malformed("year in words", "income", "case,year,income\nA-001,昨年,3000000\n".encode, "intake.not_a_year", 2, "year"),
    Malformed("score in words", "language", lambda: b"case,test,level,score\nA-001,jlpt,N2,many\n", "intake.not_a_count", 2, "score"),
    # Spreadsheets
    Malformed("formula never calculated", "obligations", _formula, "intake.formula_without_result", 2, "F", "file.xlsx"),
    Malformed("error in a cell", "obligations", _error_cell, "intake.cell_error", 2, "F", "file.xlsx"),
    Malformed("entities that unfold", "obligations", _entities, "intake.xlsx_entities", file="file.xlsx"),
    Malformed("an entity from outside", "obligations", _external_entity, "intake.xlsx_entities", file="file.xlsx"),
    Malformed("a zip that unfolds", "obligations", _bomb, "intake.xlsx_too_large", file="file.xlsx"),
    Malformed("a zip of thousands of entries", "obligations", _crowd, "intake.xlsx_too_large", file="file.xlsx"),
    Malformed("half a zip", "obligations", lambda: book(OBLIGATIONS, [month()])[:-400], "intake.xlsx_broken", file="file.xlsx"),
    Malformed("two sheets that fit", "obligations", _two_sheets, "intake.xlsx_two_sheets", file="file.xlsx"),
    Malformed("old format or password", "obligations", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
              "intake.xlsx_old_or_locked", file="file.xlsx"),
    Malformed("bad row of a spreadsheet", "cases", lambda: book(CASES, [case(), case(case="A-002", born_on="x")]), "dates.not_a_date",
              3, "born_on", "file.xlsx"),
    # No table at all
    Malformed("empty file", "obligations", lambda: b"", "intake.empty"),
    Malformed("empty lines", "obligations", lambda: b"\r\n\r\n , \r\n", "intake.empty"),
    Malformed("a PDF", "obligations", lambda: b"%PDF-1.7 ...", "intake.not_a_table"),
)  # fmt: skip
