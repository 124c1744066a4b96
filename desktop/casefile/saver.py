"""Saves the draft: within a second of the last key, on leaving a field, before anything else happens. Nothing typed is lost."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_PAUSE = 800
"""Milliseconds after the last key."""
_LONGEST = 4000
"""Milliseconds after the first unsaved key, for those who never pause."""

Done = Callable[[object], None]
Failed = Callable[[Exception], None]
Start = Callable[[Done, Failed], None]
"""Begins to write; calls ``done(at)`` or ``failed(error)`` on the window's thread."""


class Saver(QObject):
    """Times the saves of one sheet. ``write`` hands what stands there now to the database thread, which keeps the order."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, write: Start, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._dirty = False
        self._running = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def dirty(self) -> bool:
        """Whether something typed has not been acknowledged."""
        return self._dirty or self._running > 0

    def touch(self) -> None:
        """Something was typed."""
        if not self._dirty:
            self._dirty = True
            self._since.start()
        self._timer.start(0 if self._since.elapsed() > _LONGEST else _PAUSE)

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        if not self._dirty:
            return
        self._dirty = False
        self._running += 1
        self.saving.emit()
        self._write(self._done, self._failed)

    def forget(self) -> None:
        """What stood there has been recorded or taken away: nothing is left to save."""
        self._timer.stop()
        self._dirty = False

    def _done(self, at: object) -> None:
        self._running -= 1
        if isinstance(at, datetime) and not self.dirty:
            self.saved.emit(at)

    def _failed(self, error: Exception) -> None:
        """The text stays where it is; another try follows by itself."""
        self._running -= 1
        self._dirty = True
        self.failed.emit(error)
        self._timer.start(_LONGEST)
