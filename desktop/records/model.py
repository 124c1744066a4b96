"""The record's rows as Qt sees them, newest first, read page by page."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop import days, words
from desktop.records.words import Teller, Titles
from desktop.widgets.heads import LEFT, RIGHT
from desktop.widgets.rows import TONE
from models.records.values import Event

Index = QModelIndex | QPersistentModelIndex
PAGE = 200


class Column(IntEnum):
    """Columns from left to right."""

    SEQ = 0
    AT = 1
    WHO = 2
    ACT = 3
    CASE = 4
    WHAT = 5


class RecordModel(QAbstractTableModel):
    """``page_wanted`` fires when the end of what is loaded comes into sight."""

    page_wanted = Signal()

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.events: list[Event] = []
        self._more = False
        self._asked = False
        self.teller = Teller(lang)

    def know(self, names: Mapping[str, str]) -> None:
        """Names of logins."""
        self.teller.names = names
        self._say_again()

    def know_titles(self, titles: Titles) -> None:
        """Titles of criteria."""
        self.teller.titles = titles
        self._say_again()

    def _say_again(self) -> None:
        if self.events:
            self.dataChanged.emit(self.index(0, Column.WHO), self.index(len(self.events) - 1, Column.WHAT))

    def name_of(self, login: str) -> str:
        """The name and the login of a person."""
        name = self.teller.who(login)
        return f"{name} ({login})" if name and name != login else login

    @property
    def after(self) -> int | None:
        """The cursor of the next page."""
        return self.events[-1].seq if self.events else None

    def begin(self, page: tuple[Event, ...]) -> None:
        """Show the first page."""
        self.beginResetModel()
        self.events, self._more, self._asked = list(page), len(page) >= PAGE, False
        self.endResetModel()

    def extend(self, page: tuple[Event, ...]) -> None:
        """Add an older page below."""
        self._more, self._asked = len(page) >= PAGE, False
        if page:
            self.beginInsertRows(QModelIndex(), len(self.events), len(self.events) + len(page) - 1)
            self.events.extend(page)
            self.endInsertRows()

    def gave_up(self) -> None:
        """The page did not come; scrolling asks again."""
        self._asked = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Events loaded so far."""
        return 0 if parent.isValid() else len(self.events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The six columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether more can be asked for now."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        """Ask for the next page."""
        self._asked = True
        self.page_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(RIGHT if section == Column.SEQ else LEFT)
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.SEQ: self.tr("No."),
            Column.AT: self.tr("When"),
            Column.WHO: self.tr("Who"),
            Column.ACT: self.tr("Act"),
            Column.CASE: self.tr("Case"),
            Column.WHAT: self.tr("What"),
        }
        return names[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; a screen reader hears the whole event at its first cell."""
        event, column = self.events[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.SEQ:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == TONE:
            return "text2" if column in (Column.SEQ, Column.AT, Column.CASE) else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SEQ:
            return ", ".join(text for each in Column if (text := self.text(event, each)))
        return self.text(event, column) if role == Qt.ItemDataRole.DisplayRole else None

    def text(self, event: Event, column: Column) -> str:
        """One cell in words."""
        cells = {
            Column.SEQ: f"{event.seq:,}",
            Column.AT: days.stamp(event.at, self._lang),
            Column.WHO: self.teller.who(event.who),
            Column.ACT: words.event(event.kind),
            Column.CASE: event.case or "",
            Column.WHAT: self.teller.told(event),
        }
        return cells[column]
