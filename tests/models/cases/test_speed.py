"""The queue stays instant because each page is one walk of an index: the plans are looked at, not the clock."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

from desktop.operations import cases as operations
from models.cases.search import service as search
from models.cases.tables import CaseRow
from models.cases.values import Kind, QueueFilter, QueueView
from models.records import service as records
from models.retention import service as retention
from models.store.office import Office
from tests import builders


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with builders.office(tmp_path_factory.mktemp("plans")) as made:
        builders.many_cases(made, 500)
        yield made


def plans(office: Office, flt: QueueFilter) -> list[str]:
    """How SQLite means to answer what a first and a second page ask."""

    def look() -> None:
        page = operations.page(office, builders.EXAMINER, flt, None, 5)
        operations.page(office, builders.EXAMINER, flt, page.after or "9|2|2026-01-01|A", 5)

    return plans_of(office, look)


def plans_of(office: Office, look: Callable[[], object]) -> list[str]:
    """How SQLite means to answer what somebody looks at."""
    asked: list[tuple[str, Any]] = []

    def note(_1: Any, _2: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(office._reader, "before_cursor_execute", note)
    try:
        look()
    finally:
        event.remove(office._reader, "before_cursor_execute", note)
    with office.read() as session:
        raw = session.connection().exec_driver_sql
        return [str(row[3]) for text, values in asked for row in raw("EXPLAIN QUERY PLAN " + text, values)]


FILTERS = [
    *[QueueFilter(view) for view in QueueView],
    QueueFilter(QueueView.ALL, kind=Kind.EXTENSION),
    QueueFilter(QueueView.ALL, unit=builders.UNIT),
]


@pytest.mark.parametrize("flt", FILTERS, ids=lambda flt: f"{flt.view} {flt.kind} {flt.unit}")
def test_a_page_is_a_walk_of_an_index_without_sorting(office: Office, flt: QueueFilter) -> None:
    steps = plans(office, flt)
    assert steps
    for step in steps:
        assert "TEMP B-TREE" not in step
        # An office has a handful of versions of its own; they are read as a whole.
        assert not step.startswith("SCAN") or "INDEX" in step or step == "SCAN framework_version"


@pytest.mark.parametrize("term", ["グエ", "グエン ティ", "B-00012", "ら"])
def test_a_rare_term_is_looked_up(office: Office, term: str) -> None:
    assert any("case_gram USING PRIMARY KEY" in step for step in plans(office, QueueFilter(QueueView.ALL, term)))


def test_a_common_term_is_walked_in_order(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "RARE", 10)
    assert not any("TEMP B-TREE" in step for step in plans(office, QueueFilter(QueueView.ALL, "グエ")))
    assert operations.page(office, builders.EXAMINER, QueueFilter(QueueView.ALL, "グエ"), None, 5).total == 500


def test_what_happened_in_cases_is_asked_of_their_events_alone(office: Office) -> None:
    """By its kind it would be looked for among all views, or all issued letters, that the office ever had."""
    named = [f"B-{n:05}" for n in range(5)]

    def look() -> None:
        with office.read() as session:
            assert records.last_of_kind(session, named[0], "viewed", "auditor1") is None
            retention._kept(session, [session.get_one(CaseRow, each) for each in named])

    steps = [each for each in plans_of(office, look) if " event " in each]
    # Only what was shared between cases, which is rare, is looked for by its kind.
    assert [each for each in steps if "case_id" not in each] == ["SEARCH event USING INDEX ix_event_kind (kind=?)"]
