"""Dates as people and offices write them, read strictly: a day that does not exist is refused, never moved."""

import re
import unicodedata
from datetime import date

from models.dates.era import ERAS, Era, last_day
from models.errors import BadInput

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−ー", "-"))
_ERA_NAMES = {name: era for era in ERAS for name in (era.name, era.name[0], era.letter, era.letter.lower())}
_ERA = "|".join(sorted(_ERA_NAMES, key=len, reverse=True))
_MIDNIGHT = r"(?:[T ]?00:00(?::00(?:\.0+)?)?)?"
_YEAR = rf"(?:(?P<e>{_ERA})(?P<n>[0-9]{{1,2}}|元)|(?P<y>[0-9]{{4}}))"
_DAYS = (
    re.compile(rf"{_YEAR}(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s)(?P<d>[0-9]{{1,2}}){_MIDNIGHT}"),
    re.compile(rf"{_YEAR}年(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})日"),
    re.compile(r"(?P<e>)(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
)
_MONTHS = (
    re.compile(rf"{_YEAR}[-/.](?P<m>[0-9]{{1,2}})"),
    re.compile(rf"{_YEAR}年(?P<m>[0-9]{{1,2}})月分?"),
)


def parse_date(text: str) -> date:
    """The day that ``text`` names.

    Read are ``2025-04-01``, ``2025/4/1``, ``2025.4.1``, ``20250401``, ``2025年4月1日``, ``R7.4.1``,
    ``令和7年4月1日`` and ``令和元年5月1日``; digits and letters full-width too. Raises ``BadInput`` that says what
    is wrong: no date at all, a day that the calendar does not have, a day outside its era.
    """
    match = _first_match(_DAYS, text)
    if match is None:
        raise BadInput("dates.not_a_date", value=text)
    try:
        day = date(_year(match), int(match["m"]), int(match["d"]))
    except ValueError:
        raise BadInput("dates.no_such_day", value=text) from None
    if match["e"]:
        _check_era(text, day, _ERA_NAMES[match["e"]])
    return day


def parse_optional(text: str) -> date | None:
    """As ``parse_date``; an empty text is no day. Raises ``BadInput``."""
    return parse_date(text) if text.strip() else None


def parse_month(text: str) -> tuple[int, int]:
    """Year and month of ``2025-05``, ``2025/5``, ``2025年5月``, ``R7.5`` or ``令和7年5月分``. Raises ``BadInput``."""
    match = _first_match(_MONTHS, text)
    if match is None or not 1 <= int(match["m"]) <= 12:
        raise BadInput("dates.not_a_month", value=text)
    return _year(match), int(match["m"])


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS).strip()
    plain = re.sub(r"\s+(?!00:)", "", plain)
    return next((match for pattern in patterns if (match := pattern.fullmatch(plain))), None)


def _year(match: re.Match[str]) -> int:
    if not match["e"]:
        return int(match["y"])
    number = 1 if match["n"] == "元" else int(match["n"])
    return _ERA_NAMES[match["e"]].first_day.year + number - 1


def _check_era(text: str, day: date, era: Era) -> None:
    """A day outside the era it is written in contradicts itself: which half is right is not ours to guess."""
    if not era.first_day <= day <= last_day(era):
        raise BadInput(
            "dates.outside_era", value=text, era=era.name, first=era.first_day, last=last_day(era), western=day
        )
