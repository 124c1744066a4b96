"""Who saw a case between two days."""

from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

import pytest

from desktop.operations import cases, seeing
from models.errors import NotFound
from models.records import service as records
from models.records.values import Act
from models.store.clock import fixed
from models.store.office import Office
from tests import builders

DAY = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
TABLE = {"test": 20_000, "prove": 1_000_000, "soak": 1_000_000}


def on(office: Office, day: int, hour: int = 3) -> None:
    office.clock = fixed(datetime(2026, 7, day, hour, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.ready_case(made, "A-002")
    return builders.opened(tmp_path / "office.akashi")


def test_everybody_who_saw_it_is_named_once_with_first_and_last(office: Office) -> None:
    with office:
        for day, who in (
            (2, builders.EXAMINER),
            (3, builders.SUPERVISOR),
            (3, builders.EXAMINER),
            (9, builders.EXAMINER),
        ):
            on(office, day)
            cases.open_case(office, who, "A-001")
        cases.open_case(office, builders.EXAMINER2, "A-002")
        found = seeing.seen(office, builders.AUDITOR, "A-001", date(2026, 7, 2))
        assert [(each.who, each.days, each.acts) for each in found] == [
            ("examiner1", 3, {"viewed": 3}), ("supervisor1", 1, {"viewed": 1}),
        ]  # fmt: skip
        assert (found[0].first.day, found[0].last.day) == (2, 9)


def test_the_days_are_those_of_japan_and_both_count(office: Office) -> None:
    with office:
        on(office, 2, 15)  # midnight of the 3rd in Japan
        cases.open_case(office, builders.SUPERVISOR, "A-001")
        for first, last, number in ((3, 3, 1), (2, 2, 0), (4, 5, 0), (1, 9, 1)):
            span = (date(2026, 7, first), date(2026, 7, last))
            found = seeing.seen(office, builders.AUDITOR, "A-001", *span)
            assert len([each for each in found if each.who == "supervisor1"]) == number


def test_who_was_refused_did_not_see_it(office: Office) -> None:
    with office:
        with office.begin() as session:
            records.append(session, Act("examiner2", "refused", {}, "A-001"))
        assert "examiner2" not in {each.who for each in seeing.seen(office, builders.AUDITOR, "A-001")}
        with pytest.raises(NotFound):
            seeing.seen(office, builders.AUDITOR, "A-404")


@pytest.mark.tiered
@pytest.mark.timeout(900)
def test_a_million_events_are_no_reason_to_wait(office: Office, tier: str) -> None:
    with office:
        for start in range(0, TABLE[tier], 20_000):
            acts = [Act("examiner2", "noted", {"n": n}, f"B-{n % 997}") for n in range(start, start + 20_000)]
            with office.begin() as session:
                records.append_many(session, [(act, []) for act in acts])
        on(office, 5)
        cases.open_case(office, builders.SUPERVISOR, "A-001")
        began = perf_counter()
        found = seeing.seen(office, builders.AUDITOR, "A-001", date(2026, 7, 5), date(2026, 7, 5))
        assert perf_counter() - began < 1
    assert [each.who for each in found] == ["supervisor1"]
