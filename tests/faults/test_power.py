"""The power goes: whatever the disk kept of what was not synced, nothing that was acknowledged is lost, and the record holds."""

import shutil
from pathlib import Path

import pytest

from desktop.operations import records
from models.store import embedded, keys
from tests import builders
from tests.faults import disk

STATES = {"test": 500, "prove": 5_000, "soak": 100_000}
SAVES = 30
WHOLE = 50
"""Every so many states the whole record is walked; in the others the pages, and what was acknowledged."""
CLOSING = 20
"""In the last states the office was being closed: pages went from the log into the file."""

pytestmark = pytest.mark.needs("compiler")


@pytest.mark.tiered
@pytest.mark.timeout(7200)
def test_no_power_cut_loses_what_was_acknowledged(tmp_path: Path, tier: str) -> None:
    office = tmp_path / "there" / "office.akashi"
    office.parent.mkdir()
    with builders.office(office.parent) as made:
        builders.ready_case(made)
    start = {office.name: office.read_bytes()}
    done = disk.run(office, SAVES, tmp_path / "log")
    assert done.stdout.split() == ["end"], done.stdout + done.stderr
    log = disk.calls(tmp_path / "log")
    assert {"W", "S"} <= {each.what for each in log}
    assert sum(each.name == "acks" for each in log) == SAVES
    key = keys.file_key(builders.PASSPHRASE, start[office.name][: keys.SALT_BYTES])
    lost: list[object] = []
    for number, (files, acks) in enumerate(disk.crashes(start, log, STATES[tier], 7)):
        path = _laid_out(tmp_path / "after", files)
        missing = _missing(path, key, acks)
        if missing:
            lost.append((number, missing))
        if number % WHOLE == 0 or number >= STATES[tier] - CLOSING:
            with builders.opened(_laid_out(tmp_path / "again", files)) as after:
                assert records.proven(after).ok
    assert lost == []


def _laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / "office.akashi"


def _missing(path: Path, key: str, acks: list[str]) -> list[str]:
    """What was acknowledged and is not there; a file that does not open or whose pages do not hold is all of it."""
    raw = embedded.connector(path, key, reading=False)()
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if (
            raw.execute("PRAGMA cipher_integrity_check").fetchall()
            or raw.execute("PRAGMA quick_check").fetchone()[0] != "ok"
        ):
            return ["damaged"]
        there = {
            f"{criterion} {revision}" for criterion, revision in raw.execute("SELECT criterion, revision FROM finding")
        }
        said = raw.execute("SELECT count(*) FROM event WHERE kind = 'finding_recorded'").fetchone()[0]
        return [each for each in acks if each not in there] or (["an event"] if said != len(there) else [])
    finally:
        raw.close()
