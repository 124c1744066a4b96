"""Whose code it is: asked with a purpose, and on record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.consistency import work
from desktop.context import Context
from desktop.errors import words
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, LineEdit, Rule, TextEditor, dialog_foot, say
from desktop.widgets.dialog import Dialog


class LookUpDialog(Dialog):
    """Report, code and purpose in, a person out; each look-up is an event of its own. Stays open to be read."""

    def __init__(self, context: Context, report: str, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("look-up-dialog")
        self.setWindowTitle(self.tr("Look up a code"))
        self._build(report, code)
        for each in (self.report, self.code):
            each.textChanged.connect(self._check)
        self.why.edited.connect(self._check)
        self._check()
        self.resize(px(520), self.sizeHint().height())
        (self.why if code else self.code).setFocus()

    # ---- building
    def _build(self, report: str, code: str) -> None:
        self.report, self.code = LineEdit(self.tr("Number of the report")), LineEdit(self.tr("Code"))
        self.report.setText(report)
        self.code.setText(code)
        self.why = TextEditor(self.tr("What it is for"))
        hint = self.tr("At the top right of every page; its first 8 characters are enough")
        self.field = Field(self.tr("What it is for"), self.why)
        self.answer = Label("", Type.STRONG, wrap=True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.hide()
        note = self.tr(
            "The purpose, the code and your name are kept in the record. For consistency, not for appraising a person."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Whose code is it?"), Type.NAME))
        column.addWidget(Field(self.tr("Number of the report"), self.report, hint))
        column.addWidget(Field(self.tr("Code"), self.code))
        column.addWidget(self.field)
        column.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        column.addWidget(self.answer)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        close = Button(self.tr("Close"), key="Esc", name="close-look-up")
        self.ask = Button(self.tr("Look up and record"), Kind.PRIMARY, "Ctrl+Enter", name="look-up")
        return dialog_foot(self, close, self.ask, self._ask)

    # ---- acting
    def _check(self) -> None:
        """The button is there once all three are filled; an answer stands only beside what was asked."""
        self.answer.hide()
        self.field.show_problem("")
        filled = (self.report.text().strip(), self.code.text().strip(), self.why.text.strip())
        self.ask.setEnabled(all(filled))
        self.ask.describe("" if all(filled) else self.tr("Fill in the report, the code and what it is for"))

    def _ask(self) -> None:
        self.why.commit()
        if not self.ask.isEnabled():
            return
        self.ask.setEnabled(False)
        context, report, code, why = self._context, self.report.text(), self.code.text(), self.why.text
        self._context.tasks.run(
            lambda: work.look_up(context.office, context.actor, report, code, why), self._found, self._failed, self
        )

    def _found(self, person: str) -> None:
        text = self.tr("{0} is {1}. This look-up is on record.").format(self.code.text().strip().upper(), person)
        self.answer.setText(text)
        self.answer.show()
        say(self.answer, text)

    def _failed(self, error: Exception) -> None:
        self._check()
        self.field.show_problem(words(error, self._context.lang), spoken=True)
