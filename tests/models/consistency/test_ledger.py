"""The ledger: what may follow what, and that it survives being written down."""

import json
from datetime import date

import pytest

from models.consistency.ledger import Box, Cell, Entry, Ledger, from_json, refusal, to_json

K = 10
YEAR = Box(date(2025, 1, 1), date(2025, 12, 31))


def cell(box: Box, value: int, variable: str = "reason:R-1") -> Cell:
    """A published figure, rounded to five."""
    return Cell(box, variable, value, max(K, value - 4), value + 4)


def out(*cells: Cell, parts: tuple[str, ...] = ()) -> Ledger:
    """A ledger with one release."""
    return Ledger((Entry("r1", cells[0].box if cells else YEAR, cells, parts),))


def months(first: int, last: int, kind: str | None = None, unit: str | None = None) -> Box:
    """Whole months of 2025."""
    return Box(date(2025, first, 1), date(2025, last, 28), kind, unit)


def test_the_first_release_is_free() -> None:
    assert refusal(Ledger(), [cell(YEAR, 20)], K) is None


def test_the_same_question_has_the_same_answer() -> None:
    assert refusal(out(cell(YEAR, 50)), [cell(YEAR, 50)], K) is None
    assert refusal(out(cell(YEAR, 50)), [cell(YEAR, 55)], K) == "why_changed_since_release"


@pytest.mark.parametrize(
    ("later", "why"), [(60, "why_difference_too_small"), (65, "why_difference_too_small"), (70, None)]
)
def test_what_lies_between_two_releases_is_a_table_of_its_own(later: int, why: str | None) -> None:
    assert refusal(out(cell(months(1, 6), 50)), [cell(months(1, 7), later)], K) == why
    assert refusal(out(cell(months(1, 7), later)), [cell(months(1, 6), 50)], K) == why


def test_a_kind_or_a_unit_taken_from_the_whole_leaves_the_others() -> None:
    whole = out(cell(YEAR, 300))
    assert refusal(whole, [cell(Box(YEAR.from_, YEAR.to, kind="extension"), 290)], K) == "why_difference_too_small"
    assert refusal(whole, [cell(Box(YEAR.from_, YEAR.to, unit="first"), 290)], K) == "why_difference_too_small"
    assert refusal(whole, [cell(Box(YEAR.from_, YEAR.to, unit="first"), 200)], K) is None


def test_differences_over_three_releases_are_found() -> None:
    """The year less its two halves leaves what neither names; each pair alone would be fine."""
    quarters = [cell(months(1, 6), 100), cell(months(7, 11), 100)]
    rest = [cell(YEAR, 200)]
    assert refusal(out(*quarters), rest, K) is None, "rounding leaves the rest between 0 and 12: ten wide"
    exact = [Cell(each.box, each.variable, each.value, each.value - 1, each.value + 1) for each in (*quarters, *rest)]
    assert refusal(out(*exact[:2]), exact[2:], K) == "why_region_too_narrow"


def test_figures_that_contradict_each_other_are_not_added_to() -> None:
    """Decisions corrected after a release: the parts are more than the whole could be."""
    parts = [cell(months(1, 3), 100), cell(months(4, 6), 100), cell(months(1, 8), 150)]
    assert refusal(out(*parts), [cell(months(3, 10), 400)], K) == "why_region_too_narrow"


def test_outcomes_need_a_wide_gap() -> None:
    old = [cell(months(1, 6), 300, "outcome:grant"), cell(months(1, 6), 100, "outcome:refuse")]
    near = [cell(months(1, 7), 340, "outcome:grant"), cell(months(1, 7), 130, "outcome:refuse")]
    far = [cell(months(1, 7), 380, "outcome:grant"), cell(months(1, 7), 130, "outcome:refuse")]
    assert refusal(out(*old), near, K) == "why_difference_too_small"
    assert refusal(out(*old), far, K) is None


def test_apart_in_time_kind_or_unit_is_apart() -> None:
    assert refusal(out(cell(months(1, 3), 50)), [cell(months(4, 6), 50)], K) is None
    assert not Box(YEAR.from_, YEAR.to, "a").overlaps(Box(YEAR.from_, YEAR.to, "b"))
    assert Box(YEAR.from_, YEAR.to, "a").overlaps(Box(YEAR.from_, YEAR.to, None, "u"))


def test_parts_are_given_once_for_the_same_decisions() -> None:
    ledger = out(cell(months(1, 6), 50), parts=("examiners",))
    assert ledger.has_part("examiners", months(6, 9))
    assert not ledger.has_part("examiners", months(7, 9))
    assert not ledger.has_part("months", months(6, 9))


def test_it_survives_being_written_down() -> None:
    ledger = out(cell(months(1, 6, "extension", "第一部門"), 50), cell(YEAR, 90, "outcome:grant"), parts=("months",))
    assert from_json(json.loads(json.dumps(to_json(ledger)))) == ledger
    assert from_json({}) == Ledger()
