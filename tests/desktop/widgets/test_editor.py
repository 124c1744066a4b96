"""Nothing the input method holds is lost, and no shortcut fires while it composes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets import LineEdit, TextEditor
from desktop.widgets.editor import FULL_WIDTH_A_LINE
from tests.desktop.desk import in_front, turn


def compose(widget: QWidget, text: str) -> None:
    """The input method shows unfinished text."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def finish(widget: QWidget, text: str) -> None:
    """The input method commits."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """A window with these fields, in front and active."""
    kept: list[QWidget] = []

    def made(*fields: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for field in fields:
            column.addWidget(field)
        qtbot.addWidget(window)
        kept.append(window)
        in_front(window)
        fields[0].setFocus()
        return window

    yield made
    kept.clear()


@pytest.mark.parametrize("make", [lambda: TextEditor("reason"), lambda: LineEdit("search")], ids=["editor", "line"])
def test_text_in_composition_is_committed_before_the_focus_leaves(
    make: Callable[[], TextEditor | LineEdit], shown: Callable[..., QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    field, other = make(), LineEdit("other")
    shown(field, other)
    committed: list[str] = []

    def commit() -> None:
        # What a platform's input method does when Qt asks it: it sends what it holds.
        committed.append("納付")
        finish(field, "納付")

    monkeypatch.setattr("desktop.widgets.lineedit.commit_input_method", commit)
    monkeypatch.setattr("desktop.widgets.editor.commit_input_method", commit)
    compose(field, "のうふ")
    assert field.composing
    other.setFocus()
    turn()
    assert committed == ["納付"]
    assert not field.composing
    assert (field.toPlainText() if isinstance(field, TextEditor) else field.text()) == "納付"


def test_commit_takes_over_what_the_input_method_holds(
    shown: Callable[..., QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = TextEditor("reason")
    shown(editor)
    monkeypatch.setattr("desktop.widgets.editor.commit_input_method", lambda: finish(editor, "遅れて納付"))
    heard: list[str] = []
    editor.edited.connect(lambda: heard.append(editor.text))
    compose(editor, "おくれて")
    assert editor.text == ""
    editor.commit()
    assert editor.text == "遅れて納付"
    assert heard[-1] == "遅れて納付"


@pytest.mark.parametrize("make", [lambda: TextEditor("reason"), lambda: LineEdit("search")], ids=["editor", "line"])
def test_no_shortcut_fires_while_composing(
    make: Callable[[], TextEditor | LineEdit], shown: Callable[..., QWidget]
) -> None:
    field = make()
    window = shown(field)
    fired: list[str] = []
    action = QAction("act", window)
    action.setShortcut(QKeySequence("Ctrl+M"))
    action.triggered.connect(lambda: fired.append("Ctrl+M"))
    window.addAction(action)
    compose(field, "のうふ")
    QTest.keyClick(field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert fired == []
    finish(field, "納付")
    QTest.keyClick(field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["Ctrl+M"]


def test_pasted_markup_stays_text(qtbot: QtBot) -> None:
    editor = TextEditor("reason")
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setHtml("<b>太字</b>")
    data.setText("一行目\r\n二行目")
    editor.insertFromMimeData(data)
    assert editor.text == "一行目\n二行目"
    assert not editor.acceptRichText()


def test_names_outside_the_first_plane_stay_as_typed(qtbot: QtBot) -> None:
    editor = TextEditor("reason")
    qtbot.addWidget(editor)
    name = "𠮷田 髙橋 葛\U000e0100城 が"
    editor.set_text(name)
    assert editor.text == name


def test_set_text_says_nothing_and_can_be_undone_from_there(qtbot: QtBot) -> None:
    editor = TextEditor("reason")
    qtbot.addWidget(editor)
    heard: list[bool] = []
    editor.edited.connect(lambda: heard.append(True))
    editor.set_text("下書き")
    assert heard == []
    assert not editor.document().isUndoAvailable()
    QTest.keyClicks(editor, "abc")
    assert heard
    editor.undo()
    assert editor.text == "下書き"


def test_a_line_holds_46_characters_and_no_more(qtbot: QtBot) -> None:
    editor = TextEditor("reason")
    qtbot.addWidget(editor)
    editor.resize(2000, 300)
    editor.set_text("あ" * FULL_WIDTH_A_LINE * 3)
    editor.show()
    turn()
    layout = editor.document().firstBlock().layout()
    lengths = [layout.lineAt(i).textLength() for i in range(layout.lineCount())]
    assert max(lengths) == FULL_WIDTH_A_LINE
    assert len(lengths) == 3


def test_tab_moves_on_and_ctrl_enter_is_no_line_break(shown: Callable[..., QWidget]) -> None:
    editor, other = TextEditor("reason"), LineEdit("other")
    shown(editor, other)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == ""
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other
    assert not isinstance(other, QTextEdit)
