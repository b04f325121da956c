"""Reads for the screens."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.queries.achtergebleven import Achterblijver
from leerplicht_desktop.casework.queries.caseload import (
    DossierBeeld,
    DossierFilter,
    DossierRegel,
    Pagina,
    SyncBeeld,
    SyncRonde,
    TaakRegel,
    TijdlijnItem,
    UitvakRegel,
    Werkplek,
)
from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld, Keuzedossier
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.pulled import pulled_bezoek, pulled_notitie
from leerplicht_desktop.store.writing import bezoeken, notities

from . import dossier_view, left, search, sync_view, taken_list, tijdlijn, told
from .finding import Finder
from .procedures import ProcedureReads


class ListReads(ProcedureReads):
    """Obeys the port ``Lijstlezing``, a part of ``Caseload``."""

    def __init__(self, access: Access, klok: Klok) -> None:
        super().__init__(access)
        self._clock = klok
        self._finder = access.kept(Finder)  # its words are gathered once, not at every key

    def zoek(self, tekst: str, filter_: DossierFilter, na: tuple[str, str] | None, aantal: int) -> Pagina:
        """A page of the list, or of the hits of what was typed, the best first."""
        asked = search.Asked(tekst, filter_, self._clock.vandaag())
        return search.page(self._db, self._finder, asked, na, aantal)

    def in_lijst(self, dossier: str, tekst: str, filter_: DossierFilter) -> bool:
        """Whether the list of this question holds a dossier, on whatever page."""
        asked = search.Asked(tekst, filter_, self._clock.vandaag())
        return search.holds(self._db, self._finder, asked, dossier)

    def tellingen(self, vandaag: date) -> dict[DossierFilter, int]:
        """How many dossiers each filter holds."""
        return search.counts(self._db, vandaag)


class ToldReads(ListReads):
    """Obeys the port ``Deelveldlezing``, a part of ``Caseload``."""

    def deelvelden(self, dossier: str) -> tuple[Deelveldbeeld, ...]:
        """All shared fields of a dossier, own work on its way included; none when it left."""
        return told.fields(self._db, dossier)

    def keuzes(self) -> tuple[Keuzedossier, ...]:
        """The dossiers in which the office and the officer wrote the same field, the oldest choice first."""
        return told.choices(self._db)


class LeftReads(ToldReads):
    """Obeys the port ``Achterblijverlezing``, a part of ``Caseload``."""

    def nog_van_jou(self) -> tuple[Achterblijver, ...]:
        """Open concepts of dossiers that left, the oldest first."""
        return left.concepts(self._db)


class SqlCaseload(LeftReads):
    """Obeys the port ``Caseload``."""

    def taken_nu(self, vandaag: date) -> int:
        """How many open tasks are due today or earlier, each once however many dossiers it is about."""
        due = "SELECT count(DISTINCT id) FROM open_taak WHERE uiterlijk <= ?"
        return int(self._db.value(due, (vandaag.isoformat(),)))

    def dossier(self, dossier: str) -> DossierBeeld | None:
        """The picture of one dossier; None when it left the caseload."""
        return dossier_view.picture(self._db, dossier, self._clock.vandaag())

    def gezin(self, dossier: str) -> tuple[DossierRegel, ...]:
        """Dossiers of the caseload at the same address, this one first."""
        return search.household(self._db, dossier)

    def tijdlijn(self, dossier: str) -> tuple[TijdlijnItem, ...]:
        """What happened, newest first."""
        return tijdlijn.items(self._db, dossier)

    def taken(self, dossier: str | None, open_: bool) -> tuple[TaakRegel, ...]:
        """Tasks of one dossier or of all: the open ones, or those that ended; the most urgent first."""
        return taken_list.lines(self._db, dossier, open_)

    def bezoek(self, id_: str) -> Deurbezoek:
        """A visit of this laptop, or one that was pulled; raises KeyError when unknown."""
        found = bezoeken.load(self._db, id_) or pulled_bezoek(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def notitie(self, id_: str) -> Gespreksnotitie:
        """A note of this laptop, or one that was pulled; raises KeyError when unknown."""
        found = notities.load(self._db, id_) or pulled_notitie(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def uitvak(self, aantal: int) -> tuple[UitvakRegel, ...]:
        """What was refused, what waits, and the last things that were sent."""
        return sync_view.outbox(self._db, aantal)

    def sync(self) -> SyncBeeld:
        """The state in words and numbers."""
        return sync_view.state(self._db)

    def rondes(self, aantal: int) -> tuple[SyncRonde, ...]:
        """The last rounds, newest first."""
        return sync_view.rounds(self._db, aantal)

    def instelling(self, naam: str) -> str | None:
        """A setting that lives in the vault."""
        found = self._db.value("SELECT waarde FROM instelling WHERE naam = ?", (naam,))
        return None if found is None else str(found)

    def snelle_zinnen(self) -> tuple[str, ...]:
        """The officer's own quick phrases, in order."""
        return tuple(row["tekst"] for row in self._db.rows("SELECT tekst FROM snelle_zin ORDER BY plaats"))

    def werkplek(self) -> Werkplek:
        """Where the officer was."""
        row = self._db.row("SELECT scherm, ding, veld, cursor, zoektekst FROM werkplek")
        if row is None:
            return Werkplek("vandaag")
        return Werkplek(row["scherm"], row["ding"], row["veld"], row["cursor"], row["zoektekst"])
