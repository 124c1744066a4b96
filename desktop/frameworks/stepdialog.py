"""One step of a draft's way: what it means, a word on it, and for a proposal the day it takes effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import words as error_words
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, LineEdit, Rule, TextEditor, dialog_foot
from desktop.widgets.dialog import Dialog
from models.dates.parse import parse_date
from models.errors import AkashiError

Act = Callable[[date | None, str, Callable[[Exception], None]], None]
"""Takes the step: the day (none where none is asked), the words, and whom to tell what stands against it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: the title, what the step means, the button; ``day``: the day proposed (``None``: none is asked)."""

    title: str
    means: str
    does: str
    words: str
    day: date | None = None
    needs_words: bool = False


class StepDialog(Dialog):
    """Closes when the step was taken; what stands against it is said here, one line each, and the words stay."""

    def __init__(self, ask: Ask, act: Act, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask, self._act, self._lang = ask, act, lang
        self.setObjectName("step-dialog")
        self.setWindowTitle(ask.title)
        self._build()
        self._check()
        self.resize(px(560), self.sizeHint().height())

    def _build(self) -> None:
        self.day = LineEdit(self.tr("Takes effect on"))
        self.day.setText(self._ask.day.isoformat() if self._ask.day else "")
        self.day_field = Field(self.tr("Takes effect on"), self.day, self.tr("2027-04-01 or R9.4.1; today or later"))
        self.day_field.setVisible(self._ask.day is not None)
        self.day.textChanged.connect(self._check)
        self.words = TextEditor(self._ask.words)
        self.words.setFixedHeight(px(96))
        self.words.edited.connect(self._check)
        self.problem = Label("", tone="block", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self._ask.title, Type.NAME))
        column.addWidget(Label(self._ask.means, wrap=True))
        column.addWidget(self.day_field)
        column.addWidget(Field(self._ask.words, self.words))
        column.addWidget(self.problem)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        close = Button(self.tr("Cancel"), key="Esc", name="cancel-step")
        self.button = Button(self._ask.does, Kind.PRIMARY, "Ctrl+Enter", name="take-step")
        return dialog_foot(self, close, self.button, self.go)

    def _check(self) -> None:
        self.show_problem("")
        missing = self._ask.needs_words and not self.words.text.strip()
        self.button.setEnabled(not missing and (self._ask.day is None or bool(self.day.text().strip())))
        self.button.describe(self.tr("Say in words what is to be done") if missing else "")

    def go(self) -> None:
        """Take the step."""
        self.words.commit()
        if not self.button.isEnabled():
            return
        try:
            day = parse_date(self.day.text()) if self._ask.day is not None else None
        except AkashiError as error:
            self.show_problem(error_words(error, self._lang))
            return
        self.button.setEnabled(False)
        self._act(day, self.words.text, self._failed)

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.show_problem(error_words(error, self._lang))

    def show_problem(self, text: str) -> None:
        """What stands against it, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
