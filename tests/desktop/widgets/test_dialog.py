"""A dialog that was closed is gone, with whatever stood in it; an act under way is still answered."""

import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tasks import Tasks
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


@pytest.mark.parametrize("fails", [False, True])
def test_closed_before_its_act_was_answered_it_still_tells_of_it_and_then_goes(qtbot: QtBot, fails: bool) -> None:
    """The act is in the record by then: a list that is not told of it shows what no longer holds."""
    above, tasks = QWidget(), Tasks()
    qtbot.addWidget(above)
    dialog, may, told, refused = Dialog(above), threading.Event(), list[str](), list[Exception]()

    def act() -> str:
        may.wait(5)
        if fails:
            raise ValueError
        return "written"

    dialog.open()
    tasks.run(act, *dialog.answers(told.append, refused.append), owner=dialog)
    dialog.reject()
    turn()
    assert shiboken6.isValid(dialog)
    assert not dialog.isVisible()
    may.set()
    assert tasks.wait()
    turn()
    assert (told, len(refused)) == ([] if fails else ["written"], int(fails))
    assert not shiboken6.isValid(dialog)
    tasks.close()
