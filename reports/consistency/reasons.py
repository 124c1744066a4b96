"""Reasons for refusal, and outcomes by group."""

from models.consistency.values import Flag, GroupRow
from reports.charts.bars import reasons as reasons_chart
from reports.charts.words import count, figure, q_value, rate
from reports.consistency.context import Context
from reports.consistency.section import Section
from reports.sheet import Table
from resources import letters, messages

MOST_ROWS = 30


def reason_title(context: Context, code: str) -> str:
    """A reason code with its name, where it has one."""
    if code == "other":
        return context.say("reasons_other")
    name = context.title_of(code)
    return code if name == code else f"{code}  {name}"


def reasons(context: Context) -> Section | None:
    """How are reasons for refusal used?"""
    chart = reasons_chart(context.report, context.lang, lambda code: reason_title(context, code), width=482.0)
    if chart is None:
        return None
    shown = [row for row in context.report.reasons if row.share is not None]
    first = max(shown, key=lambda row: row.uses or 0)
    uses = sum(row.uses or 0 for row in shown)
    lead = context.say("reasons_lead", code=reason_title(context, first.code), uses=uses, share=rate(first.share))
    if context.report.reason_use:
        away = [row.code for row in context.report.reason_use if row.flag is Flag.REVIEW]
        lead += (" " if context.lang == "en" else "") + (
            context.say("reasons_use", number=len(away), codes=context.listed(away))
            if away
            else context.say("reasons_use_none")
        )
    rows = chart.rows[:MOST_ROWS]
    note = context.say("rows_in_workbook", number=len(chart.rows) - MOST_ROWS) if len(chart.rows) > MOST_ROWS else ""
    table = Table(chart.head, rows, (3.4, 1.0, 1.0, 1.4), (False, True, True, True), (), note)
    return Section(
        "reasons",
        context.say("reasons_question"),
        lead,
        (chart,),
        (table,),
        context.say("reasons_read"),
        context.say("reasons_method"),
    )


def groups(context: Context) -> Section | None:
    """Do outcomes differ by applicants' attributes and by unit? Only in a working paper."""
    rows = context.report.groups
    if not rows:
        return None
    marked = [row for row in rows if row.flag is not Flag.NONE and row.code]
    lead = context.say("groups_lead", all=len(rows), inside=len(rows) - len(marked))
    if marked:
        named = (f"{attribute(context, row.attribute)} {group_title(context, row)}" for row in marked)
        lead += (" " if context.lang == "en" else "") + context.say("groups_outside", codes=context.listed(named))
    return Section(
        "groups",
        context.say("groups_question"),
        lead,
        (),
        (_groups_table(context, rows),),
        context.say("groups_read"),
        context.say("groups_method"),
    )


def attribute(context: Context, name: str) -> str:
    """An attribute, named."""
    plain = name.removeprefix("mix:")
    key = f"attribute_{plain}"
    return context.say(key) if messages.has(f"report.{key}", context.lang) else plain


def group_title(context: Context, row: GroupRow) -> str:
    """What a group is called: sexes and languages in words, other codes as they stand."""
    plain = row.attribute.removeprefix("mix:")
    if plain == "language":
        return letters.wording(context.lang).get(f"language.{row.code}", row.code)
    key = f"group_{plain}_{row.code}"
    return context.say(key) if messages.has(f"report.{key}", context.lang) else row.code


def _groups_table(context: Context, rows: tuple[GroupRow, ...]) -> Table:
    order = {Flag.REVIEW: 0, Flag.WATCH: 1, Flag.NONE: 2}
    names = list(dict.fromkeys(row.attribute for row in rows))
    sorted_rows = sorted(rows, key=lambda row: (names.index(row.attribute), order[row.flag]))[:MOST_ROWS]
    cells = tuple(
        (
            attribute(context, row.attribute),
            group_title(context, row),
            count(row.decisions),
            rate(row.observed),
            rate(row.expected),
            figure(row.z),
            q_value(row.q),
        )
        for row in sorted_rows
    )
    heads = ("attribute", "code", "n", "observed", "expected", "z", "q")
    note = context.say("rows_in_workbook", number=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else ""
    return Table(
        tuple(context.say(f"groups_head_{name}") for name in heads),
        cells,
        (1.2, 1.6, 1.0, 1.0, 1.0, 0.8, 0.8),
        (False, False, True, True, True, True, True),
        tuple(row.flag for row in sorted_rows),
        note,
    )
