"""What was hidden, what was not used, and how everything was computed."""

from reports.charts.words import count
from reports.consistency.context import Context, dropped_text, reason_text
from reports.consistency.section import Section
from reports.sheet import Table


def rule_text(context: Context) -> str:
    """The rule of the protection, in words."""
    hidden = context.report.protection
    return context.say(hidden.rule, k=hidden.k, rounding=hidden.rounding or 0)


def protection(context: Context) -> Section:
    """What was done so that nobody can be found; rows that were not used."""
    hidden = context.report.protection
    because = (*hidden.withheld_because, *context.report.notes)
    rows = tuple(
        (
            reason_text(context, each.part),
            context.title_of(each.about) if each.about else "–",
            reason_text(context, each.reason),
        )
        for each in because
    )
    lead = context.say("protection_lead", cells=hidden.suppressed_cells, parts=len(hidden.withheld_because))
    if not context.report.protected:
        lead = context.say("protection_lead_off")
    tables = [_dropped(context)] if context.report.population.dropped else []
    if rows:
        heads = tuple(context.say(f"protection_head_{name}") for name in ("part", "about", "reason"))
        tables.insert(0, Table(heads, rows, (1.3, 1.3, 2.6), (False, False, False)))
    space = " " if context.lang == "en" else ""
    return Section(
        "protection",
        context.say("protection_question"),
        lead + ("" if because else space + context.say("protection_none")) + space + _dropped_text(context),
        (),
        tuple(tables),
        context.say("protection_read", k=hidden.k) if context.report.protected else "",
        rule_text(context),
    )


def _dropped_text(context: Context) -> str:
    rows = sum(each.rows or 0 for each in context.report.population.dropped)
    if not context.report.population.dropped:
        return context.say("dropped_none")
    return context.say("dropped_lead", rows=rows)


def _dropped(context: Context) -> Table:
    heads = tuple(context.say(f"dropped_head_{name}") for name in ("reason", "rows"))
    rows = tuple((dropped_text(context, each.reason), count(each.rows)) for each in context.report.population.dropped)
    return Table(heads, rows, (4.0, 1.0), (False, True))


def methods(context: Context) -> Section:
    """Every method with its source."""
    rows = tuple((context.say(f"method_{name}"),) for name in (*dict.fromkeys(context.report.methods), "protection"))
    table = Table((context.say("method_word"),), rows, (1.0,), (False,))
    return Section("method", context.say("method_question"), context.say("method_lead"), (), (table,))
