"""Tasks from the rules: what, by when, why; dismissed with a reason they stay away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.taak.voorstellen import (
    Dossierstand,
    OpenMelding,
    Strafzaak,
    Taakvoorstel,
    voorgestelde_taken,
    werkdagen_later,
    wijs_af,
)
from leerplicht_desktop.domain.verzuim.melding import beoordeel
from leerplicht_desktop.domain.verzuim.thuiszitter import thuiszitter
from tests.domain.meldingen import geboortedata, kalenders, melding_van, rijen

DAG = date(2026, 11, 21)
JONGERE = Jongere(date(2014, 5, 1))
LEEG = Dossierstand(JONGERE, DAG)


def melding(nummer: str) -> OpenMelding:
    (rij,) = (een for een in rijen("verzuimmeldingen.csv") if een["meldingsnummer"] == nummer)
    gemeld = melding_van(rij)
    oordeel = beoordeel(gemeld, geboortedata()[rij["bsn"]], kalenders()[rij["brin"], rij["vestiging"]])
    return OpenMelding(nummer, gemeld.gemeld_op, oordeel)


def kort(voorstellen: tuple[Taakvoorstel, ...]) -> list[tuple[str, date]]:
    return [(een.sleutel.split(":")[0], een.uiterlijk) for een in voorstellen]


def test_nothing_going_on_asks_for_nothing() -> None:
    assert voorgestelde_taken(LEEG) == ()


def test_a_report_asks_for_contact_and_a_late_one_for_a_word_with_the_school() -> None:
    stand = replace(LEEG, meldingen=(melding("2026000004"), melding("2026000012")))
    assert kort(voorgestelde_taken(stand)) == [
        ("eerste_contact", date(2026, 11, 6)),
        ("school_signaal", date(2026, 11, 13)),
        ("luxe_contact", date(2026, 11, 16)),
    ]
    gebeld = replace(stand.meldingen[0], eerste_contact=date(2026, 11, 3), school_aangesproken=True)
    assert kort(voorgestelde_taken(replace(LEEG, meldingen=(gebeld,)))) == []


@pytest.mark.parametrize(
    ("peildatum", "uiterlijk"),
    [
        (date(2026, 10, 4), date(2026, 10, 4)),
        (date(2026, 10, 5), date(2026, 10, 18)),
        (date(2026, 10, 19), date(2026, 12, 6)),
    ],
)
def test_the_clock_asks_for_an_offer_before_the_next_limit(peildatum: date, uiterlijk: date) -> None:
    klok = thuiszitter(date(2026, 9, 7), peildatum)
    (voorstel,) = voorgestelde_taken(replace(LEEG, peildatum=peildatum, klok=klok))
    assert voorstel.uiterlijk == uiterlijk
    assert not voorstel.te_laat(uiterlijk)
    assert voorstel.te_laat(date(2026, 12, 7))


def test_a_clock_past_every_limit_or_stopped_asks_for_nothing() -> None:
    voorbij = thuiszitter(date(2026, 8, 1), DAG)
    gestopt = thuiszitter(date(2026, 11, 2), DAG, gestopt_op=date(2026, 11, 9))
    for klok in (voorbij, gestopt):
        assert voorgestelde_taken(replace(LEEG, klok=klok)) == ()


def test_a_hearing_leads_to_halt_or_a_proces_verbaal_in_time() -> None:
    verhoor = date(2026, 11, 10)
    (halt,) = voorgestelde_taken(replace(LEEG, strafzaak=Strafzaak(verhoor, naar_halt=True)))
    assert halt.uiterlijk == date(2026, 11, 17)
    (pv,) = voorgestelde_taken(replace(LEEG, strafzaak=Strafzaak(verhoor, date(2026, 9, 28))))
    assert (pv.sleutel, pv.uiterlijk) == ("proces_verbaal:2026-11-10", date(2026, 11, 27))
    assert voorgestelde_taken(replace(LEEG, strafzaak=Strafzaak(verhoor, afgerond=True))) == ()


def test_sixteen_and_seventeen_bring_the_svb() -> None:
    zestien = Jongere(date(2010, 1, 20))
    (svb,) = voorgestelde_taken(Dossierstand(zestien, DAG, niet_nagekomen_sinds=date(2026, 11, 2)))
    assert (svb.sleutel, svb.uiterlijk) == ("svb:melding_svb", date(2026, 11, 16))
    (terug,) = voorgestelde_taken(Dossierstand(zestien, DAG, hersteld_op=date(2026, 11, 16), svb_gemeld=True))
    assert (terug.sleutel, terug.uiterlijk) == ("svb:intrekking_svb", date(2026, 11, 30))
    (onbekend,) = voorgestelde_taken(Dossierstand(zestien, DAG, svb_gemeld=True))
    assert onbekend.uiterlijk == date(2026, 12, 4)
    assert voorgestelde_taken(Dossierstand(Jongere(Geboortedatum(None)), DAG)) == ()
    assert voorgestelde_taken(replace(LEEG, niet_nagekomen_sinds=date(2026, 11, 2))) == ()


@pytest.mark.parametrize(
    ("peildatum", "voorstellen"),
    [
        (date(2026, 11, 20), []),
        (date(2026, 11, 21), [("doorstroompunt", date(2027, 1, 19))]),
        (date(2027, 1, 19), [("doorstroompunt", date(2027, 1, 19))]),
        (date(2027, 1, 20), []),
    ],
)
def test_eighteen_brings_the_doorstroompunt(peildatum: date, voorstellen: list[tuple[str, date]]) -> None:
    bijna = Jongere(date(2009, 1, 20))
    assert kort(voorgestelde_taken(Dossierstand(bijna, peildatum))) == voorstellen
    diploma = replace(bijna, startkwalificatie=date(2026, 7, 1))
    assert voorgestelde_taken(Dossierstand(diploma, peildatum)) == ()


def test_what_stands_alone_has_its_own_day() -> None:
    stand = replace(
        LEEG,
        niet_thuis_op=date(2026, 11, 20),
        verlofaanvraag_op=date(2026, 11, 2),
        vrijgesteld=True,
        absoluut_sinds=date(2026, 11, 2),
        verhuisd_op=date(2026, 11, 20),
    )
    assert kort(voorgestelde_taken(stand)) == [
        ("absoluut", date(2026, 11, 9)),
        ("overdracht", date(2026, 11, 23)),
        ("nieuwe_poging", date(2026, 11, 25)),
        ("verlof", date(2026, 12, 28)),
        ("kennisgeving", date(2027, 6, 30)),
    ]
    assert all(een.uitleg.artikel and een.uitleg.wetsversie for een in voorgestelde_taken(stand))


def test_a_dismissal_needs_a_reason_and_lasts_and_a_new_event_is_a_new_proposal() -> None:
    stand = replace(LEEG, niet_thuis_op=date(2026, 11, 20))
    (voorstel,) = voorgestelde_taken(stand)
    with pytest.raises(DomainError) as fout:
        wijs_af(voorstel, "  ", DAG)
    assert fout.value.veld == "reden"
    weg = wijs_af(voorstel, " Moeder belde terug. ", DAG)
    assert weg.reden == "Moeder belde terug."
    assert voorgestelde_taken(stand, [weg]) == ()
    assert voorgestelde_taken(stand, al_taak=[voorstel.sleutel]) == ()
    assert len(voorgestelde_taken(replace(stand, niet_thuis_op=date(2026, 11, 25)), [weg])) == 1


def test_working_days_skip_weekend_and_christmas() -> None:
    assert werkdagen_later(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert werkdagen_later(DAG, 0) == DAG


def test_who_does_not_live_there_is_told_to_the_register_in_a_few_days() -> None:
    (een,) = voorgestelde_taken(replace(LEEG, woont_hier_niet_op=DAG))
    assert een.sleutel == f"terugmelding:{DAG.isoformat()}"
    assert een.wat == "Stuur de terugmelding over het adres naar burgerzaken"
    assert een.uiterlijk > DAG
    assert een.uitleg.artikel
