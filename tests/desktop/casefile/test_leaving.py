"""Nothing typed goes silently: a case whose text cannot be saved asks before it closes, alone or with the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.casefile.panel import CaseView
from desktop.casefile.unsaved import UnsavedDialog
from desktop.operations import cases
from desktop.signin.lock import LockDialog
from desktop.window import Window
from tests import builders
from tests.desktop import desk as driver

TYPED = "typed while the disk was full"


@pytest.fixture
def full() -> Iterator[pytest.MonkeyPatch]:
    """A store that takes no draft any more, until the test ends: then the desk closes as always."""

    def refuse(*_: object) -> None:
        raise OSError("no space left")

    with pytest.MonkeyPatch.context() as patched:
        for verb in ("desktop.operations.findings.save_draft", "desktop.operations.decisions.save_draft"):
            patched.setattr(verb, refuse)
        yield patched


@pytest.fixture
def window(tmp_path: Path, desk: Desk) -> Window:
    """An examiner's window with a case in front."""
    office = builders.office(tmp_path)
    builders.ready_case(office)
    cases.take(office, builders.EXAMINER, "A-001")
    office.close()
    made = driver.sign_in(
        desk, str(tmp_path / "office.akashi"), builders.EXAMINER.login, builders.PASSWORD, builders.PASSPHRASE
    )
    made.show_case("A-001")
    driver.quiet(desk, 0.3)
    return made


def write(window: Window, desk: Desk) -> CaseView:
    """A text in the sheet, by keys, that could not be saved."""
    view = window.front
    assert isinstance(view, CaseView)
    view.criteria.go("pension")
    driver.quiet(desk)
    driver.in_front(window)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    editor = view.criteria.sheet.boxes[0].editor
    editor.setFocus()
    QTest.keyClicks(editor, TYPED)
    driver.wait_for(lambda: "Not saved" in view.criteria.footer.saved.text, 4)
    return view


def asked() -> UnsavedDialog:
    """The dialog that is open now."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, UnsavedDialog) and each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_tab_asks_and_esc_keeps_it_open(window: Window, desk: Desk, full: pytest.MonkeyPatch) -> None:
    view = write(window, desk)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    dialog = asked()
    assert TYPED in dialog.text.text
    assert "not met" in dialog.text.text.lower()
    assert dialog.why.text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.turn(0.05)
    assert window.open_cases == ("A-001",)
    assert view.criteria.sheet.boxes[0].editor.text == TYPED


def test_the_text_can_be_copied_and_the_tab_closed_all_the_same(
    window: Window, desk: Desk, full: pytest.MonkeyPatch
) -> None:
    write(window, desk)
    window.close_tab(window.tabs.currentIndex())
    dialog = asked()
    dialog.copy.click()
    assert TYPED in QApplication.clipboard().text()
    dialog.leave.click()
    driver.turn(0.05)
    assert window.open_cases == ()
    assert window.isVisible()


def test_the_window_stays_until_the_person_decides_and_then_closes(
    window: Window, desk: Desk, full: pytest.MonkeyPatch
) -> None:
    write(window, desk)
    left: list[str] = []
    window.left.connect(left.append)
    window.sign_out()
    assert not left
    asked().stay.click()
    driver.turn(0.05)
    window.sign_out()
    assert not left
    asked().leave.click()
    driver.wait_for(lambda: left == ["sign-out"])


def test_closing_goes_on_by_itself_once_the_text_is_saved(window: Window, desk: Desk, full: pytest.MonkeyPatch) -> None:
    view = write(window, desk)
    window.close_tab(window.tabs.currentIndex())
    asked()
    full.undo()
    view.save()
    driver.wait_for(lambda: window.open_cases == ())
    window.show_case("A-001")
    driver.quiet(desk, 0.3)
    again = window.front
    assert isinstance(again, CaseView)
    again.criteria.go("pension")
    driver.quiet(desk)
    assert again.criteria.sheet.boxes[0].editor.text == TYPED


def test_a_weighing_that_cannot_be_saved_is_asked_about_too(
    window: Window, desk: Desk, full: pytest.MonkeyPatch
) -> None:
    view = window.front
    assert isinstance(view, CaseView)
    view.header.button.click()
    driver.quiet(desk)
    view.check.weighing.setFocus()
    QTest.keyClicks(view.check.weighing, TYPED)
    driver.wait_for(lambda: "Not saved" in view.check.footer.saved.text, 4)
    window.close_tab(window.tabs.currentIndex())
    assert asked().text.text == f"Weighing\n{TYPED}"
    asked().leave.click()


def test_nothing_of_it_shows_on_a_locked_desk(window: Window, desk: Desk, full: pytest.MonkeyPatch) -> None:
    write(window, desk)
    window.lock()
    driver.turn(0.05)
    lock = next(each for each in QApplication.topLevelWidgets() if isinstance(each, LockDialog))
    lock._leave(lock.signed_out)
    driver.turn(0.1)
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert [type(each) for each in shown] == [LockDialog]
    assert not window.isVisible()
    again = next(each for each in shown if isinstance(each, LockDialog))
    again.password.edit.setText(builders.PASSWORD)
    again.submit()
    driver.wait_for(window.isVisible)
