"""Highly-skilled points, computed from a table that a framework carries: the highest row within each item, added up.

The day is that of the application, and for the look-back of the guideline three years and one year before it (永住許可に関する
ガイドライン 2(6)・(7)). Only what was there on that day counts. Every point names the rows it comes from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.dates.periods import add_months, length, whole_years
from models.errors import Message
from models.evidence.values import Employment, Evidence, Income, LanguageTest, Qualification
from models.facts.build import in_order, make, part
from models.facts.values import Fact, PointItem, PointRow, PointTable, Windows

_DAY = timedelta(days=1)
_LOOKS = (("points.total", 0), ("points.three_years_before", 36), ("points.one_year_before", 12))


@dataclass(frozen=True, slots=True)
class Scored:
    """An item that counts: its row, what was read, and from which rows of evidence."""

    item: PointItem
    row: PointRow
    read: object
    rows: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one item can be read from: the evidence of a day, and the age then."""

    evidence: tuple[Evidence, ...]
    day: date
    age: int | None


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The totals on the three days with their items; ``None`` where the route asks for no points."""
    for key, back in _LOOKS:
        if windows.points is None:
            yield make(key, None)
            continue
        day = add_months(windows.received_on, -back)
        found = score(evidence, windows.points, day, windows.born_on)
        total = sum(each.row.points for each in found)
        rows = tuple({row.id: row for each in found for row in each.rows}.values())
        params = {"day": day, "count": len(found), "version": windows.points.version}
        yield make(key, total, rows, how=Message("facts.how_points", params), detail={"on": day})
        for each in found:
            yield _item(key, each, day)


def _item(key: str, each: Scored, day: date) -> Fact:
    how = Message("facts.how_points_item", {"day": day, "code": each.row.code, "read": each.read})
    return part(key, each.item.key, each.row.points, each.rows, how=how, detail={"on": day, "row": each.row.code})


def score(evidence: Sequence[Evidence], table: PointTable, day: date, born_on: date | None) -> tuple[Scored, ...]:
    """The items that count on a day, the highest row of each, in the order of the table."""
    rows = tuple(row for row in in_order(evidence) if row.superseded_by is None)
    reading = _Reading(rows, day, whole_years(born_on, day) if born_on and born_on <= day else None)
    found = {item.key: best for item in table.items if (best := _best(item, reading))}
    return tuple(each for each in found.values() if not set(each.item.excluded_by) & set(found))


def _best(item: PointItem, reading: _Reading) -> Scored | None:
    candidates = list(_READERS[item.reads](item, reading))
    return max(candidates, key=lambda each: each.row.points, default=None)


def _by_age(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    for row in item.rows:
        if reading.age is not None and reading.age < row.under_age:
            yield Scored(item, row, reading.age, ())


def _by_level(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    for piece, held in _qualifications(item, reading):
        words = {held.name.strip().lower(), (held.level or "").strip().lower()}
        for row in item.rows:
            if words & set(row.match):
                yield Scored(item, row, held.name, (piece,))


def _by_number(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    held = [piece for piece, _ in _qualifications(item, reading)]
    for row in item.rows:
        if held and len(held) >= row.at_least:
            yield Scored(item, row, len(held), tuple(held))


def _by_years(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    """Years of work until the day, each day once however many employers there were."""
    worked = [(piece, piece.record) for piece in reading.evidence if isinstance(piece.record, Employment)]
    begun = [(piece, record) for piece, record in worked if record.from_ < reading.day]
    months = _worked_months([(record.from_, record.until) for _, record in begun], reading.day)
    for row in item.rows:
        if begun and months >= row.at_least * 12:
            yield Scored(item, row, months // 12, tuple(piece for piece, _ in begun))


def _worked_months(spans: Sequence[tuple[date, date | None]], day: date) -> int:
    """Whole months covered by the spans before ``day``: of each stretch by the calendar, 31 days left over being one more."""
    months, days = 0, 0
    for first, after in _stretches(spans, day):
        so_far = length(first, after)
        months, days = months + so_far.all_months, days + so_far.days
    return months + days // 31


def _stretches(spans: Sequence[tuple[date, date | None]], day: date) -> list[tuple[date, date]]:
    """The spans joined where they touch or overlap: the first day, and the day after the last."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(spans, key=lambda each: (each[0], each[1] or date.max)):
        after = last + _DAY if last is not None and last < day else day
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], after))
        else:
            joined.append((first, after))
    return joined


def _by_salary(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    """The yearly pay of the employments that go on on the day; where none says it, the income of the year before."""
    running = [
        (piece, piece.record.income)
        for piece in reading.evidence
        if isinstance(piece.record, Employment)
        and piece.record.income is not None
        and piece.record.from_ <= reading.day <= (piece.record.until or date.max)
    ]
    taxed = [
        (piece, piece.record.income)
        for piece in reading.evidence
        if isinstance(piece.record, Income) and piece.record.year == reading.day.year - 1
    ]
    known = running or taxed[-1:]
    yen = sum(amount for _, amount in known)
    for row in item.rows:
        young = not row.under_age or (reading.age is not None and reading.age < row.under_age)
        if known and yen >= row.at_least and young:
            yield Scored(item, row, yen, tuple(piece for piece, _ in known))


def _by_language(item: PointItem, reading: _Reading) -> Iterator[Scored]:
    for piece in reading.evidence:
        record = piece.record
        if isinstance(record, LanguageTest) and (record.taken_on or reading.day) <= reading.day:
            for row in item.rows:
                if record.level.strip().lower() in row.match:
                    yield Scored(item, row, record.level, (piece,))


def _qualifications(item: PointItem, reading: _Reading) -> Iterator[tuple[Evidence, Qualification]]:
    for piece in reading.evidence:
        record = piece.record
        if not isinstance(record, Qualification) or record.kind.strip().lower() not in item.kinds:
            continue
        if (record.on or reading.day) <= reading.day:
            yield piece, record


_READERS: Mapping[str, Callable[[PointItem, _Reading], Iterator[Scored]]] = {
    "age": _by_age,
    "level": _by_level,
    "held": _by_number,
    "years": _by_years,
    "salary": _by_salary,
    "language": _by_language,
}
READS = tuple(_READERS)
"""What an item of a table can be read from."""
