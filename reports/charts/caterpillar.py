"""The caterpillar plot: shrunk differences from the office with their intervals."""

from collections.abc import Iterator, Sequence

from models.consistency.values import CaterpillarRow, Flag, Report
from reports.charts.axis import Scale, bottom_ticks, signed
from reports.charts.scene import Anchor, Chart, Ink, Item, Key, Line, Point, Reading, Shape, Words
from reports.charts.words import count, flag_keys, rate, say, shape_of

_LEFT, _RIGHT, _TOP, _BOTTOM, _ROW = 72.0, 16.0, 6.0, 38.0, 14.0
_LEAST_REACH = 0.05
"""The axis never shows less than five points to each side: nothing must look large that is not."""


def chosen(bars: Sequence[CaterpillarRow], most: int) -> list[CaterpillarRow]:
    """At most so many bars, sorted by the shrunk estimate: everybody outside and at the edge, and of the others at even steps."""
    marked = sorted((bar for bar in bars if bar.flag is not Flag.NONE), key=lambda bar: bar.flag is Flag.WATCH)[:most]
    others = sorted((bar for bar in bars if bar.flag is Flag.NONE), key=lambda bar: bar.shrunk)
    room = min(most - len(marked), len(others))
    steps = [others[place * (len(others) - 1) // max(room - 1, 1)] for place in range(room)]
    return sorted((*marked, *steps), key=lambda bar: bar.shrunk)


def caterpillar(
    report: Report, lang: str, width: float = 470.0, row_height: float = _ROW, most: int = 10_000
) -> Chart | None:
    """The bars, sorted by the shrunk estimate; the height follows their number. None without examiners."""
    bars = chosen(report.charts.caterpillar, most)
    curve = report.charts.funnel
    if not bars or curve is None:
        return None
    bottom = _TOP + row_height * len(bars)
    reach = max(
        _LEAST_REACH,
        *(max(abs(bar.low - curve.center), abs(bar.high - curve.center), abs(bar.raw - curve.center)) for bar in bars),
    )
    x = Scale(-reach * 102, reach * 102, _LEFT, width - _RIGHT)
    items: list[Item] = [Line(((x.at(v), _TOP), (x.at(v), bottom)), Ink.GRID, 0.6) for v in x.ticks()]
    items.append(Line(((x.at(0), _TOP), (x.at(0), bottom)), Ink.TEXT, 1.0))
    items += bottom_ticks(x, bottom, signed)
    items.append(Words((x.start + x.end) / 2, bottom + 30, say(lang, "caterpillar_x"), anchor=Anchor.MIDDLE))
    heights = [_TOP + row_height * (place + 0.5) for place in range(len(bars))]
    for bar, y in zip(bars, heights, strict=True):
        items += _bar(bar, curve.center, x, y)
    return Chart(
        say(lang, "caterpillar_title"),
        width,
        bottom + _BOTTOM,
        tuple(items),
        tuple(_reading(bar, curve.center, x, y, lang) for bar, y in zip(bars, heights, strict=True)),
        (
            Key(Shape.DISC, Ink.TEXT2, say(lang, "caterpillar_key_shrunk")),
            Key(Shape.TICK, Ink.GHOST, say(lang, "caterpillar_key_raw")),
            *flag_keys(lang)[1:],
        ),
        tuple(say(lang, f"caterpillar_head_{name}") for name in ("code", "n", "shrunk", "low", "high", "raw")),
        tuple(
            (bar.code, count(bar.decisions), rate(bar.shrunk), rate(bar.low), rate(bar.high), rate(bar.raw))
            for bar in bars
        ),
    )


def _bar(bar: CaterpillarRow, center: float, x: Scale, y: float) -> Iterator[Item]:
    def at(value: float) -> float:
        return x.held((value - center) * 100)

    shape, ink = shape_of(bar.flag)
    line = Ink.TEXT2 if bar.flag is Flag.NONE else ink
    yield Words(4, y + 3, bar.code, Ink.TEXT, bold=bar.flag is not Flag.NONE)
    yield Words(_LEFT - 8, y + 3, count(bar.decisions), anchor=Anchor.END)
    yield Line(((at(bar.low), y), (at(bar.high), y)), line, 1.2)
    yield Point(at(bar.raw), y, Shape.TICK, Ink.GHOST, 8.0)
    yield Point(at(bar.shrunk), y, Shape.DISC if bar.flag is Flag.NONE else shape, line, 6.0)


def _reading(bar: CaterpillarRow, center: float, x: Scale, y: float, lang: str) -> Reading:
    text = say(
        lang,
        "caterpillar_reading",
        code=bar.code,
        n=bar.decisions,
        points=signed((bar.shrunk - center) * 100, 1),
        low=signed((bar.low - center) * 100, 1),
        high=signed((bar.high - center) * 100, 1),
    )
    return Reading(x.held((bar.shrunk - center) * 100), y, bar.code, text)
