"""経過・関係 Course and people: what happened to the case, its family, earlier cases, representatives, deadlines."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import deadlines, households, people, representatives, turns
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.turns import form, tables
from desktop.turns.acts import Acts
from desktop.widgets import Button, Label, NavItem, NavList, Pane, ProblemLine, Rule
from desktop.widgets.trees import dress_tree, widen
from models.casefile.values import CaseFile

KEY = Qt.ItemDataRole.UserRole + 1


class TurnsTab(QWidget):
    """``written`` after each act; ``case_asked`` to open another case."""

    written = Signal()
    case_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("turns-tab")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._lang = context, context.lang
        self.file: CaseFile | None = None
        self.course: form.Course | None = None
        self.section = "course"
        self._rows: tuple[tables.Row, ...] = ()
        self.acts = Acts(context, self)
        self._build()

    # ---- building
    def _build(self) -> None:
        self.nav = NavList(self.tr("Course and people"))
        self.nav.setMinimumWidth(px(190))
        self.nav.chosen.connect(self.choose)
        self.tree = self._build_tree()
        self.more = Label("", Type.READING, "text", wrap=True)
        self.more.setContentsMargins(16, 6, 16, 6)
        self.problem = ProblemLine()
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(16, 8, 16, 8)
        self._bar.setSpacing(px(8))
        self._bar.addWidget(self.problem, 1)
        self._bar.addStretch(1)
        self.buttons: dict[str, Button] = {}
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tree, self.more, Rule()):
            column.addWidget(part, 1 if part is self.tree else 0)
        column.addLayout(self._bar)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.nav)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([px(210), px(1200)])
        self.pane = Pane(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        dress_tree(tree, "turns", self.tr("Lines"))
        tree.currentItemChanged.connect(lambda *_: self._chosen())
        tree.itemActivated.connect(lambda *_: self._open())
        return tree

    # ---- showing
    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read: what hangs on it is read beside."""
        self.file = file
        office, actor, case = self._context.office, self._context.actor, file.case.id

        def job() -> form.Course:
            units, examiners = turns.targets(office, actor)
            return form.Course(
                turns.listing(office, actor, case), households.family(office, actor, case),
                turns.earlier(office, actor, case), turns.candidates(office, actor, case),
                representatives.listing(office, actor, case), deadlines.of_case(office, actor, case), units, examiners,
                {each.login: each.name for each in people.listing(office)}, turns.later(office, actor, case),
            )  # fmt: skip

        self._context.tasks.read(job, self._show, self._unread, owner=self)

    def _unread(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._lang), lambda: self.show_file(self.file) if self.file else None)

    def _show(self, course: form.Course) -> None:
        self.course = course
        self._show_nav()
        self.choose(self.section)
        self.pane.show_content()

    def _show_nav(self) -> None:
        if self.course is None:
            return
        counted = tables.counts(self.course)
        names = {
            "course": self.tr("Course of the case"), "family": self.tr("Family"), "earlier": self.tr("Earlier cases"),
            "people": self.tr("Representatives"), "deadlines": self.tr("Deadlines"),
        }  # fmt: skip
        self.nav.show_items([NavItem(names[key], key, counted[key]) for key in tables.SECTIONS])
        self.nav.choose(self.section)

    def choose(self, section: str) -> None:
        """Show a section."""
        if self.course is None or self.file is None or section not in tables.SECTIONS:
            return
        before = self.key() if section == self.section else ""
        self.section = section
        self.nav.choose(section)
        self._rows = tables.rows(section, self.course, self.file, self._lang)
        head = tables.heads(section, self.course)
        self.tree.clear()
        self.tree.setColumnCount(len(head))
        self.tree.setHeaderLabels(list(head))
        self.tree.addTopLevelItems([self._item(row) for row in self._rows])
        self._size(len(head))
        keys = [row.key for row in self._rows]
        if keys:
            self.tree.setCurrentIndex(self.tree.model().index(keys.index(before) if before in keys else 0, 0))
        self._show_acts()
        self._chosen()

    def _size(self, columns: int) -> None:
        widen(self.tree, 0 if self.section == "family" else 1 if self.section == "deadlines" else columns - 1)

    def _item(self, row: tables.Row) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(row.cells))
        item.setData(0, KEY, row.key)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(each for each in row.cells if each))
        for at, text in enumerate(row.cells):
            item.setToolTip(at, text)
            if row.heavy:
                item.setFont(at, font(Type.STRONG))
            if row.late:
                item.setForeground(at, QColor(tokens().wait))
        return item

    def _show_acts(self) -> None:
        """The buttons of the section; what this person may not do here is not there."""
        for button in self.buttons.values():
            self._bar.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        for name, words, icon, act in self.acts.of(self.section):
            button = Button(words, icon=icon, name=name)
            button.clicked.connect(act)
            self._bar.addWidget(button)
            self.buttons[name] = button

    def _chosen(self) -> None:
        row = self.row()
        text = row.more if row else ""
        if not self._rows:
            text = self._nothing()
        self.more.setText(text)
        self.more.setVisible(bool(text))
        self.problem.show_problem("")

    def _nothing(self) -> str:
        return {
            "course": self.tr("Nothing happened to this case but its examination."),
            "family": self.tr("No other case of this household is here."),
            "earlier": self.tr("No earlier case is linked, and none looks like the same applicant."),
            "deadlines": self.tr("The case ended: nothing is due."),
        }.get(self.section, "")

    def key(self) -> str:
        """What the chosen line stands for."""
        item = self.tree.currentItem()
        return str(item.data(0, KEY)) if item else ""

    def row(self) -> tables.Row | None:
        """The chosen line."""
        at = self.tree.currentIndex().row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def take_keyboard(self) -> None:
        """To the sections."""
        self.nav.setFocus()

    # ---- acts
    def _open(self) -> None:
        """Enter opens another case."""
        if self.section == "earlier" and self.key():
            self.case_asked.emit(self.key().lstrip("?>"))

    def save_calendar(self) -> None:
        """Write the deadlines as a calendar file."""
        if self.file is None:
            return
        office, actor, case, lang = self._context.office, self._context.actor, self.file.case.id, self._lang
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Calendar file"), f"{case}.ics", "iCalendar (*.ics)")
        if path:
            from pathlib import Path

            def job() -> None:
                Path(path).write_bytes(deadlines.calendar(office, actor, lang, case))

            self._context.tasks.read(job, lambda _made: None, self.failed, owner=self)

    def done(self) -> None:
        """An act was done: everything is read anew, behind its dialog's closing."""
        QTimer.singleShot(0, self, self.written.emit)

    def failed(self, error: Exception) -> None:
        """Say why an act was not done."""
        self.problem.show_problem(error_words(error, self._lang), spoken=True)
