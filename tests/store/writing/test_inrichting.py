from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN


def test_a_new_vault_has_phrases_and_a_first_screen(kluis: SqlKluis) -> None:
    assert len(kluis.lees(lambda caseload: caseload.snelle_zinnen())) == 8
    assert kluis.lees(lambda caseload: caseload.werkplek()) == Werkplek("vandaag")
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) is None


def test_the_officer_comes_back_where_he_was(kluis: SqlKluis) -> None:
    for plek in (Werkplek("dossiers", zoektekst="kamp"), Werkplek("deurbezoek", "b-1", "segment:s-1", 17)):
        _onthoud(kluis, plek)
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.lees(lambda caseload: caseload.werkplek()) == Werkplek(
        "deurbezoek", "b-1", "segment:s-1", 17
    )


def test_phrases_are_replaced_in_order_without_blanks(kluis: SqlKluis) -> None:
    kluis.doe(
        lambda work: work.inrichting.zet_snelle_zinnen(["Zegt niets", "  ", " Hond blaft ", "Zegt niets"])
    )
    assert kluis.lees(lambda caseload: caseload.snelle_zinnen()) == ("Zegt niets", "Hond blaft", "Zegt niets")
    kluis.doe(lambda work: work.inrichting.zet_snelle_zinnen([]))
    assert kluis.lees(lambda caseload: caseload.snelle_zinnen()) == ()


def test_a_setting_is_replaced(kluis: SqlKluis) -> None:
    for waarde in ("licht", "donker"):
        _zet(kluis, "thema", waarde)
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) == "donker"


def _onthoud(kluis: SqlKluis, plek: Werkplek) -> None:
    kluis.doe(lambda work: work.inrichting.onthoud(plek))


def _zet(kluis: SqlKluis, naam: str, waarde: str) -> None:
    kluis.doe(lambda work: work.inrichting.zet(naam, waarde))
