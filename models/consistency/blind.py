"""The office's own blind readings as columns: what a calibration recorded, of the cases that a report is about."""

from collections.abc import Iterable

from models.calibration.values import Given
from models.consistency import registers
from models.consistency.inputs import Assessments, Options


def of(given: Iterable[Given], options: Options) -> Assessments | None:
    """The readings of cases decided in the period, of the kind and the unit; None where there is none. Cases and readers
    become numbers here."""
    cases: dict[str, int] = {}
    readers: dict[str, int] = {}
    rows = [
        {
            "unit": str(cases.setdefault(each.case, len(cases))),
            "rater": str(readers.setdefault(each.reader, len(readers))),
            "item": each.item,
            "value": each.value,
        }
        for each in given
        if _is_about(each, options)
    ]
    return registers.read_assessments(rows) if rows else None


def _is_about(each: Given, options: Options) -> bool:
    inside = (options.from_ is None or options.from_ <= each.decided_on) and (
        options.to is None or each.decided_on <= options.to
    )
    return inside and options.kind in (None, each.kind) and options.unit in (None, each.unit)
