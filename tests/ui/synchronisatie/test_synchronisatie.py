"""The road in words: what waits, the button, and every known problem with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework import problems
from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.problems import SyncProblem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.ui.synchronisatie.view import SynchronisatieScherm
from leerplicht_desktop.ui.synchronisatie.woorden import _PROBLEMEN, reden_in_woorden, stand_van
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> SynchronisatieScherm:
    made = SynchronisatieScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    return made


def _teksten(scherm: SynchronisatieScherm) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if not label.isHidden())


def test_what_waits_is_named_without_its_content(
    wereld: Wereld, scherm: SynchronisatieScherm, qtbot: QtBot
) -> None:
    wereld.doe(lambda work: taak_maken(work, wereld.klok, DRIELING[:1], "Geheim plan", wereld.klok.vandaag()))
    scherm.toon(Werkplek("synchronisatie"))
    gezien = _teksten(scherm)
    assert "Taak ·" in gezien
    assert "Nog niet verstuurd" in gezien
    assert "Geheim plan" not in gezien


def test_work_of_a_dossier_that_is_not_here_has_no_loose_dot(
    wereld: Wereld, scherm: SynchronisatieScherm
) -> None:
    wereld.doe(lambda work: taak_maken(work, wereld.klok, ("d-weg",), "Bellen", wereld.klok.vandaag()))
    scherm.toon(Werkplek("synchronisatie"))
    assert "Taak" in _teksten(scherm).splitlines()


def test_a_screen_that_was_taken_away_does_not_stop_the_road(wereld: Wereld, qapp: QApplication) -> None:
    weg = SynchronisatieScherm(wereld.context)
    weg.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gehoord: list[SyncWeergave] = []
    wereld.sync.luister(gehoord.append)
    bezig = SyncWeergave(True, SyncFase.BEZIG, 1, 0, None)
    wereld.sync.vertel(bezig)
    assert gehoord[-1] == bezig


def test_the_button_starts_a_round(wereld: Wereld, scherm: SynchronisatieScherm, qtbot: QtBot) -> None:
    knop = scherm.findChild(QPushButton, "synchronisatie.knop")
    assert isinstance(knop, QPushButton)
    before = wereld.sync.gevraagd
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert wereld.sync.gevraagd == before + 1


@pytest.mark.parametrize(
    ("reden", "woord"),
    [
        ("invalid", "Niet aangenomen"),
        ("na_intrekking", "Wordt beoordeeld"),
        ("na_schorsing", "Wordt beoordeeld"),
    ],
)
def test_what_was_handed_in_without_a_right_is_judged_and_not_refused(reden: str, woord: str) -> None:
    assert stand_van("rejected", reden)[2] == woord
    assert "lever" in reden_in_woorden(reden).lower() or reden == "invalid"


@pytest.mark.parametrize(
    ("toestand", "reden", "woord", "zin"),
    [
        ("applied", "vrijgegeven: gebeld", "Alsnog aangenomen", "op jouw naam. Reden: gebeld."),
        ("applied", "overgedragen: Bram. Verhuisd", "Overgedragen", "Aan wie en waarom: Bram. Verhuisd."),
        ("rejected", "afgewezen: ander gezin", "Niet opgenomen", "Reden: ander gezin. Je tekst blijft"),
        ("rejected", "afgewezen", "Niet opgenomen", "komt niet in het dossier. Je tekst blijft"),
        ("waiting", "quarantaine_vol", "Wacht op ruimte", "moet eerst beoordelen"),
        ("waiting", "dag_vol", "Wacht op ruimte", "gaat morgen mee"),
    ],
)
def test_what_became_of_work_is_told_with_its_reason(toestand: str, reden: str, woord: str, zin: str) -> None:
    assert stand_van(toestand, reden)[2] == woord
    assert zin in reden_in_woorden(reden)


def test_every_known_problem_has_words_in_the_history() -> None:
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, type) and kind is not SyncProblem]
    for kind in kinds:
        if issubclass(kind, SyncProblem):
            assert kind.__name__ in _PROBLEMEN


@pytest.mark.parametrize(
    ("verbonden", "wacht", "weg", "woorden"),
    [
        (None, 0, 0, "Nog niet verbonden, alles verzonden"),
        (False, 3, 0, "Offline, 3 te verzenden"),
        (True, 0, 0, "Verbonden, alles verzonden"),
        (True, 0, 7, "Verbonden, 7 niet aangenomen"),
        (True, 2, 1, "Verbonden, 2 te verzenden, 1 niet aangenomen"),
    ],
)
def test_the_state_in_words(verbonden: bool | None, wacht: int, weg: int, woorden: str) -> None:
    assert SyncWeergave(verbonden, SyncFase.RUST, wacht, weg, None).woorden == woorden


@pytest.mark.parametrize(
    ("probleem", "woorden"),
    [
        (problems.AanmeldingVerlopen(), "Niet aangemeld, 1 te verzenden"),
        (problems.AanmeldingNietAf(), "Niet aangemeld, 1 te verzenden"),
        (problems.PoortBezet(), "Niet aangemeld, 1 te verzenden"),
        (problems.AanmeldingGeweigerd(), "Niet aangemeld, 1 te verzenden"),
        (problems.Geschorst(), "Toegang stilgezet, 1 te verzenden"),
        (problems.ApparaatIngetrokken(), "Laptop ingetrokken, 1 te verzenden"),
        (problems.ServerWeigert(), "Verbonden, 1 te verzenden"),
    ],
)
def test_who_is_asked_to_sign_in_is_not_connected(probleem: SyncProblem, woorden: str) -> None:
    weergave = SyncWeergave(True, SyncFase.RUST, 1, 0, None, probleem)
    assert weergave.woorden == woorden
    assert weergave.open_ is woorden.startswith("Verbonden")
