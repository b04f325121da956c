"""Copies of the vault under keys of their own, each tried before it counts.

    reserve/<moment>-<soort>.reserve   SQLCipher under a random key
    reserve/<moment>-<soort>.sleutel   that key and the dossiers in the copy, wrapped under the backup key

``heel`` is the whole file, ``klein`` what the municipality does not have. Whole ones go after fourteen days,
and as soon as they hold a dossier that has been taken away: it must not live on in a copy.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisBeschadigd, ReservekopieMislukt
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .connection import connect
from .durable import sync_file, sync_folder, write_new, write_whole
from .passphrase import KEY_BYTES, wipe

FOLDER = "reserve"
WHOLE, SMALL = "heel", "klein"
OLDEST = timedelta(days=14)
WEEKLY = timedelta(days=7)
_WHOLE_KEPT = 2
_HOURS_KEPT = 24
_DAYS_KEPT = 7
_SPARE = 64 * 1024 * 1024
_PROOF = ("PRAGMA cipher_integrity_check", "PRAGMA quick_check", "SELECT n FROM kluisstand")
_NONCE = 12
_FORM = "%Y%m%dT%H%M%S"
_MIRROR = ("spiegel_", "dossier_zoek", "dossier_regel", "sqlite_")
"""Tables that come back with the next pull."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: what it holds, of which moment, how far the vault was."""

    path: Path
    kind: str
    moment: datetime
    n: int

    @property
    def lock(self) -> Path:
        """The file with its wrapped key."""
        return self.path.with_suffix(".sleutel")


@dataclass(frozen=True, slots=True)
class Opened:
    """The key of a copy, to be overwritten after use, and the dossiers it holds."""

    key: bytearray
    dossiers: frozenset[str]


class Backups:
    """The copies beside one vault. ``key`` is the backup key, ``vault`` names the vault in each header."""

    def __init__(self, folder: Path, key: bytearray, vault: str) -> None:
        self._folder = folder / FOLDER
        self._key = bytes(key)
        self._vault = vault

    def all(self, kind: str = "") -> list[Copy]:
        """The newest first; what has no header that can be read does not count."""
        found = [_named(path) for path in self._folder.glob("*.reserve")]
        known = [one for one in found if one is not None and (not kind or one.kind == kind)]
        return sorted(known, key=lambda one: (one.moment, one.path.name), reverse=True)

    def make(self, source: dbapi2.Connection, kind: str, n: int, now: datetime) -> Copy:
        """A new copy, tried and on the disk. Raises SchijfVol, KluisBeschadigd; then nothing is left."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for left in self._folder.glob("*.nieuw*"):
            left.unlink(missing_ok=True)
        _need_room(self._folder, source, kind)
        path = self._folder / f"{now.strftime(_FORM)}-{kind}.reserve"
        beside = path.with_suffix(".nieuw")
        own = bytearray(os.urandom(KEY_BYTES))
        header = {"kluis": self._vault, "soort": kind, "moment": now.isoformat(), "n": n}
        try:
            (_whole if kind == WHOLE else _small)(source, beside, own)
            beside.chmod(0o600)
            _prove(beside, own, n)
            sync_file(beside)
            dossiers = _dossiers(source) if kind == WHOLE else []
            write_new(path.with_suffix(".sleutel"), self._wrapped(own, dossiers, header))
            beside.replace(path)
            sync_folder(self._folder)
        except BaseException:
            for left in (*self._folder.glob("*.nieuw*"), path.with_suffix(".sleutel")):
                left.unlink(missing_ok=True)
            raise
        finally:
            wipe(own)
        return Copy(path, kind, now, n)

    def open(self, copy: Copy) -> Opened:
        """Its key. Raises KluisBeschadigd when it is of another vault or its header does not fit."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            found = json.loads(copy.lock.read_bytes())
            sealed = bytes.fromhex(found.pop("verpakt"))
            content = AESGCM(self._key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _canonical(found))
            dossiers = frozenset(json.loads(content[KEY_BYTES:]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, InvalidTag):
            raise KluisBeschadigd(
                "Deze reservekopie is van een andere laptop en gaat hier niet open.",
                "Kies een andere reservekopie. Er is niets veranderd.",
            ) from None
        return Opened(bytearray(content[:KEY_BYTES]), dossiers)

    def prove(self, copy: Copy) -> None:
        """Try it as a restore would. Raises KluisBeschadigd."""
        opened = self.open(copy)
        try:
            _prove(copy.path, opened.key, copy.n)
        except dbapi2.DatabaseError:
            raise KluisBeschadigd from None
        finally:
            wipe(opened.key)

    def wrap_for(self, other: Backups) -> None:
        """The keys of the copies under the backup key of ``other``, one whole file after the other."""
        for copy in self.all():
            try:
                opened = self.open(copy)
            except KluisBeschadigd:
                continue  # of another laptop, or done before a kill
            header = {
                name: one for name, one in json.loads(copy.lock.read_bytes()).items() if name != "verpakt"
            }
            write_whole(copy.lock, other._wrapped(opened.key, sorted(opened.dossiers), header))
            wipe(opened.key)

    def holds_evicted(self, present: frozenset[str]) -> bool:
        """Whether a whole copy holds a dossier that is not ``present`` any more."""
        return any(self._dossiers(copy) - present for copy in self.all(WHOLE))

    def thin(self, now: datetime, present: frozenset[str]) -> None:
        """Take away what is too old, too many, or holds what was evicted while a newer one does not."""
        whole = self.all(WHOLE)
        keep = {one.path for one in whole[:_WHOLE_KEPT] if not self._dossiers(one) - present}
        small = self.all(SMALL)
        keep |= {one.path for one in small[:_HOURS_KEPT]}
        for day in list(dict.fromkeys(one.moment.date() for one in small))[:_DAYS_KEPT]:
            keep.add(next(one.path for one in small if one.moment.date() == day))
        for copy in (*whole, *small):
            if copy.path not in keep or now - copy.moment > OLDEST:
                copy.lock.unlink(missing_ok=True)  # without its key the rest is noise
                copy.path.unlink(missing_ok=True)

    def _dossiers(self, copy: Copy) -> frozenset[str]:
        try:
            opened = self.open(copy)
        except KluisBeschadigd:
            return frozenset()
        wipe(opened.key)
        return opened.dossiers

    def _wrapped(self, own: bytearray, dossiers: Sequence[str], header: dict[str, Any]) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(_NONCE)
        content = bytes(own) + json.dumps(list(dossiers)).encode()
        sealed = nonce + AESGCM(self._key).encrypt(nonce, content, _canonical(header))
        return json.dumps({**header, "verpakt": sealed.hex()}).encode()


def _whole(source: dbapi2.Connection, target: Path, own: bytearray) -> None:
    with closing(connect(target, own)) as copy:
        source.backup(copy)


def _small(source: dbapi2.Connection, target: Path, own: bytearray) -> None:
    """The rows of every table but the mirror, without keys and triggers: a store of rows to read back."""
    with closing(connect(target, own)) as copy:
        copy.execute("CREATE TABLE reserve_begin (a INTEGER)")
    source.execute(f"ATTACH DATABASE ? AS reserve KEY \"x'{own.hex()}'\"", (str(target),)).close()
    try:
        for name in own_tables(source):
            source.execute(f"CREATE TABLE reserve.{name} AS SELECT * FROM main.{name}").close()  # noqa: S608
    finally:
        source.execute("DETACH DATABASE reserve").close()


def own_tables(connection: dbapi2.Connection) -> list[str]:
    """Every table whose rows the municipality cannot give back."""
    rows = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    return [row[0] for row in rows if not row[0].startswith(_MIRROR)]


def _prove(path: Path, own: bytearray, n: int) -> None:
    """Every page, every tree and the counter. Raises KluisBeschadigd."""
    with closing(connect(path, own, "immutable=1")) as copy:
        answers = [copy.execute(question).fetchone() for question in _PROOF]
        whole = answers == [None, ("ok",), (n,)]
    if not whole:
        raise KluisBeschadigd


def _dossiers(source: dbapi2.Connection) -> list[str]:
    return [row[0] for row in source.execute("SELECT DISTINCT dossier FROM spiegel_dossier ORDER BY 1")]


def _need_room(folder: Path, source: dbapi2.Connection, kind: str) -> None:
    pages, size = (
        int(source.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
    )
    if kind == WHOLE and shutil.disk_usage(folder).free < 1.2 * pages * size + _SPARE:
        raise ReservekopieMislukt(round((1.2 * pages * size + _SPARE) / 1e6))


def _named(path: Path) -> Copy | None:
    moment, _, kind = path.stem.partition("-")
    try:
        header = json.loads(path.with_suffix(".sleutel").read_bytes())
        found = in_nederland(datetime.fromisoformat(header["moment"]))
        if kind not in (WHOLE, SMALL) or not moment:
            return None
        return Copy(path, kind, found, int(header["n"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
