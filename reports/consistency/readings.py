"""Blind readings: agreement by criterion and the parts of the spread."""

from dataclasses import replace

from models.consistency.values import AgreementRow, Report
from reports.charts.agreement import agreement as agreement_chart
from reports.charts.agreement import is_low
from reports.charts.bars import noise as noise_chart
from reports.charts.words import figure
from reports.consistency.context import Context
from reports.consistency.section import Section
from reports.sheet import Table

MOST_ITEMS, MOST_ROWS = 22, 60
_WIDTHS = (2.8, 0.8, 0.9, 0.9, 0.8, 1.2, 0.8, 0.8)


def known(context: Context) -> list[AgreementRow]:
    """Items whose agreement could be computed."""
    return [row for row in context.report.agreement if row.alpha is not None]


def item_title(context: Context, row: AgreementRow) -> str:
    """The name of an item; a file without items is about all of them."""
    return context.title_of(row.item) if row.item else context.say("agreement_all")


def agreement(context: Context) -> Section | None:
    """How far do people agree who read the same case apart?"""
    whole = agreement_chart(context.report, context.lang, context.title_of, width=482.0)
    chart = agreement_chart(_lowest(context.report), context.lang, context.title_of, width=482.0)
    if chart is None or whole is None:
        return None
    low = [item_title(context, row) for row in context.report.agreement if is_low(row)]
    items = context.listed(f"「{each}」" if context.lang == "ja" else f"“{each}”" for each in low)
    verdict = context.say("agreement_low", items=items) if low else context.say("agreement_fine")
    units = max((row.units or 0 for row in context.report.agreement), default=0)
    lead = context.say("agreement_lead", units=units, verdict=verdict if known(context) else "")
    note = context.say("rows_in_workbook", number=len(whole.rows) - MOST_ROWS) if len(whole.rows) > MOST_ROWS else ""
    table = Table(whole.head, whole.rows[:MOST_ROWS], _WIDTHS, (False, *(True for _ in whole.head[1:])), (), note)
    return Section(
        "agreement",
        context.say("agreement_question"),
        lead,
        (chart,),
        (table,),
        context.say("agreement_read"),
        context.say("agreement_method"),
    )


def _lowest(report: Report) -> Report:
    """At most as many items as a page holds: those that agree least."""
    if len(report.agreement) <= MOST_ITEMS:
        return report
    rows = sorted(report.agreement, key=lambda row: 2.0 if row.alpha is None else row.alpha)
    return replace(report, agreement=tuple(rows[:MOST_ITEMS]))


def noise(context: Context) -> Section | None:
    """Where does the spread of readings come from?"""
    found = context.report.noise
    chart = noise_chart(context.report, context.lang, width=482.0)
    if chart is None:
        return None
    parts = found.level is not None and found.pattern is not None
    lead = context.say(
        "noise_lead" if parts else "noise_lead_part",
        system=figure(found.system),
        level=figure(found.level),
        pattern=figure(found.pattern),
    )
    return Section(
        "noise",
        context.say("noise_question"),
        lead,
        (chart,),
        (Table(chart.head, chart.rows, (1.2, 2.0), (False, False)),),
        context.say("noise_read"),
        context.say("noise_method"),
    )
