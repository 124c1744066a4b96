"""The whole report: exact, as a working paper, as a release; codes; too few; speed."""

import dataclasses
import time
from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest

from models.consistency import audit, codes, rules
from models.consistency.hiding import table
from models.consistency.inputs import Category, Options
from models.consistency.ledger import Ledger, from_json, to_json
from models.consistency.protection import unprotected
from models.consistency.values import Flag, Product, Report
from tests.models.consistency import offices

KEY = b"k" * 32
SALT = b"s" * 32


def exact(plan: offices.Plan, **changes: Any) -> Report:
    """The unprotected report of a made-up office."""
    options = Options(**{"bootstraps": 200, "salt": SALT, "id": "r", **changes})
    return rules.compute(offices.office(plan), offices.blind_readings(), options)


def paper(plan: offices.Plan, **changes: Any) -> Report:
    """Its working paper."""
    return rules.protect(exact(plan, **changes), Ledger(), KEY)[0]


def release(plan: offices.Plan, **changes: Any) -> Report:
    """Its first release."""
    return rules.protect(exact(plan, product=Product.RELEASE, **changes), Ledger(), KEY)[0]


def test_the_counts_are_the_offices() -> None:
    made, report = offices.office(offices.Plan()), exact(offices.Plan())
    population = report.population
    assert (population.decisions, population.grants) == (made.size, int(made.granted.sum()))
    assert (population.examiners, population.units) == (20, 3)
    assert sum(row.decisions or 0 for row in report.examiners) == made.size
    for place, row in enumerate(report.criteria):
        assert row.findings == int((made.findings[place] > 0).sum())
        assert row.not_met == int((made.findings[place] == 2).sum())
    assert sum(row.uses or 0 for row in report.reasons) == len(made.reason_row)
    assert sum(point.n or 0 for point in report.charts.months[0].points) == made.size


def test_figures_of_a_row_fit_each_other() -> None:
    report = exact(offices.Plan(sd=0.4, strata=1))
    tau2 = report.overdispersion.tau2
    assert tau2 is not None
    for row in report.examiners:
        assert None not in (row.observed, row.expected, row.z, row.shrunk, row.decisions)
        spread = (row.expected * (1 - row.expected) / row.decisions + tau2) ** 0.5  # type: ignore[operator]  # not None
        assert row.z == pytest.approx((row.observed - row.expected) / spread)  # type: ignore[operator]  # not None
        low, high = sorted((row.observed, row.expected))  # type: ignore[type-var]  # not None
        assert low <= row.shrunk <= high  # type: ignore[operator]  # not None


def test_phi_is_the_winsorized_mean_square_over_examiners_with_thirty() -> None:
    report = exact(offices.Plan(1800, 60, strata=1, sd=0.5))
    rows = [row for row in report.examiners if (row.decisions or 0) >= 30]
    assert 0 < len(rows) < 60
    p = (report.population.grants or 0) / (report.population.decisions or 1)
    z = np.array([((row.observed or 0) - p) / (p * (1 - p) / (row.decisions or 1)) ** 0.5 for row in rows])
    assert report.overdispersion.phi == pytest.approx(np.mean(np.clip(z, *np.quantile(z, [0.1, 0.9])) ** 2))
    assert report.overdispersion.examiners == len(rows)


def test_a_planted_examiner_is_seen_and_the_others_are_left_alone() -> None:
    plan = offices.Plan(20_000, 40, planted=((7, 1.5),))
    report = exact(plan)
    flags = Counter(row.flag for row in report.examiners)
    assert flags[Flag.REVIEW] == 1
    assert flags[Flag.WATCH] <= 6
    found = next(row for row in report.examiners if row.flag is Flag.REVIEW)
    assert found.code == codes.assign(40, SALT)[7]
    assert found.shrunk is not None
    assert report.charts.caterpillar[-1].code == found.code


def test_case_mix_explains_what_is_case_mix() -> None:
    """Examiners who differ only in the cases they get are all inside; without the case-mix they would not be."""
    plan = offices.Plan(20_000, 20, strata=2)
    made = offices.office(plan)
    stratum = (np.random.default_rng(1).random(made.size) < np.linspace(0.05, 0.95, 20)[made.examiner]).astype(np.int32)
    granted = np.random.default_rng(2).random(made.size) < np.where(stratum == 1, 0.9, 0.4)
    with_mix = dataclasses.replace(made, granted=granted, mix=(Category("route", stratum, ("a", "b")),))
    explained = rules.compute(with_mix, None, Options(salt=SALT)).overdispersion.phi
    bare = rules.compute(dataclasses.replace(with_mix, mix=()), None, Options(salt=SALT)).overdispersion.phi
    assert explained is not None
    assert bare is not None
    assert explained < 2.5
    assert bare > 20


def test_period_kind_and_unit_choose_the_decisions() -> None:
    made = offices.office(offices.Plan(kinds=2))
    options = Options(date(2025, 6, 1), date(2025, 8, 31), "kind1", "unit2", salt=SALT, bootstraps=0)
    low, high = ((day - date(1970, 1, 1)).days for day in (date(2025, 6, 1), date(2025, 8, 31)))
    inside = (made.decided_on >= low) & (made.decided_on <= high) & (made.kind.codes == 1) & (made.unit.codes == 2)
    report = rules.compute(made, None, options)
    assert report.population.decisions == int(inside.sum())
    assert (report.from_, report.to, report.kind, report.unit) == (options.from_, options.to, "kind1", "unit2")
    assert rules.compute(made, None, Options(kind="no such kind", salt=SALT)).population.decisions == 0


def test_with_too_few_decisions_the_report_is_short_and_says_so() -> None:
    for made in (exact(offices.Plan(9)), paper(offices.Plan(9)), release(offices.Plan(9))):
        assert (made.examiners, made.criteria, made.reasons, made.drift) == ((), (), (), ())
        assert "why_too_few_decisions" in [note.reason for note in made.notes]
    assert paper(offices.Plan(9)).population.decisions is None
    assert release(offices.Plan(9)).protection.withheld_because


@pytest.mark.parametrize(
    ("examiners", "granted", "why"),
    [(1, None, "why_one_examiner"), (12, True, "why_one_outcome"), (12, False, "why_one_outcome")],
)
def test_where_nothing_can_be_compared_figures_are_null_and_say_why(
    examiners: int, granted: bool | None, why: str
) -> None:
    made = offices.office(offices.Plan(300, examiners))
    if granted is not None:
        made = dataclasses.replace(made, granted=np.full(made.size, granted))
    report = rules.protect(rules.compute(made, None, Options(salt=SALT)), Ledger(), KEY)[0]
    assert ("part_examiners", why) in [(note.part, note.reason) for note in report.notes]
    assert len(report.examiners) == examiners
    for row in report.examiners:
        assert (row.expected, row.z, row.q, row.shrunk, row.shrunk_low, row.standardized) == (None,) * 6
        assert row.observed is not None
    assert (report.charts.funnel, report.charts.caterpillar, report.overdispersion.logit_sd) == (None, (), None)


def test_an_empty_register_is_no_accident() -> None:
    report = rules.compute(None, None, Options())
    assert report.population.decisions == 0
    assert rules.protect(report, Ledger(), KEY)[0].population.suppressed


def test_agreement_and_noise_stand_for_each_item() -> None:
    report = exact(offices.Plan())
    assert [row.item for row in report.agreement] == ["pension", "tax"]
    for row in report.agreement:
        assert row.alpha_low is not None
        assert row.alpha is not None
        assert row.alpha_low < row.alpha
    assert report.noise.system is not None
    assert report.noise.occasion is not None


def of_readings(**changes: Any) -> Report:
    """The exact report of readings alone, to be released."""
    made = {"units": 120, "raters": 12, **changes}
    return rules.compute(
        None, offices.blind_readings(**made), Options(product=Product.RELEASE, salt=SALT, bootstraps=200)
    )


def test_a_release_of_readings_alone_gives_agreement_coarse_and_says_that_there_are_no_decisions() -> None:
    shown, ledger = rules.protect(of_readings(), Ledger(), KEY)
    assert [row.item for row in shown.agreement] == ["pension", "tax"]
    for row in shown.agreement:
        assert row.alpha is not None
        assert row.alpha == round(row.alpha, 2)
        assert None not in (row.units, row.ratings)
        assert ((row.units or 0) % 5, (row.ratings or 0) % 5, row.minority) == (0, 0, None)
    assert shown.noise.system == round(shown.noise.system or 0.0, 2)
    assert (shown.population.decisions, shown.protection.withheld_because) == (None, ())
    assert "why_no_decisions" in [note.reason for note in shown.notes]
    assert [entry.parts for entry in ledger.entries] == [("agreement",)]


def test_readings_that_bear_no_days_are_released_once_for_all_time() -> None:
    _, ledger = rules.protect(of_readings(), Ledger(), KEY)
    later, after = rules.protect(of_readings(units=121), from_json(to_json(ledger)), KEY)
    assert (later.agreement, later.noise.system) == ((), None)
    assert [each.reason for each in later.protection.withheld_because] == ["why_given_before"]
    assert after == ledger


@pytest.mark.parametrize(
    ("units", "raters", "error", "why"),
    [
        (9, 5, 0.3, "why_few_double_readings"),
        (120, 2, 0.1, "why_few_raters"),
    ],
)
def test_readings_that_would_say_too_much_are_withheld_with_the_reason(
    units: int, raters: int, error: float, why: str
) -> None:
    shown, ledger = rules.protect(of_readings(units=units, raters=raters, error=error), Ledger(), KEY)
    assert (shown.agreement, shown.noise.system) == ((), None)
    assert [each.reason for each in shown.protection.withheld_because] == [why]
    assert ledger == Ledger()


def test_decisions_that_may_not_be_released_leave_the_agreement() -> None:
    shown = release(offices.Plan(9))
    assert shown.population.decisions is None
    assert ("part_decisions", "why_small_or_dominated") in [
        (each.part, each.reason) for each in shown.protection.withheld_because
    ]
    assert all(row.alpha is not None for row in shown.agreement)


def test_codes_are_new_in_every_report() -> None:
    first, second = codes.assign(500, b"one"), codes.assign(500, b"two")
    assert len(set(first)) == 500
    assert first == codes.assign(500, b"one")
    assert sum(one == other for one, other in zip(first, second, strict=True)) < 10
    assert len(set(codes.assign(5000, b"x"))) == 5000


def test_codes_say_nothing_of_the_order() -> None:
    places = np.array([int("".join(filter(str.isdigit, code))) for code in codes.assign(400, b"z")])
    assert abs(np.corrcoef(np.arange(400), places)[0, 1]) < 0.2
    rows = [row.code for row in exact(offices.Plan()).examiners]
    assert rows == sorted(rows)


def test_a_working_paper_shows_no_rate_of_fewer_than_ten() -> None:
    report = paper(offices.Plan(900, 60, sd=0.3))
    assert report.protected
    assert report.basis is None
    hidden = [row for row in report.examiners if row.suppressed]
    assert hidden
    assert all((row.decisions or 10) >= 10 for row in report.examiners)
    assert all(row.decisions is None and row.observed is None and row.z is None for row in hidden)
    cells = [cell for row in report.criteria for cell in row.examiners]
    assert all(cell.suppressed or (cell.findings or 0) >= 10 for cell in cells)
    gone = {row.code for row in hidden}
    assert not gone & {bar.code for bar in report.charts.caterpillar}
    assert report.protection.suppressed_cells >= len(hidden)


def test_nothing_hidden_in_a_working_paper_can_be_worked_out() -> None:
    for seed in range(4):
        plan = offices.Plan(700, 60, seed=seed)
        full, shown = exact(plan), paper(plan)
        counts = table(full.examiners, lambda row: row.observed, lambda row: row.decisions)
        hidden = np.array([row.suppressed for row in shown.examiners])
        assert not audit.too_narrow(counts, np.repeat(hidden[:, None], 2, axis=1), 10, rows_known=False).any()


def test_a_release_keeps_its_rules() -> None:
    report = release(offices.Plan(8000, 24, sd=0.3))
    assert (report.groups, report.reason_use, report.basis) == ((), (), None)
    assert all(row.examiners == () for row in report.criteria)
    assert all(row.code is None for row in report.drift)
    for row in report.examiners:
        assert row.unit is None
        if not row.suppressed:
            assert row.decisions is not None
            assert row.observed is not None
            grants = row.decisions * row.observed
            assert row.decisions % 5 == 0
            assert grants == pytest.approx(round(grants / 5) * 5)
            assert min(grants, row.decisions - grants) >= 10
    population = report.population
    assert population.decisions == (population.grants or 0) + (population.refusals or 0)
    assert (population.decisions or 1) % 5 == 0
    assert {each.reason for each in report.protection.withheld_because} == {"why_inside_office_only"}


def test_no_examiner_part_below_ten_examiners() -> None:
    report = release(offices.Plan(8000, 9))
    assert report.examiners == ()
    assert (report.charts.funnel, report.charts.caterpillar) == (None, ())
    assert (report.population.examiners, report.overdispersion.phi) == (None, None)
    assert "why_few_examiners" in [each.reason for each in report.protection.withheld_because]


def test_rare_findings_are_not_released() -> None:
    made = offices.office(offices.Plan(3000, 15))
    findings = made.findings.copy()
    findings[1] = 1
    findings[1, :9] = 2
    options = Options(product=Product.RELEASE, salt=SALT)
    report = rules.compute(dataclasses.replace(made, findings=findings), None, options)
    shown, ledger = rules.protect(report, Ledger(), KEY)
    assert shown.criteria[1].suppressed
    assert (shown.criteria[1].findings, shown.criteria[1].rate) == (None, None)
    assert not [each for each in shown.charts.months if each.criterion == "criterion1"]
    assert not [each for entry in ledger.entries for each in entry.cells if "criterion1" in each.variable]


def test_one_examiner_who_makes_up_a_count_keeps_it_in() -> None:
    made = offices.office(offices.Plan(3000, 15))
    findings = made.findings.copy()
    findings[2] = np.where((made.examiner == 4) & (np.arange(made.size) % 2 == 0), 2, 1)
    options = Options(product=Product.RELEASE, salt=SALT)
    report = rules.compute(dataclasses.replace(made, findings=findings), None, options)
    assert rules.protect(report, Ledger(), KEY)[0].criteria[2].suppressed


def test_the_same_release_again_shows_the_same_totals_and_no_person() -> None:
    plan = offices.Plan(8000, 24)
    first, ledger = rules.protect(exact(plan, product=Product.RELEASE), Ledger(), KEY)
    second, _ = rules.protect(exact(plan, product=Product.RELEASE, salt=b"another"), ledger, KEY)
    assert first.examiners
    assert (second.examiners, second.agreement) == ((), ())
    assert (first.population, first.criteria) == (second.population, second.criteria)


def test_protecting_twice_changes_nothing() -> None:
    report, ledger = rules.protect(exact(offices.Plan(), product=Product.RELEASE), Ledger(), KEY)
    assert rules.protect(report, ledger, KEY) == (report, ledger)


def test_an_unprotected_report_still_hides_its_basis() -> None:
    report = unprotected(exact(offices.Plan()))
    assert report.basis is None
    assert not report.protected


def test_units_that_would_name_an_examiner_are_not_shown() -> None:
    made = offices.office(offices.Plan(3000, 12, units=12))
    report = rules.compute(made, None, Options(salt=SALT))
    assert {row.unit for row in report.examiners} == {None}
    assert not [row for row in report.groups if row.attribute == "unit"]


def test_differences_by_nationality_stand_in_the_working_paper_only() -> None:
    shown = [row.code for row in paper(offices.Plan()).groups if row.attribute == "nationality"]
    assert set(shown) >= {"AAA", "BBB", "CCC"}
    assert "EEE" not in shown
    assert release(offices.Plan()).groups == ()


def test_a_great_office_takes_a_moment() -> None:
    plan = offices.Plan(200_000, 500, 12, strata=15)
    made = offices.office(plan)
    rules.compute(made, None, Options(salt=SALT))
    begun = time.process_time()
    rules.compute(made, None, Options(salt=SALT))
    assert time.process_time() - begun < 6.0
