"""The list of disposals outside the office, and what it is for: a restored older office disposes of them again.

It lies in the folder of the anchors (``AKASHI_ANCHORS``) and in that of the automatic backups, so that who has a backup has it.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.operations import anchoring, places
from models.errors import WorldFault
from models.records.entombed import service as entombed
from models.retention import listed
from models.retention.disposal import service
from models.retention.values import Disposal, Tombstone
from models.store import settings
from models.store.office import Office
from models.store.serving import ServerOffice


def lists(office: Office) -> tuple[Path, ...]:
    """Where the office's list lies."""
    anchors = anchoring.file_of(office)
    found = [anchors.with_name(f"{anchors.stem}.{listed.NAME}")]
    if office.location.embedded:
        found.append(places.backups_of(office) / listed.NAME)
    return tuple(found)


def read(office: Office, more: Iterable[Path] = ()) -> tuple[Disposal, ...]:
    """What the lists name, each once; a list that cannot be read says nothing."""
    found: dict[str, Disposal] = {}
    for path in (*lists(office), *more):
        with suppress(OSError):
            found.update((each.digest, each) for each in listed.read(path, _key(office)).disposals)
    return tuple(found.values())


def strange(office: Office) -> Path | None:
    """A list that somebody touched."""
    for path in lists(office):
        with suppress(OSError):
            if listed.read(path, _key(office)).strange_line:
                return path
    return None


def tell(office: Office) -> str:
    """Bring the lists up to what the record tells; why one could not be written (empty: they were)."""
    if not _any(office):
        return ""
    return next((said for path in lists(office) if (said := _bring_up(office, path))), "")


def tell_beside(office: Office, folder: Path) -> None:
    """The same for a folder of backups; what hinders it does not undo the backup."""
    if _any(office):
        _bring_up(office, folder / listed.NAME)


def _any(office: Office) -> bool:
    with office.read() as session:
        return entombed.any_gone(session)


def _bring_up(office: Office, path: Path) -> str:
    """Add what the list does not name; it may name more, of a copy of this office or of what an older one never held."""
    try:
        there = frozenset(each.digest for each in listed.read(path, _key(office)).disposals)
        with office.read() as session:
            missing = entombed.unlisted(session, there)
        if missing:
            listed.add(path, _key(office), _told(office))
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def _told(office: Office) -> tuple[Disposal, ...]:
    with office.read() as session:
        return service.told_of(session)


def replay(office: Office, more: Iterable[Path] = (), *, older: bool = True) -> tuple[Tombstone, ...]:
    """Dispose again of what stands in this office and in a list; nothing, on a server, but for its console.

    ``older``: it was just restored. Otherwise its anchors say whether it is an older one: the list beside them is that of every
    copy of an office, and what somebody disposed of in a copy (to learn it, to try it) is here for two people to decide. The list
    that lies beside the office itself counts all the same: the anchors of another person or computer tell of no older file.
    """
    if isinstance(office, ServerOffice) and office.person is not None:
        return ()
    wanted = read(office, more)
    if not _due(office, wanted):
        return ()
    if not older and anchoring.whole(office):
        wanted = _beside(office)
        if not _due(office, wanted):
            return ()
    with office.begin() as session:
        made = service.replay(session, wanted)
    clean(office)
    return made


def _due(office: Office, wanted: Sequence[Disposal]) -> bool:
    with office.read() as session:
        return service.due_again(session, wanted)


def _beside(office: Office) -> tuple[Disposal, ...]:
    """What the list names that lies beside the office, and with no copy of it."""
    if not office.location.embedded:
        return ()
    with suppress(OSError):
        return listed.read(places.beside(office.location.file) / listed.NAME, _key(office)).disposals
    return ()


def clean(office: Office) -> bool:
    """Rewrite the file so that nothing of what was disposed of lies in its free pages; whether it was done or not needed. What
    hinders it (a full disk, somebody reading) is tried again when the office is next opened."""
    if not office.location.embedded:
        return True
    with office.read() as session:
        due = settings.get(session, service.SCRUB, False)
    if not due:
        return True
    try:
        if not office.rewrite():
            return False
        with office.begin() as session:
            settings.put(session, service.SCRUB, False)
    except WorldFault:
        return False
    return True


def at_opening(office: Office) -> Office:
    """Before anybody looks: what was disposed of stays disposed of."""
    replay(office, older=False)
    clean(office)
    tell(office)
    return office


def _key(office: Office) -> bytes:
    with office.read() as session:
        desk: bytes = session.info["desk"]
    return desk
