"""Servers that a laptop must not talk to, each with one fault, and what reached them."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from tests.sync.certs import NOW, Identity, authority, server_identity

_SHA256_RSA, _SHA1_RSA = bytes.fromhex("2a864886f70d01010b"), bytes.fromhex("2a864886f70d010105")


@dataclass(frozen=True)
class Manner:
    """How a server shakes hands."""

    newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3
    ciphers: str = "ALL:@SECLEVEL=0"


@dataclass
class Visit:
    """What came in: ``said`` holds what could be read after the handshake."""

    port: int
    said: bytearray = field(default_factory=bytearray)


def rsa_key(bits: int) -> rsa.RSAPrivateKey:
    """An RSA key of this length."""
    return rsa.generate_private_key(public_exponent=65_537, key_size=bits)


def with_usage(ca: Identity, usage: x509.ObjectIdentifier) -> Identity:
    """A certificate that is good for ``usage`` alone."""
    return _anew(server_identity(ca), ca, x509.ExtendedKeyUsage([usage]))


def _anew(
    plain: Identity, ca: Identity, *extra: x509.ExtensionType, **moments: datetime.datetime
) -> Identity:
    old = plain.certificate
    builder = (
        x509.CertificateBuilder()
        .subject_name(old.subject)
        .issuer_name(old.issuer)
        .public_key(plain.key.public_key())
        .serial_number(old.serial_number)
        .not_valid_before(moments.get("begins", old.not_valid_before_utc))
        .not_valid_after(moments.get("ends", old.not_valid_after_utc))
    )
    kept = [one for one in old.extensions if not any(one.oid == new.oid for new in extra)]
    for one in kept:
        builder = builder.add_extension(one.value, one.critical)
    for new in extra:
        builder = builder.add_extension(new, critical=False)
    return replace(plain, certificate=builder.sign(ca.key, hashes.SHA256()))


def not_yet(ca: Identity) -> Identity:
    """A certificate that begins next week."""
    week = datetime.timedelta(days=7)
    return _anew(server_identity(ca), ca, begins=NOW + week, ends=NOW + 2 * week)


def without_names(ca: Identity) -> Identity:
    """A certificate of before 2000: the host stands in the common name alone."""
    plain = server_identity(ca, cn="localhost")
    return _anew(plain, ca, x509.SubjectAlternativeName([x509.RFC822Name("beheer@gemeente.nl")]))


def by_sha1() -> tuple[Identity, Identity]:
    """An authority, and a certificate that it signed by SHA-1: by hand, for no library does so any more."""
    key = rsa_key(2_048)
    ca = _authority_with(key)
    good = server_identity(ca)
    body = good.certificate.tbs_certificate_bytes.replace(_SHA256_RSA, _SHA1_RSA)
    signature = key.sign(body, padding.PKCS1v15(), hashes.SHA1())  # noqa: S303 -- bad is what it is here for
    der = good.der.replace(good.certificate.tbs_certificate_bytes, body).replace(_SHA256_RSA, _SHA1_RSA)
    der = der.replace(good.certificate.signature, signature)
    return ca, replace(good, certificate=x509.load_der_x509_certificate(der))


def revoked(ca: Identity) -> tuple[Identity, bytes]:
    """A certificate, and the list of its authority (PEM) that says it is no good any more."""
    identity = server_identity(ca)
    gone = x509.RevokedCertificateBuilder().serial_number(identity.certificate.serial_number)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(ca.certificate.subject)
        .last_update(NOW - datetime.timedelta(days=1))
        .next_update(NOW + datetime.timedelta(days=1))
        .add_revoked_certificate(gone.revocation_date(NOW - datetime.timedelta(days=1)).build())
    )
    return identity, builder.sign(ca.key, hashes.SHA256()).public_bytes(Encoding.PEM)


def weak_authority() -> Identity:
    """An authority with an RSA key of 1024 bits."""
    return _authority_with(rsa_key(1_024))


def _authority_with(key: rsa.RSAPrivateKey) -> Identity:
    name = authority("Gemeente CA").certificate.subject
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=60))
        .not_valid_after(NOW + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Identity(builder.sign(key, hashes.SHA256()), key)


@contextmanager
def visited(pem: Path, manner: Manner) -> Iterator[Visit]:
    """A server that shakes hands as it was made to, and notes every byte that it can read."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers(manner.ciphers)
    with warnings.catch_warnings():  # deprecated is what it is here for
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, manner.newest
    context.load_cert_chain(pem)
    with listening(lambda door: context.wrap_socket(door, server_side=True)) as visit:
        yield visit


@contextmanager
def listening(
    open_door: Callable[[socket.socket], socket.socket], enough: bytes = b"\r\n\r\n"
) -> Iterator[Visit]:
    """A door on loopback; what comes through ``open_door`` is noted, until ``enough`` of it was heard."""
    listener = socket.create_server(("127.0.0.1", 0))
    visit = Visit(listener.getsockname()[1])

    def receive() -> None:
        with suppress(OSError):
            while True:
                door, _ = listener.accept()
                with door, suppress(OSError), open_door(door) as inside:
                    inside.settimeout(5.0)
                    while enough not in visit.said and (chunk := inside.recv(4_096)):
                        visit.said += chunk

    thread = threading.Thread(target=receive, daemon=True)
    thread.start()
    try:
        yield visit
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
