"""kill -9 while a backup is made or restored: whole backups only, and the old office or the new one, never none."""

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop.operations import backups, records
from tests import builders
from tests.faults import forks, keeper

KILLS = {"test": 8, "prove": 60, "soak": 600}
LONGEST = 1.2
"""Seconds; a backup takes a few tenths, a restore less than one."""


def killed(work: Callable[[Path, Path], None], where: Path, other: Path, delay: float) -> list[str]:
    """Let a process work for a while and kill it; what it said was done."""
    fork = forks.start(partial(work, where, other), where.parent.with_suffix(".wrong"))
    first = fork.out.readline()
    time.sleep(delay)
    rest = fork.kill()
    assert first == "go\n", fork.wrong
    return [line for line in rest.split("\n")[:-1] if line.startswith("done")]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    with builders.office(tmp_path) as where:
        builders.ready_case(where)
    return tmp_path / "office.akashi"


@pytest.mark.tiered
@pytest.mark.timeout(1800)
def test_what_stands_under_a_backups_name_is_whole(office: Path, tmp_path: Path, tier: str) -> None:
    chance = random.Random(1)
    with builders.opened(office) as opened:
        events = records.verify(opened).events
    for n in range(KILLS[tier]):
        folder = tmp_path / f"out{n}"
        said = killed(keeper.back_up, office, folder, chance.uniform(0, LONGEST))
        made = sorted(folder.glob("b*.akashi"))
        assert len(made) >= len(said)
        for path in made[-2:]:
            with builders.opened(path) as copy:
                assert records.proven(copy).events == events
    with builders.opened(office) as opened:
        assert records.verify(opened).ok


@pytest.mark.tiered
@pytest.mark.timeout(1800)
def test_a_killed_restore_leaves_the_old_office_or_the_new_one(office: Path, tmp_path: Path, tier: str) -> None:
    chance = random.Random(2)
    backup = tmp_path / "backup" / "b.akashi"
    with builders.opened(office) as opened:
        made = backups.make(opened, backup)
        builders.find_all(opened)
        newest = records.verify(opened).events
    old, between = office.read_bytes(), 0
    for _ in range(KILLS[tier]):
        for path in tmp_path.glob("office.*"):
            path.unlink()
        office.write_bytes(old)
        said = killed(keeper.put_back, office, backup, chance.uniform(0, LONGEST))
        with builders.opened(office) as opened:
            found = records.proven(opened)
            last = records.page(opened, builders.AUDITOR, size=1)[0]
        assert found.ok
        assert found.events in (newest, made.seq + 1)
        assert (last.kind == "restored") == (found.events == made.seq + 1)
        if said:
            assert last.kind == "restored"
            assert any(path.name.startswith("office.before-") for path in tmp_path.iterdir())
        between += not said
    assert between
