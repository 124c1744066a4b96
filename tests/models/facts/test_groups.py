"""Income, employment, language, ties, conduct and the application: counts and plain figures, never a judgement."""

from datetime import date

import pytest

from models.evidence.values import Conduct, Employment, Income, LanguageTest, Tie
from models.facts.language import level_of
from tests.models.facts.rows import by_key, piece, pieces, values


def test_income_by_year() -> None:
    found = by_key(pieces(Income(2024, 4_100_000, 1), Income(2025, 3_900_001, 2)))
    assert found["income.2024"].value == 4_100_000
    assert (found["income.2024"].id, found["income.2024"].parent) == ("F200.2024", "F200")
    assert found["income.years"].value == 2
    assert found["income.average"].value == 4_000_000
    assert found["income.latest"].value == 3_900_001
    assert found["income.dependants"].value == 2
    assert not any(fact.adverse for fact in found.values())


def test_income_rows_that_contradict_have_no_figure() -> None:
    rows = [
        piece(1, Income(2024, 4_000_000, None), "2025-06-01"),
        piece(2, Income(2024, 4_100_000, None), "2025-06-01"),
    ]
    found = by_key(rows)
    assert found["income.2024"].value is None
    assert found["income.2024"].sources == ("E1", "E2")
    assert found["income.problems"].value == 1
    assert found["income.average"].value is None


def test_of_income_rows_the_newer_speaks() -> None:
    rows = [
        piece(2, Income(2024, 4_000_000, None), "2025-06-01"),
        piece(1, Income(2024, 4_100_000, None), "2026-06-01"),
    ]
    assert values(rows)["income.2024"] == 4_100_000


def _job(employer: str, first: str, until: str | None) -> Employment:
    return Employment(
        employer, "full_time", date.fromisoformat(first), date.fromisoformat(until) if until else None, None
    )


def test_employment_without_a_gap() -> None:
    found = values(pieces(_job("A", "2019-04-01", "2025-08-31"), _job("B", "2025-09-01", None)))
    assert found["employment.current.months"] == 14
    assert found["employment.current.since"] == date(2025, 9, 1)
    assert found["employment.current.employer"] == "B"
    assert found["employment.kind"] == "full_time"
    assert found["employment.working_since"] == date(2019, 4, 1)
    assert found["employment.longest_gap"] == 0
    assert found["employment.employers"] == 2


def test_a_gap_of_one_day_begins_anew() -> None:
    found = values(pieces(_job("A", "2019-04-01", "2025-08-31"), _job("B", "2025-09-02", None)))
    assert found["employment.working_since"] == date(2025, 9, 2)
    assert found["employment.longest_gap"] == 1


def test_out_of_work() -> None:
    found = values(pieces(_job("A", "2019-04-01", "2026-10-31")))
    assert found["employment.current.months"] == 0
    assert found["employment.working_since"] is None
    assert found["employment.longest_gap"] == 19


@pytest.mark.parametrize(
    ("level", "score", "cefr"),
    [
        ("N1", 142, "C1"),
        ("N1", 141, "B2"),
        ("N1", None, "B2"),
        ("N2", 112, "B2"),
        ("N2", 111, "B1"),
        ("N2", None, "B1"),
        ("n3", 104, "B1"),
        ("N3", 103, "A2"),
        ("N4", 90, "A2"),
        ("N5", 80, "A1"),
        ("B2", None, "B2"),
        ("unknown", None, None),
    ],
)
def test_language_levels(level: str, score: int | None, cefr: str | None) -> None:
    assert level_of(LanguageTest("jlpt", level, score, None)) == cefr


def test_the_highest_level_counts() -> None:
    rows = pieces(
        LanguageTest("jlpt", "N3", 150, date(2019, 7, 7)),
        LanguageTest("jlpt", "N2", None, date(2023, 12, 3)),
        LanguageTest("jlpt", "N1", 150, date(2027, 7, 4)),
    )
    found = by_key(rows)
    assert found["language.tests"].value == 2
    assert found["language.level"].value == "B1"
    assert found["language.level"].sources == ("E1",)
    assert by_key(rows, date(2027, 7, 4))["language.level"].value == "C1"


def test_ties_by_group() -> None:
    rows = pieces(
        Tie("spouse", date(2022, 11, 22), None, "spouse, Japanese national"),
        Tie("child", date(2024, 3, 1), None, "daughter"),
        Tie("community", date(2022, 4, 1), None, "Japanese class"),
        Tie("club", None, None, "judo"),
    )
    found = by_key(rows)
    assert [found[f"ties.{group}"].value for group in ("family", "school", "community", "other")] == [2, None, 1, 1]
    assert found["ties.community.E3"].value == "Japanese class"
    assert found["marriage.since"].value == date(2022, 11, 22)
    assert found["marriage.years"].value == 3
    assert found["marriage.required_on"].value == date(2025, 11, 22)


@pytest.mark.parametrize(("seen", "years"), [(date(2025, 11, 21), 2), (date(2025, 11, 22), 3), (date(2025, 11, 23), 3)])
def test_three_years_of_marriage_at_the_boundary(seen: date, years: int) -> None:
    assert values(pieces(Tie("spouse", date(2022, 11, 22), None, "")), seen)["marriage.years"] == years


def test_a_marriage_that_ended_or_has_two_days_is_not_counted() -> None:
    ended = Tie("spouse", date(2015, 1, 1), date(2020, 1, 1), "")
    assert values(pieces(ended))["marriage.since"] is None
    assert values(pieces(ended, Tie("spouse", date(2022, 11, 22), None, "")))["marriage.years"] == 3
    two = pieces(Tie("spouse", date(2022, 11, 22), None, ""), Tie("spouse", date(2022, 11, 20), None, ""))
    assert values(two)["marriage.since"] is None
    assert by_key(two)["marriage.since"].sources == ("E1", "E2")


def test_conduct_is_counted_and_listed() -> None:
    rows = pieces(
        Conduct("fine", date(2021, 5, 1), "fine of 100,000 yen"),
        Conduct("traffic_violation", date(2022, 5, 1), ""),
        Conduct("notification_made", date(2025, 9, 10), ""),
        Conduct("notification", date(2025, 9, 12), "late"),
        Conduct("award", date(2025, 9, 12), "fire brigade"),
    )
    found = by_key(rows)
    parts = (
        "penalties",
        "offences",
        "traffic",
        "notifications_made",
        "notifications_late",
        "notifications_missed",
        "other",
    )
    assert [found[f"conduct.{part}"].value for part in parts] == [1, None, 1, 1, 1, 0, 1]
    assert found["conduct.penalties"].adverse
    assert found["conduct.penalties.E1"].adverse
    assert found["conduct.notifications_late"].adverse
    assert not found["conduct.notifications_made"].adverse
    assert not found["conduct.other.E5"].adverse


def test_a_check_that_found_nothing_answers() -> None:
    found = by_key(pieces(Conduct("no_record", date(2026, 10, 1), "")))
    assert found["conduct.penalties"].value == 0
    assert found["conduct.penalties"].sources == ("E1",)
    assert not found["conduct.penalties"].adverse
    assert found["conduct.notifications_missed"].value is None
