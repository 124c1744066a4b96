"""Days as the desk writes them."""

from datetime import UTC, date, datetime

import pytest

from desktop import days

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("lang", "short", "full", "plain"),
    [
        ("ja", "11月27日(金)", "2026年11月27日(金)", "2026年11月27日"),
        ("en", "Fri 27 Nov", "Fri 27 Nov 2026", "27 Nov 2026"),
    ],
)
def test_a_day_in_three_lengths(lang: str, short: str, full: str, plain: str) -> None:
    assert (days.short(DAY, lang), days.full(DAY, lang), days.plain(DAY, lang)) == (short, full, plain)


@pytest.mark.parametrize(
    ("today", "ja", "en"),
    [
        (date(2026, 11, 24), "あと3日", "3 days left"),
        (date(2026, 11, 26), "あと1日", "1 day left"),
        (date(2026, 11, 27), "今日まで", "due today"),
        (date(2026, 11, 28), "1日超過", "1 day over"),
        (date(2026, 12, 1), "4日超過", "4 days over"),
    ],
)
def test_days_left_in_words(today: date, ja: str, en: str) -> None:
    assert (days.left(DAY, today, "ja"), days.left(DAY, today, "en")) == (ja, en)


def test_moments_are_japan_s_wherever_the_computer_is() -> None:
    at = datetime(2026, 11, 20, 16, 42, 5, tzinfo=UTC)
    assert days.moment(at, "ja") == "11月21日 01:42"
    assert days.clock(at) == "01:42"
    assert days.clock(at, seconds=True) == "01:42:05"
    assert days.stamp(at, "en") == "21 Nov 2026 01:42:05"
