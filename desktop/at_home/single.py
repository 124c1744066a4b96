"""One program an office: a second start brings the first to the front and ends.

Two programs of one person on one office would ask for two passwords and hold two drafts. The first listens at local addresses made of the
account on this computer and the office, with and without the login; nothing but "come to the front" can be said there. A second start
looks for the office; who signs in looks for the same login only, so that two people may share an account of the computer.
"""

import getpass
import hashlib
import os
import sys

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_ANSWERS, _ANSWER_MS = 100, 30
_WORD = b"front"


def address(office: str, login: str = "") -> str:
    """Where the program of this account and this office (and login) listens. Paths that name one file give one address."""
    place = office if "://" in office else os.path.normcase(os.path.realpath(os.path.expanduser(office)))
    told = f"{getpass.getuser()}\n{place}\n{login}"
    return "akashi-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def wake(office: str, login: str = "") -> bool:
    """Bring the program that has this office open (as this login) to the front; false when there is none."""
    if not office:
        return False
    _let_others_come_to_the_front()
    return _say(address(office, login))


def _say(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_WORD)
    socket.waitForBytesWritten(_WAIT_MS)
    for _ in range(_ANSWERS):  # on Windows what was said is lost when the sayer goes before it was read
        if socket.waitForReadyRead(_ANSWER_MS) or socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
            break
    socket.disconnectFromServer()
    return True


class Single(QObject):
    """Listens for later starts. ``asked`` fires when one came."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._servers: list[QLocalServer] = []
        self._callers: list[QLocalSocket] = []

    def listen(self, office: str, login: str = "") -> None:
        """From now on this program is the one of this office and login, unless another one is that already."""
        self.stop()
        for name in dict.fromkeys((address(office), address(office, login))):
            server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            if not self._taken(name) and self._listens(server, name):
                server.newConnection.connect(self._came)
                self._servers.append(server)
            else:
                server.deleteLater()

    def stop(self) -> None:
        """Somebody else may have the office now."""
        for server in self._servers:
            server.close()
            server.deleteLater()
        self._servers, self._callers = [], []

    @staticmethod
    def _taken(name: str) -> bool:
        """Whether a program answers there. (On Windows two may listen at one address, so it is asked and not tried.)"""
        socket = QLocalSocket()
        socket.connectToServer(name)
        return socket.waitForConnected(_WAIT_MS)

    @staticmethod
    def _listens(server: QLocalServer, name: str) -> bool:
        """A program that was killed leaves its address behind (not on Windows); nobody answers there."""
        return server.listen(name) or (QLocalServer.removeServer(name) and server.listen(name))

    def _came(self) -> None:
        """Whoever says nothing only asked whether somebody is here."""
        for server in self._servers:
            while (socket := server.nextPendingConnection()) is not None:
                self._callers.append(socket)
                socket.readyRead.connect(self._hear)
                socket.disconnected.connect(socket.deleteLater)
        self._hear()  # a caller may have spoken before anybody listened

    def _hear(self) -> None:
        self._callers = [each for each in self._callers if shiboken6.isValid(each)]
        said = [each for each in self._callers if bytes(each.readAll().data()).startswith(_WORD)]
        for each in said:
            each.write(_WORD)
        if said:
            self.asked.emit()


def _let_others_come_to_the_front() -> None:
    """Windows lets only the program that the person just started raise a window: that right is passed on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
