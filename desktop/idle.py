"""Locks a desk that nobody touches."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

MINUTES = 15
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove})


class Idle(QObject):
    """``reached`` fires after a quarter of an hour without key or mouse in the window."""

    reached = Signal()

    def __init__(self, window: QWidget, minutes: float = MINUTES) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.timeout.connect(self.reached)
        self._timer.start()
        # The window's own handle sees every key and click once; an application-wide filter would see every event of every widget.
        window.winId()
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def stop(self) -> None:
        """Nobody sits here any more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each touch begins anew."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return super().eventFilter(watched, event)
