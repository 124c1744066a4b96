"""The guide's window: the page of the screen in front, with its pictures, never wider than the window."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import resources
from desktop.guidedialog import GuideWindow
from desktop.helpkey import HelpKey
from desktop.keysdialog import KeysDialog
from desktop.signin.dialog import SignInDialog
from tests.desktop import desk as driver
from tests.desktop.desk import turn


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("wide", [480, 720, 1300])
def test_a_page_shows_its_picture_within_the_window(qtbot: QtBot, lang: str, wide: int) -> None:
    window = GuideWindow(lang)
    qtbot.addWidget(window)
    window.resize(wide, 700)
    window.show_page("case")
    window.show()
    turn(0.05)
    assert window.browser.horizontalScrollBar().maximum() == 0
    shown = window.browser.document().size()
    assert shown.height() > wide / 2, "the picture takes its place"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_page_can_be_shown(qtbot: QtBot, lang: str) -> None:
    window = GuideWindow(lang)
    qtbot.addWidget(window)
    for page in sorted((resources.guide_dir() / lang).glob("*.md")):
        window.show_page(page.stem)
        assert window.browser.toPlainText().strip()


def test_a_link_to_a_heading_scrolls_there_and_back_returns(qtbot: QtBot) -> None:
    window = GuideWindow("ja")
    qtbot.addWidget(window)
    window.resize(700, 400)
    window.show_page("auditor")
    window.show()
    turn(0.05)
    window._follow(QUrl("backup.md#記録が壊れているとき"))
    assert "控え" in window.windowTitle() or window.browser.toPlainText().startswith("控え")
    assert window.browser.verticalScrollBar().value() > 300
    window.back.click()
    assert window.browser.toPlainText().startswith("監査")
    assert not window.back.isEnabled()
    window._follow(QUrl("https://example.com/"))
    assert window.browser.toPlainText().startswith("監査"), "nothing leads out of the program"


def test_f1_in_a_dialog_shows_the_page_of_its_room_beside_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    class Above(QWidget):
        page = ""

        def show_guide(self, page: str = "") -> None:
            self.page = page

    above = Above()
    qtbot.addWidget(above)
    above.show()
    help_key = HelpKey(qapp, lambda: "en")
    dialog = KeysDialog((), (), above)
    help_key.give(dialog)
    help_key.give(dialog)
    driver.in_front(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert above.page == "keys"
    dialog.close()


def test_f1_before_signing_in_shows_how_to_sign_in(qtbot: QtBot) -> None:
    desk = driver.start("en")
    try:
        dialog: QDialog = desk.sign_in("", "")
        driver.in_front(dialog)
        assert isinstance(dialog, SignInDialog)
        dialog.login.setFocus()
        turn(0.05)
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        turn(0.05)
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, GuideWindow) and each.isVisible()]
        assert [each.browser.toPlainText().splitlines()[0] for each in shown] == ["Sign in"]
    finally:
        driver.close(desk)
