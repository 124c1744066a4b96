"""Draft a version: the lines at the left, the chosen one's fields at the right, problems in words as it is typed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.authority.form import Draft, TypedLine, keyed, new_key, worded
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import authority
from desktop.requests.parts import Foot, beside
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Label, LineEdit, NavItem, NavList, TextEditor
from desktop.widgets.dialog import Dialog
from models.authority.values import Rules
from models.cases.values import Kind
from models.dates.parse import parse_date
from models.decisions.values import Outcome
from models.people.values import Person

_TYPED = ("title", "kinds", "routes", "outcomes", "units", "authority")


class DraftDialog(Dialog):
    """``drafted`` after it was kept; another person approves it."""

    drafted = Signal(object)

    def __init__(
        self, context: Context, draft: Draft, everyone: tuple[Person, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.form, self._everyone = context, draft, everyone
        self._today: date = context.office.clock.today()
        self._at = 0
        self.setObjectName("draft-rules-dialog")
        self.setWindowTitle(self.tr("Draft a version"))
        self._build()
        self._connect()
        self._show_lines()
        self.resize(px(860), px(620))
        self.edits["title"].setFocus()

    def _build(self) -> None:
        self.nav = NavList(self.tr("Rules"))
        self.nav.setMinimumWidth(px(220))
        labels = {
            "title": self.tr("Name"), "kinds": self.tr("Kinds (empty: all)"), "routes": self.tr("Routes (empty: all)"),
            "outcomes": self.tr("Outcomes (empty: both)"), "units": self.tr("Units (empty: all)"),
            "authority": self.tr("The letter names"),
        }  # fmt: skip
        self._words: dict[str, dict[str, str]] = {
            "kinds": {each.value: words.kind(each) for each in Kind},
            "routes": {each: words.route(each) for each in words.routes()},
            "outcomes": {each.value: words.outcome(each) for each in Outcome},
        }
        self._between = "、" if self._context.lang == "ja" else ", "
        self.edits = {
            name: LineEdit(labels[name], self._between.join(self._words.get(name, {}).values())) for name in _TYPED
        }
        self.steps = TextEditor(self.tr("Signatures, one a line"))
        self.day, self.why = LineEdit(self.tr("From")), LineEdit(self.tr("Why (stands in the record)"))
        self.day.setText(self.form.from_day)
        self.add = Button(self.tr("Add a rule"), icon="add", name="add-rule")
        self.remove = Button(self.tr("Remove"), icon="delete", name="remove-rule")
        left = QVBoxLayout()
        left.addWidget(self.nav, 1)
        left.addLayout(beside(self.add, self.remove))
        right = QVBoxLayout()
        right.setSpacing(px(8))
        for name in _TYPED:
            right.addWidget(Field(labels[name], self.edits[name]))
        hint = self.tr("Title: login, login / deputy: login. Nobody named: any supervisor.")
        right.addWidget(Field(self.tr("Signatures, one a line"), self.steps, hint))
        both = QHBoxLayout()
        both.setSpacing(px(16))
        both.addLayout(left, 2)
        both.addLayout(right, 5)
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Keep the draft"), "checkmark", self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Draft a version"), Type.NAME))
        column.addLayout(both, 1)
        column.addLayout(
            beside(
                Field(self.tr("From"), self.day), Field(self.tr("Why (stands in the record)"), self.why), wide=(1, 3)
            )
        )
        column.addWidget(self.foot)

    def _connect(self) -> None:
        for edit in (*self.edits.values(), self.day, self.why):
            edit.textChanged.connect(lambda _text: self._typed())
        self.steps.edited.connect(self._typed)
        self.nav.chosen.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def _show_lines(self) -> None:
        self._list()
        self._choose(self.form.lines[self._at].key if self.form.lines else "")

    def _list(self) -> None:
        self.nav.show_items([NavItem(each.title or "—", each.key) for each in self.form.lines])

    def _choose(self, key: str) -> None:
        keys = [each.key for each in self.form.lines]
        self._at = keys.index(key) if key in keys else 0
        if not self.form.lines:
            return
        line = self.form.lines[self._at]
        for name, edit in self.edits.items():
            edit.blockSignals(True)
            edit.setText(
                worded(getattr(line, name), self._words[name], self._between)
                if name in self._words
                else getattr(line, name)
            )
            edit.blockSignals(False)
        self.steps.set_text(line.steps)
        self.nav.choose(line.key)
        self._check()

    def _typed(self) -> None:
        if self.form.lines:
            line = self.form.lines[self._at]
            for name, edit in self.edits.items():
                setattr(line, name, keyed(edit.text(), self._words[name]) if name in self._words else edit.text())
            line.steps = self.steps.text
            self._list()
        self.form.from_day, self.form.why = self.day.text(), self.why.text()
        self._check()

    def _check(self) -> None:
        found = self.form.problems(self._everyone, self._today)
        self.foot.told(found[0].text(self._context.lang) if found else "")
        self.remove.setEnabled(len(self.form.lines) > 1)

    def _add(self) -> None:
        """In front: the last one fits every case."""
        self.form.lines.insert(0, TypedLine(new_key(self.form.lines)))
        self._at = 0
        self._show_lines()
        self.edits["title"].setFocus()

    def _remove(self) -> None:
        del self.form.lines[self._at]
        self._at = 0
        self._show_lines()

    def _keep(self) -> None:
        self.steps.commit()
        self._typed()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        office, actor = self._context.office, self._context.actor
        lines, day, why = [each.line() for each in self.form.lines], parse_date(self.form.from_day), self.form.why
        self._context.tasks.run(
            lambda: authority.draft(office, actor, lines, day, why),
            *self.answers(self._kept, self._failed),
            owner=self,
        )

    def _kept(self, made: Rules) -> None:
        self.accept()
        self.drafted.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)
