"""A restore drill: back the office up, restore that backup at another place, prove what stands there, and throw it away."""

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.operations import backups, records, restoring
from models.errors import CheckFailed, Message
from models.records.values import Verification
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
        made = backups.make(office, Path(folder) / "backup.akashi", progress)
        middle = time.monotonic()
        where = Path(folder) / "restored.akashi"
        restoring.restore(made.path, where, passphrase, clock=office.clock, progress=progress)
        with store.open_(made.path, passphrase, office.clock) as copy:
            before = copy.counts()
        with store.open_(where, passphrase, office.clock) as restored:
            found, after = records.proven(restored), restored.counts()
        _check(where, found, {name: number for name, number in before.items() if name not in OWN}, after)
        return Drill(made.seq, sum(before.values()), made.size, middle - began, time.monotonic() - middle)


def _check(where: Path, found: Verification, before: Mapping[str, int], after: Mapping[str, int]) -> None:
    if found.first_broken is not None:
        how = Message(f"cli.broken_{found.first_broken.kind}")
        raise CheckFailed("records.backup_unsound", file=where, seq=str(found.first_broken.seq), how=how)
    if {name: after.get(name) for name in before} != before:
        raise CheckFailed("records.backup_differs", file=where)
