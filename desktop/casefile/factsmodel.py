"""The facts pane's rows as a list model: cite boxes are checkable, every row says itself whole."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.casefile.factrows import Columns, DocumentRow, FactRow, Group, Heading, Nothing, Row
from desktop.casefile.form import Cite

Index = QModelIndex | QPersistentModelIndex
Citable = FactRow | DocumentRow


class FactsRole(IntEnum):
    """What the delegate asks for besides the words."""

    ROW = Qt.ItemDataRole.UserRole + 1


class FactsModel(QAbstractListModel):
    """``cited`` answers whether a box is ticked; ``toggle`` is called with what a box stands for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cited: Callable[[Cite], bool] = lambda _cite: False
        self._rows: tuple[Row, ...] = ()
        self.locked = True

    def show(self, rows: tuple[Row, ...]) -> None:
        """Put other rows in place."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def repaint(self) -> None:
        """Citations changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def first_citable(self) -> QModelIndex:
        """Where the keyboard begins."""
        for at, row in enumerate(self._rows):
            if isinstance(row, FactRow | DocumentRow):
                return self.index(at)
        return QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Facts, documents and statements can be chosen and ticked; headings cannot."""
        if not isinstance(self.row(index), FactRow | DocumentRow):
            return Qt.ItemFlag.NoItemFlags
        open_ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return open_ if self.locked else open_ | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, or its tick."""
        row = self.row(index)
        if row is None:
            return None
        if role == FactsRole.ROW:
            return row
        if isinstance(row, FactRow | DocumentRow):
            return self._of_citable(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row)
        return None

    def _of_citable(self, row: Citable, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.cited(row.cite) else Qt.CheckState.Unchecked
        return None


def _words(row: Heading | Columns | Group | Nothing) -> str:
    if isinstance(row, Columns):
        return " ".join(row.cells)
    if isinstance(row, Group):
        return f"{row.text} {row.nothing}".strip()
    return f"{row.text} {row.remark}".strip() if isinstance(row, Heading) else row.text
