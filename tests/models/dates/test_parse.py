"""Dates are read in every agreed form, and what is not a day of the calendar is refused in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import era
from models.dates.parse import parse_date, parse_month, parse_optional
from models.errors import BadInput

APRIL = date(2025, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-01",
        "2025-4-1",
        "2025/04/01",
        "2025/4/1",
        "2025.4.1",
        "20250401",
        "２０２５－０４－０１",
        "２０２５／４／１",
        "2025年4月1日",
        "２０２５年４月１日",
        "2025年 4月 1日",
        "R7.4.1",
        "R7/4/1",
        "R07-04-01",
        "r7.4.1",
        "Ｒ７．４．１",
        "令和7年4月1日",
        "令和７年４月１日",
        "令和 7年 4月 1日",
        "令7.4.1",
        "㋿7年4月1日",
        " 2025-04-01 ",
        "2025-04-01T00:00:00",
        "2025-04-01 00:00:00",
    ],
)
def test_reads(text: str) -> None:
    assert parse_date(text) == APRIL


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("S64.1.7", date(1989, 1, 7)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("T1.7.30", date(1912, 7, 30)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_reads_eras_at_their_edges(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-02-30", "dates.no_such_day"),
        ("2025-02-29", "dates.no_such_day"),
        ("2025-13-01", "dates.no_such_day"),
        ("2025-00-01", "dates.no_such_day"),
        ("0000-01-01", "dates.no_such_day"),
        ("R7.2.30", "dates.no_such_day"),
        ("R1.4.30", "dates.outside_era"),
        ("平成31年5月1日", "dates.outside_era"),
        ("昭和64年1月8日", "dates.outside_era"),
        ("", "dates.not_a_date"),
        ("soon", "dates.not_a_date"),
        ("2025-04/01", "dates.not_a_date"),
        ("25-04-01", "dates.not_a_date"),
        ("2025年4月", "dates.not_a_date"),
        ("2025-04-01 12:30", "dates.not_a_date"),
        ("45748", "dates.not_a_date"),
        ("X7.4.1", "dates.not_a_date"),
    ],
)
def test_refuses_in_words(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_date(text)
    assert caught.value.message.code == code
    for lang in ("ja", "en"):
        words = caught.value.text(lang)
        assert text in words
        assert "{" not in words


def test_empty_is_no_day() -> None:
    assert parse_optional("　") is None
    assert parse_optional("R7.4.1") == APRIL


@pytest.mark.parametrize(
    "text", ["2025-05", "2025/5", "2025年5月", "2025年5月分", "R7.5", "令和7年5月", "２０２５－０５"]
)
def test_reads_months(text: str) -> None:
    assert parse_month(text) == (2025, 5)


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025", "2025/1/1", ""])
def test_refuses_months(text: str) -> None:
    with pytest.raises(BadInput):
        parse_month(text)


@given(st.dates(min_value=date(1868, 1, 25), max_value=date(2099, 12, 31)))
def test_what_is_written_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == parse_date(era.in_era(day)) == day


def test_era_text() -> None:
    assert era.with_era(date(2026, 3, 16)) == "2026年3月16日（令和8年）"
    assert era.in_era(date(2019, 5, 1)) == "令和元年5月1日"
    assert era.year_text(date(1800, 1, 1)) == "1800年"
