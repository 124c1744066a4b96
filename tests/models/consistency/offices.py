"""Made-up offices whose truth is known."""

import os
from dataclasses import dataclass

import numpy as np

from models.consistency.inputs import Assessments, Category, Decisions

PROVE = os.environ.get("AKASHI_TIER") == "prove"
START = 20179  # 2025-04-01


def runs(test: int, prove: int) -> int:
    """How many simulations in this tier."""
    return prove if PROVE else test


@dataclass(frozen=True)
class Plan:
    """What the office is like. ``sd``: spread between examiners on the logit scale; ``planted``: examiner -> logit added."""

    decisions: int = 4000
    examiners: int = 20
    criteria: int = 3
    strata: int = 4
    months: int = 12
    units: int = 3
    kinds: int = 1
    sd: float = 0.0
    refusals: float = 0.35
    seed: int = 1
    planted: tuple[tuple[int, float], ...] = ()


def office(plan: Plan) -> Decisions:
    """Decisions after the plan."""
    rng = np.random.default_rng(plan.seed)
    size = plan.decisions
    examiner = rng.integers(0, plan.examiners, size).astype(np.int32)
    stratum = rng.integers(0, plan.strata, size).astype(np.int32)
    level = rng.normal(0.0, plan.sd, plan.examiners)
    for who, extra in plan.planted:
        level[who] += extra
    logit = np.log((1 - plan.refusals) / plan.refusals) + np.linspace(-0.6, 0.6, plan.strata)[stratum] + level[examiner]
    granted = rng.random(size) < 1.0 / (1.0 + np.exp(-logit))
    findings = 1 + (rng.random((plan.criteria, size)) < 0.2).astype(np.int8)
    findings[rng.random((plan.criteria, size)) < 0.05] = 0
    findings[rng.random((plan.criteria, size)) < 0.02] = -1
    refused = np.flatnonzero(~granted).astype(np.int32)
    kinds = rng.integers(0, plan.kinds, size).astype(np.int32)
    nation = rng.choice(5, size, p=(0.5, 0.3, 0.15, 0.049, 0.001)).astype(np.int32)
    return Decisions(
        decided_on=(START + rng.integers(0, int(plan.months * 30.43), size)).astype(np.int64),
        examiner=examiner,
        examiners=plan.examiners,
        unit=Category("unit", (examiner % plan.units).astype(np.int32), tuple(f"unit{i}" for i in range(plan.units))),
        kind=Category("kind", kinds, tuple(f"kind{i}" for i in range(plan.kinds))),
        granted=granted,
        criteria=tuple(f"criterion{i}" for i in range(plan.criteria)),
        findings=findings.astype(np.int8),
        reason_row=refused,
        reason_code=rng.integers(0, 6, len(refused)).astype(np.int32),
        reasons=tuple(f"R-{i}" for i in range(6)),
        mix=(Category("route", stratum, tuple(f"route{i}" for i in range(plan.strata))),),
        groups=(Category("nationality", nation, ("AAA", "BBB", "CCC", "DDD", "EEE")),),
    )


def blind_readings(units: int = 120, raters: int = 12, error: float = 0.1, seed: int = 1) -> Assessments:
    """Each unit read by two of the raters on two items, met or not met; every tenth unit once more by the first of them."""
    rng = np.random.default_rng(seed)
    rows: list[tuple[int, int, int, int, int]] = []
    for unit in range(units):
        pair = rng.choice(raters, 2, replace=False)
        for item in range(2):
            truth = rng.random() < 0.35
            rows += [(unit, int(who), int(truth ^ (rng.random() < error)), item, 0) for who in pair]
            if unit % 10 == 0:
                rows.append((unit, int(pair[0]), int(truth ^ (rng.random() < error)), item, 1))
    unit_, rater, value, item_, round_ = (np.array(column, dtype=np.int32) for column in zip(*rows, strict=True))
    return Assessments(
        unit=unit_,
        rater=rater,
        value=value,
        item=item_,
        round=round_,
        levels=("met", "not_met"),
        items=("pension", "tax"),
        raters=raters,
        units=units,
        numbers=np.array([0.0, 1.0]),
    )
