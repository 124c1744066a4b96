"""Text on the screen, always plain: a name that looks like markup stays a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme import Type


class Label(QLabel):
    """A label of a step of the type scale (``Type.CAPTION``) and a tone (``text2``, ``wait``, ``block``…)."""

    def __init__(
        self, text: str = "", step: Type = Type.BASE, tone: str = "", parent: QWidget | None = None, wrap: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", step.name.lower())
        self.setProperty("tone", tone)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Another tone; the style sheet is asked again."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


def say(widget: QWidget, text: str) -> None:
    """Have a screen reader speak a text; silent when none listens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
