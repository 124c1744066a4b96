"""Coefficients of agreement between raters, for any number of raters and with gaps.

Each function takes distinct patterns and ``weights`` (replicates x patterns: how often each pattern counts) and
gives one coefficient a replicate, so that the estimate and its bootstraps run through the same lines; NaN where
undefined.
"""

import numpy as np

from models.consistency.arrays import Floats, Ints
from models.consistency.values import Metric

_NOTHING = 1e-12


def krippendorff_alpha(counts: Floats, weights: Floats, metric: Metric, numbers: Floats) -> Floats:
    """Krippendorff's alpha = 1 - (N - 1) Do / De over pairable values.

    Do = sum over units of the pairwise differences divided by (ratings - 1), De = the same between all values. Source:
    Krippendorff, Content Analysis (2nd ed. 2004), ch. 11.3, and "Computing Krippendorff's Alpha-Reliability" (2011).
    ``numbers``: the number of each level (interval, ratio); ordinal uses only their order.
    """
    pairable = counts.sum(axis=1) >= 2
    counts, weights = counts[pairable], weights[:, pairable]
    totals = weights @ counts
    size = totals.sum(axis=1)
    observed, expected = _disagreement(counts, weights, totals, metric, numbers)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > _NOTHING, 1.0 - (size - 1.0) * observed / expected, np.nan)


def _disagreement(
    counts: Floats, weights: Floats, totals: Floats, metric: Metric, numbers: Floats
) -> tuple[Floats, Floats]:
    """Observed and expected disagreement sums, one a replicate."""
    per_pair = 1.0 / np.maximum(counts.sum(axis=1) - 1.0, 1.0)
    if metric is Metric.ORDINAL:
        return _ordinal(counts, weights, totals, per_pair)
    if metric is Metric.NOMINAL:
        within = counts.sum(axis=1) ** 2 - (counts**2).sum(axis=1)
        between = totals.sum(axis=1) ** 2 - (totals**2).sum(axis=1)
        return weights @ (within * per_pair), between
    delta = _delta(numbers, metric)
    within = ((counts @ delta) * counts).sum(axis=1)
    return weights @ (within * per_pair), ((totals @ delta) * totals).sum(axis=1)


def _delta(numbers: Floats, metric: Metric) -> Floats:
    """Squared difference of two values: (c - k)², or for ratio ((c - k) / (c + k))²."""
    difference = numbers[:, None] - numbers[None, :]
    if metric is Metric.INTERVAL:
        squared: Floats = difference**2
        return squared
    total = numbers[:, None] + numbers[None, :]
    return np.divide(difference, total, out=np.zeros_like(difference), where=total != 0) ** 2


def _ordinal(counts: Floats, weights: Floats, totals: Floats, per_pair: Floats) -> tuple[Floats, Floats]:
    """The ordinal metric is the interval metric on mid-ranks: sum of n between c and k, both ends halved, is a
    difference of mid-ranks (Krippendorff 2011, step D), and the mid-ranks follow the margins of each replicate."""
    middle = np.cumsum(totals, axis=1) - totals / 2.0
    middle = middle - (totals * middle).sum(axis=1, keepdims=True) / totals.sum(axis=1, keepdims=True).clip(min=1.0)
    sums, squares = counts @ middle.T, counts @ (middle**2).T
    within = 2.0 * (counts.sum(axis=1)[:, None] * squares - sums**2)
    observed = np.einsum("bp,pb->b", weights, within * per_pair[:, None])
    size, spread = totals.sum(axis=1), (totals * middle**2).sum(axis=1)
    return observed, 2.0 * (size * spread - (totals * middle).sum(axis=1) ** 2)


def percent_agreement(counts: Floats, weights: Floats, likeness: Floats) -> Floats:
    """Share of agreeing pairs of raters, mean over units with two ratings or more (Gwet 2014, eq. 2.10)."""
    several = counts.sum(axis=1) >= 2
    agreeing = _unit_agreement(counts[several], likeness)
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = (weights[:, several] @ agreeing) / weights[:, several].sum(axis=1)
    return share


def _unit_agreement(counts: Floats, likeness: Floats) -> Floats:
    size = counts.sum(axis=1)
    agreeing: Floats = (counts * (counts @ likeness - 1.0)).sum(axis=1) / (size * (size - 1.0))
    return agreeing


def _prevalence(counts: Floats, weights: Floats) -> Floats:
    """pi_k: mean over all rated units of the share of raters who chose level k."""
    with np.errstate(divide="ignore", invalid="ignore"):  # a resample or a jackknife may leave no unit at all
        share: Floats = (weights @ (counts / counts.sum(axis=1, keepdims=True))) / weights.sum(axis=1, keepdims=True)
    return share


def _corrected(agreeing: Floats, chance: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(1.0 - chance > _NOTHING, (agreeing - chance) / (1.0 - chance), np.nan)


def gwet_ac(counts: Floats, weights: Floats, likeness: Floats) -> Floats:
    """Gwet's AC1 (``likeness`` the unit matrix) or AC2 (any other weights).

    Chance agreement: sum(w) / (q (q - 1)) * sum pi_k (1 - pi_k). Source: Gwet, Br J Math Stat Psychol 61 (2008)
    29-48; Handbook of Inter-Rater Reliability (4th ed. 2014), ch. 2 and 3.
    """
    share, levels = _prevalence(counts, weights), counts.shape[1]
    if levels < 2:
        return np.full(len(weights), np.nan)
    chance = likeness.sum() / (levels * (levels - 1)) * (share * (1.0 - share)).sum(axis=1)
    return _corrected(percent_agreement(counts, weights, likeness), chance)


def fleiss_kappa(counts: Floats, weights: Floats, likeness: Floats) -> Floats:
    """Fleiss' kappa, generalized to gaps and weights: chance = sum w_kl pi_k pi_l (Fleiss, Psychol Bull 76 (1971);
    Gwet 2014, ch. 2)."""
    share = _prevalence(counts, weights)
    return _corrected(percent_agreement(counts, weights, likeness), ((share @ likeness) * share).sum(axis=1))


def brennan_prediger(counts: Floats, weights: Floats, likeness: Floats) -> Floats:
    """Brennan and Prediger's coefficient: chance = sum(w) / q² (Educ Psychol Meas 41 (1981) 687-699)."""
    agreeing = percent_agreement(counts, weights, likeness)
    return _corrected(agreeing, np.full_like(agreeing, likeness.sum() / counts.shape[1] ** 2))


def conger_kappa(ratings: Ints, levels: int, likeness: Floats) -> float:
    """Conger's kappa; for two raters it is Cohen's.

    ``ratings``: units x raters of level numbers, -1 a gap. Chance: mean over ordered pairs of raters of sum
    w_kl p_gk p_hl, each rater's shares over what that rater rated. Source: Conger, Psychol Bull 88 (1980)
    322-328; Gwet 2014, eq. 2.13.
    """
    given = np.stack([(ratings == level).sum(axis=0) for level in range(levels)], axis=1).astype(np.float64)
    rated = given.sum(axis=1) > 0
    share = given[rated] / given[rated].sum(axis=1, keepdims=True)
    raters = len(share)
    if raters < 2:
        return float("nan")
    all_pairs = share.sum(axis=0) @ likeness @ share.sum(axis=0) - ((share @ likeness) * share).sum()
    counts = np.stack([(ratings == level).sum(axis=1) for level in range(levels)], axis=1).astype(np.float64)
    agreeing = percent_agreement(counts, np.ones((1, len(counts))), likeness)
    return float(_corrected(agreeing, np.array([all_pairs / (raters * (raters - 1))]))[0])


def cohen_kappa(pairs: Ints, weights: Floats, levels: int, likeness: Floats) -> Floats:
    """Cohen's kappa (Educ Psychol Meas 20 (1960) 37-46) from distinct pairs of ratings.

    ``pairs``: patterns x 2 level numbers, -1 a gap; a unit that one rater left out still counts in the other's shares.
    """
    both = (pairs >= 0).all(axis=1)
    first, second = (_rater_share(pairs[:, side], weights, levels) for side in (0, 1))
    alike = likeness[np.maximum(pairs[:, 0], 0), np.maximum(pairs[:, 1], 0)] * both
    with np.errstate(divide="ignore", invalid="ignore"):
        agreeing = (weights @ alike) / (weights @ both.astype(np.float64))
    return _corrected(agreeing, ((first @ likeness) * second).sum(axis=1))


def _rater_share(side: Ints, weights: Floats, levels: int) -> Floats:
    given = weights @ (side[:, None] == np.arange(levels)[None, :]).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = given / given.sum(axis=1, keepdims=True)
    return share


def gwet_ac_error(counts: Floats, times: Floats, likeness: Floats) -> float:
    """Standard error of AC1/AC2 by linearization, units being the sample (Gwet 2014, eq. 5.8; 2008, eq. 29)."""
    weights, levels = times[None, :], counts.shape[1]
    size, units = counts.sum(axis=1), times.sum()
    several = size >= 2
    if levels < 2 or units < 2 or not several.any():
        return float("nan")
    share = _prevalence(counts, weights)[0]
    scale = likeness.sum() / (levels * (levels - 1))
    chance = scale * float((share * (1.0 - share)).sum())
    value = float(gwet_ac(counts, weights, likeness)[0])
    agreeing = np.zeros(len(counts))
    agreeing[several] = _unit_agreement(counts[several], likeness)
    own = (units / times[several].sum()) * (agreeing - chance * several) / (1.0 - chance)
    pull = scale * (counts @ (1.0 - share)) / size
    linear = own - 2.0 * (1.0 - value) * (pull - chance) / (1.0 - chance)
    return float(np.sqrt((times * (linear - value) ** 2).sum() / (units * (units - 1.0))))


def likeness_of(metric: Metric, numbers: Floats) -> Floats:
    """Agreement weights between levels: 1 on the diagonal (Gwet 2014, ch. 3.5: identity, ordinal, quadratic and
    ratio weights)."""
    levels = len(numbers)
    if metric is Metric.NOMINAL or levels < 2:
        return np.eye(levels)
    if metric is Metric.ORDINAL:
        steps = np.abs(np.arange(levels)[:, None] - np.arange(levels)[None, :]) + 1.0
        worst = levels * (levels - 1) / 2.0
        weights: Floats = 1.0 - steps * (steps - 1.0) / 2.0 / worst
        return weights
    delta = _delta(numbers, metric)
    quadratic: Floats = 1.0 - delta / max(float(delta.max()), _NOTHING)
    return quadratic
