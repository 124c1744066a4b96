"""An office of an older schema: upgraded whole or not at all, with a verified copy aside, its record as it was.

The offices under ``offices/`` are kept for ever: what was once written by a program that people had must open in every later one.
Each holds a decided case with its letter (A-001), a case at work (A-002), and 37 events.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import findings, records, restoring
from models.cases.values import State
from models.errors import BadInput
from models.store import copying, migrate, upgrading
from models.store import office as store
from tests import builders
from tests.faults import raw

ROOT = Path(__file__).parents[2]
KEPT = sorted((Path(__file__).parent / "offices").glob("*.akashi"))
OLDEST = Path(__file__).parent / "offices" / "schema-0003.akashi"
EVENTS = 37
POINTS = {"test": 5, "prove": 20, "soak": 60}


def schema(path: Path) -> str:
    with raw.opened(path) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def tables(path: Path) -> frozenset[str]:
    with raw.opened(path) as connection:
        return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def aside(path: Path) -> list[Path]:
    return sorted(path.with_name(path.name + ".backups").glob("before-upgrade-*.akashi"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_every_office_ever_made_opens_and_its_record_holds(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(kept, path)
    with builders.opened(path) as office:
        found = records.verify(office)
        assert (found.first_broken, found.events) == (None, EVENTS)
        assert case_ops.gather(office, "A-001").case.state is State.ISSUED
        file = case_ops.gather(office, "A-002")
        assert file.case.applicant.name == "𠮷田 邊󠄀"
        findings.record(office, builders.EXAMINER, builders.draft(file, file.criteria[0]))
        assert records.verify(office).ok
    assert schema(path) == migrate.HEAD


def test_a_verified_copy_stands_aside_and_can_be_restored(tmp_path: Path) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(OLDEST, path)
    builders.opened(path).close()
    (copy,) = aside(path)
    assert copy.name == f"before-upgrade-0003-{EVENTS}.akashi"
    assert schema(copy) == "0003"
    new = tmp_path / "again" / "office.akashi"
    restoring.restore(copy, new, builders.PASSPHRASE)
    with builders.opened(new) as office:
        assert records.verify(office).ok
    assert schema(copy) == "0003"


def test_opening_again_makes_no_second_copy(tmp_path: Path) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(OLDEST, path)
    for _ in range(2):
        builders.opened(path).close()
    assert len(aside(path)) == 1


def test_without_its_copy_nothing_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(OLDEST, path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device: database or disk is full")

    monkeypatch.setattr(copying, "sync", full)
    with pytest.raises(Exception, match="full"):
        builders.opened(path)
    assert schema(path) == "0003"
    assert aside(path) == []


def test_a_migration_that_touches_an_event_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(OLDEST, path)
    real = upgrading.record_of
    seen: list[int] = []

    def touched(connection: object) -> tuple[int, str]:
        seen.append(1)
        number, digest = real(connection)  # type: ignore[arg-type]  # handed on as it came
        return number, digest + "x" * (len(seen) == 4)

    monkeypatch.setattr(upgrading, "record_of", touched)
    with pytest.raises(RuntimeError, match="touched the record"):
        builders.opened(path)
    assert schema(path) == "0003"


def test_an_office_of_a_newer_program_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "office.akashi"
    shutil.copyfile(OLDEST, path)
    with raw.opened(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(BadInput, match="newer version"):
        store.open_(path, builders.PASSPHRASE)
    assert path.read_bytes() == before
    assert aside(path) == []


def upgraded(path: Path, last: int) -> tuple[int, str]:
    command = [sys.executable, "-m", "tests.faults.upgrader", str(path), str(last)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.tiered
@pytest.mark.timeout(900)
def test_killed_anywhere_it_is_the_old_office_or_the_new_one(tmp_path: Path, tier: str) -> None:
    path = tmp_path / "whole" / "office.akashi"
    path.parent.mkdir()
    shutil.copyfile(OLDEST, path)
    status, said = upgraded(path, 0)
    assert status == 0
    statements, new, old = int(said.split()[1]), tables(path), tables(OLDEST)
    points = POINTS[tier]
    stood: set[str] = set()
    for n in range(points):
        path = tmp_path / str(n) / "office.akashi"
        path.parent.mkdir()
        shutil.copyfile(OLDEST, path)
        status, said = upgraded(path, max(1, statements * (n + 1) // points))
        assert (status, said) == (-9, "")
        stands = schema(path)
        assert tables(path) == {"0003": old, migrate.HEAD: new}[stands]
        stood.add(stands)
        with builders.opened(path) as office:
            found = records.verify(office)
            assert (found.first_broken, found.events) == (None, EVENTS)
    assert "0003" in stood
