"""What a person set up for themselves: window places, widths, filters, language, text size. Never case data."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.at_home import policy
from desktop.at_home.vault import Vault
from desktop.at_home.vault import of_this_computer as vault_of_this_computer
from desktop.at_home.whoami import Computer, Whoami


class Preferences(QObject):
    """Small JSON values under names, for one login (or for the computer's person before sign-in).

    ``fixed`` is what an administrator decided in the person's place; ``vault`` keeps passphrases, where the computer has such a store;
    ``whoami`` tells under which account of the computer the person works.
    """

    def __init__(
        self,
        store: QSettings | None = None,
        login: str = "",
        parent: QObject | None = None,
        fixed: policy.Policy | None = None,
        vault: Vault | None = None,
        whoami: Whoami | None = None,
    ) -> None:
        super().__init__(parent)
        self.fixed = fixed or policy.Policy()
        self.vault = vault
        self.whoami = whoami
        self._store = store
        self._login = login
        self._memory: dict[str, str] = {}

    @staticmethod
    def of_this_computer() -> "Preferences":
        """Kept where the system keeps such things: the registry, or a file of the person."""
        fixed = policy.of_this_computer()
        vault = None if fixed.passphrase_asked else vault_of_this_computer()
        return Preferences(QSettings("Akashi", "Akashi"), fixed=fixed, vault=vault, whoami=Computer())

    def of(self, login: str) -> "Preferences":
        """The same store, for one login."""
        made = Preferences(self._store, login, self, self.fixed, self.vault, self.whoami)
        made._memory = self._memory
        return made

    def get(self, name: str, default: Any = None) -> Any:
        """A value, or the default when none was kept or what was kept is damaged."""
        text = self._memory.get(self._key(name)) if self._store is None else self._store.value(self._key(name))
        try:
            return default if text is None else json.loads(str(text))
        except ValueError:
            return default

    def put(self, name: str, value: Any) -> None:
        """Keep a value."""
        text = json.dumps(value, ensure_ascii=False)
        if self._store is None:
            self._memory[self._key(name)] = text
        else:
            self._store.setValue(self._key(name), text)

    def remember_splitter(self, name: str, splitter: QSplitter) -> None:
        """Bring back the widths of a splitter and keep them from now on."""
        sizes = self.get(f"splitter/{name}")
        if isinstance(sizes, list) and len(sizes) == splitter.count():
            splitter.setSizes(sizes)
        splitter.splitterMoved.connect(lambda _at, _index: self.put(f"splitter/{name}", splitter.sizes()))

    def place_window(self, name: str, window: QWidget, first: QSize) -> None:
        """Bring back where a window stood. The first time it has this size, and where the screen is smaller it fills the screen
        (a platform without a screen has none to speak of)."""
        if self.remember_window(name, window):
            return
        window.resize(first)
        room = window.screen().availableSize()
        if QGuiApplication.platformName() != "offscreen" and first.boundedTo(room) != first:
            window.resize(first.boundedTo(room))
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def remember_window(self, name: str, window: QWidget) -> bool:
        """Bring back where a window stood; false when it never did."""
        kept = self.get(f"window/{name}")
        return bool(kept) and window.restoreGeometry(QByteArray.fromBase64(str(kept).encode()))

    def keep_window(self, name: str, window: QWidget) -> None:
        """Keep where a window stands."""
        self.put(f"window/{name}", bytes(window.saveGeometry().toBase64().data()).decode())

    def _key(self, name: str) -> str:
        return f"{self._login or '_'}/{name}"
