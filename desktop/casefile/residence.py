"""Status, absences, work and income along the months' axis, as bars and figures. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from models.evidence.values import Employment, Evidence, Income, StatusPeriod, Stay


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time: ``kind`` is ``status, absence, employer, none, year``; ``overlap`` marks a contradiction."""

    start: date
    end: date
    text: str
    kind: str
    evidence: tuple[str, ...] = ()
    overlap: bool = False


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
    line: bool = False
    flag: Flag | None = None

    @property
    def spoken(self) -> str:
        """The lane in words."""
        return " ".join([self.title, *(bar.text for bar in self.bars if bar.text), self.remark]).strip()


def lanes(file: CaseFile, lang: str) -> tuple[Lane, ...]:
    """The lanes that have something to show, in the picture's order."""
    current = tuple(e for e in file.evidence if e.superseded_by is None)
    made = (
        _statuses(current, file, lang),
        _continuous(file, lang),
        _absences(current, lang),
        _work(current, file, lang),
        _income(current, lang),
    )
    return tuple(lane for lane in made if lane.bars)


def _statuses(pieces: Iterable[Evidence], file: CaseFile, lang: str) -> Lane:
    held = sorted(((p, p.record) for p in pieces if isinstance(p.record, StatusPeriod)), key=lambda each: each[1].from_)
    bars = []
    for at, (piece, record) in enumerate(held):
        until = record.until or file.seen_on
        following = held[at + 1][1].from_ if at + 1 < len(held) else None
        end = min(until, following) if following and following <= until else until
        text = words.coded("status", record.status, lang)
        bars.append(Bar(record.from_, end, text, "status", (piece.id,)))
    remark = ""
    if file.case.applicant.stay_until:
        name = words.coded("status", file.case.applicant.current_status, lang)
        remark = say("status_until", lang, status=name, day=words.day(file.case.applicant.stay_until, lang))
    return Lane(say("lane.status", lang), tuple(bars), remark)


def stays(pieces: Iterable[Evidence]) -> tuple[tuple[Evidence, Stay], ...]:
    """Stays in order of entry."""
    return tuple(
        sorted(((p, p.record) for p in pieces if isinstance(p.record, Stay)), key=lambda each: each[1].entered_on)
    )


def _continuous(file: CaseFile, lang: str) -> Lane:
    years = next((f for f in file.facts if f.key == "residence.years"), None)
    since = _since(file)
    if since is None or years is None:
        return Lane(say("lane.continuous", lang), ())
    bar = Bar(since, file.seen_on, "", "status", years.sources)
    remark = say("since", lang, day=words.day(since, lang), value=words.fact_value(years, lang))
    return Lane(say("lane.continuous", lang), (bar,), remark, line=True, flag=_flag(file, lang))


def _since(file: CaseFile) -> date | None:
    found = next((f for f in file.facts if f.key == "residence.since"), None)
    return found.value if found and isinstance(found.value, date) else None


def _flag(file: CaseFile, lang: str) -> Flag | None:
    """Where the route's years are reached, as the facts say."""
    on = next((f.value for f in file.facts if f.key == "residence.required_on"), None)
    if not isinstance(on, date) or on > file.seen_on:
        return None
    return Flag(on, say("flag", lang, day=words.day(on, lang)))


def _absences(pieces: Iterable[Evidence], lang: str) -> Lane:
    found = stays(pieces)
    bars = []
    longest = 0
    for (piece, stay), (following, nxt) in pairwise(found):
        if stay.departed_on is None:
            continue
        days = (nxt.entered_on - stay.departed_on).days
        longest = max(longest, days)
        text = say("unit.days_one" if days == 1 else "unit.days", lang, n=days)
        bars.append(Bar(stay.departed_on, nxt.entered_on, text, "absence", (piece.id, following.id), overlap=days < 0))
    remark = say("longest", lang, n=longest) if bars else ""
    return Lane(say("lane.absence", lang), tuple(bars), remark)


def _work(pieces: Iterable[Evidence], file: CaseFile, lang: str) -> Lane:
    jobs = sorted(((p, p.record) for p in pieces if isinstance(p.record, Employment)), key=lambda each: each[1].from_)
    bars: list[Bar] = []
    for piece, job in jobs:
        if bars and (job.from_ - bars[-1].end).days > 1:
            bars.append(Bar(bars[-1].end, job.from_, say("none", lang), "none"))
        bars.append(Bar(job.from_, job.until or file.seen_on, job.employer, "employer", (piece.id,)))
    return Lane(say("lane.work", lang), tuple(bars), say("evidence_count", lang, n=len(jobs)) if jobs else "")


def _income(pieces: Iterable[Evidence], lang: str) -> Lane:
    rows = sorted(((p, p.record) for p in pieces if isinstance(p.record, Income)), key=lambda each: each[1].year)
    bars = tuple(
        Bar(date(each.year, 1, 1), date(each.year, 12, 31), f"{each.income // 10_000:,}", "year", (piece.id,))
        for piece, each in rows
    )
    return Lane(say("lane.income", lang), bars, say("evidence_count", lang, n=len(rows)) if rows else "")
