"""Authorities, keys and certificates made on the spot, and a server that counts what reaches it."""

from __future__ import annotations

import datetime
import http.server
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.UTC)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Identity:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    def write(self, path: Path) -> Path:
        """Both as PEM."""
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM) + key)
        return path

    @property
    def der(self) -> bytes:
        """The certificate as it stands in a handshake."""
        return self.certificate.public_bytes(Encoding.DER)


def ec_key() -> Key:
    """A key on P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def authority(name: str) -> Identity:
    """A self-signed authority."""
    key = ec_key()
    constraints = x509.BasicConstraints(ca=True, path_length=None)
    builder = _builder(name, name, key).add_extension(constraints, critical=True)
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    return Identity(builder.add_extension(usage, critical=True).sign(key, hashes.SHA256()), key)


def server_identity(
    ca: Identity, key: Key | None = None, *, host: str = "localhost", days: int = 30, cn: str = "server"
) -> Identity:
    """A certificate of ``ca`` for ``host``; negative ``days``: expired."""
    key = key or ec_key()
    issuer = ca.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    builder = _builder(cn, str(issuer), key, days)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    public = ca.key.public_key()
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(public)
    return Identity(builder.add_extension(identifier, critical=False).sign(ca.key, hashes.SHA256()), key)


def _builder(name: str, issuer: str, key: Key, days: int = 30) -> x509.CertificateBuilder:
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=60))
        .not_valid_after(NOW + datetime.timedelta(days=days))
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return builder.add_extension(identifier, critical=False)


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@dataclass
class TlsServer:
    """A server on loopback that says ``body`` and remembers what it was asked."""

    port: int
    paths: list[str]


@contextmanager
def tls_server(pem: Path, body: bytes, *, old: bool = False) -> Iterator[TlsServer]:
    """Serve over TLS; ``old``: TLS 1.1 at most."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    if old:
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        with warnings.catch_warnings():  # deprecated is what it is here for
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with _serving(body, context) as server:
        yield server


@contextmanager
def plain_server(body: bytes) -> Iterator[TlsServer]:
    """Serve without TLS."""
    with _serving(body, None) as server:
        yield server


@contextmanager
def _serving(body: bytes, context: ssl.SSLContext | None) -> Iterator[TlsServer]:
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield TlsServer(server.server_port, paths)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
