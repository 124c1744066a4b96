"""The report put together from its parts."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from models.consistency import codes, criterion_part, drift_part, examiner_part, reading_part, reason_part
from models.consistency.arrays import Ints
from models.consistency.inputs import Assessments, Options
from models.consistency.tally import Counts
from models.consistency.values import Basis, Charts, Contribution, Noise, Report, Withheld

METHODS = ("standardization", "funnel", "shrinkage", "discovery", "criteria", "drift", "chart", "reasons")


def with_decisions(report: Report, counts: Counts, options: Options) -> Report:
    """Add everything that comes from decisions."""
    judged = examiner_part.judge(counts, codes.assign(len(counts.outcome), options.salt))
    criteria = criterion_part.rows(counts, judged.codes, judged.present)
    drift, notes = drift_part.rows(counts, judged)
    charts = Charts(judged.curve, judged.caterpillar, drift_part.months(counts))
    report = replace(
        report,
        examiners=judged.rows,
        criteria=criteria,
        drift=drift,
        reasons=reason_part.rows(counts, options.k),
        reason_use=reason_part.use(counts, judged.codes, options.seed),
        groups=examiner_part.groups(counts, options.k),
        overdispersion=judged.overdispersion,
        charts=charts,
        methods=(*report.methods, *METHODS),
        strata=counts.strata,
        basis=_basis(report, counts, judged.order),
    )
    return noted(report, [*notes, *([Withheld("part_examiners", judged.why)] if judged.why else [])])


def with_readings(report: Report, assessments: Assessments, options: Options) -> Report:
    """Add agreement and noise of the blind readings."""
    report = replace(report, agreement=reading_part.rows(assessments, options))
    return with_noise(report, reading_part.audit(assessments))


def with_noise(report: Report, noise: Noise) -> Report:
    """Add the noise audit."""
    methods = ("agreement", "noise") if report.agreement else ()
    return replace(report, noise=noise, methods=(*report.methods, *methods))


def noted(report: Report, notes: Sequence[Withheld]) -> Report:
    """Add what was not computed, and why."""
    return replace(report, notes=(*report.notes, *notes))


def _basis(report: Report, counts: Counts, order: Ints) -> Basis:
    outcome = counts.outcome.sum(axis=(1, 2))
    made = {"outcome:grant": _contribution(outcome[:, 1]), "outcome:refuse": _contribution(outcome[:, 0])}
    found = counts.findings.sum(axis=2)
    for place, criterion in enumerate(counts.criteria):
        made[f"criterion:{criterion}:met"] = _contribution(found[place, :, 0])
        made[f"criterion:{criterion}:not_met"] = _contribution(found[place, :, 1])
    for place, code in enumerate(counts.reason_codes):
        made[f"reason:{code}"] = _contribution(counts.reasons[:, place])
    return Basis(
        made, tuple(int(value) for value in outcome[order, 1]), drift_part.whole_months(counts, report.from_, report.to)
    )


def _contribution(by_examiner: Ints) -> Contribution:
    top = np.sort(by_examiner)[::-1][:2]
    return Contribution(int(by_examiner.sum()), int(top[:1].sum()), int(top.sum()))
