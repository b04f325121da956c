"""TLS that knows its server: the public key is checked after the handshake, before the first request byte.

It speaks TLS 1.3. An administrator may allow 1.2 by ``LEERPLICHT_TLS=1.2``, and then only with forward
secrecy and authenticated encryption; anything else in that variable allows nothing. Keys and signatures are
held to the TLS guideline of the NCSC (2025): see :mod:`leerplicht_protocol.certificate`.

The pin is SHA-256 over the SubjectPublicKeyInfo (RFC 7469, 2.4): it survives a renewed certificate for the
same key. It is learned at enrolment, when the authorities of the system (or a given file) vouch for the
server, and demanded ever after. The check sits in the socket, so no connection can miss it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import ssl
from base64 import b64encode
from collections.abc import Callable

from leerplicht_desktop.casework.problems import AnderCertificaat
from leerplicht_protocol.certificate import RSA_GOOD, Strength, strength

PIN_KIND = "sha256/"

_LOG = logging.getLogger("leerplicht.sync")
_CIPHERS_12 = "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=2"
"""SECLEVEL 2 (OpenSSL) refuses RSA below 2048 bits and signatures by SHA-1 or MD5 in the whole chain."""


class PinError(ssl.SSLError):
    """Another public key than the one of the enrolment. An OSError, so the socket closes itself."""


class _PinnedSocket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:
        super().do_handshake(block)
        certificate = self.getpeercert(True)
        if not isinstance(self.context, PinnedContext) or certificate is None:
            raise PinError("no certificate to check")
        found = strength(certificate)
        if found is Strength.WEAK:
            raise ssl.SSLError("the key of the server is too weak")
        self.context.check(spki_pin(certificate))
        if found is Strength.PHASE_OUT:
            _LOG.warning("the server's RSA key has fewer than %d bits: to be phased out", RSA_GOOD)


class PinnedContext(ssl.SSLContext):
    """A client context; ``check`` hears the pin of every server it shakes hands with, or raises PinError."""

    sslsocket_class = _PinnedSocket
    check: Callable[[str], None]


def trusting_nobody() -> ssl.SSLContext:
    """For a server on this computer, without TLS: reading whom the system trusts takes 46 ms, for nothing."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def make_context(check: Callable[[str], None], ca_file: str = "") -> PinnedContext:
    """TLS 1.3, host name checked, trusting the system or only ``ca_file`` (PEM).

    Without one, the file that an administrator names in ``LEERPLICHT_CA`` is it. A revocation list (CRL) in
    it is obeyed for the server's own certificate. Raises AnderCertificaat when it cannot be read.
    """
    context = PinnedContext(ssl.PROTOCOL_TLS_CLIENT)
    older = os.environ.get("LEERPLICHT_TLS", "").strip() == "1.2"
    context.minimum_version = ssl.TLSVersion.TLSv1_2 if older else ssl.TLSVersion.TLSv1_3
    context.set_ciphers(_CIPHERS_12)
    context.hostname_checks_common_name = False
    context.check = check
    ca_file = ca_file or os.environ.get("LEERPLICHT_CA", "").strip()
    if not ca_file:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
        return context
    try:
        context.load_verify_locations(cafile=ca_file)
        if context.cert_store_stats()["crl"]:
            context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    except OSError:
        raise AnderCertificaat(
            "Het certificaatbestand van de gemeente is niet te lezen.",
            "Er is niets verstuurd. Zet het bestand terug of vraag de beheerder om een nieuw.",
        ) from None
    return context


def spki_pin(certificate: bytes) -> str:
    """``sha256/`` and the base64 hash of the public key in a DER certificate (RFC 5280, 4.1).

    Raises PinError when the bytes are no certificate, or hold a key of an unknown kind.
    """
    # Late: this reads much of the library, and opening the program needs none of it.
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    try:
        key = load_der_x509_certificate(certificate).public_key()
    except (ValueError, UnsupportedAlgorithm, InvalidVersion):
        raise PinError("not a certificate") from None
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return PIN_KIND + b64encode(hashlib.sha256(spki).digest()).decode()
