"""The way of a case, its next step and its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cases import rules
from models.cases.folding import fold, folded_fields, grams
from models.cases.values import State, WaitingFor
from models.errors import NotPermitted
from models.frameworks.values import Period
from resources import messages


@pytest.mark.parametrize("old", State)
@pytest.mark.parametrize("new", State)
def test_a_case_goes_only_where_it_may(old: State, new: State) -> None:
    if new in rules.ALLOWED[old]:
        rules.check_move("A-1", old, new)
        return
    with pytest.raises(NotPermitted) as told:
        rules.check_move("A-1", old, new)
    assert messages.has(told.value.message.code)
    assert messages.has(told.value.message.code, "en")


def test_issued_is_reached_only_over_the_countersignature() -> None:
    assert [old for old in State if State.ISSUED in rules.ALLOWED[old]] == [State.COUNTERSIGNED]
    assert [old for old in State if State.COUNTERSIGNED in rules.ALLOWED[old]] == [State.PROPOSED]


@pytest.mark.parametrize(
    ("received", "period", "waited", "due"),
    [
        (date(2026, 4, 6), Period(4, 0), 0, date(2026, 8, 6)),
        (date(2026, 1, 31), Period(1, 0), 0, date(2026, 2, 28)),
        (date(2026, 4, 6), Period(0, 14), 0, date(2026, 4, 20)),
        (date(2026, 4, 6), Period(4, 0), 30, date(2026, 9, 5)),
        (date(2024, 2, 29), Period(12, 1), 0, date(2025, 3, 1)),
    ],
)
def test_due_on(received: date, period: Period, waited: int, due: date) -> None:
    assert rules.due_on(received, period, waited) == due


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("waiting", [None, *WaitingFor])
@pytest.mark.parametrize("assigned", [True, False])
@pytest.mark.parametrize("found", [0, 12])
def test_every_case_says_what_is_next(state: State, waiting: WaitingFor | None, assigned: bool, found: int) -> None:
    step = rules.next_step(state, assigned=assigned, found=found, criteria=12, waiting_for=waiting)
    assert messages.has(step.code)
    assert "{" not in step.text("ja") + step.text("en")


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("山田 太郎", "山田太郎"),
        ("グエン・ティ・ラン", "ぐえんてぃ"),
        ("Nguyễn Thị Lan", "NGUYỄN thị"),
        ("ｶﾞﾙｼｱ", "がるしあ"),
        ("𠮷野家", "𠮷野"),
        ("A-00012", "ａ-0001"),
    ],
)
def test_what_is_typed_finds_what_is_stored(stored: str, typed: str) -> None:
    assert fold(typed) in fold(stored)
    assert grams(fold(typed)) <= grams(folded_fields("x", stored))


@given(st.text(), st.text())
def test_every_character_of_a_field_begins_a_pair(first: str, second: str) -> None:
    folded = folded_fields(first, second)
    assert {pair[0] for pair in grams(folded)} == set(folded) - {"\n"}
