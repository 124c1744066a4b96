"""The whole desk: no key is bound that the input method needs, no stray window shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desktop.app import Desk, unsafe_pair
from desktop.casefile.panel import CaseView
from desktop.operations import cases
from desktop.queue.panel import QueueView
from desktop.records.panel import RecordsView
from desktop.signin.lock import LockDialog
from desktop.window import Window
from models.people.values import Actor
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.names import unnamed

NEVER = {f"F{n}" for n in range(6, 11)}


@pytest.fixture
def where(tmp_path: Path) -> str:
    """An office file: one case in an examiner's hands, one proposed, one free."""
    office = builders.office(tmp_path)
    with office:
        for case in ("A-001", "A-002", "A-003"):
            builders.ready_case(office, case)
        cases.take(office, builders.EXAMINER, "A-001")
    return str(tmp_path / "office.akashi")


def sign_in(desk: Desk, where: str, who: Actor = builders.EXAMINER) -> Window:
    """The window of a person."""
    return driver.sign_in(desk, where, who.login, builders.PASSWORD, builders.PASSPHRASE)


def open_all(window: Window, case: str = "A-001") -> CaseView:
    """Every place and every tab of a case was in front once."""
    window.show_case(case)
    driver.turn(0.6)
    view = window.front
    assert isinstance(view, CaseView)
    for index in range(view.tabs.count()):
        view.tabs.setCurrentIndex(index)
        driver.turn(0.2)
    return view


def keys_of(root: QWidget) -> set[str]:
    """Every key sequence that something here is bound to."""
    sequences: list[QKeySequence] = []
    for action in root.findChildren(QAction):
        sequences += action.shortcuts()
    for shortcut in root.findChildren(QShortcut):
        sequences += shortcut.keys()
    return {part for sequence in sequences for part in sequence.toString().replace(", ", "+").split("+")}


def test_f6_to_f10_are_left_to_the_input_method(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    open_all(window)
    bound = keys_of(window)
    assert "F5" in bound
    assert bound & NEVER == set()


class Shown(QObject):
    """Notes every window that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A top-level widget shows."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    """What showed during the test."""
    made = Shown()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_stray_window_flashes_up(desk: Desk, where: str, shown: Shown) -> None:
    window = sign_in(desk, where)
    open_all(window)
    view = window.views[0]
    assert isinstance(view, QueueView)
    view.filters.search.setText("存在しない")
    driver.quiet(desk, 0.5)
    assert set(shown.names) == {"SignInDialog sign-in", "Window desk"}


def test_tabs_turn_close_and_come_back(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    window.show_case("A-001")
    window.show_case("A-002")
    assert list(window.open_cases) == ["A-001", "A-002"]
    front = window.tabs.currentIndex()
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == (front + 1) % window.tabs.count()
    window.show_case("A-002")
    driver.quiet(desk)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert list(window.open_cases) == ["A-001"]
    window.tabs.setCurrentIndex(0)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.views[0], QueueView)
    assert isinstance(window.views[1], RecordsView)


def test_the_title_bar_has_the_number_and_never_the_name(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    window.show_case("A-001")
    driver.quiet(desk, 0.5)
    assert "A-001" in window.windowTitle()
    assert "グエン" not in window.windowTitle()
    assert "グエン" in window.tabs.tabText(window.tabs.currentIndex())


def test_another_language_keeps_the_open_cases(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    window.show_case("A-001")
    driver.quiet(desk)
    opened: list[Window] = []
    desk.window_opened.connect(opened.append)
    window.language_chosen.emit("ja")
    driver.wait_for(lambda: opened)
    driver.quiet(desk)
    assert list(opened[0].open_cases) == ["A-001"]
    assert opened[0].tabs.tabText(0).startswith("事案一覧")


def test_a_locked_desk_shows_nothing_and_opens_by_password(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    window.lock()
    driver.turn(0.05)
    lock = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LockDialog))
    assert not window.isVisible()
    assert unnamed(lock) == []
    QTest.keyClick(lock, Qt.Key.Key_Escape)
    assert lock.isVisible()
    lock.password.edit.setText("wrong")
    lock.submit()
    driver.quiet(desk)
    assert lock.password.problem.isVisible()
    lock.password.edit.setText(builders.PASSWORD)
    lock.submit()
    driver.wait_for(window.isVisible)


def test_a_quiet_desk_locks_itself(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    assert desk._idle is not None
    assert desk._idle._timer.interval() == 15 * 60_000
    desk._idle._timer.setInterval(30)
    desk._idle._timer.start()
    driver.wait_for(lambda: not window.isVisible())
    lock = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LockDialog))
    lock.password.edit.setText(builders.PASSWORD)
    lock.submit()
    driver.wait_for(window.isVisible)


def test_signing_out_comes_back_to_signing_in(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    window.sign_out()
    driver.wait_for(
        lambda: [w for w in QApplication.topLevelWidgets() if w.objectName() == "sign-in" and w.isVisible()]
    )


def test_the_record_is_proven_behind_the_desk(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    driver.quiet(desk)
    assert window.verified_at is not None
    assert "Record verified" in window.status.right.text()


def test_an_auditor_finds_the_record_first_and_may_take_nothing(desk: Desk, where: str) -> None:
    window = sign_in(desk, where, builders.AUDITOR)
    assert isinstance(window.views[0], RecordsView)
    queue = window.views[1]
    assert isinstance(queue, QueueView)
    assert queue.filters.next.isHidden()


def test_all_keys_are_listed(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    QTest.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    driver.turn(0.05)
    dialog = window.findChild(QDialog, "all-keys")
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.turn(0.05)


def test_text_grows_by_key_up_to_200(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    for _ in range(12):
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.theme.percent == 200
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert desk.theme.percent == 100


def test_menus_are_named_too(desk: Desk, where: str) -> None:
    window = sign_in(desk, where)
    nameless = [
        widget.title()
        for widget in window.menuBar().findChildren(QMenu)
        if widget.title() and not widget.accessibleName()
    ]
    assert nameless == []


def test_the_unsafe_pair_is_known() -> None:
    assert unsafe_pair((6, 12), (3, 11))
    assert not unsafe_pair((6, 12), (3, 12))
    assert not unsafe_pair((6, 11), (3, 11))
