"""The recorder on the real lane: the window runs ahead of the vault, and nothing gets lost or mixed up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import Homecoming, ThreadLane
from leerplicht_desktop.casework.ports.kluis import KluisToestand
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.bezoek.deurbezoek import NietThuis
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.handen import vind
from tests.ui.raam import in_raam
from tests.ui.wereld import WACHTZIN, Wereld


@pytest.fixture
def lane(qtbot: QtBot, wereld: Wereld) -> Iterator[ThreadLane]:
    """The vault of the world, opened again on a thread of its own."""
    wereld.kluis.sluit()
    baan = ThreadLane("opslag", Homecoming(), wereld.problemen.append)
    baan.submit(lambda: wereld.kluis.ontgrendel(WACHTZIN))
    qtbot.waitUntil(lambda: wereld.kluis.toestand() is KluisToestand.OPEN, timeout=10_000)
    yield baan
    baan.close(wereld.kluis.sluit)


def test_the_window_may_run_ahead(qtbot: QtBot, wereld: Wereld, bezoek: str, lane: ThreadLane) -> None:
    scherm = in_raam(qtbot, DeurbezoekScherm(replace(wereld.context, opslag=lane)))
    scherm.toon(Werkplek("deurbezoek", bezoek))
    qtbot.waitUntil(lambda: vind(scherm, "deurbezoek.tekst").hasFocus(), timeout=10_000)
    QTest.keyClicks(vind(scherm, "deurbezoek.tekst"), "Rustig, in ochtendjas.")
    for naam in ("soort.gehoord", "uitkomst.niet_thuis"):
        QTest.mouseClick(vind(scherm, f"deurbezoek.{naam}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: vind(scherm, "deurbezoek.gezien.licht").isVisible(), timeout=10_000)
    for naam in ("gezien.licht", "gezien.auto", "achtergelaten.brief"):
        QTest.mouseClick(vind(scherm, f"deurbezoek.{naam}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: vind(scherm, "deurbezoek.afronden").isEnabled(), timeout=10_000)
    QTest.mouseClick(vind(scherm, "deurbezoek.afronden"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wereld.terug == 1, timeout=10_000)
    assert wereld.problemen == []
    gelezen: list[tuple[list[str], NietThuis | None, Uitkomst | None]] = []
    lane.submit(
        lambda: wereld.lees(lambda caseload: caseload.bezoek(bezoek)),
        lambda vast: gelezen.append(
            ([segment.tekst for segment in vast.segmenten], vast.niet_thuis, vast.uitkomst)
        ),
    )
    qtbot.waitUntil(lambda: bool(gelezen), timeout=10_000)
    teksten, dicht, uitkomst = gelezen[0]
    assert teksten == ["Rustig, in ochtendjas."]
    assert uitkomst is Uitkomst.NIET_THUIS
    assert dicht is not None
    assert dicht.gezien == ("licht aan", "auto voor de deur")
    assert dicht.achtergelaten == "brief"
