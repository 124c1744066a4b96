"""Case-mix: the published random-intercept fit, standardization, shrinkage, strata."""

import numpy as np
import pytest
from scipy.special import expit, logit

from models.consistency import casemix
from models.consistency.inputs import Category
from tests.models.consistency import tables

CBPP = np.array([[float(value) for value in row.split(",")] for row in tables.CBPP])


@pytest.mark.parametrize(
    ("nodes", "sd", "deviance", "beta"),
    [
        (1, 0.6423, 184.053, (-1.3985, -0.9923, -1.1287, -1.5803)),
        (25, 0.6475, 183.967, (-1.3992, -0.9914, -1.1278, -1.5795)),
    ],
)
def test_cbpp_has_the_random_intercept_of_lme4(nodes: int, sd: float, deviance: float, beta: tuple[float, ...]) -> None:
    design = np.column_stack([np.ones(len(CBPP)), *((CBPP[:, 3] == period).astype(float) for period in (2, 3, 4))])
    fit = casemix.fit_random_intercept(CBPP[:, 1], CBPP[:, 2], (CBPP[:, 0] - 1).astype(np.int64), design, nodes=nodes)
    assert round(fit.sd, 4) == sd
    assert fit.deviance == pytest.approx(deviance, abs=1e-3)
    assert fit.beta == pytest.approx(beta, abs=2e-4)


def test_expected_adds_up_to_observed() -> None:
    rng = np.random.default_rng(1)
    number = rng.integers(0, 50, (12, 5)).astype(float)
    events = rng.binomial(number.astype(int), 0.6).astype(float)
    expected, variance, rate = casemix.expected_counts(events, number)
    assert expected.sum() == pytest.approx(events.sum())
    assert (variance >= 0).all()
    assert ((rate >= 0) & (rate <= 1)).all()


def test_the_shrunk_rate_lies_between_expected_and_observed() -> None:
    rng = np.random.default_rng(2)
    number = rng.poisson(6, (60, 4)).astype(float)
    events = rng.binomial(number.astype(int), expit(rng.normal(0, 0.6, (60, 1)))).astype(float)
    expected, _, _ = casemix.expected_counts(events, number)
    made, total = casemix.shrink(events, number), number.sum(axis=1)
    low, high = np.minimum(expected, events.sum(axis=1)) / total, np.maximum(expected, events.sum(axis=1)) / total
    assert (made.rate >= low - 1e-9).all()
    assert (made.rate <= high + 1e-9).all()
    assert (made.low <= made.rate).all()
    assert (made.rate <= made.high).all()


def test_the_spread_between_examiners_is_found_again() -> None:
    rng = np.random.default_rng(3)
    number = rng.poisson(60, (400, 6)).astype(float)
    base = logit(np.linspace(0.3, 0.8, 6))
    events = rng.binomial(number.astype(int), expit(base + rng.normal(0, 0.3, (400, 1)))).astype(float)
    assert casemix.shrink(events, number).sd == pytest.approx(0.3, abs=0.03)


def test_equal_examiners_are_shrunk_together() -> None:
    rng = np.random.default_rng(4)
    number = np.full((300, 1), 40.0)
    events = rng.binomial(40, 0.6, (300, 1)).astype(float)
    made = casemix.shrink(events, number)
    assert made.sd < 0.12
    assert made.rate.std() < (events / number).std() / 2


def test_one_examiner_alone_has_no_spread() -> None:
    made = casemix.shrink(np.array([[3.0, 4.0]]), np.array([[10.0, 10.0]]))
    assert (made.sd, made.rate.tolist()) == (0.0, [0.35])


def test_strata_are_combinations_and_thin_ones_are_one() -> None:
    first = Category("route", np.repeat([0, 1, 0], [500, 480, 20]).astype(np.int32), ("a", "b"))
    second = Category("sex", np.repeat([0, 1], [980, 20]).astype(np.int32), ("f", "m"))
    made = casemix.strata((first, second), np.ones(1000, dtype=bool))
    assert (made.number, made.by_risk) == (3, False)
    assert len(np.unique(made.code[980:])) == 1


def test_too_many_combinations_become_bands_of_risk() -> None:
    rng = np.random.default_rng(6)
    columns = tuple(Category(f"c{i}", rng.integers(0, 5, 6000).astype(np.int32), tuple("abcde")) for i in range(5))
    risk = sum((column.codes for column in columns), np.zeros(6000)) / 10.0 - 1.0
    granted = rng.random(6000) < expit(risk)
    made = casemix.strata(columns, granted)
    assert made.by_risk
    assert 10 < made.number <= casemix.BANDS
    rates = np.bincount(made.code, weights=granted) / np.bincount(made.code)
    assert rates[-5:].mean() - rates[:5].mean() > 0.25


def test_no_columns_are_one_stratum() -> None:
    assert casemix.strata((), np.ones(5, dtype=bool)).number == 1
