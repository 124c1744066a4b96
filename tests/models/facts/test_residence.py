"""The continuous stay: when it begins, what breaks it, how long it is, and what is shown instead of guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence.values import Evidence, StatusPeriod, Stay
from models.facts.compute import compute
from tests.models.facts.rows import SEEN, by_key, held, piece, pieces, stay, values, windows

START = date(2017, 4, 3)


@pytest.mark.parametrize(
    ("seen", "years", "months", "missing"),
    [
        (date(2026, 11, 19), 9, 115, 135),
        (date(2027, 4, 2), 9, 119, 1),
        (date(2027, 4, 3), 10, 120, 0),
        (date(2027, 4, 4), 10, 120, 0),
    ],
)
def test_years_at_the_boundary(seen: date, years: int, months: int, missing: int) -> None:
    found = values(pieces(stay("2017-04-03"), held("engineer_humanities", "2017-04-03", "2032-04-02")), seen)
    assert found["residence.years"] == years
    assert found["residence.months"] == months
    assert found["residence.since"] == START
    assert found["residence.required_on"] == date(2027, 4, 3)
    assert found["residence.missing_days"] == missing


def test_a_stay_from_leap_day_is_counted_by_the_civil_code() -> None:
    rows = pieces(stay("2016-02-29"), held("student", "2016-02-29", None))
    assert values(rows, date(2026, 2, 28))["residence.years"] == 9
    assert values(rows, date(2026, 3, 1))["residence.years"] == 10
    assert values(rows, date(2026, 3, 1))["residence.required_on"] == date(2026, 3, 1)


def test_leaving_without_re_entry_breaks_the_stay() -> None:
    rows = pieces(
        stay("2015-04-06", "2016-03-25"),
        stay("2017-04-03"),
        held("student", "2015-04-06", "2016-03-25"),
        held("engineer_humanities", "2017-04-03", "2027-04-02"),
    )
    found = by_key(rows)
    assert found["residence.since"].value == START
    assert set(found["residence.since"].sources) == {"E1", "E2", "E3", "E4"}
    assert found["residence.years"].sources == ("E2", "E4")
    assert found["residence.years"].how.code == "facts.how_residence_broken"
    assert found["residence.absences.2017"].value == 0


def test_a_new_landing_breaks_the_stay_even_where_the_old_status_is_not_on_record() -> None:
    rows = pieces(stay("2015-04-06", "2016-03-25"), stay("2017-04-03"), held("engineer_humanities", "2017-04-03"))
    assert values(rows)["residence.since"] == START


def test_a_status_that_ends_while_away_breaks_the_stay() -> None:
    rows = pieces(
        stay("2014-04-01", "2020-01-10"),
        stay("2020-06-01"),
        held("student", "2014-04-01", "2020-03-31"),
        held("engineer_humanities", "2020-06-01", "2027-05-31"),
    )
    assert values(rows)["residence.since"] == date(2020, 6, 1)


def test_a_re_entry_is_an_absence() -> None:
    rows = pieces(
        stay("2017-04-03", "2020-12-30"),
        stay("2021-01-04", "2023-06-10"),
        stay("2023-07-01"),
        held("engineer_humanities", "2017-04-03", "2027-04-02"),
    )
    found = by_key(rows)
    assert found["residence.since"].value == START
    assert found["residence.longest_absence"].value == 20
    assert found["residence.longest_absence"].sources == ("E2", "E3")
    assert found["residence.absences"].value == 24
    yearly = {key: fact.value for key, fact in found.items() if key.startswith("residence.absences.")}
    assert yearly == {f"residence.absences.{year}": 0 for year in range(2017, 2027)} | {
        "residence.absences.2020": 1,
        "residence.absences.2021": 3,
        "residence.absences.2023": 20,
    }
    assert found["residence.absences.2021"].parent == found["residence.absences"].id == "F7"


@pytest.mark.parametrize(
    ("departed", "entered", "days"),
    [("2025-12-31", "2026-01-01", 0), ("2025-12-31", "2026-01-02", 1), ("2025-12-30", "2026-01-01", 1)],
)
def test_departure_on_new_years_eve(departed: str, entered: str, days: int) -> None:
    found = values(pieces(stay("2017-04-03", departed), stay(entered), held("student", "2017-04-03")))
    assert found["residence.absences"] == days
    assert found["residence.absences.2025"] == (1 if departed == "2025-12-30" else 0)
    assert found["residence.since"] == START


def test_a_gap_between_statuses_breaks_and_is_shown() -> None:
    rows = pieces(
        stay("2015-04-01"), held("student", "2015-04-01", "2019-03-31"), held("instructor", "2019-04-11", "2027-04-10")
    )
    found = by_key(rows)
    assert found["residence.since"].value == date(2019, 4, 11)
    assert found["residence.problems"].value == 1
    shown = found["residence.problems.status_gap-2019-03-31"]
    assert shown.sources == ("E2", "E3")
    assert "2019年3月31日" in shown.how.text("ja")


def test_statuses_that_follow_day_upon_day_are_one_stay() -> None:
    rows = pieces(
        stay("2015-04-01"), held("student", "2015-04-01", "2019-03-31"), held("instructor", "2019-04-01", "2027-04-10")
    )
    found = values(rows)
    assert found["residence.since"] == date(2015, 4, 1)
    assert found["residence.problems"] == 0


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (pieces(stay("2017-04-03", "2020-01-10"), stay("2020-01-05"), held("student", "2017-04-03")), "stay_overlap"),
        (pieces(stay("2017-04-03"), stay("2020-01-05"), held("student", "2017-04-03")), "stay_no_departure"),
        (pieces(stay("2017-04-03"), stay("2020-05-01", "2020-01-05"), held("student", "2017-04-03")), "stay_backwards"),
        (pieces(stay("2017-04-03")), "no_statuses"),
        (pieces(held("student", "2017-04-03")), "no_stays"),
        (pieces(stay("2017-04-03"), held("student", "2019-04-03")), "status_unknown"),
        (pieces(stay("2017-04-03"), held("student", "2017-04-03", "2025-04-02")), "status_ended"),
        (
            pieces(stay("2017-04-03"), held("student", "2017-04-03", "2020-04-02"), held("artist", "2020-01-10")),
            "status_overlap",
        ),
        (
            pieces(stay("2017-04-03"), held("student", "2017-04-03"), held("artist", "2020-04-02", "2020-01-10")),
            "status_backwards",
        ),
    ],
)
def test_what_does_not_fit_is_shown_not_guessed(rows: tuple[Evidence, ...], kind: str) -> None:
    found = by_key(rows)
    shown = [key for key in found if key.startswith(f"residence.problems.{kind}")]
    assert len(shown) == 1
    assert found["residence.since"].value == START
    for lang in ("ja", "en"):
        assert "{" not in found[shown[0]].how.text(lang)


def test_away_with_a_valid_status_the_stay_goes_on() -> None:
    rows = pieces(stay("2017-04-03", "2026-11-01"), held("student", "2017-04-03", "2027-04-02"))
    found = values(rows)
    assert found["residence.years"] == 9
    assert found["residence.away_since"] == date(2026, 11, 1)
    assert found["residence.longest_absence"] == 18


def test_away_and_the_status_ended_there_is_no_stay() -> None:
    rows = pieces(stay("2017-04-03", "2025-11-01"), held("student", "2017-04-03", "2026-04-02"))
    found = values(rows)
    assert found["residence.years"] == 0
    assert found["residence.since"] is None
    assert found["residence.required_on"] is None


def test_away_a_status_that_begins_anew_brings_nobody_back() -> None:
    rows = pieces(
        stay("2012-01-01", "2012-01-05"), held("student", "2012-01-01", "2012-01-05"), held("student", "2012-02-01")
    )
    found = values(rows)
    assert found["residence.years"] == 0
    assert found["residence.since"] is None
    assert found["residence.away_since"] == date(2012, 1, 5)


def test_without_stays_a_status_that_ran_out_is_no_departure() -> None:
    found = values(pieces(held("student", "2017-04-03", "2025-04-02")))
    assert found["residence.away_since"] is None
    assert found["residence.years"] == 9


def test_no_rows_no_values() -> None:
    found = values(())
    assert {key for key, value in found.items() if value is not None} == {"application.received_on"}


def test_rows_of_later_days_are_not_yet_true() -> None:
    rows = pieces(stay("2017-04-03", "2026-12-01"), stay("2026-12-20"), held("student", "2017-04-03"))
    found = values(rows)
    assert found["residence.away_since"] is None
    assert found["residence.absences"] == 0


@pytest.mark.parametrize(
    ("statuses", "years", "since"),
    [
        ([("student", "2017-04-03", "2019-04-02"), ("engineer_humanities", "2019-04-03", None)], 7, date(2019, 4, 3)),
        ([("technical_intern", "2017-04-03", "2021-04-02"), ("specified_skilled_1", "2021-04-03", None)], 0, None),
        ([("specified_skilled_1", "2017-04-03", "2023-04-02"), ("specified_skilled_2", "2023-04-03", None)], 3, None),
        ([("engineer_humanities", "2017-04-03", "2021-11-19"), ("long_term_resident", "2021-11-20", None)], 9, START),
        ([("engineer_humanities", "2017-04-03", "2023-04-02"), ("dependent", "2023-04-03", None)], 6, START),
        ([("designated_activities", "2017-04-03", None)], 0, None),
    ],
)
def test_years_in_work_or_residence_statuses(
    statuses: list[tuple[str, str, str | None]], years: int, since: date | None
) -> None:
    found = values(pieces(stay("2017-04-03"), *(held(*each) for each in statuses)))
    assert found["residence.work_or_residence_years"] == years
    if since:
        assert found["residence.work_or_residence_since"] == since


@pytest.mark.parametrize(("seen", "years"), [(date(2026, 4, 2), 4), (date(2026, 4, 3), 5), (date(2026, 4, 4), 5)])
def test_five_years_at_the_boundary(seen: date, years: int) -> None:
    rows = pieces(stay("2017-04-03"), held("student", "2017-04-03", "2021-04-02"), held("professor", "2021-04-03"))
    found = values(rows, seen)
    assert found["residence.work_or_residence_years"] == years
    assert found["residence.work_or_residence_on"] == date(2026, 4, 3)


def test_an_earlier_status_does_not_count_beyond_a_break() -> None:
    rows = pieces(
        stay("2010-04-01", "2018-03-25"),
        stay("2019-04-03"),
        held("professor", "2010-04-01", "2018-03-31"),
        held("professor", "2019-04-03"),
    )
    assert values(rows)["residence.work_or_residence_years"] == 7


@pytest.mark.parametrize(
    ("until", "years", "months"),
    [
        ("2029-04-01", 5, 60),
        ("2027-04-01", 3, 36),
        ("2026-12-31", 2, 32),
        (None, None, None),
        ("2031-04-01", None, None),
    ],
)
def test_the_period_of_the_present_status(until: str | None, years: int | None, months: int | None) -> None:
    found = values(
        pieces(stay("2017-04-03"), held("student", "2017-04-03", "2024-04-01"), held("artist", "2024-04-02", until))
    )
    assert found["status.current"] == "artist"
    assert found["status.period_years"] == years
    assert found["status.period_months"] == months


DAYS = st.dates(min_value=date(2012, 1, 1), max_value=date(2026, 12, 31))
STAYS = st.builds(
    lambda first, length, open_: Stay(first, None if open_ else first + timedelta(days=length)),
    DAYS,
    st.integers(0, 900),
    st.booleans(),
)
STATUSES = st.builds(
    lambda status, first, length, open_: StatusPeriod(status, first, None if open_ else first + timedelta(days=length)),
    st.sampled_from(["student", "engineer_humanities", "technical_intern", "long_term_resident"]),
    DAYS,
    st.integers(0, 1800),
    st.booleans(),
)


@given(st.lists(st.one_of(STAYS, STATUSES), max_size=9), st.randoms(use_true_random=False))
def test_order_never_matters_and_doubles_change_nothing(records: list[Stay | StatusPeriod], random: object) -> None:
    rows = list(pieces(*records))
    doubled = [*rows, *(piece(100 + n, row.record) for n, row in enumerate(rows))]
    first = compute(rows, windows())
    random.shuffle(rows)  # type: ignore[attr-defined]  # hypothesis's Random
    assert compute(rows, windows()) == first
    random.shuffle(doubled)  # type: ignore[attr-defined]  # hypothesis's Random
    again = {
        fact.key: fact.value for fact in compute(doubled, windows()) if not fact.key.startswith("residence.problems")
    }
    assert again == {fact.key: fact.value for fact in first if not fact.key.startswith("residence.problems")}


@given(st.lists(st.one_of(STAYS, STATUSES), max_size=9))
def test_nothing_is_longer_than_time_itself(records: list[Stay | StatusPeriod]) -> None:
    found = values(pieces(*records))
    since, longest = found["residence.since"], found["residence.longest_absence"]
    if isinstance(since, date) and isinstance(longest, int):
        days = (SEEN - since).days
        absent = found["residence.absences"]
        assert isinstance(absent, int)
        assert longest <= absent <= days
        yearly = [value for key, value in found.items() if key.startswith("residence.absences.")]
        assert sum(value for value in yearly if isinstance(value, int)) == absent
        assert int(str(found["residence.months"])) * 28 <= days + 31
        assert int(str(found["residence.work_or_residence_years"] or 0)) <= int(str(found["residence.years"])) + 1
