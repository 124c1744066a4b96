"""Who is signed in, at the right of the tabs; opens the menu to lock and to sign out."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from desktop.theme import Type, font, icons, row_height, tokens
from desktop.theme.type import px


class AccountButton(QAbstractButton):
    """Icon, role and name, chevron."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setObjectName("account")
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(text)
        self.clicked.connect(lambda: self.menu.popup(self.mapToGlobal(QPoint(0, self.height()))))

    def sizeHint(self) -> QSize:
        """Everything shown."""
        return QSize(QFontMetrics(font(Type.BASE)).horizontalAdvance(self.text()) + 2 * px(16) + 32, row_height(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        look, painter, side = tokens(), QPainter(self), px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(look.color("hover"))
            painter.setPen(QPen(look.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        top = (self.height() - side) / 2
        icons.paint(painter, QRectF(8, top, side, side), "person", look.color("text2"))
        icons.paint(painter, QRectF(self.width() - side - 6, top, side, side), "chevron_down", look.color("text2"))
        painter.setFont(font(Type.BASE))
        painter.setPen(look.color("text2"))
        room = self.rect().adjusted(side + 15, 0, -side - 8, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
