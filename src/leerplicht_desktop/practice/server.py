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

OEFEN_AMBTENAAR = "n.hendriks"
"""The officer of the practice caseload, approved without a question."""

_WACHT = 30.0
"""Seconds the server gets for its first start, which seeds the practice data."""


class Oefenserver:
    """Starts ``leerplicht_server`` when none answers, and ends it together with the program.

    A lock replaces the process but keeps its children, and a crash leaves the server running: the next
    start finds it through the file with its port.
    """

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._bestand = map_ / "server.json"
        self._proces: subprocess.Popen[bytes] | None = None

    def adres(self) -> str | None:
        """Where the running server listens; None when none runs."""
        gevonden = self._lees()
        return f"http://127.0.0.1:{gevonden['port']}" if gevonden and _luistert(gevonden["port"]) else None

    def start(self) -> str:
        """The address of the server, started now when needed. Raises GeenVerbinding."""
        loopt = self.adres()
        if loopt is not None:
            return loopt
        self._map.mkdir(parents=True, exist_ok=True)
        eerder = self._lees()
        poort = self._map / "poort"
        poort.unlink(missing_ok=True)
        omgeving = dict(os.environ)
        omgeving["LEERPLICHT_SERVER_DATA"] = str(self._map)
        omgeving["LEERPLICHT_SERVER_DATABASE"] = f"sqlite:///{self._map / 'gemeente.db'}"
        omgeving["LEERPLICHT_SERVER_OEFENEN"] = "1"
        omgeving["LEERPLICHT_SERVER_OEFEN_AMBTENAAR"] = OEFEN_AMBTENAAR
        server = [sys.executable, "-m", "leerplicht_server"]
        uit = subprocess.DEVNULL
        zaai = subprocess.run([*server, "seed"], env=omgeving, stdout=uit, stderr=uit, check=False)
        if zaai.returncode != 0:
            raise GeenVerbinding("De oefenserver kon niet starten.", "Sluit het programma en start opnieuw.")
        self._proces = subprocess.Popen(
            [*server, "serve", "--port", str(eerder["port"] if eerder else 0), "--port-file", str(poort)],
            env=omgeving,
            stdout=uit,
            stderr=uit,
        )
        nummer = _wacht_op(poort, self._proces)
        self._bestand.write_text(json.dumps({"port": nummer, "pid": self._proces.pid}), encoding="utf-8")
        return f"http://127.0.0.1:{nummer}"

    def stop(self) -> None:
        """End the server of this folder, also one that an earlier program started."""
        gevonden = self._lees()
        if self._proces is not None:
            self._proces.terminate()
            self._proces.wait(timeout=10)
        elif gevonden is not None and _luistert(gevonden["port"]):
            os.kill(gevonden["pid"], signal.SIGTERM)

    def _lees(self) -> dict[str, int] | None:
        try:
            ruw = json.loads(self._bestand.read_text(encoding="utf-8"))
            return {"port": int(ruw["port"]), "pid": int(ruw["pid"])}
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _wacht_op(poort: Path, proces: subprocess.Popen[bytes]) -> int:
    einde = time.monotonic() + _WACHT
    while time.monotonic() < einde and proces.poll() is None:
        if poort.exists() and (tekst := poort.read_text(encoding="utf-8").strip()):
            return int(tekst)
        time.sleep(0.05)
    raise GeenVerbinding("De oefenserver kon niet starten.", "Sluit het programma en start opnieuw.")


def _luistert(poort: int) -> bool:
    with socket.socket() as deur:
        deur.settimeout(1.0)
        return deur.connect_ex(("127.0.0.1", poort)) == 0
