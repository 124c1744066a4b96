"""The criterion's question with its basis and guidance: what is asked, where it stands, how to answer it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile.reading import ReadingDialog
from desktop.casefile.words import say, title
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, ElidedLabel, Kind, Label
from models.frameworks.values import Criterion


class QuestionHead(QWidget):
    """Two lines; on low windows one, with the basis behind a button."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._criterion: Criterion | None = None
        self.setObjectName("question-head")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.question = ElidedLabel("", Type.QUESTION)
        self.question.setObjectName("question")
        self.basis_label = Label(self.tr("Basis"), Type.CAPTION, "text2")
        self.basis = ElidedLabel("", Type.CAPTION)
        self.basis_button = Button(self.tr("Basis"), Kind.LINK, icon="info", name="basis")
        self.guidance = Button(self.tr("Guidance"), Kind.LINK, icon="book_open", name="guidance")
        self.basis_button.clicked.connect(self.open_basis)
        self.guidance.clicked.connect(self.open_guidance)
        self._column = QVBoxLayout(self)
        self._lay()
        self.compact(on=False)

    def _lay(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.question, 1)
        first.addWidget(self.basis_button)
        first.addWidget(self.guidance)
        second = QHBoxLayout()
        second.setSpacing(px(8))
        second.addWidget(self.basis_label)
        second.addWidget(self.basis, 1)
        self._column.setSpacing(3)
        self._column.addLayout(first)
        self._column.addLayout(second)

    def show_criterion(self, criterion: Criterion) -> None:
        """Another criterion's words."""
        self._criterion = criterion
        self.question.setText(title(criterion.question, self._lang))
        verify = say("verify", self._lang) if criterion.reference.verify else ""
        self.basis.setText(title(criterion.reference.text, self._lang) + verify)

    def compact(self, on: bool) -> None:
        """One line of 40 px, or two."""
        self.question.setProperty("type", "name" if on else "question")
        self.question.style().unpolish(self.question)
        self.question.style().polish(self.question)
        self.basis_button.setVisible(on)
        self.basis_label.setVisible(not on)
        self.basis.setVisible(not on)
        edge = 5 if on else 11
        self._column.setContentsMargins(20, edge, 20, edge)

    def open_guidance(self) -> None:
        """The guidance, to be read and copied."""
        if self._criterion is not None:
            self._open(self.tr("Guidance"), _unwrapped(self._criterion.guidance.in_(self._lang)))

    def open_basis(self) -> None:
        """The legal basis and who answers for the criterion."""
        if self._criterion is not None:
            self._open(self.tr("Basis"), self.basis.text())

    def _open(self, heading: str, text: str) -> None:
        dialog = ReadingDialog(heading, self.question.text(), text, self)
        dialog.open()


def _unwrapped(text: str) -> str:
    """Lines that a file broke in the middle of a sentence, put together again."""
    return re.sub(r"(?<=[A-Za-z,’'0-9)])\n(?=[A-Za-z(0-9])", " ", text)
