"""The two lists of the board: cases that can be dragged, people on whom they can be dropped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget

from desktop.widgets.trees import dress_tree

KEY = Qt.ItemDataRole.UserRole + 1


class CaseTree(QTreeWidget):
    """The cases; what is chosen can be dragged to a person."""

    def __init__(self, name: str) -> None:
        super().__init__()
        dress_tree(self, "board-cases", name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def chosen(self) -> tuple[str, ...]:
        """The numbers of the chosen cases, in the order of the list."""
        found = sorted(self.selectedItems(), key=self.indexOfTopLevelItem)
        return tuple(str(each.data(0, KEY)) for each in found)


class PeopleTree(QTreeWidget):
    """The examiners; ``dropped(login)`` when cases were dropped on one."""

    dropped = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        dress_tree(self, "board-people", name)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def login(self) -> str:
        """The chosen person."""
        item = self.currentItem()
        return str(item.data(0, KEY)) if item else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """From the list of cases only."""
        if isinstance(event.source(), CaseTree):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The person below the pointer is marked."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the reason; nothing moves by itself."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            event.acceptProposedAction()
            self.dropped.emit(str(item.data(0, KEY)))
