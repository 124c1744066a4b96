"""The tables of this room: rows that are chosen, some with a box to tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from desktop.theme import row_height
from desktop.theme.type import px
from desktop.widgets.heads import dress_table


class Rows(QTableWidget):
    """``ticks``: the first column has boxes."""

    def __init__(self, name: str, heads: Sequence[str], object_name: str, ticks: bool = False) -> None:
        super().__init__(0, len(heads))
        self._ticks = ticks
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        head = dress_table(self)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(px(60))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {px(5)}px; }}")

    def fill(self, rows: Sequence[Sequence[str]], may_tick: Collection[int] = ()) -> None:
        """Show these; ``may_tick``: the places of those whose box may be ticked. The chosen place stays, as far as there is one."""
        before = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for at, texts in enumerate(rows):
            self.setRowHeight(at, row_height(28))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, column, item)
        self._mark(may_tick if self._ticks else (), Qt.CheckState.Unchecked)
        self.setCurrentCell(min(before, len(rows) - 1), 0)
        self.blockSignals(False)

    def ticked(self) -> tuple[int, ...]:
        """The places of what is ticked."""
        items = [self.item(at, 0) for at in range(self.rowCount())]
        return tuple(at for at, each in enumerate(items) if each and each.checkState() is Qt.CheckState.Checked)

    def tick_all(self, places: Collection[int]) -> None:
        """Tick these boxes."""
        self.blockSignals(True)
        self._mark(places, Qt.CheckState.Checked)
        self.blockSignals(False)

    def _mark(self, places: Collection[int], how: Qt.CheckState) -> None:
        for at in places:
            if item := self.item(at, 0):
                item.setCheckState(how)
