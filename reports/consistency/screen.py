"""What the screen says beside its charts, and what stands behind a code; the same words as on paper."""

from math import sqrt

from models.consistency.values import Flag, Report
from reports.charts.axis import signed
from reports.charts.words import count, figure, rate
from reports.consistency.context import Context


def method_line(context: Context) -> str:
    """Counts and how they were judged, in one line."""
    found, spread = context.report.population, context.report.overdispersion
    if not found.decisions:
        return ""
    return context.say(
        "screen_method",
        decisions=found.decisions,
        rate=rate((found.grants or 0) / found.decisions),
        examiners=count(found.examiners),
        phi=figure(spread.phi, 1),
    )


def protection_line(context: Context) -> str:
    """What is hidden."""
    hidden = context.report.protection
    return context.say("screen_protected", k=hidden.k, cells=hidden.suppressed_cells)


def comparison(context: Context, other: Report) -> str:
    """Two periods side by side; the difference with its 95 % interval (Wald, two independent proportions)."""
    then = Context(other, context.lang, context.title_of)
    now, before = context.report.population, other.population
    if not now.decisions or not before.decisions or now.grants is None or before.grants is None:
        return context.say("compare_few", period=then.period())
    one, two = now.grants / now.decisions, before.grants / before.decisions
    half = 1.959964 * sqrt(one * (1 - one) / now.decisions + two * (1 - two) / before.decisions)
    points = (one - two) * 100
    return context.say(
        "compare",
        period=then.period(),
        decisions=before.decisions,
        rate=rate(two),
        review=len(then.with_flag(Flag.REVIEW)),
        watch=len(then.with_flag(Flag.WATCH)),
        points=signed(points, 1),
        low=signed(points - half * 100, 1),
        high=signed(points + half * 100, 1),
    )


def behind(context: Context, code: str, most: int = 5) -> tuple[str, ...]:
    """What a code stands for, as far as anybody who reads the paper may see: own figures, and the criteria that part most."""
    row = next((each for each in context.judged() if each.code == code), None)
    if row is None:
        return ()
    head = context.say(
        "code_head",
        code=code,
        n=count(row.decisions),
        observed=rate(row.observed),
        expected=rate(row.expected),
        flag=context.say(f"flag_{row.flag}"),
    )
    found = [
        (abs(each.z), criterion.criterion, each)
        for criterion in context.report.criteria
        for each in criterion.examiners
        if each.code == code and each.z is not None
    ]
    lines = (
        context.say(
            "code_criterion",
            criterion=context.title_of(name),
            n=count(each.findings),
            rate=rate(each.rate),
            z=figure(each.z, 1),
        )
        for _, name, each in sorted(found, key=lambda item: -item[0])[:most]
    )
    return (head, *lines)
