"""The menu bar. Each entry names its key; a view adds its own entries while it is in front."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QTextEdit, QWidget

from desktop.views import Hint, View


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a menu: words, key, what it does. ``options`` makes it a choice (text, chosen, act) in a submenu."""

    text: str
    act: Callable[[], object] | None = None
    key: str = ""
    options: tuple[tuple[str, bool, Callable[[], object]], ...] = ()
    enabled: bool = True


SEPARATOR = Entry("")


class Menus(QObject):
    """Fills a menu bar and keeps the front view's entries in their menus."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._menus: dict[str, QMenu] = {}
        self._of_view: list[tuple[QMenu, QAction]] = []
        self.hints: list[Hint] = []

    def add(self, name: str, title: str, entries: tuple[Entry, ...]) -> None:
        """A menu with its standing entries."""
        menu = QMenu(title, self._bar)
        menu.setObjectName(f"menu-{name}")
        menu.setAccessibleName(title.replace("&", ""))
        self._bar.addMenu(menu)
        self._menus[name] = menu
        for entry in entries:
            self._add_entry(menu, entry)

    def show_view(self, view: View | None) -> None:
        """Put the front view's entries at the top of their menus."""
        for menu, action in self._of_view:
            menu.removeAction(action)
        self._of_view = []
        for name, menu in self._menus.items():
            own = view.menu(name) if view else ()
            first = menu.actions()[0] if menu.actions() else None
            for action in own:
                menu.insertAction(first, action) if first else menu.addAction(action)
                self._of_view.append((menu, action))
            if own and first:
                self._of_view.append((menu, menu.insertSeparator(first)))
            menu.setEnabled(bool(menu.actions()))

    def _add_entry(self, menu: QMenu, entry: Entry) -> None:
        if not entry.text:
            menu.addSeparator()
        elif entry.options:
            self._add_options(menu, entry)
        else:
            action = QAction(entry.text, menu)
            action.setObjectName(f"act-{entry.text}")
            action.setEnabled(entry.enabled)
            if entry.key:
                action.setShortcut(QKeySequence(entry.key))
                self.hints.append(Hint(entry.key, entry.text.rstrip("…")))
            if entry.act:
                action.triggered.connect(_plain(entry.act))
            menu.addAction(action)

    def _add_options(self, menu: QMenu, entry: Entry) -> None:
        inner = menu.addMenu(entry.text)
        inner.setAccessibleName(entry.text)
        group = QActionGroup(inner)
        for text, chosen, act in entry.options:
            action = QAction(text, inner, checkable=True, checked=chosen)
            action.triggered.connect(_plain(act))
            group.addAction(action)
            inner.addAction(action)


def _plain(act: Callable[[], object]) -> Callable[..., None]:
    def triggered(*_: object) -> None:
        act()

    return triggered


def edit(what: str) -> None:
    """``undo, redo, cut, copy, paste, selectAll`` on the field that has the keyboard."""
    field: QWidget | None = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QTextEdit):
        getattr(field, what)()
