"""Settings are kept at once; a new passphrase needs the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.instellingen.view import InstellingenScherm
from leerplicht_desktop.ui.kit.look import Look
from tests.ui.wereld import WACHTZIN, Wereld, bouw_wereld

NIEUW = "groene giraffe poetst elke dinsdag haar brommer"


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> InstellingenScherm:
    made = InstellingenScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 2000)
    made.show()
    made.toon(Werkplek("instellingen"))
    return made


def _vul(scherm: InstellingenScherm, **velden: str) -> None:
    for naam, tekst in velden.items():
        veld = scherm.findChild(QLineEdit, f"instellingen.{naam}")
        assert isinstance(veld, QLineEdit)
        veld.setText(tekst)


def _wijzig(scherm: InstellingenScherm, qtbot: QtBot) -> None:
    knop = scherm.findChild(QPushButton, "instellingen.wijzig")
    assert isinstance(knop, QPushButton)
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def test_a_new_passphrase_opens_and_the_old_one_does_not(
    wereld: Wereld, scherm: InstellingenScherm, qtbot: QtBot
) -> None:
    _vul(scherm, oud=WACHTZIN, nieuw=NIEUW, herhaling=NIEUW)
    _wijzig(scherm, qtbot)
    assert wereld.toasts == ["Je wachtzin is gewijzigd"]
    wereld.kluis.sluit()
    wereld.kluis.ontgrendel(NIEUW)


def test_without_the_old_passphrase_nothing_changes(
    wereld: Wereld, scherm: InstellingenScherm, qtbot: QtBot
) -> None:
    _vul(scherm, oud="verkeerd", nieuw=NIEUW, herhaling=NIEUW)
    _wijzig(scherm, qtbot)
    assert wereld.toasts == []
    wereld.kluis.sluit()
    wereld.kluis.ontgrendel(WACHTZIN)


@pytest.mark.parametrize("zwak", ["leerplicht2026", "ik ga op vakantie 2026", "Welkom2026!Leerplicht"])
def test_a_weak_passphrase_is_refused_in_words(
    wereld: Wereld, scherm: InstellingenScherm, qtbot: QtBot, zwak: str
) -> None:
    _vul(scherm, oud=WACHTZIN, nieuw=zwak, herhaling=zwak)
    _wijzig(scherm, qtbot)
    veld = scherm.findChild(QLineEdit, "instellingen.nieuw")
    assert isinstance(veld, QLineEdit)
    assert "Deze wachtzin is te raden" in veld.accessibleDescription()
    wereld.kluis.sluit()
    wereld.kluis.ontgrendel(WACHTZIN)


def test_without_a_keyring_it_says_that_the_protection_is_less(scherm: InstellingenScherm) -> None:
    regel = scherm.findChild(QWidget, "instellingen.verminderd")
    assert isinstance(regel, QWidget)
    assert regel.isVisible()


def test_quick_phrases_are_kept_at_every_key(
    wereld: Wereld, scherm: InstellingenScherm, qtbot: QtBot
) -> None:
    vak = scherm.findChild(QPlainTextEdit, "instellingen.zinnen")
    assert isinstance(vak, QPlainTextEdit)
    vak.selectAll()
    QTest.keyClicks(vak, "Wil hulp")
    assert wereld.lees(lambda caseload: caseload.snelle_zinnen()) == ("Wil hulp",)
    assert len(wereld.bewaard) >= len("Wil hulp")


def test_a_thirteenth_phrase_is_refused_in_words(wereld: Wereld, scherm: InstellingenScherm) -> None:
    before = wereld.lees(lambda caseload: caseload.snelle_zinnen())
    vak = scherm.findChild(QPlainTextEdit, "instellingen.zinnen")
    assert isinstance(vak, QPlainTextEdit)
    vak.setPlainText("\n".join(f"zin {nummer}" for nummer in range(13)))
    assert "Haal er een weg" in vak.accessibleDescription()
    assert wereld.lees(lambda caseload: caseload.snelle_zinnen()) == before


def test_the_time_to_the_lock_is_kept(wereld: Wereld, scherm: InstellingenScherm) -> None:
    keuze = scherm.findChild(QComboBox, "instellingen.vergrendel_na")
    assert isinstance(keuze, QComboBox)
    keuze.setCurrentIndex(0)
    keuze.activated.emit(0)
    assert wereld.lees(lambda caseload: caseload.instelling("vergrendel_na_minuten")) == "2"


def test_the_page_grows_with_the_letters(wereld: Wereld, qtbot: QtBot, dress: Callable[..., Look]) -> None:
    scherm = InstellingenScherm(wereld.context)
    qtbot.addWidget(scherm)
    scherm.resize(1800, 900)
    scherm.show()
    thema = scherm.findChild(QWidget, "instellingen.thema")
    assert isinstance(thema, QWidget)
    qtbot.waitUntil(lambda: thema.width() > 0)
    before = thema.width()
    dress(points=21.0)
    qtbot.waitUntil(lambda: thema.width() > 1.7 * before)
