"""From readings to one agreement record: coefficients, unit-bootstrap intervals, and a reason where there is none."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from models.consistency import agreement, patterns
from models.consistency.arrays import Codes, Floats, Ints
from models.consistency.inputs import Assessments
from models.consistency.values import AgreementRow, Metric

_CELLS_AT_ONCE = 2_000_000
Coefficient = Callable[[Floats], Floats]


@dataclass(frozen=True, eq=False)
class Ratings:
    """One item's readings: unit, rater and level numbers from 0; ``numbers``: what each level stands for, ascending
    if they are numbers."""

    unit: Codes
    rater: Codes
    value: Codes
    numbers: Floats

    @property
    def levels(self) -> int:
        """Levels in use."""
        return len(self.numbers)


def of_item(assessments: Assessments, item: int | None) -> Ratings:
    """The readings of an item (None: all), each rater's first reading of a unit only: repeats are for the occasion
    noise."""
    chosen = np.arange(assessments.size) if item is None else np.flatnonzero(assessments.item == item)
    unit, rater, value = (column[chosen] for column in (assessments.unit, assessments.rater, assessments.value))
    first = _first_readings(unit, rater, assessments.round[chosen], assessments.raters)
    unit, rater, value = unit[first], rater[first], value[first]
    value, used = patterns.present_levels(value, max(len(assessments.levels), 1))
    numbers = used.astype(np.float64) if assessments.numbers is None else assessments.numbers[used]
    return Ratings(patterns.renumbered(unit), patterns.renumbered(rater), value, numbers)


def _first_readings(unit: Codes, rater: Codes, occasion: Codes, raters: int) -> Ints:
    cell = unit.astype(np.int64) * max(raters, 1) + rater
    order = np.argsort(cell * (int(occasion.max(initial=0)) + 1) + occasion, kind="stable")
    key = cell[order]
    kept: Ints = order[np.flatnonzero(np.diff(key, prepend=-1))]
    return kept


def ratings_of(matrix: Floats) -> Ratings:
    """From a raters x units matrix of numbers with NaN for gaps, as the literature prints them."""
    rater, unit = np.nonzero(~np.isnan(matrix))
    numbers, value = np.unique(matrix[rater, unit], return_inverse=True)
    return Ratings(unit.astype(np.int32), rater.astype(np.int32), value.astype(np.int32), numbers)


def record(ratings: Ratings, item: str, metric: Metric, bootstraps: int = 1000, seed: int = 1) -> AgreementRow:
    """The agreement record of one item. Intervals: bias-corrected percentile of ``bootstraps`` resamples of units."""
    units = int(ratings.unit.max()) + 1 if len(ratings.unit) else 0
    raters = int(ratings.rater.max()) + 1 if len(ratings.rater) else 0
    table = patterns.of_counts(patterns.count_table(ratings.unit, ratings.value, units, max(ratings.levels, 1)))
    compared = table.comparable()
    row = AgreementRow(item, metric, compared.units, raters, len(ratings.value), minority=_minority(ratings))
    if not compared.units:
        return replace(row, why="why_no_double_readings")
    row = _with_points(row, ratings, table, metric)
    if ratings.levels < 2:
        return replace(row, percent=1.0, why="why_one_answer_only")
    return _with_intervals(row, ratings, table, metric, bootstraps, seed) if bootstraps else row


def _minority(ratings: Ratings) -> int:
    given = np.bincount(ratings.value)
    return int(given.sum() - given.max()) if len(given) else 0


def _coefficients(ratings: Ratings, table: patterns.Patterns, metric: Metric) -> tuple[Coefficient, Coefficient]:
    """Alpha and AC1 as functions of pattern weights."""
    plain = np.eye(ratings.levels)
    return (
        lambda weights: agreement.krippendorff_alpha(table.counts, weights, metric, ratings.numbers),
        lambda weights: agreement.gwet_ac(table.counts, weights, plain),
    )


def _kappa(ratings: Ratings, table: patterns.Patterns) -> tuple[Coefficient, Ints]:
    """Cohen's kappa for two raters, Fleiss' for more; with the multiplicity of each pattern."""
    plain = np.eye(ratings.levels)
    if int(ratings.rater.max()) + 1 != 2:
        return (lambda weights: agreement.fleiss_kappa(table.counts, weights, plain)), table.times
    pairs, times = np.unique(_matrix(ratings), axis=0, return_counts=True)
    return (lambda weights: agreement.cohen_kappa(pairs, weights, ratings.levels, plain)), times


def _matrix(ratings: Ratings) -> Ints:
    """units x raters of level numbers, -1 a gap."""
    matrix = np.full((int(ratings.unit.max()) + 1, int(ratings.rater.max()) + 1), -1, dtype=np.int64)
    matrix[ratings.unit, ratings.rater] = ratings.value
    return matrix


def _with_points(row: AgreementRow, ratings: Ratings, table: patterns.Patterns, metric: Metric) -> AgreementRow:
    weights, plain = table.times[None, :].astype(np.float64), np.eye(ratings.levels)
    alpha, ac1 = _coefficients(ratings, table, metric)
    kappa, times = _kappa(ratings, table)
    weighted = agreement.likeness_of(metric, ratings.numbers)
    return replace(
        row,
        percent=_point(agreement.percent_agreement(table.counts, weights, plain)),
        alpha=_point(alpha(weights)),
        ac1=_point(ac1(weights)),
        ac1_se=_point(np.array([agreement.gwet_ac_error(table.counts, weights[0], plain)])),
        ac2=None if metric is Metric.NOMINAL else _point(agreement.gwet_ac(table.counts, weights, weighted)),
        kappa=_point(kappa(times[None, :].astype(np.float64))),
        fleiss=_point(agreement.fleiss_kappa(table.counts, weights, plain)),
        conger=_conger(ratings, plain),
        brennan_prediger=_point(agreement.brennan_prediger(table.counts, weights, plain)),
    )


def _conger(ratings: Ratings, likeness: Floats) -> float | None:
    """None for rounds with very many raters: a units x raters table would not stay small, and Fleiss' says the same
    there."""
    units, raters = int(ratings.unit.max()) + 1, int(ratings.rater.max()) + 1
    if units * raters > 5 * _CELLS_AT_ONCE:
        return None
    return _point(np.array([agreement.conger_kappa(_matrix(ratings), ratings.levels, likeness)]))


def _point(values: Floats) -> float | None:
    return float(values[0]) if np.isfinite(values[0]) else None


def _with_intervals(
    row: AgreementRow, ratings: Ratings, table: patterns.Patterns, metric: Metric, bootstraps: int, seed: int
) -> AgreementRow:
    alpha, ac1 = _coefficients(ratings, table, metric)
    kappa, times = _kappa(ratings, table)
    alphas = interval(alpha, table.times, bootstraps, seed)
    ac1s = interval(ac1, table.times, bootstraps, seed)
    kappas = interval(kappa, times, bootstraps, seed)
    return replace(
        row,
        alpha_low=alphas[0],
        alpha_high=alphas[1],
        ac1_low=ac1s[0],
        ac1_high=ac1s[1],
        kappa_low=kappas[0],
        kappa_high=kappas[1],
    )


def interval(coefficient: Coefficient, times: Ints, bootstraps: int, seed: int) -> tuple[float | None, float | None]:
    """95 % interval of a coefficient over resampled units: percentile, corrected for bias and skewness (BCa).

    A resample of units is one multinomial draw over the distinct patterns. Source: Efron, JASA 82 (1987)
    171-185; Efron and Tibshirani, An Introduction to the Bootstrap (1993), ch. 14.3. The acceleration comes
    from the jackknife over patterns.
    """
    estimate = float(coefficient(times[None, :].astype(np.float64))[0])
    draws = _resampled(coefficient, times, bootstraps, seed)
    if not np.isfinite(estimate) or len(draws) < bootstraps / 2:
        return None, None
    low, high = np.quantile(draws, _levels(draws, estimate, _acceleration(coefficient, times)))
    return float(low), float(high)


def _resampled(coefficient: Coefficient, times: Ints, bootstraps: int, seed: int) -> Floats:
    rng, units = np.random.default_rng(seed), int(times.sum())
    batch = max(1, min(bootstraps, _CELLS_AT_ONCE // len(times)))
    sizes = [min(batch, bootstraps - done) for done in range(0, bootstraps, batch)]
    drawn = [coefficient(rng.multinomial(units, times / units, size=size).astype(np.float64)) for size in sizes]
    values = np.concatenate(drawn)
    kept: Floats = values[np.isfinite(values)]
    return kept


def _acceleration(coefficient: Coefficient, times: Ints) -> float:
    """Skewness of the influence of one unit; units of one pattern have the same, so one jackknife step a pattern is
    enough."""
    if len(times) > 2000:
        return 0.0
    left_out = times[None, :].astype(np.float64) - np.eye(len(times))
    values = coefficient(left_out)
    fine = np.isfinite(values)
    weight, values = times[fine], values[fine]
    pull = np.average(values, weights=weight) - values if len(values) else values
    spread = float((weight * pull**2).sum())
    return float((weight * pull**3).sum() / (6.0 * spread**1.5)) if spread > 0 else 0.0


def _levels(draws: Floats, estimate: float, acceleration: float) -> Floats:
    """The two quantiles of the draws that BCa takes for 2.5 and 97.5 %."""
    from scipy.special import ndtr, ndtri

    below = (np.sum(draws < estimate) + 0.5 * np.sum(draws == estimate)) / len(draws)
    bias = float(ndtri(np.clip(below, 1e-4, 1.0 - 1e-4)))
    normal = bias + ndtri(np.array([0.025, 0.975]))
    levels: Floats = ndtr(bias + normal / (1.0 - acceleration * normal))
    return levels
