"""The first page, for a busy head: what we see, how sure, what to look at, what this is not."""

from dataclasses import dataclass
from statistics import median

from models.consistency.values import ExaminerRow, Flag, Report
from reports.charts.agreement import is_low
from reports.charts.words import count, figure, month_text, q_value, rate
from reports.consistency.change import signs
from reports.consistency.context import Context
from reports.consistency.readings import item_title, known

SMALL_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Front:
    """Texts of the first page. ``look`` are acts; ``numbers`` six labels with their values."""

    question: str
    population: str
    lead: str
    second: str
    see: tuple[str, ...]
    sure: tuple[str, ...]
    look: tuple[str, ...]
    is_not: str
    numbers: tuple[tuple[str, str], ...]


def is_short(report: Report) -> bool:
    """Whether there is nothing to show but why."""
    return (
        not report.examiners and not report.agreement and report.population.grants in (None, 0) and not report.criteria
    )


def front(context: Context) -> Front:
    """Everything that the first page says."""
    lead, second = lead_sentences(context)
    short = is_short(context.report)
    return Front(
        context.say("question"),
        population(context),
        lead,
        second,
        () if short else tuple(_see(context)),
        () if short else tuple(_sure(context)),
        () if short else tuple(look(context)),
        context.say("not_text"),
        () if short else tuple(_numbers(context)),
    )


def population(context: Context) -> str:
    """What the report is about, in counts."""
    found = context.report.population
    if found.decisions is None or found.grants is None or not found.decisions:
        return f"{context.kind()}  {context.period()}"
    share = rate(found.grants / found.decisions)
    text = context.say("population", kind=context.kind(), decisions=found.decisions, grants=found.grants, rate=share)
    if found.examiners:
        text += context.say("population_people", examiners=found.examiners, units=found.units or 0)
    return text


def lead_sentences(context: Context) -> tuple[str, str]:
    """The one sentence with the count inside what case-mix and chance explain, and the next one."""
    report = context.report
    judged = len(context.judged())
    if is_short(report):
        kind = "withheld" if report.protection.withheld_because else "too_few"
        k = report.protection.k
        return context.say(f"lead_{kind}", k=k), context.say(f"lead_{kind}_more", k=k)
    if not judged:
        found = report.population
        if not found.decisions:
            return context.say("lead_readings_only" if found.suppressed and _asked(report) else "lead_readings"), ""
        return context.say("lead_no_examiners", rate=rate((found.grants or 0) / found.decisions)), ""
    if judged == 1:
        # One alone can be compared with nobody: that they lie inside says nothing.
        return context.say("lead_one", all=max(report.population.examiners or 0, 1)), context.say("lead_one_more")
    review, watch = len(context.with_flag(Flag.REVIEW)), len(context.with_flag(Flag.WATCH))
    inside = judged - review - watch
    first = (
        context.say("lead_all", all=judged)
        if inside == judged
        else context.say("lead_inside", all=judged, inside=inside)
    )
    which = "lead_outside" if review and watch else "lead_review" if review else "lead_watch" if watch else "lead_none"
    return first, context.say(which, review=review, watch=watch, chance=context.chance())


def _asked(report: Report) -> bool:
    """Whether there was a register of decisions."""
    return all(each.reason != "why_no_decisions" for each in report.notes)


def _see(context: Context) -> list[str]:
    report = context.report
    said = []
    spread = report.overdispersion.between_sd
    if len(context.judged()) > 1:
        differs = spread is not None and spread > 0.0005
        text = (
            context.say("see_spread", sd=figure((spread or 0) * 100, 1)) if differs else context.say("see_spread_none")
        )
        said.append(text + (" " if context.lang == "en" else "") + _usual(context))
        outside = context.with_flag(Flag.REVIEW)
        watch = context.with_flag(Flag.WATCH)
        if outside:
            codes = context.listed(_code_and_rate(context, row) for row in outside[:6])
            said.append(context.say("see_outside", codes=codes))
        if watch and len(watch) <= 6:
            said.append(
                context.say("see_watch", codes=context.listed(row.code for row in watch)) + context.page("funnel")
            )
    readings = known(context)
    if len(readings) == 1:
        row = readings[0]
        low, high = figure(row.alpha_low), figure(row.alpha_high)
        page = context.page("agreement")
        said.append(context.say("see_agreement_one", alpha=figure(row.alpha), low=low, high=high, page=page))
    elif readings:
        said.append(_agreement(context))
    return said


def _code_and_rate(context: Context, row: ExaminerRow) -> str:
    shown = rate(row.standardized if row.standardized is not None else row.observed, 0)
    return f"{row.code}（{shown}）" if context.lang == "ja" else f"{row.code} ({shown})"


def _usual(context: Context) -> str:
    curve = context.report.charts.funnel
    if curve is None:
        return ""
    sizes = [row.decisions or 0 for row in context.judged()]
    wanted = min(100, int(median(sizes)))
    place = min(range(len(curve.n)), key=lambda each: abs(curve.n[each] - wanted))
    low, high = rate(max(curve.low95[place], 0.0), 0), rate(min(curve.high95[place], 1.0), 0)
    return context.say("see_usual", n=curve.n[place], low=low, high=high)


def _agreement(context: Context) -> str:
    ordered = sorted(known(context), key=lambda row: row.alpha or 0.0)
    return context.say(
        "see_agreement",
        best=item_title(context, ordered[-1]),
        high=figure(ordered[-1].alpha),
        worst=item_title(context, ordered[0]),
        low=figure(ordered[0].alpha),
        page=context.page("agreement"),
    )


def _sure(context: Context) -> list[str]:
    said = []
    judged = context.judged()
    judged = judged if len(judged) > 1 else judged[:0]
    review = context.with_flag(Flag.REVIEW) if judged else []
    if review:
        said.append(context.say("sure_outside", review=len(review), q=_largest_q(review)))
    elif judged:
        said.append(context.say("sure_inside"))
    few = sum((row.decisions or 0) < SMALL_SAMPLE for row in judged)
    if few:
        said.append(context.say("sure_small", few=few))
    if judged and context.report.strata > 1:
        said.append(context.say("sure_mix", strata=context.report.strata))
    elif judged:
        said.append(context.say("sure_no_mix"))
    units = max((row.units or 0 for row in known(context)), default=0)
    if units:
        said.append(context.say("sure_double", units=units))
    return said


def _largest_q(rows: list[ExaminerRow]) -> str:
    return q_value(max(row.q or 0.0 for row in rows)).removeprefix("<")


def look(context: Context, most: int = 5) -> list[str]:
    """What to look at, as acts; never who is to blame."""
    acts = [_examiner_act(context, row) for row in context.with_flag(Flag.REVIEW)[:2]]
    low = sorted((row for row in known(context) if is_low(row)), key=lambda row: row.alpha or 0.0)
    page = context.page("agreement")
    acts += [context.say("look_criterion", criterion=item_title(context, row), page=page) for row in low[:1]]
    for row in signs(context)[:1]:
        month = month_text(row.at, context.lang) if row.at else "–"
        name = context.title_of(row.criterion or "")
        acts.append(context.say("look_drift", criterion=name, month=month, page=context.page("drift")))
    watch = [row.code for row in context.with_flag(Flag.WATCH)]
    if watch and len(acts) < most - 1:
        acts.append(context.say("look_watch", codes=context.listed(watch, 5), page=context.page("funnel")))
    if any(each.reason == "why_no_double_readings" for each in context.report.notes):
        acts.append(context.say("look_readings"))
    return acts[:most] or [context.say("look_none")]


def _examiner_act(context: Context, row: ExaminerRow) -> str:
    """Where one examiner's findings part most from the office's."""
    found = [
        (abs(each.z or 0.0), criterion.criterion)
        for criterion in context.report.criteria
        for each in criterion.examiners
        if each.code == row.code and each.flag is not Flag.NONE
    ]
    page = context.page("funnel")
    if not found:
        return context.say("look_examiner_any", code=row.code, page=page)
    return context.say("look_examiner", code=row.code, criterion=context.title_of(max(found)[1]), page=page)


def _numbers(context: Context) -> list[tuple[str, str]]:
    """Six numbers beside the small funnel."""
    none = context.say("six_none")
    judged = len(context.judged())
    inside = judged - len(context.with_flag(Flag.REVIEW)) - len(context.with_flag(Flag.WATCH))
    readings = sorted(known(context), key=lambda row: row.alpha or 0.0)
    spread = context.report.overdispersion.between_sd
    values = {
        "inside": context.say("six_inside_value", inside=inside, all=judged) if judged else none,
        "alpha": figure(median(row.alpha or 0.0 for row in readings)) if readings else none,
        "lowest": f"{item_title(context, readings[0])} {figure(readings[0].alpha)}" if readings else none,
        "sd": context.say("six_points", points=figure(spread * 100, 1)) if spread is not None else none,
        "drift": str(len(signs(context))) if context.report.drift else none,
        "hidden": count(context.report.protection.suppressed_cells),
    }
    return [(context.say(f"six_{name}"), value) for name, value in values.items()]
