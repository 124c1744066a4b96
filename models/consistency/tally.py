"""From columns to counts: one pass makes the small tables that every statistic is computed from.

The counts are sums over decisions: what an office keeps up to date as decisions are sealed (``kept``) equals a full
recomputation.
"""

from dataclasses import dataclass

import numpy as np

from models.consistency import casemix
from models.consistency.arrays import Codes, Ints
from models.consistency.inputs import Category, Decisions

MOST_CELLS = 8_000_000
"""Examiners x months x strata are held below this, by fewer and broader strata, so that memory stays small."""


@dataclass(frozen=True, eq=False)
class GroupCounts:
    """levels x strata x (refuse, grant) of one attribute; ``by_examiner``: levels x examiners, decisions."""

    attribute: str
    levels: tuple[str, ...]
    outcome: Ints
    by_examiner: Ints

    @property
    def examiners(self) -> Ints:
        """How many examiners decided on each level."""
        people: Ints = (self.by_examiner > 0).sum(axis=1).astype(np.int64)
        return people


@dataclass(frozen=True, eq=False)
class Counts:
    """Sufficient statistics of a set of decisions.

    ``outcome``: examiners x months x strata x (refuse, grant). ``findings``: criteria x examiners x strata x
    (met, not met); ``monthly``: criteria x months x strata x (met, not met). ``reasons``: examiners x codes.
    ``first_month``: months since 1970-01 of month 0. ``days``: first and last day decided, since 1970-01-01.
    ``groups``: the unit first.
    """

    outcome: Ints
    findings: Ints
    monthly: Ints
    reasons: Ints
    first_month: int
    days: tuple[int, int]
    groups: tuple[GroupCounts, ...]
    criteria: tuple[str, ...]
    reason_codes: tuple[str, ...]
    by_risk: bool

    @property
    def strata(self) -> int:
        """Number of strata."""
        return int(self.outcome.shape[2])

    @property
    def unit_count(self) -> int:
        """Units with a decision."""
        return int((self.groups[0].by_examiner.sum(axis=1) > 0).sum())

    @property
    def unit_of(self) -> Codes:
        """The unit in which each examiner decided most; -1 for none."""
        table = self.groups[0].by_examiner
        if not len(table):
            return np.full(len(self.outcome), -1, dtype=np.int32)
        main: Codes = np.where(table.sum(axis=0) > 0, table.argmax(axis=0), -1).astype(np.int32)
        return main


def tally(decisions: Decisions) -> Counts:
    """Count the decisions; at least one is needed."""
    month, first, months = months_of(decisions.decided_on)
    strata = _strata(decisions, months)
    shape = (decisions.examiners, months, strata.number)
    cell = decisions.examiner.astype(np.int64) * strata.number + strata.code
    when = month.astype(np.int64) * strata.number + strata.code
    findings, monthly = _findings(decisions, cell, when, shape)
    return Counts(
        outcome=_outcome(decisions, month, strata, shape),
        findings=findings,
        monthly=monthly,
        reasons=_reasons(decisions),
        first_month=first,
        days=(int(decisions.decided_on.min()), int(decisions.decided_on.max())),
        groups=tuple(_group(column, decisions, strata) for column in (decisions.unit, *decisions.groups)),
        criteria=decisions.criteria,
        reason_codes=decisions.reasons,
        by_risk=strata.by_risk,
    )


def _strata(decisions: Decisions, months: int) -> casemix.Strata:
    return casemix.strata(_case_mix(decisions), decisions.granted, most_strata(decisions.examiners, months))


def most_strata(examiners: int, months: int) -> int:
    """How many strata the tables of so many examiners and months may have."""
    return max(4, min(10 * casemix.BANDS, MOST_CELLS // (examiners * months)))


def _case_mix(decisions: Decisions) -> tuple[Category, ...]:
    """The columns that make like cases: the kind, where there is more than one, and the case-mix columns."""
    kinds = np.unique(decisions.kind.codes)
    return (decisions.kind, *decisions.mix) if len(kinds) > 1 else decisions.mix


def months_of(days: Ints) -> tuple[Codes, int, int]:
    """Month index of each day (0 the first month), that first month since 1970-01, and how many months."""
    low, high = int(days.min()), int(days.max())
    calendar = np.arange(low, high + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    first = int(calendar[0])
    month = (calendar - first).astype(np.int32)[days - low]
    return month, first, int(calendar[-1]) - first + 1


def _outcome(decisions: Decisions, month: Codes, strata: casemix.Strata, shape: tuple[int, int, int]) -> Ints:
    examiners, months, number = shape
    key = (decisions.examiner.astype(np.int64) * months + month) * number + strata.code
    counted = np.bincount(key * 2 + decisions.granted, minlength=examiners * months * number * 2)
    return counted.reshape(examiners, months, number, 2)


def _findings(decisions: Decisions, cell: Ints, when: Ints, shape: tuple[int, int, int]) -> tuple[Ints, Ints]:
    """Both tables of findings: by examiner and by month; gaps and "not applicable" are counted by neither."""
    examiners, months, number = shape
    by_examiner = np.zeros((len(decisions.criteria), examiners, number, 2), dtype=np.int64)
    by_month = np.zeros((len(decisions.criteria), months, number, 2), dtype=np.int64)
    cell, when = cell * 4 + 1, when * 4 + 1
    for place, finding in enumerate(decisions.findings):
        by_examiner[place] = np.bincount(cell + finding, minlength=examiners * number * 4).reshape(-1, number, 4)[
            ..., 2:
        ]
        by_month[place] = np.bincount(when + finding, minlength=months * number * 4).reshape(-1, number, 4)[..., 2:]
    return by_examiner, by_month


def _reasons(decisions: Decisions) -> Ints:
    codes = len(decisions.reasons)
    key = decisions.examiner[decisions.reason_row].astype(np.int64) * max(codes, 1) + decisions.reason_code
    return np.bincount(key, minlength=decisions.examiners * codes).reshape(decisions.examiners, codes)


def _group(column: Category, decisions: Decisions, strata: casemix.Strata) -> GroupCounts:
    levels = len(column.levels) + 1
    cell = (column.codes.astype(np.int64) + 1) * strata.number + strata.code
    outcome = np.bincount(cell * 2 + decisions.granted, minlength=levels * strata.number * 2)
    pair = (column.codes.astype(np.int64) + 1) * decisions.examiners + decisions.examiner
    by_examiner = np.bincount(pair, minlength=levels * decisions.examiners).reshape(levels, -1)
    table = outcome.reshape(levels, strata.number, 2)
    return GroupCounts(column.name, column.levels, table[1:], by_examiner[1:])
