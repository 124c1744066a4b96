"""Suppression, the audit by linear programming, rounding."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.consistency import audit, suppression
from models.consistency.arrays import Ints
from models.consistency.rounding import Rounder
from models.consistency.values import Contribution

K = 10
COUNTS = hnp.arrays(np.int64, st.tuples(st.integers(2, 6), st.integers(2, 4)), elements=st.integers(0, 60))


@given(COUNTS)
def test_no_hidden_row_can_be_worked_out(counts: Ints) -> None:
    small = np.atleast_1d((counts < K).any(axis=1))
    hidden = suppression.hide_rows(counts, small, K)
    assert hidden[small].all()
    if not hidden.all():
        cells = np.repeat(hidden[:, None], counts.shape[1], axis=1)
        assert not audit.too_narrow(counts, cells, K, rows_known=False).any()


@settings(max_examples=25)
@given(COUNTS)
def test_no_hidden_cell_of_a_full_table_can_be_worked_out(counts: Ints) -> None:
    hidden = suppression.hide_cells(counts, counts < K, K)
    assert hidden[counts < K].all()
    if not hidden.all():
        assert not audit.too_narrow(counts, hidden, K, rows_known=True).any()


def test_the_audit_finds_what_enumeration_finds() -> None:
    counts = np.array([[3, 12, 4], [11, 2, 5], [1, 6, 9]])
    hidden = np.array([[True, True, False], [True, True, False], [False, False, True]])
    low, high = audit.intervals(audit.table_system(counts, hidden, rows_known=True))
    feasible = _by_hand(counts)
    assert low.tolist() == [min(each) for each in zip(*feasible, strict=True)]
    assert high.tolist() == [max(each) for each in zip(*feasible, strict=True)]


def _by_hand(counts: Ints) -> list[tuple[int, ...]]:
    """Every whole-number filling of the hidden 2 x 2 block and of the single cell, which the sums give away."""
    made: list[tuple[int, ...]] = []
    for first in range(40):
        second = int(counts[0, :2].sum()) - first
        third = int(counts[:2, 0].sum()) - first
        fourth = int(counts[1, :2].sum()) - third
        if min(second, third, fourth) >= 0:
            made.append((first, second, third, fourth, int(counts[2, 2])))
    return made


def test_a_single_hidden_cell_is_found_out() -> None:
    counts = np.array([[3, 40], [50, 60]])
    failed = audit.too_narrow(counts, counts < K, K, rows_known=True)
    assert failed.tolist() == [[True, False], [False, False]]


@pytest.mark.parametrize(
    ("made", "sensitive"),
    [
        (Contribution(9, 1, 2), True),
        (Contribution(0, 0, 0), True),
        (Contribution(100, 85, 92), True),
        (Contribution(100, 89, 90), False),
        (Contribution(1000, 889, 899), False),
        (Contribution(100, 20, 35), False),
    ],
)
def test_small_and_dominated_counts_are_sensitive(made: Contribution, sensitive: bool) -> None:
    assert suppression.is_sensitive(made, K) is sensitive


def test_the_threshold_can_be_raised() -> None:
    assert suppression.is_sensitive(Contribution(15, 3, 5), 20)
    assert not suppression.is_sensitive(Contribution(15, 3, 5), 10)


@given(st.binary(min_size=32, max_size=32), st.text(max_size=20), st.integers(0, 10_000))
def test_rounding_is_fixed_and_near(key: bytes, cell: str, count: int) -> None:
    rounder = Rounder(key)
    rounded = rounder.round(cell, count)
    assert rounded == Rounder(key).round(cell, count)
    assert rounded % 5 == 0
    assert abs(rounded - count) < 5
    low, high = rounder.bounds(rounded, 0)
    assert low <= count <= high


def test_rounding_is_unbiased_over_cells() -> None:
    rounder = Rounder(b"k" * 32)
    for count in (11, 12, 13, 14):
        mean = np.mean([rounder.round(f"cell{place}", count) for place in range(4000)])
        assert mean == pytest.approx(count, abs=0.12)


def test_another_key_rounds_otherwise() -> None:
    names = [f"cell{place}" for place in range(50)]
    first, second = (tuple(Rounder(key * 32).round(name, 12) for name in names) for key in (b"a", b"b"))
    assert first != second
