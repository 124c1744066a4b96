"""Japanese eras: the table, and a date written with its era."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, its letter on forms, its English name and its first day."""

    name: str
    letter: str
    english: str
    first_day: date


ERAS: tuple[Era, ...] = (
    Era("令和", "R", "Reiwa", date(2019, 5, 1)),
    Era("平成", "H", "Heisei", date(1989, 1, 8)),
    Era("昭和", "S", "Showa", date(1926, 12, 25)),
    Era("大正", "T", "Taisho", date(1912, 7, 30)),
    Era("明治", "M", "Meiji", date(1868, 1, 25)),
)
"""Newest first. A coming era is one more line at the top (元号法; the first days by the cabinet orders)."""


def era_of(day: date) -> Era | None:
    """The era that ``day`` falls into; None before the first of the table."""
    return next((era for era in ERAS if era.first_day <= day), None)


def last_day(era: Era) -> date:
    """The last day of an era; the end of the calendar for the present one."""
    place = ERAS.index(era)
    return date.fromordinal(ERAS[place - 1].first_day.toordinal() - 1) if place else date.max


def year_text(day: date) -> str:
    """``令和8年``; 元年 for the first year; the plain year before the table begins."""
    era = era_of(day)
    if era is None:
        return f"{day.year}年"
    number = day.year - era.first_day.year + 1
    return f"{era.name}{'元' if number == 1 else number}年"


def with_era(day: date) -> str:
    """``2026年3月16日（令和8年）``, as the letter writes the days of application and decision."""
    return f"{day.year}年{day.month}月{day.day}日（{year_text(day)}）"


def in_era(day: date) -> str:
    """``令和8年3月16日``."""
    return f"{year_text(day)}{day.month}月{day.day}日"
