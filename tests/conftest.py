"""What every test gets: Qt without a screen, and groups that need a program which is not Python."""

import os
import threading
from collections.abc import Generator, Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from models.store import keys
from tests.leftovers import Leftovers

# A display is asked for by name (AKASHI_DISPLAY=1, or a platform); everything else runs without one.
if not os.environ.get("AKASHI_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ANCHORS = count()
"""One folder of anchors a test."""

# Two cores are shared with other work: a slow example is no failure, and a run repeats exactly.
settings.register_profile("akashi", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("akashi")


FAILED = pytest.StashKey[bool]()
"""Whether a test failed so far."""
LONG = (
    "desktop/test_screens", "models/decisions/test_two_people", "faults/test_attacks", "faults/test_kill",
    "desktop/operations/test_calibration", "faults/test_backup_kill", "journeys/test_command_line",
    "postgres/test_two_desks", "journeys/test_turns", "journeys/test_desk", "desktop/operations/test_sample",
    "desktop/calibration/test_panel", "models/frameworks/test_editing", "faults/test_damage", "postgres/test_stops",
    "faults/test_power", "desktop/operations/test_lettering", "models/consistency/test_attack",
)  # fmt: skip
"""Files of more than about eight seconds. They begin first: a long one at the end would leave the other processor idle."""
TESTS = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first, all others as they were found."""
    places = {TESTS / f"{name}.py": place for place, name in enumerate(LONG)}
    assert all(each.exists() for each in places)
    items.sort(key=lambda item: places.get(item.path, len(places)))


def skipped_groups() -> frozenset[str]:
    """The groups that dev.py found no program for; with CI=true none may be skipped."""
    if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        return frozenset()
    return frozenset(os.environ.get("AKASHI_SKIP_GROUPS", "").replace(",", " ").split())


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose group is named in AKASHI_SKIP_GROUPS; the reason names the group."""
    for mark in item.iter_markers("needs"):
        for group in mark.args:
            if group in skipped_groups():
                pytest.skip(f"group {group!r} is skipped: its program is missing (AKASHI_SKIP_GROUPS)")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note on the test whether it failed, for what takes away what it left."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly at the end what did not run."""
    for group in sorted(skipped_groups()):
        terminalreporter.write_line(f"!! SKIPPED GROUP: {group} (AKASHI_SKIP_GROUPS)", red=True, bold=True)


@pytest.fixture(scope="session")
def tier() -> str:
    """How far a test goes: ``test`` (minutes), ``prove`` (long) or ``soak`` (hours)."""
    return os.environ.get("AKASHI_TIER", "test")


@pytest.fixture(scope="session", autouse=True)
def anchors_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Anchors of the tests' offices never lie in the person's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AKASHI_ANCHORS", str(tmp_path_factory.mktemp("anchors")))
        yield Path(os.environ["AKASHI_ANCHORS"])


@pytest.fixture(scope="session", autouse=True)
def keys_derived_once() -> Iterator[None]:
    """The key of a file costs an eighth of a second to derive, on purpose: the same passphrase and salt are asked once a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "file_key", cache(keys.file_key))
        yield


@pytest.fixture(autouse=True)
def own_anchors(anchors_of_the_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offices of the tests are copies of one, and have its name outside: each test anchors in a folder of its own."""
    monkeypatch.setenv("AKASHI_ANCHORS", str(anchors_of_the_run / str(next(ANCHORS))))


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """A thread that a test starts and leaves running is a failure: close the office, the desk, the pool that owns it."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in started:
        thread.join(timeout=2)
    assert [thread.name for thread in started if thread.is_alive()] == []


@pytest.fixture(scope="session")
def leftovers() -> Iterator[Leftovers]:
    """The offices and threads of this process."""
    with pytest.MonkeyPatch.context() as patch:
        yield Leftovers(patch)


@pytest.fixture(autouse=True)
def nothing_stays_open(
    request: pytest.FixtureRequest, leftovers: Leftovers, no_thread_outlives_its_test: None
) -> Iterator[None]:
    """One failure stays one failure: the windows, threads and offices of a failed test are gone before the next begins."""
    with leftovers.taken_away(lambda: request.node.stash.get(FAILED, False)):
        yield
