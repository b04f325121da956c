"""A vault that is open: counted transactions, logged reads, and what its opening noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.ports.herstel import KluisGeopendDoorGemeente
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.leeslog import Blik, Daad
from leerplicht_desktop.casework.problems import (
    KluisProblem,
    KluisVanElders,
    LeeslogKapot,
    SchijfVol,
)

from .kluis import keyslots, recovery, recovery_slot, standing
from .kluis.backups import SMALL, WEEKLY, WHOLE, Backups
from .kluis.connection import Role, Session
from .kluis.faults import not_a_database, translated
from .kluis.file import DATABASE, Opened, open_file
from .kluis.passphrase import wipe
from .kluis.progress import Progress
from .kluis.schema import Step
from .work import WatchedWork

T = TypeVar("T")


class OpenVault:
    """One session with the file in ``folder``. Made, used and closed on one thread."""

    def __init__(
        self, folder: Path, key: bytearray, clock: Klok, known: Sequence[Step], shown: int = 0
    ) -> None:
        """``shown`` is how far the keyring heard that the vault was.

        Raises KluisBeschadigd and its kinds, KluisNieuwer, and what SQLite and the system raise.
        """
        self._folder = folder
        self._clock = clock
        self._shown = shown
        self._key = bytearray(key)
        database = folder / DATABASE
        raw, seal = keyslots.derive(key, "db"), keyslots.derive(key, "stand")
        self._backups = backups_of(folder, key)
        try:
            opened = self._open(database, raw, seal, known)
            self.session = Session(opened.connection)
            try:
                self._begin(opened, database, raw, seal)
            except BaseException:
                self.session.close()
                raise
        finally:
            wipe(raw)
            wipe(seal)
        self._forced = self.session.changes

    def _open(self, database: Path, raw: bytearray, seal: bytearray, known: Sequence[Step]) -> Opened:
        try:
            return open_file(database, raw, known, f"{self._clock.nu():%Y%m%d-%H%M%S}")
        except dbapi2.DatabaseError as fault:
            beside = standing.read(self._folder / standing.FILE, seal)
            if not_a_database(fault) and beside and standing.of_another(beside, database):
                raise KluisVanElders from None
            raise

    def _begin(self, opened: Opened, database: Path, raw: bytearray, seal: bytearray) -> None:
        self._progress = Progress(self.session, database, seal, self._clock.nu)
        self.session.control("BEGIN IMMEDIATE")
        self._noticed = self._progress.notice(opened, raw, self._shown)
        self.session.control("COMMIT")
        self.work = WatchedWork(self.session, self._clock)
        wrong = self.work.leeslog.first_wrong(self._progress.known_head)
        if wrong is not None:
            self._noticed.append(LeeslogKapot(wrong))
        self._tell_of_recovery()
        self._seal()

    def _tell_of_recovery(self) -> None:
        """After recovery: a line in the log, a word to the officer, and another key to prove this laptop."""
        if recovery.opened_by_others(self._folder):
            line = Blik(Daad.HERSTEL, (), detail="geopend door de gemeente, met twee bewaarders")

            def told() -> None:
                self.work.leeslog.write([line])
                self.work.brievenbus.bewaar_laptopsleutel(None)

            self.written(told)
            self._noticed.append(KluisGeopendDoorGemeente())

    def _seal(self) -> None:
        """Slot R for the custodians that the municipality named, when it is not so yet.

        A full disk leaves the slots of before; the next opening tries again.
        """
        self.work.bewaarders.changed = False
        koppeling, custodians = self.work.brievenbus.koppeling(), self.work.bewaarders.alle()
        if koppeling is None or not custodians:
            return
        made = recovery_slot.sealed(keyslots.load(self._folder), self._key, koppeling, custodians)
        if made is not None:
            with suppress(OSError):
                keyslots.save(self._folder, made)

    @property
    def n(self) -> int:
        """How far the vault is: transactions that wrote, since it was made."""
        return self._progress.n

    def notices(self) -> Sequence[KluisProblem]:
        """What the opening noticed; told once."""
        noticed, self._noticed = self._noticed, []
        return noticed

    def tell_again(self, told: Sequence[KluisProblem]) -> None:
        """What an opening just before this one noticed."""
        self._noticed = [*told, *self._noticed]

    def act(self, act: Callable[[Work], T]) -> T:
        """One write transaction: committed when ``act`` returns, rolled back when it raises."""

        def logged() -> T:
            answer = act(self.work)
            self.work.leeslog.work()
            return answer

        answer = self.written(logged)
        self.work.leeslog.kept()
        if self.work.bewaarders.changed:
            self._seal()
        return answer

    def written(self, act: Callable[[], T]) -> T:
        """One write transaction, counted when it wrote anything."""
        session, progress = self.session, self._progress
        with translated(self._folder):
            session.control("BEGIN IMMEDIATE")
            try:
                before = session.changes
                answer = act()
                wrote = session.changes != before
                if wrote:
                    progress.count()
                session.control("COMMIT")
            except BaseException:
                _rollback(session)
                raise
            if wrote:
                progress.committed()
        return answer

    def ask(self, ask: Callable[[WatchedWork, list[Blik]], T]) -> T:
        """One read transaction; what it is about to show is committed to the log before the answer leaves."""
        log, looks = self.work.leeslog, list[Blik]()
        with translated(self._folder):
            self.session.control("BEGIN")
            try:
                answer = ask(self.work, looks)
            finally:
                _rollback(self.session)
        fresh = log.fresh(looks)
        if fresh:
            try:
                self.written(lambda: log.write(fresh))
            except SchijfVol:
                log.later(fresh)  # a full disk must not blind who stands at a door
        return answer

    def force(self) -> None:
        """One FULL commit after the cheap ones, if there were any, and the record beside the vault."""
        if self.session.changes == self._forced:
            return
        with translated(self._folder):
            self.session.control("PRAGMA synchronous = FULL")
            try:
                self.session.access(Role.UPKEEP).run("UPDATE kanarie SET slag = slag + 1")
            finally:
                self.session.control("PRAGMA synchronous = NORMAL")
        self._progress.force()
        self._forced = self.session.changes

    def backup(self) -> None:
        """A small copy when something changed, a whole one when due, and away with what is too old.

        Raises ReservekopieMislukt, SchijfVol; the small copy was made all the same where there was room.
        """
        self.force()
        now, n = self._clock.nu(), self._progress.n
        connection = self.session.lend()
        rows = connection.execute("SELECT DISTINCT dossier FROM spiegel_dossier").fetchall()
        present = frozenset(str(row[0]) for row in rows)
        with translated(self._folder):
            small = self._backups.all(SMALL)
            if not small or small[0].n != n:
                self._backups.make(connection, SMALL, n, now)
            whole = self._backups.all(WHOLE)
            if not whole or now - whole[0].moment >= WEEKLY or self._backups.holds_evicted(present):
                self._backups.make(connection, WHOLE, n, now)
            self._backups.thin(now, present)

    def close(self) -> None:
        """Close the file; SQLite folds its log in."""
        wipe(self._key)
        try:
            self.session.close()
        finally:
            self._progress.close()


def backups_of(folder: Path, key: bytearray) -> Backups:
    """The backups beside a vault; ``key`` is its data key."""
    backup_key = keyslots.derive(key, "reserve")
    try:
        return Backups(folder, backup_key, keyslots.load(folder).vault)
    finally:
        wipe(backup_key)


def _rollback(session: Session) -> None:
    if session.in_transaction:
        session.control("ROLLBACK")
