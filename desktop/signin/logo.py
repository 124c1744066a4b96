"""The program's mark: 証 on a rounded square."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import LIGHT
from desktop.theme.type import READING_FAMILIES, px


def paint_logo(painter: QPainter, box: QRectF) -> None:
    """Draw the mark; its colours are its own in every scheme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(box, box.width() * 0.15, box.width() * 0.15)
    face = QFont(list(READING_FAMILIES))
    face.setPixelSize(max(round(box.width() * 0.72), 1))
    face.setBold(True)
    painter.setFont(face)
    painter.setPen(QColor(LIGHT.on_accent))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "証")


def logo_icon() -> QIcon:
    """The window's icon."""
    made = QIcon()
    for side in (16, 20, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


class Logo(QWidget):
    """The mark, 40 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("証 Akashi")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """40 px at 100 %."""
        return QSize(px(40), px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_logo(QPainter(self), QRectF(self.rect()))
