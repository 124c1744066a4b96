"""Facts about ties to Japan: family, school, housing, community; and the marriage that the spouse's route asks
about."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.dates.periods import reached_on, whole_months
from models.errors import Message
from models.evidence.values import Evidence, Qualification, Tie
from models.facts.build import in_order, make, part
from models.facts.values import Fact, Windows

GROUPS: Mapping[str, str] = {
    "family": "family",
    "spouse": "family",
    "marriage": "family",
    "child": "family",
    "parent": "family",
    "school": "school",
    "housing": "housing",
    "community": "community",
}
"""The groups of the kinds that import files name; any other kind is ``other``."""
MARRIAGE = frozenset({"spouse", "marriage", "family/spouse"})


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """How many ties of each group there are, each as a part; and the marriage."""
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Tie)]
    rows = [row for row in rows if (_record(row).since or windows.seen_on) <= windows.seen_on]
    for group in ("family", "school", "housing", "community", "other"):
        yield from _group(group, [row for row in rows if _group_of(row) == group])
    yield from _marriage([row for row in rows if _kind(row) in MARRIAGE], windows)
    yield from _qualifications(evidence)


def _record(row: Evidence) -> Tie:
    if not isinstance(row.record, Tie):
        raise TypeError(row.id)
    return row.record


def _kind(row: Evidence) -> str:
    return _record(row).kind.strip().lower()


def _group_of(row: Evidence) -> str:
    return GROUPS.get(_kind(row).split("/")[0], "other")


def _group(group: str, rows: Sequence[Evidence]) -> Iterator[Fact]:
    how = Message("facts.how_ties", {"count": len(rows)}) if rows else None
    yield make(f"ties.{group}", len(rows) if rows else None, rows, how=how)
    for row in rows:
        record = _record(row)
        params = {"description": record.description or record.kind, "since": record.since or "—"}
        detail = {"kind": record.kind, "since": record.since, "until": record.until}
        words = record.description or record.kind
        yield part(f"ties.{group}", row.id, words, (row,), how=Message("facts.how_tie", params), detail=detail)


def _marriage(rows: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The marriage that lasts; where rows name several days, none is chosen."""
    lasting = [row for row in rows if (_record(row).until or date.max) >= windows.seen_on]
    days = {_record(row).since for row in lasting} - {None}
    since = days.pop() if len(days) == 1 else None
    if since is None:
        how = Message("facts.how_marriage_unclear", {"count": len(lasting)}) if lasting else None
        for key in ("since", "years", "months", "required_on"):
            yield make(f"marriage.{key}", None, lasting, how=how)
        return
    months = whole_months(since, windows.seen_on)
    params = {"since": since, "seen_on": windows.seen_on, "years": months // 12, "months": months % 12}
    how = Message("facts.how_marriage", params)
    reached = reached_on(since, windows.marriage_years * 12) if windows.marriage_years else None
    yield make("marriage.since", since, lasting, how=how)
    yield make("marriage.years", months // 12, lasting, how=how)
    yield make("marriage.months", months, lasting, how=how)
    yield make("marriage.required_on", reached, lasting, how=how if reached else None)


def _qualifications(evidence: Sequence[Evidence]) -> Iterator[Fact]:
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Qualification)]
    how = Message("facts.how_qualifications", {"count": len(rows)}) if rows else None
    yield make("qualifications.held", len(rows) if rows else None, rows, how=how)
    for row in rows:
        if isinstance(row.record, Qualification):
            detail = {"kind": row.record.kind, "level": row.record.level, "on": row.record.on}
            how = Message("facts.how_qualification", {"name": row.record.name, "on": row.record.on or "—"})
            yield part("qualifications.held", row.id, row.record.name, (row,), how=how, detail=detail)
