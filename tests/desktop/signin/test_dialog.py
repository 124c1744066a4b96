"""Signing in through the real window, on a real office."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.preferences import Preferences
from desktop.signin import work
from desktop.signin.dialog import SignInDialog
from desktop.tasks import Tasks
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import fill_in, in_front, turn, wait_for

Opened = list[tuple[object, Actor, object]]


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A closed office file."""
    office = builders.office(tmp_path)
    office.close()
    return str(tmp_path / "office.akashi")


@pytest.fixture
def preferences() -> Preferences:
    """Nothing remembered yet."""
    return Preferences()


def shown(tasks: Tasks, preferences: Preferences, where: str, passphrase: str) -> tuple[SignInDialog, Opened]:
    """The dialog in front, and who signs in."""
    dialog = SignInDialog(tasks, preferences, "en", where, passphrase)
    opened: Opened = []
    dialog.signed_in.connect(lambda *what: opened.append(what))
    in_front(dialog)
    tasks.wait()
    return dialog, opened


@pytest.fixture(autouse=True)
def quiet(tasks: Tasks) -> Iterator[None]:
    """Nothing is under way when the test ends."""
    yield
    tasks.wait()


def type_letter(edit: QLineEdit, letter: str) -> None:
    """A letter as it comes without Shift held."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter))


def end(dialog: SignInDialog, opened: Opened) -> None:
    """Close what a test opened."""
    for office, *_ in opened:
        office.close()  # type: ignore[attr-defined]  # an office
    dialog.close()
    dialog.deleteLater()
    turn()


def test_the_keyboard_alone_signs_in(tasks: Tasks, preferences: Preferences, where: str) -> None:
    dialog, opened = shown(tasks, preferences, where, builders.PASSPHRASE)
    assert dialog.login.hasFocus()
    QTest.keyClicks(dialog.login, "examiner1")
    QTest.keyClick(dialog.login, Qt.Key.Key_Tab)
    assert dialog.password.edit.hasFocus()
    QTest.keyClicks(dialog.password.edit, builders.PASSWORD)
    QTest.keyClick(dialog.password.edit, Qt.Key.Key_Return)
    wait_for(lambda: opened)
    assert opened[0][1] == builders.EXAMINER
    assert preferences.get("login") == "examiner1"
    assert preferences.get("offices") == [where]
    end(dialog, opened)


def test_a_wrong_password_is_said_under_the_password(tasks: Tasks, preferences: Preferences, where: str) -> None:
    dialog, opened = shown(tasks, preferences, where, builders.PASSPHRASE)
    fill_in(dialog, "examiner1", "wrong")
    dialog.submit()
    tasks.wait()
    assert dialog.password.problem.isVisible()
    assert "password" in dialog.password.problem.text.lower()
    assert dialog.password.edit.accessibleDescription() == dialog.password.problem.text
    assert dialog.password.edit.hasFocus()
    assert not opened
    dialog.password.edit.setText("x")
    assert not dialog.password.problem.isVisible()
    end(dialog, opened)


def test_the_passphrase_is_asked_and_a_wrong_one_said_there(tasks: Tasks, preferences: Preferences, where: str) -> None:
    dialog, opened = shown(tasks, preferences, where, "")
    assert dialog.passphrase.isVisible()
    fill_in(dialog, "examiner1", builders.PASSWORD)
    assert not dialog.go.isEnabled()
    dialog.passphrase.edit.setText("another one")
    dialog.submit()
    tasks.wait()
    assert dialog.passphrase.problem.isVisible()
    dialog.passphrase.edit.setText(builders.PASSPHRASE)
    dialog.submit()
    wait_for(lambda: opened)
    end(dialog, opened)


def test_the_health_of_the_record_is_told_before_signing_in(tasks: Tasks, preferences: Preferences, where: str) -> None:
    dialog, opened = shown(tasks, preferences, where, builders.PASSPHRASE)
    assert "nothing amiss" in dialog.health.text
    assert dialog.offices.currentText() == "試験局"
    end(dialog, opened)


def test_enter_may_come_before_the_office_is_open(
    tasks: Tasks, preferences: Preferences, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a slow disk the office opens for seconds: who types faster need not press Enter again."""
    typed, quick = threading.Event(), work.open_office

    def slow(path: str, passphrase: str, login: str = "", password: str = "") -> Office:
        assert typed.wait(20)
        return quick(path, passphrase, login, password)

    monkeypatch.setattr(work, "open_office", slow)
    dialog = SignInDialog(tasks, preferences, "en", where, builders.PASSPHRASE)
    opened: Opened = []
    dialog.signed_in.connect(lambda *what: opened.append(what))
    in_front(dialog)
    fill_in(dialog, "examiner1", builders.PASSWORD)
    assert not dialog.go.isEnabled()
    dialog.submit()
    typed.set()
    wait_for(lambda: opened)
    end(dialog, opened)


def test_a_file_that_is_not_there_is_said_under_the_office(
    tasks: Tasks, preferences: Preferences, tmp_path: Path
) -> None:
    dialog, opened = shown(tasks, preferences, str(tmp_path / "none.akashi"), "passphrase")
    assert dialog.office_field.problem.isVisible()
    end(dialog, opened)


def test_caps_lock_is_told(tasks: Tasks, preferences: Preferences, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "desktop.signin.fields._asked_of_system", lambda guess: guess
    )  # Windows would tell of its own keyboard
    dialog, opened = shown(tasks, preferences, where, builders.PASSPHRASE)
    dialog.password.edit.setFocus()
    type_letter(dialog.password.edit, "A")
    assert dialog.password.caps.isVisible()
    type_letter(dialog.password.edit, "a")
    assert not dialog.password.caps.isVisible()
    end(dialog, opened)


def test_the_password_shows_when_asked(tasks: Tasks, preferences: Preferences, where: str) -> None:
    dialog, opened = shown(tasks, preferences, where, builders.PASSPHRASE)
    edit = dialog.password.edit
    assert edit.echoMode() is edit.EchoMode.Password
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert edit.echoMode() is edit.EchoMode.Normal
    end(dialog, opened)
