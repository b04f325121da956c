"""How strong the key of a certificate is, by the TLS guideline of the NCSC (2025).

RSA of 3072 bits and curves of 256 or more are good. RSA from 2048 up to 3071 bits is to be phased out: still
spoken with, and told. Anything less is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

RSA_GOOD, RSA_LEAST = 3_072, 2_048
CURVE_GOOD = 256


class Strength(StrEnum):
    """What the guideline says of a key."""

    GOOD = "goed"
    PHASE_OUT = "uitfaseren"
    WEAK = "onvoldoende"


def strength(certificate: bytes) -> Strength:
    """The strength of the key in a DER certificate; weak when it is no certificate, or of an unknown kind."""
    # Late: this reads much of the library, and opening the program needs none of it.
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    try:
        key = load_der_x509_certificate(certificate).public_key()
    except (ValueError, UnsupportedAlgorithm, InvalidVersion):
        return Strength.WEAK
    if isinstance(key, rsa.RSAPublicKey):
        if key.key_size >= RSA_GOOD:
            return Strength.GOOD
        return Strength.PHASE_OUT if key.key_size >= RSA_LEAST else Strength.WEAK
    if isinstance(key, ec.EllipticCurvePublicKey):
        return Strength.GOOD if key.key_size >= CURVE_GOOD else Strength.WEAK
    return (
        Strength.GOOD if isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey) else Strength.WEAK
    )


@dataclass(frozen=True)
class Shown:
    """What a certificate says of itself: its days, the names it is for, and whether it vouches for itself."""

    begins: datetime
    ends: datetime
    names: Sequence[str]
    addresses: Sequence[str]
    of_itself: bool

    def covers(self, host: str) -> bool:
        """Whether it is for this host, as laptops judge: a star stands for one word, names alone count."""
        wanted = host.lower().rstrip(".")
        above = wanted.partition(".")[2]
        star = {f"*.{above}"} if "." in above else set()
        return wanted in self.addresses or not {wanted, *star}.isdisjoint(self.names)


def shown(pem: bytes) -> Shown:
    """What the first certificate of a PEM file says. Raises ValueError when there is none."""
    from cryptography import x509

    found = x509.load_pem_x509_certificates(pem)[0]
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    try:
        listed = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        pass
    else:
        names = tuple(name.lower() for name in listed.get_values_for_type(x509.DNSName))
        addresses = tuple(str(one) for one in listed.get_values_for_type(x509.IPAddress))
    return Shown(
        found.not_valid_before_utc, found.not_valid_after_utc, names, addresses, found.issuer == found.subject
    )
