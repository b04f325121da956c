"""The file with the wrapped key: ``sleutels.json``.

A random key opens the database. It stands in this file only wrapped, once per slot; today the slot of the
passphrase, later those of the operating system's keyring and of the municipality's recovery. A slot of a kind
this version does not know is kept as it is.

    {"soort": ..., "versie": 1, "kluis": id, "sloten": [{...}], "controle": sha256 of the rest}

``controle`` tells a damaged file from a wrong passphrase; what makes tampering useless is the GCM tag over
the wrapped key together with the header and the cost of the slot.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leerplicht_desktop.casework.problems import KluisNieuwer, SleutelsOntbreken

from .durable import sync_folder, write_whole
from .passphrase import KEY_BYTES, Cost, stretch, wipe

FILE = "sleutels.json"
_KIND = "leerplicht-desktop sleutels"
_VERSION = 1
_OURS = "wachtzin"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SALT_BYTES = 16


class PassphraseError(Exception):
    """The tag of the slot does not agree with this passphrase."""


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """The key wrapped under a passphrase."""

    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes

    def header(self) -> dict[str, Any]:
        """What the tag vouches for besides the key."""
        return {
            "soort": _OURS,
            "afleiding": "argon2id",
            "zout": _b64(self.salt),
            "geheugen_kib": self.cost.kib,
            "rondes": self.cost.rounds,
            "banen": self.cost.lanes,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Keyslots:
    """The content of the file. ``others`` are slots of kinds this version does not know."""

    vault: str
    passphrase: Slot
    others: tuple[dict[str, Any], ...] = ()

    def unwrap(self, wachtzin: str) -> bytearray:
        """The key of the database. Raises PassphraseError. The caller overwrites the key after use."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        slot = self.passphrase
        kek = _kek(wachtzin, slot.salt, slot.cost)
        out = bytearray(KEY_BYTES)
        try:
            AESGCM(kek).decrypt_into(slot.nonce, slot.wrapped, _aad(self.vault, slot), out)
        except InvalidTag:
            raise PassphraseError from None
        finally:
            wipe(kek)
        return out

    def rewrapped(self, key: bytearray, wachtzin: str) -> Keyslots:
        """The same key under another passphrase, at the same cost and with a new salt."""
        return replace(self, passphrase=_wrap(self.vault, key, wachtzin, self.passphrase.cost))


def fresh(vault: str, key: bytearray, wachtzin: str, cost: Cost) -> Keyslots:
    """Slots for a new vault."""
    return Keyslots(vault, _wrap(vault, key, wachtzin, cost))


def _wrap(vault: str, key: bytearray, wachtzin: str, cost: Cost) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    empty = Slot(salt, cost, nonce, b"")
    kek = _kek(wachtzin, salt, cost)
    try:
        return replace(empty, wrapped=AESGCM(kek).encrypt(nonce, key, _aad(vault, empty)))
    finally:
        wipe(kek)


def _kek(wachtzin: str, salt: bytes, cost: Cost) -> bytearray:
    stretched = stretch(wachtzin, salt, cost)
    try:
        return derive(stretched, "slot wachtzin")
    finally:
        wipe(stretched)


def derive(key: bytearray, purpose: str) -> bytearray:
    """A key for one purpose from another (HKDF-SHA256, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    out = bytearray(KEY_BYTES)
    info = f"leerplicht-desktop/1/{purpose}".encode()
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive_into(key, out)
    return out


def _aad(vault: str, slot: Slot) -> bytes:
    return _canonical({"soort": _KIND, "versie": _VERSION, "kluis": vault, "slot": slot.header()})


def load(folder: Path) -> Keyslots:
    """The slots, from the file or else from the copy of the one before.

    Raises SleutelsOntbreken when neither can be read, KluisNieuwer when a newer program wrote them.
    """
    path = folder / FILE
    for candidate in (path, _previous(path)):
        try:
            return _parse(candidate.read_bytes())
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            continue
    raise SleutelsOntbreken


def restore(folder: Path) -> None:
    """Put the copy back when the file itself is gone or broken. The broken one is kept beside it."""
    path = folder / FILE
    try:
        _parse(path.read_bytes())
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        if path.exists():
            path.replace(path.with_name(path.name + ".beschadigd"))
        write_whole(path, _previous(path).read_bytes())


def save(folder: Path, slots: Keyslots) -> None:
    """Write the slots, keep the ones before as a copy until the new ones are safe on the disk.

    Then the copy is renewed as well: an old passphrase must not open the vault for ever.
    """
    path = folder / FILE
    if path.exists():
        write_whole(_previous(path), path.read_bytes())
    content = _serialise(slots)
    write_whole(path, content)
    write_whole(_previous(path), content)


def discard(folder: Path) -> None:
    """Take away slots of which no database was ever made."""
    for path in (folder / FILE, _previous(folder / FILE)):
        path.unlink(missing_ok=True)


def set_aside(folder: Path) -> None:
    """Keep slots whose database is not here under another name: it may come back from somewhere."""
    for path in (folder / FILE, _previous(folder / FILE)):
        if path.exists():
            mark = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            path.replace(path.with_name(f"{path.name}.zonder-kluis-{mark}"))
    sync_folder(folder)


def _previous(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _serialise(slots: Keyslots) -> bytes:
    slot = slots.passphrase
    own = slot.header() | {"nonce": _b64(slot.nonce), "verpakt": _b64(slot.wrapped)}
    content: dict[str, Any] = {
        "soort": _KIND,
        "versie": _VERSION,
        "kluis": slots.vault,
        "sloten": [own, *slots.others],
    }
    content["controle"] = hashlib.sha256(_canonical(content)).hexdigest()
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _parse(content: bytes) -> Keyslots:
    """Raises ValueError, KeyError or TypeError when this is not a whole file of slots."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise TypeError("not an object")
    check = found.pop("controle")
    if found["soort"] != _KIND or check != hashlib.sha256(_canonical(found)).hexdigest():
        raise ValueError("not whole")
    if found["versie"] > _VERSION:
        raise KluisNieuwer
    own = [slot for slot in found["sloten"] if slot["soort"] == _OURS]
    others = [slot for slot in found["sloten"] if slot["soort"] != _OURS]
    if len(own) != 1:
        raise ValueError("no slot of a passphrase")
    return Keyslots(str(found["kluis"]), _slot(own[0]), tuple(others))


def _slot(found: dict[str, Any]) -> Slot:
    slot = Slot(
        salt=_bytes(found["zout"]),
        cost=Cost(int(found["geheugen_kib"]), int(found["rondes"]), int(found["banen"])),
        nonce=_bytes(found["nonce"]),
        wrapped=_bytes(found["verpakt"]),
    )
    sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
    if sizes != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError("sizes of a slot")
    return slot


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError("base64") from None
