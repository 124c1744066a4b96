"""Agreement: published tables to the printed digits, oracles, coverage of the intervals, speed."""

import time

import numpy as np
import pytest

from models.consistency import agreement, patterns, readings, registers
from models.consistency.arrays import Floats
from models.consistency.inputs import Assessments
from models.consistency.values import AgreementRow, Metric
from tests.golden.consistency import regenerate
from tests.models.consistency import offices, tables

STORED = np.load(regenerate.GOLDEN)
MATRICES = regenerate.unpacked(STORED)


def record(matrix: Floats, metric: Metric = Metric.NOMINAL, bootstraps: int = 0) -> AgreementRow:
    """The record of a matrix."""
    return readings.record(readings.ratings_of(matrix), "", metric, bootstraps)


@pytest.mark.parametrize(("metric", "printed"), list(zip(Metric, (0.743, 0.815, 0.849, 0.797), strict=True)))
def test_krippendorffs_own_example(metric: Metric, printed: float) -> None:
    alpha = record(tables.KRIPPENDORFF, metric).alpha
    assert alpha is not None
    assert round(alpha, 3) == printed


def test_fleiss_1971() -> None:
    found = record(tables.from_distribution(tables.FLEISS))
    assert (found.units, found.raters, found.ratings) == (30, 6, 180)
    assert found.kappa == pytest.approx(0.430, abs=5e-4)
    assert found.kappa == found.fleiss


def test_gwets_twelve_subjects() -> None:
    found = record(tables.GWET)
    printed = {"ac1": 0.77544, "ac1_se": 0.14295, "fleiss": 0.76117, "alpha": 0.74342, "conger": 0.76282}
    assert {name: round(getattr(found, name), 5) for name in printed} == printed
    assert found.brennan_prediger == pytest.approx(0.77273, abs=5e-6)
    assert found.percent == pytest.approx(0.8181818)


def test_gwets_abstractors() -> None:
    found = record(tables.from_table(tables.ABSTRACTORS))
    printed = {
        "kappa": 0.79641,
        "fleiss": 0.79624,
        "ac1": 0.84933,
        "alpha": 0.79726,
        "brennan_prediger": 0.835,
        "percent": 0.89,
    }
    assert {name: round(getattr(found, name), 5) for name in printed} == printed


def test_nips_2014_shows_the_kappa_paradox() -> None:
    found = record(tables.from_table(tables.NIPS))
    printed = {"kappa": 0.330, "alpha": 0.332, "ac1": 0.578}
    assert {name: round(getattr(found, name), 3) for name in printed} == printed
    assert found.percent == pytest.approx(1 - 43 / 166)


@pytest.mark.parametrize("place", range(4))
def test_alpha_equals_the_krippendorff_package(place: int) -> None:
    metric = Metric(regenerate.METRICS[place])
    ours = [record(matrix, metric).alpha for matrix in MATRICES]
    assert len(ours) == 1000
    assert np.allclose(np.array(ours, dtype=float), STORED["krippendorff"][:, place], rtol=0, atol=1e-10)


def test_ac1_and_the_kappas_equal_irrcac() -> None:
    names = ("ac1", "fleiss", "conger", "brennan_prediger", "ac1_se")
    found = [record(matrix) for matrix in MATRICES[: regenerate.FOR_IRRCAC]]
    ours = np.array([[getattr(row, name) for name in names] for row in found], dtype=float)
    assert np.allclose(ours, STORED["irrCAC"], rtol=0, atol=1e-9)


def test_two_raters_have_cohens_kappa() -> None:
    two = [matrix for matrix in MATRICES[: regenerate.FOR_IRRCAC] if len(matrix) == 2]
    assert len(two) > 20
    for matrix in two:
        row = record(matrix)
        assert row.kappa == pytest.approx(row.conger, abs=1e-12)


@pytest.mark.prove
@pytest.mark.timeout(900)
def test_the_oracles_still_say_so() -> None:
    assert regenerate.differences() == []


@pytest.mark.parametrize("metric", list(Metric))
def test_the_order_of_units_and_raters_does_not_matter(metric: Metric) -> None:
    rng = np.random.default_rng(3)
    turned = tables.KRIPPENDORFF[rng.permutation(4)][:, rng.permutation(12)]
    assert record(turned, metric).alpha == pytest.approx(record(tables.KRIPPENDORFF, metric).alpha)


def test_ordinal_uses_only_the_order() -> None:
    stretched = np.where(np.isnan(tables.KRIPPENDORFF), np.nan, 10.0 ** np.nan_to_num(tables.KRIPPENDORFF))
    assert record(stretched, Metric.ORDINAL).alpha == pytest.approx(record(tables.KRIPPENDORFF, Metric.ORDINAL).alpha)


def test_patterns_keep_every_rating() -> None:
    rng = np.random.default_rng(5)
    counts = rng.integers(0, 3, (500, 4)).astype(float)
    made = patterns.of_counts(counts)
    assert (made.times[:, None] * made.counts).sum(axis=0).tolist() == counts.sum(axis=0).tolist()
    wide = rng.integers(0, 2, (50, 70)).astype(float)
    assert patterns.of_counts(wide).units == 50


@pytest.mark.parametrize("matrix", [np.array([[1.0, np.nan], [np.nan, 2.0]]), np.full((2, 3), np.nan)])
def test_without_double_readings_there_is_nothing_and_a_reason(matrix: Floats) -> None:
    row = record(matrix, bootstraps=50)
    assert (row.alpha, row.ac1, row.kappa) == (None, None, None)
    assert row.why == "why_no_double_readings"


def test_one_answer_only_is_no_agreement_beyond_chance() -> None:
    row = record(np.ones((2, 30)), bootstraps=50)
    assert (row.percent, row.alpha, row.why) == (1.0, None, "why_one_answer_only")


@pytest.mark.tiered
@pytest.mark.parametrize(("prevalence", "error", "units"), [(0.3, 0.1, 200), (0.5, 0.2, 400), (0.1, 0.05, 200)])
def test_the_interval_of_alpha_covers_the_truth_as_often_as_it_says(
    prevalence: float, error: float, units: int
) -> None:
    both = prevalence * (1 - error) ** 2 + (1 - prevalence) * error**2
    neither = prevalence * error**2 + (1 - prevalence) * (1 - error) ** 2
    unlike = 1 - both - neither
    share = both + unlike / 2
    truth = 1 - unlike / (2 * share * (1 - share))
    rng, hits, tries = np.random.default_rng(7), 0, offices.runs(1000, 6000)
    counts, numbers = np.array([[2.0, 0.0], [1.0, 1.0], [0.0, 2.0]]), np.array([0.0, 1.0])
    for seed in range(tries):
        times = rng.multinomial(units, [neither, unlike, both])
        low, high = readings.interval(
            lambda weights: agreement.krippendorff_alpha(counts, weights, Metric.NOMINAL, numbers), times, 600, seed
        )
        assert low is not None
        assert high is not None
        hits += low <= truth <= high
    slack = 2.0 * (0.05 * 0.95 / tries) ** 0.5
    assert 0.94 - slack <= hits / tries <= 0.96 + slack


def test_intervals_hold_the_estimate_and_repeat_with_the_seed() -> None:
    first, again = (record(tables.from_table(tables.NIPS), bootstraps=400) for _ in range(2))
    assert first == again
    for name in ("alpha", "ac1", "kappa"):
        assert getattr(first, f"{name}_low") < getattr(first, name) < getattr(first, f"{name}_high")


def test_repeats_of_one_rater_are_no_second_opinion() -> None:
    made = Assessments(
        unit=np.array([0, 0, 1, 1, 1], dtype=np.int32),
        rater=np.array([0, 0, 0, 1, 1], dtype=np.int32),
        value=np.array([0, 1, 0, 1, 0], dtype=np.int32),
        item=np.zeros(5, dtype=np.int32),
        round=np.array([0, 1, 0, 0, 1], dtype=np.int32),
        levels=("met", "not_met"),
        items=(),
        raters=2,
        units=2,
    )
    row = readings.record(readings.of_item(made, None), "", Metric.NOMINAL, 0)
    assert (row.units, row.ratings, row.percent) == (1, 3, 0.0)


def test_a_hundred_thousand_units_with_a_thousand_bootstraps_take_no_wait() -> None:
    rng = np.random.default_rng(1)
    first = rng.random(100_000) < 0.3
    second = np.where(rng.random(100_000) < 0.1, ~first, first)
    ratings = readings.ratings_of(np.array([first, second], dtype=float))
    begun = time.process_time()
    readings.record(ratings, "", Metric.NOMINAL, 1000)
    assert time.process_time() - begun < 3.0


@pytest.mark.parametrize("units", [1, 2])
def test_one_case_read_twice_has_points_and_no_interval_made_of_nothing(units: int) -> None:
    rows = [
        {"unit": f"u{unit}", "rater": rater, "value": value}
        for unit in range(units)
        for rater, value in (("a", "met"), ("b", "not_met"))
    ]
    made = registers.read_assessments(rows)
    row = readings.record(readings.of_item(made, None), "", Metric.NOMINAL, 200)
    assert row.units == units
    for figure in (row.alpha, row.alpha_low, row.alpha_high, row.ac1, row.ac1_low, row.kappa):
        assert figure is None or np.isfinite(figure)
