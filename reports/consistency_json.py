"""``report.json``: the contract's fields, and beside them what the charts need; hidden values are null."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from models.consistency.values import AgreementRow, CriterionRow, MonthSeries, Report, Withheld
from reports.consistency.context import Context, dropped_text, reason_text

NOT_FOR_RELEASE = "not for release"


def render(report: Report, lang: str = "en") -> bytes:
    """The report as JSON bytes (UTF-8); words in ``lang`` stand beside the codes as ``text``."""
    return (json.dumps(as_data(report, lang), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def as_data(report: Report, lang: str = "en") -> dict[str, Any]:
    """The report as plain lists and dictionaries."""
    context = Context(report, lang)
    return {
        "report": _head(report),
        "purpose": context.say("purpose"),
        **({} if report.protected else {"notice": NOT_FOR_RELEASE}),
        "population": _row(report.population)
        | {
            "dropped": [
                {**_row(each), "text": dropped_text(context, each.reason)} for each in report.population.dropped
            ]
        },
        "examiners": [_row(row) for row in report.examiners],
        "criteria": [_criterion(row) for row in report.criteria],
        "agreement": [agreement_record(row) for row in report.agreement],
        "noise": {**_row(report.noise), "why": dict(report.noise.why)},
        "drift": [_row(row) for row in report.drift],
        "reasons": [_row(row) for row in report.reasons],
        "reason_use": [_row(row) for row in report.reason_use],
        "groups": [_row(row) for row in report.groups],
        "months": [_series(each) for each in report.charts.months],
        "overdispersion": _row(report.overdispersion),
        "strata": report.strata,
        "method": {name: context.say(f"method_{name}") for name in (*dict.fromkeys(report.methods), "protection")},
        "protection": _protection(context),
        "notes": [_withheld(context, each) for each in report.notes],
    }


def agreement_record(row: AgreementRow) -> dict[str, Any]:
    """One record of agreement; what ``akashi agreement --json`` prints."""
    return _row(row)


def _head(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "made_at": report.made_at.isoformat(),
        "from": report.from_.isoformat(),
        "to": report.to.isoformat(),
        "kind": report.kind,
        "unit": report.unit,
        "source": report.source,
        "product": report.product.value,
        "protected": report.protected,
        **({"record": {"seq": report.record.seq, "link": report.record.link}} if report.record else {}),
    }


def _criterion(row: CriterionRow) -> dict[str, Any]:
    return _row(row) | {"examiners": [_row(each) for each in row.examiners]}


def _series(series: MonthSeries) -> dict[str, Any]:
    return _row(series) | {"points": [_row(point) for point in series.points]}


def _protection(context: Context) -> dict[str, Any]:
    hidden = context.report.protection
    return {
        "k": hidden.k,
        "rule": hidden.rule,
        "rule_text": context.say(hidden.rule, k=hidden.k, rounding=hidden.rounding or 0),
        "rounding": hidden.rounding,
        "suppressed_cells": hidden.suppressed_cells,
        "withheld_because": [_withheld(context, each) for each in hidden.withheld_because],
    }


def _withheld(context: Context, each: Withheld) -> dict[str, Any]:
    text = f"{reason_text(context, each.part)}: {reason_text(context, each.reason)}"
    return {"part": each.part, "reason": each.reason, "about": each.about or None, "text": text}


def _row(row: object) -> dict[str, Any]:
    """A frozen row as a dictionary; ``suppressed`` only where it is so; rows inside rows are left to the caller."""
    assert is_dataclass(row)
    given = {each.name: getattr(row, each.name) for each in fields(row)}
    plain = {name: _plain(value) for name, value in given.items() if not _is_rows(value)}
    if not plain.get("suppressed", True):
        del plain["suppressed"]
    return plain


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple | Mapping)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return getattr(value, "value", value)
