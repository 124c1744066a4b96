"""What every test gets: Qt without a screen, and groups that need a program which is not Python."""

import os
import tempfile
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A display is asked for by name (AKASHI_DISPLAY=1, or a platform); everything else runs without one.
if not os.environ.get("AKASHI_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Anchors of the tests' offices never lie in the person's own folder; those of one test are not another's.
os.environ["AKASHI_ANCHORS"] = tempfile.mkdtemp(prefix="akashi-anchors-")

# Two cores are shared with other work: a slow example is no failure, and a run repeats exactly.
settings.register_profile("akashi", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("akashi")


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly at the end what did not run."""
    for group in sorted(skipped_groups()):
        terminalreporter.write_line(f"!! SKIPPED GROUP: {group} (AKASHI_SKIP_GROUPS)", red=True, bold=True)


@pytest.fixture(scope="session")
def tier() -> str:
    """How far a test goes: ``test`` (minutes), ``prove`` (long) or ``soak`` (hours)."""
    return os.environ.get("AKASHI_TIER", "test")


@pytest.fixture(autouse=True)
def own_anchors(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offices of the tests are copies of one, and have its name outside: each test anchors in a folder of its own."""
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path_factory.mktemp("anchors")))


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """A thread that a test starts and leaves running is a failure: close the office, the desk, the pool that owns it."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in started:
        thread.join(timeout=2)
    assert [thread.name for thread in started if thread.is_alive()] == []
