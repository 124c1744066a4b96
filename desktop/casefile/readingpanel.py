"""One month in full: due and why, paid, amount, source row, receipt; open or cite it from here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.labels import duty_label, period, source_label
from desktop.casefile.months import Cell, standing
from desktop.casefile.residence import Bar
from desktop.casefile.words import say
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Label


class ReadingPanel(QWidget):
    """Follows the month under the pointer or the keyboard."""

    opened = Signal(object)
    cited = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._shown: Cell | Bar | None = None
        self.setObjectName("reading-panel")
        self.heading = Label("", Type.STRONG)
        self.keys = Label(self.tr("← → month   ↑ ↓ duty   N next exception"), Type.CAPTION, "text2")
        self.values = [(Label("", Type.CAPTION, "text2"), Label("", wrap=True)) for _ in range(3)]
        self.open = Button(self.tr("Open source row"), icon="open", key="Enter", name="open-row")
        self.cite = Button(self.tr("Cite"), icon="link", key="Space", name="cite-row")
        self.open.clicked.connect(lambda: self.opened.emit(self._shown))
        self.cite.clicked.connect(lambda: self.cited.emit(self._shown))
        self._lay()
        self.show_cell(None)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.keys)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for at, (label, value) in enumerate(self.values):
            grid.addWidget(label, at, 0)
            grid.addWidget(value, at, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.cite)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 16, 8)
        column.addLayout(head)
        column.addLayout(grid)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_bar(self, bar: Bar, text: str) -> None:
        """A stretch of the residence: its words and the rows behind it."""
        self._shown = bar
        self.open.setEnabled(bool(bar.evidence))
        self.cite.setEnabled(False)
        self.heading.setText(text)
        for at, (label, value) in enumerate(self.values):
            rows = at == 0 and bool(bar.evidence)
            label.setText(self.tr("Source") if rows else "")
            value.setText(", ".join(bar.evidence) if rows else "")

    def show_cell(self, cell: Cell | None, why: str = "") -> None:
        """Another month; ``why`` it is due on its day."""
        self._shown = cell
        has_row = cell is not None and bool(cell.evidence)
        self.open.setEnabled(has_row)
        self.cite.setEnabled(cell is not None and cell.fact is not None)
        if cell is None:
            self.heading.setText(self.tr("Choose a month"))
            for label, value in self.values:
                label.setText("")
                value.setText("")
            return
        when = period(cell.period, self._lang) if cell.period else words.month(cell.year, cell.month, self._lang)
        gap = "　" if self._lang == "ja" else "  "
        self.heading.setText(gap.join((duty_label(cell.duty, self._lang), when, standing(cell, self._lang))))
        lines = (
            (self.tr("Due"), self._due(cell, why)),
            (self.tr("Paid"), self._paid(cell)),
            (self.tr("Source"), self._source(cell)),
        )
        for (label, value), (name, text) in zip(self.values, lines, strict=True):
            label.setText(name)
            value.setText(text)

    def _due(self, cell: Cell, why: str) -> str:
        day = words.day_with_weekday(cell.due_on, self._lang) if cell.due_on else say("none", self._lang)
        return ("　" if self._lang == "ja" else "  ").join(part for part in (day, why) if part)

    def _paid(self, cell: Cell) -> str:
        paid = words.day_with_weekday(cell.paid_on, self._lang) if cell.paid_on else say("no_record", self._lang)
        amount = words.yen(cell.amount, self._lang) if cell.amount is not None else ""
        return ("　" if self._lang == "ja" else "  ").join(part for part in (paid, amount) if part)

    def _source(self, cell: Cell) -> str:
        parts = [source_label(cell.source, self._lang)] if cell.source else []
        parts += [", ".join(cell.evidence)] if cell.evidence else []
        parts += [say("as_of", self._lang, day=words.day(cell.as_of, self._lang))] if cell.as_of else []
        parts += [say("receipt", self._lang, number=cell.receipt)] if cell.receipt else []
        return ("　" if self._lang == "ja" else "  ").join(parts)
