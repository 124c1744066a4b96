"""Any office, however odd: a report without a warning, and protection that keeps its rules."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.consistency import audit, rules
from models.consistency.hiding import table
from models.consistency.inputs import Decisions, Options
from models.consistency.ledger import Ledger
from models.consistency.values import Product, Report
from models.errors import BadInput
from tests.models.consistency import offices

KEY = b"k" * 32
PLANS = st.builds(
    offices.Plan,
    decisions=st.integers(1, 600),
    examiners=st.integers(1, 40),
    criteria=st.integers(0, 3),
    strata=st.integers(1, 9),
    months=st.integers(1, 30),
    units=st.integers(1, 5),
    kinds=st.integers(1, 3),
    sd=st.sampled_from((0.0, 0.5, 3.0)),
    refusals=st.sampled_from((0.001, 0.05, 0.35, 0.95, 0.999)),
    seed=st.integers(0, 1000),
)


def reported(decisions: Decisions, product: Product) -> tuple[Report, Report]:
    """The exact report and what is shown of it."""
    exact = rules.compute(decisions, None, Options(product=product, salt=b"s", id="r"))
    return exact, rules.protect(exact, Ledger(), KEY)[0]


@settings(max_examples=25)
@given(PLANS)
def test_a_working_paper_of_any_office(plan: offices.Plan) -> None:
    exact, shown = reported(offices.office(plan), Product.WORKING_PAPER)
    assert shown.basis is None
    counts = table(exact.examiners, lambda row: row.observed, lambda row: row.decisions)
    hidden = np.array([row.suppressed for row in shown.examiners], dtype=bool)
    if len(hidden) and not hidden.all():
        assert not audit.too_narrow(counts, np.repeat(hidden[:, None], 2, axis=1), 10, rows_known=False).any()
    for series, full in zip(shown.charts.months, exact.charts.months, strict=True):
        assert all(point.suppressed or (point.n or 0) >= 10 for point in series.points)
        assert len(series.points) == len(full.points)


@settings(max_examples=25)
@given(PLANS)
def test_a_release_of_any_office(plan: offices.Plan) -> None:
    _, shown = reported(offices.office(plan), Product.RELEASE)
    assert shown.basis is None
    rows = [row for row in shown.examiners if not row.suppressed]
    assert not rows or len(rows) >= 10
    for row in rows:
        assert row.decisions is not None
        assert row.observed is not None
        assert min(row.observed, 1 - row.observed) * row.decisions >= 10 - 1e-9
    for criterion in shown.criteria:
        assert (
            criterion.suppressed
            or min(criterion.not_met or 0, (criterion.findings or 0) - (criterion.not_met or 0)) >= 10
        )
    for series in shown.charts.months:
        for point in series.points:
            assert point.suppressed or min(point.rate or 0, 1 - (point.rate or 0)) * (point.n or 0) >= 10 - 1e-9


def test_one_outcome_only_is_no_division_by_zero() -> None:
    made = offices.office(offices.Plan())
    for outcome in (True, False):
        decisions = dataclasses.replace(made, granted=np.full(made.size, outcome))
        exact, shown = reported(decisions, Product.RELEASE)
        assert {row.flag.value for row in exact.examiners} == {"none"}
        assert shown.population.suppressed


def test_the_threshold_can_only_be_raised() -> None:
    with pytest.raises(BadInput) as caught:
        Options(k=9)
    assert "10" in caught.value.text("ja")
    few = offices.office(offices.Plan(1500, 60))
    ten, twenty = (rules.protect(rules.compute(few, None, Options(k=k, salt=b"s")), Ledger(), KEY)[0] for k in (10, 30))
    assert twenty.protection.suppressed_cells > ten.protection.suppressed_cells
    assert all((row.decisions or 30) >= 30 for row in twenty.examiners)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    made = Options()
    with pytest.raises(BadInput):
        dataclasses.replace(made, from_=made.made_at.date(), to=made.made_at.date().replace(year=2000))
