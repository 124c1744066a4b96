"""A problem in words with an icon, under the field it belongs to."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import icons, tokens
from desktop.theme.type import px
from desktop.widgets.label import Label, say

_LOOK = {"block": ("error_circle", True), "wait": ("warning", False), "text2": ("info", False)}


class IconMark(QWidget):
    """An icon that stands before words."""

    def __init__(self, name: str, role: str, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = (name, role, filled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str, filled: bool = False) -> None:
        """Another icon."""
        self._what = (name, role, filled)
        self.update()

    def sizeHint(self) -> QSize:
        """16 px at 100 %."""
        return QSize(px(16), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        name, role, filled = self._what
        icons.paint(QPainter(self), QRectF(self.rect()), name, tokens().color(role), filled)


class ProblemLine(QWidget):
    """Hidden while nothing is wrong. ``tone``: ``block`` stops, ``wait`` warns, ``text2`` informs."""

    def __init__(self, parent: QWidget | None = None, tone: str = "block") -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(7)
        icon, filled = _LOOK[tone]
        self._mark = IconMark(icon, tone, filled)
        self._words = Label("", tone=tone, wrap=True)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._mark.setContentsMargins(0, 2, 0, 0)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown; empty when hidden."""
        return self._words.text()

    def show_problem(self, text: str, spoken: bool = False) -> None:
        """Show words, or hide with an empty text. ``spoken``: a screen reader says it at once."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text and spoken:
            say(self, text)
