"""The practice server: a municipal server on loopback, in its own process, with its own data."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from leerplicht_desktop.casework.problems import GeenVerbinding

PRACTICE_OFFICER = "n.hendriks"
"""The officer of the practice caseload, approved without a question."""

_WAIT = 30.0
"""Seconds the server gets for its first start, which seeds the practice data."""


class PracticeServer:
    """Starts ``leerplicht_server`` when none answers, and ends it together with the program.

    A lock replaces the process but keeps its children, and a crash leaves the server running: the next
    start finds it through the file with its port.
    """

    def __init__(self, map_: Path) -> None:
        self._folder = map_
        self._file = map_ / "server.json"
        self._process: subprocess.Popen[bytes] | None = None

    def address(self) -> str | None:
        """Where the running server listens; None when none runs."""
        found = self._read()
        return f"http://127.0.0.1:{found['port']}" if found and _listens(found["port"]) else None

    def start(self) -> str:
        """The address of the server, started now when needed. Raises GeenVerbinding."""
        running = self.address()
        if running is not None:
            return running
        self._folder.mkdir(parents=True, exist_ok=True)
        earlier = self._read()
        port = self._folder / "poort"
        port.unlink(missing_ok=True)
        environment = dict(os.environ)
        environment["LEERPLICHT_SERVER_DATA"] = str(self._folder)
        environment["LEERPLICHT_SERVER_DATABASE"] = f"sqlite:///{self._folder / 'gemeente.db'}"
        environment["LEERPLICHT_SERVER_OEFENEN"] = "1"
        environment["LEERPLICHT_SERVER_OEFEN_AMBTENAAR"] = PRACTICE_OFFICER
        server = [sys.executable, "-m", "leerplicht_server"]
        out = subprocess.DEVNULL
        seed = subprocess.run([*server, "seed"], env=environment, stdout=out, stderr=out, check=False)
        if seed.returncode != 0:
            raise GeenVerbinding("De oefenserver kon niet starten.", "Sluit het programma en start opnieuw.")
        self._process = subprocess.Popen(
            [*server, "serve", "--port", str(earlier["port"] if earlier else 0), "--port-file", str(port)],
            env=environment,
            stdout=out,
            stderr=out,
        )
        nummer = _wait_for(port, self._process)
        self._file.write_text(json.dumps({"port": nummer, "pid": self._process.pid}), encoding="utf-8")
        return f"http://127.0.0.1:{nummer}"

    def stop(self) -> None:
        """End the server of this folder, also one that an earlier program started."""
        found = self._read()
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
        elif found is not None and _listens(found["port"]):
            os.kill(found["pid"], signal.SIGTERM)

    def _read(self) -> dict[str, int] | None:
        try:
            raw = json.loads(self._file.read_text(encoding="utf-8"))
            return {"port": int(raw["port"]), "pid": int(raw["pid"])}
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _wait_for(port: Path, process: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end and process.poll() is None:
        if port.exists() and (text := port.read_text(encoding="utf-8").strip()):
            return int(text)
        time.sleep(0.05)
    raise GeenVerbinding("De oefenserver kon niet starten.", "Sluit het programma en start opnieuw.")


def _listens(port: int) -> bool:
    with socket.socket() as door:
        door.settimeout(1.0)
        return door.connect_ex(("127.0.0.1", port)) == 0
