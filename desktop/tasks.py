"""Work off the window's thread: one thread writes, one reads and renders; results come back where widgets may be touched.

A job is a plain function without Qt objects. Its result, its progress and its error are delivered on the GUI thread, in
order. A widget that is gone when its answer arrives is not told.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, Qt, Signal, Slot

Result = TypeVar("Result")
Progress = Callable[[int, int], bool]
"""``progress(done, total)`` as operations call it; it answers whether to go on (false: the person cancelled)."""


class Cancelled(Exception):
    """A job stopped because the person asked."""


class Task:
    """One job under way. ``cancel`` drops its answer, and stops it at its next progress report."""

    def __init__(self, owner: QObject | None) -> None:
        self._owner = owner
        self._stop = threading.Event()
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
    """The two threads. ``busy`` tells the window when writing begins and ends."""

    busy = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reads")
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
        """Do a reading or rendering job; it never holds up a save."""
        return self._start(self._reader, job, done, failed, owner)

    def read_with_progress(
        self,
        job: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Like ``read`` for long work: ``job`` is given a ``Progress``; set ``task.on_progress`` to hear of it."""
        task = Task(owner)

        def progress(done_so_far: int, total: int) -> bool:
            self._arrived.emit(lambda: task.on_progress and task.wanted and task.on_progress(done_so_far, total))
            if task.cancelled:
                raise Cancelled
            return True

        return self._start(self._reader, lambda: job(progress), done, failed, owner, task=task)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waiting to be delivered."""
        return self._open == 0

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Let everything under way finish and be delivered; false when it did not in time."""
        deadline = QDeadlineTimer(milliseconds)
        while not self.idle and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.idle

    def close(self) -> None:
        """Let every save finish, then end both threads. Reads that have not begun are dropped."""
        self._reader.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True)

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

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        call()

    def _finish(self, answer: "_Answer", future: "Future[Any]") -> None:
        self._open -= 1
        if answer.writes:
            self._writing -= 1
            self.busy.emit(self._writing > 0)
        answer.give(future)


class _Answer:
    def __init__(
        self,
        task: Task,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        writes: bool,
    ) -> None:
        self._task, self._done, self._failed, self.writes = task, done, failed, writes

    def give(self, future: "Future[Any]") -> None:
        if future.cancelled() or not self._task.wanted:
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
