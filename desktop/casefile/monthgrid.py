"""The month grid: a table view whose cells and head are painted; keyboard and screen reader come with the table."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.casefile import figures, monthglyphs, words
from desktop.casefile.monthmodel import Index, MonthModel, MonthRole
from desktop.casefile.months import Cell, CellState, MonthKey
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.widgets.keys import entered
from models.dates.era import year_text

ROW, LINE = 36, 13
"""A row's height with one line of figures, and what each further line adds."""


class MonthDelegate(QStyledItemDelegate):
    """Paints ground, selection, glyph and bracket of one month, in this order."""

    def __init__(self, parent: QWidget, bracket: bool) -> None:
        super().__init__(parent)
        self._bracket = bracket

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One month."""
        cell = index.data(MonthRole.CELL)
        if not isinstance(cell, Cell):
            return
        look, box = tokens(), QRectF(option.rect)
        inside, cited = bool(index.data(MonthRole.INSIDE)), bool(index.data(MonthRole.CITED))
        painter.fillRect(box, look.color("surface" if inside else "sunken"))
        self._mark(painter, box, index, cited)
        self._rule(painter, box, cell)
        u = monthglyphs.unit_of(round(box.width()))
        at = QPointF(box.center().x() + 0.5, box.top() + px(ROW) * 0.38)
        monthglyphs.paint(painter, at, cell.state, u, look)
        if cell.employer_days:
            monthglyphs.employer_late(painter, at, u, look)
        self._receipt(painter, box, cell)
        if inside and self._bracket:
            painter.setPen(QPen(look.color("edge"), 1))
            painter.drawLine(box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1))

    def _receipt(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        """The day of receipt: a dashed line through every row."""
        view = self.parent()
        day = view.receipt if isinstance(view, MonthGrid) else None
        if day is not None and (day.year, day.month) == cell.key:
            x = box.left() + (day.day - 1) / 31 * box.width()
            painter.setPen(QPen(tokens().color("accent"), 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    def _mark(self, painter: QPainter, box: QRectF, index: Index, cited: bool) -> None:
        look = tokens()
        if cited and not look.plain:
            painter.fillRect(box, look.color("select"))
        if cited:
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), look.color("accent"))
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index and view.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

    def _rule(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        if cell.month == 1:
            painter.setPen(QPen(tokens().color("line"), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())


class MonthHeader(QHeaderView):
    """Years bold with the era beside, month figures below as the column's width allows."""

    def __init__(self, lang: str, eras: bool, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lang, self._eras = lang, eras
        self.setMinimumSectionSize(8)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines of captions."""
        return QSize(100, px(36))

    def _key(self, section: int) -> MonthKey | None:
        model = self.model()
        return model.months[section] if isinstance(model, MonthModel) else None

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One column's head; a year is written from its first visible month."""
        key = self._key(section)
        if key is None:
            return
        look = tokens()
        painter.save()
        painter.setClipping(False)
        painter.fillRect(rect, look.color("surface"))
        painter.setPen(look.color("edge"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if key[1] == 1:
            painter.setPen(look.color("line"))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.restore()

    def _figure(self, painter: QPainter, section: int, number: int) -> None:
        """A month's figure, which may be wider than its column."""
        painter.setFont(font(Type.CAPTION))
        figures, wide = painter.fontMetrics().horizontalAdvance("12"), self.sectionSize(section)
        every = wide >= figures + 4
        if not (every or (3 * wide >= figures + 12 and wide >= 12 and number in (1, 4, 7, 10))):
            return
        painter.setPen(tokens().color("text2"))
        half, left = self.height() // 2, self.sectionViewportPosition(section)
        line = QRect(left - figures, half, wide + 2 * figures, half)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(number))

    def paintEvent(self, event: object) -> None:
        """The sections, then figures and years over them: their words may run over the columns beside."""
        super().paintEvent(event)  # type: ignore[arg-type]  # handed on as it came
        model = self.model()
        if not isinstance(model, MonthModel):
            return
        painter = QPainter(self.viewport())
        for section, (year, number) in enumerate(model.months):
            self._figure(painter, section, number)
            if number == 1 or section == 0:
                self._year(painter, section, year, number)
        for section, key in enumerate(model.months):
            self._receipt(painter, section, key)
        painter.end()

    def _receipt(self, painter: QPainter, section: int, key: MonthKey) -> None:
        view = self.parent()
        day = view.receipt if isinstance(view, MonthGrid) else None
        if day is None or (day.year, day.month) != key:
            return
        painter.setFont(font(Type.CAPTION))
        painter.setPen(tokens().color("accent"))
        text = words.say("received_on", self._lang, day=words.month_day(day, self._lang))
        wide = painter.fontMetrics().horizontalAdvance(text) + 4
        x = self.sectionViewportPosition(section) + round((day.day - 1) / 31 * self.sectionSize(section))
        left = min(x + 3, self.viewport().width() - wide)
        january = self.sectionViewportPosition(section) - (key[1] - 1) * self.sectionSize(section)
        beside_year = left > january + painter.fontMetrics().horizontalAdvance("0000") + 8
        half = self.height() // 2
        box = QRect(left, 1 if beside_year else half + 1, wide, half - 2)
        painter.fillRect(box, tokens().color("surface"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _year(self, painter: QPainter, section: int, year: int, number: int) -> None:
        begun = self.sectionViewportPosition(section)
        left = max(begun, 0)  # a year scrolled off in part keeps its name
        room = min(begun + (13 - number) * self.sectionSize(section), self.viewport().width()) - left
        look, strong = tokens(), font(Type.CAPTION)
        strong.setBold(self._eras)
        painter.setFont(strong)
        painter.setPen(look.color("text" if self._eras else "text2"))
        named = str(year) if self._eras or self._lang != "ja" else f"{year}年"
        width = painter.fontMetrics().horizontalAdvance(named)
        if width + 4 > room:
            return
        top = QRect(left + 3, 1, room, self.height() // 2)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, named)
        era = year_text(date(year, 12, 31))
        painter.setFont(font(Type.CAPTION))
        if self._eras and self._lang == "ja" and width + 12 + painter.fontMetrics().horizontalAdvance(era) < room:
            painter.setPen(look.color("text2"))
            painter.drawText(top.adjusted(width + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, era)


class MonthGrid(QTableView):
    """Months by arrow keys; Enter opens the row, Space cites, N and Shift+N go to the exceptions."""

    cell_changed = Signal(object)
    opened = Signal(object)
    cite_toggled = Signal(object)

    def __init__(self, lang: str, eras: bool = True, bracket: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.receipt: date | None = None
        self.months = MonthModel(lang, self)
        self.setModel(self.months)
        self.setItemDelegate(MonthDelegate(self, bracket))
        self.setHorizontalHeader(MonthHeader(lang, eras, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._hovered)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.months.cell(index)))

    def lay(self, column: int, row: int) -> None:
        """Column width and row height, in logical pixels."""
        self.horizontalHeader().setDefaultSectionSize(column)
        self.verticalHeader().setDefaultSectionSize(row)

    def row_height(self, column: int, row: int) -> int:
        """``row``, and as much more as the figures need at this column width."""
        return row + px(LINE) * (
            figures.needed([self._figures(at, column) for at in range(self.months.rowCount())]) - 1
        )

    def _late(self, row: int) -> list[tuple[int, int]]:
        """Column and days of each late month of a row."""
        cells = ((at, self.months.cell(self.months.index(row, at))) for at in range(self.months.columnCount()))
        return [(at, cell.days) for at, cell in cells if cell is not None and cell.state is CellState.LATE]

    def _figures(self, row: int, column: int) -> list[tuple[float, float]]:
        return [((at + 0.5) * column, monthglyphs.days_width(days)) for at, days in self._late(row)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The months, then the days of lateness over them: a figure may be wider than its column."""
        super().paintEvent(event)
        painter, column = QPainter(self.viewport()), self.horizontalHeader().defaultSectionSize()
        for row in range(self.months.rowCount()):
            late, top = self._late(row), self.rowViewportPosition(row)
            for (at, days), line in zip(late, figures.lines(self._figures(row, column)), strict=True):
                below = top + round(px(ROW) * 0.52) + line * px(LINE)
                box = QRectF(self.columnViewportPosition(at), below, column, px(ROW) * 0.48 - 2)
                monthglyphs.days_below(painter, box, days, tokens())
        painter.end()

    @property
    def cell(self) -> Cell | None:
        """The month that has the focus."""
        return self.months.cell(self.currentIndex())

    def go(self, cell: Cell) -> None:
        """Set the focus on a month."""
        index = self.months.place(cell.duty, cell.key)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Announce the month that has the focus now."""
        super().currentChanged(current, previous)
        cell = self.months.cell(current)
        if cell is not None:
            self.cell_changed.emit(cell)
        self.viewport().update()

    def _hovered(self, index: QModelIndex) -> None:
        cell = self.months.cell(index)
        if cell is not None and cell.state is not CellState.EMPTY:
            self.cell_changed.emit(cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at an exception, or at the last month, so that the first arrow key means something."""
        if not self.currentIndex().isValid() and self.months.rowCount():
            self._exception(1) or self.setCurrentIndex(self.months.index(0, self.months.columnCount() - 1))  # type: ignore[func-returns-value]  # read as "else"
        super().focusInEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The grid's own keys; the arrows are the table's."""
        if not self._own_key(event):
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        cell, key, modifiers = self.cell, event.key(), event.modifiers()
        if key == Qt.Key.Key_N:
            return self._exception(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        if entered(event) and cell is not None:
            self.opened.emit(cell)
            return True
        if key == Qt.Key.Key_Space and cell is not None:
            self.cite_toggled.emit(cell)
            return True
        steps = {Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}
        return key in steps and self._shift(steps[Qt.Key(key)])

    def _shift(self, by: int) -> bool:
        index = self.currentIndex()
        if index.isValid():
            column = max(0, min(self.months.columnCount() - 1, index.column() + by))
            self.setCurrentIndex(self.months.index(index.row(), column))
        return True

    def _exception(self, step: int) -> bool:
        """Go to the next (or previous) month that departs, through all rows, going round."""
        found = [
            (row, column)
            for row in range(self.months.rowCount())
            for column in range(self.months.columnCount())
            if (cell := self.months.cell(self.months.index(row, column))) and cell.is_exception
        ]
        if not found:
            return False
        here = self.currentIndex()
        now = (here.row(), here.column()) if here.isValid() else (-1, -1)
        ahead = [each for each in found if each > now] if step > 0 else [each for each in reversed(found) if each < now]
        self.setCurrentIndex(self.months.index(*(ahead[0] if ahead else found[0 if step > 0 else -1])))
        return True
