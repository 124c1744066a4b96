"""One program an office: a second start brings the first to the front and ends.

Two programs of one person on one office would show each other's saves late and ask for two passwords. The first listens at a local
address made of the person's login on this computer and the office; nothing but "come to the front" can be said there.
"""

import getpass
import hashlib
import os
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_WORD = b"front"


def address(office: str) -> str:
    """Where the program of this person and this office listens. Paths that name one file give one address."""
    place = office if "://" in office else os.path.normcase(os.path.realpath(os.path.expanduser(office)))
    told = f"{getpass.getuser()}\n{place}"
    return "akashi-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def wake(office: str) -> bool:
    """Bring the program that has this office open to the front; false when there is none."""
    if not office:
        return False
    _let_others_come_to_the_front()
    socket = QLocalSocket()
    socket.connectToServer(address(office))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_WORD)
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class Single(QObject):
    """Listens for later starts. ``asked`` fires when one came."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, office: str) -> bool:
        """From now on this program is the one of this office; false when the address cannot be had."""
        self.stop()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = address(office)
        if not server.listen(name):
            # A program that was killed leaves its address behind (not on Windows); nobody answers there.
            QLocalServer.removeServer(name)
            if not server.listen(name):
                return False
        server.newConnection.connect(self._came)
        self._server = server
        return True

    def stop(self) -> None:
        """Somebody else may have the office now."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _came(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()


def _let_others_come_to_the_front() -> None:
    """Windows lets only the program that the person just started raise a window: that right is passed on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
