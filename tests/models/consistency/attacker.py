"""An attacker who reads every report as it comes out, and knows of each target the week and the kind of the decision.

The attacker also knows how the protection works (threshold, rounding base), but not the key. What is worked out comes from subtracting
reports from each other, by linear programming over week x kind x outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.optimize import linprog

from models.consistency.arrays import Bools, Codes, Floats
from models.consistency.values import Report

SIDES = ("grants", "refusals")


@dataclass(frozen=True)
class Published:
    """What one report says: weeks 0 … ``week`` of a kind (None: all), and the two totals."""

    week: int
    kind: int | None
    grants: int
    refusals: int


def read(report: Report, week: int, kind: int | None) -> Published | None:
    """The totals, where the report gives them."""
    grants, refusals = report.population.grants, report.population.refusals
    if grants is None or refusals is None:
        return None
    return Published(week, kind, grants, refusals)


@dataclass(frozen=True, eq=False)
class Known:
    """By week and kind: the least and the most grants and refusals that fit everything published."""

    least: Floats
    most: Floats

    def certain(self) -> Bools:
        """Where nobody, or everybody, can have been refused: the outcome of every person in the cell is known."""
        nobody: Bools = (self.most[..., 0] < 0.5) | (self.most[..., 1] < 0.5)
        return nobody

    def share(self) -> Floats:
        """Best estimate of the share refused: the middle of what is possible."""
        middle = (self.least + self.most) / 2.0
        share: Floats = middle[..., 1] / np.maximum(middle.sum(axis=-1), 1e-9)
        return share


def work_out(published: Sequence[Published], weeks: int, kinds: int, slack: int, at_most: float) -> Known:
    """Everything that the reports allow. ``slack``: how far a figure may lie from the truth (0 for exact tables)."""
    cells = list(product(range(weeks), range(kinds)))
    matrix = np.array(
        [[float(week <= each.week and each.kind in (None, kind)) for week, kind in cells] for each in published]
    ).reshape(len(published), len(cells))
    least, most = np.zeros((weeks, kinds, 2)), np.full((weeks, kinds, 2), at_most)
    for side, name in enumerate(SIDES):
        seen = np.array([getattr(each, name) for each in published], dtype=float)
        for place, (week, kind) in enumerate(cells):
            least[week, kind, side] = _end(matrix, seen, slack, at_most, place, 1.0)
            most[week, kind, side] = _end(matrix, seen, slack, at_most, place, -1.0)
    return Known(least, most)


def _end(matrix: Floats, seen: Floats, slack: int, at_most: float, place: int, sign: float) -> float:
    aim = np.zeros(matrix.shape[1])
    aim[place] = sign
    if not len(seen):
        return 0.0 if sign > 0 else at_most
    solved = linprog(
        aim,
        A_ub=np.vstack([matrix, -matrix]),
        b_ub=np.r_[seen + slack, slack - seen],
        bounds=(0, at_most),
        method="highs",
    )
    assert solved.fun is not None
    return float(sign * solved.fun)


@dataclass(frozen=True)
class Result:
    """Targets whose outcome is known for sure, how many of them wrongly, the share guessed right, and ``base``: the same
    for saying the usual outcome of everybody."""

    certain: int
    wrong: int
    guessed: float
    base: float


def attack(known: Known, week: Codes, kind: Codes, granted: Bools) -> Result:
    """Say of every target whether it was refused."""
    share, sure = known.share()[week, kind], known.certain()[week, kind]
    guess = share < 0.5
    base = max(granted.mean(), 1.0 - granted.mean())
    return Result(
        int(sure.sum()), int((guess[sure] != granted[sure]).sum()), float((guess == granted).mean()), float(base)
    )
