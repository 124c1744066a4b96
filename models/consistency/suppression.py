"""Which cells of a table are hidden: small ones, dominated ones, and others so that these cannot be worked out from
the sums.

Rules and their sources: threshold 10 and its complement, zeros included (UK LLC; ACRO ``safe_threshold``); (n,
k) = (2, 90 %) and p = 10 % dominance (Hundepool et al., Statistical Disclosure Control (2012), ch. 4.2);
complementary suppression (ch. 4.4).
"""

import numpy as np

from models.consistency import audit
from models.consistency.arrays import Bools, Ints
from models.consistency.values import Contribution

TWO_LARGEST, PROTECTION = 0.90, 0.10


def is_sensitive(made: Contribution, k: int) -> bool:
    """Whether a published count is too small, or says too much about one or two of the examiners who make it up."""
    if made.count < k or made.two_largest > TWO_LARGEST * made.count:
        return True
    return made.count - made.two_largest < PROTECTION * made.largest


def hide_rows(counts: Ints, hidden: Bools, k: int) -> Bools:
    """Hide further whole rows of a table whose column sums are known, until no hidden cell can be worked out.

    Safe when at least two rows are hidden and each column's hidden sum is at least ``k``: then every hidden
    cell lies anywhere between 0 and that sum. The smallest shown row is hidden first. The caller has the result
    audited.
    """
    hidden = hidden.copy()
    order = [int(row) for row in np.argsort(counts.sum(axis=1), kind="stable")]
    while hidden.any() and not hidden.all() and not _rows_safe(counts, hidden, k):
        hidden[next(row for row in order if not hidden[row])] = True
    return hidden


def _rows_safe(counts: Ints, hidden: Bools, k: int) -> bool:
    return bool(hidden.sum() >= 2 and (counts[hidden].sum(axis=0) >= k).all())


def hide_cells(counts: Ints, hidden: Bools, k: int) -> Bools:
    """Complementary suppression in a two-way table whose row and column sums are all published.

    Greedy: the smallest cell that shares a line with an unsafe one is hidden next; every round is judged by the
    linear programs of ``audit``, so that what is returned is safe or wholly hidden.
    """
    hidden = hidden.copy()
    while hidden.any() and not hidden.all():
        unsafe = audit.too_narrow(counts, hidden, k, rows_known=True)
        if not unsafe.any():
            return hidden
        hidden[_cheapest(counts, hidden, unsafe)] = True
    return hidden


def _cheapest(counts: Ints, hidden: Bools, unsafe: Bools) -> tuple[int, int]:
    """The smallest shown cell in the lines of the unsafe ones that have the fewest hidden cells; any shown cell if
    there is none."""
    rows, columns = np.atleast_1d(unsafe.any(axis=1)), np.atleast_1d(unsafe.any(axis=0))
    lines: Bools = (rows[:, None] | columns[None, :]) & ~hidden
    choice: Bools = lines if lines.any() else ~hidden
    crowded = hidden.sum(axis=1, keepdims=True) + hidden.sum(axis=0, keepdims=True)
    cost = np.where(choice, counts + 1_000_000.0 * (np.minimum(crowded, 3) == 0), np.inf)
    row, column = np.unravel_index(int(cost.argmin()), counts.shape)
    return int(row), int(column)
