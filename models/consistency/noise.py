"""Noise audit: how much of the difference between readings of one case is the examiner's level, pattern, or occasion.

Source: Kahneman, Sibony and Sunstein, Noise (2021), ch. 6-8 and appendix C; the algebra is that of Shrout and
Fleiss, Psychol Bull 86 (1979) 420-428, carried to incomplete designs by fitting constants (Henderson,
Biometrics 9 (1953) 226-252, method 3).
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, diags_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import cg

from models.consistency import patterns
from models.consistency.arrays import Codes, Floats, Ints
from models.consistency.inputs import Assessments
from models.consistency.values import Noise

LEAST_FREEDOM = 5
"""Degrees of freedom that a component needs to be given at all."""
MOST_RATERS = 2000


@dataclass(frozen=True)
class Squares:
    """Sums of squares and their degrees of freedom, pooled over items: within units; residual of unit + rater;
    between repeats."""

    within: float = 0.0
    within_df: int = 0
    residual: float = 0.0
    residual_df: int = 0
    repeat: float = 0.0
    repeat_df: int = 0

    def __add__(self, other: "Squares") -> "Squares":
        names = ("within", "within_df", "residual", "residual_df", "repeat", "repeat_df")
        return Squares(**{name: getattr(self, name) + getattr(other, name) for name in names})


def audit(assessments: Assessments) -> Noise:
    """Noise components of blind readings, pooled over items; what the design cannot identify is None and ``why``
    says so."""
    if assessments.numbers is None:
        return Noise(why=(("system", "why_values_are_names"),))
    if not assessments.size:
        return Noise(why=(("system", "why_no_double_readings"),))
    number = assessments.numbers[assessments.value]
    squares = Squares()
    for item in range(max(len(assessments.items), 1)):
        chosen = np.flatnonzero(assessments.item == item)
        squares = squares + squares_of(assessments.unit[chosen], assessments.rater[chosen], number[chosen])
    units, raters = (int(np.count_nonzero(np.bincount(each))) for each in (assessments.unit, assessments.rater))
    return components(squares, _bias(assessments, number), units, raters)


def squares_of(unit: Codes, rater: Codes, number: Floats) -> Squares:
    """Sums of squares of one item. A rater's first reading of a unit carries level and pattern, repeats carry
    occasion."""
    if not len(unit):
        return Squares()
    units, raters = (patterns.renumbered(each).astype(np.int64) for each in (unit, rater))
    cell = units * (int(raters.max()) + 1) + raters
    _, first, which = np.unique(cell, return_index=True, return_inverse=True)
    repeat, repeat_df = _around_means(which.astype(np.int64), number)
    within, within_df = _around_means(units[first], number[first])
    residual, residual_df = _residual(units[first], raters[first], number[first])
    return Squares(within, within_df, residual, residual_df, repeat, repeat_df)


def _around_means(group: Ints, number: Floats) -> tuple[float, int]:
    """Sum of squares around group means, and its degrees of freedom."""
    size = np.bincount(group)
    mean = np.bincount(group, weights=number) / np.maximum(size, 1)
    return float(((number - mean[group]) ** 2).sum()), int((size[size > 0] - 1).sum())


def _residual(unit: Ints, rater: Ints, number: Floats) -> tuple[float, int]:
    """Residual sum of squares of number = unit + rater, units swept out, so that only a raters x raters system is
    solved."""
    raters = int(rater.max()) + 1
    if raters > MOST_RATERS:
        return 0.0, 0
    size = np.bincount(unit).astype(np.float64)
    centered = number - (np.bincount(unit, weights=number) / np.maximum(size, 1.0))[unit]
    right = np.bincount(rater, weights=centered, minlength=raters)
    system, sets = _normal_equations(unit, rater, size, raters)
    # The system is singular once a connected set and consistent, which conjugate gradients take as it is.
    effect, _ = cg(system, right, rtol=1e-12, atol=1e-12, maxiter=20 * raters + 100)
    explained = float(effect @ right)
    freedom = int((size[size > 0] - 1).sum()) - (raters - sets)
    return max(float((centered**2).sum()) - explained, 0.0), freedom


def _normal_equations(unit: Ints, rater: Ints, size: Floats, raters: int) -> tuple[csr_array, int]:
    """Normal equations of the raters after the unit means are removed, and how many sets of raters share no unit."""
    shares = csr_array((1.0 / np.sqrt(size[unit]), (unit, rater)), shape=(len(size), raters))
    together = shares.T @ shares
    seen = np.bincount(rater, minlength=raters).astype(np.float64)
    return csr_array(diags_array(seen) - together), int(connected_components(together, directed=False)[0])


def components(squares: Squares, bias: float | None, units: int, raters: int) -> Noise:
    """Standard deviations from the sums of squares: system² = within units, residual² = pattern (and occasion),
    level² = the rest."""
    if squares.within_df < LEAST_FREEDOM:
        return Noise(why=(("system", "why_no_double_readings"),), units=units, raters=raters)
    system = squares.within / squares.within_df
    if squares.residual_df < LEAST_FREEDOM:
        unknown = (("level", "why_not_crossed"), ("pattern", "why_not_crossed"), ("occasion", "why_no_repeats"))
        return Noise(system**0.5, bias=bias, why=unknown + _bias_why(bias), units=units, raters=raters)
    residual = min(squares.residual / squares.residual_df, system)
    occasion = squares.repeat / squares.repeat_df if squares.repeat_df >= LEAST_FREEDOM else None
    pattern = residual - (min(occasion, residual) if occasion is not None else 0.0)
    why = () if occasion is not None else (("occasion", "why_no_repeats"),)
    return Noise(
        system=system**0.5,
        level=(system - residual) ** 0.5,
        pattern=pattern**0.5,
        occasion=None if occasion is None else min(occasion, residual) ** 0.5,
        bias=bias,
        why=why + _bias_why(bias),
        units=units,
        raters=raters,
    )


def _bias_why(bias: float | None) -> tuple[tuple[str, str], ...]:
    return () if bias is not None else (("bias", "why_no_reference"),)


def _bias(assessments: Assessments, number: Floats) -> float | None:
    """Mean of reading minus reference answer, over readings that have one."""
    if not len(assessments.reference) or assessments.numbers is None:
        return None
    known = assessments.reference >= 0
    if not known.any():
        return None
    return float((number[known] - assessments.numbers[assessments.reference[known]]).mean())
