"""The queue on a real office: found, taken, opened, by keyboard alone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.changes import What
from desktop.context import Context
from desktop.operations import cases
from desktop.queue.form import Heading
from desktop.queue.model import Column
from desktop.queue.panel import PAGE, QueueView
from desktop.tasks import Tasks
from desktop.widgets import EmptyState
from models.cases.values import QueueView as Saved
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import in_front, turn, wait_for

ContextOf = Callable[[Actor], Context]


@pytest.fixture
def shown(qtbot: QtBot, context_of: ContextOf, tasks: Tasks) -> Callable[..., QueueView]:
    """The queue of a person, in front and quiet."""

    def made(actor: Actor = builders.EXAMINER) -> QueueView:
        view = QueueView(context_of(actor))
        qtbot.addWidget(view)
        view.resize(1400, 800)
        in_front(view)
        settle(tasks)
        return view

    return made


def settle(tasks: Tasks, pause: float = 0.2) -> None:
    """Until nothing is under way."""
    turn(pause)
    assert tasks.wait()
    turn(0.02)


def taken(office: Office, case: str = "A-001", **changes: object) -> str:
    """A whole case in the examiner's hands."""
    return cases.take(office, builders.EXAMINER, builders.ready_case(office, case, **changes)).id


def ids(view: QueueView) -> list[str]:
    """The cases shown, in order."""
    return [row.id for row in view.model.rows]


def test_an_empty_desk_offers_the_next_case(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    builders.many_cases(office, 2)
    view = shown()
    empty = view.pane.currentWidget()
    assert isinstance(empty, EmptyState)
    opened: list[str] = []
    view.open_case.connect(opened.append)
    empty.button.click()
    settle(tasks)
    assert len(opened) == 1
    assert ids(view) == opened
    assert view.count() == "1"


def test_taking_next_when_there_is_none_is_said(shown: Callable[..., QueueView], tasks: Tasks) -> None:
    view = shown()
    view.take_next()
    settle(tasks)
    assert view.problem.isVisible()


def test_two_characters_of_a_name_are_enough(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    builders.ready_case(office, "B-001", name="王 小燕", name_reading="ワンシャオイェン")
    builders.ready_case(office, "B-002", name="髙橋 リサ", name_reading="タカハシリサ")
    view = shown()
    view.nav.choose(Saved.ALL.value, announce=True)
    settle(tasks)
    assert len(ids(view)) == 2
    view.search()
    view.filters.search.insert("小燕")
    settle(tasks, 0.4)
    assert ids(view) == ["B-001"]
    QTest.keyClick(view.filters.search, Qt.Key.Key_Escape)
    settle(tasks)
    assert len(ids(view)) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_keyboard_goes_from_the_search_to_what_was_found(
    shown: Callable[..., QueueView], office: Office, tasks: Tasks, key: Qt.Key
) -> None:
    builders.ready_case(office, "B-001", name="王 小燕", name_reading="ワンシャオイェン")
    view = shown()
    view.nav.choose(Saved.ALL.value, announce=True)
    settle(tasks)
    view.search()
    QTest.keyClicks(view.filters.search, "B-001")
    QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
    QTest.keyClick(view.filters.search, key)
    settle(tasks)
    assert view.table.hasFocus()
    opened: list[str] = []
    view.open_case.connect(opened.append)
    wait_for(lambda: view.preview.button.accessibleName() == "Take and open")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    wait_for(lambda: opened == ["B-001"])


def test_who_types_on_after_enter_keeps_the_search(
    shown: Callable[..., QueueView], office: Office, tasks: Tasks
) -> None:
    builders.ready_case(office, "B-001")
    view = shown()
    view.nav.choose(Saved.ALL.value, announce=True)
    settle(tasks)
    view.search()
    QTest.keyClicks(view.filters.search, "B-0")
    QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
    QTest.keyClicks(view.filters.search, "0")
    view.filters.changed.emit()  # the next reading begins before what Enter asked for was shown
    settle(tasks)
    assert view.filters.search.hasFocus()


def test_nothing_found_offers_to_clear(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    builders.many_cases(office, 1)
    view = shown(builders.SUPERVISOR)
    view.filters.search.setText("存在しない")
    settle(tasks, 0.4)
    empty = view.pane.currentWidget()
    assert isinstance(empty, EmptyState)
    empty.button.click()
    settle(tasks)
    assert view.filters.search.text() == ""


def test_enter_takes_a_free_case_and_opens_it(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    (case,) = builders.many_cases(office, 1)
    view = shown()
    view.nav.choose(Saved.UNASSIGNED.value, announce=True)
    settle(tasks)
    wait_for(lambda: view.preview.button.accessibleName() == "Take and open")
    opened: list[str] = []
    view.open_case.connect(opened.append)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    wait_for(lambda: opened == [case])
    assert builders.case_file(office, case).case.assigned_to == "examiner1"


def test_the_preview_shows_the_case_and_names_the_act(
    shown: Callable[..., QueueView], office: Office, tasks: Tasks
) -> None:
    case = taken(office)
    view = shown()
    assert view.table.case() == case

    def said() -> list[str]:
        return [label.text() for label in view.preview.findChildren(type(view.shown_count))]

    assert "グエン ティ ラン" in said()
    wait_for(lambda: "グエンティラン" in said())
    assert view.preview.button.isVisible()


def test_pages_come_as_far_as_somebody_scrolls(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    builders.many_cases(office, PAGE + 30)
    view = shown(builders.SUPERVISOR)
    view.nav.choose(Saved.ALL.value, announce=True)
    settle(tasks)
    assert len(view.model.rows) == PAGE
    assert view.model.total == PAGE + 30
    assert view.model.canFetchMore(QModelIndex())
    first = view.table.case()
    QTest.keyClick(view.table, Qt.Key.Key_End)
    settle(tasks)
    assert len(view.model.rows) == PAGE + 30
    assert len(set(ids(view))) == PAGE + 30
    assert not view.model.canFetchMore(QModelIndex())
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    assert view.table.case() == first
    assert "230 of 230" in view.shown_count.text()


def test_groups_fold_by_keyboard_and_by_click(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    builders.many_cases(office, 3)
    view = shown(builders.SUPERVISOR)
    view.nav.choose(Saved.ALL.value, announce=True)
    settle(tasks)
    assert view.model.rowCount() == 4
    QTest.keyClick(view.table, Qt.Key.Key_Left)
    assert view.model.rowCount() == 1
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    assert view.model.rowCount() == 4
    box = view.table.visualRect(view.model.index(0, 0))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    heading = view.model.line(0)
    assert isinstance(heading, Heading)
    assert heading.folded


def test_a_row_is_spoken_whole_and_shows_no_nationality(shown: Callable[..., QueueView], office: Office) -> None:
    taken(office, nationality="VNM")
    view = shown()
    row = view.model.row_of("A-001")
    spoken = view.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "グエン ティ ラン" in spoken
    assert "A-001" in spoken
    shown_text = [view.model.index(row, column).data() for column in Column]
    assert not any("VNM" in text or "ベトナム" in text or "Viet" in text for text in shown_text)
    names = [view.model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert "Nationality" not in names


def test_what_narrows_is_remembered_for_the_person(
    shown: Callable[..., QueueView], context_of: ContextOf, tasks: Tasks
) -> None:
    view = shown()
    view.filters.due.setCurrentIndex(2)
    settle(tasks)
    assert view._context.preferences.get("queue/filter")["due"] == 7


def test_a_change_elsewhere_is_seen(shown: Callable[..., QueueView], office: Office, tasks: Tasks) -> None:
    (case,) = builders.many_cases(office, 1)
    view = shown()
    cases.take(office, builders.EXAMINER, case)
    view._context.changes.announce(What.CASE, case)
    settle(tasks)
    assert ids(view) == [case]


def test_an_overdue_case_is_amber_in_words(shown: Callable[..., QueueView], office: Office) -> None:
    taken(office, received_on=date(2024, 1, 10))
    view = shown()
    row = view.model.row_of("A-001")
    assert view.model.index(row, Column.LEFT).data().endswith("days over")
    delegate = view.table.itemDelegate()
    line = view.model.line(row)
    assert delegate._tone(line, Column.LEFT) == (True, "wait")  # type: ignore[attr-defined]  # our delegate


def test_in_a_narrow_window_the_saved_views_are_a_choice(
    shown: Callable[..., QueueView], office: Office, tasks: Tasks
) -> None:
    builders.many_cases(office, 1)
    view = shown()
    assert view.nav.isVisible()
    assert view.filters.views.isHidden()
    view.resize(600, 700)
    turn(0.05)
    assert not view.nav.isVisible()
    assert not view.preview.isVisible()
    assert view.filters.views.isVisible()
    view.filters.views.setCurrentIndex(view.filters.views.place_of(Saved.ALL.value))
    settle(tasks)
    assert len(ids(view)) == 1
