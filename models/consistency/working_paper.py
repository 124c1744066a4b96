"""The working paper: pseudonymous, inside the office, with no figure on fewer than ``k`` decisions."""

from dataclasses import replace

import numpy as np

from models.consistency.hiding import Hidden, blank, blanked, hide_rows, table
from models.consistency.values import (
    AgreementRow,
    Charts,
    CriterionRow,
    DriftRow,
    GroupRow,
    MonthSeries,
    Noise,
    Protection,
    ReasonRow,
    ReasonUse,
    Report,
)


def make(report: Report) -> Report:
    """The protected working paper."""
    k = report.protection.k
    population = report.population
    if (population.decisions or 0) < k:
        population = blank(population, "dropped")
    report = _examiners(replace(report, population=population), k)
    report = replace(
        report,
        criteria=tuple(criterion(row, k) for row in report.criteria),
        groups=_groups(report, k),
        reasons=_reasons(report.reasons, k),
        reason_use=_reason_use(report.reason_use, k),
        agreement=tuple(agreement(row, k) for row in report.agreement),
        noise=noise(report.noise, k),
        charts=replace(report.charts, months=tuple(_months(each, k) for each in report.charts.months)),
    )
    hidden = Protection(k, "rule_working_paper", suppressed_cells(report))
    return replace(report, protected=True, basis=None, protection=hidden)


def suppressed_cells(report: Report) -> int:
    """How many records of the report are hidden."""
    inner = [each.suppressed for row in report.criteria for each in row.examiners]
    points = [point.suppressed for series in report.charts.months for point in series.points]
    rows = [
        *(row.suppressed for row in report.examiners),
        *(row.suppressed for row in report.criteria),
        *(row.suppressed for row in report.agreement),
        *(row.suppressed for row in report.reasons),
        *(row.suppressed for row in report.reason_use),
        *(row.suppressed for row in report.groups),
        *(row.suppressed for row in report.drift),
        *(row.suppressed for row in report.population.dropped),
    ]
    return sum([*inner, *points, *rows, report.population.suppressed])


def _examiners(report: Report, k: int) -> Report:
    counts = table(report.examiners, lambda row: row.observed, lambda row: row.decisions)
    rows = blanked(report.examiners, hide_rows(counts, counts.sum(axis=1) < k, k), "code")
    gone = {row.code for row in rows if row.suppressed}
    bars = tuple(bar for bar in report.charts.caterpillar if bar.code not in gone)
    drift: tuple[DriftRow, ...] = tuple(row for row in report.drift if row.code not in gone)
    charts: Charts = replace(report.charts, caterpillar=bars)
    return replace(report, examiners=rows, drift=drift, charts=charts)


def criterion(row: CriterionRow, k: int) -> CriterionRow:
    """One criterion with its examiners' cells."""
    if (row.findings or 0) < k:
        return blank(row, "criterion")
    counts = table(row.examiners, lambda each: each.rate, lambda each: each.findings)
    hidden = hide_rows(counts, counts.sum(axis=1) < k, k)
    return replace(row, examiners=blanked(row.examiners, hidden, "code"))


def _groups(report: Report, k: int) -> tuple[GroupRow, ...]:
    """Attribute by attribute: what is not listed must not be a small number either."""
    kept: list[GroupRow] = []
    for attribute in dict.fromkeys(row.attribute for row in report.groups):
        rows = [row for row in report.groups if row.attribute == attribute]
        rest = (report.population.decisions or 0) - sum(row.decisions or 0 for row in rows)
        smallest = min(range(len(rows)), key=lambda place: rows[place].decisions or 0)
        if 0 < rest < k:
            rows[smallest] = blank(rows[smallest], "attribute", "code")
        kept += rows
    return tuple(kept)


def _reasons(rows: tuple[ReasonRow, ...], k: int) -> tuple[ReasonRow, ...]:
    """Shares are of the uses shown, so that they do not give the hidden ones away."""
    uses = np.array([[row.uses or 0] for row in rows], dtype=np.int64).reshape(-1, 1)
    kept = blanked(rows, hide_rows(uses, uses[:, 0] < k, k), "code")
    total = sum(row.uses or 0 for row in kept)
    return tuple(row if row.uses is None else replace(row, share=row.uses / total) for row in kept)


def _reason_use(rows: tuple[ReasonUse, ...], k: int) -> tuple[ReasonUse, ...]:
    uses = np.array([[row.uses or 0] for row in rows], dtype=np.int64).reshape(-1, 1)
    return blanked(rows, hide_rows(uses, uses[:, 0] < k, k), "code")


def _months(series: MonthSeries, k: int) -> MonthSeries:
    counts = table(series.points, lambda point: point.rate, lambda point: point.n)
    hidden: Hidden = hide_rows(counts, counts.sum(axis=1) < k, k)
    return replace(series, points=blanked(series.points, hidden, "month"))


def agreement(row: AgreementRow, k: int) -> AgreementRow:
    """Agreement needs ``k`` cases, and ``k`` ratings that are not the most common one."""
    if row.why is not None and row.alpha is None and (row.units or 0) >= k:
        return row
    few_units = (row.units or 0) < k
    if not few_units and (row.minority or 0) >= k:
        return row
    why = "why_few_double_readings" if few_units else "why_few_unlike_readings"
    return replace(blank(row, "item", "metric"), why=why)


def noise(audit: Noise, k: int) -> Noise:
    """The noise audit needs ``k`` cases."""
    if audit.system is None or (audit.units or 0) >= k:
        return audit
    return Noise(why=(("system", "why_few_double_readings"),))
