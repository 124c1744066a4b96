"""Figures, dates and names as a language writes them. The canonical value is one; only its clothes differ."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from models.dates.era import era_of, year_text
from models.facts.values import Fact, FactValue, Unit
from models.letters.values import Figure, FigureKind
from models.letters.wording import Wording
from resources import letters
from resources.letters import readings

_BUDDHIST, _REPUBLIC = 543, -1911
"""Years to add to a Gregorian one: Thailand, Taiwan."""
_ERA_READINGS = {"令和": "れいわ", "平成": "へいせい", "昭和": "しょうわ", "大正": "たいしょう", "明治": "めいじ"}
_PERIOD = re.compile(r"(\d{4})-(\d{2})")


@lru_cache(maxsize=4096)
def day_text(value: date, language: str) -> str:
    """``2026年3月16日`` or ``16 March 2026``: Western digits, the Gregorian year."""
    return _dated("day", value, Wording(language))


def calendar_year(value: int, language: str) -> str:
    """``2025年`` or ``2025``."""
    return Wording(language)["date.year"].replace("{year}", str(value))


def day(value: date, source: str, wording: Wording, *, strong: bool = False) -> Figure:
    """A date."""
    return Figure(FigureKind.DATE, value.isoformat(), day_text(value, wording.language), source, strong=strong)


def day_with_era(value: date, source: str, wording: Wording) -> Figure:
    """A date with the era year in brackets: for the days of application and decision only."""
    text = day_text(value, wording.language)
    era = era_of(value)
    if era is not None:
        local = {
            "{date}": text,
            "{era}": _era_year(value, wording.language),
            "{reign}": f"{era.english} {value.year - era.first_day.year + 1}",
            "{buddhist}": str(value.year + _BUDDHIST),
            "{republic}": str(value.year + _REPUBLIC),
        }
        text = _filled(wording["date.local"], local)
    return Figure(FigureKind.DATE, value.isoformat(), text, source)


def day_with_weekday(value: date, source: str, wording: Wording) -> Figure:
    """A last day: it carries its weekday."""
    weekday = wording[f"weekday.{value.weekday()}"]
    parts = {"{date}": day_text(value, wording.language), "{weekday}": weekday}
    text = _filled(wording["date.last"], parts)
    return Figure(FigureKind.DATE, value.isoformat(), text, source, strong=True)


def weekday(value: date, source: str, wording: Wording) -> Figure:
    """The weekday of a date, alone."""
    return Figure(FigureKind.DATE, value.isoformat(), wording[f"weekday.{value.weekday()}"], source)


def month(year: int, number: int, source: str, wording: Wording) -> Figure:
    """A month, as ``2025年6月`` or ``June 2025``."""
    text = _dated("month", date(year, number, 1), wording)
    return Figure(FigureKind.DATE, f"{year:04d}-{number:02d}", text, source)


def period(value: str, source: str, wording: Wording) -> Figure:
    """A period of a duty: ``2025-06`` is a month, ``2025/1`` stays an instalment."""
    found = _PERIOD.fullmatch(value)
    if found:
        return month(int(found[1]), int(found[2]), source, wording)
    return Figure(FigureKind.DATE, value, value, source)


def count(value: int, source: str) -> Figure:
    """A number of things, in Western digits."""
    return Figure(FigureKind.COUNT, str(value), f"{value:,}", source)


def amount(value: int, source: str) -> Figure:
    """Yen, with thousands."""
    return Figure(FigureKind.AMOUNT, str(value), f"{value:,}", source)


def name(value: str, source: str) -> Figure:
    """A name or number, exactly as it is."""
    return Figure(FigureKind.NAME, value, value, source)


def word(value: str, text: str, source: str) -> Figure:
    """A named value (a status, a route, a duty): one value, a word for it in each language."""
    return Figure(FigureKind.NAME, value, text, source)


def fact_value(fact: Fact, wording: Wording) -> Figure:
    """The value of a fact without its unit (the wording says the unit)."""
    return _valued(fact.value, fact.unit, fact.id, wording)


def fact_with_unit(fact: Fact, wording: Wording) -> Figure:
    """The value of a fact with its unit, for tables and lists."""
    bare = fact_value(fact, wording)
    if not isinstance(fact.value, int) or not wording.has(f"unit.{fact.unit.value}"):
        return bare
    return Figure(bare.kind, bare.value, _with_unit(fact.value, fact.unit.value, wording), bare.source)


def months_as_years(fact: Fact, wording: Wording) -> Figure:
    """A length kept in months, written as years and months (115 is 9年7か月)."""
    whole = fact.value if isinstance(fact.value, int) else 0
    return Figure(FigureKind.COUNT, str(whole), years_and_months(whole, wording), fact.id)


def years_and_months(months: int, wording: Wording) -> str:
    """``9年7か月`` or ``9 years 7 months``."""
    years, rest = divmod(months, 12)
    parts = [_with_unit(number, unit, wording) for number, unit in ((years, "years"), (rest, "months")) if number]
    return wording["date.length"].join(parts) or _with_unit(0, "months", wording)


def _with_unit(value: int, unit: str, wording: Wording) -> str:
    key = f"unit.one.{unit}" if value == 1 and wording.has(f"unit.one.{unit}") else f"unit.{unit}"
    return readings.settled(wording[key].replace("{n}", f"{value:,}"))


def _dated(pattern: str, value: date, wording: Wording) -> str:
    """A date by the language's pattern."""
    parts = {
        "{year}": str(value.year),
        "{m}": str(value.month),
        "{d}": str(value.day),
        "{mm}": f"{value.month:02d}",
        "{dd}": f"{value.day:02d}",
        "{dd-fr}": "1er" if value.day == 1 else str(value.day),
        "{monthday}": readings.day_of_month(value.day),
        "{buddhist}": str(value.year + _BUDDHIST),
        "{republic}": str(value.year + _REPUBLIC),
        "{name}": wording[f"month.{value.month}"],
    }
    return _filled(wording[f"date.{pattern}"], parts)


def _era_year(value: date, language: str) -> str:
    """``令和8年``; in easy Japanese with its readings."""
    said = year_text(value)
    if language != letters.EASY:
        return said
    return readings.annotated(
        f"{said[:2]}《{_ERA_READINGS[said[:2]]}》{said[2:-1].replace('元', '元《がん》')}年《ねん》"
    )


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for slot, text in parts.items():
        pattern = pattern.replace(slot, text)
    return pattern


def canonical(value: FactValue) -> str:
    """A fact's value as it is compared: ISO dates, plain digits, empty where there is none."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _valued(value: FactValue, unit: Unit, source: str, wording: Wording) -> Figure:
    if value is None:
        return Figure(FigureKind.NAME, "", wording["fact.no_record"], source)
    if isinstance(value, date):
        return day(value, source, wording)
    if isinstance(value, int):
        return amount(value, source) if unit is Unit.YEN else count(value, source)
    return word(value, wording.word("status", value), source)
