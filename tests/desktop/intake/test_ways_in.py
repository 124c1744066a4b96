"""The ways into the import: the menu's key, files dropped onto the window, a case without linked data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from desktop.app import open_case
from desktop.context import Context
from desktop.intake.dialog import ImportDialog
from desktop.operations import cases as case_ops
from desktop.queue.panel import QueueView
from desktop.tasks import Tasks
from desktop.widgets import Button
from desktop.window import Place, Window
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import find, in_front, turn, wait_for
from tests.models.intake.tables import case, cases, put

ContextOf = Callable[[Actor], Context]


@pytest.fixture
def window(office: Office, context_of: ContextOf, tasks: Tasks) -> Iterator[Window]:
    """The desk's window of an examiner, over a case without evidence."""
    builders.many_cases(office, 1)
    made = Window(context_of(builders.EXAMINER), (Place("queue", QueueView),), open_case)
    in_front(made)
    assert tasks.wait()
    yield made
    for dialog in made.findChildren(ImportDialog):
        dialog.reject()
    assert tasks.wait()
    made.close()
    made.deleteLater()
    turn()


def opened(window: Window) -> ImportDialog:
    """The import that stands over the window."""
    wait_for(lambda: [each for each in window.findChildren(ImportDialog) if each.isVisible()])
    return window.findChildren(ImportDialog)[0]


def test_a_key_opens_the_import(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not opened(window).form.items


def test_files_dropped_onto_the_window_open_it(window: Window, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(put(tmp_path, cases(case()))))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    assert [item.path.name for item in opened(window).form.items] == ["file.csv"]


def test_a_case_without_linked_data_leads_to_it(window: Window, office: Office, tasks: Tasks) -> None:
    (one,) = (each.id for each in case_ops.listing(office))
    window.show_case(one)
    wait_for(lambda: window.findChildren(Button, "import-from-facts"))
    button = find(window, Button, "import-from-facts")
    wait_for(button.isVisible)
    button.click()
    assert opened(window).isVisible()


def test_a_case_with_data_says_nothing_of_it(window: Window, office: Office, tasks: Tasks) -> None:
    whole = builders.ready_case(office, "B-001")
    window.show_case(whole)
    wait_for(lambda: window.findChildren(Button, "import-from-facts"))
    assert tasks.wait()
    turn(0.05)
    assert not find(window, Button, "import-from-facts").isVisible()
