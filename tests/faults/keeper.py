"""A process that backs an office up, or restores one, again and again until it is killed.

It says ``go`` once it has begun, and ``done …`` after each (``tests.faults.forks`` runs and kills it).
"""

from itertools import count
from pathlib import Path

from desktop.operations import backups, offices, restoring
from tests import builders


def back_up(where: Path, folder: Path) -> None:
    """One backup after another."""
    with offices.open_(where, builders.PASSPHRASE) as office:
        print("go", flush=True)
        for n in count(1):
            made = backups.make(office, folder / f"b{n}.akashi")
            print("done", made.path.name, made.seq, flush=True)


def put_back(where: Path, backup: Path) -> None:
    """The same backup, over and over."""
    print("go", flush=True)
    while True:
        restoring.restore(backup, where, builders.PASSPHRASE, older=True)
        print("done", flush=True)
