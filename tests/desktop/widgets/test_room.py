"""Dialogs on a small screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.requests.parts import Foot, lay
from desktop.theme import Type
from desktop.widgets import Field, Label, LineEdit, room
from desktop.widgets.room import Body, fit
from tests.desktop.desk import in_front, turn
from tests.desktop.names import unnamed

SMALL = QRect(0, 0, 700, 480)


def a_dialog(qtbot: QtBot) -> QDialog:
    """Twelve fields above the buttons."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    foot = Foot(dialog, "Cancel", "Send", "send", dialog.accept)
    lay(dialog, *(Field(f"field {at}", LineEdit(f"field {at}")) for at in range(12)), foot)
    return dialog


def test_a_dialog_has_all_its_room_where_the_screen_has_it(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot)
    in_front(dialog)
    body = dialog.findChild(Body)
    assert isinstance(body, Body)
    assert not body.verticalScrollBar().isVisible()
    inner = body.widget()
    assert inner is not None
    assert body.height() >= inner.minimumSizeHint().height()
    assert unnamed(dialog) == []  # the scroll area is no stop of the keyboard


def test_on_a_small_screen_its_buttons_stay_in_reach(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "screen_of", lambda _widget: SMALL)
    dialog = a_dialog(qtbot)
    in_front(dialog)
    fit(dialog, SMALL)
    turn(0.02)
    assert dialog.frameGeometry().bottom() <= SMALL.bottom()
    body, foot = dialog.findChild(Body), dialog.findChild(Foot)
    assert isinstance(body, Body)
    assert isinstance(foot, Foot)
    assert body.verticalScrollBar().isVisible()
    assert foot.geometry().bottom() <= dialog.height()


def test_a_dialog_that_was_made_too_low_grows_until_its_words_stand_whole(qtbot: QtBot) -> None:
    """How many lines words take is known only once the dialog has its width."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    problem = Field("why", LineEdit("why"))
    words = Label("Records of other institutions weigh against the applicant. " * 8, Type.BASE, wrap=True)
    lay(dialog, words, problem, Foot(dialog, "Cancel", "Send", "send", dialog.accept))
    dialog.resize(420, 120)
    in_front(dialog)
    turn(0.02)
    body = dialog.findChild(Body)
    assert isinstance(body, Body)
    assert not body.verticalScrollBar().isVisible()
    before = dialog.height()
    problem.show_problem("What stands in the way is said below its field. " * 6)
    turn(0.02)
    assert dialog.height() > before
    assert not body.verticalScrollBar().isVisible()
