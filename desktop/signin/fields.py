"""The password field with its Caps Lock line, used by sign-in and by the lock."""

import ctypes
import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.signin import form
from desktop.widgets import Field, Label, PasswordEdit
from desktop.widgets.problem import IconMark

_VK_CAPITAL = 0x14


class PasswordField(Field):
    """A password and, under it, whether Caps Lock is on."""

    def __init__(self, label: str, name: str, parent: QWidget | None = None) -> None:
        self.edit = PasswordEdit(label)
        super().__init__(label, self.edit, parent=parent)
        self.edit.setObjectName(name)
        self._on = False
        self.caps = QWidget()
        self.caps.setObjectName("caps-lock")
        row = QHBoxLayout(self.caps)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconMark("keyboard_shift_uppercase", "wait"))
        words = self.tr("Caps Lock is on")
        row.addWidget(Label(words, tone="wait"), 1)
        self.caps.setAccessibleName(words)
        self.caps.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.caps)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each key may tell of Caps Lock."""
        if watched is self.edit:
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
                self._look(event)
            elif event.type() == QEvent.Type.FocusIn:
                self._show(_asked_of_system(self._on))
            elif event.type() == QEvent.Type.FocusOut:
                self.caps.hide()
        return super().eventFilter(watched, event)

    def _look(self, event: QKeyEvent) -> None:
        before = self._on
        if event.key() == Qt.Key.Key_CapsLock and event.type() == QEvent.Type.KeyRelease:
            before = not self._on
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._show(_asked_of_system(form.caps_lock(event.text(), shift, before)))

    def _show(self, on: bool) -> None:
        self._on = on
        self.caps.setVisible(on)


def _asked_of_system(guess: bool) -> bool:
    """Windows knows; elsewhere the typed letters tell."""
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)
    return guess
