"""通知書 Letters: every countersigned case; the chosen ones are issued one after the other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import errors
from desktop.changes import Change, What
from desktop.confirming import Asked, ask
from desktop.context import Context
from desktop.issuing import form
from desktop.issuing.form import Run
from desktop.issuing.model import Column, ReadyModel
from desktop.operations import batch, drawing, files, letters, sealing, signatories
from desktop.operations.batch import Done, Ready
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, EmptyState, Kind, Label, Pane, ProblemLine
from desktop.widgets.heads import dress_heads
from desktop.widgets.rows import RowDelegate
from models.errors import Problem
from models.people.values import Actor

Found = tuple[tuple[Ready, ...], tuple[Problem, ...]]
"""The cases that wait, and what to know before any of them is issued."""


class IssuingView(View):
    """One letter after the other on the database thread, so that a save between two of them never waits."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._run = Run()
        self._hands = drawing.HERE
        self._actor = context.actor
        self._folder: Path | None = None
        self._first = True
        self.setObjectName("issuing")
        self._build()
        context.changes.changed.connect(self._heard)
        context.theme.changed.connect(self._fit)
        self.refresh()

    # ---- building
    def _build(self) -> None:
        self.model = ReadyModel(self)
        self.table = self._build_table()
        self.pane = Pane(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self.warned = ProblemLine(tone="wait")
        self.warned.setContentsMargins(16, 0, 16, 6)
        column.addWidget(self.warned)
        column.addWidget(self.pane, 1)
        column.addWidget(self._build_foot())
        self._fit()
        self._marked()

    def _build_head(self) -> QWidget:
        head = QWidget()
        head.setProperty("ground", "sunken")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(px(10))
        note = self.tr(
            "Countersigned, not yet issued. A letter that cannot be issued stops no other; it is named here."
        )
        row.addWidget(Label(note, Type.CAPTION, "text2", wrap=True), 1)
        self.twin = QCheckBox(self.tr("Enclose the side-by-side version in the applicant's language"))
        self.twin.setObjectName("issue-twin")
        self.twin.setAccessibleName(self.twin.text())
        self.where = Button(self.tr("Write the letters into a folder…"), icon="arrow_download", name="issue-folder")
        self.where.clicked.connect(self.choose_folder)
        row.addWidget(self.twin)
        row.addWidget(self.where)
        return head

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("issuing-table")
        table.setAccessibleName(self.tr("Countersigned cases"))
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        dress_heads(table).setSectionResizeMode(Column.RESULT, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(lambda *_: self._marked())
        table.doubleClicked.connect(lambda index: self.open_case.emit(self.model.ready[index.row()].case))
        return table

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(px(10))
        self.note = ProblemLine(tone="text2")
        self.bar = QProgressBar()
        self.bar.setObjectName("issue-progress")
        self.bar.setAccessibleName(self.tr("Letters issued"))
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(px(260))
        self.stop = Button(self.tr("Stop after this letter"), key="Esc", name="issue-stop")
        self.stop.clicked.connect(self.cancel)
        self.go = Button(self.tr("Issue"), Kind.PRIMARY, "Ctrl+Enter", name="issue-go")
        self.go.clicked.connect(self.issue)
        row.addWidget(self.note, 1)
        row.addStretch(0)  # where nothing is said
        for each in (self.bar, self.stop, self.go):
            row.addWidget(each)
        return foot

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(row_height(30))
        for column, width in ((Column.CASE, 170), (Column.KIND, 200), (Column.UNIT, 180)):
            self.table.setColumnWidth(column, px(width))

    # ---- the window asks
    def title(self) -> str:
        """Letters."""
        return self.tr("Letters")

    def count(self) -> str:
        """How many letters wait."""
        return str(len(self.model.ready)) if self.model.ready else ""

    def icon(self) -> str:
        """A document."""
        return "document_pdf"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, all, issue."""
        return (
            Hint("↑↓", self.tr("choose")),
            Hint("Ctrl+A", self.tr("all")),
            Hint("Ctrl+Enter", self.tr("issue")),
            Hint("Esc", self.tr("stop")),
        )

    def primary(self) -> None:
        """Ctrl+Enter issues what is chosen."""
        if self.go.isEnabled():
            self.issue()

    def shown(self) -> None:
        """In front."""
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read anew, unless letters are being issued."""
        if self._run.next is None:
            office, actor = self._context.office, self._context.actor

            def job() -> Found:
                waiting = batch.ready(office, actor)
                return waiting, signatories.missing(office, actor, {each.case for each in waiting})

            self._context.tasks.read(job, self._show, self._failed, self)

    def _show(self, found: Found) -> None:
        ready, warned = found
        self.warned.show_problem("\n".join(each.text(self._context.lang) for each in warned))
        chosen = set(self.chosen())
        self.model.show_ready(ready)
        if ready:
            self.pane.show_content()
            self._choose(chosen)
        else:
            hint = self.tr("Once a decision is countersigned, its letter waits here.")
            self.pane.show_empty(EmptyState(self.tr("No letter waits to be issued"), hint=hint))
        self._first = False
        self._marked()
        self.title_changed.emit()

    def _choose(self, chosen: set[str]) -> None:
        """All at first; afterwards what was chosen and is still there."""
        if self._first or not chosen:
            self.table.selectAll()
            return
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for row, each in enumerate(self.model.ready):
            if each.case in chosen:
                index = self.model.index(row, 0)
                self.table.selectionModel().select(index, flags.Select | flags.Rows)

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    def _heard(self, change: Change) -> None:
        if change.what is What.CASE:
            self.refresh()

    # ---- acts
    def chosen(self) -> tuple[str, ...]:
        """The chosen cases, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.ready[row].case for row in rows)

    def choose_folder(self) -> None:
        """Where the files of each letter are written too: PDF and HTML in each language, and the signatures."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder for the letters"))
        self._folder = Path(found) if found else None
        self._marked()

    def issue(self) -> None:
        """The password once for the whole batch, bound to the digest of each letter; then the first of the chosen."""
        context, chosen = self._context, self.chosen()
        asked = Asked(
            letters.ISSUE,
            self.tr("Issue {n} letters").format(n=len(chosen)),
            self.tr("Issue"),
            lambda: batch.documents(context.office, context.actor, chosen),
            self.tr("Bound to what was countersigned: {cases}").format(cases=form.named(chosen)),
        )
        ask(context, asked, lambda actor: self.begin(actor, chosen), self)

    def begin(self, actor: Actor, chosen: Sequence[str]) -> None:
        """Issue these, as who confirmed it."""
        self._actor, self._run = actor, Run.over(chosen)
        self._hands = drawing.over(len(chosen))
        self.note.show_problem("")
        self._go_on()

    def cancel(self) -> None:
        """Nothing more is begun; the letter under way ends."""
        self._run = self._run.stopped()
        self._marked()

    def _go_on(self) -> None:
        case = self._run.next
        self._marked()
        if case is None:
            self._end()
            return
        self.model.tell(case, self.tr("being issued…"))
        office, actor, folder, hands = self._context.office, self._actor, self._folder, self._hands
        twins = (sealing.OWN,) if self.twin.isChecked() else ()

        def job() -> Done:
            if folder is None:
                return batch.one(office, actor, case, None, twins, hands)
            files.usable(folder)
            return batch.one(office, actor, case, files.into(folder), twins, hands)

        self._context.tasks.run(job, self._one, self._broken, self)

    def _one(self, done: Done) -> None:
        if done.error is None:
            self.model.tell(done.case, self.tr("issued: {number}").format(number=done.number))
        else:
            why = errors.words(done.error, self._context.lang)
            if done.number:
                why = self.tr("issued: {number}, but its files are not written. {why}").format(
                    number=done.number, why=why
                )
            self.model.tell(done.case, why, bad=True)
        self._run = self._run.after(done)
        self._go_on()

    def _broken(self, error: Exception) -> None:
        """What stops the whole run: a folder that takes no files, the database gone."""
        self._close(errors.words(error, self._context.lang))

    def _end(self) -> None:
        done, failed = len(self._run.done) - len(self._run.failed), len(self._run.failed)
        left = len(self._run.waiting)
        said = self.tr("{done} issued, {failed} could not be issued, {left} not begun").format(
            done=done, failed=failed, left=left
        )
        if unwritten := self._run.unwritten:
            hint = self.tr("Issued, but their files are not written: {cases}. Save them from each case’s letter tab.")
            said = f"{said}\n{hint.format(cases=form.named([each.case for each in unwritten]))}"
        self._close(said)

    def _close(self, said: str) -> None:
        """The run is over; what is still to be issued stands there."""
        self.note.show_problem(said, spoken=True)
        rest = form.remaining(self.model.ready, self._run)
        self._hands.close(wait=False)
        self._run, self._actor = Run(), self._context.actor
        self.model.show_ready(rest)
        self._marked()
        self.title_changed.emit()
        self._context.changes.announce(What.CASE)

    def _marked(self) -> None:
        under_way = self._run.next is not None or bool(self._run.stopping and self._run.waiting)
        count = len(self.chosen())
        self.go.set_words(self.tr("Issue {n}").format(n=count) if count else self.tr("Issue"), "Ctrl+Enter")
        self.go.setEnabled(bool(count) and not under_way)
        self.stop.setVisible(under_way)
        self.stop.setEnabled(self._run.next is not None)
        self.bar.setVisible(under_way)
        self.bar.setMaximum(max(1, self._run.of))
        self.bar.setValue(len(self._run.done))
        for each in (self.twin, self.where):
            each.setEnabled(not under_way)
        self.where.describe(str(self._folder) if self._folder else "")
