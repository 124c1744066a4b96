"""The consistency report as a workbook: typed cells, frozen headers, filters; no text of the data can become a formula."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from models.consistency.values import AgreementRow, Report
from reports import xlsx_stream
from reports.charts.words import say
from reports.consistency import closing
from reports.consistency.change import series_name
from reports.consistency.context import Context, as_it_is, dropped_text, reason_text
from reports.consistency.reasons import attribute, group_title, reason_title
from reports.consistency_pdf import product_name
from reports.xlsx_stream import Column, Properties, Row, Sheet

COUNT, RATE, NUMBER, SMALL, DAY, TEXT = "#,##0", "0.0%", "0.00", "0.000", "yyyy-mm-dd", "@"


def render(report: Report, lang: str = "ja", title_of: Callable[[str], str] = as_it_is) -> bytes:
    """The report as XLSX bytes, the same for the same report. ``title_of`` names criteria and reason codes."""
    context = Context(report, lang, title_of)
    product = product_name(report, lang)
    properties = Properties(say(lang, "name"), product, "Akashi", report.made_at, product, say(lang, "purpose"))
    made = [Sheet(say(lang, f"xlsx_{name}"), columns, rows) for name, columns, rows in sheets(context)]
    return xlsx_stream.workbook(made, properties)


def sheets(context: Context) -> Iterator[tuple[str, tuple[Column, ...], Iterable[Row]]]:
    """Names, columns and rows of every sheet that has rows; the notes come first."""
    wide, middle = 40.0, 60.0
    yield (
        "notes",
        (Column(context.say("head_item"), width=wide), Column(context.say("head_value"), width=middle)),
        _notes(context),
    )
    made = (
        _examiners,
        _criteria,
        _criterion_examiners,
        _agreement,
        _noise,
        _drift,
        _months,
        _reasons,
        _reason_use,
        _groups,
    )
    for make in made:
        name, columns, rows = make(context)
        if rows:
            yield name, columns, rows
    yield "protection", _protection_columns(context), _protection(context)


def _notes(context: Context) -> list[Row]:
    report = context.report
    word = context.say("head_note")
    rows: list[Row] = [
        (product_name(report, context.lang), context.say("purpose")),
        (context.say("note_id"), report.id),
        (context.say("note_made"), report.made_at.strftime("%Y-%m-%d %H:%M UTC")),
        *([(word, context.record())] if report.record else []),
        (context.say("note_period"), f"{report.from_.isoformat()} – {report.to.isoformat()}"),
        (context.say("note_kind"), context.kind()),
        (context.say("note_unit"), context.unit()),
        (context.say("note_source"), context.say("source_office" if report.source == "office" else "source_register")),
        (word, context.say("not_text")),
        (context.say("xlsx_protection"), closing.rule_text(context)),
    ]
    found = report.population
    heads = (("funnel_head_n", found.decisions), ("six_inside", len(context.judged())))
    rows += [(context.say(key), value) for key, value in heads if value is not None]
    rows += [(dropped_text(context, each.reason), each.rows) for each in found.dropped]
    rows += [(context.say("method_word"), context.say(f"method_{name}")) for name in dict.fromkeys(report.methods)]
    return rows


def _suppressed(context: Context, row: Any) -> str:
    return context.say("suppressed") if row.suppressed else ""


def _columns(context: Context, *heads: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(context.say(key), format_, 24.0 if format_ == TEXT else 12.0) for key, format_ in heads)


Made = tuple[str, tuple[Column, ...], list[Row]]


def _examiners(context: Context) -> Made:
    heads = (
        *(
            ("funnel_head_code", TEXT),
            ("funnel_head_unit", TEXT),
            ("funnel_head_n", COUNT),
            ("funnel_head_observed", RATE),
        ),
        *(("funnel_head_expected", RATE), ("funnel_head_standardized", RATE), ("funnel_head_shrunk", RATE)),
        *(("head_low95", RATE), ("head_high95", RATE), ("funnel_head_z", NUMBER), ("funnel_head_q", SMALL)),
        *(("funnel_head_flag", TEXT), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (
            *(row.code, row.unit, row.decisions, row.observed, row.expected, row.standardized, row.shrunk),
            *(row.shrunk_low, row.shrunk_high, row.z, row.q),
            *("" if row.suppressed else context.say(f"flag_{row.flag}"), _suppressed(context, row)),
        )
        for row in context.report.examiners
    ]
    return "examiners", _columns(context, *heads), rows


def _criteria(context: Context) -> Made:
    heads = (
        *(("criteria_head_criterion", TEXT), ("criteria_head_findings", COUNT), ("criteria_head_not_met", COUNT)),
        *(("criteria_head_rate", RATE), ("criteria_head_sd", RATE), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (
            context.title_of(row.criterion),
            row.findings,
            row.not_met,
            row.rate,
            row.between_sd,
            _suppressed(context, row),
        )
        for row in context.report.criteria
    ]
    return "criteria", _columns(context, *heads), rows


def _criterion_examiners(context: Context) -> Made:
    heads = (
        *(("criteria_head_criterion", TEXT), ("funnel_head_code", TEXT), ("criteria_head_findings", COUNT)),
        *(("criteria_head_rate", RATE), ("funnel_head_z", NUMBER), ("funnel_head_q", SMALL)),
        *(("funnel_head_flag", TEXT), ("head_note", TEXT)),
    )
    flags = {flag: context.say(f"flag_{flag}") for flag in ("none", "watch", "review")}
    rows: list[Row] = [
        (
            title,
            each.code,
            each.findings,
            each.rate,
            each.z,
            each.q,
            "" if each.suppressed else flags[each.flag],
            _suppressed(context, each),
        )
        for title, row in ((context.title_of(row.criterion), row) for row in context.report.criteria)
        for each in row.examiners
    ]
    return "criterion_examiners", _columns(context, *heads), rows


def _agreement(context: Context) -> Made:
    heads = (
        *(("agreement_head_item", TEXT), ("head_metric", TEXT), ("agreement_head_units", COUNT)),
        *(("agreement_head_raters", COUNT), ("head_ratings", COUNT), ("agreement_head_percent", RATE)),
        *(
            ("agreement_head_alpha", SMALL),
            ("head_low95", SMALL),
            ("head_high95", SMALL),
            ("agreement_head_ac1", SMALL),
        ),
        *(("head_ac1_low", SMALL), ("head_ac1_high", SMALL), ("agreement_head_kappa", SMALL)),
        *(("head_kappa_low", SMALL), ("head_kappa_high", SMALL), ("head_note", TEXT)),
    )
    return "agreement", _columns(context, *heads), [_agreement_row(context, row) for row in context.report.agreement]


def _agreement_row(context: Context, row: AgreementRow) -> Row:
    title = context.title_of(row.item) if row.item else context.say("agreement_all")
    note = reason_text(context, row.why) if row.why else _suppressed(context, row)
    return (
        *(title, str(row.metric), row.units, row.raters, row.ratings, row.percent),
        *(row.alpha, row.alpha_low, row.alpha_high, row.ac1, row.ac1_low, row.ac1_high),
        *(row.kappa, row.kappa_low, row.kappa_high, note),
    )


def _noise(context: Context) -> Made:
    found = context.report.noise
    why = dict(found.why)
    heads = (("noise_head_part", TEXT), ("noise_head_value", SMALL), ("head_note", TEXT))
    rows: list[Row] = [
        (context.say(f"noise_{part}"), getattr(found, part), reason_text(context, why[part]) if part in why else "")
        for part in ("system", "level", "pattern", "occasion", "bias")
    ]
    return "noise", _columns(context, *heads), rows if found.system is not None else []


def _drift(context: Context) -> Made:
    heads = (
        *(("drift_head_series", TEXT), ("funnel_head_code", TEXT), ("drift_head_statistic", NUMBER)),
        *(("drift_head_limit", NUMBER), ("head_run", COUNT), ("drift_head_at", DAY), ("head_direction", TEXT)),
        *(("drift_head_flag", TEXT),),
    )
    rows: list[Row] = [
        (
            *(series_name(context, row.criterion), row.code, row.statistic, row.limit, row.run_length, row.at),
            *(context.say(f"direction_{row.direction}") if row.direction else "", context.say(f"flag_{row.flag}")),
        )
        for row in context.report.drift
    ]
    return "drift", _columns(context, *heads), rows


def _months(context: Context) -> Made:
    heads = (
        *(("drift_head_series", TEXT), ("drift_head_month", DAY), ("drift_head_n", COUNT), ("drift_head_rate", RATE)),
        *(("drift_head_low", RATE), ("drift_head_high", RATE), ("head_center", RATE), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (
            *(series_name(context, series.criterion), point.month, point.n, point.rate, point.low, point.high),
            *(series.center, _suppressed(context, point)),
        )
        for series in context.report.charts.months
        for point in series.points
    ]
    return "months", _columns(context, *heads), rows


def _reasons(context: Context) -> Made:
    heads = (
        *(("reasons_head_code", TEXT), ("reasons_head_uses", COUNT), ("reasons_head_share", RATE)),
        *(("reasons_head_sd", RATE), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (reason_title(context, row.code), row.uses, row.share, row.between_sd, _suppressed(context, row))
        for row in context.report.reasons
    ]
    return "reasons", _columns(context, *heads), rows


def _reason_use(context: Context) -> Made:
    heads = (
        *(("funnel_head_code", TEXT), ("reasons_head_uses", COUNT), ("head_divergence", SMALL), ("head_p", SMALL)),
        *(("funnel_head_q", SMALL), ("funnel_head_flag", TEXT), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (row.code, row.uses, row.divergence, row.p, row.q, context.say(f"flag_{row.flag}"), _suppressed(context, row))
        for row in context.report.reason_use
    ]
    return "reason_use", _columns(context, *heads), rows


def _groups(context: Context) -> Made:
    heads = (
        *(("groups_head_attribute", TEXT), ("groups_head_code", TEXT), ("groups_head_n", COUNT)),
        *(("groups_head_observed", RATE), ("groups_head_expected", RATE), ("groups_head_z", NUMBER)),
        *(("groups_head_q", SMALL), ("groups_head_flag", TEXT), ("head_note", TEXT)),
    )
    rows: list[Row] = [
        (
            *(
                attribute(context, row.attribute),
                group_title(context, row),
                row.decisions,
                row.observed,
                row.expected,
                row.z,
                row.q,
            ),
            *(context.say(f"flag_{row.flag}"), _suppressed(context, row)),
        )
        for row in context.report.groups
    ]
    return "groups", _columns(context, *heads), rows


def _protection_columns(context: Context) -> tuple[Column, ...]:
    return tuple(Column(context.say(f"protection_head_{name}"), width=36.0) for name in ("part", "about", "reason"))


def _protection(context: Context) -> list[Row]:
    hidden = context.report.protection
    rows: list[Row] = [
        (
            closing.rule_text(context),
            "",
            context.say("protection_lead", cells=hidden.suppressed_cells, parts=len(hidden.withheld_because)),
        )
    ]
    rows += [
        (
            reason_text(context, each.part),
            context.title_of(each.about) if each.about else "",
            reason_text(context, each.reason),
        )
        for each in (*hidden.withheld_because, *context.report.notes)
    ]
    return rows
