"""F1 in a dialog: a dialog stands before the window's menu, so it gets the key itself, with the page of its room."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.guidedialog import GuideWindow
from desktop.guidepages import page_of
from desktop.widgets.room import fit

NAME = "guide-key"


@runtime_checkable
class Guided(Protocol):
    """A window that shows the guide beside itself."""

    def show_guide(self, page: str = "") -> None:
        """Show this page."""


class HelpKey(QObject):
    """Gives every dialog of the desk its F1 when the keyboard first comes to it."""

    def __init__(self, app: QApplication, lang: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._guide: GuideWindow | None = None
        app.focusChanged.connect(self._focus_moved)

    def close(self) -> None:
        """Close the guide that was opened before anybody signed in."""
        if self._guide is not None and shiboken6.isValid(self._guide):
            self._guide.close()
            self._guide.deleteLater()
        self._guide = None

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and type(dialog).__module__.startswith("desktop."):
            self.give(dialog)

    def give(self, dialog: QDialog) -> None:
        """F1 for this dialog, once; and no more room than the screen has."""
        if dialog.findChild(QShortcut, NAME) is None:
            key = QShortcut(QKeySequence("F1"), dialog)
            key.setObjectName(NAME)
            key.activated.connect(lambda: self._show(dialog))
            fit(dialog)

    def _show(self, dialog: QDialog) -> None:
        page = page_of(type(dialog).__module__)
        above = dialog.parentWidget()
        window = above.window() if above is not None else None
        if isinstance(window, Guided):
            window.show_guide(page)
            return
        self.close()
        self._guide = GuideWindow(self._lang())
        self._guide.show_page(page)
        self._guide.show()
        self._guide.raise_()
