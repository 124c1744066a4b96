"""The charts that stand in the third pane, one at a time, drawn for the size that they get."""

from typing import TYPE_CHECKING

from desktop.consistency.chartview import Make

if TYPE_CHECKING:
    from reports.consistency.context import Context


def chosen(key: str, words: "Context") -> Make:
    """The chart of a section (``agreement``, ``criteria``, ``reasons``, ``noise``, ``drift``)."""
    from reports.charts import agreement, bars, drift
    from reports.consistency.change import drift_series

    report, lang, title_of = words.report, words.lang, words.title_of
    series, alarm, title = drift_series(words)
    makes: dict[str, Make] = {
        "agreement": lambda width, height: agreement.agreement(
            report, lang, title_of, width, agreement.row_fitting(report, height)
        ),
        "criteria": lambda width, height: bars.criteria(report, lang, title_of, width, height=height),
        "reasons": lambda width, height: bars.reasons(report, lang, title_of, width, height=height),
        "noise": lambda width, _height: bars.noise(report, lang, width),
        "drift": lambda width, height: drift.drift(series, alarm, title, lang, width, max(height, 120.0)),
    }
    return makes[key]
