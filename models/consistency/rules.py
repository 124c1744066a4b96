"""The report: counts in, frozen values out; and its protection.

``compute`` gives the exact report, which stays where it is made; ``protect`` gives what may be shown. A part
that the data cannot carry is absent and ``notes`` says why.
"""

from datetime import date, timedelta

import numpy as np

from models.consistency import parts, protection
from models.consistency.arrays import Bools
from models.consistency.inputs import Assessments, Category, Decisions, Options
from models.consistency.tally import Counts, tally
from models.consistency.values import Dropped, Noise, Overdispersion, Population, Protection, Report, Withheld

EPOCH = date(1970, 1, 1)

protect = protection.protect


def compute(decisions: Decisions | None, assessments: Assessments | None, options: Options) -> Report:
    """The exact, unprotected report of the decisions in the period, kind and unit of ``options``, and of all blind
    readings."""
    dropped = (*(decisions.dropped if decisions else ()), *(assessments.dropped if assessments else ()))
    chosen = select(decisions, options) if decisions else None
    counts = tally(chosen) if chosen is not None and chosen.size else None
    return from_counts(counts, assessments, options, dropped, decisions is not None)


def from_counts(
    counts: Counts | None,
    assessments: Assessments | None,
    options: Options,
    dropped: tuple[Dropped, ...] = (),
    asked: bool = True,
) -> Report:
    """The same report from kept statistics. ``asked`` False: there is no register of decisions, only readings."""
    report = _frame(counts, options, dropped)
    notes: list[Withheld] = []
    if counts is None or (report.population.decisions or 0) < options.k:
        notes.append(Withheld("part_decisions", "why_too_few_decisions" if asked else "why_no_decisions"))
    else:
        report = parts.with_decisions(report, counts, options)
    if assessments is not None and assessments.size:
        report = parts.with_readings(report, assessments, options)
    else:
        report = _replace_noise(report)
        notes.append(Withheld("part_agreement", "why_no_double_readings"))
    return parts.noted(report, notes)


def _replace_noise(report: Report) -> Report:
    return parts.with_noise(report, Noise(why=(("system", "why_no_double_readings"),)))


def select(decisions: Decisions, options: Options) -> Decisions:
    """The decisions that the report is about; the very same object where that is all of them."""
    chosen = np.ones(decisions.size, dtype=bool)
    if options.from_ is not None:
        chosen &= decisions.decided_on >= (options.from_ - EPOCH).days
    if options.to is not None:
        chosen &= decisions.decided_on <= (options.to - EPOCH).days
    for wanted, column in ((options.kind, decisions.kind), (options.unit, decisions.unit)):
        if wanted is not None:
            code = column.levels.index(wanted) if wanted in column.levels else len(column.levels)
            chosen &= column.codes == code
    return decisions if chosen.all() else take(decisions, chosen)


def take(decisions: Decisions, chosen: Bools) -> Decisions:
    """Only the chosen rows."""
    renumber = np.cumsum(chosen) - 1
    reasons = chosen[decisions.reason_row]

    def cut(column: Category) -> Category:
        return Category(column.name, column.codes[chosen], column.levels)

    return Decisions(
        decided_on=decisions.decided_on[chosen],
        examiner=decisions.examiner[chosen],
        examiners=decisions.examiners,
        unit=cut(decisions.unit),
        kind=cut(decisions.kind),
        granted=decisions.granted[chosen],
        criteria=decisions.criteria,
        findings=decisions.findings[:, chosen] if len(decisions.criteria) else decisions.findings,
        reason_row=renumber[decisions.reason_row[reasons]].astype(np.int32),
        reason_code=decisions.reason_code[reasons],
        reasons=decisions.reasons,
        mix=tuple(cut(column) for column in decisions.mix),
        groups=tuple(cut(column) for column in decisions.groups),
        dropped=decisions.dropped,
    )


def _frame(counts: Counts | None, options: Options, dropped: tuple[Dropped, ...]) -> Report:
    """Everything but the statistics."""
    first, last = (EPOCH + timedelta(days=day) for day in counts.days) if counts else (None, None)
    from_ = options.from_ or first or options.made_at.date()
    return Report(
        id=options.id,
        made_at=options.made_at,
        from_=from_,
        to=options.to or last or max(from_, options.made_at.date()),
        kind=options.kind,
        unit=options.unit,
        source=options.source,
        product=options.product,
        protected=False,
        population=_population(counts, dropped),
        overdispersion=Overdispersion(None, None, "none"),
        protection=Protection(options.k, "rule_none", 0),
    )


def _population(counts: Counts | None, dropped: tuple[Dropped, ...]) -> Population:
    if counts is None:
        return Population(0, 0, 0, 0, 0, dropped)
    refusals, grants = (int(value) for value in counts.outcome.sum(axis=(0, 1, 2)))
    examiners = int((counts.outcome.sum(axis=(1, 2, 3)) > 0).sum())
    return Population(grants + refusals, grants, refusals, examiners, counts.unit_count, dropped)
