"""Facts of the application itself: when it came, and what the applicant says."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from models.dates.periods import reached_on
from models.errors import Message
from models.evidence.values import Application, Evidence, Statement
from models.facts.build import in_order, make
from models.facts.values import Fact, FactValue, Windows

_DAY = timedelta(days=1)


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """What the application form says, and how many statements there are."""
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Application)]
    record = rows[-1].record if rows else None
    how = Message("facts.how_application") if rows else None
    values: dict[str, FactValue] = {"received_on": windows.received_on}
    if isinstance(record, Application):
        values |= {"current_status": record.current_status, "stay_until": record.stay_until, "route": record.route}
    for key in ("received_on", "current_status", "stay_until", "route"):
        yield make(f"application.{key}", values.get(key), rows[-1:], how=how)
    said = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Statement)]
    until = values.get("stay_until")
    allowed = reached_on(until + _DAY, 2) - _DAY if isinstance(until, date) else None
    how_allowed = Message("facts.how_may_stay_until", {"until": until}) if allowed else None
    yield make("application.may_stay_until", allowed, rows[-1:], how=how_allowed)
    how = Message("facts.how_statements", {"count": len(said)}) if said else None
    yield make("application.statements", len(said) if said else None, said, how=how)
