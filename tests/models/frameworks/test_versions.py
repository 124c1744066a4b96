"""Which version governs: the newest in force on the day of the decision, unless a transitional clause keeps an earlier one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.frameworks import library, reader
from models.frameworks.values import Framework, FrameworkRef, Transition

DAY = timedelta(days=1)
NOW = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
START = date(2027, 4, 1)
CLAUSE = replace(
    NOW.transitions[0], key="kept", from_=START, until=date(2027, 9, 30), keeps=NOW.version, received_before=START
)


def later(*clauses: Transition) -> Framework:
    """A version that takes effect on 1 April 2027."""
    return replace(NOW, version="2027-04-01", in_force_from=START, transitions=(*NOW.transitions, *clauses))


@pytest.fixture
def versions(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Framework:
    """Both versions carried; the parameter says whether the later one has the clause."""
    new = later(CLAUSE) if getattr(request, "param", False) else later()
    monkeypatch.setattr(library, "all_", lambda: (NOW, new))
    return new


@pytest.mark.parametrize(("day", "old"), [(START - DAY, True), (START, False), (START + DAY, False)])
def test_a_later_version_takes_the_place_of_the_one_before(versions: Framework, day: date, old: bool) -> None:
    assert (library.applies(NOW, day), library.applies(versions, day)) == (old, not old)
    assert library.in_force("permanent_residence", day) is (NOW if old else versions)


@pytest.mark.parametrize("versions", [True], indirect=True)
@pytest.mark.parametrize(
    ("received", "day", "old"),
    [
        (START - DAY, START - DAY, True),
        (START - DAY, START, True),
        (START, START, False),
        (START - DAY, date(2027, 9, 30), True),
        (START - DAY, date(2027, 10, 1), False),
    ],
)
def test_a_clause_keeps_the_earlier_one_for_cases_received_before(
    versions: Framework, received: date, day: date, old: bool
) -> None:
    assert (library.applies(NOW, day, received), library.applies(versions, day, received)) == (old, not old)
    assert library.in_force("permanent_residence", day, received) is (NOW if old else versions)


def test_without_a_day_of_receipt_that_day_is_meant(versions: Framework) -> None:
    assert library.applies(versions, START)
    assert not library.applies(NOW, START)


def test_half_a_clause_is_refused() -> None:
    path = next(each for each in library.paths() if each.parent.name == "permanent_residence")
    text = path.read_text(encoding="utf-8")
    broken = text.replace("  - key: late_payment_note\n", '  - key: late_payment_note\n    keeps: "2025-01-01"\n', 1)
    whole = broken.replace('    keeps: "2025-01-01"\n', '    keeps: "2025-01-01"\n    received_before: 2026-02-24\n', 1)
    assert [each.message.code for each in reader.examine_text(broken, "f.yaml").problems] == [
        "frameworks.half_a_clause"
    ]
    found = reader.examine_text(whole, "f.yaml").framework
    assert found is not None
    assert (found.transitions[0].keeps, found.transitions[0].received_before) == ("2025-01-01", date(2026, 2, 24))
