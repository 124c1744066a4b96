"""Attacks on 26 successive weekly releases: they must succeed on unprotected tables and fail on protected ones."""

from datetime import date, timedelta

import numpy as np
import pytest

from models.consistency import rules
from models.consistency.inputs import Decisions, Options
from models.consistency.ledger import Ledger
from models.consistency.values import Product, Report
from tests.models.consistency import attacker, offices

WEEKS, KINDS, TARGETS = 26, 4, 500
START = date(1970, 1, 1) + timedelta(days=offices.START)
KEY = b"the office's own key, 32 bytes .."


def an_office(seed: int, decisions: int = 1560) -> Decisions:
    """Half a year; two of four kinds are rare."""
    made = offices.office(offices.Plan(decisions, 15, 0, kinds=KINDS, strata=1, months=6, seed=seed, refusals=0.15))
    rng = np.random.default_rng(seed)
    made.kind.codes[:] = rng.choice(KINDS, made.size, p=(0.6, 0.2, 0.12, 0.08))
    made.decided_on[:] = offices.START + rng.integers(0, 7 * WEEKS, made.size)
    return made


def options(week: int, kind: int | None) -> Options:
    """The cumulative report up to the end of a week."""
    until = START + timedelta(days=7 * week + 6)
    return Options(
        START, until, None if kind is None else f"kind{kind}", product=Product.RELEASE, bootstraps=0, salt=b"s"
    )


def reports(decisions: Decisions, weeks: int) -> list[tuple[int, int | None, Report]]:
    """Every week a report of all kinds, and one of each kind."""
    asked = [(week, kind) for week in range(weeks) for kind in (None, *range(KINDS))]
    return [(week, kind, rules.compute(decisions, None, options(week, kind))) for week, kind in asked]


def released(exact: list[tuple[int, int | None, Report]]) -> list[tuple[int, int | None, Report]]:
    """What is published of them, one after the other, through one ledger."""
    ledger, made = Ledger(), []
    for week, kind, report in exact:
        shown, ledger = rules.protect(report, ledger, KEY)
        made.append((week, kind, shown))
    return made


def attacked(
    decisions: Decisions, shown: list[tuple[int, int | None, Report]], weeks: int, slack: int
) -> attacker.Result:
    """500 targets of the decisions, drawn by a seed."""
    week = ((decisions.decided_on - offices.START) // 7).astype(np.int32)
    inside = np.flatnonzero(week < weeks)
    drawn = np.random.default_rng(99).choice(inside, TARGETS, replace=False)
    published = [each for w, k, report in shown if (each := attacker.read(report, w, k)) is not None]
    known = attacker.work_out(published, weeks, KINDS, slack, float(decisions.size))
    return attacker.attack(known, week[drawn], decisions.kind.codes[drawn], decisions.granted[drawn])


@pytest.mark.tiered
@pytest.mark.parametrize("seed", range(offices.runs(1, 8)))
def test_weekly_releases_give_nobody_away(seed: int) -> None:
    decisions = an_office(seed)
    exact = reports(decisions, WEEKS)
    naive = attacked(decisions, exact, WEEKS, 0)
    assert naive.certain >= 10
    assert naive.wrong == 0
    shown = released(exact)
    found = attacked(decisions, shown, WEEKS, 4)
    assert found.certain == 0
    assert found.guessed - found.base <= 0.05, "no better than saying the usual outcome of everybody"
    given = [report for _, _, report in shown if report.population.grants is not None]
    assert len(given) >= 3


def test_a_release_a_quarter_comes_through() -> None:
    decisions = an_office(3, 6000)
    ledger = Ledger()
    for week in (12, 25):
        shown, ledger = rules.protect(rules.compute(decisions, None, options(week, None)), ledger, KEY)
        assert shown.population.grants is not None
    assert len(ledger.entries) == 2
