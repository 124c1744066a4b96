"""Payments and residence: every duty month by month, residence below on the same axis, reading panel and exceptions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from desktop.casefile import duebasis, duties
from desktop.casefile.exceptions import ExceptionTable
from desktop.casefile.labels import duty_label
from desktop.casefile.monthgrid import ROW, MonthGrid
from desktop.casefile.months import LEGEND, Cell, CellState, DutyRow, counts
from desktop.casefile.readingpanel import ReadingPanel
from desktop.casefile.residence import Bar, lanes
from desktop.casefile.residenceview import ResidenceView
from desktop.casefile.rowlabels import RowLabels
from desktop.casefile.strip import Legend
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import EmptyState, Label, Rule, Segmented
from desktop.words import counted
from models.casefile.values import CaseFile

_COLUMNS = {2: 20, 5: 15, 10: 8, duties.WHOLE: 8}
"""The narrowest columns; wider windows give each month more."""
_LEFT, _RIGHT = 168, 214
_BAR = 12
"""Room for a scroll bar at the right."""


class PaymentsTab(QWidget):
    """+ and − zoom; the grid's own keys do the rest."""

    source_asked = Signal(str, object)
    cite_asked = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payments-tab")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lang, self._years = lang, 5
        self._file: CaseFile | None = None
        self._rows: tuple[DutyRow, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        years = [(str(n), counted(self.tr("{n} years"), n=n)) for n in _COLUMNS if n]
        self.zoom = Segmented(self.tr("Years shown"), [*years, (str(duties.WHOLE), self.tr("All"))])
        self.zoom.set_value("5")
        self.legend = Legend(self._lang)
        self.names = RowLabels()
        self.grid = MonthGrid(self._lang)
        self.grid.setAccessibleName(self.tr("Payments by month"))
        self.counts = RowLabels(quiet_first=True)
        self.residence = ResidenceView()
        self.reading = ReadingPanel(self._lang)
        self.exceptions = ExceptionTable(self._lang)
        self.empty = EmptyState(self.tr("There is no record of payments"))
        self._lay()

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(20))
        top.addWidget(self.zoom)
        top.addWidget(self.legend, 1)
        months = QHBoxLayout()
        months.setSpacing(0)
        for part in (self.names, self.grid, self.counts):
            months.addWidget(part)
        months.addStretch(1)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.setHandleWidth(1)
        lower.addWidget(self.reading)
        lower.addWidget(self.exceptions)
        lower.setSizes([700, 600])
        self.below = lower
        note = self.tr("The lighter ground and the bracket below: the window that is looked at. Dotted underline: the employer paid late, "
                       "which never counts against the applicant. Empty: no duty.")  # fmt: skip
        self.note = Label(note, Type.CAPTION, "text2", wrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._scrolled(months), 50)
        column.addWidget(Rule())
        column.addWidget(lower, 1)

    def _scrolled(self, months: QHBoxLayout) -> QScrollArea:
        """Duties and residence, as high as they are; in a low window or with large text they scroll together."""
        self._upper = QWidget()
        inner = QVBoxLayout(self._upper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.empty)
        inner.addLayout(months)
        inner.addWidget(self.residence)
        inner.addWidget(self.note)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._upper)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._area

    def _connect(self) -> None:
        self.zoom.chosen.connect(lambda key: self.show_years(int(key)))
        self.grid.cell_changed.connect(self._read)
        self.grid.opened.connect(self._open)
        self.grid.cite_toggled.connect(self._cite)
        self.grid.horizontalScrollBar().valueChanged.connect(lambda _: self._axis())
        self.reading.opened.connect(self._open)
        self.residence.read.connect(self._read_bar)
        self.residence.opened.connect(self._open)
        self.reading.cited.connect(self._cite)
        self.exceptions.chosen.connect(self._go)

    def _go(self, cell: Cell) -> None:
        """To a month; to as many years as it takes where it lies before those shown."""
        if self._file is not None and cell.key not in self.grid.months.months:
            months = {years: duties.zoom_months(self._file, years) for years in _COLUMNS}
            self.show_years(next((years for years, shown in months.items() if cell.key in shown), duties.WHOLE))
        self.grid.go(cell)

    def _open(self, shown: Cell | Bar) -> None:
        fact = shown.fact if isinstance(shown, Cell) else None
        if fact or shown.evidence:
            self.source_asked.emit(fact or "", shown.evidence)

    def _cite(self, cell: Cell) -> None:
        if cell.fact:
            self.cite_asked.emit(cell.fact)

    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read."""
        first, self._file = self._file is None, file
        if first or (self._years == duties.WHOLE and not self._long):
            self._years = duties.first_zoom(file)
        self._rows = duties.rows(file, duties.WHOLE)
        self.zoom.show_choice(str(duties.WHOLE), self._long)
        self.grid.receipt = self.residence.receipt = file.case.received_on
        self.empty.setVisible(not self._rows)
        for part in (self.names, self.grid, self.counts, self.note, self.exceptions):
            part.setVisible(bool(self._rows))
        used = {cell.state for row in self._rows for cell in row.cells.values()}
        self.legend.show_states(tuple(s for s in LEGEND if s in used or s is not CellState.CONTRADICTING))
        cited = {fact for finding in file.findings for reason in finding.reasons for fact in reason.facts}
        self.exceptions.show_rows(self._rows, frozenset(cited))
        self.show_years(self._years)
        self._read(next(iter(self.exceptions.cells), None))

    @property
    def _long(self) -> bool:
        """Whether the record goes back further than ten years."""
        return self._file is not None and len(duties.zoom_months(self._file, duties.WHOLE)) > 120

    def show_years(self, years: int) -> None:
        """Two, five or ten years."""
        self._years = years
        self.zoom.set_value(str(years))
        if self._file is None:
            return
        here = self.grid.cell
        months = duties.zoom_months(self._file, years)
        self.grid.months.show(self._rows, months)
        self.residence.show_lanes(lanes(self._file, self._lang), months)
        self._fit()
        if here is not None:
            self.grid.go(here)

    def _fit(self) -> None:
        """Everything from the room there is and from the text size, which may have changed since the page was made."""
        self.names.setFixedWidth(px(_LEFT))
        self.counts.setFixedWidth(px(_RIGHT))
        months = max(1, self.grid.months.columnCount())
        room = max(0, self.width() - 32 - _BAR - self.names.width() - self.counts.width())
        column = max(_COLUMNS[self._years], min(px(36), room // months))
        row, head = self.grid.row_height(column, px(ROW)), self.grid.horizontalHeader().sizeHint().height()
        self.grid.lay(column, row)
        bar = 12 if column * months > room else 0
        self.grid.setFixedSize(min(room, column * months), head + row * len(self._rows) + bar)
        self.grid.horizontalHeader().setFixedHeight(head)
        names = tuple((duty_label(r.duty, self._lang), self._how(r)) for r in self._rows)
        self.names.show_rows(names, self.tr("Duty"), head, row)
        self.counts.show_rows(tuple(counts(r, self._lang) for r in self._rows), "", head, row)
        self._axis()
        inner = self._upper.layout()
        if inner is not None:
            inner.invalidate()
            inner.activate()
        high = inner.totalHeightForWidth(self.width() - 32) if inner is not None else 0
        high = max(high, self._upper.sizeHint().height(), self._upper.minimumSizeHint().height())
        self._area.setMaximumHeight(high + self.note.fontMetrics().lineSpacing() + px(20))
        self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().maximum())

    def _axis(self) -> None:
        column = self.grid.horizontalHeader().defaultSectionSize()
        self.residence.axis(self.names.width(), column, self.grid.width(), self.grid.horizontalScrollBar().value())

    def _how(self, row: DutyRow) -> str:
        shown = set(self.grid.months.months)
        states = {cell.state for key, cell in row.cells.items() if key in shown}
        if not states:
            return self.tr("nothing in the years shown")
        if states <= {CellState.WITHHELD, CellState.PENDING}:
            return self.tr("deducted from salary")
        return self.tr("paid and deducted") if CellState.WITHHELD in states else self.tr("paid by the applicant")

    def _read(self, cell: Cell | None) -> None:
        self.reading.show_cell(cell, duebasis.why(cell, self._file, self._lang) if cell and self._file else "")
        if cell is not None:
            self.exceptions.mark(cell)

    def _read_bar(self, bar: Bar) -> None:
        self.reading.show_bar(bar, self.residence.words_of(bar))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and − zoom."""
        order = list(_COLUMNS)
        if not self._long:
            order.remove(duties.WHOLE)
        at = order.index(self._years)
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Semicolon) and at > 0:
            self.show_years(order[at - 1])
        elif event.key() == Qt.Key.Key_Minus and at < len(order) - 1:
            self.show_years(order[at + 1])
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """The keyboard goes to the grid."""
        self.grid.setFocus()
