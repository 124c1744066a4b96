"""Numbers never shift, ids and keys lead to each other, and every fact has words in both languages."""

from datetime import date

import pytest

from models.evidence.values import Conduct, Employment, Income, LanguageTest, PaymentStatus, Tie
from models.facts import catalogue, shown
from models.facts.changed import changed
from models.facts.compute import compute
from models.facts.values import Fact, Unit
from tests.models.facts.rows import held, month, piece, pieces, stay, windows

P = PaymentStatus
EVERYTHING = (
    *pieces(
        stay("2015-04-06", "2016-03-25"),
        stay("2017-04-03", "2020-12-30"),
        stay("2021-01-04"),
        held("student", "2015-04-06", "2016-03-25"),
        held("student", "2017-04-03", "2019-04-10"),
        held("engineer_humanities", "2019-04-01", "2027-03-31"),
        month("2025-04", "2025-06-02", "2025-06-02"),
        month("2025-05", "2025-06-30", "2025-07-14"),
        month("2025-06", "2025-07-31", status=P.UNPAID),
        month("2025-07", "2025-09-01", status=P.EXEMPT),
        month("2025-08", "2025-09-30"),
        month("2025-09", "2025-10-31", "2025-10-01", P.UNPAID),
        Income(2025, 4_000_000, 1),
        Employment("青波", "full_time", date(2019, 4, 1), None, 4_000_000),
        LanguageTest("jlpt", "N2", None, date(2023, 12, 3)),
        Tie("spouse", date(2022, 11, 22), None, "spouse"),
        Conduct("fine", date(2021, 5, 1), "fine"),
    ),
    piece(90, Conduct("notification_late", date(2025, 9, 20), "14"), "2026-10-01"),
)


def test_some_numbers_are_fixed_for_ever() -> None:
    known = {
        "residence.years": "F1",
        "residence.required_on": "F4",
        "status.period_years": "F21",
        "obligations.national_pension.on_time": "F31",
        "obligations.national_pension.withheld": "F32",
        "obligations.national_pension.months_late": "F33",
        "obligations.national_pension.unpaid": "F34",
        "obligations.employees_pension.withheld": "F42",
        "obligations.national_health_insurance.months_late": "F53",
        "obligations.resident_tax.months_late": "F73",
        "obligations.national_tax.unpaid": "F84",
        "obligations.national_pension.window.months_late": "F133",
        "income.years": "F200",
        "employment.current.months": "F220",
        "language.level": "F240",
        "marriage.since": "F290",
        "conduct.penalties": "F300",
    }
    assert {key: catalogue.id_of(key) for key in known} == known


def test_no_number_is_given_twice() -> None:
    numbers = [each.number for each in catalogue.entries().values()]
    assert len(set(numbers)) == len(numbers)


def test_every_fact_has_a_title_in_both_languages() -> None:
    for each in catalogue.entries().values():
        assert set(each.title) == {"ja", "en"}
        assert not any("title_" in words or "{" in words for words in each.title.values())


@pytest.mark.parametrize("fact", compute(EVERYTHING, windows()), ids=lambda fact: fact.id)
def test_every_fact_is_found_again_and_says_how(fact: Fact) -> None:
    assert catalogue.exists(fact.key)
    assert catalogue.key_of(fact.id) == fact.key
    assert catalogue.unit_of(fact.key) is fact.unit
    assert catalogue.title(fact.key)["ja"]
    for lang in ("ja", "en"):
        words = fact.how.text(lang)
        assert "{" not in words
        assert not words.startswith("facts.")
        assert shown.text(fact, lang)
    known = {row.id for row in EVERYTHING}
    assert set(fact.sources) <= known
    assert fact.value is None or fact.sources or fact.key == "application.received_on" or fact.value == 0


def test_ids_are_unique_and_parents_exist() -> None:
    found = compute(EVERYTHING, windows())
    ids = [fact.id for fact in found]
    assert len(set(ids)) == len(ids)
    assert {fact.parent for fact in found if fact.parent} <= set(ids)
    for fact in found:
        if fact.parent:
            assert fact.id.startswith(fact.parent + ".")


@pytest.mark.parametrize(
    "pattern",
    [
        "residence.years",
        "residence.*",
        "income.2024",
        "income.*",
        "obligations.national_pension.*",
        "obligations.national_pension.2025-05",
        "obligations.resident_tax.2025/1",
        "residence.absences.2024",
        "conduct.penalties.E12",
    ],
)
def test_known_patterns(pattern: str) -> None:
    assert catalogue.exists(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "residence",
        "residence.year",
        "income.24",
        "obligations.pension.*",
        "obligations.national_pension.late",
        "",
        "F33",
    ],
)
def test_unknown_patterns(pattern: str) -> None:
    assert not catalogue.exists(pattern)
    with pytest.raises(KeyError):
        catalogue.unit_of(pattern)


def test_unknown_ids() -> None:
    for wrong in ("F9999", "F1.x", "E1"):
        with pytest.raises(KeyError):
            catalogue.key_of(wrong)


def test_values_in_words() -> None:
    facts = {fact.key: fact for fact in compute(EVERYTHING, windows())}
    late = facts["obligations.national_pension.months_late"]
    assert (shown.text(late, "ja"), shown.text(late, "en")) == ("1か月", "1 month")
    assert shown.text(facts["income.2025"], "en") == "4,000,000 yen"
    assert shown.text(facts["residence.required_on"], "ja") == "2027年4月3日"
    assert shown.text(facts["conduct.offences"], "ja") == "—"
    assert facts["income.2025"].unit is Unit.YEN


@pytest.mark.parametrize(
    ("key", "before", "after", "expected"),
    [
        ("residence.months", "115", 115, False),
        ("residence.months", "115", 116, False),
        ("residence.months", "115", 120, True),
        ("residence.months", "115", 60, True),
        ("residence.missing_days", "135", 125, False),
        ("residence.missing_days", "5", 0, False),
        ("residence.missing_days", "135", 500, True),
        ("residence.years", "9", 10, False),
        ("residence.years", "9", 11, True),
        ("residence.years", "9", 8, True),
        ("residence.since", "2017-04-03", date(2017, 4, 3), False),
        ("residence.since", "2017-04-03", date(2016, 4, 3), True),
        ("obligations.national_pension.months_late", "2", 3, True),
        ("obligations.national_pension.months_late", "2", None, True),
        ("obligations.national_pension.2025-06", "100", 110, False),
        ("obligations.national_pension.2025-06", "100", 14, True),
        ("status.current", "student", "artist", True),
        ("conduct.offences", "", None, False),
        ("conduct.offences", "", 1, True),
    ],
)
def test_time_gone_by_is_no_change(key: str, before: str, after: int | date | str | None, expected: bool) -> None:
    assert changed(key, before, after, date(2026, 11, 9), date(2026, 11, 19)) is expected
