"""The first screen: what it shows of the caseload, why, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.laptop.gereed import ontbreekt
from leerplicht_desktop.casework.ports.toestel import Toestel
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.taak.vandaag import Looptijd
from leerplicht_desktop.casework.taak.voorstellen import voorstel_overnemen, voorstellen
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.ui.vandaag import presenter
from leerplicht_desktop.ui.vandaag.gereed import Gereedkaart
from leerplicht_desktop.ui.vandaag.klokken import EERST, Klokken
from leerplicht_desktop.ui.vandaag.view import VandaagScherm
from tests.casework.laptop.test_gereed import GOED
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

KIND = DRIELING[0]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> VandaagScherm:
    made = VandaagScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    wereld.context.bulletin.geraakt.connect(made.geraakt)
    return made


def _woorden(deel: QWidget, naam: str) -> str:
    kind = deel.findChild(QWidget, naam)
    assert isinstance(kind, QWidget), naam
    return "|".join(label.text() for label in kind.findChildren(QLabel))


def _druk(scherm: QWidget, naam: str) -> None:
    knop = scherm.findChild(QPushButton, naam)
    assert isinstance(knop, QPushButton), naam
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def test_the_terms_of_the_rules_stand_there_with_their_reasons(wereld: Wereld, scherm: VandaagScherm) -> None:
    scherm.toon(Werkplek("vandaag"))
    vandaag = wereld.klok.vandaag()
    eerste = wereld.lees(lambda caseload: voorstellen(caseload, KIND, vandaag))[0]
    shown = _woorden(scherm, "vandaag.klokken")
    assert eerste.wat in shown
    assert "te laat" in shown
    assert eerste.uitleg.regel not in shown
    _druk(scherm, "vandaag.klok.1.waarom")
    assert eerste.uitleg.artikel in _woorden(scherm, "vandaag.klokken")
    _druk(scherm, "vandaag.klok.1.waarom")
    knop = scherm.findChild(QPushButton, "vandaag.klok.1.waarom")
    assert isinstance(knop, QPushButton)
    assert knop.text() == "Waarom?"


def test_a_term_leads_to_its_dossier(wereld: Wereld, scherm: VandaagScherm) -> None:
    gegaan: list[Werkplek] = []
    wereld.context.navigatie.gevraagd.connect(gegaan.append)
    scherm.toon(Werkplek("vandaag"))
    _druk(scherm, "vandaag.klok.1.dossier")
    assert [plek.scherm for plek in gegaan] == ["dossiers"]
    assert gegaan[0].ding


def test_an_appointment_of_today_stands_apart_with_its_hour(wereld: Wereld, scherm: VandaagScherm) -> None:
    vandaag = wereld.klok.vandaag()
    wereld.doe(
        lambda work: taak_maken(work, wereld.klok, (KIND,), "Bel moeder", vandaag, tijdstip=time(9, 30))
    )
    wereld.doe(lambda work: taak_maken(work, wereld.klok, (KIND,), "Bel vader", vandaag + timedelta(days=1)))
    scherm.toon(Werkplek("vandaag"))
    assert "09:30" in _woorden(scherm, "vandaag.afspraken")
    assert "Bel moeder" in _woorden(scherm, "vandaag.afspraken")
    assert "Bel moeder" not in _woorden(scherm, "vandaag.klokken")
    assert "Bel vader" in _woorden(scherm, "vandaag.klokken")
    assert "Morgen" in _woorden(scherm, "vandaag.klokken")


def test_what_is_not_finished_is_gone_on_with(wereld: Wereld, scherm: VandaagScherm) -> None:
    gegaan: list[Werkplek] = []
    wereld.context.navigatie.gevraagd.connect(gegaan.append)
    scherm.toon(Werkplek("vandaag"))
    assert "Alles wat je begon, is vastgelegd." in _woorden(scherm, "vandaag.niet_af")
    note = wereld.doe(lambda work: gespreksnotitie_starten(work, wereld.klok, (KIND,)))
    scherm.toon(Werkplek("vandaag"))
    # A dossier that was looked at is looked at again once something says that it changed.
    assert scherm.findChild(QPushButton, "vandaag.niet_af.1") is None
    scherm.geraakt(touched(Soort.NOTITIE, dossiers=(KIND,)))
    _druk(scherm, "vandaag.niet_af.1")
    assert [(plek.scherm, plek.ding) for plek in gegaan] == [("gesprek", note)]


def test_a_proposal_that_became_a_task_stands_there_once(wereld: Wereld, scherm: VandaagScherm) -> None:
    scherm.toon(Werkplek("vandaag"))
    before = _woorden(scherm, "vandaag.klokken.stand")
    eerste = wereld.lees(lambda caseload: voorstellen(caseload, KIND, wereld.klok.vandaag()))[0]
    wereld.context.bulletin.meld(wereld.doe(lambda work: voorstel_overnemen(work, wereld.klok, KIND, eerste)))
    assert _woorden(scherm, "vandaag.klokken.stand") == before


def test_a_large_caseload_is_read_in_parts(
    wereld: Wereld, scherm: VandaagScherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "PER_KEER", 1)
    scherm.toon(Werkplek("vandaag"))
    stand = scherm.findChild(QLabel, "vandaag.klokken.stand")
    assert isinstance(stand, QLabel)
    assert "te bekijken" not in stand.text()
    assert "lopen" in stand.text()


def test_many_terms_fold_to_the_first(qtbot: QtBot) -> None:
    klokken = Klokken()
    qtbot.addWidget(klokken)
    dag = date(2026, 11, 20)
    klokken.toon([Looptijd(dag, f"Kind {n}", "Bel", f"d-{n}") for n in range(EERST + 3)], dag, 7)
    assert len(klokken.findChildren(QPushButton)) == EERST + 1
    stand = klokken.findChild(QLabel, "vandaag.klokken.stand")
    assert isinstance(stand, QLabel)
    assert stand.text() == f"{EERST + 3} lopen, kortste tijd eerst, nog 7 dossiers te bekijken"
    _druk(klokken, "vandaag.klokken.meer")
    assert len(klokken.findChildren(QPushButton)) >= EERST + 4


class Zuinig:
    """A laptop whose battery is nearly empty."""

    def nu(self) -> Toestel:
        return Toestel(accu=7, laadt=False, vrij=9_000_000_000, printer=True)


def test_what_is_missing_is_told_with_its_remedy(wereld: Wereld, qtbot: QtBot) -> None:
    scherm = VandaagScherm(replace(wereld.context, toestel=Zuinig()))
    qtbot.addWidget(scherm)
    scherm.resize(1280, 720)
    scherm.show()
    scherm.toon(Werkplek("vandaag"))
    qtbot.waitUntil(lambda: "punt" in _woorden(scherm, "vandaag.gereed"))
    assert "accu: nog 7 procent" in _woorden(scherm, "vandaag.gereed").casefold()
    _druk(scherm, "vandaag.gereed.meer")
    shown = [label for label in scherm.findChildren(QLabel) if "Laad de laptop op" in label.text()]
    assert [label.isVisible() for label in shown] == [True]


def test_a_point_leads_to_where_it_is_mended(qtbot: QtBot) -> None:
    kaart = Gereedkaart()
    qtbot.addWidget(kaart)
    gegaan: list[str] = []
    kaart.gevraagd.connect(gegaan.append)
    stand = replace(GOED, nummers=0)
    kaart.toon(stand, ontbreekt(stand))
    kaart.show()
    assert "Nog niet klaar om te gaan: 1 punt" in _woorden(kaart, "vandaag.gereed.oordeel") + "|".join(
        label.text() for label in kaart.findChildren(QLabel)
    )
    _druk(kaart, "vandaag.gereed.meer")
    _druk(kaart, "vandaag.gereed.1")
    assert gegaan == ["synchronisatie"]
    kaart.toon(GOED, ontbreekt(GOED))
    assert "Klaar om te gaan" in [label.text() for label in kaart.findChildren(QLabel)]
    meer = kaart.findChild(QPushButton, "vandaag.gereed.meer")
    assert isinstance(meer, QPushButton)
    assert meer.isHidden()
