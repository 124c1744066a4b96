"""A chart on screen: hover or arrow keys read a point, Enter or a click opens it; every reading is spoken."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.consistency.painter import ScenePainter
from desktop.theme import tokens
from desktop.theme.type import scale
from desktop.widgets import say
from desktop.widgets.keys import entered
from reports.charts.scene import Chart, Reading

Make = Callable[[float, float], Chart | None]
"""Draws the chart for a width and a height in chart units (points)."""
REACH = 14.0
"""How near the pointer must come to a point, in chart units."""


class ChartView(QWidget):
    """``read(text)`` when a point is read (empty: none), ``opened(code)`` for Enter and click."""

    read = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"chart-{name}")
        self.setAccessibleName(self.tr("Chart"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._make: Make | None = None
        self.chart: Chart | None = None
        self._place = -1

    def show_chart(self, make: Make, title: str, sentence: str) -> None:
        """Draw this from now on, at whatever size the pane has."""
        self._make = make
        self._place = -1
        self.setAccessibleName(title or self.tr("Chart"))
        self.setAccessibleDescription(sentence)
        self._draw()
        self.updateGeometry()

    @property
    def reading(self) -> Reading | None:
        """The point that is being read."""
        if self.chart is None or not 0 <= self._place < len(self.chart.readings):
            return None
        return self.chart.readings[self._place]

    def factor(self) -> float:
        """Pixels a chart unit: a 9-unit label is a 9-point label."""
        return self.logicalDpiY() / 72.0 * scale()

    def sizeHint(self) -> QSize:
        """As high as the chart must be (a row a person), else whatever there is."""
        needed = self.chart.height if self.chart is not None else 180.0
        return QSize(320, round(needed * self.factor()))

    def minimumSizeHint(self) -> QSize:
        """Room in which a chart can still be read; where there is none, none: an empty pane would have a scroll bar."""
        return QSize(260, round(120 * self.factor()) if self.chart is not None else 0)

    def least_height(self) -> int:
        """Pixels that the rows of the chart need when they stand close."""
        made = self._make(self.width() / self.factor(), 0.0) if self._make else None
        return 0 if made is None else round(made.height * self.factor())

    def read_point(self, place: int) -> None:
        """Read the point at this place; out of range: none."""
        number = len(self.chart.readings) if self.chart else 0
        place = place if 0 <= place < number else -1
        if place == self._place:
            return
        self._place = place
        reading = self.reading
        self.read.emit(reading.text if reading else "")
        if reading:
            say(self, reading.text)
        self.update()

    def _draw(self) -> None:
        if self._make is None:
            return
        factor = self.factor()
        self.chart = self._make(self.width() / factor, self.height() / factor)
        self.updateGeometry()
        self.update()

    # ---- keyboard and mouse
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the points, Home and End jump, Enter opens, Esc leaves the point."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        number = len(self.chart.readings) if self.chart else 0
        key = Qt.Key(event.key())
        if key in steps and number:
            start = self._place if self._place >= 0 else (-1 if steps[key] > 0 else number)
            self.read_point(min(max(start + steps[key], 0), number - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and number:
            self.read_point(0 if key == Qt.Key.Key_Home else number - 1)
        elif entered(event) and self.reading:
            self.opened.emit(self.reading.code)
        elif key == Qt.Key.Key_Escape and self.reading:
            self.read_point(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The nearest point within reach is read."""
        self.read_point(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the point."""
        self.read_point(self._nearest(event.position()))
        if self.reading and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.reading.code)
        super().mousePressEvent(event)

    def _nearest(self, at: QPointF) -> int:
        if self.chart is None or not self.chart.readings:
            return -1
        x, y = at.x() / self.factor(), at.y() / self.factor()
        distances = [(each.x - x) ** 2 + (each.y - y) ** 2 for each in self.chart.readings]
        best = min(range(len(distances)), key=distances.__getitem__)
        return best if distances[best] <= REACH**2 else -1

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left; a point read by keyboard stays."""
        if not self.hasFocus():
            self.read_point(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew for the size."""
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Colours or text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks, the point that is read, the focus frame."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        if self.chart is None:
            return
        painter.scale(self.factor(), self.factor())
        ScenePainter(painter, look).paint(self.chart)
        reading = self.reading
        if reading:
            painter.setPen(QPen(look.color("accent"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(reading.x, reading.y), 8.0, 8.0)
