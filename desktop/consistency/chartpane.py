"""One chart with its title, legend, sentence and reading line, and the same figures as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.consistency.chartview import ChartView, Make
from desktop.consistency.painter import ScenePainter
from desktop.theme import Type, font, row_height, tokens
from desktop.widgets import Button, Kind, Label
from desktop.widgets.heads import LEFT, RIGHT, dress_heads, figures_right
from reports.charts.scene import Key, Point


class Legend(QWidget):
    """Shapes with their words, painted as in the chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """These, in order; none hides the row."""
        self._keys = keys
        self.setVisible(bool(keys))
        self.setAccessibleName(", ".join(key.text for key in keys))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = 1 + max((line for _, _, line in self._places()), default=0)
        self.setFixedHeight(row_height(24, Type.CAPTION) * lines)

    def _places(self) -> list[tuple[Key, float, int]]:
        """Each key with where it begins and on which line."""
        placed: list[tuple[Key, float, int]] = []
        metrics, x, line = QFontMetrics(font(Type.CAPTION)), 8.0, 0
        for key in self._keys:
            width = metrics.horizontalAdvance(key.text)
            if x > 8.0 and x + 19 + width > self.width():
                x, line = 8.0, line + 1
            placed.append((key, x, line))
            x += width + 37
        return placed

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shape, words, shape, words."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        height = row_height(24, Type.CAPTION)
        for key, x, line in self._places():
            ScenePainter(painter, look).point(Point(x, height * (line + 0.5), key.shape, key.ink, 9.0))
            painter.setPen(look.color("text2"))
            room = QRectF(x + 11, height * line, self.width() - x - 11, height)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), key.text)


class Figures(QTableWidget):
    """The figures of a chart, read only; copying takes the chosen rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"table-{name}")
        self.setAccessibleName(self.tr("Table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        dress_heads(self)

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Head and rows; figures stand right."""
        self.setAccessibleName(", ".join(head) or self.tr("Table"))
        self.setColumnCount(len(head))
        self.setHorizontalHeaderLabels(list(head))
        figures_right(self, range(1, len(head)))
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(RIGHT if column else LEFT)
                self.setItem(place, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class ChartPane(QWidget):
    """``opened(code)``: a person asked what stands behind a point."""

    opened = Signal(str)

    def __init__(self, name: str, lines: int = 2, extra: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"pane-{name}")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label("", Type.STRONG)
        self.switch = Button(self.tr("Table"), Kind.LINK, icon="table", name=f"switch-{name}")
        self.switch.clicked.connect(self.turn)
        self.legend = Legend()
        self.chart = ChartView(name)
        self.chart.read.connect(self._read)
        self.chart.opened.connect(self.opened)
        self.table = Figures(name)
        self.sentence = Label("", Type.BASE, wrap=True)
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().lineSpacing() * lines)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text = ""
        self._build(extra)

    def _build(self, extra: QWidget | None) -> None:
        head = QHBoxLayout()
        head.addWidget(extra or self.title)
        head.addStretch(1)
        head.addWidget(self.switch)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(self.chart)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.legend)
        column.addWidget(self.stack, 1)
        column.addWidget(self.sentence)

    def show_chart(self, make: Make, sentence: str) -> bool:
        """Draw a chart; False (and an empty pane) where there is none."""
        made = make(470.0, 200.0)
        if made is None:
            self.show_none(sentence)
            return False
        self.title.setText(made.title)
        self._text = sentence
        self.sentence.setText(sentence)
        self.legend.show_keys(made.legend)
        self.table.show_rows(made.head, made.rows)
        self.table.setAccessibleName(made.title)
        self.switch.setEnabled(True)
        self.chart.show_chart(make, made.title, sentence)
        self.chart.setMinimumHeight(0)
        return True

    def show_none(self, why: str) -> None:
        """No chart, and why."""
        self._text = why
        self.sentence.setText(why)
        self.legend.show_keys(())
        self.table.show_rows((), ())
        self.switch.setEnabled(False)
        self.stack.setCurrentWidget(self.area)
        self.chart.show_chart(lambda _width, _height: None, self.title.text(), why)

    def fit_rows(self) -> None:
        """Let the chart be as high as its rows need at least; the pane scrolls."""
        self.chart.setMinimumHeight(self.chart.least_height())

    def turn(self) -> None:
        """Chart to table and back (Ctrl+T); the keyboard goes along."""
        to_table = self.stack.currentWidget() is self.area and self.switch.isEnabled()
        self.stack.setCurrentWidget(self.table if to_table else self.area)
        self.switch.set_words(self.tr("Chart") if to_table else self.tr("Table"))
        (self.table if to_table else self.chart).setFocus()

    def _read(self, text: str) -> None:
        self.sentence.setText(text or self._text)
