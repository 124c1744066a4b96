"""Status, absences, work and income along the months' axis, as bars and figures. No Qt.

Rows that do not fit together are bars of their own (``problem``), hatched and named; nothing is guessed away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from models.errors import Message
from models.evidence.values import Employment, Evidence, Income, StatusPeriod, Stay
from models.facts import stays
from models.facts.stays import Absence, Residence, StayProblem

_SHORTEST = timedelta(days=20)
"""How long a problem of one day is drawn, so that it is seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time: ``kind`` is ``status, before, line, absence, employer, none, year, problem``; ``detail`` says it in
    words with its days, as the pointer and a screen reader are told."""

    start: date
    end: date
    text: str
    kind: str
    evidence: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """The day on which the years that the route asks are reached."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of bars with its name and a remark at the right."""

    title: str
    bars: tuple[Bar, ...]
    remark: str = ""
    flag: Flag | None = None

    @property
    def spoken(self) -> str:
        """The lane in words."""
        return " ".join([self.title, *(bar.detail or bar.text for bar in self.bars), self.remark]).strip()


def lanes(file: CaseFile, lang: str) -> tuple[Lane, ...]:
    """The lanes that have something to show, in the picture's order."""
    current = tuple(e for e in file.evidence if e.superseded_by is None)
    found = stays.residence(current, file.seen_on)
    made = (
        _statuses(current, found, file, lang),
        _continuous(found, file, lang),
        _absences(current, found, file, lang),
        *_work(current, file, lang),
        _income(current, lang),
    )
    return tuple(lane for lane in made if lane.bars)


def _between(start: date, end: date | None, lang: str) -> str:
    return say("between", lang, start=words.day(start, lang), end=words.day(end, lang) if end else "")


def _bar(start: date, end: date, text: str, kind: str, evidence: tuple[str, ...], lang: str) -> Bar:
    gap = "　" if lang == "ja" else ", "
    return Bar(start, end, text, kind, evidence, gap.join(each for each in (text, _between(start, end, lang)) if each))


def _problems(found: Residence, file: CaseFile, lang: str, about: str) -> list[Bar]:
    """What does not fit: of statuses, or of stays."""
    return [_problem(each, file, lang) for each in found.problems if about in each.kind]


def _problem(each: StayProblem, file: CaseFile, lang: str) -> Bar:
    open_ended = file.seen_on if each.kind in ("status_ended", "no_stays", "no_statuses") else each.on + _SHORTEST
    first, last = sorted((each.on, min(each.until or open_ended, file.seen_on)))
    last = max(last, first + _SHORTEST)
    rows = tuple(row.id for row in each.rows)
    return Bar(first, last, say(f"problem.{each.kind}", lang), "problem", rows, _sentence(each, lang))


def _sentence(each: StayProblem, lang: str) -> str:
    """As the fact of the same problem says it."""
    return Message(f"facts.how_{each.kind}", {"on": each.on, "until": each.until or ""}).text(lang)


def _statuses(pieces: Iterable[Evidence], found: Residence, file: CaseFile, lang: str) -> Lane:
    held = sorted(((p, p.record) for p in pieces if isinstance(p.record, StatusPeriod)), key=lambda each: each[1].from_)
    bars = []
    for at, (piece, record) in enumerate(held):
        until = record.until or file.seen_on
        following = held[at + 1][1].from_ if at + 1 < len(held) else None
        end = min(until, following) if following and following <= until else until
        bars.append(_bar(record.from_, end, words.coded("status", record.status, lang), "status", (piece.id,), lang))
    bars += _problems(found, file, lang, "status")
    until_ = file.case.applicant.stay_until
    return Lane(
        say("lane.status", lang), tuple(bars), say("stay_until", lang, day=words.day(until_, lang)) if until_ else ""
    )


def _continuous(found: Residence, file: CaseFile, lang: str) -> Lane:
    """The stay that counts as a line; what went before a break as a broken one."""
    years = next((f for f in file.facts if f.key == "residence.years"), None)
    if found.since is None or years is None:
        return Lane(say("lane.continuous", lang), ())
    line = Bar(found.since, file.seen_on, "", "line", years.sources, _between(found.since, file.seen_on, lang))
    remark = say("since", lang, day=words.day(found.since, lang), value=words.fact_value(years, lang))
    return Lane(say("lane.continuous", lang), (*_before(found, lang), line), remark, flag=_flag(file, lang))


def _before(found: Residence, lang: str) -> tuple[Bar, ...]:
    """The stay that a break ended, as far as its last rows tell."""
    assert found.since is not None
    begun, ended = [], []
    for row in found.broken_rows:
        first, last = _days(row)
        begun.append(first)
        ended.append(min(last or found.since, found.since))
    if not begun:
        return ()
    text = say("broken_off", lang)
    return (_bar(min(begun), max(ended), text, "before", tuple(row.id for row in found.broken_rows), lang),)


def _days(row: Evidence) -> tuple[date, date | None]:
    if isinstance(row.record, StatusPeriod):
        return row.record.from_, row.record.until
    assert isinstance(row.record, Stay)
    return row.record.entered_on, row.record.departed_on


def _flag(file: CaseFile, lang: str) -> Flag | None:
    """Where the route's years are reached, as the facts say."""
    on = next((f.value for f in file.facts if f.key == "residence.required_on"), None)
    if not isinstance(on, date) or on > file.seen_on:
        return None
    return Flag(on, say("flag", lang, day=words.day(on, lang)))


def _absences(pieces: tuple[Evidence, ...], found: Residence, file: CaseFile, lang: str) -> Lane:
    """The journeys with the days that the facts count: those of departure and return are days in Japan."""
    journeys = stays.journeys(pieces, file.seen_on)
    bars = [_absence(each, file, lang) for each in journeys]
    longest = max((each.days for each in journeys), default=0)
    remark = say("longest", lang, n=longest) if journeys else ""
    return Lane(say("lane.absence", lang), (*bars, *_problems(found, file, lang, "stay")), remark)


def _absence(each: Absence, file: CaseFile, lang: str) -> Bar:
    text = say("unit.days_one" if each.days == 1 else "unit.days", lang, n=each.days)
    rows = tuple(row.id for row in each.rows)
    return _bar(each.departed_on, each.entered_on or file.seen_on, text, "absence", rows, lang)


def _work(pieces: Iterable[Evidence], file: CaseFile, lang: str) -> tuple[Lane, ...]:
    """Employers one after the other; those at the same time on a second lane."""
    jobs = sorted(((p, p.record) for p in pieces if isinstance(p.record, Employment)), key=lambda each: each[1].from_)
    first: list[Bar] = []
    beside: list[Bar] = []
    for piece, job in jobs:
        bar = _bar(job.from_, job.until or file.seen_on, job.employer, "employer", (piece.id,), lang)
        if first and bar.start < first[-1].end:
            beside.append(bar)
            continue
        if first and (job.from_ - first[-1].end).days > 1:
            first.append(_bar(first[-1].end, job.from_, say("none", lang), "none", (), lang))
        first.append(bar)
    remark = say("evidence_count", lang, n=len(jobs)) if jobs else ""
    return (Lane(say("lane.work", lang), tuple(first), remark), Lane(say("lane.work_beside", lang), tuple(beside)))


def _income(pieces: Iterable[Evidence], lang: str) -> Lane:
    rows = sorted(((p, p.record) for p in pieces if isinstance(p.record, Income)), key=lambda each: each[1].year)
    bars = tuple(
        Bar(
            date(each.year, 1, 1), date(each.year, 12, 31), f"{each.income // 10_000:,}", "year", (piece.id,),
            say("income_of", lang, year=each.year, amount=words.yen(each.income, lang)),
        )
        for piece, each in rows
    )  # fmt: skip
    return Lane(say("lane.income", lang), bars, say("evidence_count", lang, n=len(rows)) if rows else "")
