"""The laptop knows its server before it says a word."""

from __future__ import annotations

import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.problems import (
    AnderCertificaat,
    GeenVerbinding,
    ServerWeigert,
)
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.sync.tls import PinError, PinnedContext, spki_pin
from leerplicht_desktop.sync.wire import Destination, Wire

from .certs import Identity, TlsServer, authority, plain_server, server_identity, tls_server
from .fake_server import Gemeente
from .laptop import iemand

GROET = Gemeente().groet().model_dump_json().encode()
CA = authority("Gemeente CA")
GOED = server_identity(CA)


@contextmanager
def _wire(port: int, pin: str = "", ca: Path | str = "", host: str = "localhost") -> Iterator[Wire]:
    wire = Wire(Destination(f"https://{host}:{port}", pin, str(ca)), iemand())
    try:
        yield wire
    finally:
        wire.close()


@contextmanager
def _server(folder: Path, identity: Identity, *, old: bool = False) -> Iterator[TlsServer]:
    CA.write(folder / "ca.pem")
    with tls_server(identity.write(folder / "server.pem"), GROET, old=old) as server:
        yield server


@pytest.mark.parametrize(
    "key", [None, rsa.generate_private_key(public_exponent=65_537, key_size=2_048)], ids=["ec", "rsa"]
)
def test_the_pin_is_that_of_rfc_7469(key: rsa.RSAPrivateKey | None) -> None:
    identity = server_identity(CA, key)
    spki = identity.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert spki in identity.der
    assert spki_pin(identity.der) == "sha256/" + b64encode(sha256(spki).digest()).decode()


def test_a_renewed_certificate_keeps_the_pin() -> None:
    nieuw = server_identity(CA, GOED.key, cn="Een lange naam " * 3)
    assert nieuw.der != GOED.der
    assert spki_pin(nieuw.der) == spki_pin(GOED.der)


def test_a_version_that_does_not_exist_is_no_certificate() -> None:
    versie = GOED.der.index(b"\xa0\x03\x02\x01\x02")
    with pytest.raises(PinError):
        spki_pin(GOED.der[: versie + 4] + b"\x07" + GOED.der[versie + 5 :])


@given(st.integers(0, len(GOED.der) - 1))
def test_half_a_certificate_is_none(tot: int) -> None:
    with pytest.raises(PinError):
        spki_pin(GOED.der[:tot])


@given(st.binary(max_size=200))
def test_bytes_are_a_certificate_or_not(bytes_: bytes) -> None:
    with suppress(PinError):
        assert spki_pin(bytes_).startswith("sha256/")


def test_the_first_handshake_teaches_the_pin(tmp_path: Path) -> None:
    with _server(tmp_path, GOED) as server, _wire(server.port, ca=tmp_path / "ca.pem") as wire:
        assert wire.hello().municipality == "Oefenstad"
        assert wire.pin == spki_pin(GOED.der)
        assert server.paths == ["/v1/hello"]


def test_a_pin_that_fits_is_let_through(tmp_path: Path) -> None:
    vernieuwd = server_identity(CA, GOED.key)
    with _server(tmp_path, vernieuwd) as server:
        with _wire(server.port, spki_pin(GOED.der), tmp_path / "ca.pem") as wire:
            wire.hello()
        assert server.paths == ["/v1/hello"]


@pytest.mark.parametrize(
    "wie",
    [
        server_identity(CA),
        server_identity(authority("Andere CA"), GOED.key),
        server_identity(CA, GOED.key, days=-1),
        server_identity(CA, GOED.key, host="elders.nl"),
    ],
    ids=["other key", "other authority", "expired", "other host"],
)
def test_another_server_hears_nothing(tmp_path: Path, wie: Identity) -> None:
    with _server(tmp_path, wie) as server:
        with _wire(server.port, spki_pin(GOED.der), tmp_path / "ca.pem") as wire:
            with pytest.raises(AnderCertificaat) as problem:
                wire.hello()
            assert "niets verstuurd" in problem.value.remedie
        assert server.paths == []


def test_without_a_file_the_authorities_of_the_system_decide(tmp_path: Path) -> None:
    with _server(tmp_path, GOED) as server:
        with _wire(server.port) as wire, pytest.raises(AnderCertificaat):
            wire.hello()
        assert server.paths == []


def test_old_tls_is_refused(tmp_path: Path) -> None:
    with _server(tmp_path, GOED, old=True) as server:
        with _wire(server.port, ca=tmp_path / "ca.pem") as wire, pytest.raises(ServerWeigert, match="veilig"):
            wire.hello()
        assert server.paths == []


def test_a_server_without_tls_hears_nothing(tmp_path: Path) -> None:
    ca = CA.write(tmp_path / "ca.pem")
    with plain_server(GROET) as server:
        with _wire(server.port, ca=ca) as wire, pytest.raises((ServerWeigert, GeenVerbinding)):
            wire.hello()
        assert server.paths == []


def test_this_machine_needs_no_tls() -> None:
    with plain_server(GROET) as server:
        wire = Wire(Destination(f"http://127.0.0.1:{server.port}"), iemand())
        assert wire.hello().practice
        assert wire.pin == ""
        wire.close()


def test_any_other_machine_does() -> None:
    with pytest.raises(DomainError, match="niet veilig"):
        Wire(Destination("http://leerplicht.gemeente.nl"), iemand())


@pytest.mark.parametrize("inhoud", [None, b"", b"geen certificaat"])
def test_a_lost_authority_file_is_named(tmp_path: Path, inhoud: bytes | None) -> None:
    ca = tmp_path / "ca.pem"
    if inhoud is not None:
        ca.write_bytes(inhoud)
    with pytest.raises(AnderCertificaat, match="certificaatbestand"), _wire(9, ca=ca):
        pass


def test_a_context_of_somebody_else_is_not_enough(tmp_path: Path) -> None:
    # the socket class without the context that keurt: no connection, rather than one that nobody checked
    ca = CA.write(tmp_path / "ca.pem")
    vreemd = ssl.create_default_context(cafile=ca)
    vreemd.sslsocket_class = PinnedContext.sslsocket_class
    with (
        _server(tmp_path, GOED) as server,
        socket.create_connection(("127.0.0.1", server.port)) as tcp,
        pytest.raises(PinError),
    ):
        vreemd.wrap_socket(tcp, server_hostname="localhost")
