"""Small made registers: fixed by their seed, with planted differences that a reader can find again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import numpy as np

from models.consistency import rules
from models.consistency.inputs import NOT_APPLICABLE, Assessments, Category, Decisions, Options
from models.consistency.ledger import Ledger
from models.consistency.values import Dropped, Product, Report

EPOCH = date(1970, 1, 1)
CRITERIA = (
    "continuous_residence",
    "resident_tax",
    "national_pension",
    "health_insurance",
    "independent_livelihood",
    "notifications",
)
TITLES = {
    "ja": dict(zip(CRITERIA, "10年の在留 住民税 年金 医療保険料 独立した生計 届出".split(), strict=True)),
    "en": dict(
        zip(
            CRITERIA,
            (
                "Ten years of residence",
                "Resident tax",
                "Pension",
                "Health insurance",
                "Independent livelihood",
                "Notifications",
            ),
            strict=True,
        )
    ),
}


def decisions(seed: int = 7, number: int = 4588, examiners: int = 41) -> Decisions:
    """A half-year of decisions: two examiners far out, one criterion that shifts in July."""
    random = np.random.default_rng(seed)
    weight = random.uniform(0.3, 2.0, examiners)
    who = random.choice(examiners, number, p=weight / weight.sum()).astype(np.int32)
    route = random.integers(0, 5, number)
    day = random.integers((date(2026, 4, 1) - EPOCH).days, (date(2026, 9, 30) - EPOCH).days + 1, number)
    effect = random.normal(0, 0.10, examiners)
    effect[:2] = (-1.1, 1.0)[:examiners]
    lean = np.array([0.1, 0.5, 0.9, 0.3, 0.5])[route] + effect[who]
    granted = random.random(number) < 1 / (1 + np.exp(-lean))
    findings = np.ones((len(CRITERIA), number), dtype=np.int8)
    for place in range(len(CRITERIA)):
        late = (place == 5) & (day >= (date(2026, 7, 1) - EPOCH).days)
        unmet = random.random(number) < np.where(granted, 0.02, 0.25) + np.where(late, 0.12, 0.0)
        findings[place] = np.where(unmet, 2, 1)
    findings[:, random.random(number) < 0.03] = NOT_APPLICABLE
    refused = np.flatnonzero(~granted).astype(np.int32)
    codes = random.choice(8, len(refused), p=np.array([30, 20, 15, 12, 10, 8, 4, 1]) / 100).astype(np.int32)
    return Decisions(
        decided_on=day.astype(np.int64),
        examiner=who,
        examiners=examiners,
        unit=Category("unit", (who % 3).astype(np.int32), ("第一", "第二", "第三")),
        kind=Category("kind", np.zeros(number, dtype=np.int32), ("permanent_residence",)),
        granted=granted,
        criteria=CRITERIA,
        findings=findings,
        reason_row=refused,
        reason_code=codes,
        reasons=tuple(f"P-{place:02}" for place in range(1, 9)),
        mix=(Category("mix:route", route.astype(np.int32), ("a", "b", "c", "d", "e")),),
        groups=(
            Category("nationality", random.choice(5, number).astype(np.int32), ("VNM", "CHN", "PHL", "BRA", "NPL")),
            Category("sex", random.choice(2, number).astype(np.int32), ("F", "M")),
        ),
        dropped=(Dropped(12, "unknown_outcome"), Dropped(31, "duplicate_row")),
    )


def readings(seed: int = 3, units: int = 120, raters: int = 8) -> Assessments:
    """Every case read blind by two of the raters, on six criteria of which one is read apart."""
    random = np.random.default_rng(seed)
    spread = (0.02, 0.05, 0.28, 0.07, 0.12, 0.04)
    base = (0.3, 0.35, 0.4, 0.3, 0.35, 0.03)
    rows: list[tuple[int, int, int, int]] = []
    for item in range(len(CRITERIA)):
        truth = random.random(units) < base[item]
        for unit in range(units):
            two = random.choice(raters, 2, replace=False)
            rows += [(unit, int(rater), int(truth[unit] ^ (random.random() < spread[item])), item) for rater in two]
    table = np.array(rows, dtype=np.int32)
    return Assessments(
        unit=table[:, 0],
        rater=table[:, 1],
        value=table[:, 2],
        item=table[:, 3],
        round=np.zeros(len(table), dtype=np.int32),
        levels=("met", "not_met"),
        items=CRITERIA,
        raters=raters,
        units=units,
        numbers=np.array([0.0, 1.0]),
    )


def options(product: Product = Product.WORKING_PAPER) -> Options:
    """Everything that is otherwise fresh, fixed."""
    return Options(
        from_=date(2026, 4, 1),
        to=date(2026, 9, 30),
        kind="permanent_residence",
        product=product,
        source="register",
        bootstraps=200,
        id="a1b2c3d4e5f60718",
        made_at=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
        salt=b"s" * 32,
    )


@cache
def exact() -> Report:
    """Unprotected."""
    return rules.compute(decisions(), readings(), options())


@cache
def working_paper() -> Report:
    """The working paper of the half-year."""
    return rules.protect(exact(), Ledger(), b"k" * 32)[0]


@cache
def release() -> Report:
    """The release of the half-year."""
    return rules.protect(replace(exact(), product=Product.RELEASE), Ledger(), b"k" * 32)[0]


@cache
def too_few() -> Report:
    """Seven decisions."""
    few = rules.compute(decisions(number=7, examiners=3), None, options())
    return rules.protect(few, Ledger(), b"k" * 32)[0]


def readings_only() -> Report:
    """No register of decisions."""
    return rules.protect(rules.compute(None, readings(), options()), Ledger(), b"k" * 32)[0]


def readings_release() -> Report:
    """A release of readings alone."""
    return rules.protect(rules.compute(None, readings(), options(Product.RELEASE)), Ledger(), b"k" * 32)[0]


def small(examiners: int) -> Report:
    """Sixty decisions of a few people."""
    return rules.protect(
        rules.compute(decisions(number=60, examiners=examiners), None, options()), Ledger(), b"k" * 32
    )[0]


def one_sided(granted: bool) -> Report:
    """Everything granted, or everything refused."""
    found = decisions(number=300, examiners=12)
    found = replace(found, granted=np.full(found.size, granted))
    return rules.protect(rules.compute(found, None, options()), Ledger(), b"k" * 32)[0]
