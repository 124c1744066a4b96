"""A key as it looks on the keyboard, and the row of them in the status bar."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Tokens, Type, font, tokens
from desktop.views import Hint
from desktop.widgets.label import Label


def keycap_size(text: str) -> QSize:
    """The room a key cap takes."""
    metrics = QFontMetrics(font(Type.CAPTION))
    return QSize(max(metrics.horizontalAdvance(text) + 10, metrics.height()), metrics.height() + 1)


def paint_keycap(painter: QPainter, box: QRectF, text: str, look: Tokens, enabled: bool = True) -> None:
    """Draw a key cap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("text" if look.plain else "line"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(font(Type.CAPTION))
    painter.setPen(look.color("text2" if enabled else "disabled"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class KeyCap(QWidget):
    """One key cap."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setObjectName(f"keycap-{text}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the text and the frame."""
        return keycap_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_keycap(QPainter(self), QRectF(self.rect()), self._text, tokens())


class KeyHints(QWidget):
    """Key caps with their words, in a row; those that do not fit are left out, the first ones stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key-hints")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(5)
        self._pairs: list[tuple[QWidget, QWidget]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: Iterable[Hint]) -> None:
        """Show these, in this order."""
        self._pairs = []
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._pairs = [(KeyCap(hint.keys, self), Label(hint.does, Type.CAPTION, "text2", self)) for hint in hints]
        for cap, words in self._pairs:
            self._row.addWidget(cap)
            self._row.addWidget(words)
            self._row.addSpacing(10)
        self._row.addStretch(1)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Leave out what does not fit."""
        self._fit()

    def _fit(self) -> None:
        used = 0
        for cap, words in self._pairs:
            used += cap.sizeHint().width() + words.sizeHint().width() + 20
            for widget in (cap, words):
                widget.setVisible(used - 10 <= self.width() or self.width() <= 1)
