"""Back up and restore an office on a server: ``pg_dump``'s file, read back before it counts, and a restore that is proven."""

from pathlib import Path

from desktop.operations import anchoring, disposals, places, records
from models.errors import BadInput, CheckFailed, Message
from models.guard import service as guard
from models.records import service
from models.retention import listed
from models.store import copying, dumping, location
from models.store.clock import Clock
from models.store.faults import in_words
from models.store.office import Office
from models.store.serving import ServerOffice
from models.store.values import Backup


def make(office: ServerOffice, out: Path | str) -> Backup:
    """Dump the office to ``out``; the record is walked first, and the file is read back. Nothing is overwritten.

    Raises ``BadInput`` (something stands there, no ``pg_dump``, not the console's address), ``CheckFailed`` (the record does
    not hold), ``WorldFault``.
    """
    path = Path(out).expanduser().absolute()
    if path.exists():
        raise BadInput("records.backup_exists", file=path)
    _check(office, path)
    part = path.with_name(f".{path.name}.part")
    with in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        copying.remove(part)
    try:
        with office.read() as session:
            stands = service.standing(session)
        dumping.dump(office, part)
        if dumping.tables_in(part) < len(office.counts()):
            raise CheckFailed("records.backup_differs", file=path)
        copying.sync(part)
        copying.put_in_place(part, path)
    finally:
        copying.remove(part)
    return Backup(path, stands.seq, stands.link, path.stat().st_size, office.clock.now())


def restore(file: Path | str, where: str, clock: Clock | None = None) -> int:
    """Restore a dump into an empty database, and prove it; how many events it has. What stands nowhere gives way to nothing.

    Raises ``BadInput`` (an office stands there), ``CheckFailed`` (its record does not hold: nothing is kept),
    ``WorldFault``.
    """
    place = location.parse(where)
    path = Path(file).expanduser().absolute()
    dumping.restore(path, place, guard.charter)
    with places.open_(place, "", clock) as office:
        try:
            _check(office, path)
        except CheckFailed:
            places.remove(office)
            raise
        disposals.replay(office, [path.with_name(listed.NAME)])
        with office.read() as session:
            stands = service.standing(session)
        anchoring.drop(office, "restored")
    return stands.seq


def _check(office: Office, path: Path) -> None:
    found = records.proven(office)
    if found.first_broken is not None:
        how = Message(f"cli.broken_{found.first_broken.kind}")
        raise CheckFailed("records.backup_unsound", file=path, seq=str(found.first_broken.seq), how=how)
