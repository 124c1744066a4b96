"""One-line fields that respect the input method."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import icons
from desktop.theme.type import px


def commit_input_method() -> None:
    """Take over the unfinished text of the input method: before saving, changing tabs, locking, closing."""
    if QGuiApplication.focusObject() is not None:
        QGuiApplication.inputMethod().commit()


class LineEdit(QLineEdit):
    """A line edit that lets no shortcut fire while the input method composes, and keeps what it composes."""

    def __init__(self, name: str, placeholder: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._cross: QAction | None = None
        self._lead: tuple[QAction, str] | None = None
        self.setAccessibleName(name)
        self.setObjectName(f"field-{name}")
        self.setPlaceholderText(placeholder)
        if icon:
            self._lead = (self.addAction(icons.icon(icon), QLineEdit.ActionPosition.LeadingPosition), icon)

    @property
    def composing(self) -> bool:
        """Whether the input method holds unfinished text here."""
        return self._composing

    def set_clearable(self, name: str) -> None:
        """A cross at the right empties the field; ``name`` is what it is called."""
        self.setClearButtonEnabled(True)
        self._cross = self.findChild(QAction, "_q_qlineeditclearaction")
        if self._cross is not None:
            self._cross.setIcon(icons.icon("dismiss"))
            self._cross.setText(name)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a composition is open."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """While composing, keys belong to the input method, not to shortcuts."""
        if self._composing and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing composed is lost with the focus."""
        if self._composing:
            commit_input_method()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._lead:
            self._lead[0].setIcon(icons.icon(self._lead[1]))
        if event.type() == QEvent.Type.PaletteChange and self._cross:
            self._cross.setIcon(icons.icon("dismiss"))


class PasswordEdit(LineEdit):
    """A password with an eye to show it; ``caps_lock`` tells what the last key said about Caps Lock."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = self.addAction(icons.icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(self.tr("Show password"))
        self._eye.setText(self.tr("Show password"))
        self._eye.triggered.connect(self._look)

    def sizeHint(self) -> QSize:
        """Room for fifteen characters."""
        return QSize(max(super().sizeHint().width(), px(200)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↓ shows and hides, so that the eye needs no mouse."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._look()
            return
        super().keyPressEvent(event)

    def _look(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye_off" if hidden else "eye"))
