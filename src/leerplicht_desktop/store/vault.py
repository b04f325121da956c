"""The vault: one folder with an encrypted database and the slots that hold its key."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.ports.herstel import KluisTussenSleutels
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import KluisToestand, Work
from leerplicht_desktop.casework.problems import (
    KluisBestaatAl,
    KluisProblem,
    VerkeerdeWachtzin,
)
from leerplicht_desktop.casework.queries.caseload import Caseload
from leerplicht_desktop.domain.errors import DomainError

from .kluis import folder_lock, keyslots, recovery, rotation
from .kluis.attempts import FILE as ATTEMPTS
from .kluis.attempts import Attempts
from .kluis.choice import PassphraseChoice
from .kluis.faults import translated
from .kluis.file import DATABASE, build_file
from .kluis.keeper import KeyKeeper, Unwrapped
from .kluis.keyring_items import Keyring, NoKeyring
from .kluis.passphrase import KEY_BYTES, Cost, wipe
from .kluis.restoring import put_back
from .kluis.schema import Step, steps
from .kluis.witness import Witness
from .open_vault import OpenVault, backups_of

if TYPE_CHECKING:
    from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast

T = TypeVar("T")


class WaitFirst(VerkeerdeWachtzin):
    """A try before its time. The passphrase was not looked at."""

    bericht = "Er is te vaak een verkeerde wachtzin getypt."
    remedie = "Wacht even en probeer het dan opnieuw."


class KluisMissing(KluisProblem):
    """There is nothing to open."""

    bericht = "Op deze laptop staat nog geen kluis."
    remedie = "Richt het programma eerst in."


class _Locksmith:
    """Keys, locks and the file itself: what the vault does before and after it is open."""

    def __init__(
        self,
        map_: Path,
        klok: Klok,
        *,
        cost: Cost | None = None,
        known: Sequence[Step] | None = None,
        running: Callable[[], float] = time.monotonic,
        keyring: Keyring | None = None,
    ) -> None:
        self._folder = map_
        self._clock = klok
        self._keys = KeyKeeper(map_, keyring or NoKeyring(), cost)
        self._witness = Witness(map_, keyring or NoKeyring(), running)
        self._known = tuple(known) if known is not None else steps()
        self._attempts = Attempts(map_ / ATTEMPTS, running)
        self._choice = PassphraseChoice(self._keys.alone)
        self._opened: OpenVault | None = None
        self._lock: folder_lock.FolderLock | None = None

    @property
    def _database(self) -> Path:
        return self._folder / DATABASE

    def _create(self, key: bytearray, wachtzin: str) -> None:
        # A key is safe on the disk before anything is encrypted with it; the database appears whole or not.
        keyslots.set_aside(self._folder)
        try:
            self._keys.begin(key, wachtzin)
            self._attempts.create()
            _build(self._database, key, self._known)
        except BaseException:
            self._keys.discard()
            (self._folder / ATTEMPTS).unlink(missing_ok=True)
            raise

    def _claim(self) -> None:
        """The folder for this program alone, until it is closed. Raises KluisBezet."""
        if self._lock is None:
            self._lock = folder_lock.hold(self._folder)
        self._lock.write(self)

    def _unwrap(self, wachtzin: str) -> Unwrapped:
        wait = self._attempts.wait()
        if wait > 0:
            raise WaitFirst(wait)
        lock = self._keys.look()
        self._attempts.begin()
        try:
            found = lock.unwrap(wachtzin)
        except keyslots.PassphraseError:
            raise VerkeerdeWachtzin(self._attempts.wait()) from None
        self._attempts.succeeded()
        return found

    def _enter(self, found: Unwrapped, wachtzin: str) -> None:
        """Open it, and go over to a new key when that was begun, or when others had it open."""
        if found.next is not None:
            self._go_over(found.key, found.next)
            recovery.finished(self._folder)
            return
        if not self._database_is_of(found.key):
            raise KluisTussenSleutels
        self._open(found.key)
        if not recovery.opened_by_others(self._folder):
            self._keys.settle(found.key, wachtzin, found.took)
            recovery.finished(self._folder)
            return
        key = self._keys.begin_next(found.key, wachtzin)
        try:
            self._go_over(found.key, key)
        finally:
            wipe(key)
        recovery.finished(self._folder)

    def _database_is_of(self, key: bytearray) -> bool:
        """Only while a new key is under way may the file be of another: then somebody typed the old words."""
        return keyslots.load(self._folder).next is None or rotation.opens(self._database, key)

    def _go_over(self, old: bytearray, new: bytearray) -> None:
        """From the file under one key to that under another, left open. Any step may be done already."""
        told: Sequence[KluisProblem] = ()
        if not rotation.opens(self._database, new):
            if self._opened is None:
                self._open(old)  # mends what a kill left
            told = self._here().notices()
            self._here().close()
            self._opened = None
            rotation.move(self._folder, old, new)
            recovery.finished(self._folder)  # told with the old file, and not once more with the new one
        else:
            rotation.move(self._folder, old, new)
        self._keys.conclude()
        self._open(new)
        self._here().tell_again(told)

    def _renew(self, found: Unwrapped, wachtzin: str) -> None:
        """Without a keyring only a new key makes every older copy of the slots worthless."""
        self._claim()
        if found.next is not None:
            self._go_over(found.key, found.next)
        key = found.next or found.key
        if self._opened is None:
            self._open(key)
        new = self._keys.begin_next(key, wachtzin)
        try:
            self._go_over(key, new)
        finally:
            wipe(new)

    def _open(self, key: bytearray) -> None:
        self._opened = OpenVault(self._folder, key, self._clock, self._known, self._witness.heard())

    def _here(self) -> OpenVault:
        if self._opened is None:
            raise RuntimeError("the vault is locked")
        return self._opened


class SqlKluis(_Locksmith):
    """The encrypted file in ``map_``. Obeys the port ``Kluis``.

    ``cost`` None measures what the laptop can bear; ``known`` are the migrations; ``keyring`` keeps the
    second secret, None where the passphrase is the only lock; ``running`` gives the seconds since the laptop
    was started, by which wrong tries are counted.
    """

    @property
    def wachtzinnen(self) -> PassphraseChoice:
        """See the port."""
        return self._choice

    def toestand(self) -> KluisToestand:
        """Whether there is a vault, and whether it is open."""
        if self._opened is not None:
            return KluisToestand.OPEN
        return KluisToestand.VERGRENDELD if self._database.exists() else KluisToestand.LEEG

    def maak(self, wachtzin: str) -> None:
        """A new vault, left open. Raises KluisBestaatAl, AlleenLezen, SchijfVol; then nothing was made."""
        if self.toestand() is not KluisToestand.LEEG:
            raise KluisBestaatAl
        _require(wachtzin)
        with translated(self._folder.parent):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = bytearray(os.urandom(KEY_BYTES))
        try:
            with translated(self._folder):
                self._claim()
                self._create(key, wachtzin)
                self._open(key)
        except BaseException:
            self.sluit()
            raise
        finally:
            wipe(key)

    def ontgrendel(self, wachtzin: str) -> None:
        """Open it. Raises VerkeerdeWachtzin, KluisNieuwer, KluisBeschadigd, SleutelsOntbreken, and what is
        the matter with the keyring: that costs no try.

        WaitFirst, a VerkeerdeWachtzin, when it is too soon after wrong tries.
        """
        self.sluit()
        if self.toestand() is KluisToestand.LEEG:
            raise KluisMissing
        with translated(self._folder):
            self._claim()
            try:
                found = self._unwrap(wachtzin)
                try:
                    self._enter(found, wachtzin)
                finally:
                    found.wipe()
            except BaseException:
                self.sluit()
                raise

    def verminderd(self) -> bool:
        """See the port."""
        return self._keys.reduced()

    def wacht_nog(self) -> float:
        """Seconds before the next try is allowed; survives a restart."""
        return self._attempts.wait()

    def wijzig_wachtzin(self, oud: str, nieuw: str) -> None:
        """Re-wrap the key; where no keyring holds half of it the database goes over to a new one.

        Raises VerkeerdeWachtzin, and what is the matter with the keyring; then nothing changed.
        """
        _require(nieuw)
        if self.toestand() is KluisToestand.LEEG:
            raise KluisMissing
        with translated(self._folder):
            was_open, found = self._opened is not None, self._unwrap(oud)
            try:
                if self._keys.alone() or found.next is not None:
                    self._renew(found, nieuw)
                else:
                    self._keys.change(found.key, nieuw)
            finally:
                found.wipe()
                if not was_open:
                    self.sluit()

    def sluit(self) -> None:
        """Close the file, drop the key and give the folder back."""
        opened, self._opened = self._opened, None
        lock, self._lock = self._lock, None
        try:
            if opened is not None:
                with suppress(KluisProblem, dbapi2.Error):
                    opened.force()
                    self._witness.tell(opened.n, now=True)
                opened.close()
        finally:
            if lock is not None:
                lock.written(self)
                lock.let_go()

    def duurzaam(self) -> None:
        """Force what was committed to the disk: one FULL commit after the cheap ones, if there were any."""
        self._here().force()
        self._witness.tell(self._here().n)

    def doe(self, act: Callable[[Work], T]) -> T:
        """Run ``act`` in one write transaction: committed when it returns, rolled back when it raises."""
        return self._here().act(act)

    def lees(self, vraag: Callable[[Caseload], T]) -> T:
        """Run a question in one read transaction; what it shows is in the log before it answers."""
        return self._here().ask(lambda work, looks: vraag(work.watched(looks)))

    def bekijk(self, vraag: Callable[[Stukkenkast], T]) -> T:
        """As ``lees``, about hearings, documents and attachments. Raises GrondGevraagd."""
        return self._here().ask(lambda work, looks: vraag(work.watched_papers(looks)))

    def opgemerkt(self) -> Sequence[KluisProblem]:
        """See the port."""
        return self._here().notices()

    def maak_reserve(self) -> None:
        """See the port."""
        self._here().backup()

    def zet_terug(self, wachtzin: str) -> datetime:
        """See the port."""
        self.sluit()
        with translated(self._folder):
            self._claim()
            try:
                found = self._unwrap(wachtzin)
                key = found.key
                raw = keyslots.derive(key, "db")
                try:
                    mark = f"{self._clock.nu():%Y%m%d-%H%M%S}"
                    of = put_back(self._folder, raw, backups_of(self._folder, key), self._known, mark)
                    self._open(key)
                finally:
                    wipe(raw)
                    found.wipe()
            except BaseException:
                self.sluit()
                raise
        return of


def _require(wachtzin: str) -> None:
    if not wachtzin.strip():
        raise DomainError("wachtzin", "Kies een wachtzin. Zonder wachtzin is je kluis niet op slot.")


def _build(database: Path, key: bytearray, known: Sequence[Step]) -> None:
    raw = keyslots.derive(key, "db")
    try:
        build_file(database, raw, known)
    finally:
        wipe(raw)
