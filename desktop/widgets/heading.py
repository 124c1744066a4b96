"""Headings of sections, and the thin line between them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Type, tokens
from desktop.widgets.label import Label


class Rule(QWidget):
    """A decorative line of one pixel."""

    def __init__(self, parent: QWidget | None = None, role: str = "line") -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One pixel high."""
        return QSize(10, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), tokens().color(self._role))


class SectionHeading(QWidget):
    """A bold heading with a quiet remark or a widget at the right."""

    def __init__(self, text: str, right: str = "", extra: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = Label(text, Type.STRONG)
        self.right = Label(right, Type.CAPTION, "text2")
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.right)
        if extra is not None:
            row.addWidget(extra)
        self.setAccessibleName(text)

    def show_text(self, text: str, right: str | None = None) -> None:
        """Another heading or remark."""
        self.words.setText(text)
        self.setAccessibleName(text)
        if right is not None:
            self.right.setText(right)
