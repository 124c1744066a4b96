"""The table of due days: every municipality and fiscal year at the left, the chosen one at the right."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile.labels import duty_label
from desktop.casefile.words import day as day_words
from desktop.context import Context
from desktop.duedates.form import DUTIES, Filter, Typed, fitting, following
from desktop.duedates.yearpane import YearPane
from desktop.errors import words as error_words
from desktop.operations import duedates
from desktop.requests.parts import Foot
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Label, LineEdit, Rule, say
from desktop.widgets.dialog import Dialog
from desktop.widgets.heads import dress_table
from models.duedates.values import Effect, Kept, Year
from models.errors import RowsRefused
from models.people.rules import may
from models.people.values import Permission

_BAD_SHOWN = 12


class DueDatesDialog(Dialog):
    """Everybody who sees cases may read it; a year is kept by the rule keeper or the administrator, once its effect was seen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._years: tuple[Year, ...] = ()
        self._shown: tuple[Year, ...] = ()
        self._seen: Typed | None = None
        role = context.actor.role
        self._may = may(role, Permission.KEEP_RULES) or may(role, Permission.KEEP_PEOPLE)
        self.setObjectName("due-dates-dialog")
        self.setWindowTitle(self.tr("Due days of municipalities"))
        self._build()
        self._connect()
        self.resize(px(1180), px(740))
        self.words.setFocus()
        self.read()

    # ---- building
    def _build(self) -> None:
        about = self.tr(
            "National health insurance and resident tax fall due as each municipality sets it. The office's own table goes "
            "before the shipped one; a row on record is never changed by it, only shown where it says otherwise."
        )
        both = QHBoxLayout()
        both.setSpacing(px(8))
        both.addLayout(self._build_list(), 6)
        self.pane = YearPane(self._lang, self._may)
        both.addWidget(self.pane, 5)
        self.foot = Foot(self, self.tr("Close"), self.tr("Keep this year"), "checkmark", self.keep)
        self.look = Button(self.tr("See what it touches"), icon="document_search", name="see-effect")
        self.foot.add(self.look)
        for each in (self.look, self.foot.primary):
            each.setVisible(self._may)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Due days of municipalities"), Type.NAME))
        column.addWidget(Label(about, tone="text2", wrap=True))
        column.addWidget(Rule())
        column.addLayout(both, 1)
        column.addWidget(self.foot)

    def _build_list(self) -> QVBoxLayout:
        self.words = LineEdit(self.tr("Town, year or source"), self.tr("Town, year or source"), icon="search")
        self.words.set_clearable(self.tr("Clear"))
        self.duty = Combo(self.tr("Duty"))
        self.duty.fill(
            [(self.tr("Every duty"), None), *((duty_label(each.value, self._lang), each) for each in DUTIES)]
        )
        self.unchecked = QCheckBox(self.tr("Only what is to be checked"))
        self.unchecked.setObjectName("only-unchecked")
        self.unchecked.setAccessibleName(self.unchecked.text())
        self.table = self._build_table()
        self.count = Label("", Type.CAPTION, "text2")
        self.new = Button(self.tr("New year"), icon="add", name="new-year")
        self.take = Button(self.tr("Import a table…"), icon="arrow_import", name="import-due-dates")
        for each in (self.new, self.take):
            each.setVisible(self._may)
        head, acts = QHBoxLayout(), QHBoxLayout()
        for part, wide in ((self.words, 3), (self.duty, 2)):
            head.addWidget(part, wide)
        acts.addWidget(self.new)
        acts.addWidget(self.take)
        acts.addStretch(1)
        acts.addWidget(self.count)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.unchecked)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        return column

    def _build_table(self) -> QTableWidget:
        heads = (
            self.tr("Municipality"), self.tr("Duty"), self.tr("Year"), self.tr("Days"), self.tr("First"),
            self.tr("Mark"),
        )  # fmt: skip
        table = QTableWidget(0, len(heads))
        table.setObjectName("due-dates-table")
        table.setAccessibleName(self.tr("Due days of municipalities"))
        table.setHorizontalHeaderLabels(list(heads))
        head = dress_table(table)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        return table

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._list())
        self.duty.currentIndexChanged.connect(lambda _at: self._list())
        self.unchecked.toggled.connect(lambda _on: self._list())
        self.table.currentCellChanged.connect(lambda row, *_: self._choose(row))
        self.new.clicked.connect(self.begin)
        self.take.clicked.connect(self._ask_for_file)
        self.look.clicked.connect(self.preview)
        self.pane.edited.connect(self._check)

    # ---- reading
    def read(self, chosen: tuple[str, str, int] | None = None) -> None:
        """Read the table; then stand on ``chosen``."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: duedates.years(office, actor), lambda found: self._learn(found, chosen), self._failed, owner=self
        )

    def _learn(self, found: tuple[Year, ...], chosen: tuple[str, str, int] | None) -> None:
        self._years = found
        self._list(chosen)

    def _list(self, chosen: tuple[str, str, int] | None = None) -> None:
        before = chosen or (self.year.key if self.year else None)
        self._shown = fitting(
            self._years, Filter(self.words.text(), self.duty.currentData() or None, self.unchecked.isChecked())
        )
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._shown))
        for at, year in enumerate(self._shown):
            self.table.setRowHeight(at, row_height(28))
            for column, text in enumerate(self._texts(year)):
                self.table.setItem(at, column, QTableWidgetItem(text))
        self.table.blockSignals(False)
        self.count.setText(self.tr("{n} of {all}").format(n=len(self._shown), all=len(self._years)))
        keys = [each.key for each in self._shown]
        row = keys.index(before) if before in keys else 0
        if keys:
            self.table.setCurrentCell(row, 0)
            self._choose(row)

    def _texts(self, year: Year) -> tuple[str, ...]:
        marks = [self.tr("own") if year.own else self.tr("shipped")]
        marks += [self.tr("to be checked")] if year.verify else []
        return (
            year.municipality, duty_label(year.duty.value, self._lang), str(year.fiscal_year), str(len(year.days)),
            day_words(year.days[0][1], self._lang), ("、" if self._lang == "ja" else ", ").join(marks),
        )  # fmt: skip

    @property
    def year(self) -> Year | None:
        """The year that is chosen in the list."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        year = self._shown[row]
        self.pane.show_year(year)
        self._check()
        office, actor = self._context.office, self._context.actor
        if may(actor.role, Permission.SEE_RECORD):
            self._context.tasks.read(
                lambda: duedates.history(office, actor, year.key), self.pane.show_history, self._failed, owner=self
            )

    # ---- changing
    def begin(self) -> None:
        """A new year, after the one that is chosen."""
        year = self.year
        self.table.clearSelection()
        self.pane.show_typed(following(year) if year else Typed())
        self._check()
        self.pane.days.setFocus()

    def _check(self) -> None:
        said = self.pane.typed
        problem = said.problem()
        self.look.setEnabled(problem is None)
        if problem is not None:
            self.foot.told(problem.text(self._lang))
        elif self._seen != said:
            self.foot.told("")
            self.foot.primary.setEnabled(False)
            self.foot.primary.describe(self.tr("See first what it touches"))
        else:
            self.foot.told("")

    def preview(self) -> None:
        """Which rows of open cases it would touch; after that it can be kept."""
        self.pane.days.commit()
        said = self.pane.typed
        if said.problem() is not None:
            self._check()
            return
        office, actor, year = self._context.office, self._context.actor, said.year()
        self._context.tasks.read(
            lambda: duedates.effects(office, actor, year),
            lambda found: self._previewed(said, found),
            self._failed,
            owner=self,
        )

    def _previewed(self, said: Typed, found: tuple[Effect, ...]) -> None:
        self._seen = said
        self.pane.show_effects(found)
        self._check()
        say(self, self.pane.effect.text())

    def keep(self) -> None:
        """Put the year in place."""
        said = self.pane.typed
        if not self.foot.primary.isEnabled():
            return
        office, actor, year = self._context.office, self._context.actor, said.year()
        self.foot.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: duedates.keep_year(office, actor, year),
            lambda kept: self._kept(kept, year),
            self._failed,
            owner=self,
        )

    def _kept(self, kept: Kept, year: Year) -> None:
        self._seen = None
        self.read(year.key)
        words = self.tr("Kept: {new} new, {changed} changed, {removed} taken away")
        say(self, words.format(new=kept.new, changed=kept.changed, removed=kept.removed))

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a table"), "", self.tr("Tables (*.csv *.xlsx)"))
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Read a table in, all rows or none."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: duedates.import_file(office, actor, path), self._taken, self._failed, owner=self
        )

    def _taken(self, kept: Kept) -> None:
        self.read()
        words = self.tr("Read in: {new} new, {changed} changed, {same} the same")
        self.foot.problem.show_problem("")
        say(self, words.format(new=kept.new, changed=kept.changed, same=kept.same))

    def _failed(self, error: Exception) -> None:
        text = error_words(error, self._lang)
        if isinstance(error, RowsRefused):
            bad = [
                self.tr("Line {n}: {why}").format(n=each.line, why=each.message.text(self._lang)) for each in error.bad
            ]
            more = [self.tr("and {n} more").format(n=len(bad) - _BAD_SHOWN)] if len(bad) > _BAD_SHOWN else []
            text = "\n".join((error.message.text(self._lang), *bad[:_BAD_SHOWN], *more))
        self.foot.problem.show_problem(text, spoken=True)
