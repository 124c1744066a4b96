"""The password once more, for one act and the documents that are named: to issue, to correct, to release."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import people
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, PasswordEdit
from desktop.widgets.dialog import Dialog
from models.people.values import Actor

Documents = Callable[[], Mapping[str, str]]
"""Asked on the database thread: what each document is of, and its digest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is about to be done: the act as the record names it, its words, the words of its button, and its documents."""

    act: str
    what: str
    button: str
    documents: Documents
    note: str = ""


class ConfirmDialog(Dialog):
    """``confirmed(Actor)`` after the password was right: who may do this act now, and no other."""

    confirmed = Signal(object)

    def __init__(self, context: Context, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._asked = context, asked
        self.setObjectName("confirm-dialog")
        self.setWindowTitle(asked.button)
        self.password = PasswordEdit(self.tr("Your password"))
        self.password.textEdited.connect(self._changed)
        self.field = Field(self.tr("Your password"), self.password)
        words = self.tr("Your password opens your signing key for this act only. The record says what you confirmed.")
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(asked.what, Type.NAME, wrap=True))
        note = Label(asked.note, Type.CAPTION, "text2", wrap=True)
        note.setObjectName("confirm-note")
        note.setVisible(bool(asked.note))
        column.addWidget(note)
        column.addWidget(self.field)
        column.addWidget(Label(words, Type.CAPTION, "text2", wrap=True))
        column.addLayout(self._build_foot())
        self.resize(px(520), px(210))
        self._changed()
        self.password.setFocus()

    def _build_foot(self) -> QHBoxLayout:
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-confirm")
        cancel.clicked.connect(self.reject)
        self.go = Button(self._asked.button, Kind.PRIMARY, "Enter", icon="signature", name="confirm")
        self.go.setDefault(True)
        self.go.clicked.connect(self.submit)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        return foot

    def submit(self) -> None:
        """Try the password."""
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        context, asked, password = self._context, self._asked, self.password.text()

        def job() -> Actor:
            return people.confirm(context.office, context.actor, password, asked.act, asked.documents())

        context.tasks.run(job, self._right, self._wrong, owner=self)

    def _changed(self) -> None:
        self.go.setEnabled(bool(self.password.text()))
        self.field.show_problem("")

    def _right(self, actor: Actor) -> None:
        self.accept()
        self.confirmed.emit(actor)

    def _wrong(self, error: Exception) -> None:
        self._changed()
        self.field.show_problem(error_words(error, self._context.lang), spoken=True)
        self.password.selectAll()
        self.password.setFocus()


def ask(context: Context, asked: Asked, then: Callable[[Actor], None], parent: QWidget) -> ConfirmDialog:
    """Show the dialog; ``then`` is called with who confirmed."""
    dialog = ConfirmDialog(context, asked, parent)
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog
