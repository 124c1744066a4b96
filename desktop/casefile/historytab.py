"""The case's history: short by default, long with every view and import, each act opens to what was written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile.history import Line, lines
from desktop.casefile.words import Names
from desktop.theme import row_height, tokens
from desktop.theme.icons import icon
from desktop.theme.type import px
from desktop.widgets import SectionHeading, Segmented
from desktop.words import counted
from models.casefile.values import CaseFile

_INDENT = "\u3000"


class HistoryTab(QWidget):
    """Newest first."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-tab")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lang = lang
        self._names = Names()
        self._file: CaseFile | None = None
        self.heading = SectionHeading(self.tr("History"))
        self.length = Segmented(self.tr("How much"), [("short", self.tr("Short")), ("long", self.tr("Everything"))])
        self.length.set_value("short")
        self.length.chosen.connect(lambda _key: self._show())
        self.tree = self._tree()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self.tree, 1)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("History"))
        tree.setColumnCount(4)
        tree.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("No.")])
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setIndentation(px(16))
        tree.setStyleSheet(f"QTreeView::item {{ min-height: {row_height(28)}px; }}")
        tree.setWordWrap(True)
        head = tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return tree

    def show_names(self, names: Names) -> None:
        """People's names, once they are known."""
        self._names = names
        self._show()

    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read."""
        self._file = file
        self._show()

    def _show(self) -> None:
        if self._file is None:
            return
        shown = lines(self._file, self._lang, long=self.length.value() == "long", names=self._names)
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(line) for line in shown])
        self.tree.expandAll()
        self.heading.show_text(self.tr("History"), counted(self.tr("{n} events in all"), n=len(self._file.events)))

    def _item(self, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line.at, line.who, line.text, str(line.seq)])
        item.setIcon(2, icon(line.icon))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        for part in line.more.splitlines():
            child = QTreeWidgetItem(["", "", f"{_INDENT}{part}", ""])
            child.setForeground(2, QColor(tokens().text2))
            child.setToolTip(2, part)
            item.addChild(child)
        return item

    def take_keyboard(self) -> None:
        """The keyboard goes to the list."""
        self.tree.setFocus()
