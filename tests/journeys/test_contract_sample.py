"""The contract's synthetic office: the same for a seed, whichever run makes it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

LIVES = """
from random import Random
from desktop.operations.invented.story import _troubles
print([sorted(_troubles(Random(str(n)))) for n in range(500)])
"""


def _told(hash_seed: str) -> str:
    """What another run of the program invents: each run orders its sets anew."""
    run = subprocess.run(
        [sys.executable, "-c", LIVES], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    return run.stdout


def test_two_runs_invent_the_same_lives() -> None:
    assert _told("1") == _told("2") == _told("3")
