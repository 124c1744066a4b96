"""A restore drill: copy the office as a backup does, restore that copy at another place, prove what stands there, throw it away."""

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.operations import restoring
from models.errors import CheckFailed
from models.records import service
from models.records.values import Prefix
from models.store import office as store
from models.store.office import Office

Progress = Callable[[int, int], None]
OWN = frozenset({"event", "setting"})
"""The restore writes one event of its own, and what verification remembers is a setting."""


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of it: how many events and rows came back, how large the backup was, and how long both ways took."""

    events: int
    rows: int
    size: int
    backup_seconds: float
    restore_seconds: float


def run(office: Office, passphrase: str, progress: Progress | None = None) -> Drill:
    """Prove on a copy that the office can be backed up and restored; the office itself is only read.

    The copy is encrypted as the office is, lies in the folder for temporary files, and is gone at the end.

    Raises:
        CheckFailed: the restored office is not the one that was backed up, or its record does not hold.
        NotPermitted: the passphrase is another one.
        BadInput: the office lies on a server (``pg_dump`` and a second database prove that).
        WorldFault: the disk is full.
    """
    office.location.file  # noqa: B018  refuses a server
    with tempfile.TemporaryDirectory(prefix="akashi-drill-") as folder:
        began = time.monotonic()
        backup, where = Path(folder) / "backup.akashi", Path(folder) / "restored.akashi"
        before = office.copy_to(backup, progress)
        size, middle = backup.stat().st_size, time.monotonic()
        # A restore proves every byte of what it is about to put in place; a proof of the same bytes before would tell nothing more.
        done = restoring.restore(backup, where, passphrase, clock=office.clock, progress=progress)
        _check(office, where, passphrase, done.seq, before)
        return Drill(done.seq, sum(before.values()), size, middle - began, time.monotonic() - middle)


def _check(office: Office, where: Path, passphrase: str, seq: int, before: Mapping[str, int]) -> None:
    """What stands at the new place: up to ``seq`` the office's own record, behind it only the restore; and every row."""
    with office.read() as session:
        link = service.links(session, [seq]).get(seq, "")
    with store.open_(where, passphrase, office.clock) as restored:
        with restored.read() as session:
            found = service.verification_since(session, Prefix(seq, link, service.now(session)))
        after = restored.counts()
    if found is None or _but_own(after) != _but_own(before):
        raise CheckFailed("records.backup_differs", file=where)


def _but_own(counted: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in counted.items() if name not in OWN}
