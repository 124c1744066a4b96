"""Time travel: the version that is read, laid over the decided cases (and the open ones): which findings it touches, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.frameworks import simulateform
from desktop.frameworks.simulateform import Row
from desktop.operations import frameworks
from desktop.tasks import Progress, Task
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, Pane, ProblemLine, Rule
from desktop.widgets.heads import dress_table
from desktop.words import counted
from models.casefile.values import Simulation
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.frameworks.values import Framework


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found."""

    simulation: Simulation
    rows: tuple[Row, ...]


class Simulate(QWidget):
    """Begins when it is asked, says how far it is, can be cancelled; nothing is written and nothing is judged."""

    saved = Signal(str)
    case_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("simulate")
        self._context = context
        self._framework: Framework | None = None
        self._found: Found | None = None
        self._task: Task | None = None
        self._build()

    def _build(self) -> None:
        self.run = Button(self.tr("Lay over the cases"), Kind.PRIMARY, name="run-simulation", icon="arrow_sync")
        self.run.clicked.connect(self.begin)
        self.save_xlsx = Button(self.tr("Save as XLSX…"), name="save-simulation-xlsx")
        self.save_csv = Button(self.tr("Save as CSV…"), name="save-simulation-csv")
        self.save_xlsx.clicked.connect(lambda: self._save("xlsx"))
        self.save_csv.clicked.connect(lambda: self._save("csv"))
        self.summary = Label("", wrap=True)
        self.note = ProblemLine(tone="text2")
        self.table = self._build_table()
        self.pane = Pane(self.table)
        self.pane.loading.cancelled.connect(self.cancel)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(self.run)
        row.addWidget(self.summary, 1)
        row.addWidget(self.save_xlsx)
        row.addWidget(self.save_csv)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(Rule())
        column.addWidget(self.pane, 1)

    def _build_table(self) -> QTableWidget:
        heads = self.heads()
        table = QTableWidget(0, len(heads))
        table.setObjectName("simulation-table")
        table.setAccessibleName(self.tr("Findings that this version touches"))
        table.setHorizontalHeaderLabels(list(heads))
        table.setWordWrap(True)
        table.setProperty("frame", "none")
        head = dress_table(table)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, width in enumerate((110, 130, 90, 80, 90, 190, 80)):
            table.setColumnWidth(place, px(width))
        table.itemActivated.connect(lambda item: self._ask_for(item.row()))
        return table

    def _ask_for(self, row: int) -> None:
        item = self.table.item(row, 0)
        if item is not None:
            self.case_asked.emit(item.text())

    def heads(self) -> tuple[str, ...]:
        """The columns in words."""
        return (
            self.tr("Case"), self.tr("Route"), self.tr("Decided on"), self.tr("Outcome"), self.tr("Under"),
            self.tr("Criterion"), self.tr("Finding"), self.tr("Because"),
        )  # fmt: skip

    def show_framework(self, framework: Framework) -> None:
        """Another version: what was found of the one before goes."""
        if framework is self._framework:
            return
        self.cancel()
        self._framework, self._found = framework, None
        hint = self.tr(
            "Which findings of decided and open cases version {version} touches. Nothing is judged or changed."
        )
        self.summary.setText(hint.format(version=framework.version))
        self._show(())

    # ---- running
    def begin(self) -> None:
        """Lay the version over every case, beside everything else."""
        framework = self._framework
        if framework is None or self._task is not None:
            return
        office, actor, lang = self._context.office, self._context.actor, self._context.lang
        self.run.setEnabled(False)
        self.pane.show_loading()
        titles = {each.key: each.title.in_(lang) for each in framework.criteria}

        def job(progress: Progress) -> Found:
            def told(done: int, total: int) -> bool:
                progress(done, total)
                return True

            found = frameworks.simulate(office, actor, framework, told)
            waiting = frameworks.open_cases_touched(office, actor, framework)
            return Found(found, tuple(simulateform.rows(found, waiting, _named(titles), lang)))

        self._task = self._context.tasks.long(job, self._learn, self._failed, owner=self)
        self._task.on_progress = self.pane.loading.progress

    def cancel(self) -> None:
        """Stop; what stood there before stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.run.setEnabled(True)
        self.pane.show_content()

    def _learn(self, found: Found) -> None:
        self._task, self._found = None, found
        self.run.setEnabled(True)
        said = self.tr(
            "{looked} decided cases looked at, {same} decided under this version. Touched: {findings} findings of {cases} decided"
            " cases, {open} criteria of open ones."
        )
        decided = [each for each in found.rows if not each.open_]
        self.summary.setText(
            counted(
                said,
                looked=found.simulation.looked_at,
                same=found.simulation.same,
                findings=len(decided),
                cases=len(found.simulation.cases),
                open=len(found.rows) - len(decided),
            )
        )
        self._show(found.rows)
        self.pane.show_content()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.run.setEnabled(True)
        self.pane.show_error(error_words(error, self._context.lang), self.begin)

    def _show(self, rows: Sequence[Row]) -> None:
        self.table.setRowCount(len(rows))
        for line, row in enumerate(rows):
            cells = list(row.cells)
            cells[2] = cells[2] or self.tr("open")
            cells[-1] = "\n".join(row.why)
            for place, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(line, place, item)
        self.table.resizeRowsToContents()
        for button in (self.save_xlsx, self.save_csv):
            button.setEnabled(bool(rows))

    # ---- saving
    def _save(self, format_: str) -> None:
        if self._framework is None:
            return
        name = f"{self._framework.id}-{self._framework.version}-simulation.{format_}"
        where, _ = QFileDialog.getSaveFileName(self, self.tr("Save what was found"), name, f"*.{format_}")
        if where:
            self.write(Path(where), format_)

    def write(self, where: Path, format_: str) -> None:
        """Write what was found into a file, off the window's thread."""
        if self._found is None or self._framework is None:
            return
        office = self._context.office
        heads, rows, title = self.heads(), [each.cells for each in self._found.rows], self._framework.version
        self._context.tasks.read(
            lambda: frameworks.write_sheet(office, where, format_, title, heads, rows),
            lambda _: self._wrote(where),
            lambda error: self.note.show_problem(error_words(error, self._context.lang), spoken=True),
            owner=self,
        )

    def _wrote(self, where: Path) -> None:
        self.note.show_problem(self.tr("Saved: {path}").format(path=where), spoken=True)
        self.saved.emit(str(where))


def _named(titles: dict[str, str]) -> simulateform.Named:
    def named(what: str, key: str) -> str:
        if what == "finding":
            return words.finding(FindingState(key))
        if what == "outcome":
            return words.outcome(Outcome(key))
        return words.route(key) if what == "route" else titles.get(key, key)

    return named
