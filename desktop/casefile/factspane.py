"""The facts pane: strip, facts, documents and statements as one page that scrolls by itself."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.casefile import duties, factrows, words
from desktop.casefile.factrows import DocumentRow, FactRow
from desktop.casefile.factsmodel import FactsModel
from desktop.casefile.factsview import FactsView
from desktop.casefile.form import Cite
from desktop.casefile.months import Cell
from desktop.casefile.strip import Strip
from desktop.casefile.words import say
from desktop.widgets import Button, Kind, Label, SectionHeading
from models.casefile.values import CaseFile
from models.frameworks.values import Criterion


class FactsPane(QScrollArea):
    """``toggled`` with what a cite box stands for; ``opened`` with the ids of the source rows to show; ``import_asked``
    where nothing is linked yet."""

    toggled = Signal(object)
    opened = Signal(str, object)
    import_asked = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("facts-pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = SectionHeading(self.tr("Facts"))
        self.strip = Strip(lang)
        self.model = FactsModel(self)
        self.view = FactsView(self.model)
        self.view.setAccessibleName(self.tr("Facts, evidence and explanations"))
        self._lay()
        self._connect()

    def _lay(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self._unlinked())
        column.addWidget(self.strip)
        column.addWidget(self.view)
        column.addStretch(1)
        self.setWidget(inner)

    def _unlinked(self) -> QWidget:
        """連携データがありません, and the way to bring it."""
        self.unlinked = QWidget()
        self.unlinked.setObjectName("no-linked-data")
        row = QHBoxLayout(self.unlinked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self.tr("There is no linked data for this yet"), tone="text2"))
        button = Button(self.tr("Import…"), Kind.LINK, icon="arrow_import", name="import-from-facts")
        button.clicked.connect(self.import_asked)
        row.addWidget(button)
        row.addStretch(1)
        self.unlinked.hide()
        return self.unlinked

    def _connect(self) -> None:
        self.view.toggled.connect(self.toggled)
        self.view.opened.connect(self._open)
        self.view.moved.connect(self._follow)
        self.strip.cite_toggled.connect(self._cite_cell)
        self.strip.opened.connect(lambda cell: self.opened.emit(cell.fact or "", cell.evidence))

    def show_criterion(self, file: CaseFile, criterion: Criterion, locked: bool) -> None:
        """Put a criterion's facts in place."""
        self.model.locked = locked
        listed = factrows.rows(file, criterion, self._lang)
        self.unlinked.setVisible(bool(criterion.facts) and not factrows.linked(file, listed))
        self.model.show(listed)
        shown = duties.of_criterion(file, criterion)
        months = duties.strip_months(shown, file)
        self.strip.show_rows(shown, months)
        window = next((row.window for row in shown if row.window), None)
        remark = ""
        if window:
            ends = [words.month(day.year, day.month, self._lang) for day in (window.start, window.end)]
            remark = say("window", self._lang, n=len(months), start=ends[0], end=ends[1])
        self.heading.show_text(self.tr("Facts"), remark)
        self.verticalScrollBar().setValue(0)

    def lock(self, locked: bool) -> None:
        """Citations can be changed, or only be read."""
        self.model.locked = locked
        self.model.repaint()

    def mark(self, cited: frozenset[str]) -> None:
        """The ticks changed."""
        self.model.repaint()
        self.strip.mark(cited)

    def _open(self, row: FactRow | DocumentRow) -> None:
        self.opened.emit(row.id if isinstance(row, FactRow) else "", row.sources)

    def _cite_cell(self, cell: Cell) -> None:
        if cell.fact and not self.model.locked:
            self.toggled.emit(Cite(facts=(cell.fact,)))

    def _follow(self, rect: QRect) -> None:
        inner = self.widget()
        if inner is None:
            return
        top = self.view.mapTo(inner, rect.topLeft())
        self.ensureVisible(top.x(), top.y() + rect.height() // 2, 0, rect.height() // 2 + 30)

    def take_keyboard(self) -> None:
        """The keyboard goes to the list, to its first row unless it stands somewhere."""
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.first_citable())
        self.view.setFocus()
