"""kill -9 while findings are saved: what was acknowledged is there afterwards, every time."""

import random
import time
from functools import partial
from pathlib import Path

import pytest

from desktop.operations import findings, offices, records
from models.casefile.values import CaseFile
from models.store.office import Office
from tests import builders
from tests.faults import forks, saver
from tests.postgres import backends

SHARDS, ON_SERVER = 5, 2
KILLS = {"test": 10, "prove": 40, "soak": 400}
"""Kills in each shard: 50 in the tests, 200 in the proof, across both backends."""


def killed(where: Path | str, wrong: Path, seed: int, delay: float) -> list[list[str]]:
    """Let a process save for a while, kill it, and return what it had acknowledged."""
    fork = forks.start(partial(saver.main, where, seed), wrong)
    first = fork.out.readline()
    time.sleep(delay)
    rest = fork.kill()
    assert first, fork.wrong
    # The last line may be cut in the middle: it was not said to the end, so nothing was promised.
    said = (first + rest).split("\n")[:-1]
    return [line.split(" ", 3) for line in said]


def check(office: Office, said: list[list[str]], before: CaseFile) -> CaseFile:
    """Every acknowledged finding and draft is there, and the record is whole."""
    assert records.verify(office).ok
    file = builders.case_file(office)
    drafts = [line for line in said if line[0] == "draft"]
    for _, criterion, revision, text in (line for line in said if line[0] == "finding"):
        kept = findings.history(office, "A-001", criterion)[int(revision) - 1]
        assert (kept.revision, kept.reasons[0].text) == (int(revision), text)
    if drafts:
        _, criterion, saving, text = drafts[-1]
        kept_draft = file.draft(criterion)
        assert kept_draft is not None
        assert kept_draft.saving >= int(saving)
        if kept_draft.saving == int(saving):
            assert kept_draft.draft.reasons[0].text == text
    assert len(file.events) >= len(before.events)
    return file


@pytest.mark.tiered
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("shard", range(SHARDS - ON_SERVER))
def test_nothing_acknowledged_is_lost(tmp_path: Path, tier: str, shard: int) -> None:
    chance = random.Random(shard)
    folder = tmp_path / "there"
    folder.mkdir()
    with builders.office(folder) as office:
        builders.ready_case(office)
        file = builders.case_file(office)
    where = folder / "office.akashi"
    acknowledged = 0
    for n in range(KILLS[tier]):
        said = killed(where, tmp_path / "wrong", shard * 1000 + n, chance.uniform(0, 0.15))
        acknowledged += len(said)
        with builders.opened(where) as office:
            file = check(office, said, file)
    assert acknowledged > KILLS[tier]
    assert [each.name for each in folder.iterdir()] == ["office.akashi"]


@pytest.mark.tiered
@pytest.mark.needs("postgres")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("shard", range(SHARDS - ON_SERVER, SHARDS))
def test_nothing_acknowledged_is_lost_on_a_server(tmp_path: Path, tier: str, shard: int) -> None:
    """The program is killed; its server is not, and gives back what the program held."""
    chance = random.Random(shard)
    with backends.using(backends.SERVER):
        where = backends.shared().url(backends.database(builders.furnish, builders.MADE))
        with offices.open_(where, "") as office:
            builders.ready_case(office)
            file = builders.case_file(office)
            acknowledged = 0
            for n in range(KILLS[tier]):
                said = killed(where, tmp_path / "wrong", shard * 1000 + n, chance.uniform(0, 0.3))
                acknowledged += len(said)
                file = check(office, said, file)
    assert acknowledged > KILLS[tier]
