"""Draw a round: how many cases, of which kind, read by how many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import calibration
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Kind, Label, LineEdit, dialog_foot
from desktop.widgets.dialog import Dialog
from models.calibration.values import Asked, Round
from models.cases.values import Kind as CaseKind


class DrawDialog(Dialog):
    """``drawn(round)`` after it was recorded."""

    drawn = Signal(object)

    def __init__(self, context: Context, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("draw-dialog")
        self.setWindowTitle(self.tr("Draw a round"))
        self._build(seed)
        for edit in (self.size_, self.seed):
            edit.textChanged.connect(self._check)
        self._check()
        self.resize(px(460), self.sizeHint().height())

    def _build(self, seed: int) -> None:
        self.size_, self.seed = LineEdit(self.tr("Cases")), LineEdit(self.tr("Seed"))
        self.size_.setText("20")
        self.seed.setText(str(seed))
        self.kind = Combo(self.tr("Kind"))
        self.kind.fill([(self.tr("All kinds"), None), *((words.kind(each), each.value) for each in CaseKind)])
        self.each = Combo(self.tr("Readers of each case"))
        self.each.fill([(str(number), number) for number in range(2, 6)], 2)
        self.field = Field(self.tr("Cases"), self.size_, self.tr("half grants, half refusals"))
        note = self.tr(
            "Examiners read them without names, earlier findings or the outcome; nobody reads what they decided."
        )
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-draw")
        self.go = Button(self.tr("Draw"), Kind.PRIMARY, "Ctrl+Enter", name="draw")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Draw a round of blind readings"), Type.NAME, wrap=True))
        column.addWidget(self.field)
        column.addWidget(Field(self.tr("Kind"), self.kind))
        column.addWidget(Field(self.tr("Readers of each case"), self.each))
        column.addWidget(Field(self.tr("Seed"), self.seed, self.tr("the same seed draws the same cases")))
        column.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        column.addLayout(dialog_foot(self, cancel, self.go, self._draw))

    def _check(self) -> None:
        whole = all(each.text().strip().isdecimal() for each in (self.size_, self.seed)) and int(self.size_.text()) > 0
        self.field.show_problem("")
        self.go.setEnabled(whole)
        self.go.describe("" if whole else self.tr("Cases and seed are whole numbers"))

    def _draw(self) -> None:
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        context = self._context
        asked = Asked(int(self.size_.text()), int(self.seed.text()), self.kind.currentData(), self.each.currentData())
        context.tasks.run(
            lambda: calibration.draw(context.office, context.actor, asked),
            *self.answers(self._done, self._failed),
            owner=self,
        )

    def _done(self, made: Round) -> None:
        self.accept()
        self.drawn.emit(made)

    def _failed(self, error: Exception) -> None:
        self._check()
        self.field.show_problem(error_words(error, self._context.lang), spoken=True)
