"""What a test left open is taken away before the next one begins.

A test that stops half-way leaves its window where it stood, and pytest keeps the window alive with the failure's traceback.
Closing it in a later test, when its threads and its theme are long gone, crashes the process; behind a crashed worker
``--dist loadfile`` waits for ever. So one failure stays one failure.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakSet

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.exc import SQLAlchemyError

from desktop.tasks import Tasks
from models.errors import AkashiError
from models.store.office import Office

Made = TypeVar("Made", Office, Tasks)


class Leftovers:
    """Notes each office and its threads as they are made, in ``patch``'s time."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._offices: WeakSet[Office] = WeakSet()
        self._tasks: WeakSet[Tasks] = WeakSet()
        patch.setattr(Office, "__init__", _noting(Office.__init__, self._offices))
        patch.setattr(Tasks, "__init__", _noting(Tasks.__init__, self._tasks))

    @contextmanager
    def taken_away(self, failed: Callable[[], bool]) -> Iterator[None]:
        """What comes in the block goes after it: windows always, threads and offices when the test ``failed``.

        A test that passed has closed these itself, or a fixture of a whole module keeps them.
        """
        windows, offices, tasks, ours = set(_windows()), set(self._offices), set(self._tasks), set(_ours())
        yield
        if failed():
            for each in set(self._tasks) - tasks:
                each.close()
        _delete(each for each in _windows() if each not in windows)
        if failed():
            _delete(each for each in _ours() if each not in ours)
            _close(set(self._offices) - offices)


def _windows() -> list[QWidget]:
    """A dialog or a menu goes with the window that it hangs on."""
    found = QApplication.topLevelWidgets() if QApplication.instance() is not None else []
    return [each for each in found if each.parent() is None]


def _ours() -> list[QObject]:
    """The desk, its look and its language hang on the application."""
    app = QApplication.instance()
    return [] if app is None else [each for each in app.children() if type(each).__module__.startswith("desktop.")]


def _delete(left: Iterator[QObject]) -> None:
    """Without asking them: a window that closes hands its drafts over, to threads that have ended."""
    for each in list(left):
        if shiboken6.isValid(each):
            each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _close(offices: set[Office]) -> None:
    for each in offices:
        with suppress(AkashiError, SQLAlchemyError, OSError):
            each.close()


def _noting(made: Callable[..., None], found: "WeakSet[Made]") -> Callable[..., None]:
    @wraps(made)
    def noted(self: Made, *arguments: Any, **named: Any) -> None:
        made(self, *arguments, **named)
        found.add(self)

    return noted
