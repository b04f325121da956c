"""A second start on a data folder brings the window of the first to the front.

That there is one program is held by the lock in the folder of the vault; this is only the bell. It hangs in
the data folder, where nobody else can put another one; only where that path is too long for the system in
the folder for temporary files.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_LONGEST = 100
"""Bytes of a path that still fit the address of a socket."""


class Single(QObject):
    """Holds the name of the running program, or wakes whoever holds it."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        inside = str(data.resolve() / "naar-voren")
        mark = hashlib.sha256(inside.encode()).hexdigest()[:24]
        short = sys.platform != "win32" and len(os.fsencode(inside)) <= _LONGEST
        self._name = inside if short else f"leerplicht-{mark}"
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
