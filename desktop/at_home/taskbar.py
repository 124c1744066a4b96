"""Progress of long work on the program's button in the taskbar, for who meanwhile works in another window."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

STEPS = 1000
"""How finely progress is shown; what moves it by less is not passed on."""


class Bar(Protocol):
    """The taskbar. ``window`` is the system's number of a window."""

    def show(self, window: int, done: int, total: int) -> None:
        """Fill the button of a window this far."""

    def clear(self, window: int) -> None:
        """Nothing is under way."""


class Taskbar(QObject):
    """Passes on how far long work is. ``window`` answers which window's button it is shown on (0: none)."""

    def __init__(self, bar: Bar, window: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._window = bar, window
        self._shown: tuple[int, int] | None = None

    def show(self, done: int, total: int) -> None:
        """``total`` 0: it is over."""
        window = self._window()
        if total <= 0 or not window:
            if self._shown is not None:
                self._bar.clear(self._shown[0])
            self._shown = None
            return
        step = min(max(done, 0), total) * STEPS // total
        if self._shown != (window, step):
            self._shown = (window, step)
            self._bar.show(window, step, STEPS)


if sys.platform == "win32":
    import ctypes
    from ctypes import POINTER, WINFUNCTYPE, byref, c_ulonglong, c_void_p, wintypes

    _NONE, _NORMAL = 0, 2  # TBPFLAG
    _HR_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10  # places in the table of ITaskbarList3

    class _Guid(ctypes.Structure):
        _fields_ = (("a", wintypes.DWORD), ("b", wintypes.WORD), ("c", wintypes.WORD), ("d", ctypes.c_ubyte * 8))

    def _guid(text: str) -> _Guid:
        made = _Guid()
        ctypes.windll.ole32.CLSIDFromString(text, byref(made))
        return made

    class WindowsBar:
        """ITaskbarList3 of the shell. Raises ``OSError`` where there is none."""

        def __init__(self) -> None:
            self._list = c_void_p()
            made = ctypes.oledll.ole32.CoCreateInstance
            ctypes.windll.ole32.CoInitialize(None)
            made(
                byref(_guid("{56FDF344-FD6D-11D0-958A-006097C9A090}")), None, 1,
                byref(_guid("{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}")), byref(self._list),
            )  # fmt: skip
            self._call(_HR_INIT)

        def show(self, window: int, done: int, total: int) -> None:
            """Fill the button of a window this far."""
            self._call(_SET_STATE, (wintypes.HWND, window), (wintypes.DWORD, _NORMAL))
            self._call(_SET_VALUE, (wintypes.HWND, window), (c_ulonglong, done), (c_ulonglong, total))

        def clear(self, window: int) -> None:
            """Nothing is under way."""
            self._call(_SET_STATE, (wintypes.HWND, window), (wintypes.DWORD, _NONE))

        def _call(self, place: int, *arguments: tuple[type, int]) -> None:
            """A button that is not there yet, or a shell that does not show progress, is no fault of the work."""
            table = ctypes.cast(self._list, POINTER(POINTER(c_void_p))).contents
            kinds = [kind for kind, _ in arguments]
            function = WINFUNCTYPE(ctypes.c_long, c_void_p, *kinds)(table[place])
            function(self._list, *(kind(value) for kind, value in arguments))

    def of_this_computer() -> Bar | None:
        """The taskbar; ``None`` where the shell has none (a server without a desktop)."""
        try:
            return WindowsBar()
        except OSError:
            return None

else:

    def of_this_computer() -> Bar | None:
        """``None``: only Windows' taskbar is used."""
        return None


def follow(worked: SignalInstance, window: Callable[[], int], parent: QObject) -> None:
    """Show on this computer's taskbar, where it has one, what a signal tells (done, total)."""
    if (bar := of_this_computer()) is not None:
        worked.connect(Taskbar(bar, window, parent).show)
