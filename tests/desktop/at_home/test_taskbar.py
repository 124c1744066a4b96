"""Long work that somebody watches shows on the taskbar, and is gone from there when it is over."""

import sys

import pytest
from PySide6.QtWidgets import QWidget

from desktop.at_home import taskbar
from desktop.tasks import Progress, Tasks


class Shell:
    """A taskbar in the hand."""

    def __init__(self) -> None:
        self.told: list[tuple[int, ...]] = []

    def show(self, window: int, done: int, total: int) -> None:
        """Note how far it is."""
        self.told.append((window, done, total))

    def clear(self, window: int) -> None:
        """Note that it is over."""
        self.told.append((window,))


def test_work_that_is_watched_is_shown_and_taken_away(tasks: Tasks) -> None:
    shell = Shell()
    bar = taskbar.Taskbar(shell, lambda: 4)
    tasks.worked.connect(bar.show)

    def job(progress: Progress) -> None:
        for done in range(3):
            progress(done, 2)

    tasks.long(job).on_progress = lambda _done, _total: None
    assert tasks.wait()
    assert shell.told == [(4, 0, 1000), (4, 500, 1000), (4, 1000, 1000), (4,)]
    tasks.long(job)  # a look at the record that nobody asked for
    assert tasks.wait()
    assert len(shell.told) == 4


def test_small_steps_are_not_passed_on() -> None:
    shell = Shell()
    bar = taskbar.Taskbar(shell, lambda: 4)
    for done in range(0, 100_001, 10):
        bar.show(done, 100_000)
    assert len(shell.told) == taskbar.STEPS + 1


def test_without_a_window_nothing_is_shown() -> None:
    shell = Shell()
    bar = taskbar.Taskbar(shell, lambda: 0)
    bar.show(1, 2)
    bar.show(0, 0)
    assert shell.told == []


@pytest.mark.skipif(sys.platform != "win32", reason="Windows' own taskbar: in the rehearsal and on the hosted runner")
def test_windows_takes_it() -> None:
    bar, widget = taskbar.of_this_computer(), QWidget()
    if bar is None:
        pytest.skip("this Windows has no shell")
    bar.show(int(widget.winId()), 1, 2)
    bar.clear(int(widget.winId()))
    widget.deleteLater()


def test_the_desk_follows_its_own_work(monkeypatch: pytest.MonkeyPatch, tasks: Tasks) -> None:
    shell = Shell()
    taskbar.follow(tasks.worked, lambda: 4, tasks)
    monkeypatch.setattr(taskbar, "of_this_computer", lambda: shell)
    taskbar.follow(tasks.worked, lambda: 4, tasks)
    tasks.worked.emit(1, 2)
    assert shell.told == [(4, 500, 1000)]
