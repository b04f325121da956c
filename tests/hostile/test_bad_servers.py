"""Bad servers, over real TLS: each is refused before it can read one byte of a request."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from leerplicht_desktop.casework.problems import AnderCertificaat, GeenVerbinding, ServerWeigert, SyncProblem
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.sync.tls import spki_pin
from leerplicht_desktop.sync.wire import Destination, Wire
from tests.hostile.bad_servers import (
    Manner,
    by_sha1,
    listening,
    not_yet,
    revoked,
    rsa_key,
    visited,
    weak_authority,
    with_usage,
    without_names,
)
from tests.sync.certs import Identity, authority, ec_key, server_identity
from tests.sync.laptop import iemand

CA = authority("Gemeente CA")
GOOD = server_identity(CA)
SECRET = "Geheim-van-deze-laptop"
NEW = Manner()
TLS_12, TLS_11 = Manner(ssl.TLSVersion.TLSv1_2), Manner(ssl.TLSVersion.TLSv1_1)
CBC = Manner(ssl.TLSVersion.TLSv1_2, "ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0")
STATIC_RSA = Manner(ssl.TLSVersion.TLSv1_2, "AES256-GCM-SHA384:@SECLEVEL=0")


@contextmanager
def _asked(port: int, ca: Path, pin: str = "") -> Iterator[Wire]:
    wire = Wire(Destination(f"https://localhost:{port}", pin, str(ca)), iemand(SECRET))
    try:
        yield wire
    finally:
        wire.close()


def _refused(folder: Path, who: Identity, manner: Manner = NEW, ca: Identity = CA, pin: str = "") -> None:
    """``who`` is refused by every kind of request, reads nothing, and the officer hears that nothing left."""
    trusted = ca.write(folder / "ca.pem")
    with visited(who.write(folder / "server.pem"), manner) as visit, _asked(visit.port, trusted, pin) as wire:
        for ask in (wire.hello, wire.digest, lambda: wire.push({"ops": [SECRET]})):
            with pytest.raises(SyncProblem) as problem:
                ask()
            assert "niets verstuurd" in problem.value.remedie
    assert bytes(visit.said) == b""


def test_the_good_server_is_asked(tmp_path: Path) -> None:
    # the same door, so that a refusal below is one by the laptop and not by a broken server
    trusted = CA.write(tmp_path / "ca.pem")
    with visited(GOOD.write(tmp_path / "server.pem"), NEW) as visit, _asked(visit.port, trusted) as wire:
        with pytest.raises(GeenVerbinding):
            wire.hello()
        assert visit.said.startswith(b"GET /v1/hello")


@pytest.mark.parametrize("key", [rsa_key(2_048), rsa_key(3_072)], ids=["phased out", "good"])
def test_an_rsa_key_that_the_guideline_still_allows(
    tmp_path: Path, key: object, caplog: pytest.LogCaptureFixture
) -> None:
    who = server_identity(CA, key)  # type: ignore[arg-type]
    trusted = CA.write(tmp_path / "ca.pem")
    with visited(who.write(tmp_path / "server.pem"), NEW) as visit, _asked(visit.port, trusted) as wire:
        with pytest.raises(GeenVerbinding):
            wire.hello()
        assert visit.said
    assert ("phased out" in caplog.text) == (who.certificate.public_key().key_size == 2_048)  # type: ignore[union-attr]


def test_expired(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(CA, days=-1))


def test_not_yet_valid(tmp_path: Path) -> None:
    _refused(tmp_path, not_yet(CA))


def test_another_name(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(CA, host="elders.nl"))


def test_a_name_in_the_common_name_alone(tmp_path: Path) -> None:
    _refused(tmp_path, without_names(CA))


def test_a_star_over_everything(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(CA, host="*"))


def test_signed_by_itself(tmp_path: Path) -> None:
    own = authority("localhost")
    _refused(tmp_path, own)


def test_an_authority_that_nobody_knows(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(authority("Andere CA")))


def test_an_authority_that_is_none(tmp_path: Path) -> None:
    # a certificate of the municipality for something else, used as an authority
    _refused(tmp_path, server_identity(GOOD))


def test_made_for_something_else(tmp_path: Path) -> None:
    _refused(tmp_path, with_usage(CA, ExtendedKeyUsageOID.CLIENT_AUTH))
    _refused(tmp_path, with_usage(CA, ExtendedKeyUsageOID.CODE_SIGNING))


def test_revoked(tmp_path: Path) -> None:
    identity, gone = revoked(CA)
    trusted = CA.write(tmp_path / "ca.pem")
    trusted.write_bytes(trusted.read_bytes() + gone)
    with (
        visited(identity.write(tmp_path / "server.pem"), NEW) as visit,
        _asked(visit.port, trusted) as wire,
        pytest.raises(AnderCertificaat),
    ):
        wire.hello()
    assert bytes(visit.said) == b""


def test_another_key_than_at_the_enrolment(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(CA), pin=spki_pin(GOOD.der))


def test_the_key_of_the_enrolment_at_another_authority(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(authority("Andere CA"), GOOD.key), pin=spki_pin(GOOD.der))


def test_rsa_of_1024_bits(tmp_path: Path) -> None:
    _refused(tmp_path, server_identity(CA, rsa_key(1_024)))


def test_an_authority_with_rsa_of_1024_bits(tmp_path: Path) -> None:
    weak = weak_authority()
    _refused(tmp_path, server_identity(weak), ca=weak)


def test_signed_by_sha_1(tmp_path: Path) -> None:
    ca, identity = by_sha1()
    _refused(tmp_path, identity, ca=ca)


@pytest.mark.parametrize("manner", [TLS_11, TLS_12, CBC], ids=["1.1", "1.2", "1.2 with CBC"])
def test_an_older_tls(tmp_path: Path, manner: Manner) -> None:
    _refused(tmp_path, GOOD, manner)


@pytest.mark.parametrize("manner", [TLS_11, CBC], ids=["1.1", "CBC"])
def test_allowing_1_2_allows_nothing_older(
    tmp_path: Path, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERPLICHT_TLS", "1.2")
    _refused(tmp_path, GOOD, manner)


def test_allowing_1_2_allows_no_static_rsa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERPLICHT_TLS", "1.2")
    _refused(tmp_path, server_identity(CA, rsa_key(3_072)), STATIC_RSA)


@pytest.mark.parametrize(("setting", "spoken"), [("1.2", True), ("1.1", False), ("ja", False), ("", False)])
def test_1_2_only_by_explicit_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, spoken: bool
) -> None:
    monkeypatch.setenv("LEERPLICHT_TLS", setting)
    trusted = CA.write(tmp_path / "ca.pem")
    with (
        visited(GOOD.write(tmp_path / "server.pem"), TLS_12) as visit,
        _asked(visit.port, trusted) as wire,
        pytest.raises(GeenVerbinding if spoken else ServerWeigert),
    ):
        wire.hello()
    assert bool(visit.said) == spoken


def test_no_tls_at_all(tmp_path: Path) -> None:
    trusted = CA.write(tmp_path / "ca.pem")
    with (
        listening(socket.socket.dup, enough=b"\x03") as visit,
        _asked(visit.port, trusted) as wire,
        pytest.raises(SyncProblem),
    ):
        wire.hello()
    assert b"GET" not in visit.said


@pytest.mark.parametrize(
    "host", ["192.0.2.7", "leerplicht.gemeente.nl", "127.0.0.1.elders.nl", "[2001:db8::1]"]
)
def test_plain_http_off_this_machine(host: str) -> None:
    with pytest.raises(DomainError, match="niet veilig"):
        Wire(Destination(f"http://{host}"), iemand())


def test_a_curve_that_is_too_small_is_weak() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    from leerplicht_protocol.certificate import Strength, strength

    small = server_identity(CA, ec.generate_private_key(ec.SECP224R1()))
    assert strength(small.der) is Strength.WEAK
    assert strength(server_identity(CA, ec_key()).der) is Strength.GOOD
    assert strength(b"geen certificaat") is Strength.WEAK
