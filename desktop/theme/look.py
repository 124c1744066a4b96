"""The look in force: follows the system's scheme and contrast live, and the person's own text size."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.theme import type as typescale
from desktop.theme.palette import palette_of
from desktop.theme.sheet import sheet
from desktop.theme.tokens import DARK, LIGHT, Tokens, of_system


class Scheme(StrEnum):
    """What the person chose; ``SYSTEM`` follows the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes offered, in percent."""


class Theme(QObject):
    """Holds the look and applies it to the application; ``changed`` fires after it was applied."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._percent = percent
        # Both objects are held: PySide drops the connection with the wrapper.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.apply)
        self._accessibility.contrastPreferenceChanged.connect(self.apply)
        app.setStyle(QStyleFactory.create("Fusion"))
        self.apply()

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def percent(self) -> int:
        """The text size, 80 to 200."""
        return self._percent

    def choose(self, scheme: Scheme) -> None:
        """Take another scheme at once."""
        self._scheme = scheme
        self.apply()

    def resize(self, percent: int) -> None:
        """Take another text size at once; kept within 80 to 200."""
        self._percent = min(max(percent, SCALES[0]), SCALES[-1])
        self.apply()

    def step(self, by: int) -> None:
        """One text size up or down."""
        near = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self._percent))
        self.resize(SCALES[min(max(near + by, 0), len(SCALES) - 1)])

    def apply(self) -> None:
        """Set font, palette and sheet of the application from system and choice."""
        look, palette = self._wanted()
        self.show(look, palette)

    def show(self, look: Tokens, palette: QPalette) -> None:
        """Put a look on the application (the tests show high-contrast palettes that the system does not have)."""
        font = typescale.font(typescale.Type.BASE, self._percent / 100)
        if self._app.font() != font:
            self._app.setFont(font)
        if self._app.palette() != palette:
            self._app.setPalette(palette)
        wanted = sheet(look, self._percent / 100)
        if self._app.styleSheet() != wanted:  # every widget is styled anew: only when it must be
            # Taken off first: Qt puts a sheet on six times faster than it exchanges one (95 ms, not 570, for 1,100 widgets).
            self._app.setStyleSheet("")
            self._app.setStyleSheet(wanted)
        self.changed.emit()

    def _wanted(self) -> tuple[Tokens, QPalette]:
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())
            system = self._app.palette()
            return of_system(system), system
        dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and self._hints.colorScheme() == Qt.ColorScheme.Dark
        )
        look = DARK if dark else LIGHT
        return look, palette_of(look)
