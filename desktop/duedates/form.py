"""A fiscal year's due days as typed, what stands against them, and which years a filter shows. Plain Python; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.dates.parse import parse_date
from models.duedates import rules
from models.duedates.values import Effect, Year
from models.errors import BadInput, Message
from models.evidence.values import Duty

DUTIES = rules.SET_BY_TOWNS
_DIGITS = 9
"""No year has so many: what is longer is no figure that one reads."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields; the days one a line, in the order of the instalments."""

    municipality: str = ""
    duty: Duty = DUTIES[0]
    fiscal_year: str = ""
    days: str = ""
    source: str = ""
    as_of: str = ""
    verify: bool = False

    def year(self) -> Year:
        """The year that it says. Raises ``BadInput`` naming the field's fault."""
        if not self.fiscal_year.strip().isdecimal() or len(self.fiscal_year.strip()) > _DIGITS:
            raise BadInput("duedates.year_unreadable")
        lines = [(at, each.strip()) for at, each in enumerate(self.days.splitlines(), 1) if each.strip()]
        days = tuple((n, _day(at, text)) for n, (at, text) in enumerate(lines, 1))
        as_of = parse_date(self.as_of) if self.as_of.strip() else None
        year = Year(
            self.municipality.strip(), self.duty, int(self.fiscal_year), days, self.source.strip(), as_of, self.verify
        )
        rules.check_year(year)
        return year

    def problem(self) -> Message | None:
        """The first thing that stands against it."""
        try:
            self.year()
        except BadInput as error:
            return error.message
        return None


def _day(line: int, text: str) -> date:
    try:
        return parse_date(text)
    except BadInput as error:
        raise BadInput("duedates.day_unreadable", line=line, text=text) from error


def typed(year: Year) -> Typed:
    """A year as it would be typed."""
    days = "\n".join(day.isoformat() for _, day in year.days)
    as_of = year.as_of.isoformat() if year.as_of else ""
    return Typed(year.municipality, year.duty, str(year.fiscal_year), days, year.source, as_of, year.verify)


def following(year: Year) -> Typed:
    """The fiscal year after it, its days still to be typed."""
    return Typed(year.municipality, year.duty, str(year.fiscal_year + 1))


@dataclass(frozen=True, slots=True)
class Filter:
    """Which years are shown: words of town or source, a duty, only what is still to be checked."""

    words: str = ""
    duty: Duty | None = None
    to_verify: bool = False

    def fits(self, year: Year) -> bool:
        """Whether a year is shown."""
        said = f"{year.municipality} {year.fiscal_year} {year.source}".casefold()
        words = all(each in said for each in self.words.casefold().split())
        return words and self.duty in (None, year.duty) and (year.verify or not self.to_verify)


def fitting(years: Iterable[Year], flt: Filter) -> tuple[Year, ...]:
    """The years that are shown, the newest of each town first."""
    shown = [each for each in years if flt.fits(each)]
    return tuple(sorted(shown, key=lambda each: (each.municipality, each.duty.value, -each.fiscal_year)))


def cases_of(effects: Iterable[Effect]) -> int:
    """How many cases the effects are of."""
    return len({each.case for each in effects})
