"""Facts about income, as plain figures: nothing is published that a figure would have to reach."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import Message
from models.evidence.values import Evidence, Income
from models.facts.build import in_order, make, part
from models.facts.values import Fact, Windows


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """Income by calendar year in yen; a year on which rows contradict each other has no figure and is shown."""
    years = {year: rows for year, rows in _by_year(evidence).items() if year <= windows.seen_on.year}
    every = [row for rows in years.values() for row in rows]
    figures = {year: _agreed(rows) for year, rows in years.items()}
    known = [figure for figure in figures.values() if figure is not None]
    how = Message("facts.how_income_years", {"count": len(years)}) if years else None
    yield make("income.years", len(years) if years else None, every, how=how)
    for year, rows in years.items():
        yield _year(year, figures[year], rows)
    open_years = [year for year, figure in figures.items() if figure is None]
    how = Message("facts.how_income_problems", {"count": len(open_years)}) if years else None
    contradicting = [row for year in open_years for row in years[year]]
    yield make("income.problems", len(open_years) if years else None, contradicting, how=how)
    how = Message("facts.how_income_average", {"count": len(known), "total": sum(known)}) if known else None
    yield make("income.average", sum(known) // len(known) if known else None, every, how=how)
    yield from _latest(years, figures)


def _by_year(evidence: Sequence[Evidence]) -> dict[int, list[Evidence]]:
    """The rows that speak for each year: those of the newest as-of date."""
    found: dict[int, list[Evidence]] = {}
    for row in in_order(evidence):
        if row.superseded_by is None and isinstance(row.record, Income):
            found.setdefault(row.record.year, []).append(row)
    return {year: _newest(found[year]) for year in sorted(found)}


def _newest(rows: Sequence[Evidence]) -> list[Evidence]:
    as_of = max(str(row.as_of or "") for row in rows)
    return [row for row in rows if str(row.as_of or "") == as_of]


def _record(row: Evidence) -> Income:
    if not isinstance(row.record, Income):
        raise TypeError(row.id)
    return row.record


def _agreed(rows: Sequence[Evidence]) -> int | None:
    figures = {_record(row).income for row in rows}
    return figures.pop() if len(figures) == 1 else None


def _year(year: int, figure: int | None, rows: Sequence[Evidence]) -> Fact:
    which = "how_income" if figure is not None else "how_income_contradicting"
    params = {"year": str(year), "count": len(rows)}
    detail = {"year": year, "dependants": _record(rows[-1]).dependants}
    return part("income.years", str(year), figure, rows, how=Message(f"facts.{which}", params), detail=detail)


def _latest(years: Mapping[int, Sequence[Evidence]], figures: Mapping[int, int | None]) -> Iterator[Fact]:
    if not years:
        yield make("income.latest", None)
        yield make("income.dependants", None)
        return
    year = max(years)
    how = Message("facts.how_income_latest", {"year": str(year)})
    yield make("income.latest", figures[year], years[year], how=how)
    dependants = {_record(row).dependants for row in years[year]}
    agreed = dependants.pop() if len(dependants) == 1 else None
    yield make("income.dependants", agreed, years[year], how=how if agreed is not None else None)
