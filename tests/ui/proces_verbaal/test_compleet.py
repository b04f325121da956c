"""R15, R21 and R27 through the screen: gaps with their rule and link, sealing only when complete."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_van
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.proces_verbaal import Eed, Verbalisant
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, typ, vind, zichtbaar
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import (
    begin,
    bewaard,
    ding,
    maak_compleet,
    stap,
    typ_en_verlaat,
    verzegel,
    verzegelknop,
)
from tests.ui.proces_verbaal.proefpapier import PapierStuk, Proefpapier
from tests.ui.wereld import DRIELING, Wereld


def _zegt(scherm: ProcesVerbaalScherm, woorden: str) -> bool:
    return any(woorden in een.text() and een.isVisible() for een in scherm.findChildren(Label))


def _stand(scherm: ProcesVerbaalScherm) -> tuple[int, int]:
    """How many points are done, of how many."""
    delen = deel(scherm, "pv.stand", QLabel).text().split()
    return int(delen[0]), int(delen[2])


def test_r15_nothing_is_sealed_while_a_point_blocks(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    assert not verzegelknop(scherm).isEnabled()
    klaar, totaal = _stand(scherm)
    assert klaar + len(bewaard(wereld, scherm).punten) == totaal
    maak_compleet(scherm)
    assert verzegelknop(scherm).isEnabled()
    assert bewaard(wereld, scherm).blokkerend == ()
    assert _stand(scherm)[0] > klaar


def test_a_question_is_told_apart_from_a_fault_until_it_is_answered(scherm: ProcesVerbaalScherm) -> None:
    """Three weights: what must be mended, what any answer settles, and advice."""
    woorden = deel(scherm, "pv.stand.woorden", QLabel)
    assert re.search(
        r"^\d+ punten moeten, \d+ vragen wachten op antwoord, \d+ zijn een advies\.$", woorden.text()
    )
    voor = int(re.findall(r"\d+", woorden.text())[1])
    stap(scherm, "bevindingen")
    typ(scherm, "pv.school.vrijstelling", "weet ik niet")
    assert int(re.findall(r"\d+", woorden.text())[1]) == voor - 1
    maak_compleet(scherm)
    assert "vragen" not in woorden.text()


@pytest.mark.parametrize(
    ("veld", "doel"),
    [
        ("Vul je standplaats in.", "pv.verbalisant.standplaats"),
        ("Kies ambtseed of ambtsbelofte.", "pv.verbalisant.eed.ambtseed"),
        ("Vul de plaats van het feit in.", "pv.feit.plaats"),
        ("Schrijf hoe je weet wat hier staat.", "pv.redenen_van_wetenschap"),
    ],
)
def test_each_point_is_a_link_to_its_field(scherm: ProcesVerbaalScherm, veld: str, doel: str) -> None:
    link = next(
        een
        for een in scherm.findChildren(QPushButton)
        if een.objectName().startswith("pv.punt.") and een.accessibleName().endswith(veld)
    )
    link.click()
    assert vind(scherm, doel).isVisible()
    if doel != "pv.verbalisant.eed.ambtseed":
        assert vind(scherm, doel).hasFocus()


def test_sealing_gives_the_number_and_fixes_all(
    wereld: Wereld, scherm: ProcesVerbaalScherm, papier: Proefpapier
) -> None:
    maak_compleet(scherm)
    id_ = ding(scherm)
    verzegel(scherm)
    beeld = wereld.kluis.bekijk(lambda kast: kast.stuk(id_))
    assert beeld.stuk.nummer == "OEF-2026-000101"
    assert beeld.stand is Stand.GEREED
    assert zichtbaar(scherm, "pv.stuk")
    assert not zichtbaar(scherm, "pv.verzegel")
    assert _zegt(scherm, "OEF-2026-000101")
    assert _zegt(scherm, beeld.stuk.inhoud_hash[:8])
    assert "stuk" in {post.entity for post in wereld.uitvak()}


def test_the_safe_answer_seals_nothing(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    druk(scherm, "pv.verzegel")
    druk(scherm.window(), "pv.verzegelen.niet")
    assert bewaard(wereld, scherm).concept.pv.nummer == ""
    assert wereld.kluis.bekijk(lambda kast: kast.nummers()).volgende == "OEF-2026-000101"


def test_r27_a_number_is_given_once(wereld: Wereld, toon: Opener, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    verzegel(scherm)
    druk(scherm, "pv.aanvullen")
    assert zichtbaar(scherm, "pv.stand")
    aanvulling = bewaard(wereld, scherm).concept
    assert aanvulling.pv.nummer == ""
    assert aanvulling.pv.aanvulling_op == "OEF-2026-000101"
    assert wereld.kluis.bekijk(lambda kast: kast.nummers()).volgende == "OEF-2026-000102"


def test_r27_paper_with_another_number_is_refused(
    wereld: Wereld, scherm: ProcesVerbaalScherm, papier: Proefpapier
) -> None:
    maak_compleet(scherm)
    papier.nummer = "OEF-2026-000149"
    verzegel(scherm)
    assert "nummer is al gebruikt" in vind(scherm, "pv.melding").accessibleName()
    assert bewaard(wereld, scherm).concept.pv.nummer == ""
    papier.nummer = None
    verzegel(scherm)
    assert zichtbaar(scherm, "pv.stuk")


def test_a_broken_paper_seals_nothing(
    wereld: Wereld, scherm: ProcesVerbaalScherm, papier: Proefpapier
) -> None:
    maak_compleet(scherm)
    papier.fout = PapierStuk()
    verzegel(scherm)
    assert "Er is niets verzegeld" in vind(scherm, "pv.melding").accessibleName()
    assert verzegelknop(scherm).text() == "Verzegel"
    assert bewaard(wereld, scherm).blokkerend == ()


def test_r21_a_conviction_asks_for_the_raad(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    typ(scherm, "pv.eerdere.op", "14-03-2024")
    druk(scherm, "pv.eerdere.erbij")
    eerdere = bewaard(wereld, scherm).concept.pv.persoon.eerdere
    assert eerdere == (EerdereAfdoening(date(2024, 3, 14), "2 lid 1"),)
    stap(scherm, "bijlagen")
    assert _zegt(scherm, "afschrift Raad voor de Kinderbescherming")
    stap(scherm, "verdachte")
    druk(scherm, "pv.eerdere.0.weg")
    stap(scherm, "bijlagen")
    assert not _zegt(scherm, "afschrift Raad")


def test_r05_a_child_under_twelve_is_no_suspect(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    assert zichtbaar(scherm, "pv.aanloop.verzorgt")
    begin(scherm, "Dimitris")
    assert zichtbaar(scherm, "pv.start")
    assert not zichtbaar(scherm, "pv.aanloop.verzorgt")
    assert _zegt(scherm, "twaalf")
    assert wereld.kluis.bekijk(lambda kast: kast.stukken()) == ()


@pytest.mark.parametrize("plaats", ["", "Elders"])
def test_an_open_concept_is_taken_up_and_another_choice_is_told(
    wereld: Wereld, scherm: ProcesVerbaalScherm, toon: Opener, plaats: str
) -> None:
    """The days of the second choice must not seem to be in it."""
    eerste = ding(scherm)
    tweede = toon(f"nieuw:{DRIELING[0]}")
    if plaats:
        typ(tweede, "pv.aanloop.plaats", plaats)
    begin(tweede)
    assert ding(tweede) == eerste
    assert any("was al een concept" in toast for toast in wereld.toasts) is bool(plaats)


def test_every_choice_of_the_signing_is_kept(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "ondertekening")
    druk(scherm, "pv.verbalisant.eed.ambtsbelofte")
    typ_en_verlaat(scherm, "pv.datum", "21-11")
    pv = bewaard(wereld, scherm).concept.pv
    assert (pv.verbalisant.eed, pv.datum) == (Eed.AMBTSBELOFTE, date(2026, 11, 21))
    typ_en_verlaat(scherm, "pv.datum", "30 februari")
    assert bewaard(wereld, scherm).concept.pv.datum == date(2026, 11, 21)
    assert not verzegelknop(scherm).isEnabled()


def test_what_the_municipality_does_not_know_is_remembered_once_typed(
    wereld: Wereld, scherm: ProcesVerbaalScherm
) -> None:
    maak_compleet(scherm)
    typ(scherm, "pv.verbalisant.parket", "arrondissementsparket Den Haag")
    druk(scherm, "pv.verbalisant.onthoud")
    assert "Onthouden" in wereld.toasts[-1]
    wie = wereld.doe(verbalisant_van)
    assert (wie.eed, wie.aktenummer, wie.parket) == (Eed.AMBTSEED, "12345", "arrondissementsparket Den Haag")


def test_what_the_municipality_knows_is_there_from_the_start(wereld: Wereld) -> None:
    def act(work: Work) -> Verbalisant:
        koppeling = work.brievenbus.koppeling()
        assert koppeling is not None
        profiel = {"parket": "arrondissementsparket Den Haag", "eed": "ambtsbelofte"}
        work.brievenbus.bewaar_koppeling(replace(koppeling, profiel=profiel))
        return verbalisant_van(work)

    wie = wereld.doe(act)
    assert (wie.parket, wie.eed) == ("arrondissementsparket Den Haag", Eed.AMBTSBELOFTE)


def test_a_birth_date_put_back_takes_the_refusal_away(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    stap(scherm, "verdachte")
    goed = deel(scherm, "pv.verdachte.geboren", QLineEdit).text()
    typ_en_verlaat(scherm, "pv.verdachte.geboren", "29-2-2023")
    assert _zegt(scherm, "Deze datum bestaat niet.")
    assert not verzegelknop(scherm).isEnabled()
    typ_en_verlaat(scherm, "pv.verdachte.geboren", goed)
    assert not _zegt(scherm, "Deze datum bestaat niet.")
    assert verzegelknop(scherm).isEnabled()


def test_a_birth_date_after_the_fact_is_asked_again(wereld: Wereld, toon: Opener) -> None:
    """Of a jongere too, whose age cannot be told then."""
    scherm = toon("nieuw:d-paolo")
    begin(scherm, "Paolo")
    assert ":" not in ding(scherm)
    typ_en_verlaat(scherm, "pv.verdachte.geboren", "31-12-2030")
    assert "feiten.0.periode" in {punt.veld for punt in bewaard(wereld, scherm).blokkerend}
    assert _zegt(scherm, "was de jongere geen twaalf")
