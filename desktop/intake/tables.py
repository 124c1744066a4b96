"""The two tables of the import screen: the first rows as they are read, and the rows that cannot be taken in."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.intake import form
from desktop.theme import row_height
from desktop.widgets.heads import RIGHT, dress_heads
from desktop.widgets.rows import STRONG, TONE, RowDelegate
from models.errors import Bad
from models.intake import look as looking
from models.intake import words as intake
from models.intake.values import Schema

Index = QModelIndex | QPersistentModelIndex


class Place(IntEnum):
    """Columns of the bad rows."""

    LINE = 0
    COLUMN = 1
    VALUE = 2
    CAUSE = 3


class RowsModel(QAbstractTableModel):
    """The first rows; above each column its own name and what it is here."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._heads: list[tuple[str, str]] = []
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_item(self, item: form.Item) -> None:
        """Show the rows of a file."""
        self.beginResetModel()
        looked, schema = item.looked, item.schema
        names = looked.names if looked else ()
        ours = looking.placed(looked, schema, item.mapped) if looked and schema else ("",) * len(names)
        self._heads = [(name, self._called(schema, our)) for name, our in zip(names, ours, strict=True)]
        self._rows = looked.rows if looked else ()
        self.endResetModel()

    def _called(self, schema: Schema | None, ours: str) -> str:
        if schema is None:
            return ""
        return intake.title(schema.what, ours, self._lang) if ours else self.tr("no place here")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The file's columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell as it is read."""
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()][0]}: {text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The file's name of a column over ours."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            theirs, ours = self._heads[section]
            return f"{theirs}\n{ours}" if ours else theirs
        return None


class ProblemsModel(QAbstractTableModel):
    """Every bad row that is named: line, column, value (My Numbers covered), cause."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._heads = (self.tr("Line"), self.tr("Column"), self.tr("Value"), self.tr("Cause and remedy"))
        self.bad: Sequence[Bad] = ()

    def show_bad(self, bad: Sequence[Bad]) -> None:
        """Show these."""
        self.beginResetModel()
        self.bad = bad
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """As many as are named."""
        return 0 if parent.isValid() else len(self.bad)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Line, column, value, cause."""
        return 0 if parent.isValid() else len(Place)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a screen reader says the whole row."""
        texts = self.texts(self.bad[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(f"{head} {text}" for head, text in zip(self._heads, texts, strict=True) if text)
        if role == TONE:
            return "text" if index.column() == Place.CAUSE else "text2"
        if role == STRONG:
            return index.column() == Place.LINE
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Place.LINE:
            return int(RIGHT)
        return None

    def texts(self, bad: Bad) -> tuple[str, str, str, str]:
        """A bad row in words."""
        return (f"{bad.line:,}" if bad.line else "", bad.column, bad.value, form.cause(bad, self._lang))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Place.LINE:
            return int(RIGHT)
        return None


def table(model: QAbstractTableModel, name: str, object_name: str, parent: QWidget | None = None) -> QTableView:
    """A plain table of rows, moved through by keys."""
    view = QTableView(parent)
    view.setObjectName(object_name)
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row_height(30))
    view.verticalHeader().setMinimumSectionSize(20)
    dress_heads(view)
    return view
