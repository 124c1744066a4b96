"""The months that depart from the normal, as a table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.labels import duty_label, period
from desktop.casefile.months import Cell, DutyRow, exceptions, standing
from desktop.casefile.words import say
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.widgets import Label
from desktop.widgets.heads import RIGHT, dress_table, figures_right

_DUE, _PAID = 2, 3


class ExceptionTable(QWidget):
    """``chosen`` with the month that the person went to."""

    chosen = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.cells: tuple[Cell, ...] = ()
        self.setObjectName("exceptions")
        self.table = QTableWidget(0, 6)
        self.table.setAccessibleName(self.tr("Months not on time"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Months not on time"), "", self.tr("Due"), self.tr("Paid"), self.tr("State"), self.tr("Cited")]
        )
        head = dress_table(self.table)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        figures_right(self.table, (4, 5))
        self.table.currentCellChanged.connect(self._moved)
        self.total = Label("", Type.CAPTION, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 0, 6)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)

    def show_rows(self, rows: tuple[DutyRow, ...], cited: frozenset[str]) -> None:
        """The exceptions of these duties; inside the window first counted."""
        self.cells = exceptions(rows)
        inside = {row.duty: row for row in rows}
        within = sum(inside[cell.duty].inside(cell.key) for cell in self.cells)
        self.total.setText(self.tr("{n} inside the window, {m} outside").format(n=within, m=len(self.cells) - within))
        self.table.blockSignals(True)
        self.table.setRowCount(len(self.cells))
        for at, cell in enumerate(self.cells):
            self.table.setRowHeight(at, row_height(26))
            for column, text in enumerate(self._texts(cell, cited)):
                item = QTableWidgetItem(text)
                if column >= 4:
                    item.setTextAlignment(RIGHT)
                self.table.setItem(at, column, item)
        self.table.blockSignals(False)

    def _texts(self, cell: Cell, cited: frozenset[str]) -> tuple[str, ...]:
        return (
            duty_label(cell.duty, self._lang),
            period(cell.period, self._lang),
            words.day(cell.due_on, self._lang) if cell.due_on else say("none", self._lang),
            words.day(cell.paid_on, self._lang) if cell.paid_on else say("none", self._lang),
            standing(cell, self._lang),
            self.tr("yes") if cell.fact in cited else "—",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the day of payment goes first, then the due day: the reading panel has both."""
        super().resizeEvent(event)
        needed = [self.table.sizeHintForColumn(at) + px(14) for at in range(6)]
        room = self.table.viewport().width()
        self.table.setColumnHidden(_PAID, sum(needed) > room)
        self.table.setColumnHidden(_DUE, sum(needed) - needed[_PAID] > room)

    def mark(self, cell: Cell) -> None:
        """Show the row of the month in focus."""
        self.table.blockSignals(True)
        if cell in self.cells:
            self.table.selectRow(self.cells.index(cell))
        else:
            self.table.clearSelection()
        self.table.blockSignals(False)

    def _moved(self, row: int, *_others: int) -> None:
        if 0 <= row < len(self.cells):
            self.chosen.emit(self.cells[row])
