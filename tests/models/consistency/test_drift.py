"""Drift: Shipman, run lengths, the chart, false alarms."""

import numpy as np
import pytest

from models.consistency import drift
from tests.models.consistency import offices, tables


@pytest.mark.parametrize(("risk", "year"), [(1e-2, 1979), (1e-6, 1985)])
def test_shipman_would_have_been_seen(risk: float, year: int) -> None:
    """The Art of Statistics, figure 10.4: Wald's SPRT of a doubled risk crosses its thresholds in 1979 and 1985."""
    observed, expected = np.array(tables.SHIPMAN, dtype=float).T
    rare = 1e7
    steps = drift.steps(observed, (expected * rare)[:, None], np.array([1 / rare]), 2.0)
    assert steps == pytest.approx(observed * np.log(2) - expected, abs=1e-5)
    crossed = 1977 + int((np.cumsum(steps) > np.log((1 - risk) / risk)).argmax())
    assert crossed == year


def test_the_cusum_is_pages_recursion() -> None:
    steps = np.random.default_rng(1).normal(-0.1, 1.0, (5, 200))
    state, path = np.zeros(5), []
    for column in steps.T:
        state = np.maximum(0.0, state + column)
        path.append(state)
    assert drift.cusum(steps) == pytest.approx(np.array(path).T)


@pytest.mark.parametrize("odds", [2.0, 0.5])
def test_the_stated_run_length_is_the_simulated_one(odds: float) -> None:
    rng, limit = np.random.default_rng(3), 3.0
    rate, share = np.array([0.2, 0.5]), np.array([0.6, 0.4])
    stratum = rng.choice(2, (1500, 4000), p=share)
    event = rng.random(stratum.shape) < rate[stratum]
    path = drift.cusum(event * np.log(odds) - np.log1p((odds - 1.0) * rate)[stratum]) >= limit
    lengths = np.where(path.any(axis=1), path.argmax(axis=1) + 1, 4000)
    assert drift.run_length(limit, rate, share, odds) == pytest.approx(lengths.mean(), rel=0.08)


def test_the_run_length_is_at_least_lordens_bound() -> None:
    for limit in (2.0, 4.0, 8.0):
        assert drift.run_length(limit, np.array([0.3]), np.array([1.0]), 2.0) > np.exp(limit)


@pytest.mark.tiered
def test_false_alarms_are_rarer_than_stated() -> None:
    rng, tries, months = np.random.default_rng(5), offices.runs(40, 400), 24
    number = rng.poisson(40, (60, months, 2)).astype(float)
    rate = np.array([0.3, 0.6])
    limit = drift.limit_for(float(number.sum()))
    alarms = 0
    for _ in range(tries):
        events = rng.binomial(number.astype(int), rate).sum(axis=2).astype(float)
        alarms += bool(drift.watch(events, number, rate, limit).alarm.any())
    assert alarms / tries <= 0.05 + 3 * (0.05 * 0.95 / tries) ** 0.5


@pytest.mark.parametrize(("later", "upward"), [(0.75, True), (0.3, False)])
def test_a_lasting_change_is_found_in_its_month_and_direction(later: float, upward: bool) -> None:
    rng = np.random.default_rng(7)
    number = np.full((1, 24, 1), 200.0)
    rate = np.array([0.5])
    truth = np.where(np.arange(24) < 12, 0.5, later)
    events = rng.binomial(200, truth)[None, :].astype(float)
    found = drift.watch(events, number, rate, drift.limit_for(4800.0))
    assert found.alarm[0]
    assert bool(found.upward[0]) is upward
    assert 11 <= found.month[0] <= 13


@pytest.mark.parametrize(("early", "late"), [(0.1, 0.2), (0.2, 0.1)])
@pytest.mark.parametrize("change", [3, 6, 10])
def test_against_the_mean_of_the_period_the_month_is_that_of_the_change_and_not_of_the_first_alarm(
    early: float, late: float, change: int
) -> None:
    rng, number = np.random.default_rng(11), np.full((1, 12, 2), 1500.0)
    truth = np.where(np.arange(12) < change, early, late)
    events = rng.binomial(3000, truth)[None, :].astype(float)
    rate = np.full((1, 2), events.sum() / number.sum())
    found = drift.watch(events, number, rate, drift.limit_for(36_000.0))
    assert found.alarm[0]
    assert (int(found.month[0]), bool(found.upward[0])) == (change, late > early)


def test_the_point_of_change_by_hand() -> None:
    events, number = np.array([[1.0, 2.0, 6.0, 7.0]]), np.full((1, 4, 1), 10.0)
    place, rises = drift.change_point(events, number, np.array([[0.4]]))
    assert (int(place[0]), bool(rises[0])) == (2, True)
    nothing, _ = drift.change_point(events * 0, number, np.array([[0.0]]))
    assert 1 <= int(nothing[0]) <= 3


def test_laneys_chart_by_hand() -> None:
    events, number = np.array([10.0, 14.0, 9.0, 0.0, 30.0]), np.array([50.0, 60.0, 40.0, 0.0, 60.0])
    chart = drift.laney(events, number)
    mean = 63 / 210
    z = (np.array([0.2, 14 / 60, 9 / 40, 0.5]) - mean) / np.sqrt(mean * (1 - mean) / np.array([50, 60, 40, 60]))
    assert chart.center == pytest.approx(mean)
    assert chart.sigma_z == pytest.approx(np.abs(np.diff(z)).mean() / 1.128)
    assert np.isnan(chart.rate[3])
    assert chart.high[0] == pytest.approx(mean + 3 * np.sqrt(mean * (1 - mean) / 50) * chart.sigma_z)
