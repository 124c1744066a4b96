"""Verified backups: one encrypted file each, opened and proven before it counts. Automatic ones in generations."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.operations import disposals, dumps, places, records, refusals
from models.errors import BadInput, CheckFailed, Message
from models.findings import service as findings
from models.people import rules
from models.people.values import CONSOLE, Actor, Permission
from models.records import service
from models.records.values import ITSELF, Act
from models.store import copying, generations, settings
from models.store.faults import in_words
from models.store.location import SUFFIX
from models.store.office import Office
from models.store.serving import ServerOffice
from models.store.values import Backup

Progress = Callable[[int, int], None]
SETTING = places.BACKUPS
_STAMP = "%Y%m%dT%H%M%SZ"
_AUTO = "auto-"


def make(office: Office, out: Path | str, progress: Progress | None = None) -> Backup:
    """Copy the office to ``out`` while work goes on, open the copy, walk its record, compare every row; then it counts.

    Raises:
        BadInput: something stands at ``out``; nothing is overwritten.
        CheckFailed: the copy's record does not hold (as the office's does not): nothing is kept.
        WorldFault: the disk is full, or the folder is not writable.
    """
    if isinstance(office, ServerOffice):
        return dumps.make(office, out)
    path = Path(out).expanduser().absolute()
    if path.exists():
        raise BadInput("records.backup_exists", file=path)
    part = path.with_name(f".{path.name}.part")
    with in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        copying.remove(part)
    try:
        rows = office.copy_to(part, progress)
        made = _proven(office, part, path, rows, progress)
        copying.put_in_place(part, path)
    finally:
        copying.remove(part)
    return made


def note(office: Office, made: Backup, actor: Actor = CONSOLE) -> None:
    """Record that a backup was made, where and up to which event."""
    content = {"file": made.path.name, "seq": made.seq, "link": made.link, "size": made.size}
    with office.begin() as session:
        service.append(session, Act(actor.login, "backup_made", content))


def automatic(office: Office, progress: Progress | None = None, fixed: str = "") -> Backup | None:
    """Make the next automatic backup when something changed since the last one; ``None`` when nothing did.

    ``fixed``: the folder that an administrator named for the backups of everybody, each in a folder of their own.

    Older ones go only afterwards, and only those that no generation, day, week or month keeps.
    """
    if not office.location.embedded:
        return None  # a server is backed up where it stands
    where = fixed_folder(office, fixed) if fixed else folder(office)
    there = _automatic_in(where)
    now = office.clock.now().replace(microsecond=0)
    if now in there or not changed(office, max(there.items(), default=None)):
        return None
    with office.read() as session:
        seq = service.standing(session).seq
    made = make(office, where / f"{_AUTO}{now.strftime(_STAMP)}-{seq}{SUFFIX}", progress)
    for each in generations.expired([*there, now]):
        copying.remove(there[each])
    disposals.tell_beside(office, where)
    return made


def automatic_there(office: Office, fixed: str = "") -> tuple[Mapping[datetime, Path], ...]:
    """The automatic backups of a file, by the moment they were made: those in the office's own folder, and those where an
    administrator has them made (``fixed``). Raises ``BadInput`` for a server, ``WorldFault``."""
    found = []
    for where in dict.fromkeys((folder(office), *((fixed_folder(office, fixed),) if fixed else ()))):
        with in_words(where):
            found.append(_automatic_in(where))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Overview:
    """How an office stands with its automatic backups: where they lie (``fixed``: an administrator's policy says so), the newest
    one that was opened and proven, how many there are, and whether something was done since. ``folder`` ``None``: a server."""

    folder: Path | None = None
    fixed: bool = False
    newest: datetime | None = None
    number: int = 0
    due: bool = False


def overview(office: Office, fixed: str = "") -> Overview:
    """What a person wants to know before they trust it. A folder that is not there has no backup. Raises ``WorldFault``."""
    if not office.location.embedded:
        return Overview()
    where = fixed_folder(office, fixed) if fixed else folder(office)
    with in_words(where):
        there = _automatic_in(where)
    newest = max(there.items(), default=None)
    return Overview(where, bool(fixed), newest[0] if newest else None, len(there), changed(office, newest))


def changed(office: Office, since: tuple[datetime, Path] | None) -> bool:
    """Whether an act or a draft came after this automatic backup; backups themselves are no change."""
    if since is None:
        return True
    at, path = since
    with office.read() as session:
        acts = service.acts_after(session, int(path.stem.rpartition("-")[2]), ITSELF)
        draft = findings.last_draft(session)
    return acts > 0 or (draft is not None and draft >= at)


def folder(office: Office) -> Path:
    """Where automatic backups go: as set, or beside the office in ``<office>.backups``. Raises ``BadInput`` (server)."""
    return places.backups_of(office)


def fixed_folder(office: Office, fixed: str) -> Path:
    """This person's and this office's own folder in the one that an administrator named: generations of two never mix."""
    return Path(fixed).expanduser() / getpass.getuser() / f"{office.location.file.name}.backups"


def set_folder(office: Office, where: Path | None) -> None:
    """Choose where automatic backups go from now on; ``None``: beside the office."""
    with office.begin() as session:
        settings.put(session, SETTING, {"folder": str(where.expanduser().absolute()) if where else ""})


@refusals.recorded
def choose_folder(office: Office, actor: Actor, where: Path | None) -> None:
    """The same as an act of who looks after the office: tried first, recorded. Raises ``NotPermitted``, ``WorldFault``."""
    rules.require(actor, Permission.KEEP_PEOPLE)
    office.location.file  # noqa: B018  refuses a server
    if where is not None:
        with in_words(where):
            where.expanduser().mkdir(parents=True, exist_ok=True)
    with office.begin() as session:
        kept = {"folder": str(where.expanduser().absolute()) if where else ""}
        settings.put(session, SETTING, kept)
        service.append(session, Act(actor.login, "backup_folder_chosen", kept))


def _proven(office: Office, part: Path, path: Path, rows: Mapping[str, int], progress: Progress | None) -> Backup:
    with office.beside(part) as copy:
        if copy.counts() != rows:
            raise CheckFailed("records.backup_differs", file=path)
        found = records.proven(copy, progress)
        if found.first_broken is not None:
            broken = found.first_broken
            how = Message(f"cli.broken_{broken.kind}")
            raise CheckFailed("records.backup_unsound", file=path, seq=str(broken.seq), how=how)
        with copy.read() as session:
            stands = service.standing(session)
    return Backup(path, stands.seq, stands.link, part.stat().st_size, office.clock.now())


def _automatic_in(where: Path) -> dict[datetime, Path]:
    if not where.is_dir():
        return {}
    found = {_moment(path): path for path in where.glob(f"{_AUTO}*{SUFFIX}")}
    return {at: path for at, path in found.items() if at is not None}


def _moment(path: Path) -> datetime | None:
    stamp, _, seq = path.stem[len(_AUTO) :].rpartition("-")
    if not seq.isdigit():
        return None
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
