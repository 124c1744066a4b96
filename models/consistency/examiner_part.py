"""Who decides how: the examiners' rows, the funnel, the caterpillar, and the comparison of groups."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit, logit

from models.consistency import casemix, codes, funnel
from models.consistency.arrays import Bools, Floats, Ints
from models.consistency.tally import Counts, GroupCounts
from models.consistency.values import CaterpillarRow, ExaminerRow, Flag, FunnelCurve, GroupRow, Overdispersion

UNIT_EXAMINERS = 3
"""A unit is named beside an examiner only where it has so many; otherwise it would say who that is."""


@dataclass(frozen=True, eq=False)
class Judged:
    """The examiners' part. ``codes`` by position in the data; ``present``: who has decided; ``order``: positions in
    the order of the rows."""

    rows: tuple[ExaminerRow, ...]
    codes: tuple[str, ...]
    present: Bools
    order: Ints
    overdispersion: Overdispersion
    curve: FunnelCurve | None
    caterpillar: tuple[CaterpillarRow, ...]
    own_rate: Floats
    """examiners x strata: expected grant rates at the examiner's own level (for drift)."""
    why: str | None = None
    """Why nobody is compared, if so."""


def judge(counts: Counts, names: tuple[str, ...]) -> Judged:
    """Rows in the order of their codes, which is no order of the people."""
    table = counts.outcome.sum(axis=1).astype(np.float64)
    grants, number = table[..., 1], table.sum(axis=2)
    expected, variance, rate = casemix.expected_counts(grants, number)
    total, events = number.sum(axis=1), grants.sum(axis=1)
    verdicts = funnel.judge(events, total, expected, variance)
    shrunk = casemix.shrink(grants, number)
    order = np.array(sorted(np.flatnonzero(total > 0), key=lambda place: names[place]), dtype=np.int64)
    columns = _Columns(
        total, events, expected, shrunk, verdicts, float(events.sum() / total.sum()), _units(counts, total > 0)
    )
    rows = tuple(columns.row(int(place), names[place]) for place in order)
    spread = verdicts.spread
    own_rate, why = _own_level(rate, number, grants), _incomparable(total, events)
    if why is not None:
        return Judged(tuple(map(_alone, rows)), names, total > 0, order, _NO_SPREAD, None, (), own_rate, why)
    return Judged(
        rows=rows,
        codes=names,
        present=total > 0,
        order=order,
        overdispersion=_overdispersion(spread, shrunk.sd, counts.by_risk),
        curve=funnel.curve(columns.office, spread.tau2, int(total.max())),
        caterpillar=tuple(sorted((columns.bar(row) for row in rows), key=lambda bar: bar.shrunk)),
        own_rate=own_rate,
    )


_NO_SPREAD = Overdispersion(None, None, "too_few_examiners")


def _incomparable(total: Floats, events: Floats) -> str | None:
    """One examiner is the whole office, and outcomes that are all alike differ in nothing: no limit is identified."""
    if int((total > 0).sum()) < 2:
        return "why_one_examiner"
    return None if 0 < events.sum() < total.sum() else "why_one_outcome"


def _alone(row: ExaminerRow) -> ExaminerRow:
    """What was decided, and nothing to hold it against."""
    bare = replace(row, expected=None, z=None, q=None, flag=Flag.NONE, standardized=None)
    return replace(bare, shrunk=None, shrunk_low=None, shrunk_high=None)


def _overdispersion(spread: funnel.Spread, logit_sd: float, by_risk: bool) -> Overdispersion:
    method = "additive_by_risk" if by_risk else "additive_by_stratum"
    if not np.isfinite(spread.phi):
        return Overdispersion(None, None, "too_few_examiners", None, logit_sd, spread.examiners)
    return Overdispersion(spread.phi, spread.tau2, method, spread.tau2**0.5, logit_sd, spread.examiners)


def _own_level(rate: Floats, number: Floats, grants: Floats) -> Floats:
    """Stratum rates moved, on the logit scale, to where each examiner's own total is expected: one Newton step after
    another."""
    total = number.sum(axis=0)
    base = logit(np.clip(rate, 0.5 / np.maximum(total, 1.0), 1.0 - 0.5 / np.maximum(total, 1.0)))[None, :]
    shift = np.zeros(len(number))
    for _ in range(6):
        mean = expit(base + shift[:, None])
        bend = (number * mean * (1.0 - mean)).sum(axis=1) + 1.0
        shift = np.clip(shift + ((grants - number * mean).sum(axis=1) - shift) / bend, -6.0, 6.0)
    moved: Floats = expit(base + shift[:, None])
    return moved


def _units(counts: Counts, present: Bools) -> tuple[str | None, ...]:
    """The unit to show beside each examiner."""
    levels, main = counts.groups[0].levels, counts.unit_of
    people = np.bincount(main[present & (main >= 0)], minlength=len(levels))
    uses = counts.groups[0].outcome.sum(axis=(1, 2))
    shown = codes.shown_labels(levels, uses, people, 1, UNIT_EXAMINERS)
    return tuple(levels[unit] if unit >= 0 and shown[unit] else None for unit in main)


@dataclass(frozen=True, eq=False)
class _Columns:
    total: Floats
    events: Floats
    expected: Floats
    shrunk: casemix.Shrunk
    verdicts: funnel.Verdicts
    office: float
    units: tuple[str | None, ...]

    def row(self, place: int, code: str) -> ExaminerRow:
        number = float(self.total[place])
        observed, expected = float(self.events[place]) / number, float(self.expected[place]) / number
        return ExaminerRow(
            code=code,
            unit=self.units[place],
            decisions=int(number),
            observed=observed,
            expected=expected,
            shrunk=float(self.shrunk.rate[place]),
            z=known(self.verdicts.z[place]),
            q=known(self.verdicts.q[place]),
            flag=self.verdicts.flags[place],
            shrunk_low=float(self.shrunk.low[place]),
            shrunk_high=float(self.shrunk.high[place]),
            standardized=min(max(self.office + observed - expected, 0.0), 1.0),
        )

    def bar(self, row: ExaminerRow) -> CaterpillarRow:
        move = self.office - (row.expected or 0.0)
        sides = [
            min(max((side or 0.0) + move, 0.0), 1.0)
            for side in (row.shrunk, row.shrunk_low, row.shrunk_high, row.observed)
        ]
        return CaterpillarRow(row.code, row.decisions or 0, sides[0], sides[1], sides[2], sides[3], row.flag)


def known(value: float) -> float | None:
    """None for NaN."""
    return float(value) if np.isfinite(value) else None


def groups(counts: Counts, k: int) -> tuple[GroupRow, ...]:
    """Units and the applicants' attributes against case-mix; a level below ``k`` decisions or three examiners has no
    row."""
    table = counts.outcome.sum(axis=(0, 1)).astype(np.float64)
    total = table.sum(axis=1)
    rate = np.divide(table[:, 1], total, out=np.zeros(len(total)), where=total > 0)
    compared = [group for group in counts.groups if len(group.levels) > 1]
    return tuple(row for group in compared for row in _group_rows(group, rate, k))


def _group_rows(group: GroupCounts, rate: Floats, k: int) -> list[GroupRow]:
    table = group.outcome.astype(np.float64)
    number, events = table.sum(axis=2), table[..., 1].sum(axis=1)
    total = number.sum(axis=1)
    people = UNIT_EXAMINERS if group.attribute == "unit" else min(2, int(group.examiners.max()))
    shown = codes.shown_labels(group.levels, total.astype(np.int64), group.examiners, k, people)
    verdicts = funnel.judge(events[shown], total[shown], (number @ rate)[shown], (number @ (rate * (1 - rate)))[shown])
    expected = (number @ rate)[shown]
    rows = []
    for place, level in enumerate(np.flatnonzero(shown)):
        size = float(total[level])
        rows.append(
            GroupRow(
                attribute=group.attribute,
                code=group.levels[level],
                decisions=int(size),
                observed=float(events[level]) / size,
                expected=float(expected[place]) / size,
                z=known(verdicts.z[place]),
                q=known(verdicts.q[place]),
                flag=verdicts.flags[place],
            )
        )
    return rows
