"""Outcomes by examiner and by criterion: funnel, caterpillar, criteria."""

from models.consistency.values import ExaminerRow, Flag
from reports.charts.bars import criteria as criteria_chart
from reports.charts.bars import most_unmet
from reports.charts.caterpillar import caterpillar as caterpillar_chart
from reports.charts.funnel import funnel as funnel_chart
from reports.charts.words import count, figure, q_value, rate
from reports.consistency.context import Context
from reports.consistency.section import Section
from reports.sheet import Table

MOST_ROWS = 25
MOST_BARS = 41


def funnel(context: Context) -> Section | None:
    """Are grant rates within what can be explained?"""
    chart = funnel_chart(context.report, context.lang, width=482.0, height=300.0)
    curve = context.report.charts.funnel
    if chart is None or curve is None:
        return None
    review, watch = context.with_flag(Flag.REVIEW), context.with_flag(Flag.WATCH)
    judged = len(context.judged())
    spread = context.report.overdispersion
    marked = [*review, *watch]
    return Section(
        "funnel",
        context.say("funnel_question"),
        context.say(
            "funnel_lead",
            all=judged,
            inside=judged - len(marked),
            review=len(review),
            watch=len(watch),
            chance=context.chance(),
        ),
        (chart,),
        (_flagged(context, marked),) if marked else (),
        context.say("funnel_read", rate=rate(curve.center)) + ("" if marked else context.say("funnel_no_flag")),
        context.say(
            "funnel_method",
            strata=context.report.strata,
            tau=figure(spread.between_sd, 3),
            phi=figure(spread.phi, 2),
        ),
    )


def _flagged(context: Context, rows: list[ExaminerRow]) -> Table:
    names = ["code", "unit", "n", "observed", "expected", "standardized", "shrunk", "z", "q"]
    with_unit = any(row.unit for row in rows)
    if not with_unit:
        names.remove("unit")
    cells = tuple(tuple(_cell(row, name) for name in names) for row in rows[:MOST_ROWS])
    rest = len(rows) - len(cells)
    return Table(
        tuple(context.say(f"funnel_head_{name}") for name in names),
        cells,
        tuple({"unit": 1.3, "standardized": 1.25, "code": 0.8, "z": 0.8}.get(name, 1.0) for name in names),
        tuple(name not in ("code", "unit") for name in names),
        tuple(row.flag for row in rows[:MOST_ROWS]),
        context.say("rest_in_workbook", number=rest) if rest else "",
    )


def _cell(row: ExaminerRow, name: str) -> str:
    match name:
        case "code":
            return row.code
        case "unit":
            return row.unit or "–"
        case "n":
            return count(row.decisions)
        case "z":
            return figure(row.z)
        case "q":
            return q_value(row.q)
        case _:
            return rate(getattr(row, name))


def caterpillar(context: Context) -> Section | None:
    """One by one, shrunk."""
    bars = context.report.charts.caterpillar
    chart = caterpillar_chart(context.report, context.lang, width=482.0, row_height=11.6, most=MOST_BARS)
    curve = context.report.charts.funnel
    if chart is None or curve is None:
        return None
    touching = sum(bar.low <= curve.center <= bar.high for bar in bars)
    lead = context.say("caterpillar_lead", touching=touching)
    if len(bars) > MOST_BARS:
        lead += context.say("caterpillar_some", all=len(bars))
    return Section(
        "caterpillar",
        context.say("caterpillar_question"),
        lead,
        (chart,),
        (),
        context.say("caterpillar_read"),
        context.say("caterpillar_method"),
    )


def criteria(context: Context) -> Section | None:
    """On which criteria do findings part?"""
    rows = [row for row in context.report.criteria if row.rate is not None]
    chart = criteria_chart(context.report, context.lang, context.title_of, width=482.0)
    if chart is None:
        return None
    widest = max(rows, key=lambda row: row.between_sd or 0.0)
    most = max(rows, key=lambda row: row.rate or 0.0)
    lead = (
        context.say(
            "criteria_lead",
            criterion=context.title_of(widest.criterion),
            sd=figure((widest.between_sd or 0.0) * 100, 1),
            rate=rate(widest.rate),
        )
        if widest.between_sd
        else context.say("criteria_lead_none")
        if any(row.between_sd is not None for row in rows)
        else context.say("criteria_lead_most", criterion=context.title_of(most.criterion), rate=rate(most.rate))
    )
    return Section(
        "criteria",
        context.say("criteria_question"),
        lead,
        (chart,),
        (_criteria_table(context),),
        context.say("criteria_read"),
        context.say("criteria_method"),
    )


def _criteria_table(context: Context) -> Table:
    names = ["criterion", "findings", "not_met", "rate", "sd"]
    inner = any(row.examiners for row in context.report.criteria)
    names += ["review", "watch"] if inner else []
    rows = []
    given = [row for row in context.report.criteria if not row.suppressed]
    hidden = len(context.report.criteria) - len(given)
    for row in most_unmet(given, MOST_ROWS):
        flags = [each.flag for each in row.examiners]
        cells = [context.title_of(row.criterion), count(row.findings), count(row.not_met), rate(row.rate)]
        cells += [rate(row.between_sd)]
        cells += [str(flags.count(Flag.REVIEW)), str(flags.count(Flag.WATCH))] if inner else []
        rows.append(tuple(cells))
    return Table(
        tuple(context.say(f"criteria_head_{name}") for name in names),
        tuple(rows),
        (2.6, *(1.0 for _ in names[1:])),
        (False, *(True for _ in names[1:])),
        (),
        " ".join(
            [
                *([context.say("rows_in_workbook", number=len(given) - MOST_ROWS)] if len(given) > MOST_ROWS else []),
                *([context.say("rows_hidden", number=hidden)] if hidden else []),
            ]
        ),
    )
