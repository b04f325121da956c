"""The recorder by keyboard, by thumb, by screen reader; at every width and text size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.deurbezoek.conftest import Opener
from tests.ui.handen import deel, druk, rust, toets, typ, vind
from tests.ui.keuring import buiten_beeld, stops, te_klein, zonder_naam
from tests.ui.wereld import Wereld

Kleed = Callable[..., Look]


def _gesprek(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.uitkomst.alleen_ouder")
    typ(scherm, "deurbezoek.tekst", "Gordijnen boven dicht. Ouder doet open, in ochtendjas.")
    druk(scherm, "deurbezoek.soort.gezegd")
    druk(scherm, "deurbezoek.vinkje.toestemming")


def _dicht(scherm: DeurbezoekScherm) -> None:
    for naam in ("uitkomst.niet_thuis", "gezien.licht", "achtergelaten.kaart", "poging.ander"):
        druk(scherm, f"deurbezoek.{naam}")


def _gelezen(scherm: DeurbezoekScherm) -> None:
    _gesprek(scherm)
    druk(scherm, "deurbezoek.vinkje.toestemming")
    druk(scherm, "deurbezoek.afronden")
    scherm.toon(scherm.werkplek())
    rust()


STANDEN = pytest.mark.parametrize("stand", [_gesprek, _dicht, _gelezen])


@STANDEN
def test_everything_has_a_name(scherm: DeurbezoekScherm, stand: Callable[[DeurbezoekScherm], None]) -> None:
    stand(scherm)
    assert zonder_naam(scherm) == []


@pytest.mark.parametrize("stand", [_gesprek, _dicht])
def test_a_thumb_hits_everything(scherm: DeurbezoekScherm, stand: Callable[[DeurbezoekScherm], None]) -> None:
    stand(scherm)
    assert te_klein(scherm, 48) == []


@STANDEN
@pytest.mark.parametrize("punten", [10.5, 15.75, 21])
def test_nothing_sticks_out(
    dress: Kleed, scherm: DeurbezoekScherm, stand: Callable[[DeurbezoekScherm], None], punten: float
) -> None:
    stand(scherm)
    dress(Theme.LIGHT, punten)
    for breedte, hoogte in ((1440, 900), (1024, 768), (800, 600)):
        assert buiten_beeld(scherm, breedte, hoogte) == [], breedte


def test_the_tab_key_reads_the_page(scherm: DeurbezoekScherm) -> None:
    _gesprek(scherm)
    namen = [stop.objectName().removeprefix("deurbezoek.") for stop in stops(scherm)]
    volgorde = [
        "terug",
        "verberg",
        "jongere.d-dimitris",
        "uitkomst.alleen_ouder",
        "segment.1",
        "tekst",
        "spreker.0",
        "soort.gezegd",
        "ongedaan",
        "vinkje.legitimatie",
        "vinkje.toestemming",
        "vinkje.toestemming.wie.0",
        "binnen",
        "vinkje.cautie",
        "zin.0",
        "afronden",
    ]
    assert [naam for naam in namen if naam in volgorde] == volgorde


def test_the_tab_key_leaves_the_text(scherm: DeurbezoekScherm) -> None:
    toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Tab)
    assert not vind(scherm, "deurbezoek.tekst").hasFocus()


def test_a_whole_visit_by_keyboard(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    vind(scherm, "deurbezoek.uitkomst.beiden").setFocus()
    toets(scherm, "deurbezoek.uitkomst.beiden", Qt.Key.Key_Space)
    toets(scherm, "deurbezoek.uitkomst.beiden", Qt.Key.Key_Right)
    typ(scherm, "deurbezoek.tekst", "Kort gesprek")
    vind(scherm, "deurbezoek.vinkje.doel").setFocus()
    toets(scherm, "deurbezoek.vinkje.doel", Qt.Key.Key_Space)
    toets(scherm, "deurbezoek.vinkje.doel", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    vast = wereld.lees(lambda caseload: caseload.bezoek(bezoek))
    assert vast.vastgelegd_op is not None
    assert vast.aangetroffen == {Aanwezig.OUDER}
    assert len(vast.vinkjes) == 1


def test_what_is_written_stays_in_sight(toon: Opener, bezoek: str) -> None:
    scherm = toon(bezoek)
    scherm.resize(800, 600)
    rust()
    for nummer in range(6):
        typ(scherm, "deurbezoek.tekst", f"Stuk {nummer}: " + "een lange zin aan de deur " * 4)
        vind(scherm, "deurbezoek.soort.gehoord").setFocus()
        toets(scherm, "deurbezoek.soort.gehoord", Qt.Key.Key_Space)
    typ(scherm, "deurbezoek.tekst", "Slot")
    veld = deel(scherm, "deurbezoek.tekst", QPlainTextEdit)
    typ(scherm, "deurbezoek.tekst", " en nog een zin die op de volgende regel verder gaat" * 2)
    rust()
    assert veld.visibleRegion().contains(veld.cursorRect().center())


def test_a_narrow_window_still_tells_when_the_bell_rang(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.uitkomst.niet_thuis")
    assert vind(scherm, "deurbezoek.begintijd").isVisible()
    scherm.resize(800, 600)
    rust()
    woorden = [label.text() for label in scherm.findChildren(QLabel) if label.isVisible()]
    assert "Aangebeld 14:07, di 24 nov" in woorden
