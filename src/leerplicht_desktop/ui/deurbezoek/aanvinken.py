"""Ticks with their time, and what happens at a closed door: each kept the moment it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from leerplicht_desktop.casework.bezoek.bijhouden import (
    begintijd_verbeteren,
    binnen_melden,
    niet_thuis_noteren,
    vinkje_weghalen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis, SoortVinkje
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.formulier.datuminvoer import lees_tijd
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import Gezien, Omgeving, gezien_wisselen
from .opname import Opname

Mis = Callable[[DomainError], None]


class Aanvinken:
    """Acts of the officer at the door."""

    def __init__(self, opname: Opname, omgeving: Omgeving, klok: Klok, mis: Mis) -> None:
        self._opname = opname
        self._omgeving = omgeving
        self._klok = klok
        self._mis = mis

    def zet(self, soort: SoortVinkje, *, aan: bool) -> None:
        """Tick with the time of now, or take the tick away."""
        bezoek = self._opname.bezoek.id
        if not aan:
            self._opname.doe(soort.value, lambda work: vinkje_weghalen(work, bezoek, soort), self._mis)
            return
        nu, wie = self._klok.nu(), self._vanzelf(soort)
        self._opname.doe(soort.value, lambda work: vinkje_zetten(work, bezoek, soort, nu, wie), self._mis)

    def verbeter_tijd(self, soort: SoortVinkje, tekst: str) -> None:
        """Another time, as typed, on the day of the visit."""
        bezoek, oud = self._opname.bezoek, self._opname.bezoek.vinkje(soort)
        if oud is None:
            return
        try:
            moment = _op_dag(bezoek.begonnen_op, lees_tijd(tekst, soort.value))
        except DomainError as fout:
            self._mis(fout)
            return
        wie = oud.wie
        self._opname.doe(
            soort.value, lambda work: vinkje_zetten(work, bezoek.id, soort, moment, wie), self._mis
        )

    def wie(self, soort: SoortVinkje, wie: str) -> None:
        """Who gave consent, or who was told."""
        bezoek, oud = self._opname.bezoek.id, self._opname.bezoek.vinkje(soort)
        if oud is not None and oud.wie != wie:
            tijd = oud.tijd
            self._opname.doe(
                soort.value, lambda work: vinkje_zetten(work, bezoek, soort, tijd, wie), self._mis
            )

    def binnen(self, *, was: bool) -> None:
        """Whether the officer went in."""
        bezoek = self._opname.bezoek.id
        self._opname.doe("binnen", lambda work: binnen_melden(work, bezoek, was), self._mis)

    def _vanzelf(self, soort: SoortVinkje) -> str:
        """Whose name goes with a tick without asking: the only jongere of the visit."""
        dossiers = self._opname.bezoek.dossiers
        alleen = soort is SoortVinkje.JONGERE_GEZIEN and len(dossiers) == 1
        return self._omgeving.naam(dossiers[0]) if alleen else ""


class DichteDeur:
    """What is seen and left at a closed door, and when the bell rang."""

    def __init__(self, opname: Opname, klok: Klok, mis: Mis) -> None:
        self._opname = opname
        self._klok = klok
        self._mis = mis

    def gezien(self, wat: Gezien) -> None:
        """Choose or take away one thing that is seen."""
        self._noteer(lambda nu: replace(nu, gezien=gezien_wisselen(nu.gezien, wat)))

    def achtergelaten(self, wat: Achtergelaten) -> None:
        """What stays behind; only a card has a number."""
        kaart = wat is Achtergelaten.KAART
        self._noteer(lambda nu: replace(nu, achtergelaten=wat, kaartnummer=nu.kaartnummer if kaart else ""))

    def kaartnummer(self, nummer: str) -> None:
        """The number that is printed on the card."""
        self._noteer(lambda nu: replace(nu, kaartnummer=nummer.strip()))

    def begintijd(self, dag: date, tijd: time) -> None:
        """When the bell really rang."""
        bezoek = self._opname.bezoek
        moment = _samen(dag, tijd)
        self._opname.doe(
            "begonnen_op", lambda work: begintijd_verbeteren(work, self._klok, bezoek.id, moment), self._mis
        )

    def _noteer(self, wijzig: Callable[[NietThuis], NietThuis]) -> None:
        """Two taps may follow each other faster than an answer comes back, so each builds on what is kept."""
        bezoek = self._opname.bezoek.id

        self._opname.doe("niet_thuis", lambda work: niet_thuis_noteren(work, bezoek, wijzig), self._mis)


def _samen(dag: date, tijd: time) -> datetime:
    """A day and a time on the clock at the door, with its zone."""
    return nederlands(dag, tijd)


def _op_dag(begonnen: datetime, tijd: time) -> datetime:
    """That time on the day of the visit; shortly after midnight belongs to a visit of the late evening."""
    begin = plaatselijk(begonnen)
    moment = _samen(begin.date(), tijd)
    na_middernacht = begin.hour >= 22 and tijd.hour < 3
    return moment + timedelta(days=1) if na_middernacht else moment
