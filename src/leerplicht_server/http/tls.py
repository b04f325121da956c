"""TLS as this server speaks it: 1.3, or 1.2 when a setting says so, with a key that the NCSC allows."""

from __future__ import annotations

import ssl
from pathlib import Path

from leerplicht_protocol.certificate import Strength, strength
from leerplicht_server.errors import ServerError

CIPHERS_12 = "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=2"
"""For TLS 1.2: forward secrecy and authenticated encryption alone, no CBC, no RSA or DH key exchange."""
_OLDEST = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}

PHASE_OUT = (
    "Het certificaat heeft een RSA-sleutel van minder dan 3072 bits: die wordt uitgefaseerd (richtlijn TLS "
    "van het NCSC, 2025). Vraag bij de volgende vernieuwing om RSA 3072 of ECDSA P-256."
)


def make_context(certificate: Path, key: Path, oldest: str) -> ssl.SSLContext:
    """A server's context. Raises ServerError when the two files do not fit, or the key is too weak."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = _OLDEST[oldest]
    context.set_ciphers(CIPHERS_12)
    context.options |= ssl.OP_NO_RENEGOTIATION | ssl.OP_NO_COMPRESSION
    if key_strength(certificate) is Strength.WEAK:
        raise ServerError(
            "De sleutel van het certificaat is te zwak om mee te beveiligen. Vraag een certificaat met RSA "
            "van minstens 3072 bits of ECDSA P-256."
        )
    try:
        context.load_cert_chain(certificate, key, password=_no_password)
    except (ssl.SSLError, OSError, ValueError):
        raise unusable() from None
    return context


def key_strength(certificate: Path) -> Strength:
    """The strength of the first key in a PEM file. Raises ServerError when there is none."""
    try:
        text = certificate.read_text(encoding="ascii", errors="replace")
        return strength(ssl.PEM_cert_to_DER_cert(_first(text)))
    except (OSError, ValueError):
        raise unusable() from None


def unusable() -> ServerError:
    """Told when the certificate and the key are no good."""
    return ServerError(
        "Het certificaat of de sleutel is niet te gebruiken. Geef twee PEM-bestanden die bij elkaar "
        "horen, de sleutel zonder wachtwoord."
    )


def _first(text: str) -> str:
    begin, end = text.index(ssl.PEM_HEADER), text.index(ssl.PEM_FOOTER)
    return text[begin : end + len(ssl.PEM_FOOTER)]


def _no_password() -> str:
    raise ValueError("nobody is there to ask")
