"""Which key was meant, whatever part of the keyboard it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def entered(event: QKeyEvent) -> bool:
    """Whether it is Enter and nothing held with it: Qt tells that of the number pad as another key, with a modifier of its own."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
