"""Paper on the timeline of the dossier: between the visits, with a way to open it, and no secret address."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.stuk.afdruk_loggen import Afdrukwijze, afdruk_loggen
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.bladen.bijlageblik import Foto
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.timeline import TimelineItem, TimelineList
from tests.casework.zaak import FLEUR, SAMEN, geef_nummers, papier, verzegeld, zaak
from tests.store.world import StilleKlok, pull, record
from tests.ui.wereld import Wereld

from .zien import deel


@pytest.fixture
def klok() -> StilleKlok:
    return StilleKlok()


@pytest.fixture
def familie(wereld: Wereld) -> Wereld:
    """The family of two, father at a secret address."""
    zaak(wereld.kluis, geheim=True)
    return wereld


def _foto(wereld: Wereld, klok: StilleKlok, titel: str) -> str:
    beeld = io.BytesIO()
    Image.new("RGB", (80, 60), "red").save(beeld, "JPEG")
    gelezen = papier(wereld.kluis, klok).lees_bijlage("deur.jpg", beeld.getvalue())
    return wereld.doe(lambda work: bijlage_toevoegen(work, klok, SAMEN, titel, gelezen))[0].id


def _taak(wereld: Wereld, klok: StilleKlok, wat: str) -> None:
    wereld.doe(lambda work: taak_maken(work, klok, (FLEUR,), wat, klok.vandaag()))


def _brief(wereld: Wereld, klok: StilleKlok) -> str:
    opgave = Briefopgave(Documentsoort.WAARSCHUWING, "waarschuwing", ("p-moeder",))
    return wereld.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[0][0]


def _items(scherm: DossiersScherm) -> list[TimelineItem]:
    model = deel(scherm, TimelineList, "dossier.tijdlijn").model()
    return [model.index(rij, 0).data(Qt.ItemDataRole.UserRole) for rij in range(model.rowCount())]


def _open(scherm: DossiersScherm, titel: str) -> None:
    lijst = deel(scherm, TimelineList, "dossier.tijdlijn")
    rij = next(rij for rij, item in enumerate(_items(scherm)) if item.title.startswith(titel))
    plek = lijst.model().index(rij, 0)
    lijst.scrollTo(plek)
    QTest.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=lijst.visualRect(plek).center())


def test_paper_stands_between_visits_and_reports(
    familie: Wereld, klok: StilleKlok, scherm: DossiersScherm
) -> None:
    geef_nummers(familie.kluis)
    stuk = verzegeld(familie.kluis, klok)
    klok.verder(60)
    familie.doe(lambda work: afdruk_loggen(work, klok, stuk.id, Afdrukwijze.AFGEDRUKT, "Printer hal", 2))
    scherm.toon(Werkplek("dossiers", FLEUR))
    gezien = [(item.title, item.text, item.unsent) for item in _items(scherm)]
    # The hearing began in the minute of the visit: either may stand first.
    assert [*gezien[:2], *sorted(gezien[2:4], reverse=True), *gezien[4:]] == [
        (f"Proces-verbaal {stuk.nummer} afgedrukt", "Printer hal, 2 exemplaren", False),
        (f"Proces-verbaal {stuk.nummer}", "Definitief, nog niet verzonden.\nAan officier van justitie", True),
        ("Verhoor van Renée van Wijngaarden", "", True),
        (
            "Deurbezoek, ouder gesproken",
            "Koffers stonden in de gang.\nMoeder: “Wij waren op vakantie, het was goedkoper.”",
            True,
        ),
        ("Melding luxeverzuim", "Spijbelt.", False),
    ]


@pytest.mark.parametrize(
    ("titel", "schermnaam"),
    [("Proces-verbaal OEF", "proces_verbaal"), ("Verhoor van", "verhoor"), ("Deurbezoek", "deurbezoek")],
)
def test_what_is_pressed_opens(
    familie: Wereld, klok: StilleKlok, scherm: DossiersScherm, titel: str, schermnaam: str
) -> None:
    geef_nummers(familie.kluis)
    verzegeld(familie.kluis, klok)
    scherm.toon(Werkplek("dossiers", FLEUR))
    _open(scherm, titel)
    assert familie.gegaan[-1].scherm == schermnaam
    assert familie.gegaan[-1].ding


def test_a_concept_letter_opens_to_go_on(familie: Wereld, klok: StilleKlok, scherm: DossiersScherm) -> None:
    id_ = _brief(familie, klok)
    scherm.toon(Werkplek("dossiers", FLEUR))
    (brief,) = (item for item in _items(scherm) if item.title == "Waarschuwing, concept")
    assert brief.text == "Nog niet definitief. Open om verder te gaan.\nAan R. van Wijngaarden"
    assert not brief.unsent
    _open(scherm, "Waarschuwing")
    assert (familie.gegaan[-1].scherm, familie.gegaan[-1].ding) == ("brief", id_)


def test_an_attachment_shows_at_once(familie: Wereld, klok: StilleKlok, scherm: DossiersScherm) -> None:
    _foto(familie, klok, "De voordeur")
    scherm.toon(Werkplek("dossiers", FLEUR))
    _open(scherm, "Bijlage: De voordeur")
    assert deel(scherm, Tabs, "dossier.tabs").key == "documenten"
    assert not deel(scherm, Foto, "documenten.foto").leeg


def test_an_attachment_that_is_elsewhere_is_told(familie: Wereld, scherm: DossiersScherm) -> None:
    """A colleague added it; its bytes are not on this laptop."""
    velden: dict[str, Json] = {
        "dossiers": [FLEUR],
        "soort": "foto",
        "titel": "De voordeur",
        "mime": "image/jpeg",
        "sha256": "0" * 64,
        "grootte": 10,
        "gemaakt_op": "2026-11-10T15:00:00Z",
        "toegevoegd_op": "2026-11-10T15:00:00Z",
    }
    pull(familie.kluis, record("bijlage", "elders", (FLEUR,), velden))
    scherm.toon(Werkplek("dossiers", FLEUR))
    _open(scherm, "Bijlage: De voordeur")
    melding = deel(scherm, Notice, "documenten.melding").accessibleName()
    assert "staat het bestand niet op deze laptop" in melding


@pytest.mark.parametrize("geschreven", ["Verborgenlaan 7", "verborgenlaan  7"])
def test_a_secret_address_is_never_on_the_timeline(
    familie: Wereld, klok: StilleKlok, scherm: DossiersScherm, geschreven: str
) -> None:
    """R24: also not when somebody typed it in a title or a task."""
    _foto(familie, klok, f"Deur van {geschreven}")
    familie.doe(lambda work: taak_maken(work, klok, (FLEUR,), f"Langs {geschreven}", klok.vandaag()))
    familie.doe(
        lambda work: taak_maken(work, klok, (FLEUR,), "Bel nr 71 in de Verborgenlaan", klok.vandaag())
    )
    scherm.toon(Werkplek("dossiers", FLEUR))
    titels = [item.title for item in _items(scherm)]
    assert "Bijlage: Deur van (geheim adres)" in titels
    assert "Langs (geheim adres)" in titels
    assert "Bel nr 71 in de Verborgenlaan" in titels


def test_a_new_letter_appears_while_one_looks(
    familie: Wereld, klok: StilleKlok, scherm: DossiersScherm
) -> None:
    scherm.toon(Werkplek("dossiers", FLEUR))
    voor = len(_items(scherm))
    opgave = Briefopgave(Documentsoort.WAARSCHUWING, "waarschuwing", ("p-moeder",))
    familie.context.bulletin.meld(familie.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[1])
    assert len(_items(scherm)) == voor + 1
    pdf = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF", 1)
    familie.context.bulletin.meld(
        familie.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "Brief van school", pdf))[1]
    )
    assert len(_items(scherm)) == voor + 2
