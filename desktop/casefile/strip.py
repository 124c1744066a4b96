"""The month strip on a criterion: the grid of the payments tab, one duty a row, with the legend of what it shows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.casefile import monthglyphs
from desktop.casefile.labels import duty_label
from desktop.casefile.monthgrid import MonthGrid
from desktop.casefile.months import LEGEND, CellState, DutyRow, MonthKey
from desktop.casefile.words import say
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.widgets import Label


class Legend(QWidget):
    """Glyphs with their words; ``only`` those that occur."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._states: tuple[CellState, ...] = LEGEND
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name()

    def show_states(self, states: tuple[CellState, ...]) -> None:
        """Which glyphs to explain."""
        self._states = states
        self._name()
        self.updateGeometry()
        self.update()

    def _words(self, state: CellState) -> str:
        return say(f"legend.{state.value}", self._lang)

    def _name(self) -> None:
        self.setAccessibleName(say("legend", self._lang) + " " + ", ".join(self._words(s) for s in self._states))

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font(Type.CAPTION))
        return [px(18) + metrics.horizontalAdvance(self._words(state)) + px(16) for state in self._states]

    def sizeHint(self) -> QSize:
        """One line where it fits, else two."""
        return QSize(sum(self._widths()), px(22) * self._lines(self.width()))

    def _lines(self, wide: int) -> int:
        lines, x = 1, 0
        for width in self._widths():
            if x and x + width > wide:
                lines, x = lines + 1, 0
            x += width
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another line."""
        super().resizeEvent(event)
        self.setFixedHeight(px(22) * self._lines(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each glyph before its word."""
        painter, look, x, y = QPainter(self), tokens(), 0, 0
        for state, width in zip(self._states, self._widths(), strict=True):
            if x and x + width > self.width():
                x, y = 0, y + px(22)
            monthglyphs.paint(painter, QPointF(x + px(8), y + px(11)), state, 9.0, look)
            painter.setFont(font(Type.CAPTION))
            painter.setPen(look.color("text2"))
            painter.drawText(QRectF(x + px(18), y, width, px(22)), Qt.AlignmentFlag.AlignVCenter, self._words(state))
            x += width
        painter.end()


class Strip(QWidget):
    """Nothing but hidden while the criterion has no duty."""

    cite_toggled = Signal(object)
    opened = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.grid = MonthGrid(lang, eras=False, bracket=False)
        self.grid.setAccessibleName(say("strip", lang))
        self.grid.setMinimumWidth(10)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.cite_toggled.connect(self.cite_toggled)
        self.grid.opened.connect(self.opened)
        self.duties = Label("", Type.CAPTION, "text2", wrap=True)
        self.legend = Legend(lang)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.duties, self.grid, self.legend):
            column.addWidget(part)

    def show_rows(self, rows: tuple[DutyRow, ...], months: tuple[MonthKey, ...]) -> None:
        """One row a duty that has a month here; hidden when there is none."""
        shown = tuple(row for row in rows if any(key in row.cells for key in months))
        self.setVisible(bool(shown))
        if not shown:
            return
        self.grid.months.show(shown, months)
        self.duties.setText(
            say("strip_rows", self._lang, duties=" / ".join(duty_label(r.duty, self._lang) for r in shown))
        )
        self.duties.setVisible(len(shown) > 1)
        used = {row.at(key).state for row in shown for key in months}
        self.legend.show_states(tuple(state for state in LEGEND if state in used))
        self._fit()

    def _fit(self) -> None:
        count = max(1, self.grid.months.columnCount())
        column = max(8, min(px(32), self.width() // count))
        row = self.grid.row_height(column, px(40))
        self.grid.lay(column, row)
        head = self.grid.horizontalHeader().sizeHint().height()
        self.grid.setFixedHeight(head + row * self.grid.months.rowCount() + 2)
        self.grid.setMaximumWidth(column * count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._fit()

    def mark(self, cited: frozenset[str]) -> None:
        """Underline the cited months."""
        self.grid.months.mark(cited)
