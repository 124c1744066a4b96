"""A rate as a hundred people: filled discs and rings, ten in a row."""

from reports.charts.scene import Chart, Ink, Item, Key, Point, Shape, Words
from reports.charts.words import say

_STEP, _LEFT, _TOP = 15.0, 10.0, 10.0


def hundred(rate: float, lang: str, width: float = 482.0) -> Chart:
    """So many of a hundred were granted; shape says which, colour repeats it."""
    filled = round(rate * 100)
    items: list[Item] = [
        Point(
            _LEFT + _STEP * (place % 20),
            _TOP + _STEP * (place // 20),
            Shape.DISC if place < filled else Shape.RING,
            Ink.ACCENT if place < filled else Ink.TEXT2,
            9.0,
        )
        for place in range(100)
    ]
    large = say(lang, "bulletin_hundred", number=filled)
    items.append(Words(_LEFT + _STEP * 20 + 14, _TOP + _STEP * 2 + 6, large, Ink.TEXT, 15.0, bold=True))
    keys = (
        Key(Shape.DISC, Ink.ACCENT, say(lang, "bulletin_granted")),
        Key(Shape.RING, Ink.TEXT2, say(lang, "bulletin_refused")),
    )
    return Chart(say(lang, "bulletin_outcome_question"), width, _TOP + _STEP * 5, tuple(items), (), keys, (), ())
