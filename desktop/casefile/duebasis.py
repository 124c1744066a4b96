"""Why a month or instalment is due on its day: the law's rule, a closed day, or the municipality's table. No Qt."""

from datetime import date

from desktop.casefile import words
from desktop.casefile.months import Cell
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from models.dates.calendar import holiday_name, is_closed
from models.dates.periods import add_months, end_of_month
from models.duedates import rules
from models.duedates.values import DueDate
from models.evidence.values import Duty

_SATURDAY, _SUNDAY = 5, 6


def why(cell: Cell, file: CaseFile, lang: str) -> str:
    """One phrase, or nothing where neither the law nor a table says the day."""
    if cell.due_on is None or not cell.period:
        return ""
    if cell.duty == Duty.NATIONAL_PENSION:
        return _by_law(cell, cell.due_on, lang)
    row = next((each for each in file.due_dates if _speaks_of(each, cell)), None)
    if row is None:
        return ""
    if row.due_on != cell.due_on:
        return say("due_differs", lang, day=words.day_with_weekday(row.due_on, lang))
    key = "due_of_table_verify" if row.verify else "due_of_table"
    return say(key, lang, municipality=row.municipality, source=row.source)


def _by_law(cell: Cell, due: date, lang: str) -> str:
    """The last day of the next month, moved past closed days (国民年金法91条)."""
    day = rules.by_law(Duty.NATIONAL_PENSION, cell.period)
    if day is None:
        return ""
    if day != due:
        return say("due_differs", lang, day=words.day_with_weekday(day, lang))
    last = end_of_month(add_months(date(cell.year, cell.month, 1), 1))
    if not is_closed(last):
        return say("due_last_day", lang)
    return say("due_moved", lang, day=words.month_day(last, lang), why=_closed(last, lang))


def _closed(day: date, lang: str) -> str:
    name = holiday_name(day)
    if day.weekday() in (_SATURDAY, _SUNDAY):
        return say("closed.saturday" if day.weekday() == _SATURDAY else "closed.sunday", lang)
    if name and lang == "ja":
        return name
    return say("closed.holiday" if name else "closed.year_end", lang)


def _speaks_of(row: DueDate, cell: Cell) -> bool:
    year, slash, number = cell.period.partition("/")
    return bool(slash) and (row.duty.value, row.fiscal_year, row.instalment) == (cell.duty, int(year), int(number))
