"""The months as a table: one row a duty, one column a month; every cell says itself in words."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.casefile.labels import duty_label
from desktop.casefile.months import Cell, DutyRow, MonthKey, spoken
from desktop.casefile.words import month

Index = QModelIndex | QPersistentModelIndex


class MonthRole(IntEnum):
    """What the delegate asks for besides the words."""

    CELL = Qt.ItemDataRole.UserRole + 1
    INSIDE = Qt.ItemDataRole.UserRole + 2
    CITED = Qt.ItemDataRole.UserRole + 3


class MonthModel(QAbstractTableModel):
    """Rows of duties over a stretch of months."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._rows: tuple[DutyRow, ...] = ()
        self._months: tuple[MonthKey, ...] = ()
        self._cited: frozenset[str] = frozenset()

    def show(self, rows: tuple[DutyRow, ...], months: tuple[MonthKey, ...]) -> None:
        """Put other rows and months in place."""
        self.beginResetModel()
        self._rows, self._months = rows, months
        self.endResetModel()

    def mark(self, cited: frozenset[str]) -> None:
        """The facts that are cited, underlined in the grid."""
        self._cited = cited
        if self._rows and self._months:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._months) - 1))

    @property
    def rows(self) -> tuple[DutyRow, ...]:
        """The duties shown."""
        return self._rows

    @property
    def months(self) -> tuple[MonthKey, ...]:
        """The months shown."""
        return self._months

    def cell(self, index: Index) -> Cell | None:
        """The month at an index."""
        if not index.isValid():
            return None
        return self._rows[index.row()].at(self._months[index.column()])

    def place(self, duty: str, key: MonthKey) -> QModelIndex:
        """Where a duty's month stands; an invalid index when it is not shown."""
        for row, each in enumerate(self._rows):
            if each.duty == duty and key in self._months:
                return self.index(row, self._months.index(key))
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many duties."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many months."""
        return 0 if parent.isValid() else len(self._months)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Month or duty in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return duty_label(self._rows[section].duty, self._lang)
        return month(*self._months[section], self._lang)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words and its value."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(cell, self._lang)
        if role == MonthRole.CELL:
            return cell
        if role == MonthRole.INSIDE:
            return self._rows[index.row()].inside(cell.key)
        return cell.fact in self._cited if role == MonthRole.CITED else None
