"""Kept statistics: blocks of counts (a month, say) that add up to the counts of a longer time.

An office keeps one block a month, made with one ``Coding``; a report over whole months is their sum and equals
a full recomputation with that coding. Codes only ever grow: examiners, levels, criteria and reasons keep their
numbers, new ones come at the end.
"""

from collections.abc import Iterable
from functools import reduce

import numpy as np

from models.consistency.arrays import Ints
from models.consistency.tally import Counts, GroupCounts


def total(blocks: Iterable[Counts]) -> Counts:
    """The sum of one block or more."""
    return reduce(add, blocks)


def add(one: Counts, other: Counts) -> Counts:
    """Counts of both sets of decisions. Raises ``ValueError`` where their strata are not the same."""
    if one.strata != other.strata:
        raise ValueError("counts with different strata do not add up")
    first = min(one.first_month, other.first_month)
    early, late = one.first_month - first, other.first_month - first
    return Counts(
        outcome=_sum(_later(one.outcome, early, 1), _later(other.outcome, late, 1)),
        findings=_sum(one.findings, other.findings),
        monthly=_sum(_later(one.monthly, early, 1), _later(other.monthly, late, 1)),
        reasons=_sum(one.reasons, other.reasons),
        first_month=first,
        days=(min(one.days[0], other.days[0]), max(one.days[1], other.days[1])),
        groups=tuple(_groups(each, its) for each, its in zip(one.groups, other.groups, strict=True)),
        criteria=_longer(one.criteria, other.criteria),
        reason_codes=_longer(one.reason_codes, other.reason_codes),
        by_risk=one.by_risk,
    )


def _later(table: Ints, months: int, axis: int) -> Ints:
    """The table with empty months before it."""
    before = [(0, 0)] * table.ndim
    before[axis] = (months, 0)
    return np.pad(table, before)


def _sum(one: Ints, other: Ints) -> Ints:
    """Sum of two tables, the smaller one filled up with zeros at the ends."""
    made = np.zeros(tuple(map(max, one.shape, other.shape)), dtype=np.int64)
    for table in (one, other):
        made[tuple(slice(0, size) for size in table.shape)] += table
    return made


def _groups(one: GroupCounts, other: GroupCounts) -> GroupCounts:
    levels = _longer(one.levels, other.levels)
    return GroupCounts(
        one.attribute, levels, _sum(one.outcome, other.outcome), _sum(one.by_examiner, other.by_examiner)
    )


def _longer(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longer of two lists of names; the shorter must be its beginning. Raises ``ValueError``."""
    short, long_ = sorted((one, other), key=len)
    if long_[: len(short)] != short:
        raise ValueError("names of counts may only be added at the end")
    return long_
