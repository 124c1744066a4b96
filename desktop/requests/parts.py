"""Parts that the dialogs of this room share."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import row_height
from desktop.theme.type import px
from desktop.widgets import Button, Kind, ProblemLine, dialog_foot
from desktop.widgets.room import Body

PLACE = Qt.ItemDataRole.UserRole + 1


def lay(dialog: QDialog, *parts: QWidget | QLayout) -> None:
    """One part below the other; Tab goes through them as they are read, and the first that takes an entry has the keyboard."""
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(24, 18, 24, 14)
    outer.setSpacing(px(9))
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(9))
    outer.addWidget(Body(inner), 1)
    for part in parts:
        if isinstance(part, Foot):
            outer.addWidget(part)
        elif isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    stops = (*_stops(column), *_stops(outer))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    first = next((each for each in stops if not isinstance(each, QPushButton)), None)
    if first is not None:
        first.setFocus()


def _stops(layout: QLayout) -> Iterator[QWidget]:
    """What Tab stops at, in the order in which it is laid out."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if isinstance(widget, Body):
            continue
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif (held := inner if widget is None else widget.layout()) is not None:
            yield from _stops(held)


def beside(*parts: QWidget, wide: tuple[int, ...] = ()) -> QHBoxLayout:
    """Side by side, their tops in line; ``wide``: how the room is shared."""
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for at, part in enumerate(parts):
        row.addWidget(part, wide[at] if at < len(wide) else 1, Qt.AlignmentFlag.AlignTop)
    return row


class Foot(QWidget):
    """What stands in the way over the whole width; below it further buttons, cancel, and the primary one."""

    def __init__(self, dialog: QDialog, cancel: str, primary: str, icon: str, act: Callable[[], None]) -> None:
        super().__init__(dialog)
        self.problem = ProblemLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.problem)
        self.primary = Button(primary, Kind.PRIMARY, "Ctrl+Enter", icon=icon, name="primary")
        self.row = dialog_foot(dialog, Button(cancel, key="Esc", name="cancel"), self.primary, act)
        column.addLayout(self.row)

    def add(self, button: Button) -> None:
        """A further button, left of cancel."""
        self.row.insertWidget(1, button)

    def told(self, problem: str) -> None:
        """The primary button is there once nothing stands in the way."""
        self.problem.show_problem(problem)
        self.primary.setEnabled(not problem)
        self.primary.describe(problem)


class Checks(QListWidget):
    """Things to tick, by the keyboard too; ``place`` of each is its number in the caller's list."""

    def __init__(self, name: str, rows: int = 7) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(row_height(28) * rows)
        self.setStyleSheet(f"QListView::item {{ height: {row_height(28)}px; }}")

    def fill(self, texts: list[tuple[int, str]], ticked: frozenset[int]) -> None:
        """These, the ticked ones ticked."""
        self.clear()
        for place, text in texts:
            item = QListWidgetItem(text, self)
            item.setData(PLACE, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(text)
            item.setCheckState(Qt.CheckState.Checked if place in ticked else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)

    def ticked(self) -> tuple[int, ...]:
        """The places of what is ticked."""
        items = [self.item(at) for at in range(self.count())]
        return tuple(int(each.data(PLACE)) for each in items if each.checkState() is Qt.CheckState.Checked)


def tick(text: str, name: str, on: bool = False) -> QCheckBox:
    """A box to tick."""
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setAccessibleName(text)
    box.setChecked(on)
    return box
