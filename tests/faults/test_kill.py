"""kill -9 while findings are saved: what was acknowledged is there afterwards, every time."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.operations import findings, records
from models.casefile.values import CaseFile
from models.store.office import Office
from tests import builders

ROOT = Path(__file__).parents[2]
SHARDS = 5
KILLS = {"test": 10, "prove": 40, "soak": 400}
"""Kills in each shard: 50 in the tests, 200 in the proof."""


def killed(where: Path, seed: int, delay: float) -> list[list[str]]:
    """Let a process save for a while, kill it, and return what it had acknowledged."""
    command = [sys.executable, "-m", "tests.faults.saver", str(where), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        time.sleep(delay)
        process.kill()
        rest, wrong = process.communicate()
    assert first, wrong
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
@pytest.mark.timeout(600)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_nothing_acknowledged_is_lost(tmp_path: Path, tier: str, shard: int) -> None:
    chance = random.Random(shard)
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        file = builders.case_file(office)
    where = tmp_path / "office.akashi"
    acknowledged = 0
    for n in range(KILLS[tier]):
        said = killed(where, shard * 1000 + n, chance.uniform(0, 0.15))
        acknowledged += len(said)
        with builders.opened(where) as office:
            file = check(office, said, file)
    assert acknowledged > KILLS[tier]
    assert [each.name for each in tmp_path.iterdir()] == ["office.akashi"]
