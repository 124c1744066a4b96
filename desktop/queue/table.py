"""The queue's table: painted rows of 30 px, group headings that fold, everything by keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.queue import form
from desktop.queue import words as queue_words
from desktop.queue.form import Heading
from desktop.queue.model import Column, QueueModel
from desktop.theme import Type, font, icons, row_height, tokens
from desktop.theme.type import px
from desktop.widgets.heads import dress_heads
from models.cases.values import QueueRow

_EDGE = 16
"""Room left of the first column and right of the last."""


class QueueDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The row's height."""
        return QSize(60, row_height(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A heading, or a cell of a row."""
        line = self._model.line(index.row())
        painter.save()
        if isinstance(line, Heading):
            self._paint_heading(painter, option, line)
        elif line is not None:
            self._paint_cell(painter, option, line, Column(index.column()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, line: Heading) -> None:
        look, box, side = tokens(), option.rect, px(16)
        top = box.center().y() - side / 2 + 1
        chevron = "chevron_right" if line.folded else "chevron_down"
        icons.paint(painter, QRectF(_EDGE - 3, top, side, side), chevron, look.color("text2"))
        icon, role = queue_words.group_icon(line.group)
        icons.paint(painter, QRectF(_EDGE + side + 4, top, side, side), icon, look.color(role))
        painter.setFont(font(Type.STRONG))
        painter.setPen(look.color("text"))
        words = queue_words.group(line.group)
        left = _EDGE + 2 * side + 11
        painter.drawText(box.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        if line.count is not None:
            left += painter.fontMetrics().horizontalAdvance(words) + 9
            painter.setFont(font(Type.BASE))
            painter.setPen(look.color("text2"))
            painter.drawText(box.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), f"{line.count:,}")
        painter.fillRect(QRect(0, box.bottom(), 10_000, 1), look.color("line"))

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow, column: Column) -> None:
        look, box = tokens(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen and not look.plain:
            painter.fillRect(box, look.color("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver and not look.plain:
            painter.fillRect(box, look.color("hover"))
        start = _EDGE if column is Column.DUE and not chosen else 0
        painter.fillRect(QRect(box.left() + start, box.bottom(), box.width() - start, 1), look.color("line"))
        if chosen:
            self._paint_chosen(painter, option, column)
        strong, tone = self._tone(row, column)
        painter.setFont(font(Type.STRONG if strong else Type.TABLE_NAME if column is Column.NAME else Type.BASE))
        painter.setPen(look.color(tone))
        room = _room(box, column)
        text = painter.fontMetrics().elidedText(
            self._model.text(row, column), Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if column is Column.FOUND else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), text)

    def _paint_chosen(self, painter: QPainter, option: QStyleOptionViewItem, column: Column) -> None:
        look, box = tokens(), option.rect
        if look.plain:
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), look.color("accent"))
            painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), look.color("accent"))
        if column is Column.DUE:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), look.color("accent"))
        view = self.parent()
        if not look.plain and isinstance(view, QWidget) and view.hasFocus():
            painter.setPen(QPen(look.color("accent"), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _tone(self, row: QueueRow, column: Column) -> tuple[bool, str]:
        if column is Column.LEFT:
            late = form.overdue(row, self._model.today)
            return late, "wait" if late else "text2"
        if column is Column.CASE:
            return False, "text2"
        return row.is_new and column in (Column.NAME, Column.NEXT), "text"


def _room(box: QRect, column: Column) -> QRect:
    left = _EDGE if column is Column.DUE else 8
    right = _EDGE if column is Column.FOUND else 8 if column in (Column.NAME, Column.NEXT, Column.ROUTE) else 2
    return box.adjusted(left, 0, -right, 0)


class QueueHeader(QHeaderView):
    """Quiet names over the columns, in line with the cells; an arrow says what orders the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("queue-header")
        self.setAccessibleName(parent.accessibleName())

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """One column's name."""
        look, column = tokens(), Column(index)
        painter.save()
        painter.fillRect(rect, look.color("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("edge"))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(look.color("text2"))
        text = str(self.model().headerData(index, Qt.Orientation.Horizontal) or "")
        room = _room(rect, column)
        side = Qt.AlignmentFlag.AlignRight if column is Column.FOUND else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextDontClip), text)
        if column is Column.DUE:
            left = room.left() + painter.fontMetrics().horizontalAdvance(text) + 5
            arrow = QRectF(left, rect.center().y() - px(14) / 2 + 1, px(14), px(14))
            icons.paint(painter, arrow, "arrow_up", look.color("text2"))
        painter.restore()


class QueueTable(QTableView):
    """``opened(case)`` on Enter or double click; ``moved(case)`` when another row is chosen (empty: none)."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, model: QueueModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = model
        self.setObjectName("queue-table")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(QueueDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._set_up_header()
        self.selectionModel().currentChanged.connect(lambda index, _before: self.moved.emit(self._case(index)))
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._near_the_end)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._span_headings)

    def _set_up_header(self) -> None:
        header = QueueHeader(self)
        self.setHorizontalHeader(header)
        dress_heads(self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(20)
        self.fit()

    def fit(self) -> None:
        """Row height and column widths from the text size and the room there is."""
        self.verticalHeader().setDefaultSectionSize(row_height(30))
        self.horizontalHeader().setFixedHeight(row_height(28))
        wide = QFontMetrics(font(Type.STRONG)).horizontalAdvance
        fixed = {
            Column.DUE: max(wide(self._queue_sample(Column.DUE)), wide("12月28日(金)")) + _EDGE + 8,
            Column.LEFT: max(wide("あと188日"), wide("888 days over") if self._queue.english else 0) + 10,
            Column.CASE: wide("PR-2026-00888") + 14,
            Column.FOUND: max(wide("16/16"), wide(self._queue.headerData(Column.FOUND, Qt.Orientation.Horizontal)))
            + _EDGE
            + 12,
        }
        roomy = self.viewport().width() >= px(640)
        self.setColumnHidden(Column.LEFT, not roomy)
        taken = sum(width for column, width in fixed.items() if roomy or column is not Column.LEFT)
        rest = max(self.viewport().width() - taken, 240)
        name, route = round(rest * 0.34), round(rest * 0.26)
        widths = {**fixed, Column.NAME: name, Column.ROUTE: route, Column.NEXT: rest - name - route}
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _queue_sample(self, column: Column) -> str:
        first = next((row for row in self._queue.rows), None)
        return self._queue.text(first, column) if first else ""

    def case(self) -> str:
        """The chosen case, or nothing."""
        return self._case(self.currentIndex())

    def row(self) -> QueueRow | None:
        """The chosen row."""
        line = self._queue.line(self.currentIndex().row())
        return line if isinstance(line, QueueRow) else None

    def choose(self, case: str) -> bool:
        """Choose a case when it is loaded."""
        row = self._queue.row_of(case)
        if row >= 0:
            self.setCurrentIndex(self._queue.index(row, 0))
        return row >= 0

    def choose_first(self) -> None:
        """Choose the first case."""
        self._step_to(0, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑↓ pass over headings, Home and End go to the ends, ←→ fold, Enter opens."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_here(key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._step_to(self.currentIndex().row() + by, by)
        elif key == Qt.Key.Key_Home:
            self._step_to(0, 1)
        elif key == Qt.Key.Key_End:
            self._step_to(self._queue.rowCount() - 1, -1)
        else:
            super().keyPressEvent(event)
            if isinstance(self._queue.line(self.currentIndex().row()), Heading):
                self._step_to(self.currentIndex().row(), -1 if key == Qt.Key.Key_PageDown else 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a heading folds its group."""
        index = self.indexAt(event.position().toPoint())
        line = self._queue.line(index.row()) if index.isValid() else None
        if isinstance(line, Heading):
            self._queue.fold(line.group, not line.folded)
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room."""
        super().resizeEvent(event)
        self.fit()

    def _near_the_end(self, value: int) -> None:
        """The next page is asked for before its first row is needed."""
        ahead = self.verticalScrollBar().maximum() - value
        if ahead < self.viewport().height() * 2 and self._queue.canFetchMore(QModelIndex()):
            self._queue.fetchMore(QModelIndex())

    def _step_to(self, row: int, by: int) -> None:
        while isinstance(self._queue.line(row), Heading):
            row += by
        if self._queue.line(row) is not None:
            self.setCurrentIndex(self._queue.index(row, 0))

    def _fold_here(self, folded: bool) -> None:
        line = self._queue.line(self.currentIndex().row())
        if isinstance(line, QueueRow) and folded:
            self._queue.fold(line.group, True)
            self._step_to(self.currentIndex().row(), 1)
        elif not folded:
            for place in reversed(self._queue.headings()):
                heading = self._queue.line(place)
                if isinstance(heading, Heading) and heading.folded:
                    self._queue.fold(heading.group, False)

    def _open(self, index: QModelIndex) -> None:
        if case := self._case(index):
            self.opened.emit(case)

    def _case(self, index: QModelIndex) -> str:
        line = self._queue.line(index.row()) if index.isValid() else None
        return line.id if isinstance(line, QueueRow) else ""

    def _span_headings(self) -> None:
        self.clearSpans()
        for row in self._queue.headings():
            self.setSpan(row, 0, 1, len(Column))
