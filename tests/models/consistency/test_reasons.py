"""Reason use: the divergence and its null."""

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon

from models.consistency import reasons


def test_divergence_equals_scipys() -> None:
    rng = np.random.default_rng(1)
    uses = rng.integers(0, 30, (8, 12)).astype(float)
    office = uses.sum(axis=0) / uses.sum()
    by_scipy = [jensenshannon(row / row.sum(), office, base=2) ** 2 for row in uses]
    assert reasons.jensen_shannon(uses, office) == pytest.approx(by_scipy)


def test_p_is_uniform_where_only_chance_differs() -> None:
    rng = np.random.default_rng(2)
    p = reasons.diverging(rng.multinomial(120, rng.dirichlet(np.ones(15)), size=800).astype(float)).p
    assert (p < 0.05).mean() == pytest.approx(0.05, abs=0.025)
    assert p.mean() == pytest.approx(0.5, abs=0.04)


def test_other_reasons_are_found_and_few_uses_are_not_judged() -> None:
    rng = np.random.default_rng(3)
    uses = rng.multinomial(200, np.full(10, 0.1), size=50).astype(float)
    uses[7] = rng.multinomial(200, np.r_[0.5, np.full(9, 0.5 / 9)])
    uses[8] = np.r_[12.0, np.zeros(9)]
    found = reasons.diverging(uses)
    assert found.p[7] < 1e-6
    assert np.isnan(found.p[8])
    assert found.bits[8] > 0.5
