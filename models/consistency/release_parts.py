"""The parts of a release. Every figure is a function of rounded counts, or itself rounded so far that it tells no
count."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from models.consistency import drift, funnel, working_paper
from models.consistency.arrays import Bools, Floats, Ints
from models.consistency.desk import Desk
from models.consistency.examiner_part import known
from models.consistency.hiding import blank, blanked, hide_rows
from models.consistency.ledger import Box, Cell
from models.consistency.values import (
    AgreementRow,
    CaterpillarRow,
    Charts,
    CriterionRow,
    Dropped,
    ExaminerRow,
    MonthPoint,
    MonthSeries,
    Noise,
    Overdispersion,
    Population,
    ReasonRow,
    Report,
)

LEAST_EXAMINERS, LEAST_RATERS = 10, 3
COEFFICIENTS = (
    *("percent", "alpha", "alpha_low", "alpha_high", "ac1", "ac1_low", "ac1_high", "kappa", "kappa_low", "kappa_high"),
    *("ac1_se", "ac2", "fleiss", "conger", "brennan_prediger"),
)


def population(exact: Population, grants: int, refusals: int, desk: Desk) -> Population:
    """Totals from the rounded outcomes; the number of examiners from ten."""
    people = exact.examiners if (exact.examiners or 0) >= LEAST_EXAMINERS else None
    units = exact.units if people is not None else None
    left_out = tuple(dropped(each, desk) for each in exact.dropped)
    return Population(grants + refusals, grants, refusals, people, units, left_out)


def dropped(exact: Dropped, desk: Desk) -> Dropped:
    """Rows left out, rounded; few of them are hidden."""
    rows = exact.rows or 0
    if rows < desk.k:
        return Dropped(None, exact.reason, suppressed=True)
    return Dropped(desk.rounder.round(f"{desk.box.name()}|dropped|{exact.reason}", rows), exact.reason)


def overdispersion(report: Report, shown: Population) -> Overdispersion:
    """Coarse, and only of ten examiners or more."""
    exact = report.overdispersion
    if shown.examiners is None or exact.phi is None or exact.tau2 is None:
        return Overdispersion(None, None, "too_few_examiners")
    tau2 = round(exact.tau2, 4)
    return Overdispersion(
        round(exact.phi, 1), tau2, exact.method, round(tau2**0.5, 3), _coarse(exact.logit_sd, 2), shown.examiners
    )


def _coarse(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def examiners(report: Report, desk: Desk, office: float) -> Report:
    """Examiners who reach the threshold in both outcomes, if ten or more do; all statistics recomputed from the
    rounded counts."""
    bare = replace(report, examiners=(), charts=Charts(months=report.charts.months))
    if report.population.examiners is None:
        desk.withhold("part_examiners", "why_few_examiners")
        return bare
    total = np.array([row.decisions or 0 for row in report.examiners], dtype=np.int64)
    grants = np.array(desk.basis.grants, dtype=np.int64)
    counts: Ints = np.stack([grants, total - grants], axis=1)
    small: Bools = np.atleast_1d((counts < desk.k).any(axis=1))
    hidden = hide_rows(counts, small, desk.k)
    if not hidden.safe or len(hidden.rows) - hidden.number < LEAST_EXAMINERS:
        desk.withhold("part_examiners", "why_few_examiners_above_threshold")
        return bare
    if not desk.once("examiners"):
        return bare
    rows = blanked(report.examiners, hidden, "code")
    rows = _recomputed(rows, _rounded(counts, desk), report.overdispersion.tau2 or 0.0, office)
    return replace(report, examiners=rows, charts=_charts(rows, office, report))


def _rounded(counts: Ints, desk: Desk) -> Floats:
    """Rounded by box, outcome and count; the people have no place in the name of a cell."""
    name = desk.box.name()
    made = [
        [desk.rounder.round(f"{name}|examiner|{side}", int(count)) for side, count in enumerate(row)] for row in counts
    ]
    return np.array(made, dtype=np.float64)


def _recomputed(rows: tuple[ExaminerRow, ...], counts: Floats, tau2: float, office: float) -> tuple[ExaminerRow, ...]:
    shown = np.array([not row.suppressed for row in rows])
    number = counts[shown].sum(axis=1)
    share = np.array([round(row.expected or 0.0, 2) for row in rows if not row.suppressed])
    spread = funnel.Spread(float("nan"), tau2, len(number))
    verdicts = funnel.judge(counts[shown, 0], number, number * share, number * share * (1.0 - share), spread)
    places = iter(range(len(number)))
    made = [row if row.suppressed else _row(row, next(places), counts[shown], share, verdicts, office) for row in rows]
    return tuple(made)


def _row(
    row: ExaminerRow, place: int, counts: Floats, share: Floats, verdicts: funnel.Verdicts, office: float
) -> ExaminerRow:
    """Shrinkage on the rate scale: tau² / (tau² + variance) of the way from expected to observed (Morris, JASA 78
    (1983) 47-65)."""
    number, expected = float(counts[place].sum()), float(share[place])
    observed, tau2 = float(counts[place, 0]) / number, verdicts.spread.tau2
    chance = expected * (1.0 - expected) / number
    part = tau2 / (tau2 + chance) if tau2 + chance > 0 else 0.0
    shrunk, half = expected + part * (observed - expected), 1.959964 * (part * chance) ** 0.5
    return replace(
        row,
        unit=None,
        decisions=int(number),
        observed=observed,
        expected=expected,
        shrunk=shrunk,
        shrunk_low=max(shrunk - half, 0.0),
        shrunk_high=min(shrunk + half, 1.0),
        z=known(verdicts.z[place]),
        q=known(verdicts.q[place]),
        flag=verdicts.flags[place],
        standardized=min(max(office + observed - expected, 0.0), 1.0),
    )


def _charts(rows: tuple[ExaminerRow, ...], office: float, report: Report) -> Charts:
    shown = [row for row in rows if not row.suppressed]
    bars = sorted((_bar(row, office) for row in shown), key=lambda bar: bar.shrunk)
    most = max(row.decisions or 0 for row in shown)
    return Charts(funnel.curve(office, report.overdispersion.tau2 or 0.0, most), tuple(bars), report.charts.months)


def _bar(row: ExaminerRow, office: float) -> CaterpillarRow:
    move = office - (row.expected or 0.0)
    shrunk, low, high, raw = (
        min(max((side or 0.0) + move, 0.0), 1.0) for side in (row.shrunk, row.shrunk_low, row.shrunk_high, row.observed)
    )
    return CaterpillarRow(row.code, row.decisions or 0, shrunk, low, high, raw, row.flag)


def criteria(report: Report, desk: Desk) -> Report:
    """Criteria whose both findings reach the threshold; without examiners."""
    return replace(report, criteria=tuple(_criterion(row, desk, report) for row in report.criteria))


def _criterion(row: CriterionRow, desk: Desk, report: Report) -> CriterionRow:
    name, findings, not_met = f"criterion:{row.criterion}", row.findings or 0, row.not_met or 0
    counts = {f"{name}:met": findings - not_met, f"{name}:not_met": not_met}
    given = desk.publish("part_criterion", counts, row.criterion)
    if given is None:
        return blank(row, "criterion")
    total, hits = sum(given.values()), given[f"{name}:not_met"]
    spread = _coarse(row.between_sd, 2) if report.population.examiners is not None else None
    return CriterionRow(row.criterion, total, hits, hits / total, spread)


def months(report: Report, desk: Desk) -> Report:
    """Whole months that reach the threshold in both outcomes, given once; alerts only of criteria whose months are
    given."""
    bare = replace(report, drift=(), charts=replace(report.charts, months=()))
    if len(desk.basis.whole_months) < 3:
        desk.withhold("part_months", "why_few_months")
        return bare
    if desk.ledger.has_part("months", desk.box):
        desk.withhold("part_months", "why_given_before")
        return bare
    hidden = {row.criterion for row in report.criteria if row.suppressed}
    made = [_series(each, desk) for each in report.charts.months if each.criterion not in hidden]
    series = tuple(each for each in made if each is not None)
    if series:
        desk.parts.append("months")
    given = {each.criterion for each in series} - {None}
    rows = tuple(
        replace(row, statistic=_coarse(row.statistic, 1), limit=_coarse(row.limit, 1), run_length=None)
        for row in report.drift
        if row.code is None and row.criterion in given
    )
    return replace(report, drift=rows, charts=replace(report.charts, months=series))


def _series(exact: MonthSeries, desk: Desk) -> MonthSeries | None:
    total = np.array([point.n or 0 for point in exact.points], dtype=np.int64)
    events = np.rint(total * np.array([point.rate or 0.0 for point in exact.points])).astype(np.int64)
    counts: Ints = np.stack([events, total - events], axis=1)
    whole = np.array([point.month in desk.basis.whole_months for point in exact.points])
    small: Bools = np.atleast_1d((counts < desk.k).any(axis=1)) | ~whole
    hidden = hide_rows(counts, small, desk.k)
    about = exact.criterion or ""
    if not hidden.safe or len(hidden.rows) - hidden.number < 3:
        desk.withhold("part_months", "why_small_or_dominated", about)
        return None
    cells = desk.rounded(_month_counts(exact, counts, hidden.rows, desk.box))
    if (why := desk.accept(cells)) is not None:
        desk.withhold("part_months", why, about)
        return None
    return _redrawn(exact, hidden.rows, cells)


def _names(criterion: str | None) -> tuple[str, str]:
    return (
        ("outcome:grant", "outcome:refuse")
        if criterion is None
        else (f"criterion:{criterion}:not_met", f"criterion:{criterion}:met")
    )


def _month_counts(exact: MonthSeries, counts: Ints, hidden: tuple[bool, ...], box: Box) -> dict[tuple[Box, str], int]:
    cells = {}
    for point, pair, hide in zip(exact.points, counts, hidden, strict=True):
        if not hide:
            inside = replace(box, from_=point.month, to=_last_day(point))
            cells.update(
                {(inside, name): int(count) for name, count in zip(_names(exact.criterion), pair, strict=True)}
            )
    return cells


def _last_day(point: MonthPoint) -> date:
    return point.month.replace(day=monthrange(point.month.year, point.month.month)[1])


def _redrawn(exact: MonthSeries, hidden: tuple[bool, ...], cells: list[Cell]) -> MonthSeries:
    """The p-chart of the rounded counts."""
    first = [cell.value for cell in cells[::2]]
    both = [one + cell.value for one, cell in zip(first, cells[1::2], strict=True)]
    chart = drift.laney(np.array(first, dtype=np.float64), np.array(both, dtype=np.float64))
    shown = iter(zip(both, chart.rate, chart.low, chart.high, strict=True))
    points = tuple(
        blank(point, "month") if hide else _point(point, next(shown))
        for point, hide in zip(exact.points, hidden, strict=True)
    )
    return MonthSeries(exact.criterion, chart.center, round(chart.sigma_z, 2), points)


def _point(point: MonthPoint, values: tuple[int, float, float, float]) -> MonthPoint:
    number, rate, low, high = values
    return MonthPoint(point.month, number, float(rate), float(low), float(high))


def reasons(report: Report, desk: Desk) -> Report:
    """Codes that reach the threshold; shares are of the uses shown."""
    rows = [_reason(row, desk, report) for row in report.reasons if f"reason:{row.code}" in desk.basis.contributions]
    total = sum(row.uses or 0 for row in rows)
    return replace(
        report, reasons=tuple(row if row.uses is None else replace(row, share=row.uses / total) for row in rows)
    )


def _reason(row: ReasonRow, desk: Desk, report: Report) -> ReasonRow:
    given = desk.publish("part_reason", {f"reason:{row.code}": row.uses or 0}, row.code)
    if given is None:
        return blank(row, "code")
    spread = _coarse(row.between_sd, 2) if report.population.examiners is not None else None
    return ReasonRow(row.code, given[f"reason:{row.code}"], None, spread)


def agreement(report: Report, desk: Desk) -> Report:
    """Agreement and noise, coarse, given once for a period; nothing, with the reason, where no item may be given."""
    if not report.agreement:
        return report
    kept = [_of_three(working_paper.agreement(row, desk.k)) for row in report.agreement]
    if all(row.suppressed for row in kept):
        desk.withhold("part_agreement", kept[0].why or "why_few_double_readings")
    if all(row.suppressed for row in kept) or not desk.once("agreement"):
        return replace(report, agreement=(), noise=Noise())
    rows = tuple(_agreement(row, desk) for row in kept)
    return replace(report, agreement=rows, noise=_noise(working_paper.noise(report.noise, desk.k)))


def _of_three(row: AgreementRow) -> AgreementRow:
    """Agreement of two people is about these two, who know each other; it takes three to be about the office."""
    if row.suppressed or (row.raters or 0) >= LEAST_RATERS:
        return row
    return replace(blank(row, "item", "metric"), why="why_few_raters")


def _agreement(row: AgreementRow, desk: Desk) -> AgreementRow:
    if row.suppressed:
        return row
    name = f"{desk.box.name()}|agreement|{row.item}"
    coarse: dict[str, Any] = {each: _coarse(getattr(row, each), 2) for each in COEFFICIENTS}
    units, ratings = (
        desk.rounder.round(f"{name}|{what}", count or 0)
        for what, count in (("units", row.units), ("ratings", row.ratings))
    )
    raters = row.raters if (row.raters or 0) >= LEAST_EXAMINERS else None
    return replace(row, units=units, ratings=ratings, raters=raters, minority=None, **coarse)


def _noise(exact: Noise) -> Noise:
    if exact.system is not None and (exact.raters or 0) < LEAST_RATERS:
        return Noise(why=(("system", "why_few_examiners"),))
    system, level, pattern, occasion, bias = (
        _coarse(part, 2) for part in (exact.system, exact.level, exact.pattern, exact.occasion, exact.bias)
    )
    return Noise(system, level, pattern, occasion, bias, exact.why)
