"""Change over time: a p-chart to look at, and a risk-adjusted CUSUM that alerts."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import solve_banded

from models.consistency.arrays import Bools, Floats, Ints

ODDS = 2.0
"""The change watched for: the odds doubled (up) or halved (down)."""
STATES = 120


@dataclass(frozen=True, eq=False)
class Chart:
    """A Laney p'-chart: mean line, rates and 3-sigma limits by month, and sigma_z, the spread beyond chance (1 =
    none)."""

    center: float
    sigma_z: float
    rate: Floats
    low: Floats
    high: Floats


def laney(events: Floats, number: Floats) -> Chart:
    """p-chart whose limits allow for the usual month-to-month spread.

    sigma_z = mean |z_i - z_(i-1)| / 1.128; limits = mean +- 3 sigma_i sigma_z. Source: Laney, Quality
    Engineering 14 (2002) 531-537. Months without a case have NaN.
    """
    center = float(events.sum() / number.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(number > 0, events / number, np.nan)
        sigma = np.sqrt(center * (1.0 - center) / number)
        z = (rate - center) / sigma
    steps = np.abs(np.diff(z[np.isfinite(z)]))
    sigma_z = max(1.0, float(steps.mean()) / 1.128) if len(steps) else 1.0
    width = np.where(number > 0, 3.0 * sigma * sigma_z, np.nan)
    return Chart(center, sigma_z, rate, np.clip(center - width, 0.0, 1.0), np.clip(center + width, 0.0, 1.0))


def steps(events: Floats, number: Floats, rate: Floats, odds: float) -> Floats:
    """Log-likelihood ratio, a month, of "the odds are ``odds`` times as high" against the expected rates.

    sum over cases of y log(R) - log(1 - p + R p). ``events``: by month; ``number``: months x strata (last
    axis); ``rate``: by stratum. Source: Steiner et al., Biostatistics 1 (2000) 441-452; its sum without a reset
    is Wald's SPRT, which for rare events is O log R - (R - 1) E (Spiegelhalter et al., Int J Qual Health Care
    15 (2003) 7-13: Bristol and Shipman).
    """
    expected: Floats = number @ np.log1p((odds - 1.0) * rate)
    change: Floats = events * np.log(odds) - expected
    return change


def cusum(step: Floats) -> Floats:
    """max(0, S + step) along the last axis, without a loop: the running sum less its running minimum (Page,
    Biometrika 41 (1954))."""
    total = np.cumsum(step, axis=-1)
    floor = np.minimum(np.minimum.accumulate(total, axis=-1), 0.0)
    return total - floor


def limit_for(series_cases: float, false_alarms: float = 0.05) -> float:
    """The alarm limit h with fewer than ``false_alarms`` expected in ``series_cases`` monitored cases of two-sided
    charts.

    The mean run length in control is at least e^h for a CUSUM of log-likelihood ratios (Lorden, Ann Math Stat
    42 (1971) 1897-1908), so h = log(2 cases / false alarms) is enough for any case-mix. Looking only at month
    ends can only lengthen the run.
    """
    return float(np.log(max(2.0 * series_cases / false_alarms, np.e)))


def run_length(limit: float, rate: Floats, share: Floats, odds: float) -> float:
    """Mean number of cases before a false alarm, for a case-by-case CUSUM in control with stratum ``rate`` and case
    ``share``.

    Markov chain on ``STATES`` steps between 0 and the limit (Brook and Evans, Biometrika 59 (1972) 539-549);
    increments between two states are split between them so that the mean step stays exact.
    """
    width = limit / STATES
    flat = np.zeros(STATES * (STATES + 1))
    row = np.arange(STATES)
    for probability, jump in _increments(rate, share, odds):
        target = np.clip((row * width + jump) / width, 0.0, STATES)
        lower = np.minimum(target.astype(np.int64), STATES - 1)
        part, place = target - lower, row * (STATES + 1) + lower
        flat[place] += probability * (1.0 - part)
        flat[place + 1] += probability * part
    move = flat.reshape(STATES, STATES + 1)
    return float(_solve_near_diagonal(np.eye(STATES) - move[:, :STATES], np.ones(STATES))[0])


def _solve_near_diagonal(matrix: Floats, right: Floats) -> Floats:
    """Solve a system whose entries lie near the diagonal (one case moves a chart by a few states only)."""
    row, column = np.nonzero(matrix)
    below, above = int((row - column).max()), int((column - row).max())
    band = np.zeros((below + above + 1, len(matrix)))
    band[above + row - column, column] = matrix[row, column]
    solution: Floats = solve_banded((below, above), band, right)
    return solution


def _increments(rate: Floats, share: Floats, odds: float) -> list[tuple[float, float]]:
    """(probability, log-likelihood ratio) of one case: event and no event in each stratum."""
    pairs: list[tuple[float, float]] = []
    for p, weight in zip(rate, share, strict=True):
        norm = float(np.log1p((odds - 1.0) * p))
        pairs += [(float(weight * p), float(np.log(odds)) - norm), (float(weight * (1.0 - p)), -norm)]
    return [pair for pair in pairs if pair[0] > 0]


@dataclass(frozen=True, eq=False)
class Alerts:
    """By series: largest statistic of either direction, month index (of an alarm: the first month after the change; else of
    the maximum), alarm, upward."""

    statistic: Floats
    month: Ints
    alarm: Bools
    upward: Bools


def watch(events: Floats, number: Floats, rate: Floats, limit: float) -> Alerts:
    """Two-sided CUSUM of several series. ``events``: series x months; ``number``: series x months x strata;
    ``rate``: (series x) strata."""
    sides = np.stack([_side(events, number, rate, odds) for odds in (ODDS, 1.0 / ODDS)])
    peak = sides.max(axis=2)
    side = peak.argmax(axis=0)
    path = sides[side, np.arange(len(events))]
    alarm = path.max(axis=1) >= limit
    change, rises = change_point(events, number, rate)
    month = np.where(alarm, change, path.argmax(axis=1))
    return Alerts(path.max(axis=1), month.astype(np.int64), alarm, np.where(alarm, rises, side == 0))


def change_point(events: Floats, number: Floats, rate: Floats) -> tuple[Ints, Bools]:
    """Where each series most likely changed its level: the first month after it, and whether it rose.

    The month that parts the series into two whose observed minus expected differ most, (sum)^2 / (V_t (V - V_t) / V), V the
    variance of the expectation: the likelihood's choice for a single step (Hinkley, Biometrika 57 (1970) 1-17). A sum that
    runs against the mean of a whole period alarms as soon as the first level is left behind, not where it changed.
    """
    rates = np.broadcast_to(rate, (len(events), number.shape[2]))
    expected = np.einsum("jms,js->jm", number, rates)
    variance = np.cumsum(np.einsum("jms,js->jm", number, rates * (1.0 - rates)), axis=1)
    apart, whole = np.cumsum(events - expected, axis=1), variance[:, -1:]
    # A level of its own: what the whole series has beyond the expectation belongs to both sides alike.
    apart = apart - apart[:, -1:] * np.divide(variance, whole, out=np.zeros_like(variance), where=whole > 0)
    spread = variance * (whole - variance)
    score = np.divide(apart**2, spread, out=np.zeros_like(apart), where=spread > 1e-12)[:, :-1]
    place = score.argmax(axis=1)
    return place + 1, np.take_along_axis(apart, place[:, None], axis=1)[:, 0] < 0


def _side(events: Floats, number: Floats, rate: Floats, odds: float) -> Floats:
    expected = np.einsum(
        "jms,js->jm", number, np.broadcast_to(np.log1p((odds - 1.0) * rate), (len(events), number.shape[2]))
    )
    return cusum(events * np.log(odds) - expected)
