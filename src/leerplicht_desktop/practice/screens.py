"""A picture of every screen on the practice caseload: three widths, light and dark, and 200 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.bootstrap.program import VERSION
from leerplicht_desktop.casework.bezoek.bijhouden import (
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.procedure.schrijven import procedure_antwoorden, procedure_starten
from leerplicht_desktop.casework.queries.caseload import DossierFilter, Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.domain.procedure.deuren import DEUREN
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.ui.kit.theme import Theme, apply

from .papers import paper_places
from .tour import GEZIN, Exercise, with_exercise

_WIDTHS = ((1440, 900), (1024, 768), (800, 700))
_LOOKS = ((Theme.LIGHT, 10.5, ""), (Theme.DARK, 10.5, "-donker"), (Theme.LIGHT, 21.0, "-200"))


def screens(map_: Path, out: TextIO) -> int:
    """Pictures into ``map_``, named screen-width-look. Returns the exit status."""
    return with_exercise(map_, out, _all)


def _all(exercise: Exercise, view: Callable[[str], None]) -> None:
    _in_every_size(exercise, view, "inrichten")
    exercise.set_up()
    walker = exercise.walker
    walker.wait_until(
        lambda: (now := exercise.program.sync_view) is not None and now.laatst is not None,
        "the caseload",
    )
    for name, place in _places(exercise):
        exercise.program.window.ga(place)
        walker.wait_until(partial(_shows, exercise, place.scherm), name)
        if name == "verslag":
            walker.wait_for("verslag.exporteer")
        _in_every_size(exercise, view, name)
    exercise.lock()
    _in_every_size(exercise, view, "ontgrendelen")


def _shows(exercise: Exercise, name: str) -> bool:
    screen = exercise.program.window.scherm
    return screen is not None and screen.naam == name


def _in_every_size(exercise: Exercise, view: Callable[[str], None], name: str) -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs an application")
    for theme, points, tail in _LOOKS:
        apply(app, theme, points)
        for width, height in _WIDTHS:
            if points > 10.5 and width != 1440:
                continue
            exercise.program.window.resize(width, height)
            view(f"{name}-{width}{tail}")
    apply(app, Theme.LIGHT, 10.5)


def _places(exercise: Exercise) -> list[tuple[str, Werkplek]]:
    """Work to look at: a visit under way, one that was fixed, one at a closed door, and a note."""
    program = exercise.program
    forms = LatePaper(program.run, SystemClock(), VERSION).formulieren().beelden
    return program.run(lambda work: _fill(work, forms))


def _fill(work: Work, forms: Sequence[Formulierbeeld]) -> list[tuple[str, Werkplek]]:
    clock = SystemClock()
    list_ = work.caseload.zoek("", DossierFilter.ALLE, None, 50).regels
    gezin = [line.dossier for line in work.caseload.zoek(GEZIN, DossierFilter.ALLE, None, 3).regels]
    others = [line.dossier for line in list_ if line.dossier not in gezin]
    done = deurbezoek_starten(work, clock, tuple(gezin), "Voorbeeldkade 44, 3032 AA Rotterdam").bezoek
    _write(work, done)
    deurbezoek_vastleggen(work, clock, done)
    busy = deurbezoek_starten(work, clock, (others[0],), "Proefgracht 275, 1067 AA Amsterdam").bezoek
    _write(work, busy)
    closed = deurbezoek_starten(work, clock, (others[1],), "Testkade 8, 1014 AA Amsterdam").bezoek
    uitkomst_kiezen(work, closed, Uitkomst.NIET_THUIS, frozenset())
    vandaag = clock.vandaag()
    taak_maken(work, clock, (gezin[0],), "Bel school: zijn de kinderen er weer?", vandaag)
    taak_maken(
        work,
        clock,
        (others[2],),
        "Stuur de folder over hulp bij huiswerk",
        vandaag + timedelta(3),
        wie="moeder",
    )
    notitie = gespreksnotitie_starten(work, clock, (gezin[0],))
    told = {Deelveld.BELNUMMER: "06 0000 0112 (moeder)", Deelveld.TOLK: "Koerdisch, telefonisch"}
    deelvelden_wijzigen(work, clock, gezin[0], told)
    return [
        ("vandaag", Werkplek("vandaag")),
        ("dossiers", Werkplek("dossiers", gezin[0])),
        ("gegevens", Werkplek("gegevens", gezin[0])),
        ("deurbezoek", Werkplek("deurbezoek", busy)),
        ("niet-thuis", Werkplek("deurbezoek", closed)),
        ("bezoek-vastgelegd", Werkplek("deurbezoek", done)),
        ("gesprek", Werkplek("gesprek", notitie)),
        ("verslag", Werkplek("verslag", done)),
        *paper_places(work, clock, tuple(gezin), forms),
        *_procedures(work, clock, gezin[0]),
        ("taken", Werkplek("taken")),
        ("synchronisatie", Werkplek("synchronisatie")),
        ("instellingen", Werkplek("instellingen")),
    ]


def _procedures(work: Work, clock: SystemClock, dossier: str) -> list[tuple[str, Werkplek]]:
    """One of every kind, with the answers that open most of its questions."""
    places = []
    for kind in DEUREN:
        begun = procedure_starten(work, clock, dossier, kind)
        for name, value in _ANSWERS.get(kind, {}).items():
            procedure_antwoorden(work, begun, name, value)
        places.append((f"procedure-{kind.value}", Werkplek("procedure", begun)))
    return places


_ANSWERS: Mapping[Proceduresoort, Mapping[str, Waarde]] = {
    Proceduresoort.VERLOF: {
        "grond": "14",
        "van": "2026-11-16",
        "tot": "2026-12-04",
        "ontvangen_op": "2026-11-02",
    },
    Proceduresoort.VRIJSTELLING: {"grond": "5b", "ontvangen_op": "2026-06-20"},
    Proceduresoort.INSCHRIJVING: {"geraadpleegd_op": "2026-11-13", "uitkomst": "geen", "vanaf": "2026-11-02"},
    Proceduresoort.HALT: {"uit_zichzelf": True, "eerder": False, "problemen": False, "verwezen": False},
    Proceduresoort.LUXE: {"eerste_keer": True, "aangekondigd": True, "keuze": "proces_verbaal"},
    Proceduresoort.MELDCODE: {"acuut": False},
}


def _write(work: Work, bezoek: str) -> None:
    clock = SystemClock()
    uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
    vinkje_zetten(work, bezoek, SoortVinkje.LEGITIMATIE, clock.nu())
    vinkje_zetten(work, bezoek, SoortVinkje.DOEL, clock.nu())
    for kind, spreker, text in (
        (SoortSegment.GEZIEN, "", "Gordijnen boven dicht. Vader doet open, alleen. Rustig."),
        (
            SoortSegment.GEZEGD,
            "Vader",
            "We waren twee dagen bij mijn zieke moeder.",
        ),
        (SoortSegment.GEHOORD, "", "Kinderstemmen boven."),
    ):
        segment = segment_toevoegen(work, clock, bezoek, kind, spreker)
        segment_schrijven(work, segment.id, text)
