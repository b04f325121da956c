"""The store's side of sync: what waits, what was answered, and the pages of the feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from leerplicht_desktop.casework.ports.brievenbus import (
    Antwoord,
    Feedpagina,
    Geheim,
    Koppeling,
    Laptopsleutel,
    SpiegelRecord,
)
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.store.kluis.codec import from_json, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.kluis.content import FIELD, encoded

from .aside import SqlAside
from .decisions import touched_by
from .mirror import Mirror
from .place import SqlPlaats

_KEPT_ROUNDS = 500


class SqlBrievenbus:
    """Obeys the port ``Brievenbus``. Push settles the outbox, pull keeps the mirror."""

    def __init__(self, push: Access, pull: Access) -> None:
        self._push = push
        self._pull = pull
        self._mirror = Mirror(pull)
        self._aside = SqlAside(pull)
        self._place = SqlPlaats(push, pull)

    @property
    def terzijde(self) -> SqlAside:
        """What could not be read."""
        return self._aside

    def koppeling(self) -> Koppeling | None:
        """How the laptop is tied, or None before enrolment."""
        row = self._push.row(
            "SELECT server, device, incarnation, epoch, pin, gemeente, ambtenaar_id, ambtenaar, "
            "profiel, oefenen, ca_bestand FROM koppeling"
        )
        if row is None:
            return None
        return Koppeling(
            server=row["server"],
            device=row["device"],
            incarnation=row["incarnation"],
            epoch=row["epoch"],
            pin=row["pin"],
            gemeente=row["gemeente"],
            ambtenaar_id=row["ambtenaar_id"],
            ambtenaar=row["ambtenaar"],
            profiel=from_json(row["profiel"]),
            oefenen=bool(row["oefenen"]),
            ca_bestand=row["ca_bestand"],
        )

    def bewaar_koppeling(self, koppeling: Koppeling) -> None:
        """Keep it."""
        self._push.run("DELETE FROM koppeling")
        self._push.run(
            "INSERT INTO koppeling (id, server, token, device, incarnation, epoch, pin, gemeente, "
            "ambtenaar_id, ambtenaar, profiel, oefenen, ca_bestand) "
            "VALUES (1, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                koppeling.server,
                koppeling.device,
                koppeling.incarnation,
                koppeling.epoch,
                koppeling.pin,
                koppeling.gemeente,
                koppeling.ambtenaar_id,
                koppeling.ambtenaar,
                to_json(dict(koppeling.profiel)),
                koppeling.oefenen,
                koppeling.ca_bestand,
            ),
        )

    def laptopsleutel(self) -> Laptopsleutel | None:
        """The key of this laptop and the renewal of its sign-in, or None before the first sign-in."""
        row = self._push.row("SELECT sleutel, vernieuwing, tot FROM laptopsleutel")
        if row is None:
            return None
        until = datetime.fromisoformat(row["tot"]) if row["tot"] else None
        return Laptopsleutel(Geheim(row["sleutel"]), Geheim(row["vernieuwing"]), until)

    def bewaar_laptopsleutel(self, laptopsleutel: Laptopsleutel | None) -> None:
        """Keep it: the renewal before it is spent. None after others had the vault open."""
        if laptopsleutel is None:
            self._push.run("DELETE FROM laptopsleutel")
            return
        until = laptopsleutel.tot.isoformat() if laptopsleutel.tot else ""
        self._push.run(
            "INSERT OR REPLACE INTO laptopsleutel (id, sleutel, vernieuwing, tot) VALUES (1, ?, ?, ?)",
            (str(laptopsleutel.sleutel), str(laptopsleutel.vernieuwing), until),
        )

    def openstaand(self, aantal: int) -> tuple[Verzending, ...]:
        """The oldest operations without a final answer, in the order they were made."""
        rows = self._push.rows(
            "SELECT n, op, entity, id, dossiers, body, after, at, later FROM uitvak "
            "WHERE toestand IN ('new', 'waiting') ORDER BY n LIMIT ?",
            (aantal,),
        )
        return tuple(
            Verzending(
                entity=row["entity"],
                id=row["id"],
                dossiers=texts(row["dossiers"]),
                body=from_json(row["body"]),
                at=needed_moment(row["at"]),
                after=texts(row["after"]),
                op=row["op"],
                n=row["n"],
                later=row["later"],
            )
            for row in rows
        )

    def volledig(self, verzending: Verzending) -> Verzending:
        """The same with its content: the same body at every try, for what is sealed never changes."""
        if not verzending.later:
            return verzending
        content = encoded(self._push, verzending.entity, verzending.id)
        return replace(verzending, body={**verzending.body, FIELD[verzending.entity]: content}, later=0)

    def verwerk(self, antwoorden: Sequence[Antwoord], gezien: str = "") -> Touched:
        """Settle operations. An answer to one that is settled already, or unknown, changes nothing."""
        kinds: set[Soort] = set()
        dossiers: set[str] = set()
        for antwoord in antwoorden:
            changed = self._push.run(
                "UPDATE uitvak SET toestand = ?, rev = ?, seq = ?, reden = ?, ruw = ? "
                "WHERE op = ? AND toestand IN ('new', 'waiting')",
                (
                    antwoord.soort.value,
                    antwoord.rev,
                    antwoord.seq,
                    antwoord.reden,
                    antwoord.ruw,
                    antwoord.op,
                ),
            )
            if changed:
                kinds |= touched_by(self._push, antwoord.op, dossiers)
        if gezien:
            self._place.zie(gezien)
        return Touched(frozenset(kinds), frozenset(dossiers))

    def cursor(self) -> str:
        """Where the feed was read to; empty at the start."""
        return str(self._pull.value("SELECT cursor FROM sync_stand"))

    def pas_toe(self, pagina: Feedpagina) -> Touched:
        """Apply a page and its cursor together; raises ValueError when the cursor moved meanwhile."""
        if self.cursor() != pagina.cursor_voor:
            raise ValueError("the page does not follow what was read before")
        what = self._mirror.apply(pagina.evict, pagina.records)
        self._aside.page(pagina.records, pagina.onleesbaar)
        self._pull.run("UPDATE sync_stand SET cursor = ?", (pagina.cursor_na,))
        if pagina.gezien:
            self._place.zie(pagina.gezien)
        return what

    def revisies(self) -> dict[str, list[tuple[str, int]]]:
        """(id, revision) of every mirror record, per entity: for the digest."""
        return self._mirror.revisions()

    def begin_opnieuw(self, epoch: str) -> Touched:
        """Begin the feed again, offer all the officer ever made again; drafts and conflicts stay."""
        self._mirror.outdate()
        self._pull.run("UPDATE sync_stand SET cursor = '', gezien = ''")
        self._push.run(
            "UPDATE uitvak SET toestand = 'new', rev = 0, seq = 0, reden = '', ruw = '' "
            "WHERE toestand IN ('applied', 'rejected')"
        )
        self._push.run("UPDATE koppeling SET epoch = ?", (epoch,))
        return touched(*Soort)

    def achtergebleven(self) -> tuple[tuple[str, str], ...]:
        """(entity, id) of the records from before ``begin_opnieuw`` that the feed did not give since."""
        return self._mirror.outdated()

    def opzijgelegd(self) -> tuple[SpiegelRecord, ...]:
        """Records that were set aside, for a program that may read them by now."""
        return self._mirror.aside()

    def noteer_ronde(self, begonnen: datetime, verzonden: int, ontvangen: int, uitkomst: str) -> None:
        """Keep a line of history; one that ended ``goed`` is the last time all was exchanged and checked."""
        self._push.run(
            "INSERT INTO sync_ronde (begonnen, verzonden, ontvangen, uitkomst) VALUES (?, ?, ?, ?)",
            (begonnen.isoformat(), verzonden, ontvangen, uitkomst),
        )
        self._push.run(
            "DELETE FROM sync_ronde WHERE nr <= (SELECT max(nr) FROM sync_ronde) - ?", (_KEPT_ROUNDS,)
        )
        if uitkomst == "goed":
            self._push.run("UPDATE kluisstand SET teruggezet = 0 WHERE teruggezet > 0")
            self._push.run(
                "UPDATE sync_stand SET laatst = ?, ontvangen = ?", (begonnen.isoformat(), ontvangen)
            )
