"""Countersigned cases as rows, with what became of each."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop import words
from desktop.operations.batch import Ready
from desktop.widgets.rows import STRONG, TONE
from models.cases.values import Kind

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    CASE = 0
    KIND = 1
    UNIT = 2
    RESULT = 3


class ReadyModel(QAbstractTableModel):
    """One case a row; ``tell`` says what became of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ready: Sequence[Ready] = ()
        self._told: dict[str, tuple[str, bool]] = {}
        self._heads = (self.tr("Case"), self.tr("Kind"), self.tr("Unit"), self.tr("Result"))

    def show_ready(self, ready: Sequence[Ready]) -> None:
        """Show these; what was told of a case that is still there stays."""
        self.beginResetModel()
        self.ready = ready
        self._told = {case: told for case, told in self._told.items() if any(each.case == case for each in ready)}
        self.endResetModel()

    def tell(self, case: str, text: str, bad: bool = False) -> None:
        """What became of a case."""
        self._told[case] = (text, bad)
        for row, each in enumerate(self.ready):
            if each.case == case:
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.RESULT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Every countersigned case."""
        return 0 if parent.isValid() else len(self.ready)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The four columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a screen reader says the whole row."""
        one = self.ready[index.row()]
        texts = (one.case, words.kind(Kind(one.kind)), one.unit, self._told.get(one.case, ("", False))[0])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(f"{head} {text}" for head, text in zip(self._heads, texts, strict=True) if text)
        if role == TONE:
            bad = index.column() == Column.RESULT and self._told.get(one.case, ("", False))[1]
            return "block" if bad else "text"
        return index.column() == Column.CASE if role == STRONG else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None
