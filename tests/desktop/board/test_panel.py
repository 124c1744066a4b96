"""The board with its widgets: cases dragged to a person, given by key, handed out in turn; an absence; the closing days."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.board.closings import ClosingsDialog
from desktop.board.panel import BoardView
from desktop.board.trees import KEY
from desktop.context import Context
from desktop.operations import board, deadlines, letters, records, requests, turns
from desktop.turns.actdialog import ActDialog
from desktop.widgets import TextEditor
from models.letters import settings
from models.localized import Localized
from models.people.values import Actor
from models.requests.values import Item, RequestDraft
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver

ACTION, BUTTONS, KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FREE = date(2026, 7, 15)
"""A Wednesday."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.many_cases(made, 5)
    yield made
    made.close()


@pytest.fixture
def view(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[BoardView]:
    made = BoardView(context_of(builders.SUPERVISOR))
    made.resize(1300, 700)
    made.show()
    settle(made)
    yield made
    made.close()
    driver.turn()


def settle(view: BoardView) -> None:
    for _ in range(2):
        view._context.tasks.wait()
        driver.turn(0.05)


def dialog(kind: type[QWidget]) -> QWidget:
    driver.wait_for(lambda: any(isinstance(each, kind) and each.isVisible() for each in QApplication.topLevelWidgets()))
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def act_dialog() -> ActDialog:
    found = dialog(ActDialog)
    assert isinstance(found, ActDialog)
    return found


def because(found: ActDialog, why: str) -> None:
    """Say why."""
    editor = found.inputs["why"]
    assert isinstance(editor, TextEditor)
    editor.set_text(why)
    editor.edited.emit()


class Enter(QDragEnterEvent):
    """A drag from a widget: Qt says whence only of a drag of its own."""

    whence: QObject | None = None

    def source(self) -> QObject:
        """Where it began."""
        assert self.whence is not None
        return self.whence


def line(tree: QTreeWidget, at: int) -> QTreeWidgetItem:
    """A line of a list."""
    found = tree.topLevelItem(at)
    assert found is not None
    return found


def drag(view: BoardView, source: QObject, to: str) -> bool:
    """Drag what is chosen to a person; whether the drop was taken."""
    tree = view.people
    lines = [line(tree, at) for at in range(tree.topLevelItemCount())]
    item = next(each for each in lines if each.data(0, KEY) == to)
    spot, data = tree.visualItemRect(item).center(), QMimeData()
    enter = Enter(spot, ACTION, data, BUTTONS, KEYS)
    enter.whence = source
    enter.ignore()
    tree.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(spot, ACTION, data, BUTTONS, KEYS)
    tree.dragMoveEvent(move)
    assert move.isAccepted()
    assert tree.login() == to, "the person below the pointer is marked"
    drop = QDropEvent(QPointF(spot), ACTION, data, BUTTONS, KEYS)
    tree.dropEvent(drop)
    return drop.isAccepted()


def held(office: Office, login: str) -> list[str]:
    return [each.case for each in board.board(office, builders.SUPERVISOR).of(login)]


def test_cases_are_dragged_to_a_person_with_a_reason(view: BoardView, office: Office) -> None:
    line(view.cases, 0).setSelected(True)
    line(view.cases, 1).setSelected(True)
    chosen = view.cases.chosen()
    assert drag(view, view.cases, "examiner2")
    asked = act_dialog()
    assert not asked.foot.primary.isEnabled(), "nothing moves by itself"
    because(asked, "前の申請を担当した。")
    asked.foot.primary.click()
    settle(view)
    assert set(held(office, "examiner2")) == set(chosen)
    assert view.count() == "3"
    assert records.verify(office).ok


def test_what_comes_from_elsewhere_is_not_taken(view: BoardView, office: Office) -> None:
    view.cases.selectAll()
    assert not drag(view, QTreeWidget(), "examiner2")
    empty = QDragMoveEvent(QPoint(5, view.people.height() - 3), ACTION, QMimeData(), BUTTONS, KEYS)
    view.people.dragMoveEvent(empty)
    assert not empty.isAccepted(), "below the last person nobody is meant"
    assert held(office, "examiner2") == []


def test_the_same_with_keys_alone(view: BoardView, office: Office) -> None:
    view.cases.setFocus()
    QTest.keyClick(view.cases, Qt.Key.Key_Home)
    QTest.keyClick(view.cases, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.cases.chosen()) == 2
    QTest.keyClick(view.people, Qt.Key.Key_End)
    assert view.people.login() == "examiner2"
    assert view.keys()[0].keys == "Ctrl+Enter"
    view.primary()
    asked = act_dialog()
    because(asked, "休暇の代わり。")
    asked.foot.primary.setFocus()
    QTest.keyClick(asked.foot.primary, Qt.Key.Key_Space)
    settle(view)
    assert len(held(office, "examiner2")) == 2
    QTest.keyClick(view.people, Qt.Key.Key_Return)
    assert {line(view.cases, at).text(5) for at in range(view.cases.topLevelItemCount())} == {view._name("examiner2")}


def test_in_turn_shows_who_would_get_how_many_before_it_happens(view: BoardView, office: Office) -> None:
    view.round.click()
    settle(view)
    asked = act_dialog()
    said = " ".join(each.text() for each in asked.findChildren(QLabel))
    shares = board.shares(office, builders.SUPERVISOR)
    for login in ("examiner1", "examiner2"):
        assert f"{view._name(login)}　{sum(each.to == login for each in shares)}" in said
    assert held(office, "examiner1") == []
    asked.foot.primary.click()
    settle(view)
    assert sorted(len(held(office, login)) for login in ("examiner1", "examiner2")) == [2, 3]
    assert not view.round.isEnabled(), "nothing is left to hand out"


def test_who_is_away_is_shown_and_gets_nothing(view: BoardView, office: Office) -> None:
    view.away.click()
    asked = act_dialog()
    asked.foot.primary.click()
    settle(view)
    assert [each.login for each in turns.away(office, builders.SUPERVISOR)] == ["examiner1"]
    assert {each.to for each in board.shares(office, builders.SUPERVISOR)} == {"examiner2"}
    assert "(away)" in line(view.people, 0).text(0)


def test_the_closing_days_are_read_added_and_taken_back(view: BoardView, office: Office) -> None:
    case = builders.ready_case(office)
    item = Item("pension", Localized.of(ja="領収書"))

    letters.change_settings(office, builders.ADMIN, settings.sample())
    requests.send(office, builders.EXAMINER, RequestDraft(case, (item,), FREE, send_to="第3窓口"))
    view.closed.click()
    settle(view)
    found = dialog(ClosingsDialog)
    assert isinstance(found, ClosingsDialog)
    assert not found.foot.primary.isEnabled()
    found.name.setText("停電")
    for bad in ("2026-07-19", "2020-01-06", "いつか"):
        found.on.setText(bad)
        assert found.day_field.problem.text, bad
        assert not found.foot.primary.isEnabled()
    found.on.setText("令和8年7月15日")
    found.foot.primary.click()
    settle(view)
    assert [(each.on, each.name) for each in deadlines.closing_days(office, builders.EXAMINER)] == [(FREE, "停電")]
    assert case in found.effect.text(), "a reply is due on that day"
    assert found.list.topLevelItemCount() == 1
    again = requests.prepare(office, builders.EXAMINER, case)
    assert again.due_on == FREE.replace(day=16), "the days to answer in are counted past it"
    line(found.list, 0).setSelected(True)
    found.back.click()
    settle(view)
    assert deadlines.closing_days(office, builders.EXAMINER) == ()
    kinds = [each.kind for each in records.page(office, builders.AUDITOR, size=3)]
    assert {"closing_day_added", "closing_day_removed"} <= set(kinds)
    found.close()
