"""Two programs on one office file: nobody gets another's case, nothing is lost, nothing is doubled."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from desktop.operations import offices, records
from tests import builders
from tests.faults import raw

ROOT = Path(__file__).parents[2]


def start(where: Path, login: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.taker", str(where), login]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_programs_never_take_the_same_case(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.many_cases(office, 120)
    where = tmp_path / "office.akashi"
    with start(where, "examiner1") as one, start(where, "examiner2") as two:
        for each in (one, two):
            assert each.stdout is not None
            assert each.stdout.readline() == "ready\n"
        for each in (one, two):
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        taken = [each.communicate()[0].split() for each in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0)
    assert len(taken[0]) + len(taken[1]) == 120
    assert set(Counter(taken[0] + taken[1]).values()) == {1}
    with offices.open_(where, builders.PASSPHRASE) as office:
        assert records.verify(office).ok
    assert [each.name for each in tmp_path.iterdir()] == ["office.akashi"]


def test_who_only_looks_does_not_wait_for_a_long_import(tmp_path: Path) -> None:
    with builders.office(tmp_path):
        pass
    where = tmp_path / "office.akashi"
    with raw.opened(where) as importing:
        importing.execute("BEGIN IMMEDIATE")
        with offices.open_(where, builders.PASSPHRASE) as office:
            assert offices.settings(office)
        importing.execute("ROLLBACK")
