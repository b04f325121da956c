"""The practice server: a municipal server on loopback, in its own process, with its own data."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from leerplicht_desktop.casework.problems import GeenVerbinding
from leerplicht_desktop.machine.children import NO_WINDOW, SERVER, in_bundle, order, wait_for_end

PRACTICE_OFFICER = "n.hendriks"
"""The officer of the practice caseload, approved without a question."""

_WAIT = 30.0
"""Seconds the server gets to listen, once its data are there."""
_PATIENCE = 10.0
"""Seconds it gets to end what is under way."""


class PracticeServer:
    """Starts ``leerplicht_server`` when none answers, and ends it together with the program.

    A lock replaces the process but keeps its children, and a crash leaves the server running: the next
    start finds it through the file with its port. Whoever waits in :meth:`start` waits on a lane of its own,
    so :meth:`stop` may come while the register is still being filled.
    """

    def __init__(self, map_: Path) -> None:
        self._folder = map_
        self._file = map_ / "server.json"
        self._port = map_ / "poort"
        self._door = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def address(self) -> str | None:
        """Where the running server listens; None when none runs."""
        found = self._read()
        return f"http://127.0.0.1:{found['port']}" if found and _listens(found["port"]) else None

    def start(self) -> str:
        """The address of the server, started now when needed. Raises GeenVerbinding."""
        running = self.address()
        if running is not None:
            return _told(running)
        if not _can_serve():
            raise GeenVerbinding(
                "De oefenomgeving is op deze laptop niet mee geïnstalleerd.",
                "Installeer leerplicht-desktop[server], of werk met de server van je gemeente.",
            )
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        earlier = self._read()
        self._port.unlink(missing_ok=True)
        if self._begin("seed").wait() != 0:
            raise _failed()
        known = str(earlier["port"] if earlier else 0)
        process = self._begin("serve", "--port", known, "--port-file", str(self._port))
        number = _wait_for(self._port, process)
        self._file.write_text(json.dumps({"port": number, "pid": process.pid}), encoding="utf-8")
        return _told(f"http://127.0.0.1:{number}")

    def stop(self) -> None:
        """End the server of this folder for good, also one that an earlier program started.

        It ends by itself once the file with its port is gone: a number of a process may be anybody's by now.
        When this returns it has let go of its files, which Windows asks of whoever throws the folder away.
        """
        with self._door:
            self._stopped = True
            process = self._process
        found = self._read()
        if process is not None:
            _end(process)
        elif found is not None and _listens(found["port"]) and self._port.exists():
            self._port.unlink(missing_ok=True)
            wait_for_end(found["pid"], _PATIENCE)

    def _begin(self, *words: str) -> subprocess.Popen[bytes]:
        """A process of the server, unless it was stopped meanwhile. Raises GeenVerbinding."""
        environment = dict(os.environ)
        environment["LEERPLICHT_SERVER_DATA"] = str(self._folder)
        environment["LEERPLICHT_SERVER_DATABASE"] = f"sqlite:///{self._folder / 'gemeente.db'}"
        environment["LEERPLICHT_SERVER_OEFENEN"] = "ja"
        environment["LEERPLICHT_SERVER_OEFEN_AMBTENAAR"] = PRACTICE_OFFICER
        with self._door:
            if self._stopped:
                raise _failed()
            self._process = subprocess.Popen(
                order(SERVER, list(words)),
                env=environment,
                creationflags=NO_WINDOW,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            return self._process

    def _read(self) -> dict[str, int] | None:
        try:
            raw = json.loads(self._file.read_text(encoding="utf-8"))
            return {"port": int(raw["port"]), "pid": int(raw["pid"])}
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _told(address: str) -> str:
    """The address, after whoever started the program from a terminal read where the bureau is."""
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write(f"Het bureau van de oefengemeente: {address}/bureau/\n")
        sys.stdout.flush()
    return address


def _can_serve() -> bool:
    """Whether the municipal server came along: as a program in the bundle, else as packages."""
    if in_bundle():
        return Path(order(SERVER, [])[0]).is_file()
    return importlib.util.find_spec("fastapi") is not None


def _wait_for(port: Path, process: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end and process.poll() is None:
        if port.exists() and (text := port.read_text(encoding="utf-8").strip()):
            return int(text)
        time.sleep(0.05)
    raise _failed()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _failed() -> GeenVerbinding:
    return GeenVerbinding("De oefenserver kon niet starten.", "Sluit het programma en start opnieuw.")


def _listens(port: int) -> bool:
    with socket.socket() as door:
        door.settimeout(1.0)
        return door.connect_ex(("127.0.0.1", port)) == 0
