"""What the queue shows and offers, without Qt."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.queue import form
from desktop.queue.form import Act, Heading
from models.cases.values import Kind, QueueCounts, QueueFilter, QueueRow, QueueView, State
from models.errors import Message
from models.people.values import Role
from tests.builders import AUDITOR, EXAMINER, SUPERVISOR

ROW = QueueRow(
    "PR-1", "examining", date(2026, 7, 10), "王 小燕", Kind.PERMANENT_RESIDENCE, "general", State.EXAMINING,
    Message("cases.next_answer", {"left": 5}), 11, 16, False, "examiner1",
)  # fmt: skip


def rows(*groups: str) -> list[QueueRow]:
    return [replace(ROW, id=f"PR-{n}", group=group) for n, group in enumerate(groups)]


def test_rows_stand_under_their_groups() -> None:
    made = form.lines(rows("returned", "returned", "waiting"), (), True, {})
    assert [line.group if isinstance(line, Heading) else line.id for line in made] == [
        "returned",
        "PR-0",
        "PR-1",
        "waiting",
        "PR-2",
    ]
    assert [line.count for line in made if isinstance(line, Heading)] == [2, 1]


def test_a_group_that_may_go_on_says_no_count_unless_it_is_known() -> None:
    unfinished = form.lines(rows("returned", "waiting"), (), False, {})
    assert [line.count for line in unfinished if isinstance(line, Heading)] == [1, None]
    known = form.lines(rows("returned", "waiting"), (), False, {"waiting": 4_000})
    assert [line.count for line in known if isinstance(line, Heading)] == [1, 4_000]


def test_a_folded_group_keeps_its_heading() -> None:
    made = form.lines(rows("returned", "waiting"), ("returned",), True, {})
    assert [isinstance(line, Heading) for line in made] == [True, True, False]
    assert made[0] == Heading("returned", 1, True)


@pytest.mark.parametrize(
    ("changes", "actor", "act"),
    [
        ({}, EXAMINER, Act.EXAMINE),
        ({"found": 16}, EXAMINER, Act.PROPOSE),
        ({"state": State.RETURNED}, EXAMINER, Act.ANSWER),
        ({"state": State.RECEIVED, "assigned_to": None}, EXAMINER, Act.TAKE),
        ({"state": State.RECEIVED, "assigned_to": None}, SUPERVISOR, Act.READ),
        ({"assigned_to": "examiner2"}, EXAMINER, Act.READ),
        ({"state": State.WAITING}, EXAMINER, Act.READ),
        ({"state": State.PROPOSED}, EXAMINER, Act.READ),
        ({"state": State.PROPOSED}, SUPERVISOR, Act.COUNTERSIGN),
        ({"state": State.COUNTERSIGNED}, SUPERVISOR, Act.ISSUE),
        ({"state": State.COUNTERSIGNED}, EXAMINER, Act.ISSUE),
        ({}, AUDITOR, Act.READ),
        ({"state": State.ISSUED}, EXAMINER, Act.READ),
    ],
)
def test_the_next_act_follows_state_and_role(changes: dict[str, object], actor: object, act: Act) -> None:
    assert form.act_of(replace(ROW, **changes), actor) is act  # type: ignore[arg-type]  # fields by name


def test_a_supervisor_comes_to_countersign_and_an_auditor_to_read() -> None:
    assert form.first_view(Role.EXAMINER) is QueueView.MINE
    assert form.first_view(Role.SUPERVISOR) is QueueView.TO_COUNTERSIGN
    assert form.first_view(Role.AUDITOR) is QueueView.ALL


@pytest.mark.parametrize("role", list(Role))
def test_no_saved_view_is_offered_twice(role: Role) -> None:
    offered = [view for _, views in form.sections(role) for view in views]
    assert len(offered) == len(set(offered))


def test_overdue_counts_only_while_something_is_to_be_done() -> None:
    today = date(2026, 7, 11)
    assert form.overdue(ROW, today)
    assert not form.overdue(replace(ROW, due_on=today), today)
    assert not form.overdue(replace(ROW, state=State.ISSUED), today)
    assert not form.due_matters(replace(ROW, state=State.CLOSED))


def test_a_filter_is_remembered_without_what_was_searched() -> None:
    flt = QueueFilter(QueueView.WAITING, "王 小燕", Kind.PERMANENT_RESIDENCE, "spouse", 14)
    kept = form.to_json(flt)
    assert "王" not in str(kept)
    assert form.from_json(kept, Role.EXAMINER) == replace(flt, search="")


@pytest.mark.parametrize("damaged", [None, 7, {}, {"view": "no such"}, {"view": "mine", "kind": "no such"}, ["mine"]])
def test_a_damaged_memory_becomes_the_first_view(damaged: object) -> None:
    assert form.from_json(damaged, Role.SUPERVISOR) == QueueFilter(QueueView.TO_COUNTERSIGN)


def test_another_role_s_view_is_not_taken_over() -> None:
    assert form.from_json({"view": "mine"}, Role.SUPERVISOR).view is QueueView.TO_COUNTERSIGN


def test_counts_help_only_while_nothing_narrows() -> None:
    counts = QueueCounts(((QueueView.RETURNED, 2), (QueueView.WAITING, 6)), datetime(2026, 7, 1, tzinfo=UTC))
    assert form.known_counts(counts, QueueFilter())["waiting"] == 6
    assert form.known_counts(counts, QueueFilter(search="王")) == {}
    assert form.known_counts(counts, QueueFilter(QueueView.ALL)) == {}
    assert form.known_counts(None, QueueFilter()) == {}
