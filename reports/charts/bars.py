"""Bars: reason codes by share, and the parts of the noise. Lengths start at zero."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.consistency.values import CriterionRow, Noise, Report
from reports.charts.axis import Scale, bottom_ticks, percent
from reports.charts.scene import Anchor, Area, Chart, Ink, Item, Line, Reading, Words
from reports.charts.words import count, figure, rate, room_for, say, shortened

_RIGHT, _TOP, _BOTTOM, _ROW = 60.0, 6.0, 24.0, 20.0


@dataclass(frozen=True, slots=True)
class _Bar:
    code: str
    label: str
    value: float
    spread: float | None
    text: str


def reasons(
    report: Report, lang: str, title_of: Callable[[str], str], width: float = 470.0, most: int = 15, height: float = 1e9
) -> Chart | None:
    """The most used reason codes; a whisker shows how far examiners differ beyond chance (one standard deviation)."""
    rows = [row for row in report.reasons if row.share is not None][:most]
    if not rows:
        return None
    bars = [_Bar(row.code, title_of(row.code), row.share or 0.0, row.between_sd, rate(row.share)) for row in rows]
    head = tuple(say(lang, f"reasons_head_{name}") for name in ("code", "uses", "share", "sd"))
    table = tuple(
        (title_of(row.code), count(row.uses), rate(row.share), rate(row.between_sd)) for row in report.reasons
    )
    return _chart(say(lang, "reasons_title"), bars, head, table, width, height=height)


def criteria(
    report: Report, lang: str, title_of: Callable[[str], str], width: float = 470.0, most: int = 20, height: float = 1e9
) -> Chart | None:
    """Each criterion: the share found not met, and how far examiners part beyond chance (one standard deviation)."""
    rows = most_unmet([row for row in report.criteria if row.rate is not None], most)
    if not rows:
        return None
    bars = [
        _Bar(row.criterion, title_of(row.criterion), row.rate or 0.0, row.between_sd, rate(row.rate)) for row in rows
    ]
    head = tuple(say(lang, f"criteria_head_{name}") for name in ("criterion", "findings", "not_met", "rate", "sd"))
    table = tuple(
        (title_of(row.criterion), count(row.findings), count(row.not_met), rate(row.rate), rate(row.between_sd))
        for row in report.criteria
    )
    return _chart(say(lang, "criteria_title"), bars, head, table, width, height=height)


def most_unmet(rows: Sequence[CriterionRow], most: int) -> list[CriterionRow]:
    """In their own order; of more than fit, those with the most findings "not met"."""
    chosen = sorted(range(len(rows)), key=lambda place: (-(rows[place].not_met or 0), place))[:most]
    return [rows[place] for place in sorted(chosen)]


def noise(report: Report, lang: str, width: float = 470.0) -> Chart | None:
    """System, level, pattern, occasion and bias as standard deviations; what is not identified has no bar."""
    found: Noise = report.noise
    parts = ("system", "level", "pattern", "occasion", "bias")
    known = [(name, value) for name in parts if (value := getattr(found, name)) is not None]
    if not known:
        return None
    bars = [_Bar(name, say(lang, f"noise_{name}"), abs(value), None, figure(value, 3)) for name, value in known]
    head = (say(lang, "noise_head_part"), say(lang, "noise_head_value"))
    reasons_why = dict(found.why)
    table = tuple(
        (say(lang, f"noise_{name}"), _noise_text(getattr(found, name), reasons_why.get(name), lang)) for name in parts
    )
    return _chart(say(lang, "noise_title"), bars, head, table, width, shown=lambda value: f"{value:.2f}")


def _noise_text(value: float | None, why: str | None, lang: str) -> str:
    return figure(value, 3) if value is not None else say(lang, why) if why else "–"


def _chart(
    title: str,
    bars: Sequence[_Bar],
    head: tuple[str, ...],
    table: tuple[tuple[str, ...], ...],
    width: float,
    shown: Callable[[float], str] = percent,
    height: float = 1e9,
) -> Chart:
    row_height = min(_ROW, max(14.0, (height - _TOP - _BOTTOM) / len(bars)))
    label = min(max(room_for(bar.label) for bar in bars) + 14.0, width * 0.5)
    most = max(bar.value + (bar.spread or 0.0) for bar in bars) or 1.0
    x = Scale(0.0, most * 1.05, label, width - _RIGHT)
    bottom = _TOP + row_height * len(bars)
    items: list[Item] = [Line(((x.at(v), _TOP), (x.at(v), bottom)), Ink.GRID, 0.6) for v in x.ticks(5)]
    items += bottom_ticks(x, bottom, shown, 5)
    readings = []
    for place, bar in enumerate(bars):
        y = _TOP + row_height * (place + 0.5)
        items += _bar(bar, x, y, width)
        readings.append(Reading(x.at(bar.value), y, bar.code, f"{bar.label}  {bar.text}"))
    return Chart(title, width, bottom + _BOTTOM, tuple(items), tuple(readings), (), head, table)


def _bar(bar: _Bar, x: Scale, y: float, width: float) -> list[Item]:
    end = x.at(bar.value)
    items: list[Item] = [
        Words(4, y + 3, shortened(bar.label, x.start - 8), Ink.TEXT),
        Area(((x.start, y - 5), (end, y - 5), (end, y + 5), (x.start, y + 5)), Ink.ACCENT),
        Words(width - 4, y + 3, bar.text, Ink.TEXT, anchor=Anchor.END),
    ]
    if bar.spread:
        low, high = x.held(bar.value - bar.spread), x.held(bar.value + bar.spread)
        items.append(Line(((low, y), (high, y)), Ink.TEXT, 1.0))
    return items
