"""The names left of the month grid and the counts right of it, row by row."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Type, font, tokens
from desktop.theme.type import px


class RowLabels(QWidget):
    """Two lines beside each row of the grid: the first in text, the second quiet (or the other way round)."""

    def __init__(self, quiet_first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet_first = quiet_first
        self._rows: tuple[tuple[str, str], ...] = ()
        self._head = ""
        self._top, self._tall = 36, 36
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_rows(self, rows: tuple[tuple[str, str], ...], head: str, top: int, tall: int) -> None:
        """Words of each row; where the first row begins and how tall each is."""
        self._rows, self._head, self._top, self._tall = rows, head, top, tall
        self.setAccessibleName(", ".join(" ".join(row) for row in rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter, look, wide = QPainter(self), tokens(), self.width()
        painter.setPen(look.color("edge"))
        painter.drawLine(0, self._top - 1, wide, self._top - 1)
        strong = font(Type.CAPTION)
        strong.setBold(True)
        painter.setFont(strong)
        painter.setPen(look.color("text2"))
        painter.drawText(QRectF(0, 0, wide, self._top - 3), Qt.AlignmentFlag.AlignBottom, self._head)
        left = 14 if self._quiet_first else 0
        for at, (first, second) in enumerate(self._rows):
            top = self._top + at * self._tall
            half = min(self._tall, px(36)) / 2
            self._line(painter, QRectF(left, top, wide - left - 6, half + 2), first, self._quiet_first)
            self._line(painter, QRectF(left, top + half - 2, wide - left - 6, half), second, not self._quiet_first)
        painter.end()

    def _line(self, painter: QPainter, box: QRectF, words: str, quiet: bool) -> None:
        painter.setFont(font(Type.CAPTION if quiet or self._quiet_first else Type.BASE))
        painter.setPen(tokens().color("text2" if quiet else "text"))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
