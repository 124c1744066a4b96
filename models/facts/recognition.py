"""Facts about the recognition as a refugee or as a person under complementary protection (入管法61条の2)."""

from collections.abc import Iterator, Sequence

from models.dates.periods import reached_on, whole_months
from models.errors import Message
from models.evidence.values import Evidence, Qualification
from models.facts.build import in_order, make
from models.facts.values import Fact, Windows

RECOGNITIONS = frozenset(
    {"recognition", "refugee_recognition", "complementary_protection", "難民認定", "補完的保護対象者"}
)
"""The kinds of qualification rows that are such a recognition."""
_KEYS = ("recognition.since", "recognition.years", "recognition.required_on")


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The first recognition until ``windows.seen_on``, and the day on which the years after it are reached."""
    dated = [
        (row.record.on, row) for row in in_order(evidence) if _is_one(row) and isinstance(row.record, Qualification)
    ]
    begun = [(on, row) for on, row in dated if on is not None and on <= windows.seen_on]
    if not begun:
        for key in _KEYS:
            yield make(key, None)
        return
    since, row = min(begun, key=lambda each: (each[0], each[1].number))
    months = whole_months(since, windows.seen_on)
    params = {"since": since, "seen_on": windows.seen_on, "years": months // 12, "months": months % 12}
    how = Message("facts.how_recognition", params)
    reached = reached_on(since, windows.recognition_years * 12) if windows.recognition_years else None
    for key, value in zip(_KEYS, (since, months // 12, reached), strict=True):
        yield make(key, value, (row,), how=how if value is not None else None)


def _is_one(row: Evidence) -> bool:
    record = row.record
    return (
        row.superseded_by is None and isinstance(record, Qualification) and record.kind.strip().lower() in RECOGNITIONS
    )
