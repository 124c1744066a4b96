"""A dialog that was closed is gone, with whatever stood in it."""

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.dialog import Dialog
from tests.desktop.desk import turn


@pytest.mark.parametrize("how", ["close", "accept", "reject"])
def test_it_goes_however_it_is_closed_and_says_so_first(qtbot: QtBot, how: str) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    dialog, said = Dialog(above), list[int]()
    dialog.finished.connect(said.append)
    dialog.open()
    getattr(dialog, how)()
    assert len(said) == 1, "whoever asked hears of it while it is still there"
    turn()
    assert not shiboken6.isValid(dialog)
    assert above.findChildren(Dialog) == []
