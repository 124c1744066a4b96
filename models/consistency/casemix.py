"""Case-mix: what the office as a whole would have decided on the same cases, and how far an examiner's own tendency
goes.

Two parts: strata (like cases), and a logistic model with a random intercept an examiner, fitted to aggregated cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit, gammaln, logit

from models.consistency.arrays import Bools, Codes, Floats, Ints
from models.consistency.inputs import Category

LEAST = 30
"""Decisions that a stratum needs to have a rate of its own."""
BANDS = 40


@dataclass(frozen=True, eq=False)
class Strata:
    """``code``: the stratum of each decision, 0 … ``number`` - 1. ``by_risk``: strata are bands of predicted risk."""

    code: Codes
    number: int
    by_risk: bool = False


@dataclass(frozen=True, eq=False)
class Fit:
    """A random-intercept fit: fixed effects, standard deviation of the intercepts (logit), -2 log likelihood,
    and by group the posterior mode and standard deviation of its intercept."""

    beta: Floats
    sd: float
    deviance: float
    intercept: Floats
    intercept_sd: Floats


def expected_counts(events: Floats, number: Floats) -> tuple[Floats, Floats, Floats]:
    """Indirect standardization: (expected events, their variance, stratum rates) from examiners x strata tables.

    Expected = sum over strata of decisions x the office's rate in the stratum; variance = sum n p (1 - p).
    Source: Breslow and Day, Statistical Methods in Cancer Research II (1987), ch. 2.3.
    """
    total, hits = number.sum(axis=0), events.sum(axis=0)
    rate = np.divide(hits, total, out=np.zeros_like(total), where=total > 0)
    return number @ rate, number @ (rate * (1.0 - rate)), rate


def strata(
    columns: Sequence[Category], granted: Bools, most: int = 10 * BANDS, weight: Ints | Codes | None = None
) -> Strata:
    """Like cases: every combination of the case-mix columns, or, where these are too many to have rates of their own
    (5 % of the decisions in strata below ``LEAST``), bands of the risk that a main-effects logistic model predicts
    (stratification on a risk score: Miettinen, Am J Epidemiol 104 (1976) 609-620). ``weight``: how many decisions
    each row stands for (at least 1), where rows are sums."""
    if not columns or not len(granted):
        return Strata(np.zeros(len(granted), dtype=np.int32), 1)
    combined, number = _combine(columns)
    sizes = _sizes(combined, number, weight)
    if sizes[sizes < LEAST].sum() <= 0.05 * sizes.sum() and number <= most:
        return _merge_thin(combined, sizes)
    hits = _sizes(combined[granted], number, None if weight is None else weight[granted])
    return _bands(columns, combined, sizes, hits, min(BANDS, most))


def _sizes(combined: Codes, number: int, weight: Ints | Codes | None) -> Ints:
    """Decisions in each combination."""
    return np.bincount(combined, weights=weight, minlength=number).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Coding:
    """Which combination of levels is which stratum, so that counts made at different times add up.

    ``columns``: names in order. ``radix``: levels and gap of each column. ``keys``: combinations as numbers,
    ascending, and the ``stratum`` of each; a combination that came later is ``number`` - 1, the rest.
    """

    columns: tuple[str, ...]
    radix: tuple[int, ...]
    keys: Ints
    stratum: Codes
    number: int
    by_risk: bool

    def strata(self, columns: Sequence[Category]) -> Strata:
        """Strata of decisions by this coding; ``columns`` may be more than it uses, in any order."""
        chosen = [next(column for column in columns if column.name == name) for name in self.columns]
        if not chosen:
            return Strata(np.zeros(len(columns[0].codes) if columns else 0, dtype=np.int32), self.number, self.by_risk)
        key = _key(chosen, self.radix)
        place = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        known = self.keys[place] == key
        return Strata(np.where(known, self.stratum[place], self.number - 1).astype(np.int32), self.number, self.by_risk)


def coding_of(columns: Sequence[Category], made: Strata) -> Coding:
    """The coding behind strata that were made from these columns."""
    radix = tuple(len(column.levels) + 1 for column in columns)
    keys, first = np.unique(_key(columns, radix), return_index=True)
    stratum = made.code[first] if columns else np.zeros(len(first), dtype=np.int32)
    names = tuple(column.name for column in columns)
    return Coding(names, radix, keys, stratum, made.number + 1, made.by_risk)


def _key(columns: Sequence[Category], radix: Sequence[int]) -> Ints:
    """Combinations as numbers; -1 where a level came after the coding."""
    key = np.zeros(len(columns[0].codes) if columns else 0, dtype=np.int64)
    late = np.zeros(len(key), dtype=bool)
    for column, levels in zip(columns, radix, strict=True):
        late |= column.codes + 1 >= levels
        key = key * levels + (column.codes + 1)
    return np.where(late, -1, key)


def _combine(columns: Sequence[Category]) -> tuple[Codes, int]:
    """One code for each combination in use; a gap is a level of its own."""
    code, number = np.zeros(len(columns[0].codes), dtype=np.int64), 1
    for column in columns:
        levels = len(column.levels) + 1
        code = code * levels + (column.codes + 1)
        number *= levels
        if number > 4_000_000:
            code, number = _dense(code)
    code, number = _dense(code, number)
    return code.astype(np.int32), number


def _dense(code: Ints, number: int | None = None) -> tuple[Ints, int]:
    """Renumber to the codes in use; by counting where the range allows it, which is far faster than sorting."""
    if number is not None and number <= 4_000_000:
        used = np.bincount(code, minlength=number) > 0
        return (np.cumsum(used) - 1)[code], int(used.sum())
    values, inverse = np.unique(code, return_inverse=True)
    return inverse.astype(np.int64), len(values)


def _merge_thin(combined: Codes, sizes: Ints) -> Strata:
    """Thin strata become one stratum, "the rest"."""
    keep = sizes >= LEAST
    renumber = np.where(keep, np.cumsum(keep) - 1, keep.sum()).astype(np.int32)
    return Strata(renumber[combined], int(keep.sum()) + int((~keep).any()))


def _bands(columns: Sequence[Category], combined: Codes, sizes: Ints, hits: Ints, most: int) -> Strata:
    number = len(sizes)
    first = np.zeros(number, dtype=np.int64)
    first[combined] = np.arange(len(combined))
    design = _dummies(columns, first)
    score: Floats = design @ logistic(hits.astype(np.float64), sizes.astype(np.float64), design)
    order = np.argsort(score, kind="stable")
    bands = max(1, min(most, int(sizes.sum()) // (4 * LEAST)))
    share = (np.cumsum(sizes[order]) - sizes[order] / 2.0) / sizes.sum()
    band = np.empty(number, dtype=np.int32)
    band[order] = np.minimum((share * bands).astype(np.int32), bands - 1)
    dense, used = _dense(band[combined].astype(np.int64), bands)
    return Strata(dense.astype(np.int32), used, True)


def _dummies(columns: Sequence[Category], rows: Ints) -> Floats:
    """Intercept and a 0/1 column for each level but the first."""
    blocks = [np.ones((len(rows), 1))]
    for column in columns:
        codes = column.codes[rows]
        blocks.append((codes[:, None] == np.arange(1, len(column.levels))[None, :]).astype(np.float64))
    return np.hstack(blocks)


def logistic(events: Floats, number: Floats, design: Floats, ridge: float = 1e-3) -> Floats:
    """Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989, ch. 4.4); a slight ridge
    keeps empty levels finite."""
    beta = np.zeros(design.shape[1])
    penalty = ridge * np.eye(design.shape[1])
    for _ in range(30):
        mean = expit(design @ beta)
        slope = design.T @ (events - number * mean) - penalty @ beta
        bend = (design * (number * mean * (1.0 - mean))[:, None]).T @ design + penalty
        step = np.linalg.solve(bend, slope)
        beta = beta + step
        if np.abs(step).max() < 1e-9:
            break
    return beta


@dataclass(frozen=True, eq=False)
class _Cells:
    """Aggregated cells: events of number, group, and a fixed part of the linear predictor."""

    events: Floats
    number: Floats
    group: Ints
    groups: int

    def by_group(self, values: Floats) -> Floats:
        """Sum of cell values over each group."""
        return np.bincount(self.group, weights=values, minlength=self.groups).astype(np.float64)


def fit_random_intercept(
    events: Floats,
    number: Floats,
    group: Ints,
    design: Floats | None = None,
    offset: Floats | None = None,
    nodes: int = 1,
) -> Fit:
    """Logistic model with normal random intercepts by maximum likelihood on aggregated binomial cells.

    The integral over each intercept: adaptive Gauss-Hermite quadrature at the mode (``nodes`` 1 is the Laplace
    approximation). Source: Pinheiro and Bates, J Comput Graph Stat 4 (1995) 12-35; Bates et al., J Stat Softw
    67 (2015), lme4. ``offset``: logit of a given rate.
    """
    cells = _Cells(events, number, group.astype(np.int64), int(group.max()) + 1)
    base = np.zeros(len(events)) if offset is None else offset
    points = _quadrature(nodes)
    if design is None:
        found = minimize_scalar(lambda sd: -_likelihood(cells, base, sd, points), bounds=(0.0, 4.0), method="bounded")
        return _fit(cells, base, np.zeros(0), float(found.x), points)
    start = np.append(logistic(events, number, design), 0.5)

    def minus(parameters: Floats) -> float:
        return -_likelihood(cells, base + design @ parameters[:-1], abs(float(parameters[-1])), points)

    best = minimize(minus, start, method="BFGS", options={"gtol": 1e-5}).x
    best = minimize(minus, best, method="Nelder-Mead", options={"xatol": 1e-6, "fatol": 1e-9, "maxiter": 4000}).x
    return _fit(cells, base + design @ best[:-1], best[:-1], abs(float(best[-1])), points)


def _quadrature(nodes: int) -> tuple[Floats, Floats]:
    """Gauss-Hermite nodes and the logarithm of their weights without the exp(-t²)."""
    place, weight = np.polynomial.hermite.hermgauss(nodes)
    return place, np.log(weight) + place**2


def _modes(cells: _Cells, eta: Floats, sd: float) -> tuple[Floats, Floats]:
    """Mode of each standardized intercept and the curvature there, by Newton's method."""
    mode, bend = np.zeros(cells.groups), np.ones(cells.groups)
    for _ in range(50):
        mean = expit(eta + sd * mode[cells.group])
        slope = sd * cells.by_group(cells.events - cells.number * mean) - mode
        bend = sd**2 * cells.by_group(cells.number * mean * (1.0 - mean)) + 1.0
        step = np.clip(slope / bend, -2.0, 2.0)
        mode = mode + step
        if np.abs(step).max() < 1e-10:
            break
    return mode, bend


def _likelihood(cells: _Cells, eta: Floats, sd: float, points: tuple[Floats, Floats]) -> float:
    """Log likelihood, binomial constants included."""
    mode, bend = _modes(cells, eta, sd)
    terms = []
    for place, log_weight in zip(*points, strict=True):
        at = mode + np.sqrt(2.0 / bend) * place
        linear = eta + sd * at[cells.group]
        inner = cells.by_group(cells.events * linear - cells.number * np.logaddexp(0.0, linear))
        terms.append(log_weight + inner - at**2 / 2.0)
    groups = np.logaddexp.reduce(np.array(terms), axis=0) - 0.5 * np.log(bend) - 0.5 * np.log(np.pi)
    constant = gammaln(cells.number + 1) - gammaln(cells.events + 1) - gammaln(cells.number - cells.events + 1)
    return float(groups.sum() + constant.sum())


def _fit(cells: _Cells, eta: Floats, beta: Floats, sd: float, points: tuple[Floats, Floats]) -> Fit:
    mode, bend = _modes(cells, eta, sd)
    return Fit(beta, sd, -2.0 * _likelihood(cells, eta, sd, points), sd * mode, sd / np.sqrt(bend))


@dataclass(frozen=True, eq=False)
class Shrunk:
    """Empirical-Bayes rates by examiner with 95 % intervals, for the examiner's own cases; ``sd``: spread on the
    logit scale."""

    rate: Floats
    low: Floats
    high: Floats
    sd: float


def shrink(events: Floats, number: Floats, nodes: int = 7) -> Shrunk:
    """Empirical-Bayes estimate of each examiner's rate on the own cases, from examiners x strata tables.

    Model: logit P = logit(stratum rate) + intercept of the examiner, intercepts normal around 0; the estimate is the
    posterior mode, hence between expected and observed. Source: Efron and Morris, JASA 70 (1975); Normand et al.,
    JASA 92 (1997).
    """
    expected, _, rate = expected_counts(events, number)
    total = number.sum(axis=0)
    safe = np.clip(rate, 0.5 / np.maximum(total, 1.0), 1.0 - 0.5 / np.maximum(total, 1.0))
    examiner, stratum = np.nonzero(number)
    offset = logit(safe)
    if len(np.unique(examiner)) < 2:
        share = np.divide(expected, number.sum(axis=1), out=np.zeros(len(expected)), where=number.sum(axis=1) > 0)
        return Shrunk(share, share, share, 0.0)
    fit = fit_random_intercept(
        events[examiner, stratum], number[examiner, stratum], examiner, offset=offset[stratum], nodes=nodes
    )
    blank = np.zeros(len(number) - len(fit.intercept))
    middle, sd = np.append(fit.intercept, blank), np.append(fit.intercept_sd, blank + fit.sd)
    sides = [_own_rate(number, offset, middle + step * sd) for step in (0.0, -1.959964, 1.959964)]
    return Shrunk(sides[0], sides[1], sides[2], fit.sd)


def _own_rate(number: Floats, offset: Floats, intercept: Floats) -> Floats:
    mean = expit(offset[None, :] + intercept[:, None])
    total = number.sum(axis=1)
    share: Floats = np.divide((number * mean).sum(axis=1), total, out=np.zeros(len(total)), where=total > 0)
    return share
