"""Choosing a letter and who gets it: help first, two addresses two letters, no decision without one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.choices import Choice, FilterPill
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import Opener
from .papiertekst import brieven, concept, papier

FORMULIEREN = Path(__file__).parents[3] / "forms"


def _keuzes(scherm: BriefScherm) -> list[str]:
    knoppen = [knop for knop in scherm.findChildren(Choice) if knop.isVisibleTo(scherm)]
    gevonden = [knop for knop in knoppen if knop.objectName().startswith("brief.formulier.")]
    gevonden.sort(key=lambda knop: knop.mapTo(scherm, knop.rect().topLeft()).y())
    return [knop.objectName().removeprefix("brief.formulier.") for knop in gevonden]


def test_help_stands_on_top_and_enforcement_last(toon: Opener) -> None:
    keuzes = _keuzes(toon())
    assert keuzes[:2] == ["uitnodiging_gesprek", "niet_thuiskaart"]
    assert keuzes[-5:] == [
        "waarschuwing",
        "halt_verwijzing",
        "oproep_verhoor",
        "bericht_ouders_verhoor",
        "kennisgeving_proces_verbaal",
    ]


def test_every_form_of_the_folder_can_be_chosen_but_what_has_a_screen_of_its_own(toon: Opener) -> None:
    mappen = (FORMULIEREN / naam for naam in ("brieven", "kaarten", "processen_verbaal", "verslagen"))
    alle = [pad.stem for map_ in mappen for pad in map_.glob("*.toml")]
    assert sorted(_keuzes(toon())) == sorted(set(alle) - {"proces_verbaal", "verhoor"} | {"verzuimbeeld"})


def test_without_a_choice_the_screen_says_so(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.begin")
    assert deel(scherm, "brief.kiezen.fout", Notice).accessibleName().endswith("Kies eerst een brief.")
    assert not brieven(wereld, DRIELING[0])


def test_parents_at_two_addresses_get_two_letters(wereld: Wereld, toon: Opener) -> None:
    """R30: said in words first, then a letter each with only the own address."""
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.ontvanger.0")
    gezegd = deel(scherm, "brief.brieven", Notice).accessibleName()
    assert "Het worden 2 brieven, elk met alleen het eigen adres" in gezegd
    druk(scherm, "brief.begin")
    regels = brieven(wereld, PAOLO)
    assert len(regels) == 2
    adressen = [concept(wereld, regel.id).concept.aan for regel in regels]
    straten = [aan.adresregels[0] for aan in adressen if aan is not None]
    assert len(set(straten)) == 2
    for regel, eigen, ander in zip(regels, straten, reversed(straten), strict=True):
        tekst = papier(wereld, regel.id)
        assert eigen in tekst
        assert ander not in tekst
    assert zichtbaar(scherm, "brief.zuster")


def test_the_jongere_is_invited_in_person(wereld: Wereld, toon: Opener) -> None:
    """Article 22, R30: from 12 a letter of his own, in words for him; a younger child is not written to."""
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    assert deel(scherm, "brief.ontvanger.0", FilterPill).isChecked()
    druk(scherm, "brief.begin")
    regels = brieven(wereld, PAOLO)
    assert len(regels) == 3
    kregen = [concept(wereld, regel.id).concept.aan for regel in regels]
    assert [aan.minderjarig for aan in kregen if aan].count(True) == 1
    (eigen,) = (regel.id for regel, aan in zip(regels, kregen, strict=True) if aan and aan.minderjarig)
    assert "We willen graag van jou horen" in papier(wereld, eigen)
    jonger = toon()
    druk(jonger, "brief.formulier.uitnodiging_gesprek")
    assert not deel(jonger, "brief.ontvanger.0", FilterPill).isChecked()


def test_the_text_of_one_letter_is_taken_over_in_the_other(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.begin")
    typ(scherm, "brief.veld.melding", "Paolo er twee dagen niet was")
    eerste = scherm.werkplek().ding
    deel(scherm, "brief.zuster", Notice).followed.emit()
    rust()
    tweede = scherm.werkplek().ding
    assert tweede != eerste
    druk(scherm, "brief.overnemen")
    assert concept(wereld, tweede).concept.velden["melding"] == "Paolo er twee dagen niet was"


def test_nobody_chosen_makes_no_letter(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.waarschuwing")
    for nummer in (1, 2):
        druk(scherm, f"brief.ontvanger.{nummer}")
    druk(scherm, "brief.begin")
    assert "Kies aan wie de brief gaat" in deel(scherm, "brief.kiezen.fout", Notice).accessibleName()
    assert not brieven(wereld, PAOLO)


def test_a_summons_goes_to_one_person(toon: Opener) -> None:
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.oproep_verhoor")
    pillen = [deel(scherm, f"brief.ontvanger.{nummer}", FilterPill) for nummer in range(3)]
    assert not any(pil.isChecked() for pil in pillen)
    druk(scherm, "brief.ontvanger.0")
    druk(scherm, "brief.ontvanger.2")
    assert [pil.isChecked() for pil in pillen] == [False, False, True]


@pytest.mark.parametrize("formulier", ["oproep_verhoor", "kennisgeving_proces_verbaal", "halt_verwijzing"])
def test_a_child_under_twelve_is_no_suspect(wereld: Wereld, toon: Opener, formulier: str) -> None:
    """R05: the triplet is in groep 4; only a parent can be called to a hearing, and Halt is not for them."""
    scherm = toon()
    druk(scherm, f"brief.formulier.{formulier}")
    namen = [pil.text() for pil in scherm.findChildren(FilterPill) if pil.isVisibleTo(scherm)]
    assert not any("Dimitris" in naam for naam in namen)
    assert "is nog geen 12 en kan geen verdachte zijn." in " ".join(
        woord.text() for woord in scherm.findChildren(Label) if woord.isVisibleTo(scherm)
    )
    if formulier == "halt_verwijzing":
        assert not namen
        druk(scherm, "brief.begin")
        assert not brieven(wereld, DRIELING[0])


def test_halt_is_offered_to_the_jongere_alone(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.halt_verwijzing")
    (pil,) = [pil for pil in scherm.findChildren(FilterPill) if pil.isVisibleTo(scherm)]
    assert pil.isChecked()
    druk(scherm, "brief.begin")
    aan = concept(wereld, scherm.werkplek().ding).concept.aan
    assert aan is not None
    assert aan.minderjarig


def test_an_organisation_needs_an_address(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.zorgmelding")
    assert deel(scherm, "brief.instantie.naam", QLineEdit).text() == "Veilig Thuis"
    druk(scherm, "brief.begin")
    assert "Vul het adres in." in deel(scherm, "brief.kiezen.fout", Notice).accessibleName()
    typ(scherm, "brief.instantie.adres", "Postbus 200")
    toets(scherm, "brief.instantie.adres", Qt.Key.Key_Return)
    typ(scherm, "brief.instantie.adres", "1230 AB  DEMOSTAD")
    druk(scherm, "brief.begin")
    aan = concept(wereld, scherm.werkplek().ding).concept.aan
    assert aan is not None
    assert aan.adresregels == ("Postbus 200", "1230 AB  DEMOSTAD")


def test_an_exemption_gets_no_decision(wereld: Wereld, toon: Opener) -> None:
    """R13: the reaction to article 5 is no beschikking and has no objection clause."""
    scherm = toon()
    druk(scherm, "brief.formulier.reactie_vrijstelling")
    assert "Geen besluit" in vind(scherm, "brief.bezwaar").property("text")
    druk(scherm, "brief.begin")
    id_ = scherm.werkplek().ding
    assert concept(wereld, id_).concept.soort is Documentsoort.REACTIE_VRIJSTELLING
    assert "bezwaar maken" not in papier(wereld, id_).lower()
    assert "beschikking" not in papier(wereld, id_).lower()


def test_only_a_decision_tells_how_to_object(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.beschikking_verlof")
    assert "Besluit" in vind(scherm, "brief.bezwaar").property("text")
    druk(scherm, "brief.begin")
    assert "bezwaar" in papier(wereld, scherm.werkplek().ding).lower()


def test_a_card_knows_nothing_of_the_child(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.niet_thuiskaart")
    assert not zichtbaar(scherm, "brief.ontvanger.0")
    druk(scherm, "brief.begin")
    tekst = papier(wereld, scherm.werkplek().ding)
    assert "Dimitris" not in tekst
    assert "Ooievaar" not in tekst
    assert "woensdag 25 november" in tekst


def test_a_letter_that_is_gone_leads_back(wereld: Wereld, toon: Opener) -> None:
    scherm = toon("weg")
    assert isValid(scherm)
    assert wereld.terug == 1
    assert wereld.toasts == ["Deze brief staat niet meer op deze laptop."]


def test_the_screen_is_used_again_for_another_dossier(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    scherm.verlaat()
    scherm.toon(Werkplek("brief", PAOLO))
    rust()
    assert not zichtbaar(scherm, "brief.ontvanger.0")
    druk(scherm, "brief.formulier.waarschuwing")
    druk(scherm, "brief.begin")
    assert {regel.soort for regel in brieven(wereld, PAOLO)} == {Documentsoort.WAARSCHUWING}
    assert not brieven(wereld, DRIELING[0])
