"""Work off the window's thread: one thread writes, one reads, one does long work, one waits for other processes; results come back
where widgets may be touched.

A job is a plain function without Qt objects. Its result, its progress and its error are delivered on the GUI thread, in
order. A widget that is gone when its answer arrives is not told.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, Qt, Signal, Slot

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""``progress(done, total)`` as operations call it; it raises ``Cancelled`` when the person cancelled."""
_REST = 0.002
"""Seconds between two turns of a wait."""


class Cancelled(Exception):
    """A job stopped because the person asked."""


class Task:
    """One job under way. ``cancel`` drops its answer, and stops it at its next progress report."""

    def __init__(self, owner: QObject | None) -> None:
        self._owner = owner
        self._stop = threading.Event()
        self.finished = False
        self.on_progress: Callable[[int, int], None] | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the person cancelled it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Drop the answer; a job that has not begun never begins."""
        self._stop.set()

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.cancelled and (self._owner is None or shiboken6.isValid(self._owner))


class Tasks(QObject):
    """The threads. ``busy`` tells the window when writing begins and ends; ``worked(done, total)`` how far long work is that somebody
    watches, (0, 0) when it is over."""

    busy = Signal(bool)
    worked = Signal(int, int)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reads")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._running_long: list[Task] = []
        self._open = 0
        self._writing = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Do a writing job on the database thread, one after another.

        ``done(result)`` or ``failed(error)`` is called on the GUI thread, unless the task was cancelled or ``owner`` is gone.
        An error that nobody takes reaches the program's own error box.
        """
        self._writing += 1
        self.busy.emit(True)
        return self._start(self._writer, job, done, failed, owner, writes=True)

    def read(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Do a short reading job; it never holds up a save."""
        return self._start(self._reader, job, done, failed, owner)

    def aside(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Wait for a process that opens a paper: it holds up no other reading, and no verification of minutes holds it up."""
        return self._start(self._aside, job, done, failed, owner)

    def long(
        self,
        job: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Do long reading (verify, render, report) beside both: ``job`` is given a ``Progress``.

        Set ``task.on_progress`` to hear of it; a cancelled task stops at its next report.
        """
        task = Task(owner)
        self._running_long = [each for each in self._running_long if not each.finished] + [task]

        def progress(done_so_far: int, total: int) -> None:
            self._arrived.emit(lambda: self._tell(task, done_so_far, total))
            if task.cancelled:
                raise Cancelled

        return self._start(self._long, lambda: job(progress), done, failed, owner, task=task)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waiting to be delivered."""
        return self._open == 0

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Let everything under way finish and be delivered; false when it did not in time."""
        _turn_until(lambda: self.idle, milliseconds)
        return self.idle

    def wait_for_writes(self, milliseconds: int = 10_000) -> bool:
        """Let every save finish and be answered; false when one did not in time."""
        _turn_until(lambda: self._writing == 0, milliseconds)
        return self._writing == 0

    def close(self) -> None:
        """Let every save finish, then end the threads. Reads that have not begun are dropped, long work is stopped."""
        for task in self._running_long:
            task.cancel()
        for pool in (self._reader, self._long, self._aside):
            pool.shutdown(wait=False, cancel_futures=True)
        for pool in (self._writer, self._reader, self._long, self._aside):
            pool.shutdown(wait=True)

    def _start(
        self,
        pool: ThreadPoolExecutor,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None,
        failed: Callable[[Exception], None] | None,
        owner: QObject | None,
        writes: bool = False,
        task: Task | None = None,
    ) -> Task:
        task = task or Task(owner)
        self._open += 1
        answer = _Answer(task, done, failed, writes)
        future = pool.submit(_unless_cancelled, task, job, writes)
        future.add_done_callback(lambda finished: self._arrived.emit(lambda: self._finish(answer, finished)))
        return task

    def _tell(self, task: Task, done: int, total: int) -> None:
        if task.on_progress is not None and task.wanted:
            task.on_progress(done, total)
            self.worked.emit(done, total)

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        call()

    def _finish(self, answer: "_Answer", future: "Future[Any]") -> None:
        self._open -= 1
        answer.task.finished = True
        if answer.task.on_progress is not None:
            self.worked.emit(0, 0)
        if answer.writes:
            self._writing -= 1
            self.busy.emit(self._writing > 0)
        answer.give(future)


def _turn_until(reached: Callable[[], bool], milliseconds: int) -> None:
    """Rest between turns: turning without a pause takes the processor from the very thread that is waited for."""
    deadline = QDeadlineTimer(milliseconds)
    while not reached() and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not reached():
            time.sleep(_REST)


class _Answer:
    def __init__(
        self,
        task: Task,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        writes: bool,
    ) -> None:
        self.task, self._done, self._failed, self.writes = task, done, failed, writes

    def give(self, future: "Future[Any]") -> None:
        if future.cancelled() or not self.task.wanted:
            return
        error = future.exception()
        if error is None:
            if self._done:
                self._done(future.result())
        elif isinstance(error, Exception) and not isinstance(error, Cancelled):
            if self._failed is None:
                raise error
            self._failed(error)


def _unless_cancelled(task: Task, job: Callable[[], Result], writes: bool) -> Result:
    """A write once asked for is done even when nobody waits for the answer any more: nothing typed is lost."""
    if task.cancelled and not writes:
        raise Cancelled
    return job()
