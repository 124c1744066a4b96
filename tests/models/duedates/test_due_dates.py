"""Due days: by law, by the town's table, or refused with line and remedy; a row that says otherwise is shown, never changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import duedates, intake, records
from models.decisions import rules as gate
from models.duedates import rules, service
from models.duedates.values import DueDate, Kept, Year
from models.errors import BadInput, NotPermitted, RowsRefused
from models.evidence.values import Duty, Obligation
from models.intake.values import Refused
from models.store.office import Office
from tests import builders

NHI = Duty.NATIONAL_HEALTH_INSURANCE
HEAD = "municipality,duty,fiscal_year,instalment,due_on,source,as_of\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made, municipality="倉敷市")
    yield made
    made.close()


def obligations(office: Office, folder: Path, *rows: str) -> None:
    path = folder / "obligations.csv"
    head = "case,duty,period,due_on,paid_on,amount,status,source,as_of,receipt\n"
    path.write_text(head + "".join(f"A-001,{row},市役所,2026-06-01,受-9\n" for row in rows), encoding="utf-8")
    intake.import_file(office, builders.EXAMINER, "obligations", path)


def due(office: Office, duty: Duty, period: str) -> date:
    found = [e.record for e in builders.case_file(office).evidence if isinstance(e.record, Obligation)]
    return next(each.due_on for each in found if (each.duty, each.period) == (duty, period))


def test_an_empty_cell_gets_the_day_of_the_law_or_of_the_town(office: Office, tmp_path: Path) -> None:
    obligations(
        office, tmp_path,
        "national_pension,2023-11,,2024-01-04,16520,paid",
        "employees_pension,2025-05,,,30000,withheld",
        "national_health_insurance,2025/7,,2025-12-25,20000,paid",
        "national_health_insurance,2025-06,,2025-06-30,20000,paid",
    )  # fmt: skip
    assert due(office, Duty.NATIONAL_PENSION, "2023-11") == date(2024, 1, 4), "31 December moves past the New Year"
    assert due(office, Duty.EMPLOYEES_PENSION, "2025-05") == date(2025, 6, 30)
    assert due(office, NHI, "2025/7") == date(2025, 12, 25)
    assert due(office, NHI, "2025-06") == date(2025, 6, 30)


@pytest.mark.parametrize(("town", "code"), [("新宿区", "duedates.unknown"), (None, "duedates.no_town")])
def test_what_nobody_knows_is_refused_with_line_and_remedy(tmp_path: Path, town: str | None, code: str) -> None:
    with builders.office(tmp_path) as made:
        builders.ready_case(made, municipality=town)
        before = len(builders.case_file(made).evidence)
        with pytest.raises(Refused) as refused:
            obligations(
                made, tmp_path, "national_pension,2023-10,,,1,unpaid", "national_health_insurance,2025/1,,,1,unpaid"
            )
        (bad,) = refused.value.bad
        assert (bad.line, bad.column, bad.message.code) == (3, "due_on", code)
        assert len(builders.case_file(made).evidence) == before, "all rows or none"


def test_the_offices_own_table_goes_first_is_kept_and_verified(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_text(HEAD + "倉敷市,national_health_insurance,2025,1,2025-07-10,広報,2026-01-01\n", encoding="utf-8")
    assert duedates.import_file(office, builders.RULE_KEEPER, path) == Kept(1, 0, 0)
    path.write_text(HEAD + "倉敷市,national_health_insurance,2025,1,R7.7.11,広報,\n", encoding="utf-8")
    assert duedates.import_file(office, builders.ADMIN, path) == Kept(0, 1, 0)
    assert duedates.import_file(office, builders.ADMIN, path) == Kept(0, 0, 1)
    obligations(office, tmp_path, "national_health_insurance,2025/1,,2025-07-11,20000,paid")
    assert due(office, NHI, "2025/1") == date(2025, 7, 11)
    mine = [
        e for e in duedates.listing(office, builders.AUDITOR) if (e.municipality, e.fiscal_year) == ("倉敷市", 2025)
    ]
    assert [each.instalment for each in mine] == [1], "the shipped rows of that year give way as a whole"
    assert records.verify(office).ok
    with pytest.raises(NotPermitted):
        duedates.import_file(office, builders.EXAMINER, path)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("倉敷市,national_pension,2025,1,2025-07-10,広報,", "duedates.not_set_by_towns"),
        ("倉敷市,national_health_insurance,2025,0,2025-07-10,広報,", "duedates.outside"),
        ("倉敷市,national_health_insurance,2025,1,2024-07-10,広報,", "duedates.outside"),
        ("123456789018,national_health_insurance,2025,1,2025-07-10,広報,", "duedates.my_number"),
        (",national_health_insurance,2025,1,2025-07-10,広報,", "duedates.incomplete"),
        ("倉敷市,tax,2025,1,2025-07-10,広報,", "duedates.cells"),
        ("倉敷市,resident_tax,令和7,1,2025-07-10,広報,", "duedates.cells"),
    ],
)
def test_a_table_is_read_strictly(office: Office, tmp_path: Path, row: str, code: str) -> None:
    path = tmp_path / "days.csv"
    good = "倉敷市,national_health_insurance,2025,2,2025-08-10,広報,"
    path.write_text(f"{HEAD}{row}\n{good}\n{row}\n", encoding="utf-8")
    with pytest.raises(RowsRefused) as wrong:
        duedates.import_file(office, builders.RULE_KEEPER, path)
    assert [(each.line, each.message.code) for each in wrong.value.bad] == [(2, code), (4, code)]
    assert not [each for each in duedates.years(office, builders.AUDITOR) if each.own], "all rows or none"


def test_the_shipped_table_is_marked_to_be_verified_and_moves_past_closed_days() -> None:
    rows = rules.shipped()
    assert all(each.verify and each.source for each in rows)
    march = next(e for e in rows if (e.municipality, e.fiscal_year, e.instalment) == ("倉敷市", 2024, 10))
    assert march.due_on == date(2025, 3, 31)
    assert max(e.instalment for e in rows if e.municipality == "海南市") == 9
    for each in rows:
        rules.check(each)


def test_a_row_that_says_otherwise_is_shown_and_not_changed(office: Office, tmp_path: Path) -> None:
    obligations(office, tmp_path, "national_pension,2023-11,2023-12-29,2024-01-04,16520,paid")
    assert due(office, Duty.NATIONAL_PENSION, "2023-11") == date(2023, 12, 29)
    file = builders.case_file(office)
    found = {each.period: each for each in rules.differing(file.evidence, file.due_dates)}
    assert found["2023-11"].computed == date(2024, 1, 4)
    told = [each for each in gate.gate(file, None, "").problems if each.message.code == "gate.due_differs"]
    assert len(told) == 1


def test_a_month_with_two_instalments_is_not_guessed() -> None:
    rows = [DueDate("町", NHI, 2025, n, date(2025, 7, day), "例規") for n, day in ((1, 1), (2, 31))]
    assert rules.of_table(NHI, "2025-07", rows) is None
    assert rules.of_table(NHI, "2025/2", rows) == date(2025, 7, 31)


def year(*days: date, source: str = "広報", town: str = "倉敷市") -> Year:
    return Year(town, NHI, 2025, tuple(enumerate(days, 1)), source)


def test_a_year_takes_the_place_of_what_stood_and_the_record_tells_who(office: Office) -> None:
    first = year(date(2025, 6, 30), date(2025, 7, 31), date(2025, 9, 1))
    assert duedates.keep_year(office, builders.RULE_KEEPER, first) == Kept(3, 0, 0)
    assert duedates.keep_year(office, builders.RULE_KEEPER, first) == Kept(0, 0, 3), "nothing to tell"
    second = year(date(2025, 6, 30), date(2025, 7, 30), source="例規")
    assert duedates.keep_year(office, builders.ADMIN, second) == Kept(0, 2, 0, 1)
    back = year(date(2025, 6, 30), date(2025, 7, 30), date(2025, 8, 29), source="例規")
    assert duedates.keep_year(office, builders.RULE_KEEPER, back) == Kept(1, 0, 2), "an instalment may come back"
    (held,) = [each for each in duedates.years(office, builders.AUDITOR) if each.key == second.key]
    assert (held.days, held.own, held.source) == (back.days, True, "例規")
    told = duedates.history(office, builders.AUDITOR, second.key)
    assert [each.who for each in told] == ["rules1", "admin1", "rules1"]
    assert told[1].days == ("1: 2025-06-30", "2: 2025-07-30")
    assert records.verify(office).ok
    with pytest.raises(NotPermitted):
        duedates.keep_year(office, builders.EXAMINER, first)


def test_what_a_year_would_touch_is_seen_before_it_is_kept(office: Office, tmp_path: Path) -> None:
    obligations(
        office, tmp_path, "national_health_insurance,2025/1,,2025-07-05,20000,paid",
        "national_health_insurance,2025/2,,2025-07-31,20000,paid",
    )  # fmt: skip
    new = year(date(2025, 7, 10), date(2025, 7, 31))
    (touched,) = duedates.effects(office, builders.RULE_KEEPER, new)
    assert (touched.period, touched.due_on, touched.before) == ("2025/1", date(2025, 6, 30), date(2025, 6, 30))
    assert (touched.after, touched.late, touched.late_then) == (date(2025, 7, 10), 5, 0)
    assert not duedates.effects(office, builders.RULE_KEEPER, year(date(2025, 7, 10), town="海南市"))
    builders.ready_case(office, "A-002", municipality="海南市")
    with office.read() as session:
        asked = [("倉敷市", NHI), ("海南市", NHI), ("新宿区", NHI), ("海南市", Duty.NATIONAL_PENSION)]
        found = [service.concerned(session, town, duty) for town, duty in asked]
    assert found == [("A-001",), (), (), ("A-002",)], "only what bears on the duty is read"
    assert not [each for each in duedates.years(office, builders.AUDITOR) if each.own], "nothing was written"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((), "duedates.no_days"),
        ((date(2025, 7, 31), date(2025, 6, 30)), "duedates.out_of_order"),
        ((date(2024, 6, 30),), "duedates.outside"),
    ],
)
def test_a_year_that_cannot_be_is_refused(office: Office, days: tuple[date, ...], code: str) -> None:
    with pytest.raises(BadInput) as wrong:
        duedates.keep_year(office, builders.RULE_KEEPER, year(*days))
    assert wrong.value.message.code == code
