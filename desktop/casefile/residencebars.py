"""How the bars of a lane are painted: on the months' axis, each kind with a shape of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QPolygonF

from desktop.casefile.months import MonthKey
from desktop.casefile.residence import Bar, Flag, Lane
from desktop.theme import Type, font, tokens


@dataclass(frozen=True, slots=True)
class Axis:
    """The months of the grid above: left margin, width of a month, width in view, how far it is scrolled."""

    months: tuple[MonthKey, ...]
    left: int
    column: int
    view: int
    scrolled: int

    @property
    def end(self) -> int:
        """The right end of the months in view."""
        return self.left + min(len(self.months) * self.column, self.view)

    def x(self, day: date) -> float:
        """Where a day stands."""
        first = self.months[0]
        months = (day.year - first[0]) * 12 + day.month - first[1]
        return self.left - self.scrolled + (months + (day.day - 1) / 31) * self.column

    def box(self, bar: Bar, top: float, tall: float) -> QRectF:
        """Where a bar is seen; of no width when it lies outside of the months in view."""
        left, right = max(self.x(bar.start), float(self.left)), min(self.x(bar.end), float(self.end))
        return QRectF(left, top + 4, max(3.0, right - left) if right > self.left else 0.0, tall - 8)


def text(painter: QPainter, box: QRectF, words: str, step: Type, role: str) -> None:
    """One line of words, shortened to its room."""
    painter.setFont(font(step))
    painter.setPen(tokens().color(role))
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)


def lane(painter: QPainter, shown: Lane, axis: Axis, room: QRectF) -> None:
    """One lane in ``room``: year rules, bars, labels of absences, flag."""
    _years(painter, axis, room)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    problems = [bar for bar in shown.bars if bar.kind == "problem" and axis.box(bar, 0, room.height()).width() > 0]
    named = _name_boxes(painter, problems, axis, room)
    for bar in shown.bars:
        if bar.kind != "problem":
            _bar(painter, bar, axis, room, named)
    for bar, name in zip(problems, named, strict=True):
        _problem(painter, bar, axis.box(bar, room.top(), room.height()), name)
    _labels(painter, [bar for bar in shown.bars if bar.kind == "absence"], axis, room)
    if shown.flag:
        _flag(painter, shown.flag, axis, room)


def _years(painter: QPainter, axis: Axis, room: QRectF) -> None:
    painter.setPen(QPen(tokens().color("line"), 1))
    for year, month in axis.months:
        if month == 1:
            x = axis.x(date(year, 1, 1))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def _bar(painter: QPainter, bar: Bar, axis: Axis, room: QRectF, named: Sequence[QRectF]) -> None:
    look = tokens()
    left, right = max(axis.x(bar.start), room.left() - 4), axis.x(bar.end)
    if right <= room.left():
        return
    box = QRectF(left, room.top() + 4, max(3.0, right - left), room.height() - 8)
    if bar.kind == "line":
        painter.fillRect(QRectF(left, room.center().y() - 1, right - left, 2), look.color("text"))
    elif bar.kind == "before":
        painter.setPen(QPen(look.color("text3"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, room.center().y()), QPointF(right, room.center().y()))
    elif bar.kind == "absence":
        painter.fillRect(box.adjusted(0, 2, 0, -2), look.color("text2"))
    elif bar.kind == "year":
        _figure(painter, bar, box, room)
    else:
        _frame(painter, bar, box, room, named)


def _labels(painter: QPainter, bars: list[Bar], axis: Axis, room: QRectF) -> None:
    """The days of each absence, right of it, else left, where they run into nothing; the pointer and the keys read the rest."""
    painter.setFont(font(Type.CAPTION))
    painter.setPen(tokens().color("text2"))
    free = room.left()
    boxes = [(axis.x(bar.start), max(axis.x(bar.end), axis.x(bar.start) + 3), bar.text) for bar in bars]
    for at, (left, right, words) in enumerate(boxes):
        wide = painter.fontMetrics().horizontalAdvance(words)
        until = min(boxes[at + 1][0] if at + 1 < len(boxes) else room.right(), room.right())
        if right > room.left() and right + 4 + wide <= until:
            painter.drawText(
                QRectF(right + 4, room.top(), wide + 2, room.height()), Qt.AlignmentFlag.AlignVCenter, words
            )
            free = right + 4 + wide
        elif left - 4 - wide >= free + 2:
            place = QRectF(left - 4 - wide, room.top(), wide + 2, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            free = right
        else:
            free = max(free, right)


def _figure(painter: QPainter, bar: Bar, box: QRectF, room: QRectF) -> None:
    painter.setPen(QPen(tokens().color("edge"), 1))
    low = room.bottom() - 3
    painter.drawLine(QPointF(box.left() + 2, low), QPointF(box.right() - 2, low))
    painter.setFont(font(Type.STRONG))
    seen = box.intersected(room)
    if seen.width() > painter.fontMetrics().horizontalAdvance(bar.text) + 4:
        place = QRectF(seen.left() + 4, room.top(), seen.width(), room.height() - 3)
        text(painter, place, bar.text, Type.STRONG, "text")


def _frame(painter: QPainter, bar: Bar, box: QRectF, room: QRectF, named: Sequence[QRectF]) -> None:
    """A framed stretch; its words begin behind the name of a problem that lies over its beginning."""
    look = tokens()
    style = Qt.PenStyle.DashLine if bar.kind == "none" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(look.color("edge"), 1, style))
    painter.setBrush(look.color("sunken" if bar.kind == "status" else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    visible = box.intersected(room)
    over = (each.right() for each in named if visible.left() - 8 < each.left() < visible.left() + 40)
    visible.setLeft(max([visible.left(), *over]))
    text(painter, visible.adjusted(6, -2, -4, 2), bar.text, Type.CAPTION, "text")


def _name_boxes(painter: QPainter, bars: Sequence[Bar], axis: Axis, room: QRectF) -> list[QRectF]:
    """Where the names of problems stand: on the hatching, or beside it where that is too short, up to the next one."""
    painter.setFont(_strong())
    boxes = []
    for at, bar in enumerate(bars):
        wide = painter.fontMetrics().horizontalAdvance(bar.text) + 6
        seen = axis.box(bar, room.top(), room.height())
        left = seen.left() + 3 if seen.width() >= wide + 6 else min(seen.right() + 3, room.right() - wide)
        until = axis.x(bars[at + 1].start) - 3 if at + 1 < len(bars) else room.right()
        boxes.append(QRectF(left, seen.top() + 1, min(wide, max(0.0, until - left)), seen.height() - 2))
    return boxes


def _problem(painter: QPainter, bar: Bar, box: QRectF, name: QRectF) -> None:
    """Hatched, with its name on a plain ground."""
    look = tokens()
    painter.setPen(QPen(look.color("wait"), 1))
    painter.setBrush(QBrush(look.color("wait"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(_strong())
    painter.fillRect(name, look.color("surface"))
    painter.setPen(look.color("wait"))
    short = painter.fontMetrics().elidedText(bar.text, Qt.TextElideMode.ElideRight, int(name.width()))
    painter.drawText(name.adjusted(0, -3, 0, 3), Qt.AlignmentFlag.AlignCenter, short)


def _strong() -> QFont:
    strong = font(Type.CAPTION)
    strong.setBold(True)
    return strong


def _flag(painter: QPainter, flag: Flag, axis: Axis, room: QRectF) -> None:
    look, x = tokens(), axis.x(flag.on)
    painter.setFont(_strong())
    wide = painter.fontMetrics().horizontalAdvance(flag.text)
    if x < room.left():
        _words(painter, QRectF(room.left(), room.top() + 2, wide + 28, room.height() - 4), f"← {flag.text}")
        return
    painter.setPen(QPen(look.color("text"), 1.5))
    painter.drawLine(QPointF(x, room.top() + 3), QPointF(x, room.bottom() - 4))
    painter.setBrush(look.color("text"))
    top = room.top() + 3
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + 8, top + 3), QPointF(x, top + 6)]))
    left = x + 12 if x + 20 + wide < room.right() else x - wide - 16
    _words(painter, QRectF(left, room.top() + 2, wide + 8, room.height() - 4), flag.text)


def _words(painter: QPainter, box: QRectF, words: str) -> None:
    """Bold words on a plain ground; with an arrow in front where the day lies before the months in view."""
    painter.fillRect(box, tokens().color("surface"))
    painter.setPen(tokens().color("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
