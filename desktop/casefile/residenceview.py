"""Status, absences, work and income below the months, on the same axis; the arrow keys go from bar to bar."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.casefile import residencebars
from desktop.casefile.months import MonthKey
from desktop.casefile.residence import Bar, Lane
from desktop.casefile.residencebars import Axis
from desktop.theme import Type, tokens
from desktop.theme.type import px

TALL = 24
"""The height of a lane."""


class ResidenceView(QWidget):
    """Painted lanes. ``axis`` gives the left margin, the column's width and the width in view of the grid above. ``read`` tells
    the bar under the pointer or the keyboard, ``opened`` the one whose rows are asked for (Enter, double click)."""

    read = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self.receipt: date | None = None
        self._axis = Axis((), 0, 16, 0, 0)
        self._here: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setObjectName("residence")

    def show_lanes(self, lanes: tuple[Lane, ...], months: tuple[MonthKey, ...]) -> None:
        """Other lanes or months."""
        self._lanes, self._here = lanes, None
        self._axis = Axis(months, self._axis.left, self._axis.column, self._axis.view, self._axis.scrolled)
        self.setAccessibleName("\n".join(lane.spoken for lane in lanes))
        self.setFixedHeight(self.sizeHint().height())
        self.setVisible(bool(lanes))
        self.update()

    def axis(self, left: int, column: int, view: int, scrolled: int = 0) -> None:
        """Where the months stand in the grid above."""
        self._axis = Axis(self._axis.months, left, column, view, scrolled)
        self.update()

    def sizeHint(self) -> QSize:
        """24 px a lane."""
        return QSize(400, px(TALL) * len(self._lanes) + 4)

    @property
    def bar(self) -> Bar | None:
        """The bar that has the keyboard."""
        return self._lanes[self._here[0]].bars[self._here[1]] if self._here else None

    # ---- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Names left, bars on the axis, remarks right."""
        axis, tall = self._axis, px(TALL)
        if not axis.months:
            return
        painter, end = QPainter(self), axis.end
        for at, lane in enumerate(self._lanes):
            top = at * tall
            residencebars.text(painter, QRectF(0, top, axis.left - 6, tall), lane.title, Type.BASE, "text")
            room = QRectF(end + 14, top, self.width() - end - 14, tall)
            residencebars.text(painter, room, lane.remark, Type.CAPTION, "text2")
            painter.save()
            painter.setClipRect(QRectF(axis.left, top, end - axis.left, tall))
            residencebars.lane(painter, lane, axis, QRectF(axis.left, top, end - axis.left, tall))
            painter.restore()
        self._focus(painter, tall)
        if self.receipt is not None and axis.left < axis.x(self.receipt) < end:
            painter.setPen(QPen(tokens().color("accent"), 1.4, Qt.PenStyle.DashLine))
            x = axis.x(self.receipt)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()

    def _focus(self, painter: QPainter, tall: int) -> None:
        if self._here is None or not self.hasFocus():
            return
        lane, at = self._here
        box = self._axis.box(self._lanes[lane].bars[at], lane * tall, tall)
        painter.setPen(QPen(tokens().color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-1, -2, 1, 2), 3, 3)

    # ---- pointer
    def _at(self, point: QPointF) -> tuple[int, int] | None:
        tall = px(TALL)
        lane = int(point.y() // tall)
        if not 0 <= lane < len(self._lanes) or not self._axis.months:
            return None
        bars = self._lanes[lane].bars
        # What is drawn last lies on top.
        for at in reversed(range(len(bars))):
            if self._axis.box(bars[at], lane * tall, tall).adjusted(-3, 0, 3, 0).contains(point):
                return lane, at
        return None

    def event(self, event: QEvent) -> bool:
        """The words of the bar under the pointer."""
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(found) if found else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer reads as the keyboard does."""
        found = self._at(event.position())
        if found:
            self.read.emit(self._lanes[found[0]].bars[found[1]])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The keyboard goes on from where was clicked."""
        self._go(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the rows behind a bar."""
        if self.bar is not None and self._at(event.position()) == self._here:
            self.opened.emit(self.bar)

    # ---- keyboard
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the last bar of the first lane."""
        super().focusInEvent(event)
        if self._here is None and self._lanes:
            self._go((0, len(self._lanes[0].bars) - 1))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows from bar to bar and lane to lane, Enter to the rows."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.bar is not None:
            self.opened.emit(self.bar)
        elif event.key() in steps and self._here is not None:
            self._step(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        assert self._here is not None
        lane = max(0, min(len(self._lanes) - 1, self._here[0] + down))
        bars = self._lanes[lane].bars
        if down:
            before = self._lanes[self._here[0]].bars[self._here[1]]
            nearest = min(range(len(bars)), key=lambda at: abs((bars[at].end - before.end).days))
            self._go((lane, nearest))
        else:
            self._go((lane, max(0, min(len(bars) - 1, self._here[1] + right))))

    def _go(self, here: tuple[int, int] | None) -> None:
        if here is None:
            return
        self._here = here
        self.setAccessibleDescription(self._words(here))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.read.emit(self.bar)
        self.update()

    def _words(self, here: tuple[int, int]) -> str:
        lane = self._lanes[here[0]]
        bar = lane.bars[here[1]]
        return f"{lane.title} {bar.detail or bar.text}"

    def words_of(self, bar: Bar) -> str:
        """A bar with the name of its lane."""
        lane = next((each for each in self._lanes if bar in each.bars), None)
        return " ".join(part for part in (lane.title if lane else "", bar.detail or bar.text) if part)
