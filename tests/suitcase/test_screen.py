"""What a colleague reads on the screen of a visit, a note and a hearing that came over the road."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.domain.bezoek.deurbezoek import SoortVinkje
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.deurbezoek.lezen import LeesVlak as Bezoekvlak
from leerplicht_desktop.ui.deurbezoek.lezing import Lezing as Bezoeklezing
from leerplicht_desktop.ui.formulier.versies import Versie, Versiestand
from leerplicht_desktop.ui.gesprek.lezen import LeesVlak as Gespreksvlak
from leerplicht_desktop.ui.gesprek.model import Lezing as Gesprekslezing
from leerplicht_desktop.ui.verhoor.lezen import LeesVlak as Verhoorvlak
from tests.store.world import say_why

from . import packed
from .conftest import Road
from .leaves import leaves

TICKS = (
    "Legitimatie getoond",
    "Doel verteld",
    "Toestemming om binnen te komen",
    "Cautie gegeven",
    "Leerling gezien",
)
STAND = Versiestand((Versie("x", 1, "", getoond=True),), verzonden=True)


def _lines(page: QWidget) -> str:
    """The words of a page in the order in which they stand there, marked where one ends."""
    return "|" + "|".join(label.text() for label in page.findChildren(QLabel)) + "|"


def _om(moment: datetime | None) -> str:
    assert moment is not None
    return f"{in_nederland(moment):%H:%M}"


def _all_there(value: Any, words: Mapping[str, str], absent: set[str], shown: str) -> None:
    assert {at: said for at, said in words.items() if said not in shown} == {}
    places = {at for at, leaf in leaves(value).items() if leaf not in (None, "", False)}
    named = {at for at in places if any(at == name or at.startswith(name) for name in absent)}
    assert places - set(words) - named == set()


def test_a_visit(road: Road, qtbot: QtBot) -> None:
    visit = road.receiver.kluis.doe(lambda work: work.caseload.bezoek("b-open"))
    page = Bezoekvlak()
    qtbot.addWidget(page)
    page.toon(Bezoeklezing(visit, "Annelinde", STAND))
    tick = {one.soort: one for one in packed.OPEN.vinkjes}
    words = {
        "adres": f"|{packed.OPEN.adres} (ander adres dan in de BRP)|",
        "ander_adres": "(ander adres dan in de BRP)",
        "begonnen_op": f"{_om(packed.OPEN.begonnen_op)} tot",
        "geeindigd_op": f"tot {_om(packed.OPEN.geeindigd_op)}|",
        "modus": f"Vanaf {_om(tick[SoortVinkje.CAUTIE].tijd)} uur opsporing",
        "uitkomst": "|Ouder en leerling gesproken|",
        "aangetroffen[0]": "|Ouder en leerling gesproken|",
        "aangetroffen[1]": "|Ouder en leerling gesproken|",
        "binnen": f"Ja, met toestemming van {tick[SoortVinkje.TOESTEMMING].wie}, om",
        "reden_correctie": f"|{packed.OPEN.reden_correctie}|",
    }
    told = (
        "Legitimatie getoond",
        "Doel verteld",
        "Toestemming om binnen te komen",
        "Cautie gegeven",
        "Verteld waarvan de verdenking is",
        "Recht op een advocaat verteld",
        "Leerling gezien",
    )
    for place, (kind, label) in enumerate(zip(SoortVinkje, told, strict=True)):
        line = f"|{label}|{_om(tick[kind].tijd)} uur, {tick[kind].wie}|"
        words |= {f"vinkjes[{place}].{part}": line for part in ("soort", "tijd", "wie")}
    for place, part in enumerate(packed.OPEN.segmenten):
        words |= {
            f"segmenten[{place}].tekst": part.tekst,
            f"segmenten[{place}].tijd": _om(part.tijd),
            f"segmenten[{place}].soort": part.soort.value.capitalize(),
        }
    words["segmenten[2].spreker"] = packed.OPEN.segmenten[2].spreker
    words["segmenten[2].ongevraagd"] = f"{packed.OPEN.segmenten[2].spreker}, uit zichzelf"
    absent = {"id", "dossiers", "corrigeert", "vastgelegd_op", *(f"segmenten[{place}]" for place in range(3))}
    _all_there(visit, words, absent, _lines(page))


def test_a_note(road: Road, qtbot: QtBot) -> None:
    note = road.receiver.kluis.doe(lambda work: work.caseload.notitie("n-1"))
    page = Gespreksvlak()
    qtbot.addWidget(page)
    page.toon(Gesprekslezing(note, "Annelinde", STAND))
    words = {
        "met_wie": f"|Met wie|{packed.NOTITIE.met_wie}|",
        "gesproken_op": _om(packed.NOTITIE.gesproken_op),
        "hoe": "|Hoe|Videobellen|",
        "tekst": f"|{packed.NOTITIE.tekst}|",
        "reden_correctie": f"|{packed.NOTITIE.reden_correctie}|",
    }
    for place, (part, day) in enumerate(
        zip(packed.NOTITIE.afspraken, ("|vr 27 nov 2026|", "|vr 4 dec 2026|"), strict=True)
    ):
        words |= {
            f"afspraken[{place}].wat": part.wat,
            f"afspraken[{place}].wie": f"Door {part.wie}",
            f"afspraken[{place}].uiterlijk": day,
        }
    absent = {"id", "dossiers", "corrigeert", "vastgelegd_op", "afspraken[0].id", "afspraken[1].id"}
    _all_there(note, words, absent, _lines(page))


def _hearing() -> dict[str, str]:
    """Place -> the line in which it must stand."""
    had, blad = packed.VERHOOR.verhoor, packed.VERHOOR
    assert had.afstand is not None
    assert had.tolk is not None
    counsel = _om(had.rechtsbijstand_medegedeeld_om)
    return {
        "verdachte.naam": f"|Verdachte|{blad.verdachte.naam} (jongere)|",
        "verdachte.rol": f"{blad.verdachte.naam} (jongere)",
        "verhoor.verdachte_geboren": "|Geboren|17 april 2009|",
        "verhoor.pleegdatum": "|Laatste dag van het feit|vr 6 nov 2026|",
        "verhoor.plaats": f"|Waar|{had.plaats}|",
        "verhoor.begin": f", {_om(had.begin)} tot",
        "verhoor.eind": f"tot {_om(had.eind)}|",
        "verhoor.identiteit": f"|Identiteit|{had.identiteit}|",
        "verhoor.feit_medegedeeld_om": f"|Feit verteld|{_om(had.feit_medegedeeld_om)}|",
        "verhoor.cautie_om": f"|Cautie|{_om(had.cautie_om)}|",
        "verhoor.rechten_in_oproep_van": "|Rechten in de oproep van|do 12 nov 2026|",
        "verhoor.rechtsbijstand_medegedeeld_om": f"|Recht op advocaat verteld|{counsel}|",
        "verhoor.bijstand": "|Advocaat|Wil geen advocaat|",
        "verhoor.afstand.antwoord": f"|Antwoord|{had.afstand.antwoord}|",
        "verhoor.afstand.gevolgen_uitgelegd": "gevolgen uitgelegd",
        "verhoor.afstand.kan_terugkomen": "verteld dat hij erop terug kan komen",
        "verhoor.tolk.naam": f"|Tolk|{had.tolk.naam}, {had.tolk.taal}|",
        "verhoor.tolk.taal": f", {had.tolk.taal}|",
        "verhoor.kwetsbaar": "|Kwetsbaar|Ja",
        "verhoor.begeleiding": "|Begeleiding|Vertrouwenspersoon|",
        "verhoor.ouders_ingelicht_op": "|Ouders ingelicht|vr 13 nov 2026|",
        "verhoor.aanwezig[0]": "|Erbij|een tante, begeleider Kok|",
        "verhoor.aanwezig[1]": "|Erbij|een tante, begeleider Kok|",
        "verhoor.voorgelezen_om": f"|Voorgelezen|{_om(had.voorgelezen_om)}|",
        "verhoor.verbeteringen": f"|Verbeteringen|{had.verbeteringen}|",
        "verhoor.reden_niet_ondertekend": f"|Reden|{had.reden_niet_ondertekend}|",
        "zinnen[0].tekst": f"|Vraag, {_om(blad.zinnen[0].moment)}|{blad.zinnen[0].tekst}|",
        "zinnen[1].tekst": f"|Antwoord, {_om(blad.zinnen[1].moment)}|{blad.zinnen[1].tekst}|",
    }


def test_a_hearing(road: Road, qtbot: QtBot) -> None:
    say_why(road.receiver.kluis, *packed.SAMEN)
    picture = road.receiver.kluis.bekijk(lambda kast: kast.verhoor("v-1"))
    page = Verhoorvlak()
    qtbot.addWidget(page)
    page.toon(picture)
    absent = {"dossiers", "verdachte.persoon", "verhoor.id", "bron", "vastgelegd_op"}
    _all_there(picture.blad, _hearing(), absent | {"zinnen[0]", "zinnen[1]"}, _lines(page))
    assert "Verstaat geen Nederlands" in _lines(page)
    assert "|Handtekening|Niet ondertekend|" in _lines(page)


def test_consent_after_the_card_was_shown_is_not_told_of_another_order() -> None:
    early = dataclasses.replace(packed.OPEN.vinkjes[2], tijd=packed.om(9, 4))
    visit = dataclasses.replace(
        packed.OPEN, vinkjes=(*packed.OPEN.vinkjes[:2], early, *packed.OPEN.vinkjes[3:])
    )
    told = dict(Bezoeklezing(visit, "", STAND).feiten)
    assert "na legitimatie" not in told["Binnen geweest"]
    assert "na legitimatie" in dict(Bezoeklezing(packed.OPEN, "", STAND).feiten)["Binnen geweest"]
