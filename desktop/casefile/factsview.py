"""The facts, documents and statements of a criterion with their cite boxes. Space cites, Enter opens the source."""

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.casefile.factrows import Columns, DocumentRow, FactRow, Group, Heading, Nothing, Row
from desktop.casefile.factsmodel import FactsModel, FactsRole, Index
from desktop.theme import Tokens, Type, font, row_height, tokens
from desktop.theme.type import px
from desktop.widgets.keys import entered

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FactsDelegate(QStyledItemDelegate):
    """Paints each kind of row."""

    def __init__(self, parent: "FactsView") -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """28 px a fact, 46 with a note, a statement as tall as its words."""
        row, wide = index.data(FactsRole.ROW), self._view.viewport().width()
        return QSize(100, self._tall(row, wide, first=index.row() == 0))

    def _tall(self, row: Row, wide: int, first: bool) -> int:
        if isinstance(row, Heading):
            return row_height(28) + (0 if first else px(14))
        if isinstance(row, DocumentRow):
            if row.is_statement:
                return max(row_height(28), self._wrapped(row.label, wide) + px(12)) + (
                    self._caption() if row.note else 0
                )
            return row_height(28) + (self._caption() if row.note else 0)
        if isinstance(row, FactRow) and row.note:
            return row_height(28) + self._caption()
        return row_height(24) if isinstance(row, Columns) else row_height(28)

    def _caption(self) -> int:
        """The room of a second, quiet line: 46 px with the first at 100 %."""
        return self._view.metrics(Type.CAPTION).lineSpacing() + 1

    def _wrapped(self, words: str, wide: int) -> int:
        metrics = self._view.metrics(Type.READING)
        room = max(80, wide - px(36) - self._id_width() - 10)
        return metrics.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), words).height()

    def _id_width(self) -> int:
        return self._view.metrics(Type.CAPTION).horizontalAdvance("事-33.2025-05") + 8

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, box = index.data(FactsRole.ROW), QRect(option.rect)
        painter.save()
        if isinstance(row, Heading):
            self._heading(painter, box, row)
        elif isinstance(row, Columns):
            self._columns(painter, box, row.cells)
        elif isinstance(row, Group):
            _line(painter, box.adjusted(10, 0, -10, 0), row.text, Type.STRONG, tokens().text2, _LEFT)
            _line(painter, box.adjusted(10, 0, -10, 0), row.nothing, Type.CAPTION, tokens().text2, _RIGHT)
        elif isinstance(row, Nothing):
            _line(painter, box.adjusted(10, 0, 0, 0), row.text, Type.BASE, tokens().text2, _LEFT)
        elif isinstance(row, FactRow | DocumentRow):
            self._citable(painter, box, row, index)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, row: Heading) -> None:
        look = tokens()
        line = QRect(box.left(), box.bottom() - row_height(28), box.width(), row_height(28))
        _line(painter, line, row.text, Type.STRONG, look.text, _LEFT)
        _line(painter, line, row.remark, Type.CAPTION, look.text2, _RIGHT)
        painter.setPen(QPen(look.color("edge"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _citable(self, painter: QPainter, box: QRect, row: FactRow | DocumentRow, index: Index) -> None:
        look = tokens()
        cited = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if cited:
            painter.fillRect(box.adjusted(0, 0, 0, -1), look.color("select"))
        indent = px(24) if isinstance(row, FactRow) and row.cells else 0
        self._tick(painter, QPointF(box.left() + 10 + indent, box.top() + row_height(28) / 2), cited, look)
        text = box.adjusted(px(36) + indent, 0, -10, 0)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(text.left(), box.bottom(), box.right(), box.bottom())
        if isinstance(row, FactRow):
            self._fact(painter, box, text, row)
        else:
            self._document(painter, text, row)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 3, 3)

    def _tick(self, painter: QPainter, at: QPointF, ticked: bool, look: Tokens) -> None:
        if self._view.facts.locked and not ticked:
            return
        side = px(15)
        square = QRectF(at.x() + 0.5, at.y() - side / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if ticked else "edge"), 1))
        painter.setBrush(look.color("accent" if ticked else "surface"))
        painter.drawRoundedRect(square, 3, 3)
        if ticked:
            painter.setPen(QPen(look.color("on_accent"), 1.6))
            a, b, c = (0.24, 0.52), (0.43, 0.71), (0.78, 0.30)
            spot = [QPointF(square.left() + x * side, square.top() + y * side) for x, y in (a, b, c)]
            painter.drawPolyline(spot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _fact(self, painter: QPainter, box: QRect, text: QRect, row: FactRow) -> None:
        look = tokens()
        line = QRect(text.left(), box.top(), text.width(), row_height(28))
        _line(painter, line, row.shown_id, Type.CAPTION, look.text3, _RIGHT)
        if row.cells:
            self._columns(
                painter,
                QRect(box.left(), box.top(), box.width(), row_height(28)),
                (row.label, *row.cells, row.value),
                body=True,
            )
            return
        value = line.adjusted(0, 0, -self._id_width() - 8, 0)
        painter.setFont(font(Type.STRONG))
        wide = painter.fontMetrics().horizontalAdvance(row.value)
        _line(
            painter,
            value,
            row.value,
            Type.BASE if row.quiet else Type.STRONG,
            look.text2 if row.quiet else look.text,
            _RIGHT,
        )
        _line(painter, value.adjusted(0, 0, -wide - 10, 0), row.label, Type.BASE, look.text, _LEFT)
        if row.note:
            under = QRect(line.left(), line.bottom() - 4, line.width(), self._caption())
            _line(painter, under, row.note, Type.CAPTION, look.wait, _LEFT)

    def _columns(self, painter: QPainter, box: QRect, cells: tuple[str, ...], body: bool = False) -> None:
        """Month · due · paid · amount · late, on one grid for head and body; the amount's column drops first."""
        left, right = box.left() + px(60), box.right() - 10 - self._id_width() - 8
        step, look = Type.BASE if body else Type.CAPTION, tokens()
        metrics = self._view.metrics(Type.BASE)
        last = self._view.metrics(Type.STRONG).horizontalAdvance("000 days")
        days = metrics.horizontalAdvance("12月30日(水)m")
        month = metrics.horizontalAdvance("2025年12月m")
        days = min(days, (right - last - left - month) // 2)
        edges = [(left, month, _LEFT), (left + month, days, _LEFT), (left + month + days, days, _LEFT)]
        shown = list(zip(cells[:3], edges, strict=False))
        free = right - last - (left + month + 2 * days)
        if free >= metrics.horizontalAdvance("17,510円"):
            shown.append((cells[3], (left + month + 2 * days, free - 4, _RIGHT)))
        for words, (x, wide, side) in shown:
            _line(
                painter, QRect(x, box.top(), wide, box.height()), words, step, look.text if body else look.text2, side
            )
        strong = Type.STRONG if body else Type.CAPTION
        _line(
            painter,
            QRect(right - last, box.top(), last, box.height()),
            cells[4],
            strong,
            look.text if body else look.text2,
            _RIGHT,
        )

    def _document(self, painter: QPainter, text: QRect, row: DocumentRow) -> None:
        look = tokens()
        line = QRect(text.left(), text.top(), text.width(), row_height(28))
        _line(painter, line, row.shown_id, Type.CAPTION, look.text3, _RIGHT)
        room = line.adjusted(0, 0, -self._id_width(), 0)
        if row.is_statement:
            painter.setFont(font(Type.READING))
            painter.setPen(look.color("text"))
            body = QRect(text.left(), text.top() + px(5), room.width(), text.height())
            painter.drawText(body, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), row.label)
            under = QRect(text.left(), text.bottom() - self._caption() - 2, room.width(), self._caption())
        else:
            _line(painter, room, row.label, Type.BASE, look.text, _LEFT)
            under = QRect(text.left(), text.top() + row_height(28) - 4, text.width(), self._caption())
        _line(painter, under, row.note, Type.CAPTION, look.text2, _LEFT)


_WEEKDAY = re.compile(r"\([月火水木金土日]\)$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ")
"""What a day leaves out first where it is narrow."""


def _line(painter: QPainter, box: QRect, words: str, step: Type, color: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font(step))
    painter.setPen(color)
    if painter.fontMetrics().horizontalAdvance(words) > box.width():
        words = _WEEKDAY.sub("", words)
    painter.drawText(box, side, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width()))


class FactsView(QListView):
    """As tall as its rows: the pane around it scrolls, so that strip, facts and documents read as one page."""

    toggled = Signal(object)
    opened = Signal(object)
    moved = Signal(QRect)

    def __init__(self, model: FactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = model
        self.setModel(model)
        self.setItemDelegate(FactsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda: self.viewport().update())

    def metrics(self, step: Type) -> QFontMetrics:
        """Metrics of a step at the text size in force."""
        return QFontMetrics(font(step))

    def fit(self) -> None:
        """Take the height of the rows."""
        self.doItemsLayout()
        rows = range(self.facts.rowCount())
        self.setFixedHeight(sum(self.sizeHintForIndex(self.facts.index(at)).height() for at in rows) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Statements wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def current(self) -> FactRow | DocumentRow | None:
        """The row that has the focus."""
        row = self.facts.row(self.currentIndex())
        return row if isinstance(row, FactRow | DocumentRow) else None

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Let the pane bring the row into view."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(self.visualRect(self.currentIndex()))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row that can be cited."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.facts.first_citable())
        super().focusInEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space cites and keeps the focus; Enter opens the source rows."""
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._toggle(row)
        elif entered(event) and row is not None:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click in the first 36 px ticks, as a click on a box does."""
        super().mouseReleaseEvent(event)
        row, at = self.current(), event.position().toPoint()
        here = self.indexAt(at) == self.currentIndex()
        indent = px(24) if isinstance(row, FactRow) and row.cells else 0
        if row is not None and here and at.x() < px(36) + indent:
            self._toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the source."""
        row = self.current()
        if row is not None:
            self.opened.emit(row)
        super().mouseDoubleClickEvent(event)

    def _toggle(self, row: FactRow | DocumentRow) -> None:
        if not self.facts.locked:
            self.toggled.emit(row.cite)
