"""Facts about residence: how long the present stay has gone on, absences, and the day on which the route's years
are reached."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from models.dates.periods import days_missing, length, reached_on, whole_months
from models.errors import Message
from models.evidence.values import Evidence
from models.facts.build import bearing, make, part
from models.facts.status_time import counted_run
from models.facts.stays import Absence, Residence, StayProblem, residence
from models.facts.values import Fact, FactValue, Windows


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The facts of the continuous stay as of ``windows.seen_on``; ``None`` where no stay or status row bears on it."""
    found = residence(evidence, windows.seen_on)
    yield from _length(found, windows)
    yield from _required(found, windows)
    yield from _absences(found, windows.seen_on)
    yield from _work_or_residence(evidence, found, windows)
    away = found.away_since
    how = Message("facts.how_away", {"day": away}) if away else Message("facts.how_not_away")
    yield make("residence.away_since", away, found.rows, how=how if found.known else None)
    yield from _problems(found)


def _length(found: Residence, windows: Windows) -> Iterator[Fact]:
    if not found.known or found.since is None:
        how = Message("facts.how_residence_ended") if found.known else None
        value = 0 if found.known else None
        yield make("residence.years", value, found.rows, how=how)
        yield make("residence.months", value, found.rows, how=how)
        yield make("residence.since", None, found.rows, how=how)
        return
    so_far = length(found.since, windows.seen_on)
    params = {"since": found.since, "seen_on": windows.seen_on, "years": so_far.years, "months": so_far.months}
    how = Message("facts.how_residence_broken" if found.broken_rows else "facts.how_residence", params)
    yield make("residence.years", so_far.years, found.rows, how=how, detail={"months": so_far.months})
    yield make("residence.months", so_far.all_months, found.rows, how=how)
    yield make("residence.since", found.since, (*found.rows, *found.broken_rows), how=how)


def _required(found: Residence, windows: Windows) -> Iterator[Fact]:
    if found.since is None or windows.required_years is None:
        yield make("residence.required_on", None)
        yield make("residence.missing_days", None)
        return
    reached = reached_on(found.since, windows.required_years * 12)
    missing = days_missing(reached, windows.seen_on)
    params: dict[str, object] = {"since": found.since, "years": windows.required_years, "reached": reached}
    params |= {"seen_on": windows.seen_on, "days": missing}
    yield make("residence.required_on", reached, found.rows, how=Message("facts.how_required_on", params))
    yield make("residence.missing_days", missing, found.rows, how=Message("facts.how_missing_days", params))


def _absences(found: Residence, seen_on: date) -> Iterator[Fact]:
    if found.since is None:
        yield make("residence.longest_absence", None)
        yield make("residence.absences", None)
        return
    longest = max(found.absences, key=lambda each: (each.days, each.departed_on), default=None)
    rows = longest.rows if longest else found.rows
    how = (
        Message("facts.how_longest_absence", _journey(longest, seen_on)) if longest else Message("facts.how_no_absence")
    )
    yield make("residence.longest_absence", longest.days if longest else 0, rows, how=how)
    total = sum(each.days for each in found.absences)
    every = tuple(row for each in found.absences for row in each.rows) or found.rows
    params = {"days": total, "count": len(found.absences), "since": found.since}
    yield make("residence.absences", total, every, how=Message("facts.how_absences", params))
    yield from _absence_years(found, found.since, seen_on)


def _absence_years(found: Residence, since: date, seen_on: date) -> Iterator[Fact]:
    away = [(each, Counter(day.year for day in days_away(each, seen_on))) for each in found.absences]
    by_year = sum((years for _, years in away), Counter[int]())
    whole = bearing(found.rows)
    for year in range(since.year, seen_on.year + 1):
        touching = [each for each, years in away if years[year]]
        rows = bearing(row for each in touching for row in each.rows) if touching else whole
        how = Message("facts.how_absences_year", {"year": str(year), "days": by_year[year], "count": len(touching)})
        yield part("residence.absences", str(year), by_year[year], rows, how=how)


def days_away(absence: Absence, seen_on: date) -> list[date]:
    """The whole days outside Japan: those between the day of departure and the day of return."""
    last = absence.entered_on or seen_on + timedelta(days=1)
    span = (last - absence.departed_on).days
    return [absence.departed_on + timedelta(days=number) for number in range(1, span)]


def _journey(absence: Absence, seen_on: date) -> dict[str, object]:
    return {"departed": absence.departed_on, "entered": absence.entered_on or seen_on, "days": absence.days}


def _work_or_residence(evidence: Sequence[Evidence], found: Residence, windows: Windows) -> Iterator[Fact]:
    keys = [f"residence.work_or_residence_{end}" for end in ("years", "since", "on")]
    run = counted_run(evidence, found.since, windows.seen_on) if found.since else None
    if found.since is None or run is None:
        for key in keys:
            yield make(key, None)
        return
    if run.first is None:
        how = Message("facts.how_no_work_status", {"since": found.since})
        values: tuple[FactValue, ...] = (0, None, None)
    else:
        so_far = length(run.first, run.end)
        params: dict[str, object] = {"first": run.first, "last": run.last or windows.seen_on}
        params |= {"years": so_far.years, "months": so_far.months}
        how = Message("facts.how_work_or_residence", params)
        reached = reached_on(run.first, windows.work_years * 12) if windows.work_years else None
        open_or_reached = reached if run.last is None or (reached and reached <= run.end) else None
        values = (whole_months(run.first, run.end) // 12, run.first, open_or_reached)
    for key, value in zip(keys, values, strict=True):
        yield make(key, value, run.rows, how=how)


def _problems(found: Residence) -> Iterator[Fact]:
    value = len(found.problems) if found.known else None
    rows = tuple(row for each in found.problems for row in each.rows)
    how = Message("facts.how_residence_problems", {"count": len(found.problems)}) if found.known else None
    yield make("residence.problems", value, rows, how=how)
    seen: Counter[str] = Counter()
    for each in sorted(found.problems, key=lambda one: (one.on, one.kind)):
        member = f"{each.kind}-{each.on.isoformat()}"
        seen[member] += 1
        yield part(
            "residence.problems",
            member if seen[member] == 1 else f"{member}-{seen[member]}",
            each.kind,
            each.rows,
            how=_problem_words(each),
            detail={"kind": each.kind, "on": each.on, "until": each.until},
        )


def _problem_words(each: StayProblem) -> Message:
    return Message(f"facts.how_{each.kind}", {"on": each.on, "until": each.until or ""})
