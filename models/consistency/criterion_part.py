"""Where the office is inconsistent: each criterion, and each examiner on it, against the same case-mix."""

import numpy as np

from models.consistency import casemix, funnel
from models.consistency.arrays import Bools, Floats, Ints
from models.consistency.examiner_part import known
from models.consistency.fdr import benjamini_hochberg
from models.consistency.tally import Counts
from models.consistency.values import CriterionExaminer, CriterionRow, Flag

LEAST = 10
"""Findings that one examiner needs on one criterion to be tested."""


def rows(counts: Counts, names: tuple[str, ...], present: Bools) -> tuple[CriterionRow, ...]:
    """One row a criterion; the false discovery rate is held over all examiners and criteria together."""
    order = np.array(sorted(np.flatnonzero(present), key=lambda place: names[place]), dtype=np.int64)
    table = counts.findings[:, order].astype(np.float64)
    tested = [_test(table[place]) for place in range(len(counts.criteria))]
    if not tested:
        return ()
    q = benjamini_hochberg(np.stack([each.p for each in tested]).ravel()).reshape(len(tested), -1)
    codes = [names[place] for place in order]
    return tuple(
        _row(criterion, table[place], tested[place], q[place], codes) for place, criterion in enumerate(counts.criteria)
    )


def _test(table: Floats) -> funnel.Verdicts:
    """Judge the "not met" counts (examiners x strata x (met, not met)); rows below ``LEAST`` findings are not
    tested."""
    number, events = table.sum(axis=2), table[..., 1]
    expected, variance, _ = casemix.expected_counts(events, number)
    total = number.sum(axis=1)
    return funnel.judge(events.sum(axis=1), total, expected, np.where(total >= LEAST, variance, 0.0))


def _row(criterion: str, table: Floats, tested: funnel.Verdicts, q: Floats, codes: list[str]) -> CriterionRow:
    flags = funnel.flags(tested.p, q)
    by_examiner = table.sum(axis=1).astype(np.int64)
    met, not_met = (int(value) for value in by_examiner.sum(axis=0))
    enough = np.isfinite(tested.spread.phi)
    return CriterionRow(
        criterion=criterion,
        findings=met + not_met,
        not_met=not_met,
        rate=not_met / (met + not_met) if met + not_met else None,
        between_sd=tested.spread.tau2**0.5 if enough else None,
        examiners=_examiners(by_examiner, tested.z, q, flags, codes),
    )


def _examiners(
    table: Ints, z: Floats, q: Floats, flags: tuple[Flag, ...], codes: list[str]
) -> tuple[CriterionExaminer, ...]:
    number = table.sum(axis=1).tolist()
    events = table[:, 1].tolist()
    zipped = zip(codes, number, events, z.tolist(), q.tolist(), flags, strict=True)
    return tuple(
        CriterionExaminer(code, n, x / n, known(one), known(other), flag)
        for code, n, x, one, other, flag in zipped
        if n
    )
