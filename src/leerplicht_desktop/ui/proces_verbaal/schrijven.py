"""The concept that is written: every key kept at once; what is made from it is checked at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from leerplicht_desktop.casework.concepten import Conceptzin, proces_verbaal_van
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.proces_verbaal.bijhouden import (
    lees_tekst,
    proces_verbaal_bijhouden,
    pv_tekst_schrijven,
)
from leerplicht_desktop.casework.proces_verbaal.zinnen import pv_zin_moment, pv_zin_schrijven
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.compleet import punten
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum, lees_tijd

from .model import PVVorm


class Schrijven:
    """``beeld`` is the truth for the screen; ``fouten`` holds what could not be understood, per field."""

    def __init__(
        self, beeld: ConceptPVBeeld, bewaarder: Bewaarder, klok: Klok, toon: Callable[[], None]
    ) -> None:
        self.beeld = beeld
        self.fouten: dict[str, str] = {}
        self.nieuw = 0
        self.geheim = False
        self.aangeraakt = False
        self.beurt = 0
        """Counts what was changed here: what was read before the last change is older than the screen."""
        self._bewaarder = bewaarder
        self._klok = klok
        self._toon = toon

    @property
    def vorm(self) -> PVVorm:
        """The concept as it stands, with the points that are open now."""
        pv = proces_verbaal_van(self.beeld.concept, self.beeld.verhoren, self.beeld.bijlagen)
        return PVVorm(
            self.beeld, pv, punten(pv, self.beeld.feiten), dict(self.fouten), self.nieuw, self.geheim
        )

    def vernieuw(self, beeld: ConceptPVBeeld, nieuw: int) -> None:
        """Read again after an act; what could not be understood stays."""
        self.beeld, self.nieuw = beeld, nieuw
        self._toon()

    def fout(self, veld: str, bericht: str) -> None:
        """Say what could not be understood or done, beside its field."""
        self.fouten[veld] = bericht
        self._toon()

    def tekst(self, veld: str, tekst: str) -> None:
        """A text: every key, one statement."""
        concept = self.beeld.concept
        if lees_tekst(concept.pv, veld) == tekst:
            return
        deel, _, naam = veld.partition(".")
        pv = concept.pv
        if naam:
            # One of the parts school or persoon, whose texts have a keystroke path of their own.
            waarden: dict[str, Any] = {deel: replace(getattr(pv, deel), **{naam: tekst})}
        else:
            waarden = {deel: tekst}
        self._pv(replace(pv, **waarden))
        self._bewaarder.bewaar(veld, lambda work: pv_tekst_schrijven(work, concept.id, veld, tekst))
        self._toon()

    def verdachte(self, **waarden: Any) -> None:
        """Something of the suspect."""
        self._houd_bij(replace(self._huidig, verdachte=replace(self._huidig.verdachte, **waarden)))

    def verdacht_vanaf(self, tekst: str) -> None:
        """Since when he was suspect, as typed."""
        veld = "verdachte.verdacht_vanaf"
        was_mis = self.fouten.pop(veld, None)
        try:
            dag = lees_datum(tekst, self._klok.vandaag()) if tekst.strip() else None
            if dag is not None and dag > self._klok.vandaag():
                raise DomainError(veld, "Die dag moet nog komen.")
        except DomainError as fout:
            self.fout(veld, fout.bericht)
            return
        if was_mis or dag != self._huidig.verdachte.verdacht_vanaf:
            self.verdachte(verdacht_vanaf=dag)

    def verbalisant(self, **waarden: Any) -> None:
        """Something of the officer, for this proces-verbaal."""
        self._houd_bij(replace(self._huidig, verbalisant=replace(self._huidig.verbalisant, **waarden)))

    def datum(self, tekst: str) -> None:
        """The day of closing, as typed."""
        self.fouten.pop("datum", None)
        try:
            dag = lees_datum(tekst, self._klok.vandaag()) if tekst.strip() else None
            if dag is not None and dag > self._klok.vandaag():
                raise DomainError(
                    "datum", "Die dag moet nog komen. Je sluit het op de dag waarop je verzegelt."
                )
        except DomainError as fout:
            self.fouten["datum"] = fout.bericht
            self._toon()
            return
        self._houd_bij(replace(self._huidig, datum=dag))

    def zin_tekst(self, id_: str, tekst: str) -> None:
        """The text of a sentence of the chronology: every key."""
        self._vervang(id_, lambda zin: replace(zin, bevinding=replace(zin.bevinding, tekst=tekst)))
        concept = self.beeld.concept.id
        self._bewaarder.bewaar(f"zin.{id_}.tekst", lambda work: pv_zin_schrijven(work, concept, id_, tekst))
        self._toon()

    def zin_moment(self, id_: str, dag: str, tijd: str) -> None:
        """When it was, as typed."""
        veld = f"zin.{id_}"
        self.fouten.pop(veld, None)
        try:
            moment = nederlands(lees_datum(dag, self._klok.vandaag()), lees_tijd(tijd))
            if moment > self._klok.nu():
                raise DomainError(veld, "Die tijd moet nog komen. Vul in wanneer het gebeurde.")
        except DomainError as fout:
            self.fouten[veld] = fout.bericht
            self._toon()
            return
        oud = next(zin for zin in self.beeld.concept.zinnen if zin.id == id_).bevinding.moment
        if in_nederland(oud).replace(second=0, microsecond=0) == moment:
            self._toon()
            return
        self._vervang(id_, lambda zin: replace(zin, bevinding=replace(zin.bevinding, moment=moment)))
        concept, klok = self.beeld.concept.id, self._klok
        self._bewaarder.bewaar(f"zin.{id_}", lambda work: pv_zin_moment(work, klok, concept, id_, moment))
        self._toon()

    @property
    def _huidig(self) -> ProcesVerbaal:
        return self.beeld.concept.pv

    def _houd_bij(self, pv: ProcesVerbaal) -> None:
        id_ = self.beeld.concept.id
        if pv != self._huidig:
            self._pv(pv)
            self._bewaarder.bewaar("pv", lambda work: proces_verbaal_bijhouden(work, id_, pv))
        self._toon()

    def _pv(self, pv: ProcesVerbaal) -> None:
        self._geraakt()
        self.beeld = replace(self.beeld, concept=replace(self.beeld.concept, pv=pv))

    def _vervang(self, id_: str, wijzig: Callable[[Conceptzin], Conceptzin]) -> None:
        concept = self.beeld.concept
        nieuw = wijzig(next(zin for zin in concept.zinnen if zin.id == id_))
        zinnen = tuple(nieuw if zin.id == id_ else zin for zin in concept.zinnen)
        self._geraakt()
        self.beeld = replace(self.beeld, concept=replace(concept, zinnen=zinnen))

    def _geraakt(self) -> None:
        self.aangeraakt = True
        self.beurt += 1
