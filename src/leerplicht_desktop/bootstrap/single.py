"""One running program per data folder: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class Single(QObject):
    """Holds the name of the running program, or wakes whoever holds it."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        mark = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:24]
        self._name = f"leerplicht-{mark}"
        self._server: QLocalServer | None = None

    def wake_other(self) -> bool:
        """Whether a program already runs on this folder; it is told to come to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(b"naar voren\n")
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def hold(self, to_front: Callable[[], None]) -> bool:
        """Take the name; ``to_front`` is called when somebody starts the program again.

        A name left by a program that was killed is taken over. False when it cannot be had.
        """
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                return False
        server.newConnection.connect(lambda: self._woken(to_front))
        self._server = server
        return True

    def let_go(self) -> None:
        """Give the name up, before the process is replaced."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _woken(self, to_front: Callable[[], None]) -> None:
        if self._server is None:
            return
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            to_front()
