"""The audit: what somebody who knows every published figure can still work out of each hidden cell.

For a hidden cell the smallest and the largest value that all published sums allow are found by linear
programming (HiGHS). The difference must not be narrower than the threshold. Source: Fischetti and Salazar, J Am
Stat Assoc 95 (2000) 916-928; Hundepool et al. 2012, ch. 4.3.3.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from models.consistency.arrays import Bools, Floats, Ints


@dataclass(frozen=True, eq=False)
class System:
    """What is known: ``low`` <= ``matrix`` @ cells <= ``high``, cells >= 0; one row a published sum, one column an
    unknown cell."""

    matrix: Floats
    low: Floats
    high: Floats


def intervals(system: System, asked: Bools | None = None) -> tuple[Floats, Floats]:
    """Smallest and largest feasible value of every cell that is ``asked`` for (None: all; 0 and no end for the others).

    Cells that stand in the same sums are interchangeable and share their programs.
    """
    _, first, group = np.unique(system.matrix, axis=1, return_index=True, return_inverse=True)
    group = group.reshape(-1)
    low, high = np.zeros(len(first)), np.full(len(first), np.inf)
    sums, limits = np.vstack([system.matrix, -system.matrix]), np.concatenate([system.high, -system.low])
    wanted = np.unique(group if asked is None else group[asked])
    for place in wanted:
        aim = np.zeros(system.matrix.shape[1])
        aim[first[place]] = 1.0
        low[place], high[place] = _extreme(aim, sums, limits, 1.0), _extreme(aim, sums, limits, -1.0)
    return low[group], high[group]


def can_hold(system: System, asked: Bools, amount: float) -> Bools:
    """Cells that a single feasible filling, made to fill as many as it can, shows to hold ``amount``; the others are
    open."""
    sums, cells = system.matrix.shape
    clear = np.zeros(cells, dtype=bool)
    if not asked.any():
        return clear
    nothing = np.zeros((sums, cells))
    rows = np.block([[system.matrix, nothing], [-system.matrix, nothing], [-np.eye(cells), np.eye(cells)]])
    limits = np.concatenate([system.high, -system.low, np.zeros(cells)])
    bounds = [(0.0, np.inf)] * cells + [(0.0, amount if each else 0.0) for each in asked]
    solved = linprog(np.r_[np.zeros(cells), -np.ones(cells)], A_ub=rows, b_ub=limits, bounds=bounds, method="highs")
    if solved.status == 0 and solved.x is not None:
        clear = asked & (solved.x[:cells] >= amount - 1e-9)
    return clear


def _extreme(aim: Floats, sums: Floats, limits: Floats, direction: float) -> float:
    """Minimum (direction 1) or maximum (-1); a program that has no end leaves the cell open on that side.

    0 where there is no answer, as with published sums that contradict each other: such a cell has no width, hence is not safe.
    """
    for presolve in (False, True):
        solved = linprog(
            direction * aim, A_ub=sums, b_ub=limits, bounds=(0, None), method="highs", options={"presolve": presolve}
        )
        if solved.status == 0 and solved.fun is not None:
            return float(direction * solved.fun)
        if solved.status == 3:
            return float("inf") if direction < 0 else 0.0
    return 0.0


def table_system(counts: Ints, hidden: Bools, rows_known: bool) -> System:
    """The system of a two-way table: column sums are published; row sums only if ``rows_known``; shown cells are
    exact."""
    row, column = np.nonzero(hidden)
    matrix = [(column == place).astype(np.float64) for place in range(counts.shape[1])]
    known = [(counts[:, place] * hidden[:, place]).sum() for place in range(counts.shape[1])]
    if rows_known:
        matrix += [(row == place).astype(np.float64) for place in range(counts.shape[0])]
        known += [(counts[place] * hidden[place]).sum() for place in range(counts.shape[0])]
    sums = np.array(known, dtype=np.float64)
    return System(np.array(matrix), sums, sums)


def too_narrow(counts: Ints, hidden: Bools, k: int, rows_known: bool) -> Bools:
    """Hidden cells whose feasible interval is narrower than ``k``."""
    failed = np.zeros(counts.shape, dtype=bool)
    if hidden.any():
        low, high = intervals(table_system(counts, hidden, rows_known))
        failed[hidden] = high - low < k - 1e-6
    return failed
