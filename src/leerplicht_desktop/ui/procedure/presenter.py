"""Between the screen of a procedure and the vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from leerplicht_desktop.casework.procedure.feiten import zaakfeiten
from leerplicht_desktop.casework.procedure.schrijven import (
    procedure_antwoorden,
    procedure_reden_schrijven,
    procedure_vastleggen,
    procedure_verwerpen,
    procedure_voortzetten,
)
from leerplicht_desktop.casework.queries.caseload import Caseload
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.procedure.procedure import Procedure, gewijzigd, op_volgorde
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.vastlegging import Vastlegging
from leerplicht_desktop.ui.scherm.context import Context

from .model import Procedurebeeld, Stand, stand_van


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_vorm(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Show the questions of a draft."""

    def toon_stand(self, stand: Stand, *, veranderd: bool) -> None:
        """Show what the rules say now; ``veranderd`` asks why an answer that was fixed is another."""

    def toon_lezing(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Show a version that was fixed."""

    def wijs_aan(self, naam: str, zin: str) -> None:
        """Say at a question what stands in the way."""


class ProcedurePresenter:
    """One version at a time."""

    def __init__(self, context: Context, weergave: Weergave, bewaarder: Bewaarder) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._vastlegging = Vastlegging(context, bewaarder, self._fout)
        self._ding = ""
        self._beeld: Procedurebeeld | None = None
        self._aangeraakt = False

    def open(self, ding: str) -> None:
        """Read a version and show it: to write in while it is a draft, to read once it was fixed."""
        self._ding, self._beeld, self._aangeraakt = ding, None, False
        vandaag = self._context.klok.vandaag()
        self._context.lees(
            lambda caseload: _lees(caseload, ding, vandaag), lambda beeld: self._geopend(ding, beeld)
        )

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        self._bewaarder.duurzaam()
        if self._beeld is not None and self._aangeraakt:
            dossiers = self._beeld.procedure.dossiers
            self._context.bulletin.meld(touched(Soort.PROCEDURE, Soort.DOSSIER, dossiers=dossiers))
        self._beeld = None

    def terug(self) -> None:
        """Back. A draft in which nothing was answered disappears; any other stays a draft."""
        if self._beeld is not None and self._beeld.procedure.is_concept and not self._bewaarder.wacht:
            id_ = self._beeld.procedure.id
            self._vastlegging.verwerp(lambda work: procedure_verwerpen(work, id_))
        self._context.navigatie.terug()

    def antwoord(self, naam: str, waarde: Waarde) -> None:
        """Keep an answer and ask the rules again."""
        if self._beeld is None or self._beeld.procedure.antwoorden.get(naam) == waarde:
            return
        procedure = self._beeld.procedure
        self._aangeraakt = True
        antwoorden = {**procedure.antwoorden, naam: waarde}
        self._beeld = replace(self._beeld, procedure=replace(procedure, antwoorden=antwoorden))
        self._bewaarder.bewaar(naam, lambda work: procedure_antwoorden(work, procedure.id, naam, waarde))
        self._weergave.toon_stand(stand_van(self._beeld, antwoorden), veranderd=self._veranderd())

    def reden(self, tekst: str) -> None:
        """Keep why an answer was changed."""
        if self._beeld is None:
            return
        id_ = self._beeld.procedure.id
        self._beeld = replace(self._beeld, procedure=replace(self._beeld.procedure, reden_correctie=tekst))
        self._bewaarder.bewaar("reden", lambda work: procedure_reden_schrijven(work, id_, tekst))

    def rond_af(self) -> None:
        """Fix the version."""
        if self._beeld is None or not self._beeld.procedure.is_concept:
            return
        klok, id_ = self._context.klok, self._beeld.procedure.id
        self._vastlegging.doe(
            lambda work: procedure_vastleggen(work, klok, id_), lambda antwoord: self._vastgelegd(*antwoord)
        )

    def verder(self) -> None:
        """Go on from the version that is read."""
        klok, id_ = self._context.klok, self._ding
        self._vastlegging.doe(
            lambda work: procedure_voortzetten(work, klok, id_),
            lambda nieuw: self._context.navigatie.ga("procedure", nieuw),
        )

    def brief(self, soort: str) -> None:
        """Write the letter that follows."""
        if self._beeld is not None:
            self._context.navigatie.ga("brief", self._beeld.procedure.dossiers[0], f"soort:{soort}")

    def geraakt(self, bericht: Touched) -> None:
        """A version that is read is read again."""
        gelezen = self._beeld is not None and not self._beeld.procedure.is_concept
        if gelezen and bericht.raakt(Soort.PROCEDURE):
            self.open(self._ding)

    def _veranderd(self) -> bool:
        beeld = self._beeld
        if beeld is None or beeld.procedure.corrigeert is None:
            return False
        vorige = next((een for een in beeld.versies if een.id == beeld.procedure.corrigeert), None)
        return vorige is not None and bool(gewijzigd(vorige.antwoorden, beeld.procedure.antwoorden))

    def _geopend(self, ding: str, beeld: Procedurebeeld | None) -> None:
        if ding != self._ding:
            return
        if beeld is None:
            self._ding = ""
            self._context.navigatie.toast("Deze procedure staat niet meer op deze laptop.")
            self._context.navigatie.terug()
            return
        self._beeld = beeld
        stand = stand_van(beeld, beeld.procedure.antwoorden)
        if beeld.procedure.is_concept:
            self._weergave.toon_vorm(beeld, stand)
            self._weergave.toon_stand(stand, veranderd=self._veranderd())
        else:
            self._weergave.toon_lezing(beeld, stand)

    def _vastgelegd(self, procedure: Procedure, bericht: Touched) -> None:
        self._aangeraakt = False
        ga, id_ = self._context.navigatie.ga, procedure.id
        self._vastlegging.vastgelegd(
            bericht, f"{procedure.soort.titel} vastgelegd.", lambda: ga("procedure", id_)
        )

    def _fout(self, fout: DomainError) -> None:
        self._weergave.wijs_aan(fout.veld, fout.bericht)


def _lees(caseload: Caseload, ding: str, vandaag: date) -> Procedurebeeld | None:
    """Everything the screen needs, in one read. None when the procedure is not on this laptop."""
    try:
        procedure = caseload.procedure(ding)
    except KeyError:
        return None
    beeld = caseload.dossier(procedure.dossiers[0])
    if beeld is None:
        return None
    versies = op_volgorde(
        een for een in caseload.procedures(beeld.dossier) if een.zaak == procedure.zaak and not een.is_concept
    )
    feiten = zaakfeiten(caseload, beeld, vandaag, procedure.zaak)
    return Procedurebeeld(procedure, beeld.naam, feiten, versies)
