"""The disk says no, or is full, at every call once: words a person understands, work that goes on, nothing acknowledged lost."""

import errno
import shutil
from pathlib import Path

import pytest

from desktop.operations import records
from tests import builders
from tests.faults import disk

SAVES = 3
STEP = {"test": 15, "prove": 1, "soak": 1}
"""In the tests every so many-th call fails; in the proof each."""
FULL = 6
"""So many calls in a row a full disk stays full, until somebody made room."""
WORDS = {"store.disk_error", "store.disk_full", "store.damaged", "store.cannot_open", "store.locked", "store.read_only"}

pytestmark = pytest.mark.needs("compiler")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    with builders.office(folder) as office:
        builders.ready_case(office)
    return (folder / "office.akashi").read_bytes()


def laid(folder: Path, whole: bytes) -> Path:
    folder.mkdir()
    path = folder / "office.akashi"
    path.write_bytes(whole)
    return path


@pytest.mark.tiered
@pytest.mark.timeout(7200)
@pytest.mark.parametrize(("error", "calls"), [(errno.EIO, 1), (errno.ENOSPC, FULL)], ids=["error", "full"])
def test_every_call_that_fails_is_said_and_loses_nothing(
    tmp_path: Path, whole: bytes, tier: str, error: int, calls: int
) -> None:
    path = laid(tmp_path / "count", whole)
    done = disk.run(path, SAVES, tmp_path / "log")
    assert done.stdout.split() == ["end"], done.stderr
    number = disk.calls(tmp_path / "log")[-1].offset
    assert number > SAVES
    said: set[str] = set()
    for n in range(1, number + 1, STEP[tier]):
        path = laid(tmp_path / f"{n}", whole)
        more = {"AKASHI_DISK_FAIL": str(n), "AKASHI_DISK_ERROR": str(error), "AKASHI_DISK_CALLS": str(calls)}
        done = disk.run(path, SAVES, tmp_path / f"log{n}", **more)
        lines = done.stdout.split("\n")
        assert (done.returncode, lines[-2], done.stderr) == (0, "end", ""), f"call {n}: {done.stdout}{done.stderr}"
        said |= {line.split()[0] for line in lines[:-2]}
        acks = path.with_name("acks").read_text(encoding="utf-8").split("\n")[:-1]
        assert len(acks) == SAVES, f"call {n}: the work did not go on"
        with builders.opened(path) as office:
            assert records.proven(office).ok, f"call {n}"
            there = {f"{each.criterion} {each.revision}" for each in builders.case_file(office).findings}
        assert set(acks) <= there, f"call {n}"
        shutil.rmtree(path.parent)
    assert said
    assert said <= WORDS
