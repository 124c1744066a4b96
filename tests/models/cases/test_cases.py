"""Cases arrive, are taken, found and paged."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.operations import cases as operations
from desktop.operations import records as record_ops
from models.cases import service
from models.cases.values import ClosedAs, NewCase, QueueFilter, QueueView, State, WaitingFor
from models.errors import BadInput, NotFound, NotPermitted, RowsRefused
from models.people.values import CONSOLE, Actor
from models.store.clock import Clock
from models.store.office import Office
from tests import builders
from tests.builders import ADMIN, EXAMINER, EXAMINER2, SUPERVISOR, new_case


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        yield made


def arrive(office: Office, *new: NewCase) -> tuple[str, ...]:
    with office.begin() as session:
        return service.insert_new(session, CONSOLE, new, {"what": "cases"}).new


def ids(office: Office, flt: QueueFilter, size: int = 200) -> list[str]:
    found, after = [], None
    while True:
        page = operations.page(office, EXAMINER, flt, after, size)
        found += [row.id for row in page.rows]
        if page.after is None:
            assert page.total == len(found)
            return found
        after = page.after


def test_a_case_arrives_with_its_form_its_framework_and_its_day(office: Office) -> None:
    arrive(office, new_case("A-001"))
    file = operations.gather(office, "A-001")
    assert file.case.state is State.RECEIVED
    assert file.case.framework == file.framework.ref
    assert file.case.due_on > file.case.received_on
    assert [(each.id, each.kind.value) for each in file.evidence] == [("E1", "application")]
    assert file.case.applicant == new_case("A-001").applicant
    assert [each.kind for each in file.events] == ["received"]


def test_names_are_kept_to_the_byte(office: Office) -> None:
    name = "塚\U000e0101 ＡＢＣ ﾔﾏﾀﾞ が\u304b\u3099 Nguyễn"
    arrive(office, new_case("A-001", name=name))
    assert operations.gather(office, "A-001").case.applicant.name == name


def test_the_same_case_again_is_skipped_and_another_is_refused(office: Office) -> None:
    arrive(office, new_case("A-001"))
    assert arrive(office, new_case("A-001", line=2)) == ()
    with pytest.raises(RowsRefused) as told:
        arrive(office, new_case("A-002", line=2), new_case("A-001", name="別人", line=3))
    assert [(each.line, each.column) for each in told.value.bad] == [(3, "name")]
    assert [each.id for each in operations.listing(office)] == ["A-001"]


def test_all_or_none(office: Office) -> None:
    before = operations.listing(office)
    with pytest.raises(RowsRefused) as told:
        arrive(
            office, new_case("A-001", line=2), new_case("A-002", route="no_such_route", line=3),
            new_case("A-001", line=4),
        )  # fmt: skip
    assert [each.line for each in told.value.bad] == [3, 4]
    assert operations.listing(office) == before
    assert record_ops.verify(office).ok


def test_unknown_units_are_made(office: Office) -> None:
    with office.begin() as session:
        done = service.insert_new(session, CONSOLE, [new_case("A", unit="新設課"), new_case("B", unit="新設課")], {})
    assert done.units == ("新設課",)


def test_a_case_is_taken_once(office: Office) -> None:
    arrive(office, new_case("A-001"))
    assert operations.take(office, EXAMINER, "A-001").assigned_to == "examiner1"
    assert operations.take(office, EXAMINER, "A-001").assigned_to == "examiner1"
    with pytest.raises(NotPermitted, match="with examiner1"):
        operations.take(office, EXAMINER2, "A-001")
    with pytest.raises(NotPermitted):
        operations.take(office, SUPERVISOR, "A-001")
    with pytest.raises(NotFound, match="A-404"):
        operations.take(office, EXAMINER, "A-404")


def test_the_next_case_is_the_one_due_first_in_ones_unit(office: Office) -> None:
    arrive(
        office, new_case("A", received_on=date(2026, 5, 2)), new_case("B", received_on=date(2026, 5, 1)),
        new_case("C", received_on=date(2026, 1, 1), unit="大阪"),
    )  # fmt: skip
    assert [operations.take_next(office, EXAMINER) for _ in range(3)] == ["B", "A", None]


def test_take_next_with_a_key_takes_one_case(office: Office) -> None:
    builders.many_cases(office, 3)
    assert operations.take_next(office, EXAMINER, "k") == operations.take_next(office, EXAMINER, "k")
    assert len(ids(office, QueueFilter(QueueView.MINE))) == 1


def test_two_never_get_the_same_case(office: Office) -> None:
    builders.many_cases(office, 60)
    got: list[str] = []

    def work(actor: Actor) -> None:
        while case := operations.take_next(office, actor):
            got.append(case)

    threads = [threading.Thread(target=work, args=(actor,)) for actor in (EXAMINER, EXAMINER2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(got) == 60
    assert set(Counter(got).values()) == {1}
    assert record_ops.verify(office).ok


def test_a_supervisor_gives_a_case_to_an_examiner_only(office: Office) -> None:
    arrive(office, new_case("A-001"))
    assert operations.assign(office, SUPERVISOR, "A-001", "examiner2").assigned_to == "examiner2"
    for nobody in ("supervisor2", "no_such_login"):
        with pytest.raises(BadInput, match="no examiner"):
            operations.assign(office, SUPERVISOR, "A-001", nobody)
    with pytest.raises(NotPermitted):
        operations.assign(office, EXAMINER, "A-001", "examiner1")


def test_what_has_ended_is_taken_by_nobody(office: Office) -> None:
    arrive(office, new_case("A-001"))
    operations.close(office, SUPERVISOR, "A-001", ClosedAs.LAPSED, "死亡")
    with pytest.raises(NotPermitted, match="closed"):
        operations.take(office, EXAMINER, "A-001")
    with pytest.raises(NotPermitted, match="closed"):
        operations.assign(office, SUPERVISOR, "A-001", "examiner1")
    assert operations.take_next(office, EXAMINER) is None


def test_waiting_stops_the_clock(tmp_path: Path) -> None:
    now = [builders.NOON]
    with builders.office(tmp_path, Clock(lambda: now[0])) as office:
        builders.ready_case(office)
        due = operations.take(office, EXAMINER, "A-001").due_on
        assert operations.wait(office, EXAMINER, "A-001", WaitingFor.DOCUMENTS).waiting_for is WaitingFor.DOCUMENTS
        now[0] += timedelta(days=20)
        after = operations.resume(office, EXAMINER, "A-001")
        assert (after.state, after.waiting_for) == (State.EXAMINING, None)
        assert after.due_on == due + timedelta(days=20)
        assert record_ops.verify(office).ok


def test_a_case_ends_and_is_taken_up_again_with_a_reason(office: Office) -> None:
    arrive(office, new_case("A-001"))
    assert operations.close(office, SUPERVISOR, "A-001", ClosedAs.WITHDRAWN, "取下書").closed_as is ClosedAs.WITHDRAWN
    with pytest.raises(BadInput, match="why"):
        operations.reopen(office, SUPERVISOR, "A-001", " ")
    again = operations.reopen(office, SUPERVISOR, "A-001", "判決による")
    assert (again.state, again.closed_as) == (State.EXAMINING, None)
    with pytest.raises(NotPermitted, match="not ended"):
        operations.reopen(office, SUPERVISOR, "A-001", "x")
    assert [each.kind for each in operations.gather(office, "A-001").events] == [
        "received", "closed", "reopened", "refused",
    ]  # fmt: skip


def test_that_somebody_saw_a_case_is_recorded_once_a_day(tmp_path: Path) -> None:
    now = [builders.NOON]
    with builders.office(tmp_path, Clock(lambda: now[0])) as office:
        builders.ready_case(office)
        for actor in (EXAMINER, EXAMINER, SUPERVISOR):
            operations.open_case(office, actor, "A-001")
        now[0] += timedelta(days=1)
        operations.open_case(office, EXAMINER, "A-001")
        seen = [each.who for each in operations.gather(office, "A-001").events if each.kind == "viewed"]
    assert seen == ["examiner1", "supervisor1", "examiner1"]


def test_paging_by_key_sees_each_case_once_and_in_order(office: Office) -> None:
    made = builders.many_cases(office, 700)
    found = ids(office, QueueFilter(QueueView.ALL), 60)
    assert sorted(found) == sorted(made)
    due = {each.id: each.due_on for each in operations.listing(office)}
    assert found == sorted(found, key=lambda case: (due[case], case))


def test_a_page_is_not_moved_by_what_happens_before_it(office: Office) -> None:
    builders.many_cases(office, 50)
    flt = QueueFilter(QueueView.ALL)
    first = operations.page(office, EXAMINER, flt, None, 20)
    arrive(office, new_case("Z-1", received_on=date(2020, 1, 1)))
    second = operations.page(office, EXAMINER, flt, first.after, 40)
    assert {row.id for row in first.rows}.isdisjoint(row.id for row in second.rows)
    assert len(first.rows) + len(second.rows) == 50


def test_a_cursor_that_is_none_is_refused(office: Office) -> None:
    for cursor in ("x", "1|2", "1|2|2026-13-01|A"):
        with pytest.raises(BadInput, match="no place in the queue"):
            operations.page(office, EXAMINER, QueueFilter(), cursor)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("山田", ["A"]), ("やまだ", ["A"]), ("ﾔﾏﾀﾞ", ["A"]), ("林", ["B"]), ("李 林", ["B"]), ("A", ["A"]), ("太郎", ["A"]),
        ("nguyễn", ["C"]), ("田太", ["A"]), ("不在", []), ("郎や", []), ("100%", ["D"]), ("_", []), ("𠮷", ["E"]), ("", list("ABCDE")),
    ],
)  # fmt: skip
def test_search_finds_names_of_two_characters(office: Office, search: str, expected: list[str]) -> None:
    for case, name, reading in [
        ("A", "山田 太郎", "ヤマダ タロウ"), ("B", "李林", "リリン"), ("C", "Nguyễn Thị", "グエン"), ("D", "100% 確", "カク"),
        ("E", "𠮷野", "ヨシノ"),
    ]:  # fmt: skip
        arrive(office, new_case(case, name=name, name_reading=reading))
    assert ids(office, QueueFilter(QueueView.ALL, search)) == expected


def test_the_views_and_their_counts_agree(office: Office) -> None:
    builders.many_cases(office, 40)
    builders.ready_case(office)
    for n in range(10):
        operations.take_next(office, EXAMINER if n % 2 else EXAMINER2)
    operations.take(office, EXAMINER, "A-001")
    operations.wait(office, EXAMINER, "A-001", WaitingFor.SURVEY)
    counted = dict(operations.counts(office, EXAMINER).by_view)
    for view in QueueView:
        assert counted[view] == len(ids(office, QueueFilter(view))), view
    assert counted[QueueView.ALL] == 41
    assert counted[QueueView.WAITING] == 1


def test_filters_narrow(office: Office) -> None:
    arrive(office, new_case("A", unit="大阪"), new_case("B", received_on=date(2026, 1, 5)), new_case("C"))
    assert ids(office, QueueFilter(QueueView.ALL, unit="大阪")) == ["A"]
    assert ids(office, QueueFilter(QueueView.ALL, route="spouse")) == []
    overdue = ids(office, QueueFilter(QueueView.ALL, due_within_days=-1))
    assert overdue == [c.id for c in operations.listing(office) if c.due_on < builders.TODAY]


def test_who_may_bring_cases(office: Office) -> None:
    with pytest.raises(NotPermitted), office.begin() as session:
        service.insert_new(session, builders.AUDITOR, [new_case()], {})
    with office.begin() as session:
        assert service.insert_new(session, ADMIN, [new_case()], {}).new == ("A-001",)
