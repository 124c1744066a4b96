"""The status bar: the keys of the front view at the left; unit, record and date at the right."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Type, row_height
from desktop.views import Hint
from desktop.widgets import KeyHints, Label


class StatusLine(QWidget):
    """26 px at 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hints = KeyHints(self)
        self.trouble = Label("", Type.STRONG, "block")
        self.note = Label("", Type.CAPTION, "text2")
        self.right = Label("", Type.CAPTION, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 13, 0)
        row.setSpacing(16)
        row.addWidget(self.hints, 1)
        row.addWidget(self.trouble)
        row.addWidget(self.note)
        row.addWidget(self.right)

    def sizeHint(self) -> QSize:
        """26 px high, or the line's height and a little air."""
        return QSize(200, row_height(26))

    def show_keys(self, hints: tuple[Hint, ...]) -> None:
        """The keys of the front view."""
        self.hints.show_hints(hints)

    def show_facts(self, *parts: str) -> None:
        """Unit | record | date; empty parts are left out."""
        self.right.setText("\u2002|\u2002".join(part for part in parts if part))

    def show_trouble(self, text: str) -> None:
        """What stands in the way of all saving at this moment, or nothing."""
        self.trouble.setText(text)

    def show_note(self, text: str) -> None:
        """What the window is doing (保存中…), or nothing."""
        self.note.setText(text)
