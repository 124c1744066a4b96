"""Agreement by criterion: alpha with its 95 % interval, and where it could not be computed, why."""

from collections.abc import Callable, Iterator

from models.consistency.values import AgreementRow, Report
from reports.charts.axis import Scale, bottom_ticks
from reports.charts.scene import Anchor, Chart, Dash, Ink, Item, Line, Point, Reading, Shape, Words
from reports.charts.words import count, figure, rate, room_for, say, shortened

_RIGHT, _TOP, _BOTTOM, _ROW = 44.0, 6.0, 38.0, 22.0
MARKS = (0.667, 0.8)
"""Krippendorff's bounds for tentative and for firm conclusions (2004, p. 241)."""


def agreement(
    report: Report, lang: str, title_of: Callable[[str], str], width: float = 470.0, row_height: float = _ROW
) -> Chart | None:
    """A row per item; ``title_of`` names a criterion in the reader's language. None without readings."""
    rows = report.agreement
    if not rows:
        return None
    lows = [row.alpha_low if row.alpha_low is not None else row.alpha for row in rows]
    least = min([0.0, *(value for value in lows if value is not None)])
    label = min(max(max(room_for(_title(row, title_of, lang)) for row in rows) + 20.0, 100.0), width * 0.4)
    x = Scale(max(-1.0, least), 1.0, label, width - _RIGHT)
    bottom = _TOP + row_height * len(rows)
    items: list[Item] = [Line(((x.at(v), _TOP), (x.at(v), bottom)), Ink.GRID, 0.6) for v in x.ticks(5)]
    items += [Line(((x.at(v), _TOP), (x.at(v), bottom)), Ink.EDGE, 1.0, Dash.DASHED) for v in MARKS]
    items += bottom_ticks(x, bottom, "{:.1f}".format, 5)
    items.append(Words((x.start + x.end) / 2, bottom + 30, say(lang, "agreement_x"), anchor=Anchor.MIDDLE))
    heights = [_TOP + row_height * (place + 0.5) for place in range(len(rows))]
    for row, y in zip(rows, heights, strict=True):
        items += _row(row, x, y, width, _title(row, title_of, lang), lang)
    return Chart(
        say(lang, "agreement_title"),
        width,
        bottom + _BOTTOM,
        tuple(items),
        tuple(_reading(row, x, y, _title(row, title_of, lang), lang) for row, y in zip(rows, heights, strict=True)),
        (),
        tuple(
            say(lang, f"agreement_head_{name}")
            for name in ("item", "units", "raters", "percent", "alpha", "interval", "ac1", "kappa")
        ),
        tuple(_table_row(row, _title(row, title_of, lang)) for row in rows),
    )


def _title(row: AgreementRow, title_of: Callable[[str], str], lang: str) -> str:
    return title_of(row.item) if row.item else say(lang, "agreement_all")


def is_low(row: AgreementRow) -> bool:
    """Whether the whole interval lies under the lower bound: the reading of the criterion differs by reader."""
    return row.alpha_high is not None and row.alpha_high < MARKS[0]


def _row(row: AgreementRow, x: Scale, y: float, width: float, title: str, lang: str) -> Iterator[Item]:
    yield Words(4, y + 3, shortened(title, x.start - 10), Ink.TEXT, bold=is_low(row))
    if row.alpha is None:
        why = say(lang, row.why) if row.why else say(lang, "agreement_none")
        yield Words(x.start + 6, y + 3, why)
        return
    if row.alpha_low is not None and row.alpha_high is not None:
        low, high = x.held(row.alpha_low), x.held(row.alpha_high)
        yield Line(((low, y), (high, y)), Ink.TEXT2, 1.2)
        for end in (low, high):
            yield Line(((end, y - 4), (end, y + 4)), Ink.TEXT2, 1.2)
    yield Point(x.held(row.alpha), y, Shape.SQUARE if is_low(row) else Shape.DISC, Ink.TEXT, 7.0)
    yield Words(width - 4, y + 3, figure(row.alpha), Ink.TEXT, anchor=Anchor.END, bold=is_low(row))


def _reading(row: AgreementRow, x: Scale, y: float, title: str, lang: str) -> Reading:
    text = say(
        lang,
        "agreement_reading",
        item=title,
        alpha=figure(row.alpha),
        low=figure(row.alpha_low),
        high=figure(row.alpha_high),
        units=count(row.units),
    )
    return Reading(x.held(row.alpha or 0.0), y, row.item, text)


def _table_row(row: AgreementRow, title: str) -> tuple[str, ...]:
    interval = f"{figure(row.alpha_low)}–{figure(row.alpha_high)}" if row.alpha_low is not None else "–"
    return (
        title,
        count(row.units),
        count(row.raters),
        rate(row.percent),
        figure(row.alpha),
        interval,
        figure(row.ac1),
        figure(row.kappa),
    )


def row_fitting(report: Report, height: float) -> float:
    """The row height with which the chart fits a height, as far as rows can still be read."""
    return min(_ROW, max(14.0, (height - _TOP - _BOTTOM) / max(len(report.agreement), 1)))
