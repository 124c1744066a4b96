"""Look at the record, and prove it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.operations import offices
from models.casefile.service import TOLD
from models.errors import WorldFault
from models.letters.tables import LetterRow
from models.people import rules
from models.people.values import Actor, Permission
from models.records import service
from models.records.values import Broken, Event, Verification
from models.store.base import Base
from models.store.clock import Clock
from models.store.office import Office

TABLES: tuple[type[Base], ...] = (*TOLD, LetterRow)
"""Every table whose rows the record speaks of."""
DAMAGED = Broken(0, "damaged", None)
"""What is said of a file that cannot be read through: no event can be named."""


def verify(office: Office, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Walk the whole record and compare every row with it; ``progress(done, of)`` is called now and then."""
    try:
        with office.read() as session:
            found = service.verification(session, TABLES, progress)
    except WorldFault as fault:
        return _damaged(fault, office.clock)
    if found.ok and office.damaged():
        return replace(found, first_broken=DAMAGED)
    return found


def verify_at(where: Path | str, passphrase: str, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Open an office only to prove it: a file too damaged to open is a finding here, not a fault.

    Raises as ``offices.open_`` for everything else.
    """
    clock = Clock()
    try:
        office = offices.open_(where, passphrase, clock)
    except WorldFault as fault:
        return _damaged(fault, clock)
    with office:
        return verify(office, progress)


def _damaged(fault: WorldFault, clock: Clock) -> Verification:
    """Damage is what a verification is for; any other fault of the world goes on."""
    if fault.message.code != "store.damaged":
        raise fault
    return Verification(0, DAMAGED, clock.now())


def page(
    office: Office, actor: Actor, after: int | None = None, size: int = 200, case: str | None = None
) -> tuple[Event, ...]:
    """Events, newest first; ``after`` is the ``seq`` of the last one already seen. Raises ``NotPermitted``."""
    rules.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.page(session, after, size, case)
