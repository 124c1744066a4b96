"""Funnel limits: which counts lie outside what chance, and the ordinary spread between examiners, explain.

Main source: Spiegelhalter, "Funnel plots for comparing institutional performance", Stat Med 24 (2005) 1185-1202; for
overdispersion also Spiegelhalter et al., J R Stat Soc A 175 (2012) 1-47.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri
from scipy.stats import binom

from models.consistency.arrays import Bools, Floats
from models.consistency.fdr import benjamini_hochberg
from models.consistency.values import Flag, FunnelCurve

LEAST = 30
"""Decisions an examiner needs to take part in phi (CONTRACT)."""
SMALL = 25.0
"""Below this expected number of either outcome the exact binomial tail decides, above it the normal one."""
REVIEW, WATCH, DISCOVERY = 0.002, 0.05, 0.05


@dataclass(frozen=True, eq=False)
class Spread:
    """phi and tau² of a set of examiners; phi is NaN where fewer than two have enough decisions."""

    phi: float
    tau2: float
    examiners: int


@dataclass(frozen=True, eq=False)
class Verdicts:
    """One entry an examiner: z under the overdispersed limits, p, q, and the flag."""

    z: Floats
    p: Floats
    q: Floats
    flags: tuple[Flag, ...]
    spread: Spread


def winsorized_phi(z: Floats, share: float = 0.10) -> float:
    """Mean squared unadjusted z after the lowest and highest ``share`` are pulled in to their quantiles
    (Spiegelhalter 2005, sec. 3.2)."""
    if not len(z):
        return float("nan")
    low, high = np.quantile(z, [share, 1.0 - share])
    return float(np.mean(np.clip(z, low, high) ** 2))


def additive_tau2(phi: float, variance: Floats) -> float:
    """Variance between examiners by the method of moments, from the (winsorized) phi of their standardized differences.

    tau² = (I phi - (I - 1)) / (sum w - sum w² / sum w), w = 1 / variance, not below 0. Source: DerSimonian and
    Laird, Control Clin Trials 7 (1986) 177-188; Spiegelhalter 2005, eq. 8.
    """
    weight = 1.0 / variance
    number = len(variance)
    if number < 2:
        return 0.0
    return max(0.0, (number * phi - (number - 1)) / float(weight.sum() - (weight**2).sum() / weight.sum()))


def spread_of(events: Floats, number: Floats, expected: Floats, variance: Floats, least: int = LEAST) -> Spread:
    """phi and tau² of counts against expected counts with ``variance`` (of the count), over examiners with ``least``
    or more."""
    taken = (number >= least) & (variance > 0)
    if taken.sum() < 2:
        return Spread(float("nan"), 0.0, int(taken.sum()))
    phi = winsorized_phi((events[taken] - expected[taken]) / np.sqrt(variance[taken]))
    return Spread(phi, additive_tau2(phi, variance[taken] / number[taken] ** 2), int(taken.sum()))


def tail(events: Floats, number: Floats, rate: Floats, mid: bool = False) -> Floats:
    """Two-sided binomial p-value, twice the smaller tail; ``mid`` counts only half of the observed value (Lancaster,
    JASA 56 (1961))."""
    half = 0.5 * binom.pmf(events, number, rate) if mid else 0.0
    upper, lower = binom.sf(events - 1, number, rate) - half, binom.cdf(events, number, rate) - half
    doubled: Floats = np.clip(2.0 * np.minimum(upper, lower), 0.0, 1.0)
    return doubled


def judge(events: Floats, number: Floats, expected: Floats, variance: Floats, spread: Spread | None = None) -> Verdicts:
    """z, p, q and flags of counts against their expectation.

    z = (observed - expected rate) / sqrt(variance of the rate + tau²). p is the normal tail of z; where either
    outcome is expected fewer than ``SMALL`` times it is the exact binomial tail, turned into a z, shrunk by the
    same tau² and turned back (a binomial with the mean rate is never narrower than the sum over strata:
    Hoeffding, Ann Math Stat 27 (1956) 713-721).
    """
    spread = spread or spread_of(events, number, expected, variance)
    seen = (number > 0) & (variance > 0)
    z, p = np.full(len(events), np.nan), np.full(len(events), np.nan)
    chance = variance[seen] / number[seen] ** 2
    z[seen] = (events[seen] - expected[seen]) / number[seen] / np.sqrt(chance + spread.tau2)
    p[seen] = 2.0 * ndtr(-np.abs(z[seen]))
    small = seen & (np.minimum(expected, number - expected) < SMALL)
    p[small] = _exact(
        events[small], number[small], expected[small], (variance[small] / number[small] ** 2), spread.tau2
    )
    q = benjamini_hochberg(p)
    return Verdicts(z, p, q, flags(p, q), spread)


def _exact(events: Floats, number: Floats, expected: Floats, chance: Floats, tau2: float) -> Floats:
    exact = tail(events, number, np.clip(expected / number, 0.0, 1.0))
    if tau2 == 0.0:
        return exact
    narrowed: Floats = 2.0 * ndtr(ndtri(exact / 2.0) * np.sqrt(chance / (chance + tau2)))
    return np.clip(narrowed, 0.0, 1.0)


def flags(p: Floats, q: Floats) -> tuple[Flag, ...]:
    """``review``: beyond the 99.8 % limits and q <= .05; ``watch``: beyond 95 % (CONTRACT)."""
    review = (p < REVIEW) & (q <= DISCOVERY)
    watch = p < WATCH
    return tuple(_flag(bool(out), bool(edge)) for out, edge in zip(review, watch, strict=True))


def _flag(review: bool, watch: bool) -> Flag:
    if review:
        return Flag.REVIEW
    return Flag.WATCH if watch else Flag.NONE


def exact_limits(number: Floats, rate: float, level: float) -> tuple[Floats, Floats]:
    """Limits as rates, the discrete quantiles interpolated as in Spiegelhalter 2005, appendix A.1.1. ``level``: 0.95
    or 0.998."""
    return _quantile(number, rate, (1.0 - level) / 2.0), _quantile(number, rate, (1.0 + level) / 2.0)


def _quantile(number: Floats, rate: float, share: float) -> Floats:
    step = binom.ppf(share, number, rate)
    reached, before = binom.cdf(step, number, rate), binom.cdf(step - 1, number, rate)
    part = (reached - share) / (reached - before)
    limit: Floats = np.clip((step - part) / number, 0.0, 1.0)
    return limit


def limits(number: Floats, rate: float, level: float, tau2: float) -> tuple[Floats, Floats]:
    """Limits around ``rate`` for each ``number``: exact where ``SMALL`` says so, widened from the rate by the
    overdispersion."""
    chance = rate * (1.0 - rate) / number
    low, high = exact_limits(number, rate, level)
    width = float(ndtri((1.0 + level) / 2.0)) * np.sqrt(chance)
    small = _is_small(number, rate)
    low, high = np.where(small, low, rate - width), np.where(small, high, rate + width)
    wider = np.sqrt(np.divide(chance + tau2, chance, out=np.ones_like(chance), where=chance > 0))
    return np.clip(rate - (rate - low) * wider, 0.0, 1.0), np.clip(rate + (high - rate) * wider, 0.0, 1.0)


def _is_small(number: Floats, rate: float) -> Bools:
    small: Bools = number * min(rate, 1.0 - rate) < SMALL
    return small


def curve(rate: float, tau2: float, most: int) -> FunnelCurve:
    """The limits as a chart draws them, from 5 decisions to ``most``, on a grid that is denser where the curves
    bend."""
    number = np.unique(np.round(np.geomspace(5, max(most, 10), 60))).astype(np.float64)
    lines = [limits(number, rate, level, extra) for extra in (tau2, 0.0) for level in (0.95, 0.998)]
    sides = [tuple(round(float(value), 6) for value in side) for pair in lines for side in pair]
    return FunnelCurve(rate, tuple(int(value) for value in number), *sides)
