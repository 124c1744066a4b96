"""Facts about conduct: penalties, offences and notifications, counted and listed. No number of them is a rule."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import Message
from models.evidence.values import Conduct, Evidence
from models.facts.build import in_order, make, part
from models.facts.values import Fact, Windows

KINDS: Mapping[str, str] = {
    "penalty": "penalties",
    "fine": "penalties",
    "imprisonment": "penalties",
    "detention": "penalties",
    "conviction": "penalties",
    "offence": "offences",
    "offense": "offences",
    "violation": "offences",
    "traffic": "traffic",
    "traffic_offence": "traffic",
    "traffic_violation": "traffic",
    "notification_made": "notifications_made",
    "notification_late": "notifications_late",
    "notification_missed": "notifications_missed",
    "no_record": "checks",
    "record_check": "checks",
}
"""Which count a row's kind belongs to. ``notification`` alone goes by its outcome; any other kind is ``other``."""
_OUTCOMES = {"late": "notifications_late", "missed": "notifications_missed", "遅延": "notifications_late"}
_OUTCOMES |= {"未届": "notifications_missed", "届出なし": "notifications_missed", "not_made": "notifications_missed"}
COUNTS = (
    "penalties",
    "offences",
    "traffic",
    "notifications_made",
    "notifications_late",
    "notifications_missed",
    "other",
    "checks",
)
ADVERSE = frozenset({"penalties", "offences", "traffic", "notifications_late", "notifications_missed"})
_ANSWERED_BY_A_CHECK = frozenset({"penalties", "offences", "traffic"})


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """Each count with its rows. A check that found nothing answers for penalties and offences: 0, not "no row"."""
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Conduct)]
    rows = [row for row in rows if _record(row).on <= windows.seen_on]
    checks = [row for row in rows if _count_of(row) == "checks"]
    notified = [row for row in rows if _count_of(row).startswith("notifications")]
    for which in COUNTS:
        hits = [row for row in rows if _count_of(row) == which]
        answered = hits or (checks if which in _ANSWERED_BY_A_CHECK else [])
        answered = answered or (notified if which.startswith("notifications") else [])
        yield from _count(which, hits, answered)


def _record(row: Evidence) -> Conduct:
    if not isinstance(row.record, Conduct):
        raise TypeError(row.id)
    return row.record


def _count_of(row: Evidence) -> str:
    kind, outcome = _record(row).kind.strip().lower(), _record(row).outcome.strip().lower()
    if kind == "notification":
        return _OUTCOMES.get(outcome, "notifications_made")
    return KINDS.get(kind, "other")


def _count(which: str, hits: Sequence[Evidence], answered: Sequence[Evidence]) -> Iterator[Fact]:
    adverse = which in ADVERSE
    how = Message("facts.how_conduct", {"count": len(hits)}) if answered else None
    key = f"conduct.{which}"
    yield make(key, len(hits) if answered else None, answered, how=how, adverse=adverse and bool(hits))
    for row in hits:
        record = _record(row)
        params = {"on": record.on, "kind": record.kind, "outcome": record.outcome or "—"}
        detail = {"kind": record.kind, "on": record.on, "outcome": record.outcome}
        words = Message("facts.how_conduct_row", params)
        yield part(key, row.id, record.outcome or record.kind, (row,), how=words, detail=detail, adverse=adverse)
