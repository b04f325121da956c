"""The file with the wrapped key: ``sleutels.json``.

A random key opens the database. It stands in this file only wrapped, once per slot; today the slot of the
passphrase, later that of the municipality's recovery. A slot of a kind this version does not know is kept.

    {"soort": ..., "versie": 2, "kluis": id, "sloten": [{...}], "controle": sha256 of the rest}

and while the database goes over to a new key (rotation.py) also ``volgende``, the slot of the passphrase for
that key, and ``brug``, the key of before sealed under it.

The key of the slot comes from Argon2id over the passphrase and the secret in the keyring with ``nr``;
``kenmerk`` is a mark of that secret, so that another one is known before a passphrase is tried. ``controle``
tells a damaged file from a wrong passphrase; what makes tampering useless is the GCM tag over the wrapped key
together with the whole header of the slot. Version 1 had no keyring; its slots still open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
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
_VERSION = 2
_MOST_BYTES = 16 * 1024
_MOST_BRACKETS = 64
_OURS = "wachtzin"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SALT_BYTES = 16
_MARK_BYTES = 12


class PassphraseError(Exception):
    """The tag of the slot does not agree with this passphrase."""


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """The key wrapped under a passphrase."""

    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes
    number: int = 0
    """Rises with each change; the secret in the keyring goes by it. 0 is a slot of version 1."""
    mark: str | None = None
    """Of the secret in the keyring; None where only the passphrase counts."""

    def header(self) -> dict[str, Any]:
        """What the tag vouches for besides the key."""
        kept: dict[str, Any] = {
            "soort": _OURS,
            "afleiding": "argon2id",
            "zout": _b64(self.salt),
            "geheugen_kib": self.cost.kib,
            "rondes": self.cost.rounds,
            "banen": self.cost.lanes,
        }
        return kept | {"nr": self.number, "kenmerk": self.mark} if self.number else kept


@dataclass(frozen=True, slots=True, repr=False)
class Next:
    """A new key under way: its slot, and the key of before sealed under it."""

    passphrase: Slot
    bridge: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Keyslots:
    """The content of the file. ``others`` are slots of kinds this version does not know."""

    vault: str
    passphrase: Slot
    others: tuple[dict[str, Any], ...] = ()
    next: Next | None = None

    @property
    def old(self) -> bool:
        """Whether the passphrase has a slot of version 1."""
        return not self.passphrase.number

    def unwrap(self, wachtzin: str, secret: bytes | None = None) -> bytearray:
        """The key of the database; ``secret`` is what the keyring holds.

        Raises PassphraseError. The caller overwrites the key after use.
        """
        return _unwrapped(self.vault, self.passphrase, wachtzin, secret)

    def unwrap_next(self, wachtzin: str, secret: bytes | None) -> tuple[bytearray, bytearray]:
        """The key of before and the new one. Raises PassphraseError, also when none is under way."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if self.next is None:
            raise PassphraseError
        new = _unwrapped(self.vault, self.next.passphrase, wachtzin, secret)
        nonce, sealed = self.next.bridge[:_NONCE_BYTES], self.next.bridge[_NONCE_BYTES:]
        seal, old = derive(new, "brug"), bytearray(KEY_BYTES)
        AESGCM(seal).decrypt_into(nonce, sealed, self.vault.encode(), old)
        wipe(seal)
        return old, new

    def begun(
        self, old: bytearray, new: bytearray, wachtzin: str, cost: Cost, secret: bytes | None
    ) -> Keyslots:
        """The same slots, with a new key under way for who knows this passphrase."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        slot = _wrap(self.vault, new, wachtzin, _empty(cost, self.passphrase.number + 1), secret)
        seal, nonce = derive(new, "brug"), os.urandom(_NONCE_BYTES)
        bridge = nonce + AESGCM(seal).encrypt(nonce, old, self.vault.encode())
        wipe(seal)
        return replace(self, next=Next(slot, bridge))

    def done(self) -> Keyslots:
        """Only what opens the new key: other slots were of the one before."""
        return Keyslots(self.vault, self.next.passphrase) if self.next is not None else self

    def rewrapped(
        self, key: bytearray, wachtzin: str, cost: Cost | None = None, secret: bytes | None = None
    ) -> Keyslots:
        """The same key in a new slot of the passphrase, with the next number and a new salt."""
        number, cost = self.passphrase.number + 1, cost or self.passphrase.cost
        slot = _wrap(self.vault, key, wachtzin, _empty(cost, number), secret)
        return replace(self, passphrase=slot, next=None)


def fresh(vault: str, key: bytearray, wachtzin: str, cost: Cost, secret: bytes | None = None) -> Keyslots:
    """Slots for a new vault; ``secret`` stands in the keyring under number 1."""
    return Keyslots(vault, _wrap(vault, key, wachtzin, _empty(cost, 1), secret))


def mark_of(secret: bytes, vault: str) -> str:
    """Twelve bytes that a secret of 256 random bits is known by; they tell nothing of it."""
    return _b64(hmac.new(secret, b"sleutelbos\0" + vault.encode(), hashlib.sha256).digest()[:_MARK_BYTES])


def _empty(cost: Cost, number: int) -> Slot:
    return Slot(os.urandom(_SALT_BYTES), cost, os.urandom(_NONCE_BYTES), b"", number)


def _wrap(vault: str, key: bytearray, wachtzin: str, empty: Slot, secret: bytes | None) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = replace(empty, mark=mark_of(secret, vault) if secret is not None else None)
    kek = _kek(wachtzin, slot, secret)
    try:
        return replace(slot, wrapped=AESGCM(kek).encrypt(slot.nonce, key, _aad(vault, slot)))
    finally:
        wipe(kek)


def _unwrapped(vault: str, slot: Slot, wachtzin: str, secret: bytes | None) -> bytearray:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kek = _kek(wachtzin, slot, secret)
    out = bytearray(KEY_BYTES)
    try:
        AESGCM(kek).decrypt_into(slot.nonce, slot.wrapped, _aad(vault, slot), out)
    except InvalidTag:
        raise PassphraseError from None
    finally:
        wipe(kek)
    return out


def _kek(wachtzin: str, slot: Slot, secret: bytes | None) -> bytearray:
    """Both parts have a fixed length, and each way its own label: a slot cannot be read the other way."""
    stretched = stretch(wachtzin, slot.salt, slot.cost)
    both = stretched + (secret or b"")
    try:
        return derive(both, "slot wachtzin" if secret is None else "slot wachtzin en sleutelbos")
    finally:
        wipe(both)
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
    version = _VERSION if slot.number else 1
    return _canonical({"soort": _KIND, "versie": version, "kluis": vault, "slot": slot.header()})


def load(folder: Path) -> Keyslots:
    """The slots, from the file or else from the copy of the one before.

    Raises SleutelsOntbreken when neither can be read, KluisNieuwer when a newer program wrote them.
    """
    path = folder / FILE
    for candidate in (path, _previous(path)):
        try:
            return _parse(_read(candidate))
        except _UNREADABLE:
            continue
    raise SleutelsOntbreken


def restore(folder: Path) -> None:
    """Put the copy back when the file itself is gone or broken. The broken one is kept beside it."""
    path = folder / FILE
    try:
        _parse(_read(path))
    except _UNREADABLE:
        if path.exists():
            path.replace(path.with_name(path.name + ".beschadigd"))
        write_whole(path, _previous(path).read_bytes())


def mirror(folder: Path) -> None:
    """Make the copy what the file is: after a kill it may still hold the slots of before."""
    path = folder / FILE
    content = path.read_bytes()
    copy = _previous(path)
    if not copy.is_file() or copy.read_bytes() != content:
        write_whole(copy, content)


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


_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def _read(path: Path) -> bytes:
    """Raises ValueError for what is no file, or larger or deeper than slots can be."""
    if not path.is_file():
        raise ValueError("not a file")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES or content.count(b"[") + content.count(b"{") > _MOST_BRACKETS:
        raise ValueError("too large or too deep")
    return content


def _previous(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _serialise(slots: Keyslots) -> bytes:
    content: dict[str, Any] = {
        "soort": _KIND,
        "versie": _VERSION if slots.passphrase.number else 1,
        "kluis": slots.vault,
        "sloten": [_packed(slots.passphrase), *slots.others],
    }
    if slots.next is not None:
        content |= {"volgende": _packed(slots.next.passphrase), "brug": _b64(slots.next.bridge)}
    content["controle"] = hashlib.sha256(_canonical(content)).hexdigest()
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _packed(slot: Slot) -> dict[str, Any]:
    return slot.header() | {"nonce": _b64(slot.nonce), "verpakt": _b64(slot.wrapped)}


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
    next_ = Next(_slot(found["volgende"]), _bridge(found["brug"])) if "volgende" in found else None
    return Keyslots(str(found["kluis"]), _slot(own[0]), tuple(others), next_)


def _bridge(text: str) -> bytes:
    found = _bytes(text)
    if len(found) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
        raise ValueError("size of the bridge")
    return found


def _slot(found: dict[str, Any]) -> Slot:
    slot = Slot(
        salt=_bytes(found["zout"]),
        cost=Cost(int(found["geheugen_kib"]), int(found["rondes"]), int(found["banen"])),
        nonce=_bytes(found["nonce"]),
        wrapped=_bytes(found["verpakt"]),
        number=_number(found.get("nr", 0)),
        mark=found.get("kenmerk"),
    )
    if slot.mark is not None and len(_bytes(slot.mark)) != _MARK_BYTES:
        raise ValueError("mark of a slot")
    sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
    if sizes != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError("sizes of a slot")
    return slot


def _number(found: object) -> int:
    if type(found) is not int or not 0 <= found < 10**9:
        raise ValueError("number of a slot")
    return found


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError("base64") from None
