"""One screen shows visit after visit: nothing of the last one is left, nothing pressed early is lost."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.deurbezoek.segmenten import Segmenten
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.dossiers.wachtlane import Wachtlane
from tests.ui.handen import druk, rust, typ, zichtbaar
from tests.ui.raam import in_raam
from tests.ui.wereld import PAOLO, Wereld


def _teksten(wereld: Wereld, bezoek: str) -> list[str]:
    return [stuk.tekst for stuk in wereld.lees(lambda caseload: caseload.bezoek(bezoek)).segmenten]


def test_another_visit_opens_in_the_same_screen(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    typ(scherm, "deurbezoek.tekst", "Licht aan.")
    ander = wereld.begin_bezoek((PAOLO,))
    scherm.verlaat()
    scherm.toon(Werkplek("deurbezoek", ander))
    rust()
    typ(scherm, "deurbezoek.tekst", "Vader opent.")
    assert _teksten(wereld, ander) == ["Vader opent."]
    assert _teksten(wereld, bezoek) == ["Licht aan."]


def test_focus_that_passes_through_a_field_of_another_visit_is_harmless(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    segmenten = scherm.findChild(Segmenten)
    assert isinstance(segmenten, Segmenten)
    segmenten.betreden.emit("van-een-ander-bezoek")
    typ(scherm, "deurbezoek.tekst", "Licht aan.")
    assert _teksten(wereld, bezoek) == ["Licht aan."]


def test_until_a_visit_is_read_there_is_nothing_to_press(qtbot: QtBot, wereld: Wereld, bezoek: str) -> None:
    lane = Wachtlane()
    scherm = in_raam(qtbot, DeurbezoekScherm(replace(wereld.context, opslag=lane)))
    scherm.toon(Werkplek("deurbezoek", bezoek))
    rust()
    assert not zichtbaar(scherm, "deurbezoek.uitkomst.niet_thuis")
    lane.lever_alles()
    rust()
    druk(scherm, "deurbezoek.uitkomst.niet_thuis")
    lane.lever_alles()
    assert wereld.lees(lambda caseload: caseload.bezoek(bezoek)).uitkomst is not None


def test_while_the_next_visit_is_read_the_last_family_is_gone(
    qtbot: QtBot, wereld: Wereld, bezoek: str
) -> None:
    lane = Wachtlane()
    scherm = in_raam(qtbot, DeurbezoekScherm(replace(wereld.context, opslag=lane)))
    scherm.toon(Werkplek("deurbezoek", bezoek))
    lane.lever_alles()
    rust()
    assert zichtbaar(scherm, "deurbezoek.namen")
    scherm.verlaat()
    scherm.toon(Werkplek("deurbezoek", wereld.begin_bezoek((PAOLO,))))
    rust()
    assert not zichtbaar(scherm, "deurbezoek.namen")
    lane.lever_alles()
