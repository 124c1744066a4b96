"""Status, absences, work and income below the months, on the same axis."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.casefile.months import MonthKey
from desktop.casefile.residence import Bar, Flag, Lane
from desktop.theme import Type, font, tokens
from desktop.theme.type import px


class ResidenceView(QWidget):
    """Painted lanes. ``axis`` gives the left margin, the column's width and the right margin of the grid above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self.receipt: date | None = None
        self._months: tuple[MonthKey, ...] = ()
        self._left, self._column, self._right, self._scrolled = 0, 16, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("residence")

    def show_lanes(self, lanes: tuple[Lane, ...], months: tuple[MonthKey, ...]) -> None:
        """Other lanes or months."""
        self._lanes, self._months = lanes, months
        self.setAccessibleName("\n".join(lane.spoken for lane in lanes))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def axis(self, left: int, column: int, right: int, scrolled: int = 0) -> None:
        """Where the months stand in the grid above."""
        self._left, self._column, self._right, self._scrolled = left, column, right, scrolled
        self.update()

    def sizeHint(self) -> QSize:
        """24 px a lane."""
        return QSize(400, px(24) * len(self._lanes) + 4)

    def _x(self, day: date) -> float:
        first = self._months[0]
        months = (day.year - first[0]) * 12 + day.month - first[1]
        return self._left - self._scrolled + (months + (day.day - 1) / 31) * self._column

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names left, bars on the axis, remarks right."""
        if not self._months:
            return
        painter, look, tall = QPainter(self), tokens(), px(24)
        end = min(self._left + len(self._months) * self._column, self.width() - self._right)
        for at, lane in enumerate(self._lanes):
            top = at * tall
            self._text(painter, QRectF(0, top, self._left - 6, tall), lane.title, Type.BASE, "text")
            self._text(
                painter, QRectF(end + 14, top, self.width() - end - 14, tall), lane.remark, Type.CAPTION, "text2"
            )
            painter.save()
            painter.setClipRect(QRectF(self._left, top, end - self._left, tall))
            self._years(painter, top, tall)
            for bar in lane.bars:
                self._bar(painter, bar, top, tall, lane.line)
            if lane.flag:
                self._flag(painter, lane.flag, top, tall)
            painter.restore()
        if self.receipt is not None and self._left < self._x(self.receipt) < end:
            painter.setPen(QPen(look.color("accent"), 1.4, Qt.PenStyle.DashLine))
            x = self._x(self.receipt)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()

    def _text(self, painter: QPainter, box: QRectF, words: str, step: Type, role: str) -> None:
        painter.setFont(font(step))
        painter.setPen(tokens().color(role))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _years(self, painter: QPainter, top: int, tall: int) -> None:
        painter.setPen(QPen(tokens().color("line"), 1))
        for year, month in self._months:
            if month == 1:
                x = self._x(date(year, 1, 1))
                painter.drawLine(QPointF(x, top), QPointF(x, top + tall))

    def _bar(self, painter: QPainter, bar: Bar, top: int, tall: int, line: bool) -> None:
        look = tokens()
        left, right = max(self._x(bar.start), self._left - 4), self._x(bar.end)
        if right <= self._left:
            return
        box = QRectF(left, top + 4, max(3.0, right - left), tall - 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line:
            painter.fillRect(QRectF(left, top + tall / 2 - 1, right - left, 2), look.color("text"))
        elif bar.kind == "absence":
            painter.fillRect(box.adjusted(0, 2, 0, -2), look.color("text2"))
            self._text(painter, QRectF(box.right() + 4, top, 80, tall), bar.text, Type.CAPTION, "text2")
        elif bar.kind == "year":
            self._figure(painter, bar, box, top, tall)
        else:
            self._frame(painter, bar, box)

    def _figure(self, painter: QPainter, bar: Bar, box: QRectF, top: int, tall: int) -> None:
        painter.setPen(QPen(tokens().color("edge"), 1))
        painter.drawLine(QPointF(box.left() + 2, top + tall - 3), QPointF(box.right() - 2, top + tall - 3))
        if box.width() > painter.fontMetrics().horizontalAdvance(bar.text):
            self._text(painter, QRectF(box.left() + 4, top, box.width(), tall - 3), bar.text, Type.STRONG, "text")

    def _frame(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        look = tokens()
        style = Qt.PenStyle.DashLine if bar.kind == "none" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.color("edge"), 1, style))
        painter.setBrush(look.color("sunken" if bar.kind == "status" else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        visible = box.intersected(QRectF(self._left, box.top(), 10_000, box.height()))
        self._text(painter, visible.adjusted(6, 0, -4, 0), bar.text, Type.CAPTION, "text")

    def _flag(self, painter: QPainter, flag: Flag, top: int, tall: int) -> None:
        look, x = tokens(), self._x(flag.on)
        if x < self._left:
            self._flag_before(painter, flag, top, tall)
            return
        painter.setPen(QPen(look.color("text"), 1.5))
        painter.drawLine(QPointF(x, top + 3), QPointF(x, top + tall - 4))
        painter.setBrush(look.color("text"))
        painter.drawPolygon(QPolygonF([QPointF(x, top + 3), QPointF(x + 8, top + 6), QPointF(x, top + 9)]))
        strong = font(Type.CAPTION)
        strong.setBold(True)
        painter.setFont(strong)
        wide = painter.fontMetrics().horizontalAdvance(flag.text)
        right_side = x + 20 + wide < min(self._left + len(self._months) * self._column, self.width() - self._right)
        box = QRectF(x + 12 if right_side else x - wide - 16, top + 2, wide + 8, tall - 4)
        painter.fillRect(box, look.color("surface"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, flag.text)

    def _flag_before(self, painter: QPainter, flag: Flag, top: int, tall: int) -> None:
        """The day lies before the months in view: its date at the edge, with an arrow."""
        words = f"← {flag.text}"
        strong = font(Type.CAPTION)
        strong.setBold(True)
        painter.setFont(strong)
        box = QRectF(self._left, top + 2, painter.fontMetrics().horizontalAdvance(words) + 8, tall - 4)
        painter.fillRect(box, tokens().color("surface"))
        painter.setPen(tokens().color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
