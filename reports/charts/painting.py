"""Paints a chart on a reportlab canvas: vectors only, fonts embedded."""

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from reports import fonts
from reports.charts.scene import Anchor, Area, Chart, Dash, Ink, Item, Line, Point, Shape, Words

_INKS = {
    Ink.TEXT: "#1A1E23",
    Ink.TEXT2: "#4A525C",
    Ink.GRID: "#D9DDE3",
    Ink.EDGE: "#7B8591",
    Ink.BAND: "#DCE6F3",
    Ink.BAND_OUTER: "#EDF2F9",
    Ink.ACCENT: "#1F5091",
    Ink.WATCH: "#7D5000",
    Ink.REVIEW: "#84265E",
    Ink.GHOST: "#9BA4AF",
}
_DASHES: dict[Dash, tuple[float, ...]] = {Dash.SOLID: (), Dash.DASHED: (4, 3), Dash.DOTTED: (1, 2)}


class Painter:
    """Puts a chart with its upper left corner at ``x``, ``top`` of a page (points from the lower left)."""

    def __init__(self, canvas: Canvas, x: float, top: float) -> None:
        self._canvas = canvas
        self._x = x
        self._top = top

    def paint(self, chart: Chart) -> None:
        """All marks, in order."""
        for item in chart.items:
            self._item(item)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x, self._top - y

    def _item(self, item: Item) -> None:
        self._canvas.saveState()
        match item:
            case Line():
                self._line(item)
            case Area():
                self._area(item)
            case Words():
                self._words(item)
            case Point():
                self.point(item)
        self._canvas.restoreState()

    def _line(self, line: Line) -> None:
        self._canvas.setStrokeColor(HexColor(_INKS[line.ink]))
        self._canvas.setLineWidth(line.width)
        self._canvas.setDash(list(_DASHES[line.dash]))
        self._path(line.points, close=False)

    def _area(self, area: Area) -> None:
        self._canvas.setFillColor(HexColor(_INKS[area.ink]))
        self._path(area.points, close=True)

    def _path(self, points: tuple[tuple[float, float], ...], close: bool) -> None:
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(*point))
        if close:
            path.close()
        self._canvas.drawPath(path, stroke=not close, fill=close)

    def _words(self, words: Words) -> None:
        self._canvas.setFillColor(HexColor(_INKS[words.ink]))
        self._canvas.translate(*self._at(words.x, words.y))
        if words.turned:
            self._canvas.rotate(90)
        long = fonts.width(words.text, words.size, words.bold)
        start = {Anchor.START: 0.0, Anchor.MIDDLE: -long / 2, Anchor.END: -long}[words.anchor]
        fonts.draw(self._canvas, start, 0, words.text, words.size, words.bold)

    def point(self, point: Point) -> None:
        """One data point; the shape carries the meaning, the colour repeats it."""
        x, y = self._at(point.x, point.y)
        half = point.size / 2
        ink = HexColor(_INKS[point.ink])
        self._canvas.setStrokeColor(ink)
        self._canvas.setLineWidth(1.1)
        self._canvas.setFillColor(HexColor("#FFFFFF") if point.shape is Shape.RING else ink)
        if point.shape in (Shape.RING, Shape.DISC):
            self._canvas.circle(x, y, half, stroke=1, fill=1)
        elif point.shape is Shape.SQUARE:
            self._canvas.rect(x - half, y - half, point.size, point.size, stroke=0, fill=1)
        elif point.shape is Shape.TICK:
            self._canvas.line(x, y - half, x, y + half)
        else:
            self._diamond(x, y, half + 1, ink)

    def _diamond(self, x: float, y: float, half: float, ink: Color) -> None:
        """Open, with a dot: told from the square in black and white."""
        self._canvas.setFillColor(HexColor("#FFFFFF"))
        path = self._canvas.beginPath()
        path.moveTo(x - half, y)
        for dx, dy in ((0, half), (half, 0), (0, -half)):
            path.lineTo(x + dx, y + dy)
        path.close()
        self._canvas.drawPath(path, stroke=1, fill=1)
        self._canvas.setFillColor(ink)
        self._canvas.circle(x, y, 1.2, stroke=0, fill=1)
