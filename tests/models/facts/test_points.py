"""Highly-skilled points: the highest row within each item, what was there on the day, and the rows each point comes from."""

from datetime import date
from random import Random

import pytest

from models.evidence.values import Employment, Evidence, EvidenceKind, LanguageTest, Qualification, Record
from models.facts import points
from models.facts.compute import compute
from models.facts.values import Windows
from models.frameworks import library

FRAMEWORK = next(each for each in library.all_() if each.id == "highly_skilled_points")
DAY = date(2026, 9, 14)
KINDS = {
    Employment: EvidenceKind.EMPLOYMENT,
    LanguageTest: EvidenceKind.LANGUAGE,
    Qualification: EvidenceKind.QUALIFICATION,
}


def rows(*records: Record) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(f"E{n}", n, "PR-1", KINDS[type(each)], "", each, "record", None, None)
        for n, each in enumerate(records, 1)
    )


def scores(*records: Record, day: date = DAY, born: date | None = date(1980, 1, 1)) -> dict[str, int]:
    assert FRAMEWORK.points is not None
    return {each.item.key: each.row.points for each in points.score(rows(*records), FRAMEWORK.points, day, born)}


def job(first: date, until: date | None = None, income: int | None = None) -> Employment:
    return Employment("青波電子", "full_time", first, until, income)


@pytest.mark.parametrize(
    ("yen", "age", "expected"),
    [
        (10_000_000, 50, 40), (9_999_999, 50, 35), (9_000_000, 50, 35), (8_000_000, 50, 30), (7_999_999, 40, 0), (7_000_000, 39, 25),
        (6_000_000, 39, 20), (5_000_000, 34, 15), (5_000_000, 35, 0), (4_000_000, 29, 10), (4_000_000, 30, 0), (3_999_999, 29, 0),
    ],
)  # fmt: skip
def test_salary_goes_by_the_band_of_age(yen: int, age: int, expected: int) -> None:
    found = scores(job(date(2026, 9, 1), None, yen), born=date(DAY.year - age, 1, 1))
    assert found.get("salary", 0) == expected


@pytest.mark.parametrize(
    ("months", "expected"), [(35, 0), (36, 5), (59, 5), (60, 10), (83, 10), (84, 15), (119, 15), (120, 20)]
)
def test_experience_in_whole_years(months: int, expected: int) -> None:
    year, month = divmod(DAY.year * 12 + DAY.month - 1 - months, 12)
    assert scores(job(date(year, month + 1, DAY.day))).get("experience", 0) == expected


def test_one_day_short_of_three_years() -> None:
    assert "experience" not in scores(job(date(2023, 9, 15)))
    assert scores(job(date(2023, 9, 14)))["experience"] == 5


def test_two_employers_at_once_count_once() -> None:
    first = scores(job(date(2021, 9, 14)), job(date(2022, 1, 1)))
    assert first["experience"] == 10
    later = scores(job(date(2018, 9, 14), date(2021, 9, 13)), job(date(2021, 9, 14)))
    assert later["experience"] == 15


def test_what_came_after_the_day_does_not_count() -> None:
    held = Qualification("degree", "架空大学大学院", "博士", date(2026, 9, 15))
    assert scores(held) == {}
    assert scores(held, day=date(2026, 9, 15)) == {"degree": 30}


def test_several_licences_but_never_both_rows() -> None:
    one, two = (Qualification("licence", name, None, date(2020, 1, 1)) for name in ("技術士", "弁理士"))
    assert scores(one) == {"licence": 5}
    assert scores(one, two) == {"licence": 10}


def test_n2_does_not_count_beside_n1_or_a_japanese_degree() -> None:
    n1, n2 = (LanguageTest("jlpt", level, 140, date(2020, 12, 6)) for level in ("N1", "N2"))
    degree = Qualification("degree", "日本の大学", "bachelor", date(2015, 3, 31))
    assert scores(n2) == {"japanese_middle": 10}
    assert scores(n1, n2) == {"japanese_high": 15}
    assert scores(degree, n2) == {"degree": 10, "japanese_degree": 10}


def test_facts_name_their_rows_and_their_day() -> None:
    evidence = rows(
        Qualification("degree", "架空大学大学院", "博士", date(2024, 3, 31)), job(date(2020, 4, 1), None, 8_000_000)
    )
    known = Windows(DAY, DAY, {}, born_on=date(1980, 1, 1), points=FRAMEWORK.points)
    found = {each.key: each for each in compute(evidence, known)}
    assert (found["points.total"].id, found["points.total"].value) == ("F360", 70)
    assert (found["points.degree"].id, found["points.degree"].sources) == ("F360.degree", ("E1",))
    assert found["points.three_years_before"].value == 35
    assert found["points.three_years_before"].detail["on"] == date(2023, 9, 14)
    assert found["points.total"].sources == ("E1", "E2")


def test_without_a_table_there_is_no_total_and_without_rows_it_is_none_of_the_points() -> None:
    assert [each.value for each in points.facts((), Windows(DAY, DAY, {}))] == [None, None, None]
    known = Windows(DAY, DAY, {}, points=FRAMEWORK.points)
    assert [each.value for each in points.facts((), known)] == [0, 0, 0]


def test_the_order_of_rows_never_matters() -> None:
    evidence = list(
        rows(
            *(
                Qualification("degree", f"大学{n}", level, date(2010 + n, 3, 31))
                for n, level in enumerate(("学士", "修士", "博士"))
            ),
            *(job(date(2012 + n, 4, 1), date(2013 + n, 3, 31)) for n in range(8)),
            job(date(2020, 4, 1), None, 9_000_000),
        )
    )
    known = Windows(DAY, DAY, {}, born_on=date(1980, 1, 1), points=FRAMEWORK.points)
    first = compute(evidence, known)
    draw = Random(7)
    for _ in range(5):
        draw.shuffle(evidence)
        assert compute(evidence, known) == first
