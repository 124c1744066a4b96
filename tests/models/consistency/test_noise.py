"""Noise audit: Shrout and Fleiss, incomplete designs, what cannot be identified."""

import numpy as np
import pytest

from models.consistency import noise
from models.consistency.arrays import Floats
from models.consistency.inputs import Assessments
from tests.models.consistency import offices, tables


def readings(matrix: Floats, reference: Floats | None = None, again: Floats | None = None) -> Assessments:
    """units x raters of whole numbers, NaN a gap; ``again``: second readings."""
    every = [matrix] if again is None else [matrix, again]
    occasion, unit, rater = np.nonzero(~np.isnan(np.array(every)))
    values = np.array(every)[occasion, unit, rater]
    known = np.zeros(0, dtype=np.int32) if reference is None else reference[unit].astype(np.int32)
    levels = np.arange(int(np.nanmax(values)) + 1, dtype=float)
    return Assessments(
        unit=unit.astype(np.int32),
        rater=rater.astype(np.int32),
        value=values.astype(np.int32),
        item=np.zeros(len(unit), dtype=np.int32),
        round=occasion.astype(np.int32),
        levels=tuple(str(int(level)) for level in levels),
        items=(),
        raters=matrix.shape[1],
        units=len(matrix),
        numbers=levels,
        reference=known,
    )


def test_shrout_and_fleiss_1979() -> None:
    """Mean squares 11.24, 32.49, 1.02, 6.26; hence level variance 5.244, pattern and occasion 1.019, system noise 2.503."""
    made = readings(tables.SHROUT_FLEISS)
    squares = noise.squares_of(made.unit, made.rater, tables.SHROUT_FLEISS.ravel())
    assert squares.within / squares.within_df == pytest.approx(6.26, abs=5e-3)
    assert squares.residual / squares.residual_df == pytest.approx(1.02, abs=5e-3)
    found = noise.audit(made)
    assert found.level is not None
    assert found.pattern is not None
    assert found.level**2 == pytest.approx(5.244, abs=5e-4)
    assert found.pattern**2 == pytest.approx(1.019, abs=5e-4)
    assert found.system == pytest.approx(2.503, abs=5e-4)
    assert (found.occasion, found.bias) == (None, None)
    assert dict(found.why) == {"occasion": "why_no_repeats", "bias": "why_no_reference"}


def test_components_are_found_again_from_an_incomplete_design() -> None:
    rng = np.random.default_rng(1)
    units, raters = 600, 30
    level, pattern, occasion = rng.normal(0, 3, raters), rng.normal(0, 4, (units, raters)), 2.0
    base = 60 + rng.normal(0, 6, (units, 1)) + level + pattern
    first, second = (np.rint(base + rng.normal(0, occasion, base.shape)) for _ in range(2))
    absent = rng.random(base.shape) < 0.85
    first[absent] = np.nan
    second[absent | (rng.random(base.shape) < 0.5)] = np.nan
    found = noise.audit(readings(first, again=second))
    assert found.level == pytest.approx(float(level.std()), abs=0.5)
    assert found.pattern == pytest.approx(4.0, abs=0.35)
    assert found.occasion == pytest.approx(2.0, abs=0.2)
    assert found.system is not None
    assert found.system**2 == pytest.approx(
        sum((part or 0.0) ** 2 for part in (found.level, found.pattern, found.occasion))
    )


def test_bias_only_where_a_reference_stands() -> None:
    matrix = np.tile(np.array([[3.0], [4.0], [5.0], [6.0]]), (2, 3))
    assert noise.audit(readings(matrix, reference=matrix[:, 0] - 2)).bias == pytest.approx(2.0)
    assert noise.audit(readings(matrix)).bias is None


def test_raters_who_never_meet_show_no_level() -> None:
    """Pairs that read separate cases: the difference between pairs and between cases is one."""
    matrix = np.full((12, 24), np.nan)
    for unit in range(12):
        matrix[unit, 2 * unit : 2 * unit + 2] = (3, 4 + unit % 2)
    found = noise.audit(readings(matrix))
    assert found.system is not None
    assert (found.level, found.pattern) == (None, None)
    assert dict(found.why)["level"] == "why_not_crossed"


def test_single_readings_identify_nothing() -> None:
    found = noise.audit(readings(np.diag(np.arange(1.0, 9.0)) + np.where(np.eye(8) > 0, 0.0, np.nan)))
    assert found.system is None
    assert dict(found.why)["system"] == "why_no_double_readings"


def test_yes_and_no_are_pooled_over_items() -> None:
    found = noise.audit(offices.blind_readings(400, error=0.2))
    assert found.system == pytest.approx((0.2 * 0.8) ** 0.5, abs=0.03)
    assert found.occasion is not None


def test_names_have_no_noise() -> None:
    made = offices.blind_readings(20)
    found = noise.audit(Assessments(made.unit, made.rater, made.value, made.item, made.round, made.levels, (), 12, 20))
    assert dict(found.why) == {"system": "why_values_are_names"}
