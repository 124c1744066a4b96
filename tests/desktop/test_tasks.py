"""Work off the window's thread, answers on it."""

import functools
import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.tasks import Progress, Tasks
from tests.desktop.desk import turn


def test_answers_arrive_on_the_gui_thread(tasks: Tasks) -> None:
    here, seen = threading.get_ident(), []
    tasks.run(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    tasks.read(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    assert tasks.wait()
    assert len(seen) == 2
    assert all(there != here and told == here for there, told in seen)
    assert seen[0][0] != seen[1][0]


def test_writes_keep_their_order(tasks: Tasks) -> None:
    written: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: written.append(number))  # type: ignore[misc]  # the lambda's default is its argument
    assert tasks.wait()
    assert written == list(range(20))


def test_an_error_reaches_who_asked(tasks: Tasks) -> None:
    heard: list[Exception] = []

    def fail() -> None:
        raise OSError("disk")

    tasks.run(fail, lambda _result: pytest.fail("it failed"), heard.append)
    assert tasks.wait()
    assert [type(error) for error in heard] == [OSError]


def test_an_error_that_nobody_takes_is_not_lost(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ValueError

    with qtbot.captureExceptions() as caught:
        tasks.run(fail)
        assert tasks.wait()
    assert [kind for kind, *_ in caught] == [ValueError]


def test_a_cancelled_read_says_nothing(tasks: Tasks) -> None:
    gate = threading.Event()
    heard: list[object] = []
    first = tasks.read(lambda: gate.wait(5), heard.append)
    second = tasks.read(functools.partial(heard.append, "began"), heard.append)
    first.cancel()
    second.cancel()
    gate.set()
    assert tasks.wait()
    assert heard == []


def test_a_cancelled_write_is_done_but_not_told(tasks: Tasks) -> None:
    gate = threading.Event()
    written: list[str] = []
    told: list[object] = []
    tasks.run(lambda: gate.wait(5))
    tasks.run(functools.partial(written.append, "saved"), told.append).cancel()
    gate.set()
    assert tasks.wait()
    assert (written, told) == (["saved"], [])


def test_a_widget_that_is_gone_is_not_told(tasks: Tasks) -> None:
    owner, gate = QObject(), threading.Event()
    heard: list[object] = []
    tasks.read(lambda: gate.wait(5), heard.append, owner=owner)
    owner.deleteLater()
    turn()
    gate.set()
    assert tasks.wait()
    assert heard == []


def test_a_paper_opens_while_the_record_is_walked(tasks: Tasks) -> None:
    """A walk takes minutes in a large office, a page a second."""
    opened = threading.Event()
    heard: list[bool] = []
    tasks.long(lambda _progress: opened.wait(5), heard.append)
    tasks.aside(opened.set)
    assert tasks.wait()
    assert heard == [True]


def test_long_work_reports_and_can_be_stopped(tasks: Tasks) -> None:
    heard: list[tuple[int, int]] = []
    rounds: list[int] = []

    def job(progress: Progress) -> str:
        for done in range(1000):
            progress(done, 1000)
            rounds.append(done)
            time.sleep(0.002)
        return "done"

    task = tasks.long(job, lambda _result: pytest.fail("it was stopped"))
    task.on_progress = lambda done, total: heard.append((done, total))
    turn(0.1)
    task.cancel()
    assert tasks.wait()
    assert heard[0] == (0, 1000)
    assert len(rounds) < 1000


def test_the_window_lives_while_a_job_runs(tasks: Tasks) -> None:
    tasks.run(lambda: time.sleep(0.3))
    begun, turns = time.monotonic(), 0
    while time.monotonic() - begun < 0.2:
        before = time.monotonic()
        turn()
        assert time.monotonic() - before < 0.05
        turns += 1
    assert turns > 10


def test_busy_tells_when_writing_begins_and_ends(tasks: Tasks) -> None:
    told: list[bool] = []
    tasks.busy.connect(told.append)
    tasks.run(lambda: None)
    assert tasks.wait()
    assert told == [True, False]


def test_closing_lets_the_last_save_finish() -> None:
    made = Tasks()
    written: list[str] = []

    def save() -> None:
        time.sleep(0.1)
        written.append("saved")

    made.run(save)
    made.close()
    assert written == ["saved"]
    turn()
    made.deleteLater()
    turn()
