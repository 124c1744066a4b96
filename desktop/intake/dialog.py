"""取り込む… Import: choose files, see what each is and what would happen, then take all of them in or none."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.intake import ask, summary
from desktop.intake.drops import dropped
from desktop.intake.form import Form, Item, Stage
from desktop.intake.pages import FilePage
from desktop.intake.work import Work
from desktop.operations import intake
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, EmptyState, Kind, Label, NavItem, NavList, ProblemLine, say
from desktop.widgets.dialog import Dialog
from desktop.words import counted
from models.errors import AkashiError
from models.intake.values import ColumnMap


class ImportDialog(Dialog):
    """Opens over the window; whoever may not import is told why."""

    def __init__(self, context: Context, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.form = Form()
        self.work = Work(context, self.form, self)
        self._front: Item | None = None
        self.setObjectName("import-dialog")
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.resize(px(1020), px(680))
        refusal = intake.why_not(context.actor)
        if refusal is not None:
            self._refuse(refusal)
            return
        self.show_state()
        self.add(paths)

    # ---- building
    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self._build_empty())
        self.stack.addWidget(self._build_body())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Import"), Type.NAME))
        note = self.tr("All rows of all files are taken in, or none. Nothing changes before you press Import.")
        column.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        column.addWidget(self.stack, 1)
        self.outcome = ProblemLine(tone="text2")
        self.outcome.setObjectName("import-result")
        self.problem = ProblemLine()
        column.addWidget(self.outcome)
        column.addWidget(self.problem)
        column.addLayout(self._build_foot())

    def _build_empty(self) -> QWidget:
        hint = self.tr("CSV (UTF-8, CP932, UTF-16) or XLSX, several at once. They can also be dropped here.")
        self.empty = EmptyState(self.tr("No file is chosen"), self.tr("Choose files…"), hint, icon="arrow_import")
        self.empty.acted.connect(self.ask_files)
        return self.empty

    def _build_body(self) -> QWidget:
        body, left = QWidget(), QWidget()
        self.files = NavList(self.tr("Files"))
        self.files.setObjectName("import-files")
        more = Button(self.tr("Choose files…"), icon="add", name="more-files")
        more.clicked.connect(self.ask_files)
        self.remove = Button(self.tr("Take out of the list"), key="Del", name="remove-file")
        self.remove.clicked.connect(self._remove)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files, 1)
        column.addWidget(more)
        column.addWidget(self.remove)
        left.setFixedWidth(px(236))
        self.page = FilePage(self._context.lang)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self.page, 1)
        return body

    def _build_foot(self) -> QHBoxLayout:
        self.told = Label("", Type.CAPTION, "text2")
        self.told.setObjectName("import-progress")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setMaximumWidth(px(180))
        self.stop = Button(self.tr("Stop"), name="stop-import")
        self.again = Button(self.tr("Check again"), icon="arrow_sync", name="check-again")
        self.close_ = Button(self.tr("Close"), key="Esc", name="close-import")
        self.go = Button(self.tr("Import"), Kind.PRIMARY, "Ctrl+Enter", icon="arrow_import", name="do-import")
        row = QHBoxLayout()
        for widget in (self.told, self.bar, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.again, self.close_, self.go):
            row.addWidget(widget)
        return row

    def _connect(self) -> None:
        self.files.chosen.connect(lambda key: self._show(self.form.items[int(key)]))
        self.page.kind_chosen.connect(self._choose)
        self.page.map.changed.connect(self._use)
        self.page.map.load.connect(self._load_map)
        self.page.map.save.connect(self._save_map)
        self.work.changed.connect(self.show_state)
        self.work.progressed.connect(lambda rows: self.told.setText(counted(self.tr("{0} rows read"), f"{rows:,}")))
        self.work.imported.connect(self._imported)
        self.work.stopped.connect(lambda: self._tell(self.tr("Stopped. Nothing was imported.")))
        self.work.failed.connect(lambda error: self.problem.show_problem(self._words(error), spoken=True))
        self.stop.clicked.connect(self.work.cancel)
        self.again.clicked.connect(self._again)
        self.close_.clicked.connect(self.reject)
        self.go.clicked.connect(self._import)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._import)
        QShortcut(QKeySequence("Del"), self.files, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Ctrl+O"), self, self.ask_files)

    def _refuse(self, error: AkashiError) -> None:
        why = EmptyState(error.text(self._context.lang), icon="lock_closed")
        self.stack.addWidget(why)
        self.stack.setCurrentWidget(why)
        self.setAcceptDrops(False)
        for widget in (self.told, self.bar, self.stop, self.again, self.go):
            widget.hide()
        self.close_.setFocus()

    # ---- files
    def ask_files(self) -> None:
        """The system's dialog."""
        if intake.why_not(self._context.actor) is None and not self.work.importing:
            self.add(ask.files(self))

    def add(self, paths: Sequence[Path]) -> None:
        """Take files into the list and check them."""
        if paths and intake.why_not(self._context.actor) is None and not self.work.importing:
            self._quiet()
            before = len(self.form.items)
            self.work.add(paths)
            if len(self.form.items) > before:
                self._show(self.form.items[before])

    def _remove(self) -> None:
        if self._front is not None and not self.work.importing:
            item, self._front = self._front, None
            self._quiet()
            self.work.remove(item)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that may be imported."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self.add(dropped(event))

    # ---- showing
    def show_state(self) -> None:
        """Put everything on the screen as it stands now."""
        items, work = self.form.items, self.work
        self.stack.setCurrentIndex(1 if items else 0)
        self.files.show_items(
            [
                NavItem(item.path.name, str(n), summary.stage(item), _TONES.get(item.stage, "text2"))
                for n, item in enumerate(items)
            ]
        )
        if items:
            self._show(self._front if self._front in items else items[0])
        for widget in (self.told, self.bar, self.stop):
            widget.setVisible(work.busy)
        if work.importing:
            self.told.setText(self.tr("Importing…"))
        elif not work.checking:
            self.told.setText(self.tr("Checking…"))
        self.again.setVisible(bool(self.form.open) and not work.busy and not self.form.clean)
        self.go.setVisible(not items or bool(self.form.open))
        self.go.setEnabled(self.form.clean and not work.busy)
        self.go.describe(self._why_not_yet())
        self.remove.setEnabled(not work.importing)
        self.page.setEnabled(not work.importing)

    def _why_not_yet(self) -> str:
        if self.go.isEnabled():
            return ""
        if not self.form.items:
            return self.tr("Choose a file first")
        return self.tr("Wait until it is done") if self.work.busy else self.tr("Some rows cannot be taken in yet")

    def _show(self, item: Item) -> None:
        new = item is not self._front
        self._front = item
        self.files.choose(str(self.form.items.index(item)))
        self.page.show_item(item, fresh=new)

    def _tell(self, text: str) -> None:
        self.outcome.show_problem(text, spoken=True)

    def _quiet(self) -> None:
        self.outcome.show_problem("")
        self.problem.show_problem("")

    def _words(self, error: Exception) -> str:
        return error_words(error, self._context.lang)

    def _choose(self, what: str) -> None:
        if self._front is not None:
            self._quiet()
            self.work.choose(self._front, what)

    # ---- maps
    def _use(self, mapped: ColumnMap) -> None:
        if self._front is not None:
            self._quiet()
            self.work.use(self._front, mapped)

    def _load_map(self) -> None:
        item, path = self._front, ask.map_to_read(self)
        if item is None or path is None or not item.what:
            return
        try:
            mapped = intake.read_map(path, item.what)
        except AkashiError as error:
            self.page.map.problem.show_problem(self._words(error), spoken=True)
            return
        self.page.map.problem.show_problem("")
        self._use(mapped)

    def _save_map(self) -> None:
        item = self._front
        path = ask.map_to_write(self, f"{item.what}-map.toml") if item is not None and item.what else None
        if item is None or path is None:
            return
        try:
            intake.save_map(item.mapped, path)
        except AkashiError as error:
            self.page.map.problem.show_problem(self._words(error), spoken=True)
            return
        self.page.map.problem.show_problem("")
        self._tell(self.tr("The map is kept: {0}").format(path.name))

    # ---- acts
    def _again(self) -> None:
        """The file was mended, or the office changed: look at everything anew."""
        self._quiet()
        for item in self.form.open:
            self.form.use(item, item.mapped)
            item.looked = None
            self.work.look_again(item)
        self.show_state()

    def _import(self) -> None:
        if self.go.isEnabled() and self.go.isVisible():
            self._quiet()
            self.work.import_()

    def _imported(self) -> None:
        done = [item.imported for item in self.form.items if item.done and item.imported is not None]
        self._tell(self.tr("Imported. {0}").format(summary.counts(done, self._context.lang)))
        self.close_.setFocus()
        say(self, self.outcome.text)

    def reject(self) -> None:
        """Esc, Close: an import under way is stopped first, and its answer waited for."""
        if self.work.importing:
            self.work.cancel()
            return
        self.work.cancel()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Close."""
        if self.work.importing:
            self.work.cancel()
            event.ignore()
            return
        super().closeEvent(event)


_TONES = {Stage.BAD: "block", Stage.WRONG: "block", Stage.CHOOSE: "wait", Stage.CLEAN: "met", Stage.DONE: "met"}
