"""Drives the real desk in tests: sign in, wait until it is quiet, find widgets by name."""

import time
from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.preferences import Preferences
from desktop.signin.dialog import SignInDialog
from desktop.window import Window

Found = TypeVar("Found", bound=QWidget)


def turn(seconds: float = 0.0) -> None:
    """Let Qt work for a while."""
    until = time.monotonic() + seconds
    while True:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.monotonic() >= until:
            return
        time.sleep(0.005)


def wait_for(reached: Callable[[], object], seconds: float = 20.0) -> None:
    """Let Qt work until something is so; ``AssertionError`` when it does not come."""
    until = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < until, "it did not come in time"
        turn(0.01)


def quiet(desk: Desk, pause: float = 0.25) -> None:
    """Until nothing is under way. Reading that a timer holds back for up to ``pause`` is waited for; where none does, there is
    no pause."""
    until = time.monotonic() + 30
    turn(0.02)
    while not desk.tasks.idle or _held_back(desk, pause):
        assert time.monotonic() < until, "something is always under way"
        if desk.tasks.idle:
            turn(0.005)
        else:
            assert desk.tasks.wait(30_000)
            turn(0.02)


def _held_back(desk: Desk, pause: float) -> bool:
    """Whether something is put off until a timer of up to ``pause`` seconds has run."""
    places: list[QObject] = [desk, *QApplication.topLevelWidgets()]
    timers = (timer for place in places for timer in place.findChildren(QTimer))
    return any(each.isSingleShot() and each.isActive() and each.interval() <= pause * 1000 for each in timers)


def in_front(widget: QWidget) -> None:
    """Show a window and wait until the keyboard is its own."""
    widget.show()
    widget.activateWindow()
    wait_for(widget.isActiveWindow, 5)


def find(parent: QWidget, kind: type[Found], name: str) -> Found:
    """The one widget of a kind with this object name."""
    found = parent.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]


def start(lang: str = "ja", preferences: Preferences | None = None) -> Desk:
    """A desk of its own preferences; the application is pytest-qt's or a new one."""
    from desktop.app import application

    return Desk(application(), preferences or Preferences(), lang)


def sign_in(desk: Desk, office: str, login: str, password: str = "sample", passphrase: str = "sample") -> Window:
    """Sign in through the real window; the desk's window."""
    opened: list[Window] = []
    desk.window_opened.connect(opened.append)
    dialog = desk.sign_in(office, passphrase)
    fill_in(dialog, login, password)
    wait_for(dialog.go.isEnabled)
    dialog.go.click()
    wait_for(lambda: opened)
    quiet(desk)
    return opened[0]


def fill_in(dialog: SignInDialog, login: str, password: str) -> None:
    """Type login and password."""
    dialog.login.setText(login)
    dialog.password.edit.setText(password)


def confirm(parent: QWidget, password: str = "sample") -> None:
    """Type the password for the act that asks for it, and confirm."""
    from desktop.confirming import ConfirmDialog

    dialog = next(each for each in parent.findChildren(ConfirmDialog) if each.isVisible())
    dialog.password.setText(password)
    dialog.password.textEdited.emit(password)
    dialog.submit()


def close(desk: Desk) -> None:
    """Close whatever stands open, end the threads, forget the desk."""
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget) and widget.isVisible():
            widget.close()
    turn(0.05)
    desk.end()
    turn()
    desk.deleteLater()
    turn()
