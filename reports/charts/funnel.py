"""The funnel plot: adjusted rate against the number of decisions (Spiegelhalter 2005)."""

from collections.abc import Iterator
from dataclasses import replace

from models.consistency.values import ExaminerRow, Flag, FunnelCurve, Report
from reports.charts.axis import Scale, bottom_ticks, horizontal_grid
from reports.charts.scene import Anchor, Area, Chart, Dash, Ink, Item, Line, Point, Reading, Words
from reports.charts.words import count, figure, flag_keys, q_value, rate, say, shape_of

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 64.0, 8.0, 40.0
_MOST_LABELS = 30
_STEPS = (0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0)
_SMALL_LEFT, _SMALL_RIGHT, _SMALL_BOTTOM = 34.0, 8.0, 22.0


def small(report: Report, lang: str, width: float, height: float) -> Chart | None:
    """The funnel without names and titles, for the first page."""
    curve, rows = report.charts.funnel, _shown(report)
    if curve is None or not rows:
        return None
    x = Scale(0.0, max(row.decisions or 0 for row in rows) * 1.04, _SMALL_LEFT, width - _SMALL_RIGHT)
    y = _vertical(curve, rows, height - _SMALL_BOTTOM)
    items = [*_bands(curve, x, y), *horizontal_grid(y, _SMALL_LEFT, x.end, 4)]
    items.append(Line(((x.start, y.at(curve.center)), (x.end, y.at(curve.center))), Ink.TEXT, 1.1))
    items += [*bottom_ticks(x, y.start, about=4), Line(((x.start, y.start), (x.end, y.start)), Ink.EDGE)]
    items += [replace(point, size=point.size * 0.75) for row in rows for point in _point(row, x, y)]
    return Chart(say(lang, "mini_title"), width, height, tuple(items), (), (), (), ())


def _shown(report: Report) -> list[ExaminerRow]:
    return [row for row in report.examiners if row.decisions is not None and _height(row) is not None]


def funnel(report: Report, lang: str, width: float = 470.0, height: float = 300.0) -> Chart | None:
    """The funnel of a report, or None where it has no examiner part."""
    curve = report.charts.funnel
    rows = _shown(report)
    if curve is None or not rows:
        return None
    x = Scale(0.0, max(row.decisions or 0 for row in rows) * 1.04, _LEFT, width - _RIGHT)
    y = _vertical(curve, rows, height - _BOTTOM)
    items = [*_bands(curve, x, y), *horizontal_grid(y, _LEFT, x.end), *_limits(curve, x, y, lang)]
    items += [*bottom_ticks(x, y.start), Line(((_LEFT, y.start), (x.end, y.start)), Ink.EDGE)]
    items.append(Words((x.start + x.end) / 2, height - 8, say(lang, "funnel_x"), anchor=Anchor.MIDDLE))
    items += [point for row in sorted(rows, key=_by_flag, reverse=True) for point in _point(row, x, y)]
    items += _labels(rows, x, y)
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


def _vertical(curve: FunnelCurve, rows: list[ExaminerRow], bottom: float) -> Scale:
    """The range of the limits at the smallest n that is there, within 0 to 100 %, and of every point."""
    least = min(row.decisions or 0 for row in rows)
    near = min(range(len(curve.n)), key=lambda place: abs(curve.n[place] - least))
    heights = [value for row in rows if (value := _height(row)) is not None]
    low = max(0.0, min(curve.low998[near], *heights, curve.center) - 0.03)
    high = min(1.0, max(curve.high998[near], *heights, curve.center) + 0.03)
    return Scale(low, high, bottom, _TOP)


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


def _point(row: ExaminerRow, x: Scale, y: Scale) -> Iterator[Point]:
    height = _height(row)
    if height is not None and row.decisions is not None:
        shape, ink = shape_of(row.flag)
        yield Point(x.at(row.decisions), y.at(height), shape, ink, 6.0 if row.flag is Flag.NONE else 8.0)


def _labels(rows: list[ExaminerRow], x: Scale, y: Scale) -> Iterator[Item]:
    """Codes of those outside and at the edge, from the most distant on; names that would touch move, with a leader line. At the
    edge only where there is room: a name over a crowd of points cannot be read, and the table has it."""
    taken: list[tuple[float, float]] = []
    points = [(x.at(row.decisions or 0), y.at(_height(row) or 0.0)) for row in rows]
    for row in sorted((row for row in rows if row.flag is not Flag.NONE), key=_by_flag)[:_MOST_LABELS]:
        at = (x.at(row.decisions or 0), y.at(_height(row) or 0.0))
        left = at[0] + 8 + 26 > x.end
        start = (at[0] - 8 - 24 if left else at[0] + 8, at[1] + 3)
        clear = (step for step in _STEPS if not _touches(start[0], start[1] + step, taken))
        most = 0 if row.flag is Flag.WATCH else 2
        quiet = [step for step in clear if _covers(start[0], start[1] + step, points) <= most]
        if not quiet and row.flag is Flag.WATCH:
            continue
        free = quiet[0] if quiet else 0.0
        taken.append((start[0], start[1] + free))
        if free:
            yield Line((at, (start[0] + (24 if left else -1), start[1] + free - 3)), Ink.EDGE, 0.6)
        yield Words(start[0], start[1] + free, row.code, Ink.TEXT, bold=True)


def _touches(x: float, y: float, taken: list[tuple[float, float]]) -> bool:
    return any(abs(x - other) < 26 and abs(y - place) < 9.5 for other, place in taken)


def _covers(x: float, y: float, points: list[tuple[float, float]]) -> int:
    """How many points a name would lie on; its own is beside it."""
    return sum(x - 2 < other < x + 26 and y - 11 < place < y + 4 for other, place in points)


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
