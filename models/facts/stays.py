"""Stays and statuses merged into one continuous residence. Contradictions are listed, never guessed away.

A stay goes on through an absence as long as a status of residence covers it (a re-entry). It breaks where a day had no
status, or where the status ended while the person was away and a new one began with the entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from models.evidence.values import Evidence, StatusPeriod, Stay
from models.facts.build import in_order

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both included (``None``: open), and the rows that say so."""

    first: date
    last: date | None
    rows: tuple[Evidence, ...]

    @property
    def end(self) -> date:
        """The last day, or the end of the calendar."""
        return self.last or date.max

    def holds(self, first: date, last: date) -> bool:
        """Whether all days from ``first`` to ``last`` lie in it."""
        return self.first <= first and last <= self.end


@dataclass(frozen=True, slots=True)
class Absence:
    """A journey: the day of departure, the day of return (``None``: not back), and the whole days spent outside
    Japan."""

    departed_on: date
    entered_on: date | None
    days: int
    rows: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class StayProblem:
    """Rows that do not fit together, or are missing: ``kind`` is the message, ``on`` the day it is seen at."""

    kind: str
    on: date
    rows: tuple[Evidence, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Residence:
    """The present continuous stay. ``since`` is ``None`` when there is none (left, and the status ended)."""

    known: bool
    since: date | None
    away_since: date | None
    absences: tuple[Absence, ...]
    problems: tuple[StayProblem, ...]
    rows: tuple[Evidence, ...]
    broken_rows: tuple[Evidence, ...]


def statuses_of(evidence: Iterable[Evidence], seen_on: date) -> list[Evidence]:
    """The status rows in force that have begun by ``seen_on``, oldest first."""
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, StatusPeriod)]
    return sorted(
        (row for row in rows if status(row).from_ <= seen_on), key=lambda row: (status(row).from_, row.number)
    )


def status(row: Evidence) -> StatusPeriod:
    """The typed record of a status row. Raises ``TypeError`` for another row."""
    if not isinstance(row.record, StatusPeriod):
        raise TypeError(row.id)
    return row.record


def stay(row: Evidence) -> Stay:
    """The typed record of a stay row. Raises ``TypeError`` for another row."""
    if not isinstance(row.record, Stay):
        raise TypeError(row.id)
    return row.record


def residence(evidence: Sequence[Evidence], seen_on: date) -> Residence:
    """The continuous stay as of ``seen_on``, from the rows in force."""
    statuses = statuses_of(evidence, seen_on)
    cover, status_problems = _coverage(statuses)
    presence, stay_problems = _presence(_stays_of(evidence, seen_on), seen_on)
    if not presence and not cover:
        return Residence(False, None, None, (), (), (), ())
    problems = [*status_problems, *stay_problems, *_missing(presence, cover, seen_on)]
    presence = presence or [*cover[:-1], Span(cover[-1].first, None, cover[-1].rows)]
    away = presence[-1].last if presence[-1].last and presence[-1].end < seen_on else None
    since = None if _ended(presence, cover, seen_on) else _since(presence, cover)
    if since is None:
        rows = tuple({row.id: row for row in (*presence[-1].rows, *statuses[-1:])}.values())
        return Residence(True, None, away, (), tuple(problems), rows, ())
    rows = _rows_from(presence, statuses, since)
    breaking = _breaking_rows(presence, statuses, since)
    return Residence(True, since, away, _absences(presence, since, seen_on), tuple(problems), rows, breaking)


def journeys(evidence: Sequence[Evidence], seen_on: date) -> tuple[Absence, ...]:
    """Every journey that the rows know of, also those before a break of the stay, oldest first."""
    presence, _ = _presence(_stays_of(evidence, seen_on), seen_on)
    return _absences(presence, date.min, seen_on) if presence else ()


def _stays_of(evidence: Iterable[Evidence], seen_on: date) -> list[Evidence]:
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Stay)]
    begun = [row for row in rows if stay(row).entered_on <= seen_on]
    return sorted(begun, key=lambda row: (stay(row).entered_on, stay(row).departed_on or date.max, row.number))


def _presence(rows: Sequence[Evidence], seen_on: date) -> tuple[list[Span], list[StayProblem]]:
    """Stretches of presence, apart from each other; a departure after ``seen_on`` has not happened yet."""
    spans: list[Span] = []
    problems: list[StayProblem] = []
    for row in rows:
        entered, departed = stay(row).entered_on, stay(row).departed_on
        if departed is not None and departed < entered:
            problems.append(StayProblem("stay_backwards", entered, (row,), departed))
            continue
        if departed is not None and departed > seen_on:
            departed = None
        if spans and entered < spans[-1].end:
            problems.extend(_stay_overlap(spans[-1], row, entered, departed))
            spans[-1] = _joined(spans[-1], departed, row)
        else:
            spans.append(Span(entered, departed, (row,)))
    return spans, problems


def _stay_overlap(before: Span, row: Evidence, entered: date, departed: date | None) -> list[StayProblem]:
    """An identical row says nothing new; any other that begins inside the one before contradicts it."""
    if before.first == entered and before.last == departed:
        return []
    kind = "stay_no_departure" if before.last is None else "stay_overlap"
    return [StayProblem(kind, entered, (*before.rows, row), before.last)]


def _joined(span: Span, last: date | None, row: Evidence) -> Span:
    end = None if span.last is None or last is None else max(span.last, last)
    return Span(span.first, end, (*span.rows, row))


def _coverage(rows: Sequence[Evidence]) -> tuple[list[Span], list[StayProblem]]:
    """Stretches covered by a status, rows that follow day upon day joined."""
    spans: list[Span] = []
    problems: list[StayProblem] = []
    for row in rows:
        record = status(row)
        if record.until is not None and record.until < record.from_:
            problems.append(StayProblem("status_backwards", record.from_, (row,), record.until))
        elif spans and (spans[-1].last is None or record.from_ <= spans[-1].end + _DAY):
            spans[-1] = _joined(spans[-1], record.until, row)
        else:
            if spans:
                problems.append(StayProblem("status_gap", spans[-1].end, (spans[-1].rows[-1], row), record.from_))
            spans.append(Span(record.from_, record.until, (row,)))
    return spans, problems + _status_overlaps(rows)


def _status_overlaps(rows: Sequence[Evidence]) -> list[StayProblem]:
    """Two different statuses on the same days (the day of the change itself may stand in both)."""
    found = []
    for before, row in pairwise(rows):
        first, second = status(before), status(row)
        end = first.until or date.max
        if first.status != second.status and second.from_ < end and first.until is not None:
            found.append(StayProblem("status_overlap", second.from_, (before, row), min(end, second.until or date.max)))
    return found


def _missing(presence: Sequence[Span], cover: Sequence[Span], seen_on: date) -> list[StayProblem]:
    """What the rows do not say: no stays, no statuses, none for the first years, none for the last."""
    if not presence:
        return [StayProblem("no_stays", cover[0].first, ())]
    if not cover:
        return [StayProblem("no_statuses", presence[0].first, ())]
    found = []
    if cover[0].first > presence[0].first and _covers_unknown(presence, cover[0]):
        found.append(StayProblem("status_unknown", presence[0].first, cover[0].rows[:1], cover[0].first))
    if cover[-1].end < seen_on and presence[-1].last is None:
        found.append(StayProblem("status_ended", cover[-1].end, cover[-1].rows[-1:]))
    return found


def _covers_unknown(presence: Sequence[Span], first_cover: Span) -> bool:
    """Whether the person was in Japan on the day before the first status row, so that an earlier row must be
    missing."""
    return any(span.first < first_cover.first <= span.end for span in presence)


def _since(presence: Sequence[Span], cover: Sequence[Span]) -> date | None:
    """The first day of the present continuous stay; ``None`` when nobody came back after the status was broken."""
    since: date | None = presence[-1].first
    for before, after in pairwise(reversed(presence)):
        if cover and not _goes_on(after.end, before.first, cover):
            break
        since = after.first
    for before, after in pairwise(cover):
        if since is not None and after.first > since and before.end + _DAY >= since:
            since = _first_day_present(presence, after.first)
    return since


def _goes_on(departed: date, entered: date, cover: Sequence[Span]) -> bool:
    """Whether the stay goes on through an absence. Before the first status row nothing is known: then an entry with
    which the first status begins is a new landing, any other is taken as a re-entry and shown as a problem."""
    if any(span.holds(departed, entered) for span in cover):
        return True
    return departed < cover[0].first and cover[0].first > entered


def _first_day_present(presence: Sequence[Span], day: date) -> date | None:
    return min((max(span.first, day) for span in presence if span.end >= day), default=None)


def _ended(presence: Sequence[Span], cover: Sequence[Span], seen_on: date) -> bool:
    """Gone, and no status reaches from the departure until ``seen_on``."""
    departed = presence[-1].last
    if departed is None or departed >= seen_on or not cover:
        return False
    return departed >= cover[0].first and not any(span.holds(departed, seen_on) for span in cover)


def _absences(presence: Sequence[Span], since: date, seen_on: date) -> tuple[Absence, ...]:
    """Absences inside the continuous stay. The days of departure and of return are days in Japan."""
    found = []
    for before, after in pairwise(presence):
        if after.first > since and before.end >= since:
            days = max(0, (after.first - before.end).days - 1)
            found.append(Absence(before.end, after.first, days, (before.rows[-1], after.rows[0])))
    last = presence[-1]
    if last.last is not None and last.end < seen_on:
        found.append(Absence(last.end, None, (seen_on - last.end).days, last.rows[-1:]))
    return tuple(found)


def _rows_from(presence: Sequence[Span], statuses: Sequence[Evidence], since: date) -> tuple[Evidence, ...]:
    stays = [row for span in presence if span.end >= since for row in span.rows]
    held = [row for row in statuses if (status(row).until or date.max) >= since]
    return tuple({row.id: row for row in (*stays, *held)}.values())


def _breaking_rows(presence: Sequence[Span], statuses: Sequence[Evidence], since: date) -> tuple[Evidence, ...]:
    """The rows of the stay before, which is not counted; empty when there was none."""
    stays = [row for span in presence if span.end < since for row in span.rows]
    held = [row for row in statuses if (status(row).until or date.max) < since]
    return tuple({row.id: row for row in (*stays[-1:], *held[-1:])}.values())
