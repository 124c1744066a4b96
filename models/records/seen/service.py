"""Who saw this case between two moments: one walk of the record's index of cases, however long the record is."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records.seen.values import Seen
from models.records.tables import EventRow
from models.store.clock import JAPAN


def seen(session: Session, case: str, since: datetime | None = None, until: datetime | None = None) -> tuple[Seen, ...]:
    """Everybody with an event on the case from ``since`` on and before ``until``, who was there first leading.

    Whoever acted on a case saw it. A refused act shows nothing, so it alone makes nobody one who saw.
    """
    asked = select(EventRow.who, EventRow.kind, EventRow.at).where(EventRow.case_id == case, EventRow.kind != "refused")
    if since is not None:
        asked = asked.where(EventRow.at >= since)
    if until is not None:
        asked = asked.where(EventRow.at < until)
    found = defaultdict[str, list[tuple[str, datetime]]](list)
    for who, kind, at in session.execute(asked.order_by(EventRow.seq)):
        found[who].append((kind, at))
    return tuple(_seen(who, theirs) for who, theirs in found.items())


def _seen(who: str, theirs: list[tuple[str, datetime]]) -> Seen:
    acts = dict[str, int]()
    for kind, _ in theirs:
        acts[kind] = acts.get(kind, 0) + 1
    days = {at.astimezone(JAPAN).date() for _, at in theirs}
    return Seen(who, theirs[0][1], theirs[-1][1], len(days), acts)
