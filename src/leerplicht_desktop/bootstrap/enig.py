"""One running program per data folder: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WACHT_MS = 500


class Enig(QObject):
    """Holds the name of the running program, or wakes whoever holds it."""

    def __init__(self, gegevens: Path) -> None:
        super().__init__()
        merk = hashlib.sha256(str(gegevens.resolve()).encode()).hexdigest()[:24]
        self._naam = f"leerplicht-{merk}"
        self._server: QLocalServer | None = None

    def wek_andere(self) -> bool:
        """Whether a program already runs on this folder; it is told to come to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._naam)
        if not socket.waitForConnected(_WACHT_MS):
            return False
        socket.write(b"naar voren\n")
        socket.waitForBytesWritten(_WACHT_MS)
        socket.disconnectFromServer()
        return True

    def houd(self, naar_voren: Callable[[], None]) -> bool:
        """Take the name; ``naar_voren`` is called when somebody starts the program again.

        A name left by a program that was killed is taken over. False when it cannot be had.
        """
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._naam):
            QLocalServer.removeServer(self._naam)
            if not server.listen(self._naam):
                return False
        server.newConnection.connect(lambda: self._gewekt(naar_voren))
        self._server = server
        return True

    def laat_los(self) -> None:
        """Give the name up, before the process is replaced."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _gewekt(self, naar_voren: Callable[[], None]) -> None:
        if self._server is None:
            return
        verbinding = self._server.nextPendingConnection()
        if verbinding is not None:
            verbinding.disconnected.connect(verbinding.deleteLater)
            naar_voren()
