"""The tour past every screen: each room's tests say in a ``screens.py`` how to come to its screens, and in whose name.

The test of names and the pictures both walk it, so a screen that is registered once is checked and photographed.

A ``screens.py`` holds ``SCREENS``, a tuple of ``Screen``; a walk is a generator of the name of a picture and the window or
dialog to look at. It may leave dialogs open: they are closed before the next walk.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.views import View
from desktop.window import Window
from models.store.office import Office
from tests.desktop import desk as driver

TESTS = Path(__file__).resolve().parent
DESKTOP = TESTS.parents[1] / "desktop"
PASSPHRASE = PASSWORD = "sample"
SHELL = "shell"
"""The room of what lies in ``desktop/`` itself: window, keys, guide."""

Shots = Iterator[tuple[str, QWidget]]
Pinned = TypeVar("Pinned", bound=View)


@dataclass(frozen=True, slots=True)
class Screen:
    """One walk. ``who`` is a login of the sample office; empty: before signing in."""

    walk: Callable[["Stage"], Shots]
    who: str = ""


class Stage:
    """The desk on a sample office, signed in as the person of the walk."""

    def __init__(self, desk: Desk, where: Path, lang: str, folder: Path, size: tuple[int, int] = (1440, 900)) -> None:
        """``folder`` is for what the walks need: files to import, a second office."""
        self.desk, self.where, self.lang, self.folder, self.size = desk, str(where), lang, folder, size
        self._window: Window | None = None

    @property
    def window(self) -> Window:
        """The window of the person signed in."""
        assert self._window is not None, "nobody is signed in: give the Screen a login"
        return self._window

    @property
    def office(self) -> Office:
        """The open office."""
        return self.window._context.office

    def settle(self, pause: float = 0.3) -> None:
        """Until nothing is under way, nor held back for up to ``pause`` seconds."""
        driver.quiet(self.desk, pause)

    def place(self, kind: type[Pinned]) -> Pinned:
        """Bring a pinned place to the front."""
        view = next(each for each in self.window.views if isinstance(each, kind))
        self.window.tabs.setCurrentIndex(self.window.stack.indexOf(view))
        self.settle(0.4)
        return view

    def dialog(self, name: str) -> QWidget:
        """The dialog in front with this object name."""
        self.settle(0.1)
        found = [each for each in _shown() if each.objectName() == name]
        assert len(found) == 1, f"{len(found)} windows are called {name}"
        return found[0]

    def close_dialogs(self) -> None:
        """Close whatever stands open beside the window."""
        for each in _shown():
            if each is not self._window and shiboken6.isValid(each):
                each.close()
        driver.turn(0.05)
        self.settle(0)

    # ---- walking
    def tour(self) -> Iterator[tuple[str, str, QWidget]]:
        """Every room's name, picture and widget, person after person."""
        walks = [(room, screen) for room, screens in registered().items() for screen in screens]
        for who in sorted({screen.who for _, screen in walks}):
            self._sign_in(who)
            for room, screen in walks:
                if screen.who == who:
                    for name, widget in screen.walk(self):
                        yield room, name, widget
                    self.close_dialogs()
            self._sign_out()

    def _sign_in(self, who: str) -> None:
        if who:
            self._window = driver.sign_in(self.desk, self.where, who, PASSWORD, PASSPHRASE)
            self._window.resize(*self.size)
            self.settle()

    def _sign_out(self) -> None:
        if self._window is None:
            return
        left: list[str] = []
        self._window.left.connect(left.append)
        self._window.sign_out()
        driver.wait_for(lambda: left)
        self._window = None
        for dialog in _shown():
            dialog.deleteLater()
        driver.turn()


def _shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]


@cache
def rooms() -> frozenset[str]:
    """Every room of the desk that makes widgets, from the tree. ``widgets`` and ``theme`` are parts that all of them use."""
    makers = {path for path in DESKTOP.rglob("*.py") if "QtWidgets" in path.read_text(encoding="utf-8")}
    parts = {path.relative_to(DESKTOP).parts for path in makers}
    return frozenset(part[0] if len(part) > 1 else SHELL for part in parts) - {"widgets", "theme"}


@cache
def registered() -> dict[str, tuple[Screen, ...]]:
    """The screens of each room that has a ``screens.py`` beside its tests."""
    found = {}
    for path in sorted(TESTS.rglob("screens.py")):
        inner = path.parent.relative_to(TESTS).parts
        module = importlib.import_module(".".join(("tests", "desktop", *inner, "screens")))
        found[inner[0] if inner else SHELL] = tuple(module.SCREENS)
    return found
