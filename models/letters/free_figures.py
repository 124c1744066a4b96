"""Figures in a person's own text, compared with the record: a date or number that nothing in the case says is pointed out.

It is a warning, not a block: a person may count, round or name a day that no row holds. But a slip of the pen in a reason
makes a letter that its own facts contradict.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from models.casefile.values import CaseFile
from models.dates.era import ERAS

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_ERAS = {era.name: era.first_day.year - 1 for era in ERAS}
_DAY = re.compile(rf"(?:(\d{{4}})|({'|'.join(_ERAS)})(\d{{1,2}}|元))年(\d{{1,2}})月(?:(\d{{1,2}})日)?")
_NUMBER = re.compile(r"(\d[\d,]*)(?=か月|ヶ月|カ月|箇月|月分|年|日|円|回|件)")
_FIRST_YEAR = 1900


def unknown(text: str, file: CaseFile) -> tuple[str, ...]:
    """The dates and numbers of a text that the case does not hold, as they are written."""
    known = values_of(file)
    return tuple(dict.fromkeys(shown for shown, value in figures_in(text) if value not in known))


def figures_in(text: str) -> Iterator[tuple[str, str]]:
    """Each date, month and number with a unit: as written, and canonical (``2025-06-30``, ``2025-06``, ``24``)."""
    plain = text.translate(_DIGITS)
    rest = plain
    for found in _DAY.finditer(plain):
        yield text[found.start() : found.end()], _canonical(found)
        rest = rest.replace(found.group(), "、", 1)
    for found in _NUMBER.finditer(rest):
        number = found.group(1).replace(",", "")
        if not number.startswith("0"):
            yield found.group(1), number


def values_of(file: CaseFile) -> frozenset[str]:
    """Every date and number of a case: its own days, its facts with their windows and parts, its rows, its rules."""
    return frozenset(text for value in _values(file) for text in _texts(value))


def _canonical(found: re.Match[str]) -> str:
    western, era, era_year, month, day = found.groups()
    year = int(western) if western else _ERAS[era] + (1 if era_year == "元" else int(era_year))
    return f"{year:04d}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _values(file: CaseFile) -> Iterable[object]:
    case, framework = file.case, file.framework
    yield from (case.received_on, case.due_on, case.applicant.born_on, case.applicant.stay_until, file.seen_on)
    yield from (framework.in_force_from, framework.in_force_until)
    yield from (each.for_route(case.route) for each in framework.parameters)
    for fact in file.facts:
        yield fact.value
        yield fact.as_of
        yield from fact.detail.values()
        if fact.window:
            yield from (fact.window.start, fact.window.end)
    for piece in file.evidence:
        yield piece.as_of
        yield from piece.values.values()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, date):
        yield from (value.isoformat(), f"{value:%Y-%m}", str(value.year))
    elif isinstance(value, int):
        yield str(value)
        if value >= 12 and value < _FIRST_YEAR:
            yield from (str(value // 12), str(value % 12))
    elif isinstance(value, str) and value[:4].isdigit():
        yield from (value, value[:7], value[:4])
