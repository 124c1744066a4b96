"""Dispose in the automatic backups too, so that what went need not wait for them to expire."""

from pathlib import Path

from desktop.operations import disposals, records, refusals, retention
from models.people import rules as people
from models.people.values import CONSOLE, Actor, Permission
from models.records import service
from models.records.values import Act
from models.store import copying
from models.store.office import Office

CLEANED = "backups_cleaned"
_TABLE = "tombstone"


@refusals.recorded
def clean(office: Office, actor: Actor, fixed: str = "") -> tuple[Path, ...]:
    """Replay the disposals in every automatic backup that still holds what went; those that were written anew.

    Each is a copy first: opened with the office's own keys, disposed in, walked, and put in place only when it holds. One that
    an older program made, or that does not hold, stays as it is. ``fixed`` as of ``backups.automatic``. Raises ``NotPermitted``,
    ``WorldFault``.
    """
    people.require(actor, Permission.APPROVE_DISPOSAL)
    with office.read() as session:
        reached = service.standing(session).seq
    held = [each.path for each in retention.holding(office, actor, fixed) if each.made_at is not None]
    done = tuple(path for path in held if _cleaned(office, path, reached))
    if done:
        with office.begin() as session:
            service.append(session, Act(actor.login, CLEANED, {"files": [each.name for each in done]}))
    return done


def _cleaned(office: Office, path: Path, reached: int) -> bool:
    part = path.with_name(f".{path.name}.part")
    copying.remove(part)
    try:
        copying.copy_file(path, part)
        with office.beside(part) as copy:
            sound = _TABLE in copy.counts() and _disposed(copy, path, reached)
        if sound:
            copying.put_in_place(part, path)
    finally:
        copying.remove(part)
    return sound


def _disposed(copy: Office, path: Path, reached: int) -> bool:
    """The backup's record goes its own way from here, and says so as a restore does: its anchors are those of the office."""
    with copy.read() as session:
        stands = service.standing(session).seq
    content = {"file": path.name, "backup_seq": stands, "replaced": None, "replaced_seq": reached, "acts_lost": 0}
    with copy.begin() as session:
        service.append(session, Act(CONSOLE.login, "restored", content))
    disposals.replay(copy)
    return disposals.clean(copy) and records.proven(copy).ok
