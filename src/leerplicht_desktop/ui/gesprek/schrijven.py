"""The note that is written: every key kept at once, days and times understood as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gesprekstekst_schrijven,
    nieuwe_afspraak,
)
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak, Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum, lees_tijd
from leerplicht_desktop.ui.scherm.woorden import plaatselijk


class Schrijven:
    """``notitie`` is the truth for the screen; ``fouten`` holds what could not be understood, per field."""

    def __init__(
        self, notitie: Gespreksnotitie, bewaarder: Bewaarder, klok: Klok, toon: Callable[[], None]
    ) -> None:
        self.notitie = notitie
        self.fouten: dict[str, str] = {}
        self.aangeraakt = False
        self._bewaarder = bewaarder
        self._klok = klok
        self._toon = toon

    def met_wie(self, tekst: str) -> None:
        """With whom: every key."""
        self._bewaar("met_wie", replace(self.notitie, met_wie=tekst))

    def hoe(self, vorm: Gespreksvorm) -> None:
        """How the talk was held."""
        self._bewaar("hoe", replace(self.notitie, hoe=vorm))

    def jongeren(self, dossiers: tuple[str, ...]) -> None:
        """About whom; at least one stays."""
        if not dossiers:
            self.fouten["dossiers"] = "Een gesprek gaat over minstens één leerling."
            self._toon()
            return
        self._bewaar("dossiers", replace(self.notitie, dossiers=dossiers))

    def tekst(self, tekst: str) -> None:
        """The text: every key, one statement."""
        if tekst == self.notitie.tekst:
            return
        self.aangeraakt = True
        self.notitie = replace(self.notitie, tekst=tekst)
        self._los("tekst")
        id_ = self.notitie.id
        self._bewaarder.bewaar("tekst", lambda work: gesprekstekst_schrijven(work, id_, tekst))

    def reden(self, tekst: str) -> None:
        """Why it is corrected: every key."""
        self._bewaar("reden_correctie", replace(self.notitie, reden_correctie=tekst))

    def dag(self, tekst: str) -> None:
        """The day of the talk, as typed."""
        moment = plaatselijk(self.notitie.gesproken_op)
        self._met_moment("datum", lambda: (self._lees_dag(tekst), moment.time()))

    def tijd(self, tekst: str) -> None:
        """The time of the talk, as typed."""
        moment = plaatselijk(self.notitie.gesproken_op)
        self._met_moment("tijd", lambda: (moment.date(), lees_tijd(tekst, "tijd")))

    def voeg_afspraak_toe(self) -> str:
        """An empty agreement; its id."""
        afspraak = nieuwe_afspraak(self._klok)
        self._bewaar("afspraken", replace(self.notitie, afspraken=(*self.notitie.afspraken, afspraak)))
        self._toon()
        return afspraak.id

    def wat(self, id_: str, tekst: str) -> None:
        """What was agreed: every key."""
        self._vervang(id_, "wat", lambda oud: replace(oud, wat=tekst))

    def wie(self, id_: str, tekst: str) -> None:
        """Who does it: every key."""
        self._vervang(id_, "wie", lambda oud: replace(oud, wie=tekst))

    def uiterlijk(self, id_: str, tekst: str) -> None:
        """By when, as typed; empty takes the day away."""
        veld = f"afspraak.{id_}.uiterlijk"
        try:
            dag = lees_datum(tekst, self._klok.vandaag(), vooruit=True) if tekst.strip() else None
        except DomainError as fout:
            self.fouten[veld] = fout.bericht
        else:
            self._vervang(id_, "uiterlijk", lambda oud: replace(oud, uiterlijk=dag))
        self._toon()

    def verwijder_afspraak(self, id_: str) -> Callable[[], None]:
        """Take an agreement away; calling what comes back puts it where it was."""
        eerder = self.notitie.afspraken
        self._bewaar(
            "afspraken",
            replace(self.notitie, afspraken=tuple(deel for deel in eerder if deel.id != id_)),
        )
        self.fouten = {
            veld: zin for veld, zin in self.fouten.items() if not veld.startswith(f"afspraak.{id_}")
        }
        self._toon()
        return lambda: self._zet_terug(eerder)

    def _zet_terug(self, afspraken: tuple[Afspraak, ...]) -> None:
        bekend = {afspraak.id: afspraak for afspraak in self.notitie.afspraken}
        terug = tuple(bekend.pop(afspraak.id, afspraak) for afspraak in afspraken)
        self._bewaar("afspraken", replace(self.notitie, afspraken=(*terug, *bekend.values())))
        self._toon()

    def _vervang(self, id_: str, deel: str, wijzig: Callable[[Afspraak], Afspraak]) -> None:
        nieuw = tuple(wijzig(oud) if oud.id == id_ else oud for oud in self.notitie.afspraken)
        self._bewaar(f"afspraak.{id_}.{deel}", replace(self.notitie, afspraken=nieuw))

    def _lees_dag(self, tekst: str) -> date:
        dag = lees_datum(tekst, self._klok.vandaag(), veld="datum")
        if dag > self._klok.vandaag():
            raise DomainError("datum", "Die dag moet nog komen. Vul de dag van het gesprek in.")
        return dag

    def _met_moment(self, veld: str, lees: Callable[[], tuple[date, time]]) -> None:
        try:
            moment = nederlands(*lees())
        except DomainError as fout:
            self.fouten[veld] = fout.bericht
        else:
            self._bewaar(veld, replace(self.notitie, gesproken_op=moment))
        self._toon()

    def _bewaar(self, veld: str, nieuw: Gespreksnotitie) -> None:
        self._los(veld)
        if nieuw == self.notitie:
            return
        self.aangeraakt = True
        self.notitie = nieuw
        self._bewaarder.bewaar("notitie", lambda work: gespreksnotitie_bijhouden(work, nieuw))

    def _los(self, veld: str) -> None:
        """What was wrong with a field is forgotten as soon as it changes."""
        if self.fouten.pop(veld, ""):
            self._toon()
