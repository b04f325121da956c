"""Acceptance check 17: a card can sign the field our paper leaves for it, and the paper stays what it was.

The program itself signs nothing: a proces-verbaal is printed and signed by hand. This proves that the empty
field holds a PAdES B-B signature later (ETSI EN 319 142-1). SoftHSM2 stands in for the card.
"""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator import ValidationContext

from leerplicht_desktop.documents.archive.validation import shortcomings
from tests.documents.proefstukken import gemaakt

_LIBRARY = "/usr/lib/softhsm/libsofthsm2.so"
_PIN = "1234"


class _OwnMetadata(IncrementalPdfFileWriter):
    """Leaves the XMP packet alone: pyHanko would write it in short form, which not every validator takes."""

    def _update_meta(self) -> None:
        pass


def _certificate(key: rsa.RSAPrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test: M. de Groot")])
    begin = datetime.now(UTC) - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=30))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.DER)


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PKCS11Signer]:
    """A token with one key and its certificate, in a folder of the test."""
    folder = tmp_path_factory.mktemp("kaart")
    (folder / "tokens").mkdir()
    (folder / "softhsm.conf").write_text(f"directories.tokendir = {folder}/tokens\n", "utf-8")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm.conf")
    command = ["softhsm2-util", "--init-token", "--free", "--label", "kaart", "--pin", _PIN, "--so-pin", _PIN]
    subprocess.run(command, check=True, capture_output=True)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = _certificate(key)
    _put(folder, key, certificate)
    with open_pkcs11_session(_LIBRARY, token_criteria=TokenCriteria(label="kaart"), user_pin=_PIN) as session:
        yield PKCS11Signer(session, cert_label="tekenen", key_label="tekenen")
    del os.environ["SOFTHSM2_CONF"]


def _put(folder: Path, key: rsa.RSAPrivateKey, certificate: bytes) -> None:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "sleutel.pem").write_bytes(private)
    command = ["softhsm2-util", "--import", str(folder / "sleutel.pem"), "--token", "kaart"]
    subprocess.run(
        [*command, "--label", "tekenen", "--id", "01", "--pin", _PIN], check=True, capture_output=True
    )
    token = pkcs11.lib(_LIBRARY).get_token(token_label="kaart")
    with token.open(user_pin=_PIN, rw=True) as session:
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.LABEL: "tekenen",
                pkcs11.Attribute.ID: b"\x01",
                pkcs11.Attribute.SUBJECT: x509.load_der_x509_certificate(certificate).subject.public_bytes(),
                pkcs11.Attribute.VALUE: certificate,
            }
        )


@pytest.fixture(scope="module")
def getekend(kaart: PKCS11Signer) -> Callable[..., bytes]:
    """Signs the first field of a proces-verbaal; ``slot`` allows no change afterwards (DocMDP P=1)."""

    def sign(*, slot: bool = False) -> bytes:
        data = gemaakt("pv-luxe").data
        field = _fields(data)[0]
        meta = PdfSignatureMetadata(
            field_name=field,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
            certify=slot,
            docmdp_permissions=MDPPerm.NO_CHANGES if slot else MDPPerm.FILL_FORMS,
        )
        # Our own appearance stays: the stamp of pyHanko comes in a font that is not embedded.
        signer = PdfSigner(meta, signer=kaart, stamp_style=NoOpStampStyle())
        return bytes(signer.sign_pdf(_OwnMetadata(io.BytesIO(data)), existing_fields_only=True).getvalue())

    return sign


def _fields(data: bytes) -> list[str]:
    root = PdfFileReader(io.BytesIO(data)).root
    return [str(field.get_object()["/T"]) for field in root["/AcroForm"]["/Fields"]]


def _status(data: bytes) -> PdfSignatureStatus:
    signature = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures[0]
    own = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    return validate_pdf_signature(signature, own)


def test_a_signed_proces_verbaal_stays_what_it_was(getekend: Callable[..., bytes]) -> None:
    signed = getekend()
    status = _status(signed)
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert shortcomings(signed) == ()
    assert signed.startswith(gemaakt("pv-luxe").data)


def test_one_flipped_bit_is_detected(getekend: Callable[..., bytes]) -> None:
    signed = bytearray(getekend())
    signed[signed.index(b"/Title") + 12] ^= 1
    assert not _status(bytes(signed)).intact


def test_a_later_change_is_reported(getekend: Callable[..., bytes]) -> None:
    signed = getekend(slot=True)
    assert _status(signed).docmdp_ok
    writer = _OwnMetadata(io.BytesIO(signed))
    writer.root["/Later"] = generic.pdf_string("na ondertekening")
    writer.update_root()  # type: ignore[no-untyped-call]
    target = io.BytesIO()
    writer.write(target)  # type: ignore[no-untyped-call]
    changed = _status(target.getvalue())
    assert changed.intact
    assert not changed.docmdp_ok


def test_every_one_who_signs_has_a_field() -> None:
    """One field for each who signs: a second signature in a field added later breaks PDF/UA-1."""
    assert len(_fields(gemaakt("verhoor").data)) == 3
    assert len(set(_fields(gemaakt("verhoor").data))) == 3
