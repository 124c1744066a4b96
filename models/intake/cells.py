"""One cell to one value. Names stay exactly as given; codes, dates and numbers may be full-width."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from models.dates.parse import parse_date, parse_month
from models.errors import BadInput
from models.intake.values import CellType, Column, Table
from models.intake.words import countries, fold, ours, words

BLANKS = " \t\r\n"
"""What is trimmed at the ends of a cell: ASCII blanks alone. An ideographic space belongs to the name."""

LONGEST = {
    "case": 64, "household": 64, "receipt": 100, "receipt_number": 100, "unit": 100, "municipality": 100, "agent": 200,
    "source": 200, "name": 300, "name_reading": 300, "employer": 300, "text": 100_000,
}  # fmt: skip
"""Characters, as the office keeps them; other columns 2,000."""

EARLIEST_SERIAL = 3_654
"""A bare number below is no day count (1910 begins there): it is more likely a year."""

FIRST_DAY, LAST_DAY = date(1868, 1, 25), date(2199, 12, 31)
"""Days that a file may name. Other systems write 9999-12-31 for "no end": that is no day, and nothing can be counted from it."""

_LARGEST_AMOUNT = 10**13
_AMOUNT = re.compile(r"[¥\\]?(-?\d{1,3}(?:,\d{3})+|-?\d+)(?:\.0+)?円?")
_INSTALMENT = re.compile(r"(\d{4})/(\d{1,2})期?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""Control characters, halves of characters, private and lost ones."""


class BadCell(Exception):
    """A cell that cannot be read: the code of the message and what fills it."""

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params = params or {}


def value(text: str, column: Column, table: Table) -> object:
    """The value of a trimmed, non-empty cell.

    Raises:
        BadCell: what is wrong with it.
    """
    _refuse_control(text, column)
    if column.type is CellType.DATE:
        return _date(text, table)
    return _READERS[column.type](text, column)


def _refuse_control(text: str, column: Column) -> None:
    """Control characters, halves of characters, lost ones and private ones (gaiji) mean nothing on another machine.

    Unassigned ones pass: kanji of a newer Unicode than this Python's belong to names.
    """
    found = _NOT_TEXT.search(text)
    if found:
        raise BadCell("intake.control_character", {"character": f"U+{ord(found[0]):04X}"})
    if "\n" in text and column.type not in (CellType.NAME, CellType.TEXT):
        raise BadCell("intake.line_break")
    longest = LONGEST.get(column.name, 2_000)
    if len(text) > longest:
        raise BadCell("intake.too_long", {"length": len(text), "longest": longest})


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _id(text: str, _column: Column) -> str:
    plain = _plain(text)
    if any(char.isspace() or char in '/\\<>"|?*' for char in plain):
        raise BadCell("intake.not_an_id")
    return plain


def _as_given(text: str, _column: Column) -> str:
    return text


def _date(text: str, table: Table) -> date:
    day = _any_day(text, table)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadCell("intake.day_far_away", {"first": FIRST_DAY, "last": LAST_DAY})
    return day


def _any_day(text: str, table: Table) -> date:
    if table.serials and text.isdigit() and EARLIEST_SERIAL <= int(text) < 100_000:
        return table.epoch + timedelta(days=int(text))
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else parse_date(text)
    except BadInput as error:
        raise BadCell(error.message.code, error.message.params) from None
    except ValueError:
        raise BadCell("dates.no_such_day", {"value": text}) from None


def _amount(text: str, _column: Column) -> int:
    match = _AMOUNT.fullmatch(_plain(text).replace(" ", "").replace("、", ","))
    if match is None or abs(found := int(match[1].replace(",", ""))) >= _LARGEST_AMOUNT:
        raise BadCell("intake.not_an_amount")
    if found < 0:
        raise BadCell("intake.negative")
    return found


def _count(text: str, _column: Column) -> int:
    plain = re.sub(r"[人点]$", "", _plain(text))
    if not re.fullmatch(r"\d{1,6}", plain):
        raise BadCell("intake.not_a_count")
    return int(plain)


def _year(text: str, _column: Column) -> int:
    plain = re.sub(r"年(分|度)?$", "", _plain(text))
    if re.fullmatch(r"(19|20)\d\d", plain):
        return int(plain)
    try:
        return parse_month(f"{plain}年12月")[0]
    except BadInput:
        raise BadCell("intake.not_a_year") from None


def _period(text: str, _column: Column) -> str:
    """``YYYY-MM`` for a month, ``YYYY/n`` for an instalment: the slash alone tells them apart, so it is never read as a month."""
    plain = _plain(text)
    instalment = _INSTALMENT.fullmatch(plain)
    if instalment:
        if not 1 <= int(instalment[2]) <= 12:
            raise BadCell("intake.not_a_period")
        return f"{instalment[1]}/{int(instalment[2])}"
    try:
        year, month = parse_month(plain)
    except BadInput:
        raise BadCell("intake.not_a_period") from None
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise BadCell("intake.not_a_period")
    return f"{year:04}-{month:02}"


def _word(text: str, column: Column) -> str:
    found = words(column.words).get(fold(text))
    if found is None:
        raise BadCell("intake.unknown_word", {"known": ", ".join(ours(column.words))})
    return found


def _open_word(text: str, column: Column) -> str:
    return words(column.words).get(fold(text), text)


def _country(text: str, _column: Column) -> str:
    found = countries().get(fold(text))
    if found is None:
        raise BadCell("intake.unknown_country")
    return found


def _yes(text: str, column: Column) -> bool:
    return _word(text, column) == "yes"


_READERS: Mapping[CellType, Callable[[str, Column], object]] = {
    CellType.ID: _id,
    CellType.NAME: _as_given,
    CellType.TEXT: _as_given,
    CellType.AMOUNT: _amount,
    CellType.COUNT: _count,
    CellType.YEAR: _year,
    CellType.PERIOD: _period,
    CellType.WORD: _word,
    CellType.OPEN_WORD: _open_word,
    CellType.COUNTRY: _country,
    CellType.YES: _yes,
}
