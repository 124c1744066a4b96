"""The queue's rows as Qt sees them: pages come by key, as far as somebody scrolls."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop import days, words
from desktop.queue import form
from desktop.queue import words as queue_words
from desktop.queue.form import Heading, Line
from models.cases.values import QueuePage, QueueRow

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right. Nationality is none of them, by design."""

    DUE = 0
    LEFT = 1
    CASE = 2
    NAME = 3
    ROUTE = 4
    NEXT = 5
    FOUND = 6


class QueueModel(QAbstractTableModel):
    """``page_wanted`` fires when the end of what is loaded comes into sight."""

    page_wanted = Signal()

    def __init__(self, lang: str, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang, self.today = lang, today
        self.english = lang == "en"
        self.rows: list[QueueRow] = []
        self._lines: list[Line] = []
        self._after: str | None = None
        self._asked = False
        self._folded: set[str] = set()
        self._elsewhere: dict[str, str] = {}
        self._known: dict[str, int] = {}
        self._loaded: Counter[str] = Counter()
        self.total = 0

    @property
    def after(self) -> str | None:
        """The cursor of the next page; ``None`` at the end."""
        return self._after

    def begin(self, page: QueuePage, known: dict[str, int]) -> None:
        """Show the first page of something new."""
        self.beginResetModel()
        self.rows, self._after, self.total = list(page.rows), page.after, page.total
        self._known, self._asked = known, False
        self._loaded = Counter(row.group for row in self.rows)
        self._lines = self._made()
        self.endResetModel()

    def extend(self, page: QueuePage) -> None:
        """Add a page at the end; what stands above it does not move."""
        before = len(self._lines)
        last = self.rows[-1].group if self.rows else None
        grown = form.more_lines(page.rows, last, self._folded)
        self.rows.extend(page.rows)
        self._after, self._asked = page.after, False
        if grown:
            self.beginInsertRows(QModelIndex(), before, before + len(grown) - 1)
            self._lines += grown
            self.endInsertRows()
        self._loaded.update(row.group for row in page.rows)
        self._count_headings()

    def company(self, open_elsewhere: Mapping[str, str]) -> None:
        """Which cases stand open at other desks: that is what is to be known of them next."""
        if open_elsewhere != self._elsewhere and self._lines:
            self.dataChanged.emit(self.index(0, Column.NEXT), self.index(len(self._lines) - 1, Column.NEXT))
        self._elsewhere = dict(open_elsewhere)

    def gave_up(self) -> None:
        """The page did not come; scrolling asks again."""
        self._asked = False

    def learn_counts(self, known: dict[str, int]) -> None:
        """Sizes of groups that are not yet whole."""
        self._known = known
        self._count_headings()

    def fold(self, group: str, folded: bool) -> None:
        """Hide or show a group's rows."""
        if folded == (group in self._folded):
            return
        (self._folded.add if folded else self._folded.discard)(group)
        place = next((i for i, line in enumerate(self._lines) if isinstance(line, Heading) and line.group == group), -1)
        count = sum(1 for row in self.rows if row.group == group)
        if place < 0 or not count:
            return
        if folded:
            self.beginRemoveRows(QModelIndex(), place + 1, place + count)
            self._lines = self._made()
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), place + 1, place + count)
            self._lines = self._made()
            self.endInsertRows()
        self.dataChanged.emit(self.index(place, 0), self.index(place, Column.FOUND))

    def line(self, row: int) -> Line | None:
        """What stands on a line."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, case: str) -> int:
        """The line of a case, or -1."""
        return next((i for i, line in enumerate(self._lines) if isinstance(line, QueueRow) and line.id == case), -1)

    def headings(self) -> Sequence[int]:
        """The lines that are headings."""
        return [i for i, line in enumerate(self._lines) if isinstance(line, Heading)]

    # ---- Qt
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Lines loaded so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The seven columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether more can be asked for now."""
        return not parent.isValid() and self._after is not None and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        """Ask for the next page; it comes later."""
        self._asked = True
        self.page_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings fold, they are not chosen."""
        enabled = Qt.ItemFlag.ItemIsEnabled
        chosen = isinstance(self.line(index.row()), QueueRow)
        return enabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren if chosen else enabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.DUE: self.tr("Due"),
            Column.CASE: self.tr("Case"),
            Column.NAME: self.tr("Applicant"),
            Column.ROUTE: self.tr("Route"),
            Column.NEXT: self.tr("Next"),
            Column.FOUND: self.tr("Found"),
        }
        return names.get(Column(section), "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; a screen reader hears the whole row at its first cell."""
        line = self.line(index.row())
        if line is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if isinstance(line, Heading):
            return self._heading(line) if index.column() == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() not in (Column.NAME, Column.NEXT, Column.ROUTE):
            return None
        return self.text(line, Column(index.column()))

    def text(self, row: QueueRow, column: Column) -> str:
        """One cell in words."""
        cells: dict[Column, Callable[[], str]] = {
            Column.DUE: lambda: days.short(row.due_on, self._lang),
            Column.LEFT: lambda: days.left(row.due_on, self.today, self._lang) if form.due_matters(row) else "",
            Column.CASE: lambda: row.id,
            Column.NAME: lambda: row.name,
            Column.ROUTE: lambda: words.kind_and_route(row.kind, row.route),
            Column.NEXT: lambda: self._elsewhere.get(row.id) or row.next_step.text(self._lang),
            Column.FOUND: lambda: f"{row.found}/{row.criteria}",
        }
        return cells[column]()

    def _heading(self, line: Heading) -> str:
        count = "" if line.count is None else f" {line.count:,}"
        return queue_words.group(line.group) + count

    def _spoken(self, row: QueueRow) -> str:
        said = [self.text(row, column) for column in Column]
        new = [self.tr("new")] if row.is_new else []
        return ", ".join(part for part in [*new, *said] if part)

    def _count_headings(self) -> None:
        """Each heading says how many it holds, once that is sure; only headings are touched, however long the list."""
        places = self.headings()
        for place in places:
            heading = self._lines[place]
            assert isinstance(heading, Heading)
            whole = self._after is None or place != places[-1]
            count = self._loaded[heading.group] if whole else self._known.get(heading.group)
            if count != heading.count:
                self._lines[place] = replace(heading, count=count)
                self.dataChanged.emit(self.index(place, 0), self.index(place, Column.FOUND))

    def _made(self) -> list[Line]:
        return form.lines(self.rows, self._folded, self._after is None, self._known)
