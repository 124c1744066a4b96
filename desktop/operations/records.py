"""Look at the record, and prove it."""

from collections.abc import Callable

from models.casefile.service import TOLD
from models.letters.tables import LetterRow
from models.people import rules
from models.people.values import Actor, Permission
from models.records import service
from models.records.values import Event, Verification
from models.store.base import Base
from models.store.office import Office

TABLES: tuple[type[Base], ...] = (*TOLD, LetterRow)
"""Every table whose rows the record speaks of."""


def verify(office: Office, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Walk the whole record and compare every row with it; ``progress(done, of)`` is called now and then."""
    with office.read() as session:
        return service.verification(session, TABLES, progress)


def page(
    office: Office, actor: Actor, after: int | None = None, size: int = 200, case: str | None = None
) -> tuple[Event, ...]:
    """Events, newest first; ``after`` is the ``seq`` of the last one already seen. Raises ``NotPermitted``."""
    rules.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.page(session, after, size, case)
