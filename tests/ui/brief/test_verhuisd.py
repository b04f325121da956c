"""R30 through the screen: the register moves somebody while the letter lies open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, typ, zichtbaar
from tests.ui.kit.measure import cut
from tests.ui.wereld import DRIELING, PAOLO, Wereld, persoon

from .conftest import Opener
from .papiertekst import concept, papier

NIEUW = {"11.10": "Nieuwegracht", "11.20": "9", "11.60": "1234ZZ", "11.70": "Demostad"}
KNOP = "Zet het nieuwe adres op de brief"


@pytest.fixture
def scherm(toon: Opener) -> BriefScherm:
    gemaakt = toon(PAOLO)
    druk(gemaakt, "brief.formulier.uitnodiging_gesprek")
    druk(gemaakt, "brief.begin")
    return gemaakt


def _pull(
    wereld: Wereld, scherm: BriefScherm, wie: str = "", *, hoort: bool = True, **anders: object
) -> None:
    """What the municipality sends about who the letter is for."""
    if not wie:
        aan = concept(wereld, scherm.werkplek().ding).concept.aan
        assert aan is not None
        (wie,) = aan.personen
    velden = persoon(wie.removeprefix("p-")).model_copy(update=anders).model_dump(mode="json")
    record = SpiegelRecord("persoon", wie, (PAOLO,), 2, 2, False, velden, {})

    def pas_toe(work: Work) -> None:
        voor = work.brievenbus.cursor()
        work.brievenbus.pas_toe(Feedpagina(voor, f"{voor}+", (), (record,)))

    wereld.doe(pas_toe)
    if hoort:
        scherm.geraakt(touched(Soort.DOSSIER, dossiers=(PAOLO,)))
    rust()


def _knop(scherm: BriefScherm) -> LinkButton:
    return next(knop for knop in scherm.findChildren(LinkButton) if knop.text() == KNOP)


def test_a_new_address_is_put_on_with_one_press(wereld: Wereld, scherm: BriefScherm) -> None:
    wereld.context.bulletin.geraakt.connect(scherm.geraakt)
    id_ = scherm.werkplek().ding
    deel(scherm, "brief.aanhef", QLineEdit).clear()
    typ(scherm, "brief.aanhef", "Beste ouder")
    typ(scherm, "brief.veld.melding", "Paolo er niet was")
    _pull(wereld, scherm, adres=NIEUW, adres_sleutel="1234ZZ-9")
    assert zichtbaar(scherm, "brief.adres")
    assert "adres op deze brief niet meer juist" in scherm._presenter.punten({})[0].zin
    assert list(cut(scherm)) == []
    _knop(scherm).setFocus()
    QTest.keyClick(_knop(scherm), Qt.Key.Key_Space)
    rust()
    assert not zichtbaar(scherm, "brief.adres")
    assert "Nieuwegracht 9" in deel(scherm, "brief.aan", QLabel).text()
    assert "Nieuwegracht 9" in papier(wereld, id_)
    assert "Paolo er niet was" in papier(wereld, id_)
    assert "Beste ouder," in papier(wereld, id_)
    deel(scherm, "brief.aanhef", QLineEdit).clear()
    typ(scherm, "brief.aanhef", "Geachte ouder")
    rust()
    assert "Geachte ouder," in papier(wereld, id_)
    assert "Nieuwegracht 9" in papier(wereld, id_)
    assert not wereld.problemen


def test_a_second_press_takes_no_salutation_away(wereld: Wereld, scherm: BriefScherm) -> None:
    """The link goes with the first press, and the keyboard comes to the salutation."""
    wereld.context.bulletin.geraakt.connect(scherm.geraakt)
    _pull(wereld, scherm, adres=NIEUW, adres_sleutel="1234ZZ-9")
    vak = deel(scherm, "brief.aanhef", QLineEdit)
    was = vak.text()
    _knop(scherm).setFocus()
    for _ in range(2):
        druktoets = QApplication.focusWidget()
        assert druktoets is not None
        QTest.keyClick(druktoets, Qt.Key.Key_Space)
        rust()
    assert vak.text().strip() == was


def test_a_long_salutation_is_read_from_its_beginning(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(DRIELING[0], breedte=1024)
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.begin")
    id_ = scherm.werkplek().ding
    lang = "Geachte mevrouw Van den Bosch-Van der Waterbeemd, geachte heer Van den Bosch, beste verzorger"
    typ(scherm, "brief.aanhef", lang)
    typ(scherm, "brief.veld.jongere", lang)
    opnieuw = toon(id_, breedte=1024)
    for naam in ("brief.aanhef", "brief.veld.jongere"):
        assert deel(opnieuw, naam, QLineEdit).cursorPosition() == 0
    assert not wereld.problemen


def test_another_name_brings_its_own_salutation(wereld: Wereld, scherm: BriefScherm) -> None:
    wereld.context.bulletin.geraakt.connect(scherm.geraakt)
    lo3 = {"02.10": "Renée", "02.40": "Jansen", "03.10": "19800102", "04.10": "V"}
    _pull(wereld, scherm, adres=NIEUW, adres_sleutel="1234ZZ-9", lo3=lo3)
    QTest.keyClick(_knop(scherm), Qt.Key.Key_Space)
    rust()
    assert deel(scherm, "brief.aanhef", QLineEdit).text() == "Geachte mevrouw Jansen"
    assert "Geachte mevrouw Jansen," in papier(wereld, scherm.werkplek().ding)


def test_the_list_of_points_leads_to_the_way_out(wereld: Wereld, scherm: BriefScherm) -> None:
    _pull(wereld, scherm, adres=NIEUW, adres_sleutel="1234ZZ-9")
    druk(scherm, "brief.punt.0")
    assert QApplication.focusWidget() is _knop(scherm)
    druk(scherm, "brief.definitief")
    assert not scherm.window().findChildren(type(scherm), "brief.definitief.venster")
    assert concept(wereld, scherm.werkplek().ding).adres is not None


def test_what_stood_in_the_way_goes_when_it_is_put_right(wereld: Wereld, scherm: BriefScherm) -> None:
    """The address is gone again by the time the officer presses, and comes back later."""
    _pull(wereld, scherm, adres=NIEUW, adres_sleutel="1234ZZ-9")
    _pull(wereld, scherm, hoort=False, adres={}, adres_sleutel="")
    QTest.keyClick(_knop(scherm), Qt.Key.Key_Space)
    rust()
    assert "geen adres meer bekend" in deel(scherm, "brief.bericht", Notice).accessibleName()
    _pull(wereld, scherm)
    assert not zichtbaar(scherm, "brief.adres")
    assert not zichtbaar(scherm, "brief.bericht")


def test_who_died_gets_no_letter(wereld: Wereld, scherm: BriefScherm) -> None:
    """Nothing can be put right then, so nothing is offered but to throw it away."""
    _pull(wereld, scherm, overleden_op="20261120")
    assert "is volgens het register overleden" in scherm._presenter.punten({})[0].zin
    assert not [knop for knop in scherm.findChildren(LinkButton) if knop.text() == KNOP]
    druk(scherm, "brief.weg")
    druk(scherm.window(), "brief.weg.wel")
    assert wereld.terug == 1


def test_a_sealed_letter_warns_before_it_is_sent(wereld: Wereld, scherm: BriefScherm) -> None:
    for veld, tekst in (
        ("melding", "Paolo er twee dagen niet was"),
        ("gesprek_op", "1-12"),
        ("gesprek_op.tijd", "15:30"),
        ("gesprek_waar", "het gemeentehuis"),
    ):
        typ(scherm, f"brief.veld.{veld}", tekst)
    aan = concept(wereld, scherm.werkplek().ding).concept.aan
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")
    assert not zichtbaar(scherm, "brief.adres_oud")
    assert zichtbaar(scherm, "brief.stap.vast")
    assert aan is not None
    _pull(wereld, scherm, aan.personen[0], adres=NIEUW, adres_sleutel="1234ZZ-9")
    assert zichtbaar(scherm, "brief.adres_oud")
    assert not zichtbaar(scherm, "brief.stap.vast"), "one press would record that it was sent"
    druk(scherm, "brief.stap.niet_verzonden")
    assert zichtbaar(scherm, "brief.stap.reden")
    assert "Verstuur deze brief niet" in deel(scherm, "brief.adres_oud", Notice).accessibleName()
    assert list(cut(scherm)) == []


def test_another_name_is_put_on_with_one_press(wereld: Wereld, scherm: BriefScherm) -> None:
    wereld.context.bulletin.geraakt.connect(scherm.geraakt)
    aan = concept(wereld, scherm.werkplek().ding).concept.aan
    assert aan is not None
    lo3 = {**persoon(aan.personen[0].removeprefix("p-")).lo3, "02.30": "", "02.40": "Bakker"}
    _pull(wereld, scherm, lo3=lo3)
    assert "de naam op deze brief" in scherm._presenter.punten({})[0].zin
    knop = next(knop for knop in scherm.findChildren(LinkButton) if "nieuwe naam" in knop.text())
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    rust()
    assert not zichtbaar(scherm, "brief.adres")
    assert "Bakker" in deel(scherm, "brief.aan", QLabel).text()
    assert deel(scherm, "brief.aanhef", QLineEdit).text().endswith("Bakker")
