"""Closing while something typed cannot be saved: keep it open, copy the text, or close all the same. Nothing goes silently."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, ProblemLine, TextEditor, say
from desktop.widgets.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Text:
    """One text that is not saved: what it belongs to, and its words."""

    title: str
    words: str

    def __str__(self) -> str:
        return f"{self.title}\n{self.words}"


class Leave(Enum):
    """What the person decided."""

    STAY = "stay"
    CLOSE = "close"


class UnsavedDialog(Dialog):
    """``choice`` after it closed; Esc keeps the case open. ``copied`` when the text went to the clipboard."""

    copied = Signal()

    def __init__(self, texts: tuple[Text, ...], why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Leave.STAY
        self.setObjectName("unsaved-dialog")
        self.setWindowTitle(self.tr("Not saved"))
        self.why = ProblemLine()
        self.text = TextEditor(self.tr("What is not saved"))
        self.text.setReadOnly(True)
        self._build()
        self.show_texts(texts, why)
        self.resize(px(660), px(400))
        self.stay.setFocus()

    def _build(self) -> None:
        note = self.tr(
            "It is tried again by itself. Closed now, this text is gone: copy it first, to paste it elsewhere."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("What you wrote could not be saved yet"), Type.NAME, wrap=True))
        column.addWidget(self.why)
        column.addWidget(self.text, 1)
        column.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.leave = Button(self.tr("Close all the same"), name="close-unsaved")
        self.copy = Button(self.tr("Copy the text"), icon="copy", name="copy-unsaved")
        self.stay = Button(self.tr("Keep it open"), Kind.PRIMARY, key="Esc", name="keep-open")
        self.stay.setDefault(True)
        self.leave.clicked.connect(self._leave)
        self.copy.clicked.connect(self._copy)
        self.stay.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.stay)
        return row

    def show_texts(self, texts: tuple[Text, ...], why: str) -> None:
        """What is not saved now, and why."""
        self.text.set_text("\n\n".join(str(each) for each in texts))
        self.why.show_problem(why)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.text)
        self.copy.set_words(self.tr("Copied"))
        say(self, self.tr("Copied"))
        self.copied.emit()

    def _leave(self) -> None:
        self.choice = Leave.CLOSE
        self.accept()
