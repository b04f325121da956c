"""The hearing that is written: every choice, time and key kept at once, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from leerplicht_desktop.casework.concepten import Verhoorblad, Verhoorzin
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.verhoor.bijhouden import (
    verhoor_bijhouden,
    zin_schrijven,
    zin_toevoegen,
    zin_wijzigen,
    zin_wissen,
)
from leerplicht_desktop.casework.verhoor.starten import eis_oud_genoeg
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand, Tolk, Verhoor
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum, lees_tijd
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

_LANGST = timedelta(hours=12)
"""No hearing lasts longer: a time that would make it so was typed wrong."""


class Schrijven:
    """``blad`` is the truth for the screen; ``fouten`` holds what could not be kept, per field."""

    def __init__(
        self, blad: Verhoorblad, bewaarder: Bewaarder, klok: Klok, toon: Callable[[str], None]
    ) -> None:
        self.blad = blad
        self.fouten: dict[str, str] = {}
        self.streng = False
        self.aangeraakt = False
        self._bewaarder = bewaarder
        self._klok = klok
        self._toon = toon

    def zet(self, veld: str, **waarden: Any) -> None:
        """Change fields of the hearing. What is refused goes back, with the reason beside ``veld``."""
        oud = self.blad.verhoor
        self.fouten.pop(veld, None)
        try:
            nieuw = replace(oud, **waarden)
            # Before it is shown: the age on a day before the birth cannot be told.
            eis_oud_genoeg(nieuw, self.blad.verdachte)
        except DomainError as fout:
            self.fouten[veld] = fout.bericht
            self._toon("")
            return
        if nieuw != oud:
            self.aangeraakt = True
            self.blad = replace(self.blad, verhoor=nieuw)
            self._bewaarder.bewaar(
                "verhoor",
                lambda work: verhoor_bijhouden(work, self._klok, nieuw),
                None,
                lambda fout: self._terug(veld, oud, tuple(waarden), fout),
            )
        self._toon("")

    def dag(self, veld: str, tekst: str) -> None:
        """A day as typed; empty takes it away where it may be empty."""
        if not tekst.strip() and veld != "pleegdatum":
            self.zet(veld, **{veld: None})
            return
        try:
            dag = lees_datum(tekst, self._klok.vandaag(), veld=veld)
        except DomainError as fout:
            self._fout(veld, fout.bericht)
            return
        if dag > self._klok.vandaag():
            self._fout(veld, "Die dag moet nog komen. Verbeter de datum.")
            return
        self.zet(veld, **{veld: dag})

    def nu(self, veld: str, *, aan: bool) -> None:
        """It happened now; or, unticked, it did not."""
        self.zet(veld, **{veld: self._klok.nu() if aan else None})

    def tijd(self, veld: str, tekst: str) -> None:
        """A time as typed: of the day of the hearing, or of the night when it runs over midnight."""
        begin = plaatselijk(self.blad.verhoor.begin)
        try:
            tijd = lees_tijd(tekst, veld)
        except DomainError as fout:
            self._fout(veld, fout.bericht)
            return
        moment = self._moment(tijd, None if veld == "begin" else begin)
        huidig = getattr(self.blad.verhoor, veld)
        if huidig is not None and plaatselijk(huidig).replace(second=0, microsecond=0) == moment:
            return
        if veld != "begin" and moment == begin.replace(second=0, microsecond=0):
            moment = self.blad.verhoor.begin
        self.zet(veld, **{veld: moment})

    def _moment(self, tijd: time, na: datetime | None) -> datetime:
        """The day that goes with a time. ``na`` is the beginning; without it the beginning itself is asked.

        A time before the beginning is of the next day when the hearing can have lasted that long, and a
        beginning that has yet to come today was yesterday evening; anything else is left to be refused.
        """
        nu = plaatselijk(self._klok.nu())
        begin = plaatselijk(self.blad.verhoor.begin)
        moment = nederlands(begin.date(), tijd)
        if na is None:
            gisteren = nederlands(begin.date() - timedelta(days=1), tijd)
            return gisteren if moment > nu and nu - gisteren <= _LANGST else moment
        morgen = nederlands(begin.date() + timedelta(days=1), tijd)
        over = moment < na.replace(second=0, microsecond=0) and morgen <= nu and morgen - na <= _LANGST
        return morgen if over else moment

    def bijstand(self, keuze: Bijstand) -> None:
        """What the suspect wants with a lawyer; coming back on a waiver takes it away (Sv 28a)."""
        afstand = (self.blad.verhoor.afstand or Afstand("")) if keuze is Bijstand.AFSTAND else None
        self.zet("bijstand", bijstand=keuze, afstand=afstand)

    def afstand(self, **deel: Any) -> None:
        """A part of the waiver: the answer, or what was explained."""
        self.zet("afstand", afstand=replace(self.blad.verhoor.afstand or Afstand(""), **deel))

    def tolk(self, **deel: str) -> None:
        """Name or language of the interpreter; both empty means there was none."""
        tolk = replace(self.blad.verhoor.tolk or Tolk("", ""), **deel)
        self.zet("tolk", tolk=tolk if tolk.naam or tolk.taal else None)

    def oproep(self, dag: date | None) -> None:
        """The letter that told of the rights, by the day it was sent."""
        self.zet("rechten_in_oproep_van", rechten_in_oproep_van=dag)

    def zin_erbij(self, *, antwoord: bool) -> None:
        """A new line with the time of now. Before the cautie an answer is refused (R16)."""
        id_ = self.blad.id
        self._bewaarder.bewaar(
            "zin",
            lambda work: zin_toevoegen(work, self._klok, id_, antwoord=antwoord),
            self._erbij,
            lambda fout: self._fout(fout.veld, fout.bericht),
        )

    def zin_tekst(self, id_: str, tekst: str) -> None:
        """The text of a line: every key, one statement."""
        self._vervang(id_, lambda zin: replace(zin, tekst=tekst))
        self._bewaarder.bewaar(f"zin.{id_}", lambda work: zin_schrijven(work, id_, tekst))
        self._toon("")

    def zin_weg(self, id_: str) -> Callable[[], None]:
        """Take a line away; calling what comes back puts it where it was."""
        weg = next(zin for zin in self.blad.zinnen if zin.id == id_)
        self._zinnen(tuple(zin for zin in self.blad.zinnen if zin.id != id_))
        self._bewaarder.bewaar(f"zin.{id_}", lambda work: zin_wissen(work, id_))
        self._toon("")
        return lambda: self._zin_terug(weg)

    def _zin_terug(self, zin: Verhoorzin) -> None:
        verhoor = self.blad.id

        def act(work: Any) -> None:
            zin_wijzigen(work, verhoor, zin)
            zin_schrijven(work, zin.id, zin.tekst)

        self._zinnen(tuple(sorted((*self.blad.zinnen, zin), key=lambda een: (een.moment, een.id))))
        self._bewaarder.bewaar(f"zin.{zin.id}", act)
        self._toon(zin.id)

    def _erbij(self, zin: Verhoorzin) -> None:
        self._zinnen((*self.blad.zinnen, zin))
        self._toon(zin.id)

    def _vervang(self, id_: str, wijzig: Callable[[Verhoorzin], Verhoorzin]) -> None:
        self._zinnen(tuple(wijzig(zin) if zin.id == id_ else zin for zin in self.blad.zinnen))

    def _zinnen(self, zinnen: tuple[Verhoorzin, ...]) -> None:
        self.aangeraakt = True
        self.blad = replace(self.blad, zinnen=zinnen)

    def _terug(self, veld: str, oud: Verhoor, namen: tuple[str, ...], fout: DomainError) -> None:
        waarden: dict[str, Any] = {naam: getattr(oud, naam) for naam in namen}
        self.blad = replace(self.blad, verhoor=replace(self.blad.verhoor, **waarden))
        # A jongere who was too young is refused at the field that made him so (R05).
        self._fout(veld if fout.veld == "verdachte" else fout.veld, fout.bericht)

    def _fout(self, veld: str, bericht: str) -> None:
        self.fouten[veld] = bericht
        self._toon("")
