"""Who saw a case between two days: the question of a complaint, and of a leak."""

from datetime import date, datetime, time, timedelta

from models.cases import service as cases
from models.people import rules
from models.people.values import Actor, Permission
from models.records.seen import service
from models.records.seen.values import Seen
from models.store.clock import JAPAN
from models.store.office import Office


def seen(
    office: Office, actor: Actor, case: str, first: date | None = None, last: date | None = None
) -> tuple[Seen, ...]:
    """Everybody who saw the case from the day ``first`` to the day ``last`` (of Japan, both included).

    Raises ``NotPermitted``, ``NotFound``.
    """
    rules.require(actor, Permission.SEE_RECORD)
    since = datetime.combine(first, time(), JAPAN) if first else None
    until = datetime.combine(last + timedelta(days=1), time(), JAPAN) if last else None
    with office.read() as session:
        cases.row_of(session, case)
        return service.seen(session, case, since, until)
