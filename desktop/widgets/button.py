"""Buttons: primary (at most one on a screen), plain, link and quiet."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import icons
from desktop.theme.type import px
from desktop.widgets.keys import entered


class Kind(StrEnum):
    """How heavy a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    QUIET = "quiet"


_ROLE = {Kind.PRIMARY: "on_accent", Kind.PLAIN: "text", Kind.LINK: "accent", Kind.QUIET: "text2"}


class Button(QPushButton):
    """A button that says its key. ``key`` is only shown; the shortcut itself belongs to the view."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        key: str = "",
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._icon = icon
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setObjectName(name or f"button-{text}")
        self.setAutoDefault(False)
        if kind in (Kind.LINK, Kind.QUIET):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text, key)
        self._tint()

    def set_words(self, text: str, key: str | None = None) -> None:
        """What the button says, and its key."""
        self._key = self._key if key is None else key
        self.setText(f"{text}\u3000{self._key}".replace("&", "&&") if self._key else text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Another icon, or none."""
        self._icon = name
        self._tint()

    def describe(self, why: str) -> None:
        """Why it is disabled (spoken, and in the tool tip); empty: nothing stands in the way."""
        self.setAccessibleDescription(why)
        self.setToolTip(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; Qt leaves that to the buttons of dialogs."""
        if entered(event):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colours or text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()

    def _tint(self) -> None:
        if self._icon:
            self.setIconSize(QSize(px(16), px(16)))
            self.setIcon(icons.icon(self._icon, px(16), _ROLE[self._kind]))
