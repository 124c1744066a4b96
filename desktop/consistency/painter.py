"""Paints a chart's marks with Qt: the same drawing as on paper, in the colours of the desk."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.theme import Tokens
from desktop.theme.type import Type, font
from reports.charts.scene import Anchor, Area, Chart, Dash, Ink, Line, Point, Shape, Words

_ROLES = {
    Ink.TEXT: "text",
    Ink.TEXT2: "text2",
    Ink.GRID: "line",
    Ink.EDGE: "edge",
    Ink.ACCENT: "text2",
    Ink.WATCH: "wait",
    Ink.REVIEW: "text",
    Ink.GHOST: "edge",
}
_DASHES = {Dash.SOLID: Qt.PenStyle.SolidLine, Dash.DASHED: Qt.PenStyle.DashLine, Dash.DOTTED: Qt.PenStyle.DotLine}


class ScenePainter:
    """Draws in the chart's own units; the caller scales the painter."""

    def __init__(self, painter: QPainter, look: Tokens) -> None:
        self._painter = painter
        self._look = look

    def paint(self, chart: Chart) -> None:
        """All marks, in order."""
        for item in chart.items:
            match item:
                case Line():
                    self._line(item)
                case Area():
                    self._area(item)
                case Words():
                    self._words(item)
                case Point():
                    self.point(item)

    def color(self, ink: Ink) -> QColor:
        """The desk's colour of an ink; bands only repeat lines and vanish in high contrast."""
        if ink in (Ink.BAND, Ink.BAND_OUTER):
            made = self._look.color("edge")
            made.setAlphaF(0.0 if self._look.plain else 0.07)
            return made
        return self._look.color(_ROLES[ink])

    def _line(self, line: Line) -> None:
        self._painter.setPen(QPen(self.color(line.ink), line.width, _DASHES[line.dash], Qt.PenCapStyle.FlatCap))
        self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.points]))

    def _area(self, area: Area) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.color(area.ink))
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in area.points]))

    def _words(self, words: Words) -> None:
        face = chart_font(words.size, words.bold)
        long = QFontMetricsF(face).horizontalAdvance(words.text)
        start = {Anchor.START: 0.0, Anchor.MIDDLE: -long / 2, Anchor.END: -long}[words.anchor]
        self._painter.setFont(face)
        self._painter.setPen(self.color(words.ink))
        self._painter.save()
        at = QPointF(words.x, words.y)
        self._painter.translate(at)
        if words.turned:
            self._painter.rotate(-90)
        self._painter.drawText(QPointF(start, 0), words.text)
        self._painter.restore()

    def point(self, point: Point) -> None:
        """One data point; the shape carries the meaning."""
        half, middle = point.size / 2, QPointF(point.x, point.y)
        ink = self.color(point.ink)
        hollow = point.shape in (Shape.RING, Shape.DIAMOND)
        self._painter.setPen(QPen(ink, 1.1))
        self._painter.setBrush(self._look.color("surface") if hollow else ink)
        if point.shape in (Shape.RING, Shape.DISC):
            self._painter.drawEllipse(middle, half, half)
        elif point.shape is Shape.SQUARE:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.drawRect(QRectF(point.x - half, point.y - half, point.size, point.size))
        elif point.shape is Shape.TICK:
            self._painter.drawLine(QPointF(point.x, point.y - half), QPointF(point.x, point.y + half))
        else:
            self._diamond(point, half + 1, ink)

    def _diamond(self, point: Point, half: float, ink: QColor) -> None:
        steps = ((-half, 0.0), (0.0, half), (half, 0.0), (0.0, -half))
        self._painter.drawPolygon(QPolygonF([QPointF(point.x + dx, point.y + dy) for dx, dy in steps]))
        self._painter.setBrush(ink)
        self._painter.drawEllipse(QPointF(point.x, point.y), 1.2, 1.2)


def chart_font(size: float, bold: bool) -> QFont:
    """The desk's font at a size in chart units."""
    face = font(Type.CAPTION)
    face.setPixelSize(max(round(size), 1))
    face.setBold(bold)
    return face
