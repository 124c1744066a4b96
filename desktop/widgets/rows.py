"""A plain table's rows: one line each, a thin rule below, the chosen row as everywhere."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Tokens, Type, font, row_height, tokens

TONE = Qt.ItemDataRole.UserRole + 50
"""A model may answer this role with a tone (``text2``)."""
STRONG = Qt.ItemDataRole.UserRole + 51
"""A model may answer this role with true for bold."""


def paint_row(painter: QPainter, option: QStyleOptionViewItem, look: Tokens, first: bool, last: bool = False) -> None:
    """Ground, rule and mark of one cell of a row."""
    box = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if not look.plain:
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hover:
            painter.fillRect(box, look.color("select" if chosen else "hover"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.color("line"))
    if not chosen:
        return
    if look.plain:
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), look.color("accent"))
        painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), look.color("accent"))
        if last:
            painter.fillRect(QRect(box.right() - 1, box.top(), 2, box.height()), look.color("accent"))
    if first:
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), look.color("accent"))
    view = option.widget
    if not look.plain and isinstance(view, QWidget) and view.hasFocus():
        painter.setPen(QPen(look.color("accent"), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a plain table; amounts right-aligned by the model's alignment role."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """30 px at 100 %."""
        return QSize(60, row_height(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        look, last = tokens(), index.model().columnCount() - 1
        painter.save()
        paint_row(painter, option, look, index.column() == 0, index.column() == last)
        painter.setFont(font(Type.STRONG if index.data(STRONG) else Type.BASE))
        painter.setPen(look.color(str(index.data(TONE) or "text")))
        room = option.rect.adjusted(8, 0, -8, 0)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        asked = index.data(Qt.ItemDataRole.TextAlignmentRole)
        side = int(asked) if asked is not None else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, side, text)
        painter.restore()
