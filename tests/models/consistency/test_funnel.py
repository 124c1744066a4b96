"""Funnel, false discovery control: references, exactness, null simulation, power."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, false_discovery_control, norm, rankdata

from models.consistency import fdr, funnel
from models.consistency.arrays import Floats
from models.consistency.values import Flag
from tests.golden.consistency import regenerate
from tests.models.consistency import offices, tables

EXAMINERS = 500


def test_phi_of_the_reference() -> None:
    """FunnelPlotR: z = log(O / E) sqrt(E), phi their mean square; it drops nothing of six rows, so nothing is winsorized here."""
    observed, expected = np.array(tables.FUNNEL_REFERENCE, dtype=float).T
    assert round(funnel.winsorized_phi(np.log(observed / expected) * np.sqrt(expected), share=0.0), 6) == 2.948033


def test_phi_pulls_the_edges_in() -> None:
    z = np.array([-9.0, -1.0, -0.5, 0.0, 0.2, 0.4, 0.5, 0.9, 1.0, 1.2, 12.0])
    low, high = np.quantile(z, [0.1, 0.9])
    assert funnel.winsorized_phi(z) == pytest.approx(np.mean(np.clip(z, low, high) ** 2))
    assert funnel.winsorized_phi(z) < np.mean(z**2) / 10


def test_tau2_is_dersimonian_and_lairds() -> None:
    effects, variance = np.array([0.1, 0.3, 0.35, 0.65]), np.array([0.01, 0.02, 0.03, 0.015])
    weight = 1 / variance
    mean = (weight * effects).sum() / weight.sum()
    q = float((weight * (effects - mean) ** 2).sum())
    by_hand = (q - 3) / (weight.sum() - (weight**2).sum() / weight.sum())
    assert funnel.additive_tau2(q / 4, variance) == pytest.approx(by_hand)
    assert funnel.additive_tau2(0.5, variance) == 0.0


def test_bristol_lies_outside() -> None:
    """The Art of Statistics, figure 2.5 and ch. 9: Bristol 1991-95, and the correlations with the number of operations."""
    number, events = (np.array([row[place] for row in tables.BRISTOL], dtype=float) for place in (1, 2))
    rate = events.sum() / number.sum()
    found = funnel.judge(events, number, number * rate, number * rate * (1 - rate), funnel.Spread(1.0, 0.0, 12))
    outside = [row[0] for row, flag in zip(tables.BRISTOL, found.flags, strict=True) if flag is Flag.REVIEW]
    assert outside == ["Bristol"]
    assert np.corrcoef(number, events / number)[0, 1] == pytest.approx(0.59, abs=5e-3)
    assert np.corrcoef(rankdata(number), rankdata(events / number))[0, 1] == pytest.approx(0.85, abs=5e-3)
    later = np.array(tables.LATER_HEARTS, dtype=float)
    assert np.corrcoef(later[:, 0], later[:, 1] / later[:, 0])[0, 1] == pytest.approx(0.17, abs=5e-3)


def test_falkirk_and_glasgow_lie_outside() -> None:
    """The Art of Statistics, figure 9.2: of 379 districts, two outside the 99.8 % limits."""
    stored = json.loads((Path(regenerate.HERE) / "bowel.json").read_text(encoding="utf-8"))
    events, number = (np.array(stored[name], dtype=float) for name in ("deaths", "population"))
    rate = events.sum() / number.sum()
    found = funnel.judge(events, number, number * rate, number * rate * (1 - rate), funnel.Spread(1.0, 0.0, 379))
    assert len(events) == 379
    assert np.flatnonzero(found.p < funnel.REVIEW).tolist() == stored["outside"]
    low, high = funnel.exact_limits(number, rate, 0.998)
    assert np.flatnonzero((events / number < low) | (events / number > high)).tolist() == stored["outside"]


@pytest.mark.parametrize("mid", [False, True])
def test_tails_by_hand(mid: bool) -> None:
    chance = binom.pmf(np.arange(11), 10, 0.3)
    upper = chance[7:].sum() - (chance[7] / 2 if mid else 0.0)
    found = funnel.tail(np.array([7.0]), np.array([10.0]), np.array([0.3]), mid)
    assert found[0] == pytest.approx(2 * upper)


def flagged(number: int, rate: float, mid: bool, tries: int) -> float:
    """Share of identical examiners beyond the 99.8 % limits."""
    rng = np.random.default_rng(11)
    every = np.arange(number + 1, dtype=float)
    p = funnel.tail(every, np.full(number + 1, float(number)), np.full(number + 1, rate), mid)
    return float((p[rng.binomial(number, rate, (tries, EXAMINERS))] < funnel.REVIEW).mean())


@pytest.mark.tiered
@pytest.mark.parametrize("number", [30, 100, 333, 2000])
def test_exact_limits_flag_no_more_than_they_say(number: int) -> None:
    tries = offices.runs(400, 1000)
    slack = 3 * (0.002 / (tries * EXAMINERS)) ** 0.5
    assert flagged(number, 0.35, False, tries) <= 0.002 + slack


@pytest.mark.tiered
def test_mid_p_limits_flag_what_they_say() -> None:
    assert 0.0015 <= flagged(2000, 0.35, True, offices.runs(400, 1000)) <= 0.0025


def null_office(rng: np.random.Generator, number: Floats, planted: Floats) -> tuple[Floats, funnel.Verdicts]:
    """One office of identical examiners, some with another rate, judged without overdispersion."""
    events = rng.binomial(number.astype(int), planted).astype(float)
    return events, funnel.judge(events, number, number * 0.6, number * 0.24, funnel.Spread(1.0, 0.0, len(number)))


@pytest.mark.tiered
def test_among_identical_examiners_false_discovery_is_at_or_below_nominal() -> None:
    rng, tries = np.random.default_rng(13), offices.runs(50, 1000)
    number = np.random.default_rng(1).integers(30, 3000, EXAMINERS).astype(float)
    wrong = 0
    for _ in range(tries):
        events = rng.binomial(number.astype(int), 0.6).astype(float)
        rate = events.sum() / number.sum()
        found = funnel.judge(events, number, number * rate, number * rate * (1 - rate))
        wrong += Flag.REVIEW in found.flags
    assert wrong / tries <= 0.05 + 3 * (0.05 * 0.95 / tries) ** 0.5


def paper_power(shift: float, planted: int) -> tuple[float, float]:
    """(expected share of the planted that are found, threshold) where Benjamini-Hochberg settles, by iteration on paper."""
    threshold, power = 0.002, 0.0
    for _ in range(200):
        power = float(norm.sf(norm.isf(threshold / 2) - shift) + norm.cdf(-norm.isf(threshold / 2) - shift))
        calls = planted * power + (EXAMINERS - planted) * threshold
        threshold = min(0.002, 0.05 * calls / EXAMINERS)
    return power, threshold


@pytest.mark.tiered
def test_planted_effects_are_found_as_often_as_a_paper_calculation_says() -> None:
    rng, tries, planted, size = np.random.default_rng(17), offices.runs(60, 500), 25, 600
    rate = np.full(EXAMINERS, 0.6)
    rate[:planted] = 0.68
    spread = np.sqrt(0.24 / size)
    expected, threshold = paper_power(0.08 / spread, planted)
    wider = np.sqrt(0.68 * 0.32 / 0.24)
    expected = float(norm.sf((norm.isf(threshold / 2) - 0.08 / spread) / wider))
    found = false = calls = 0
    for _ in range(tries):
        _, verdicts = null_office(rng, np.full(EXAMINERS, float(size)), rate)
        out = np.array([flag is Flag.REVIEW for flag in verdicts.flags])
        found, false, calls = found + out[:planted].sum(), false + out[planted:].sum(), calls + out.sum()
    assert found / (tries * planted) == pytest.approx(expected, abs=0.04)
    assert false / calls <= 0.05


def test_overdispersion_keeps_ordinary_spread_out_of_review() -> None:
    rng = np.random.default_rng(19)
    number = np.full(200, 1000.0)
    rate = np.clip(rng.normal(0.6, 0.05, 200), 0.05, 0.95)
    events = rng.binomial(1000, rate).astype(float)
    found = funnel.judge(events, number, number * 0.6, number * 0.24)
    assert found.spread.phi > 5
    assert found.spread.tau2**0.5 == pytest.approx(0.05, abs=0.012)
    assert sum(flag is Flag.REVIEW for flag in found.flags) <= 2


def test_z_is_the_standardized_difference_under_the_overdispersed_limits() -> None:
    number, expected = np.array([400.0, 900.0]), np.array([240.0, 540.0])
    events = np.array([300.0, 500.0])
    found = funnel.judge(events, number, expected, number * 0.24, funnel.Spread(2.0, 0.001, 2))
    assert found.z == pytest.approx((events - expected) / number / np.sqrt(0.24 / number + 0.001))


def test_small_numbers_are_judged_exactly() -> None:
    events, number, expected = np.array([6.0]), np.array([40.0]), np.array([1.2])
    found = funnel.judge(events, number, expected, number * 0.03 * 0.97, funnel.Spread(1.0, 0.0, 2))
    exact = 2 * binom.sf(5, 40, 0.03)
    assert found.p[0] == pytest.approx(exact)
    assert 2 * norm.sf(found.z[0]) < exact / 50


def test_fewer_than_two_examiners_have_no_phi() -> None:
    found = funnel.judge(np.array([20.0, 3.0]), np.array([40.0, 6.0]), np.array([21.0, 3.2]), np.array([9.0, 1.4]))
    assert np.isnan(found.spread.phi)
    assert found.spread.tau2 == 0.0


def test_limits_narrow_with_numbers_and_widen_with_overdispersion() -> None:
    curve = funnel.curve(0.6, 0.002, 2000)
    assert curve.n[0] == 5
    assert curve.low998[-1] < curve.low95[-1] < 0.6 < curve.high95[-1] < curve.high998[-1]
    assert curve.plain_low95[-1] > curve.low95[-1]
    assert curve.high95[10] > curve.high95[-1]
    assert all(0.0 <= value <= 1.0 for value in (*curve.low998, *curve.high998))


def test_drawn_limits_lie_within_one_decision_of_the_exact_ones() -> None:
    low, high = funnel.exact_limits(np.array([200.0]), 0.35, 0.95)
    assert binom.cdf(np.floor(low[0] * 200) - 1, 200, 0.35) <= 0.025 < binom.cdf(np.ceil(low[0] * 200), 200, 0.35)
    assert binom.sf(np.ceil(high[0] * 200), 200, 0.35) <= 0.025 < binom.sf(np.floor(high[0] * 200) - 1, 200, 0.35)


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=40))
def test_q_values_equal_scipys(p: list[float]) -> None:
    assert fdr.benjamini_hochberg(np.array(p)) == pytest.approx(false_discovery_control(p))


def test_q_values_pass_over_what_was_not_tested() -> None:
    q = fdr.benjamini_hochberg(np.array([0.01, np.nan, 0.04]))
    assert q[[0, 2]] == pytest.approx([0.02, 0.04])
    assert np.isnan(q[1])
    assert np.isnan(fdr.benjamini_hochberg(np.array([np.nan]))).all()
