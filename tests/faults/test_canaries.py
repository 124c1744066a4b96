"""A thousand canary values through the flows of an office: none stands in the clear in anything that was written."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests import builders

ROOT = Path(__file__).parents[2]
NUMBER = 1_000


def test_no_canary_stands_in_the_clear(tmp_path: Path) -> None:
    folders = {
        name: tmp_path / name.lower()
        for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "AKASHI_ANCHORS")
    }
    for each in folders.values():
        each.mkdir()
    env = {
        **os.environ, **{name: str(path) for name, path in folders.items()}, "PYTHONDONTWRITEBYTECODE": "1",
        "AKASHI_PASSPHRASE": builders.PASSPHRASE,
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.faults.canaries", str(tmp_path), str(NUMBER)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["found"] == []
    assert said["looked"] > 8  # the office, its copies, the anchors, the note of the crash, what the drill threw away
    assert said["crashes"] == 1
    assert "KANARI7" not in done.stderr.replace(
        "KANARI7X00001", "", 1
    )  # whoever asks for it by its number reads it again
