"""Drift: the monthly rate with stepped limits (p-chart, Laney 2002); alarms come from the CUSUM, not from it."""

from collections.abc import Iterator
from datetime import date

from models.consistency.values import DriftRow, Flag, MonthPoint, MonthSeries
from reports.charts.axis import Scale, horizontal_grid
from reports.charts.scene import Anchor, Chart, Dash, Ink, Item, Line, Point, Reading, Shape, Words
from reports.charts.words import count, month_text, rate, say

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 16.0, 8.0, 30.0


def drift(
    series: MonthSeries, alarm: DriftRow | None, title: str, lang: str, width: float = 470.0, height: float = 150.0
) -> Chart | None:
    """The months of one series; ``alarm``: the CUSUM of the same series. None where no month can be shown."""
    shown = [point for point in series.points if point.rate is not None]
    if not shown:
        return None
    x = Scale(0.0, max(len(series.points) - 1, 1), _LEFT + 8, width - _RIGHT - 8)
    y = _vertical(shown, height)
    items = [*horizontal_grid(y, _LEFT, width - _RIGHT, 4), *_limits(series, x, y), *_months(series, x, y.start)]
    items += [*_line(series, x, y), *_alarm(series, alarm, x, y)]
    return Chart(
        title,
        width,
        height,
        tuple(items),
        tuple(_reading(point, place, x, y, lang) for place, point in enumerate(series.points)),
        (),
        tuple(say(lang, f"drift_head_{name}") for name in ("month", "n", "rate", "low", "high")),
        tuple((f"{p.month:%Y-%m}", count(p.n), rate(p.rate), rate(p.low), rate(p.high)) for p in series.points),
    )


def _vertical(points: list[MonthPoint], height: float) -> Scale:
    values = [v for p in points for v in (p.rate, p.low, p.high) if v is not None]
    low, high = max(0.0, min(values) - 0.03), min(1.0, max(values) + 0.03)
    return Scale(low, max(high, low + 0.1), height - _BOTTOM, _TOP)


def _limits(series: MonthSeries, x: Scale, y: Scale) -> Iterator[Item]:
    half = (x.at(1) - x.at(0)) / 2
    for name in ("low", "high"):
        for place, point in enumerate(series.points):
            value = getattr(point, name)
            if value is not None:
                at = y.held(value)
                left, right = max(x.at(place) - half, _LEFT), min(x.at(place) + half, x.end + 8)
                yield Line(((left, at), (right, at)), Ink.EDGE, 1.0)
    if series.center is not None:
        yield Line(((_LEFT, y.held(series.center)), (x.end + 8, y.held(series.center))), Ink.EDGE, 1.0, Dash.DASHED)


def _months(series: MonthSeries, x: Scale, bottom: float) -> Iterator[Item]:
    every = max(1, -(-len(series.points) // 12))
    for place, point in enumerate(series.points):
        if place % every == 0:
            yield Words(x.at(place), bottom + 12, str(point.month.month), anchor=Anchor.MIDDLE)
        if point.month.month == 1 or place == 0:
            yield Words(x.at(place), bottom + 24, str(point.month.year), Ink.TEXT, anchor=Anchor.MIDDLE, bold=True)


def _line(series: MonthSeries, x: Scale, y: Scale) -> Iterator[Item]:
    run: list[tuple[float, float]] = []
    for place, point in enumerate(series.points):
        if point.rate is None:
            if len(run) > 1:
                yield Line(tuple(run), Ink.TEXT2, 1.0)
            run = []
        else:
            run.append((x.at(place), y.held(point.rate)))
    if len(run) > 1:
        yield Line(tuple(run), Ink.TEXT2, 1.0)
    for place, point in enumerate(series.points):
        if point.rate is not None:
            yield Point(x.at(place), y.held(point.rate), Shape.RING, Ink.TEXT, 6.0)


def _alarm(series: MonthSeries, alarm: DriftRow | None, x: Scale, y: Scale) -> Iterator[Item]:
    if alarm is None or alarm.flag is Flag.NONE or alarm.at is None:
        return
    place = _place(series, alarm.at)
    if place is None:
        return
    yield Line(((x.at(place), y.end), (x.at(place), y.start)), Ink.TEXT, 0.7)
    value = series.points[place].rate
    if value is not None:
        yield Point(x.at(place), y.held(value), Shape.SQUARE, Ink.REVIEW, 8.0)


def _place(series: MonthSeries, month: date) -> int | None:
    wanted = (month.year, month.month)
    return next((i for i, p in enumerate(series.points) if (p.month.year, p.month.month) == wanted), None)


def _reading(point: MonthPoint, place: int, x: Scale, y: Scale, lang: str) -> Reading:
    month = month_text(point.month, lang)
    if point.rate is None:
        return Reading(x.at(place), y.start, f"{point.month:%Y-%m}", say(lang, "drift_reading_few", month=month))
    text = say(lang, "drift_reading", month=month, n=count(point.n), rate=rate(point.rate))
    return Reading(x.at(place), y.held(point.rate), f"{point.month:%Y-%m}", text)
