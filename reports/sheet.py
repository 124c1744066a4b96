"""A4 sheets that fill from the top: text, charts, tables; a page's head and foot stand on every one."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from models.consistency.values import Flag
from reports import fonts
from reports.charts.painting import Painter
from reports.charts.scene import Chart, Point
from reports.charts.words import shape_of
from reports.linebreak import wrap

WIDTH, HEIGHT = 595.2756, 841.8898
MARGIN = 56.69
ROOM = WIDTH - 2 * MARGIN
TOP, BOTTOM = HEIGHT - 62.0, 64.0
TEXT, GREY, ACCENT, TINT, RULE = "#1A1E23", "#555555", "#1F5091", "#E9F0F9", "#7B8591"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points."""

    size: float
    leading: float
    bold: bool = False
    ink: str = TEXT


TITLE = Style(17.0, 25.0, bold=True)
HEADING = Style(12.0, 19.0, bold=True)
LEAD = Style(10.5, 17.0)
BODY = Style(10.0, 16.2)
SMALL = Style(9.0, 14.2)
FINE = Style(8.0, 12.4, ink=GREY)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as texts. ``widths`` are parts of the whole; ``right`` says which columns stand right; ``flags`` mark rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: tuple[bool, ...]
    flags: tuple[Flag | None, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Head and foot of every page. ``stamp`` stands in the middle of the head, bold, where something must not be missed."""

    left: str
    right: Callable[[int, int], str]
    foot: tuple[str, ...]
    stamp: str = ""


@dataclass
class Sheet:
    """A growing document. ``pages`` is the number of pages, known from an earlier pass; ``y`` the place of the next line."""

    canvas: Canvas
    frame: Frame
    pages: int = 0
    page: int = 0
    y: float = field(default=0.0)

    def start(self) -> None:
        """Begin a page."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP
        self._head()
        self._foot()

    def need(self, height: float) -> None:
        """Begin a page unless so much fits on this one."""
        if self.y - height < BOTTOM:
            self.start()

    def gap(self, height: float) -> None:
        """Leave room."""
        self.y -= height

    def text(self, text: str, style: Style = BODY, x: float = MARGIN, room: float = ROOM) -> None:
        """Write a paragraph; it may run on to the next page."""
        for line in lines(text, style, room):
            self.need(style.leading)
            self.y -= style.leading
            self.line(line, style, x, self.y + (style.leading - style.size) / 2 + 1)

    def line(self, text: str, style: Style, x: float, y: float, right: bool = False) -> None:
        """Write one line at a place; ``right``: it ends there."""
        self.canvas.setFillColor(HexColor(style.ink))
        start = x - fonts.width(text, style.size, style.bold) if right else x
        fonts.draw(self.canvas, start, y, text, style.size, style.bold)

    def rule(self, y: float, width: float = 0.5, x: float = MARGIN, room: float = ROOM, ink: str = RULE) -> None:
        """A horizontal line."""
        self.canvas.setStrokeColor(HexColor(ink))
        self.canvas.setLineWidth(width)
        self.canvas.line(x, y, x + room, y)

    def chart(self, chart: Chart, x: float = MARGIN) -> None:
        """Paint a chart and its legend."""
        self.need(chart.height + (16 if chart.legend else 0))
        Painter(self.canvas, x, self.y).paint(chart)
        self.y -= chart.height
        if chart.legend:
            self._legend(chart, x)

    def _legend(self, chart: Chart, x: float) -> None:
        self.y -= 14
        painter = Painter(self.canvas, x, self.y)
        place = 8.0
        for key in chart.legend:
            if place > 8.0 and x + place + 9 + fonts.width(key.text, 8.5) > WIDTH - MARGIN:
                self.y, place = self.y - 13, 8.0
                painter = Painter(self.canvas, x, self.y)
            painter.point(Point(place, -3.2, key.shape, key.ink, 6.5))
            self.line(key.text, replace(SMALL, size=8.5), x + place + 9, self.y)
            place += fonts.width(key.text, 8.5) + 34
        self.y -= 4

    def table(self, table: Table) -> None:
        """A table; its head is repeated on each page, short tables do not break."""
        if len(table.rows) <= 6:
            self.need(22.0 * (len(table.rows) + 1))
        places = _columns(table)
        self._table_head(table, places)
        for number, row in enumerate(table.rows):
            cells = [lines(cell, SMALL, room - 6) for cell, (_, room) in zip(row, places, strict=True)]
            height = 13.0 * max(len(cell) for cell in cells) + 6
            if self.y - height < BOTTOM:
                self.start()
                self._table_head(table, places)
            self._row(cells, places, table.right, height, SMALL)
            flag = table.flags[number] if table.flags else None
            if flag not in (None, Flag.NONE):
                shape, ink = shape_of(flag or Flag.NONE)
                Painter(self.canvas, MARGIN - 9, self.y + height / 2).point(Point(0, 0, shape, ink, 6.5))
        if table.note:
            self.gap(3)
            self.text(table.note, FINE)

    def _table_head(self, table: Table, places: Sequence[tuple[float, float]]) -> None:
        style = replace(SMALL, bold=True)
        cells = [lines(cell, style, room - 6) for cell, (_, room) in zip(table.head, places, strict=True)]
        height = 13.0 * max(len(cell) for cell in cells) + 7
        self.need(height + 40)
        self.rule(self.y, 1.1, ink=TEXT)
        self._row(cells, places, table.right, height, style)
        self.rule(self.y, 0.7, ink=TEXT)

    def _row(
        self,
        cells: Sequence[list[str]],
        places: Sequence[tuple[float, float]],
        right: Sequence[bool],
        height: float,
        style: Style,
    ) -> None:
        for cell, (x, room), at_right in zip(cells, places, right, strict=True):
            for number, line in enumerate(cell):
                end = x + room - 6 if at_right else x
                self.line(line, style, end, self.y - 13.0 * (number + 1) + 0.5, right=at_right)
        self.y -= height
        self.rule(self.y, 0.4)

    def _head(self) -> None:
        self.line(self.frame.left, FINE, MARGIN, HEIGHT - 40)
        self.line(self.frame.right(self.page, self.pages), FINE, WIDTH - MARGIN, HEIGHT - 40, right=True)
        self.rule(HEIGHT - 46)
        if self.frame.stamp:
            style = replace(FINE, size=9.0, bold=True, ink=TEXT)
            half = fonts.width(self.frame.stamp, style.size, bold=True) / 2
            self.canvas.setStrokeColor(HexColor(TEXT))
            self.canvas.setLineWidth(1.2)
            self.canvas.rect(WIDTH / 2 - half - 8, HEIGHT - 30, 2 * half + 16, 15)
            self.line(self.frame.stamp, style, WIDTH / 2 - half, HEIGHT - 26)

    def _foot(self) -> None:
        self.rule(50)
        texts = [line for text in self.frame.foot for line in lines(text, FINE, ROOM)]
        for number, text in enumerate(texts):
            self.line(text, FINE, MARGIN, 40 - 10.5 * number)


def _columns(table: Table) -> list[tuple[float, float]]:
    """Where each column stands and how wide it is."""
    whole = sum(table.widths)
    places, x = [], MARGIN
    for part in table.widths:
        places.append((x, ROOM * part / whole))
        x += ROOM * part / whole
    return places


def table_height(table: Table) -> float:
    """How much room a table takes."""
    places = _columns(table)
    rows = (
        max(len(lines(cell, SMALL, room - 6)) for cell, (_, room) in zip(row, places, strict=True))
        for row in table.rows
    )
    return 22.0 + sum(13.0 * number + 6 for number in rows) + (16.0 if table.note else 0.0)


def lines(text: str, style: Style, room: float) -> list[str]:
    """The lines of a text in a column."""
    return wrap(text, room, lambda each: fonts.width(each, style.size, style.bold))


def document(title: str, subject: str, language: str, fill: Callable[[Sheet], None], frame: Frame) -> bytes:
    """A PDF, the same bytes for the same content: filled twice, so that every page knows how many there are."""
    fonts.register()
    pages = 0
    out = io.BytesIO()
    for _ in range(2):
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, lang=language, pageCompression=1)
        canvas.setTitle(title)
        canvas.setSubject(subject)
        canvas.setAuthor("Akashi")
        canvas.setCreator("Akashi")
        sheet = Sheet(canvas, frame, pages)
        fill(sheet)
        pages = sheet.page
        canvas.showPage()
        canvas.save()
    return out.getvalue()
