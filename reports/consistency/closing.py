"""What was hidden, what was not used, and how everything was computed."""

from reports.charts.words import count
from reports.consistency.context import Context, dropped_text, reason_text
from reports.consistency.section import Section
from reports.sheet import Table

MOST_NAMED = 60


def rule_text(context: Context) -> str:
    """The rule of the protection, in words."""
    hidden = context.report.protection
    return context.say(hidden.rule, k=hidden.k, rounding=hidden.rounding or 0)


def protection(context: Context) -> Section:
    """What was done so that nobody can be found; rows that were not used."""
    hidden = context.report.protection
    because = (*hidden.withheld_because, *context.report.notes)
    together: dict[tuple[str, str], list[str]] = {}
    for each in because:
        together.setdefault((each.part, each.reason), []).append(each.about and context.title_of(each.about))
    rows = tuple(
        (reason_text(context, part), context.listed(filter(None, about), MOST_NAMED) or "–", reason_text(context, why))
        for (part, why), about in together.items()
    )
    lead = context.say("protection_lead", cells=hidden.suppressed_cells, parts=len(hidden.withheld_because))
    if not context.report.protected:
        lead = context.say("protection_lead_off")
    tables = [_dropped(context)] if context.report.population.dropped else []
    if rows:
        widths = (1.3, 1.3, 2.6) if all(len(about) < 3 for about in together.values()) else (1.0, 2.7, 1.5)
        heads = tuple(context.say(f"protection_head_{name}") for name in ("part", "about", "reason"))
        tables.insert(0, Table(heads, rows, widths, (False, False, False)))
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
    dropped = context.report.population.dropped
    if not dropped:
        return context.say("dropped_none")
    cells = sum(each.rows or 0 for each in dropped if each.reason.startswith("gap_"))
    rows = sum(each.rows or 0 for each in dropped) - cells
    return context.say("dropped_lead", rows=rows) + (context.say("dropped_cells", cells=cells) if cells else "")


def _dropped(context: Context) -> Table:
    heads = tuple(context.say(f"dropped_head_{name}") for name in ("reason", "rows"))
    rows = tuple((dropped_text(context, each.reason), count(each.rows)) for each in context.report.population.dropped)
    return Table(heads, rows, (4.0, 1.0), (False, True))


def methods(context: Context) -> Section:
    """Every method with its source."""
    rows = tuple((context.say(f"method_{name}"),) for name in (*dict.fromkeys(context.report.methods), "protection"))
    table = Table((context.say("method_word"),), rows, (1.0,), (False,))
    return Section("method", context.say("method_question"), context.say("method_lead"), (), (table,))
