"""The board: loads are counted, cases go round by the rule, and nothing on it speaks of outcomes."""

import dataclasses
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations import board, records, turns
from desktop.operations import cases as case_ops
from models.board import rules, values
from models.board.values import Line, Load
from models.cases.values import Kind, State
from models.errors import BadInput, CheckFailed, NotPermitted
from models.store.office import Office
from tests import builders

KINDS = tuple(Kind)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.many_cases(made, 9)
    yield made
    made.close()


def line(number: int, kind: Kind = Kind.EXTENSION, unit: str = "u", household: str | None = None) -> Line:
    due = date(2026, 7, 1) + timedelta(days=number)
    return Line(f"C-{number:03}", kind, "general", unit, State.RECEIVED, None, due, due, 10, household=household)


def load(login: str, unit: str | None = "u", away: bool = False) -> Load:
    return Load(login, login, unit, 0, 0, 0, 0, (), away)


def test_counted_for_each(office: Office) -> None:
    for case in ("B-00000", "B-00001"):
        case_ops.take(office, builders.EXAMINER, case)
    found = board.board(office, builders.SUPERVISOR)
    mine = {each.login: each for each in found.people}
    assert (mine["examiner1"].open, mine["examiner2"].open, len(found.free)) == (2, 0, 7)
    assert sum(number for _, number in found.ages) == 9
    assert [each.case for each in found.of("examiner1")] == sorted(
        ["B-00000", "B-00001"], key=lambda case: builders.case_file(office, case).case.due_on
    )
    assert board.board(office, builders.SUPERVISOR, "elsewhere").lines == ()


def test_cases_go_round_and_the_record_says_why(office: Office) -> None:
    plan = board.shares(office, builders.SUPERVISOR)
    made = board.go_round(office, builders.SUPERVISOR)
    assert {each.case: each.to for each in plan} == {each.case: each.to_person for each in made}
    given = Counter(each.to_person for each in made)
    assert max(given.values()) - min(given.values()) <= 1
    assert {each.why for each in made} == {"順番（種類と担当件数による）"}
    with pytest.raises(BadInput):
        board.go_round(office, builders.SUPERVISOR)
    assert records.verify(office).ok


def test_by_hand_a_reason_is_needed(office: Office) -> None:
    with pytest.raises(CheckFailed):
        board.give(office, builders.SUPERVISOR, {"B-00000": "examiner1"}, " ")
    assert board.board(office, builders.SUPERVISOR).of("examiner1") == ()
    board.give(office, builders.SUPERVISOR, {"B-00000": "examiner1"}, "前の申請を担当した。")
    assert [each.case for each in board.board(office, builders.SUPERVISOR).of("examiner1")] == ["B-00000"]


def test_nothing_goes_to_who_is_away(office: Office) -> None:
    turns.note_absence(office, builders.SUPERVISOR, "examiner1", builders.TODAY, None, "")
    assert {each.to for each in board.shares(office, builders.SUPERVISOR)} == {"examiner2"}
    assert [each.away for each in board.board(office, builders.SUPERVISOR).people] == [True, False]


def test_only_who_assigns_sees_the_board(office: Office) -> None:
    for actor in (builders.EXAMINER, builders.AUDITOR, builders.RULE_KEEPER, builders.ADMIN):
        with pytest.raises(NotPermitted):
            board.board(office, actor)


@given(st.lists(st.sampled_from(KINDS), max_size=40), st.integers(1, 6))
def test_the_rule_is_fair_by_kind_and_in_all(kinds: list[Kind], people: int) -> None:
    shares = rules.go_round([line(n, kind) for n, kind in enumerate(kinds)], [load(f"p{n}") for n in range(people)])
    assert [each.case for each in shares] == [f"C-{n:03}" for n in range(len(kinds))]
    for kind in KINDS:
        mine = Counter(share.to for share, each in zip(shares, kinds, strict=True) if each is kind)
        counts = [mine.get(f"p{n}", 0) for n in range(people)]
        assert max(counts) - min(counts) <= 1


def test_a_family_stays_together_and_nobody_gets_another_unit_s() -> None:
    lines = [line(n, household="H" if n % 2 else None) for n in range(6)] + [line(9, unit="v")]
    shares = rules.go_round(lines, [load("a"), load("b")])
    assert len({each.to for each in shares if int(each.case[2:]) % 2 and each.case != "C-009"}) == 1
    assert shares[-1].to is None


def test_a_family_joins_whom_it_is_with_already_unless_they_are_away() -> None:
    held = [dataclasses.replace(line(1, household="H"), assigned_to="b", state=State.EXAMINING)]
    free = [line(2, household="H"), line(3)]
    assert [each.to for each in rules.go_round(free, [load("a"), load("b")], held)] == ["b", "a"]
    assert [each.to for each in rules.go_round(free, [load("a"), load("b", away=True)], held)] == ["a", "a"]


def test_a_family_over_two_units_stays_with_each_unit_s_own_people() -> None:
    free = [line(1, household="H"), line(2, unit="v", household="H"), line(3, unit="w", household="H")]
    assert [each.to for each in rules.go_round(free, [load("a"), load("b", "v")])] == ["a", "b", None]


def test_no_place_for_an_outcome() -> None:
    names = {f.name for each in (Line, Load, values.Board) for f in dataclasses.fields(each)}
    assert not {name for name in names if any(word in name for word in ("outcome", "grant", "refus", "rate", "rank"))}


def test_a_waiting_case_is_neither_late_nor_soon() -> None:
    today = date(2026, 7, 1)
    assert rules.lateness(today - timedelta(days=1), False, today) == (True, False)
    assert rules.lateness(today, False, today) == (False, True)
    assert rules.lateness(today - timedelta(days=9), True, today) == (False, False)
    old = [dataclasses.replace(line(n), age=age) for n, age in enumerate((30, 31, 182, 365, 366))]
    assert [number for _, number in rules.ages(old)] == [1, 1, 1, 1, 1]
