"""What a screen reads leaves a line: reads that say what they are about to show.

The line is committed before the answer leaves the vault, so no screen, also no later one, can forget it.
A record under the Wpg of finished work is not given before somebody said why.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.leeslog import Blik, Daad
from leerplicht_desktop.casework.problems import GrondGevraagd
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, DossierFilter, Pagina, TijdlijnItem
from leerplicht_desktop.casework.queries.stukkenkast import (
    ConceptBriefBeeld,
    ConceptPVBeeld,
    StukBeeld,
    StukRegel,
    VerhoorBeeld,
    ZaakstukItem,
)
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.writing import stukken

from . import kept
from .caseload import SqlCaseload
from .stukkenkast import SqlStukkenkast

if TYPE_CHECKING:  # procedures bring the law along, which the first window does not wait for
    from leerplicht_desktop.domain.procedure.procedure import Procedure

_SHORTEST = 3
"""Letters of a search that is written down; less names nobody."""

T = TypeVar("T")

Ground = Callable[[tuple[str, ...]], str]
Named = Callable[[tuple[str, ...]], bool]


class WatchedCaseload(SqlCaseload):
    """The reads of the screens; ``looks`` gets what they are about to see."""

    def __init__(self, access: Access, klok: Klok, looks: list[Blik], named: Named) -> None:
        super().__init__(access, klok)
        self._looks = looks
        self._named = named

    def tijdlijn(self, dossier: str) -> tuple[TijdlijnItem, ...]:
        """See the port."""
        found = super().tijdlijn(dossier)
        return tuple(kept.told_work(found, self._clock.vandaag(), named=self._named((dossier,))))

    def zoek(self, tekst: str, filter_: DossierFilter, na: tuple[str, str] | None, aantal: int) -> Pagina:
        """See the port."""
        page = super().zoek(tekst, filter_, na, aantal)
        words = " ".join(tekst.split())
        if len(words) >= _SHORTEST and na is None:
            shown = tuple(line.dossier for line in page.regels)
            self._looks.append(Blik(Daad.GEZOCHT, shown, detail=f"{words}: {page.totaal} gevonden"))
        return page

    def dossier(self, dossier: str) -> DossierBeeld | None:
        """See the port."""
        self._looks.append(Blik(Daad.GEOPEND, (dossier,)))
        return super().dossier(dossier)

    def bezoek(self, id_: str) -> Deurbezoek:
        """See the port."""
        found = super().bezoek(id_)
        regime = Regime.AVG if found.opsporing_vanaf is None else Regime.WPG
        since = None if found.is_concept else found.begonnen_op
        self._open(Blik(Daad.GEOPEND, tuple(found.dossiers), regime, f"deurbezoek {id_}"), since)
        return found

    def notitie(self, id_: str) -> Gespreksnotitie:
        """See the port."""
        found = super().notitie(id_)
        self._looks.append(Blik(Daad.GEOPEND, tuple(found.dossiers), detail=f"gespreksnotitie {id_}"))
        return found

    def procedure(self, id_: str) -> Procedure:
        """See the port."""
        found = super().procedure(id_)
        look = Blik(Daad.GEOPEND, tuple(found.dossiers), found.regime, f"procedure {id_}")
        self._open(look, found.vastgelegd_op)
        return found

    def _open(self, look: Blik, since: datetime | None) -> None:
        """Raises GrondGevraagd and Afgeschermd for police data of ``since`` that are old; None is a draft."""
        if look.regime is Regime.WPG:
            self._old(look.dossiers, since)
        self._looks.append(look)

    def _old(self, dossiers: tuple[str, ...], since: datetime | None) -> None:
        if since is not None and kept.demand(since, self._clock.vandaag(), named=self._named(dossiers)):
            raise GrondGevraagd(dossiers)


class WatchedPapers(SqlStukkenkast):
    """As :class:`WatchedCaseload`, about papers. ``ground`` gives the reason that holds, or empty; ``named``
    whether somebody said it himself: what he made a moment ago is no reason to open what is old.
    """

    def __init__(self, access: Access, klok: Klok, looks: list[Blik], ground: Ground, named: Named) -> None:
        super().__init__(access, klok)
        self._looks = looks
        self._ground = ground
        self._named = named
        self._listing = 0

    def stukken(self, dossier: str | None = None) -> tuple[StukRegel, ...]:
        """See the port."""
        named = dossier is not None and self._named((dossier,))
        return kept.listed(super().stukken(dossier), self._clock.vandaag(), named=named)

    def tijdlijn(self, dossier: str) -> tuple[ZaakstukItem, ...]:
        """See the port."""
        found = super().tijdlijn(dossier)
        return tuple(kept.told(found, self._clock.vandaag(), named=self._named((dossier,))))

    def stuk(self, id_: str) -> StukBeeld:
        """See the port. What it is and where it went, not what it says: nobody is asked why."""
        found = super().stuk(id_)
        self._looks.append(Blik(Daad.GEOPEND, tuple(found.stuk.dossiers), found.stuk.regime, f"stuk {id_}"))
        return found

    def pdf(self, stuk: str) -> bytes:
        """See the port. Raises GrondGevraagd."""
        found = stukken.load_stuk(self._db, stuk)
        look = Blik(Daad.VOORVERTOOND, tuple(found.dossiers), found.regime, f"stuk {stuk}")
        self._finished(look, found.verzegeld_op)
        return super().pdf(stuk)

    def concept_pv(self, id_: str) -> ConceptPVBeeld:
        """See the port."""
        found = self._unheard(lambda: SqlStukkenkast.concept_pv(self, id_))
        dossiers = tuple(found.concept.dossiers)
        self._looks.append(Blik(Daad.GEOPEND, dossiers, Regime.WPG, f"concept proces-verbaal {id_}"))
        return found

    def concept_brief(self, id_: str) -> ConceptBriefBeeld:
        """See the port."""
        found = super().concept_brief(id_)
        self._looks.append(Blik(Daad.GEOPEND, tuple(found.concept.dossiers), detail=f"concept brief {id_}"))
        return found

    def verhoren(self, dossier: str) -> tuple[VerhoorBeeld, ...]:
        """See the port."""
        return self._unheard(lambda: SqlStukkenkast.verhoren(self, dossier))

    def verhoor(self, id_: str) -> VerhoorBeeld:
        """See the port. Raises GrondGevraagd for one that is vastgelegd."""
        found = super().verhoor(id_)
        if not self._listing:
            blad = found.blad
            dossiers, detail = blad.dossiers, f"verhoor {id_}"
            if blad.vastgelegd_op is None:
                self._looks.append(Blik(Daad.GEOPEND, dossiers, Regime.WPG, detail))
            else:
                self._finished(Blik(Daad.GEOPEND, dossiers, Regime.WPG, detail), blad.vastgelegd_op)
        return found

    def bijlage_inhoud(self, id_: str) -> bytes:
        """See the port."""
        data = super().bijlage_inhoud(id_)
        self._looks.append(Blik(Daad.GETOOND, tuple(self.bijlage(id_).dossiers), detail=f"bijlage {id_}"))
        return data

    def _unheard(self, read: Callable[[], T]) -> T:
        self._listing += 1
        try:
            return read()
        finally:
            self._listing -= 1

    def _finished(self, look: Blik, since: datetime) -> None:
        if look.regime is Regime.WPG:
            old = kept.demand(since, self._clock.vandaag(), named=self._named(look.dossiers))
            if old or not self._ground(look.dossiers):
                raise GrondGevraagd(look.dossiers)
        self._looks.append(look)
