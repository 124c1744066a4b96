"""What the yearly bulletin says, in plain words for everybody: the same for PDF and HTML."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.consistency.values import Bulletin, Flag
from reports.charts import agreement as agreement_charts
from reports.charts import bars, drift
from reports.charts.hundred import hundred
from reports.charts.words import count, figure, rate, room_for
from reports.consistency.context import Context, as_it_is, reason_text
from reports.consistency.readings import item_title, known
from reports.consistency.reasons import reason_title
from reports.consistency.section import Section
from reports.sheet import Table


@dataclass(frozen=True, slots=True)
class Account:
    """The whole bulletin: title, what it is about, the answer in one sentence, sections, what it rests on."""

    title: str
    about: str
    lead: str
    second: str
    sections: tuple[Section, ...]
    foot: str
    record: str = ""
    """Where the office's record stood; empty for a register."""


def account(bulletin: Bulletin, lang: str, title_of: Callable[[str], str] = as_it_is) -> Account:
    """Everything that the bulletin says."""
    context = Context(bulletin.report, lang, title_of)
    found = bulletin.report.population
    made = (outcomes, months, reasons, criteria, times, alike, readings, hidden)
    parts = made if found.decisions else (hidden,)
    sections = (part(context, bulletin) for part in parts)
    lead = context.say("bulletin_none")
    if found.decisions:
        lead = context.say("bulletin_lead", number=round((found.grants or 0) / found.decisions * 100))
    return Account(
        context.say("bulletin_title", kind=context.kind(), year=str(bulletin.year)),
        context.say(
            "bulletin_about", office=bulletin.office or context.say("bulletin_office"), period=context.period()
        ),
        lead,
        context.say("bulletin_counts", decisions=found.decisions, grants=found.grants, refusals=found.refusals)
        if found.decisions
        else context.say("bulletin_none_more"),
        tuple(section for section in sections if section is not None),
        context.say("bulletin_foot", k=bulletin.report.protection.k, rounding=bulletin.report.protection.rounding or 0),
        context.record(),
    )


def outcomes(context: Context, bulletin: Bulletin) -> Section | None:
    """How many were granted?"""
    found = bulletin.report.population
    if not found.decisions:
        return None
    share = (found.grants or 0) / found.decisions
    heads = tuple(context.say(f"bulletin_{name}") for name in ("decisions", "granted", "refused", "share"))
    row = (count(found.decisions), count(found.grants), count(found.refusals), rate(share, 0))
    table = Table(heads, (row,), (1.0, 1.0, 1.0, 1.0), (True, True, True, True))
    return Section(
        "outcomes",
        context.say("bulletin_outcome_question"),
        context.say("bulletin_outcome_read"),
        (hundred(share, context.lang),),
        (table,),
    )


def months(context: Context, bulletin: Bulletin) -> Section | None:
    """Was it the same all year?"""
    series = next((each for each in bulletin.report.charts.months if each.criterion is None), None)
    chart = series and drift.drift(
        series, None, context.say("drift_title_grants"), context.lang, width=482.0, height=130.0
    )
    if not chart:
        return None
    return Section("months", context.say("bulletin_months_question"), context.say("bulletin_months_read"), (chart,))


def reasons(context: Context, bulletin: Bulletin) -> Section | None:
    """Why were applications refused?"""
    plain = tuple(replace(row, between_sd=None) for row in bulletin.report.reasons)
    chart = bars.reasons(
        replace(bulletin.report, reasons=plain),
        context.lang,
        lambda code: _short(reason_title(context, code)),
        width=482.0,
        most=10,
    )
    if chart is None:
        return None
    first = max((row for row in bulletin.report.reasons if row.share is not None), key=lambda row: row.uses or 0)
    lead = context.say("bulletin_reasons_read", reason=reason_title(context, first.code), share=rate(first.share, 0))
    return Section("reasons", context.say("bulletin_reasons_question"), lead, (chart,))


def _short(text: str) -> str:
    """A long title in a chart ends in an ellipsis."""
    if room_for(text) <= 220.0:
        return text
    kept = text
    while room_for(kept) > 210.0:
        kept = kept[:-1]
    return kept + "…"


def criteria(context: Context, bulletin: Bulletin) -> Section | None:
    """Which criteria were not met most often?"""
    plain = tuple(replace(row, between_sd=None) for row in bulletin.report.criteria)
    chart = bars.criteria(replace(bulletin.report, criteria=plain), context.lang, context.title_of, width=482.0)
    if chart is None:
        return None
    most = max((row for row in plain if row.rate is not None), key=lambda row: row.rate or 0.0)
    lead = context.say("bulletin_criteria_read", criterion=context.title_of(most.criterion), share=rate(most.rate, 0))
    return Section("criteria", context.say("bulletin_criteria_question"), lead, (chart,))


def times(context: Context, bulletin: Bulletin) -> Section | None:
    """How long did it take?"""
    found = bulletin.times
    if found is None:
        return None
    lead = context.say("bulletin_times_read", quarter=found.quarter, half=found.half, late=found.three_quarters)
    return Section("times", context.say("bulletin_times_question"), lead)


def alike(context: Context, _bulletin: Bulletin) -> Section | None:
    """Are like applications decided alike?"""
    judged = context.judged()
    if not judged:
        return None
    outside = sum(row.flag is Flag.REVIEW for row in judged)
    lead = context.say("bulletin_alike_read", all=len(judged), inside=len(judged) - outside, outside=outside)
    return Section("alike", context.say("bulletin_alike_question"), lead)


def readings(context: Context, bulletin: Bulletin) -> Section | None:
    """How often do two readers of the same case agree?"""
    chart = agreement_charts.agreement(bulletin.report, context.lang, context.title_of, width=482.0)
    found = known(context)
    if chart is None or not found:
        return None
    low = min(found, key=lambda row: row.alpha or 0.0)
    lead = context.say("bulletin_readings_read", item=item_title(context, low), alpha=figure(low.alpha))
    return Section("readings", context.say("bulletin_readings_question"), lead, (chart,))


def hidden(context: Context, bulletin: Bulletin) -> Section | None:
    """What is not in here?"""
    because = dict.fromkeys(
        (reason_text(context, each.part), reason_text(context, each.reason))
        for each in (*bulletin.report.protection.withheld_because, *bulletin.report.notes)
    )
    heads = (context.say("protection_head_part"), context.say("protection_head_reason"))
    tables = (Table(heads, tuple(because), (1.2, 2.4), (False, False)),) if because else ()
    protection = bulletin.report.protection
    lead = context.say("bulletin_hidden_read", k=protection.k, rounding=protection.rounding or 0)
    return Section("hidden", context.say("bulletin_hidden_question"), lead, (), tables)
