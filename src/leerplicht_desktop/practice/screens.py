"""A picture of every screen on the practice caseload: three widths, light and dark, and 200 %."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.klok import SysteemKlok
from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.bootstrap.program import VERSIE
from leerplicht_desktop.casework.bezoek.bijhouden import (
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.queries.caseload import DossierFilter, Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.kit.theme import Theme, apply

from .papers import papierplekken
from .tour import GEZIN, Oefening, met_oefening

_BREEDTEN = ((1440, 900), (1024, 768), (800, 700))
_LOOKS = ((Theme.LICHT, 10.5, ""), (Theme.DONKER, 10.5, "-donker"), (Theme.LICHT, 21.0, "-200"))


def schermen(map_: Path, uit: TextIO) -> int:
    """Pictures into ``map_``, named screen-width-look. Returns the exit status."""
    return met_oefening(map_, uit, _alle)


def _alle(oefening: Oefening, beeld: Callable[[str], None]) -> None:
    _in_alle_maten(oefening, beeld, "inrichten")
    oefening.richt_in()
    loper = oefening.loper
    loper.wacht_tot(
        lambda: (weergave := oefening.programma.sync_weergave) is not None and weergave.laatst is not None,
        "the caseload",
    )
    for naam, plek in _plekken(oefening):
        oefening.programma.venster.ga(plek)
        loper.wacht_tot(partial(_toont, oefening, plek.scherm), naam)
        if naam == "verslag":
            loper.wacht_op("verslag.exporteer")
        _in_alle_maten(oefening, beeld, naam)
    oefening.vergrendel()
    _in_alle_maten(oefening, beeld, "ontgrendelen")


def _toont(oefening: Oefening, naam: str) -> bool:
    scherm = oefening.programma.venster.scherm
    return scherm is not None and scherm.naam == naam


def _in_alle_maten(oefening: Oefening, beeld: Callable[[str], None], naam: str) -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs an application")
    for thema, punten, staart in _LOOKS:
        apply(app, thema, punten)
        for breedte, hoogte in _BREEDTEN:
            if punten > 10.5 and breedte != 1440:
                continue
            oefening.programma.venster.resize(breedte, hoogte)
            beeld(f"{naam}-{breedte}{staart}")
    apply(app, Theme.LICHT, 10.5)


def _plekken(oefening: Oefening) -> list[tuple[str, Werkplek]]:
    """Work to look at: a visit under way, one that was fixed, one at a closed door, and a note."""
    program = oefening.programma
    forms = LatePaper(program.voer_uit, SysteemKlok(), VERSIE).formulieren().beelden
    return program.voer_uit(lambda work: _vul(work, forms))


def _vul(work: Work, formulieren: Sequence[Formulierbeeld]) -> list[tuple[str, Werkplek]]:
    klok = SysteemKlok()
    lijst = work.caseload.zoek("", DossierFilter.ALLE, None, 50).regels
    gezin = [regel.dossier for regel in work.caseload.zoek(GEZIN, DossierFilter.ALLE, None, 3).regels]
    anderen = [regel.dossier for regel in lijst if regel.dossier not in gezin]
    klaar = deurbezoek_starten(work, klok, tuple(gezin), "Voorbeeldkade 44, 3032 AA Rotterdam").bezoek
    _schrijf(work, klaar)
    deurbezoek_vastleggen(work, klok, klaar)
    bezig = deurbezoek_starten(work, klok, (anderen[0],), "Proefgracht 275, 1067 AA Amsterdam").bezoek
    _schrijf(work, bezig)
    dicht = deurbezoek_starten(work, klok, (anderen[1],), "Testkade 8, 1014 AA Amsterdam").bezoek
    uitkomst_kiezen(work, dicht, Uitkomst.NIET_THUIS, frozenset())
    vandaag = klok.vandaag()
    taak_maken(work, klok, (gezin[0],), "Bel school: zijn de kinderen er weer?", vandaag)
    taak_maken(
        work,
        klok,
        (anderen[2],),
        "Stuur de folder over hulp bij huiswerk",
        vandaag + timedelta(3),
        wie="moeder",
    )
    notitie = gespreksnotitie_starten(work, klok, (gezin[0],))
    return [
        ("dossiers", Werkplek("dossiers", gezin[0])),
        ("deurbezoek", Werkplek("deurbezoek", bezig)),
        ("niet-thuis", Werkplek("deurbezoek", dicht)),
        ("bezoek-vastgelegd", Werkplek("deurbezoek", klaar)),
        ("gesprek", Werkplek("gesprek", notitie)),
        ("verslag", Werkplek("verslag", klaar)),
        *papierplekken(work, klok, tuple(gezin), formulieren),
        ("taken", Werkplek("taken")),
        ("synchronisatie", Werkplek("synchronisatie")),
        ("instellingen", Werkplek("instellingen")),
    ]


def _schrijf(work: Work, bezoek: str) -> None:
    klok = SysteemKlok()
    uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
    vinkje_zetten(work, bezoek, SoortVinkje.LEGITIMATIE, klok.nu())
    vinkje_zetten(work, bezoek, SoortVinkje.DOEL, klok.nu())
    for soort, spreker, tekst in (
        (SoortSegment.GEZIEN, "", "Gordijnen boven dicht. Vader doet open, alleen. Rustig."),
        (
            SoortSegment.GEZEGD,
            "Vader",
            "We waren twee dagen bij mijn zieke moeder.",
        ),
        (SoortSegment.GEHOORD, "", "Kinderstemmen boven."),
    ):
        segment = segment_toevoegen(work, klok, bezoek, soort, spreker)
        segment_schrijven(work, segment.id, tekst)
