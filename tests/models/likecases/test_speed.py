"""Like cases of any office are found in a few questions that an index answers: measured in statements, not in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, event

from desktop.operations import cases
from models.cases.tables import CaseRow
from models.errors import Severity
from models.likecases import bands, rules, service
from models.likecases.kept import service as kept
from models.store.office import Office
from tests import builders
from tests.models.likecases.offices import MET, NOT_MET, decided, pattern_of

SAID = {
    "about": "a", "first": date(2023, 7, 1), "day": date(2026, 7, 1), "case": "A-001", "pattern": "unpaid=0", "low": "unpaid=0;",
    "high": "unpaid=0<",
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = builders.office(tmp_path_factory.mktemp("office"))
    builders.ready_case(made)
    builders.find_all(made, not_met=["pension"])
    own = pattern_of(made)
    decided(made, [MET, MET, MET, NOT_MET] * 300, own)
    decided(made, [NOT_MET] * 1200, own.replace("explained=no", "explained=yes"), name="M", on=date(2026, 6, 30))
    yield made
    made.close()


@contextmanager
def statements(connection: Connection) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def count(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        said.append((statement, parameters))

    event.listen(connection.engine, "before_cursor_execute", count)
    try:
        yield said
    finally:
        event.remove(connection.engine, "before_cursor_execute", count)


def test_the_gate_asks_once_where_many_are_alike_and_a_few_times_elsewhere(office: Office) -> None:
    file = cases.gather(office, "A-001")
    with office.read() as session, statements(session.connection()) as said:
        found = service.problems(session, file, Severity.WARN)
    assert [each.place for each in found] == ["pension"]
    looked = [each for each in said if "like_case" in each[0]]
    assert len(looked) < 2 * len(file.criteria), "one where enough are alike, and one more where there are too few"


def test_a_walk_by_day_finds_the_newest_among_many(office: Office) -> None:
    file = cases.gather(office, "A-001")
    (criterion,) = [each for each in file.criteria if each.key == "pension"]
    (finding,) = [each for each in file.findings if each.criterion == "pension"]
    own = list(bands.traits(criterion, file.facts, file.evidence, file.seen_on))
    own[-1] = type(own[-1])("explained", "none", "text")
    with office.read() as session, statements(session.connection()) as said:
        row = session.get_one(CaseRow, "A-001")
        shown = kept.alike(session, row, finding, own, file.seen_on)
    assert [each.key for each in shown.basis] == ["unpaid", "late", "longest_late"]
    assert (shown.total, shown.counts) == (rules.MOST, ((NOT_MET, rules.MOST),)), "the newest, of June"
    assert len([each for each in said if "like_case" in each[0]]) <= 6


@pytest.mark.parametrize("name", ["_EXACT", "_LEAST", "_FEW", "_MANY"])
def test_an_index_alone_answers(office: Office, name: str) -> None:
    with office.read() as session, statements(session.connection()) as said:
        session.connection().execute(getattr(kept, name), SAID)
        raw = session.connection().exec_driver_sql
        told = " ".join(
            str(row[-1]) for text, values in tuple(said) for row in raw(f"EXPLAIN QUERY PLAN {text}", values)
        )
    wanted = "newest" if name == "_MANY" else "alike"
    assert f"COVERING INDEX ix_like_case_{wanted}" in told
    assert "SCAN" not in told
