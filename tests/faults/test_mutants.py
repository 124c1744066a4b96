"""Damaged import files by the thousand: every one is read or refused in words, and memory stays small."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NUMBER = {"prove": 50_000, "soak": 500_000}.get(os.environ.get("AKASHI_TIER", ""), 5_000)


@pytest.mark.tiered
@pytest.mark.timeout(3_600)
def test_no_damaged_file_is_anything_but_read_or_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.mutants", str(NUMBER), "7"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    said = json.loads(done.stdout)
    assert said["wrong"] == []
    assert said["read"] + said["refused"] == NUMBER
    assert said["read"] > NUMBER / 100  # a fuzzer that is always refused at the door tests nothing
    assert said["peak_mb"] < 512
