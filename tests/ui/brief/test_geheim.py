"""R23 and R24 through the screen: what may not stand on a letter stays off, and nothing else is refused."""

from dataclasses import replace

import pytest

from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_instellen, verbalisant_van
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.label import Label
from tests.ui.handen import deel, druk, typ, zichtbaar
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import Opener
from .papiertekst import brieven, concept, papier


def _begin(scherm: BriefScherm, formulier: str) -> str:
    druk(scherm, f"brief.formulier.{formulier}")
    druk(scherm, "brief.begin")
    return scherm.werkplek().ding


def _zit_in(wereld: Wereld, plaats: str) -> None:
    """The officer works for that town."""
    zelf = replace(wereld.doe(verbalisant_van), standplaats=plaats)
    wereld.doe(lambda work: verbalisant_instellen(work, zelf))


def _zinnen(scherm: BriefScherm) -> str:
    return " ".join(punt.zin for punt in scherm._presenter.punten({}))


def test_the_town_of_the_municipality_is_no_secret(wereld: Wereld, toon: Opener) -> None:
    """R24: father lives secretly in the town that writes; mother still gets her letter."""
    _zit_in(wereld, "'s-Gravenhage")
    scherm = toon(PAOLO)
    id_ = _begin(scherm, "uitnodiging_gesprek")
    assert not zichtbaar(scherm, "brief.melding")
    tekst = papier(wereld, id_)
    assert "'s-Gravenhage" in tekst
    assert "Thorbeckelaan" not in tekst


@pytest.mark.parametrize(
    "clue",
    [
        "Thorbeckelaan 731",
        "de thorbeckelaan",
        "2564 cj",
        "2564CJ",
        "'S-GRAVENHAGE",
        "in Den Haag",
        "Ooievaar",
    ],
)
def test_no_clue_to_a_secret_address_gets_on_a_letter(wereld: Wereld, toon: Opener, clue: str) -> None:
    """R24: street, postcode, town and school of the child, however they are written."""
    _zit_in(wereld, "'s-Gravenhage")
    scherm = toon(PAOLO)
    id_ = _begin(scherm, "waarschuwing")
    assert concept(wereld, id_).concept.aan is not None
    typ(scherm, "brief.veld.feiten", "Paolo was er niet.")
    assert "geheim moet blijven" not in _zinnen(scherm)
    typ(scherm, "brief.veld.hulp", f"Kijk bij de {clue}, daar")
    assert "geheim moet blijven" in _zinnen(scherm)
    druk(scherm, "brief.definitief")
    assert not scherm.window().findChildren(BriefScherm, "brief.definitief.venster")
    assert concept(wereld, id_).concept.id == id_


def test_the_school_itself_gets_its_letter(wereld: Wereld, toon: Opener) -> None:
    """R24 hides the school from the other parent, not from the school; the address stays hidden from it."""
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.bericht_school")
    typ(scherm, "brief.instantie.adres", "Plein 1")
    druk(scherm, "brief.begin")
    assert not zichtbaar(scherm, "brief.melding")
    typ(scherm, "brief.veld.stand", "De Ooievaar belt moeder.")
    assert "geheim moet blijven" not in _zinnen(scherm)
    typ(scherm, "brief.veld.gevraagd", "Ga langs op de Thorbeckelaan")
    assert "geheim moet blijven" in _zinnen(scherm)


def test_the_red_line_stays_where_it_is_printed(wereld: Wereld, toon: Opener) -> None:
    """R24: the sealed letter is what goes out of the door; of another dossier nothing is said."""
    for dossier, geheim in ((PAOLO, True), (DRIELING[0], False)):
        scherm = toon(dossier)
        _begin(scherm, "niet_thuiskaart")
        druk(scherm, "brief.definitief")
        druk(scherm.window(), "brief.definitief.wel")
        assert zichtbaar(scherm, "brief.afdrukken")
        druk(scherm, "brief.afdrukken")
        dialoog = deel(scherm.window(), "brief.afdrukken.venster", Dialog)
        assert any("geheim adres" in een.text() for een in dialoog.findChildren(Label)) is geheim
        druk(dialoog, "brief.afdrukken.niet")
        assert zichtbaar(scherm, "brief.geheim") is geheim
        assert zichtbaar(toon(brieven(wereld, dossier)[0].id), "brief.geheim") is geheim


@pytest.mark.parametrize("getal", ["999996435", "9999.96.435", "999 996 435"])
def test_a_bsn_in_any_spelling_is_refused(toon: Opener, getal: str) -> None:
    """R23: on a letter to a parent."""
    scherm = toon()
    _begin(scherm, "waarschuwing")
    typ(scherm, "brief.veld.feiten", f"Leerling {getal} was er niet.")
    assert "een BSN kan zijn" in _zinnen(scherm)


def test_a_telephone_number_is_no_bsn(toon: Opener) -> None:
    scherm = toon()
    _begin(scherm, "waarschuwing")
    typ(scherm, "brief.veld.hulp", "Bel 070-123 45 67 of 06 1234 5678 op 21-11-2026.")
    assert "BSN" not in _zinnen(scherm)
