"""One cell at a time: what is read, and as what."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.intake.cells import BadCell, value
from models.intake.schemas import SCHEMAS
from models.intake.values import Column, Row, Table


def none() -> Iterator[Row]:
    """No rows."""
    yield from ()


TABLE = Table("x", "csv", "utf-8", Row(1, ()), none())
SHEET = Table("x", "xlsx", "utf-8", Row(1, ()), none(), serials=True)


def column(what: str, name: str) -> Column:
    """A column of a file kind."""
    return next(each for each in SCHEMAS[what].columns if each.name == name)


@pytest.mark.parametrize(
    "said", ["17510", "17,510", "１７，５１０", "17,510円", "¥17,510", "￥17510", "17510.0", " 17,510 円"]
)
def test_amounts(said: str) -> None:
    assert value(said, column("obligations", "amount"), TABLE) == 17510


@pytest.mark.parametrize(
    ("said", "meant"),
    [("2025-05", "2025-05"), ("2025年5月", "2025-05"), ("R7.5", "2025-05"), ("令和7年5月分", "2025-05"), ("２０２５－０５", "2025-05"),
     ("2025/1", "2025/1"), ("2025/04", "2025/4"), ("2025/3期", "2025/3")],
)  # fmt: skip
def test_periods(said: str, meant: str) -> None:
    assert value(said, column("obligations", "period"), TABLE) == meant


@pytest.mark.parametrize("said", ["2025", "2025年", "令和7年", "R7", "２０２５年分", "2025年度"])
def test_years(said: str) -> None:
    assert value(said, column("income", "year"), TABLE) == 2025


@pytest.mark.parametrize("said", ["2025-04-01", "2025/4/1", "R7.4.1", "令和7年4月1日", "２０２５／４／１"])
def test_dates(said: str) -> None:
    assert value(said, column("obligations", "due_on"), TABLE) == date(2025, 4, 1)


def test_a_bare_number_is_a_day_in_a_spreadsheet_alone() -> None:
    assert value("45748", column("obligations", "due_on"), SHEET) == date(2025, 4, 1)
    with pytest.raises(BadCell):
        value("45748", column("obligations", "due_on"), TABLE)


@pytest.mark.parametrize("year", ["2025", "1998"])
def test_a_year_is_never_taken_for_a_day_count(year: str) -> None:
    with pytest.raises(BadCell):
        value(year, column("obligations", "due_on"), SHEET)


@pytest.mark.parametrize(
    ("what", "name", "said", "meant"),
    [("cases", "nationality", "VNM", "VNM"), ("cases", "nationality", "vn", "VNM"), ("cases", "nationality", "ベトナム", "VNM"),
     ("cases", "nationality", "ＶＮ", "VNM"), ("cases", "nationality", "無国籍", "XXA"),
     ("cases", "current_status", "技術・人文知識・国際業務", "engineer_humanities"),
     ("cases", "current_status", "Engineer_Humanities", "engineer_humanities"),
     ("cases", "current_status", "高度専門職１号ロ", "highly_skilled_1"), ("cases", "kind", "永住許可", "permanent_residence"),
     ("cases", "route", "日本人の配偶者", "spouse"), ("cases", "language", "ベトナム語", "vi"), ("cases", "language", "zh-hans", "zh-Hans"),
     ("cases", "confidential", "はい", True), ("cases", "confidential", "no", False), ("cases", "sex", "女性", "female"),
     ("obligations", "duty", "国民年金保険料", "national_pension"), ("obligations", "status", "天引き", "withheld"),
     ("ties", "kind", "家族", "family"), ("ties", "kind", "趣味の会", "趣味の会"), ("conduct", "kind", "届出遅延", "notification_late"),
     ("employment", "employer", "株式会社　みどり", "株式会社　みどり")],
)  # fmt: skip
def test_words(what: str, name: str, said: str, meant: object) -> None:
    assert value(said, column(what, name), TABLE) == meant


@pytest.mark.parametrize("what", sorted(SCHEMAS))
def test_every_kind_knows_its_case(what: str) -> None:
    assert SCHEMAS[what].columns[0].name == "case"
    assert set(SCHEMAS[what].identity) <= SCHEMAS[what].names


@pytest.mark.parametrize("said", ["9999-12-31", "9999/12/31", "2200-01-01", "0001-01-01", "R990.1.1"])
def test_a_day_that_nothing_can_be_counted_from_is_refused(said: str) -> None:
    with pytest.raises(BadCell):
        value(said, column("statuses", "until"), TABLE)


def test_a_period_as_far_away_is_none() -> None:
    with pytest.raises(BadCell):
        value("9999-12", column("obligations", "period"), TABLE)
