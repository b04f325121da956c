"""The real server behind TLS: enrolled once, recognised ever after, and never taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import AnderCertificaat
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_desktop.sync.tls import spki_pin
from leerplicht_server import access, practice
from tests.server.office import ANNA, Office
from tests.servers import ServerProcess, bare_database

from .certs import Identity, authority, server_identity
from .fake_kluis import FakeKluis, VasteKlok
from .real import Band, wait_for

CA = authority("Gemeente CA")


@contextmanager
def _serve(folder: Path, identity: Identity, port: int = 0) -> Iterator[ServerProcess]:
    """The server process with a certificate."""
    pem = str(identity.write(folder / "server.pem"))
    arguments = ("--tls-cert", pem, "--tls-key", pem)
    server = ServerProcess(f"sqlite:///{folder / 'g.db'}", folder, arguments=arguments, port=port)
    server.start()
    wait_for(server.port)
    try:
        yield server
    finally:
        server.kill()


def _enrol(folder: Path, office: Office, port: int) -> Band:
    aanmelding = SignInRoad(ca_file=str(CA.write(folder / "ca.pem")))
    code = aanmelding.begin(f"https://localhost:{port}")
    with office.database.write() as connection:
        assert access.approve(connection, code.code, ANNA)
    assert aanmelding.aangemeld() is not None
    band = aanmelding.koppel("laptop"), aanmelding.laptopsleutel()
    aanmelding.sluit()
    return band


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A municipality with one dossier."""
    database = bare_database(tmp_path / "g.db")
    with database.write() as connection:
        practice.claim(connection)  # where a code signs in
    made = Office(database)
    made.dossier("d-0", ANNA)
    yield made
    database.close()


def test_the_pin_of_the_enrolment_is_demanded_ever_after(tmp_path: Path, office: Office) -> None:
    goed = server_identity(CA)
    with _serve(tmp_path, goed) as server:
        koppeling, sleutel = _enrol(tmp_path, office, server.port)
        kluis = FakeKluis(koppeling)
        kluis.staat.laptopsleutel = sleutel
        assert kluis.staat.koppeling is not None
        assert kluis.staat.koppeling.pin == spki_pin(goed.der)
        loop = SyncLoop(kluis.doe, VasteKlok())
        assert loop.round().problem is None
        loop.close()
    with _serve(tmp_path, server_identity(CA, goed.key), server.port):
        loop = SyncLoop(kluis.doe, VasteKlok())
        assert loop.round().problem is None
        loop.close()
    kluis.notitie("op0", "n0", ("d-0",), "tekst")
    voor = server.log.count("/v1/")
    with _serve(tmp_path, server_identity(CA), server.port) as vreemd:
        loop = SyncLoop(kluis.doe, VasteKlok())
        assert isinstance(loop.round().problem, AnderCertificaat)
        assert not loop.probe()
        loop.close()
        assert vreemd.log.count("/v1/") == voor
    assert [rij.open for rij in kluis.staat.uitvak] == [True]
