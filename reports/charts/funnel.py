"""The funnel plot: adjusted rate against the number of decisions (Spiegelhalter 2005)."""

from collections.abc import Iterator

from models.consistency.values import ExaminerRow, Flag, FunnelCurve, Report
from reports.charts.axis import Scale, bottom_ticks, horizontal_grid
from reports.charts.scene import Anchor, Area, Chart, Dash, Ink, Item, Line, Point, Reading, Words
from reports.charts.words import count, figure, flag_keys, q_value, rate, say, shape_of

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 64.0, 8.0, 40.0


def funnel(report: Report, lang: str, width: float = 470.0, height: float = 300.0) -> Chart | None:
    """The funnel of a report, or None where it has no examiner part."""
    curve = report.charts.funnel
    rows = [row for row in report.examiners if row.decisions is not None and _height(row) is not None]
    if curve is None or not rows:
        return None
    x = Scale(0.0, max(row.decisions or 0 for row in rows) * 1.04, _LEFT, width - _RIGHT)
    y = _vertical(curve, rows, height)
    items = [*_bands(curve, x, y), *horizontal_grid(y, _LEFT, x.end), *_limits(curve, x, y, lang)]
    items += [*bottom_ticks(x, y.start), Line(((_LEFT, y.start), (x.end, y.start)), Ink.EDGE)]
    items.append(Words((x.start + x.end) / 2, height - 8, say(lang, "funnel_x"), anchor=Anchor.MIDDLE))
    items += [item for row in rows for item in _mark(row, x, y)]
    return Chart(
        say(lang, "funnel_title"),
        width,
        height,
        tuple(items),
        tuple(_reading(row, x, y, lang) for row in sorted(rows, key=lambda each: each.decisions or 0)),
        flag_keys(lang),
        tuple(say(lang, f"funnel_head_{name}") for name in ("code", "n", "observed", "expected", "shrunk", "z", "q")),
        tuple(_table_row(row) for row in sorted(rows, key=_by_flag)),
    )


def _height(row: ExaminerRow) -> float | None:
    return row.standardized if row.standardized is not None else row.observed


def _vertical(curve: FunnelCurve, rows: list[ExaminerRow], height: float) -> Scale:
    """The range of the limits at the smallest n that is there, within 0 to 100 %, and of every point."""
    least = min(row.decisions or 0 for row in rows)
    near = min(range(len(curve.n)), key=lambda place: abs(curve.n[place] - least))
    heights = [value for row in rows if (value := _height(row)) is not None]
    low = max(0.0, min(curve.low998[near], *heights, curve.center) - 0.03)
    high = min(1.0, max(curve.high998[near], *heights, curve.center) + 0.03)
    return Scale(low, high, height - _BOTTOM, _TOP)


def _visible(curve: FunnelCurve, x: Scale, values: tuple[float, ...], y: Scale) -> tuple[tuple[float, float], ...]:
    return tuple((x.at(n), y.held(v)) for n, v in zip(curve.n, values, strict=True) if n <= x.high)


def _bands(curve: FunnelCurve, x: Scale, y: Scale) -> Iterator[Item]:
    for low, high, ink in (
        (curve.low998, curve.high998, Ink.BAND_OUTER),
        (curve.low95, curve.high95, Ink.BAND),
    ):
        outline = _visible(curve, x, high, y) + tuple(reversed(_visible(curve, x, low, y)))
        if outline:
            yield Area(outline, ink)


def _limits(curve: FunnelCurve, x: Scale, y: Scale, lang: str) -> Iterator[Item]:
    for values, dash in (
        (curve.low95, Dash.DASHED),
        (curve.high95, Dash.DASHED),
        (curve.low998, Dash.SOLID),
        (curve.high998, Dash.SOLID),
    ):
        yield from (Line(each, Ink.EDGE, 1.0, dash) for each in _inside(curve, values, x, y))
    yield Line(((x.start, y.at(curve.center)), (x.end, y.at(curve.center))), Ink.TEXT, 1.3)
    yield from _end_labels(curve, x, y, lang)


def _inside(
    curve: FunnelCurve, values: tuple[float, ...], x: Scale, y: Scale
) -> Iterator[tuple[tuple[float, float], ...]]:
    """The part of a limit that lies inside the drawing; a limit at the edge is not drawn along it."""
    points = [(n, v) for n, v in zip(curve.n, values, strict=True) if n <= x.high and y.low < v < y.high]
    if len(points) > 1:
        yield tuple((x.at(n), y.at(v)) for n, v in points)


def _end_labels(curve: FunnelCurve, x: Scale, y: Scale, lang: str) -> Iterator[Item]:
    """Limits and the office's rate, named at the right end; names that would touch are set apart."""
    last = max((place for place, n in enumerate(curve.n) if n <= x.high), default=len(curve.n) - 1)
    wanted = [
        (y.held(curve.high998[last]), "99.8%", Ink.TEXT2),
        (y.held(curve.high95[last]), "95%", Ink.TEXT2),
        (y.at(curve.center), say(lang, "funnel_center", rate=rate(curve.center)), Ink.TEXT),
    ]
    below = -1e9
    for position, text, ink in wanted:
        below = max(position, below + 11)
        yield Words(x.end + 6, below + 3, text, ink)


def _mark(row: ExaminerRow, x: Scale, y: Scale) -> Iterator[Item]:
    height = _height(row)
    if height is None or row.decisions is None:
        return
    shape, ink = shape_of(row.flag)
    yield Point(x.at(row.decisions), y.at(height), shape, ink, 6.0 if row.flag is Flag.NONE else 8.0)
    if row.flag is not Flag.NONE:
        yield Words(x.at(row.decisions) + 8, y.at(height) + 3, row.code, Ink.TEXT, bold=True)


def _reading(row: ExaminerRow, x: Scale, y: Scale, lang: str) -> Reading:
    text = say(
        lang,
        "funnel_reading",
        code=row.code,
        n=row.decisions,
        observed=rate(row.observed),
        expected=rate(row.expected),
        flag=say(lang, f"flag_{row.flag}"),
    )
    return Reading(x.at(row.decisions or 0), y.at(_height(row) or 0.0), row.code, text)


def _by_flag(row: ExaminerRow) -> tuple[int, float]:
    order = {Flag.REVIEW: 0, Flag.WATCH: 1, Flag.NONE: 2}
    return order[row.flag], -abs(row.z or 0.0)


def _table_row(row: ExaminerRow) -> tuple[str, ...]:
    return (
        row.code,
        count(row.decisions),
        rate(row.observed),
        rate(row.expected),
        rate(row.shrunk),
        figure(row.z),
        q_value(row.q),
    )
