"""The preview of a case: permission asked, seeing it recorded once a person, case and day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.operations import cases, records
from models.errors import NotFound
from models.store.clock import Clock
from models.store.office import Office
from tests import builders


class Moving:
    """A day that a test sets."""

    day = builders.TODAY

    def __call__(self) -> datetime:
        """Three in the morning, UTC: noon in Japan."""
        return datetime(self.day.year, self.day.month, self.day.day, 3, tzinfo=UTC)


@pytest.fixture
def clock() -> Moving:
    """The first of July."""
    return Moving()


@pytest.fixture
def office(tmp_path: Path, clock: Moving) -> Iterator[Office]:
    """An office with one case, taken by the examiner."""
    with builders.office(tmp_path, Clock(clock)) as made:
        cases.take(made, builders.EXAMINER, builders.ready_case(made))
        yield made


def seen(office: Office) -> list[str]:
    """Who saw a case, newest first."""
    return [event.who for event in records.page(office, builders.AUDITOR) if event.kind == "viewed"]


def test_seeing_is_recorded_once_a_person_and_day(office: Office, clock: Moving) -> None:
    assert cases.preview_again(office, builders.EXAMINER, "A-001") is None
    for _ in range(3):
        assert cases.preview(office, builders.EXAMINER, "A-001").case.id == "A-001"
    assert cases.preview_again(office, builders.EXAMINER, "A-001") is not None
    assert seen(office) == ["examiner1"]
    cases.preview(office, builders.SUPERVISOR, "A-001")
    assert seen(office) == ["supervisor1", "examiner1"]
    clock.day = date(2026, 7, 2)
    cases.preview(office, builders.EXAMINER, "A-001")
    assert seen(office) == ["examiner1", "supervisor1", "examiner1"]


def test_opening_after_a_preview_adds_nothing(office: Office) -> None:
    cases.preview(office, builders.EXAMINER, "A-001")
    cases.open_case(office, builders.EXAMINER, "A-001")
    assert seen(office) == ["examiner1"]
    assert records.verify(office).ok


def test_a_case_that_is_not_there_is_named(office: Office) -> None:
    with pytest.raises(NotFound):
        cases.preview(office, builders.EXAMINER, "A-404")
    assert seen(office) == []
