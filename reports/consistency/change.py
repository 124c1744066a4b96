"""Change within the period: monthly charts, and the signs of the cumulative sums."""

from models.consistency.values import DriftRow, Flag, MonthSeries
from reports.charts.drift import drift as drift_chart
from reports.charts.scene import Chart
from reports.charts.words import count, figure, month_text
from reports.consistency.context import Context
from reports.consistency.section import Section
from reports.sheet import Table

MOST_CHARTS = 2


def signs(context: Context) -> list[DriftRow]:
    """Criteria whose cumulative sum gave a sign, the strongest first."""
    rows = [row for row in context.report.drift if row.flag is not Flag.NONE and row.code is None]
    return sorted(rows, key=lambda row: row.statistic or 0.0, reverse=True)


def drift(context: Context) -> Section | None:
    """Did rates change within the period?"""
    charts = _charts(context)
    series = [row for row in context.report.drift if not row.suppressed]
    if not charts and not series:
        return None
    lead = " ".join(_lead(context, series)) if context.lang == "en" else "".join(_lead(context, series))
    return Section(
        "drift",
        context.say("drift_question"),
        lead,
        charts,
        _table(context),
        context.say("drift_read"),
        context.say("drift_method"),
        titled=True,
    )


def _lead(context: Context, series: list[DriftRow]) -> list[str]:
    said = [
        context.say("drift_lead", series=f"「{name}」" if context.lang == "ja" else f"“{name}”", month=month)
        for name, month in (_named(context, row) for row in signs(context))
    ] or [context.say("drift_lead_none" if series else "drift_lead_untested")]
    if not series:
        return said
    said.append(context.say("drift_more", number=len(series)))
    runs = [row.run_length for row in series if row.run_length]
    if runs:
        said.append(context.say("drift_run", run=_round(min(runs))))
    own = [row for row in series if row.code is not None]
    marked = [row.code or "" for row in own if row.flag is not Flag.NONE]
    if marked:
        said.append(context.say("drift_examiners", number=len(marked), codes=context.listed(marked)))
    elif own:
        said.append(context.say("drift_examiners_none"))
    return said


def _round(value: float) -> int:
    """Two figures are enough for a run length."""
    digits = max(len(str(int(value))) - 2, 0)
    return round(int(value), -digits)


def _named(context: Context, row: DriftRow) -> tuple[str, str]:
    return series_name(context, row.criterion), month_text(row.at, context.lang) if row.at else "–"


def series_name(context: Context, criterion: str | None) -> str:
    """A series by its criterion; none is the grant rate."""
    return context.say("outcome") if criterion is None else context.title_of(criterion)


def _charts(context: Context) -> tuple[Chart, ...]:
    """The grant rate, and the criteria with a sign; without any, the criterion with the largest sum."""
    alarms = {row.criterion: row for row in context.report.drift if row.code is None}
    order = sorted(context.report.charts.months, key=lambda each: _importance(each, alarms))
    with_sign = [each for each in order if each.criterion is None or _importance(each, alarms)[0] < 0]
    wanted = [*with_sign, *(each for each in order if each not in with_sign)][
        : max(MOST_CHARTS, min(len(with_sign), MOST_CHARTS + 1))
    ]
    made = (_chart(context, each, alarms.get(each.criterion)) for each in wanted)
    return tuple(chart for chart in made if chart is not None)


def _importance(series: MonthSeries, alarms: dict[str | None, DriftRow]) -> tuple[int, float]:
    row = alarms.get(series.criterion)
    if row is None:
        return (0 if series.criterion is None else 1), 0.0
    return (-1 if row.flag is not Flag.NONE else 1), -(row.statistic or 0.0)


def _chart(context: Context, series: MonthSeries, alarm: DriftRow | None) -> Chart | None:
    return drift_chart(series, alarm, _title(context, series), context.lang, width=482.0, height=138.0)


def _title(context: Context, series: MonthSeries) -> str:
    if series.criterion is None:
        return context.say("drift_title_grants")
    return context.say("drift_title", criterion=context.title_of(series.criterion))


def _table(context: Context) -> tuple[Table, ...]:
    rows = [row for row in context.report.drift if row.code is None]
    if not rows:
        return ()
    cells = tuple(
        (
            series_name(context, row.criterion),
            figure(row.statistic, 1),
            figure(row.limit, 1),
            count(_round(row.run_length)) if row.run_length else "–",
            month_text(row.at, context.lang) if row.at and row.flag is not Flag.NONE else "–",
            context.say("drift_yes" if row.flag is not Flag.NONE else "drift_no"),
        )
        for row in rows
    )
    names = (
        "drift_head_series",
        "drift_head_statistic",
        "drift_head_limit",
        "head_run",
        "drift_head_at",
        "drift_head_flag",
    )
    flags = tuple(row.flag for row in rows)
    head = tuple(context.say(name) for name in names)
    return (Table(head, cells, (2.6, 1.1, 0.9, 1.3, 1.2, 0.8), (False, True, True, True, True, True), flags),)


def drift_series(context: Context) -> tuple[MonthSeries, DriftRow | None, str]:
    """The series that deserves the first look, its sign and its title; an empty one where no month is shown."""
    alarms = {row.criterion: row for row in context.report.drift if row.code is None}
    order = sorted(context.report.charts.months, key=lambda each: _importance(each, alarms))
    series = order[0] if order else MonthSeries(None, None, None)
    return series, alarms.get(series.criterion), _title(context, series)
