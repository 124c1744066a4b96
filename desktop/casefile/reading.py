"""A text to be read: guidance, basis. Plain words, Esc closes."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Label, TextEditor
from desktop.widgets.dialog import Dialog


class ReadingDialog(Dialog):
    """Shows a text that can be selected and copied."""

    def __init__(self, heading: str, about: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setObjectName("reading-dialog")
        words = TextEditor(heading)
        words.setReadOnly(True)
        words.set_text(text.strip())
        close = Button(self.tr("Close"), key="Esc", name="close-reading")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(about, Type.NAME, wrap=True))
        column.addWidget(words, 1)
        column.addLayout(row)
        self.resize(px(640), px(440))
        words.setFocus()
