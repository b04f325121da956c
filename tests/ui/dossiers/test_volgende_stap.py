"""The next step: help first, and what is under way before what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven, segment_toevoegen, uitkomst_kiezen
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_vastleggen,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis, SoortSegment
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksvorm
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.dossiers.paneelbeeld import Paneelbeeld, lees_paneel
from leerplicht_desktop.ui.dossiers.volgende_stap import Stap, volgende_stap
from tests.ui.wereld import PAOLO, Wereld


def _beeld(wereld: Wereld) -> Paneelbeeld:
    beeld = lees_paneel(wereld.kluis, PAOLO, wereld.klok.vandaag())
    assert beeld is not None
    return beeld


def _stap(wereld: Wereld) -> Stap:
    return volgende_stap(_beeld(wereld))


def _gesproken(wereld: Wereld) -> None:
    id_ = wereld.begin_notitie((PAOLO,))

    def schrijf(work: Work) -> None:
        notitie = work.notities.laad(id_)
        vol = replace(notitie, met_wie="moeder", tekst="Moeder wil hulp.", hoe=Gespreksvorm.TELEFOON)
        gespreksnotitie_bijhouden(work, vol)
        gespreksnotitie_vastleggen(work, wereld.klok, id_)

    wereld.doe(schrijf)


def _aan_de_deur(wereld: Wereld, uitkomst: Uitkomst, *wie: Aanwezig) -> None:
    id_ = wereld.begin_bezoek((PAOLO,))

    def schrijf(work: Work) -> None:
        uitkomst_kiezen(work, id_, uitkomst, frozenset(wie))
        if uitkomst is Uitkomst.NIET_THUIS:
            gesloten = NietThuis(("licht",), Achtergelaten.KAART)
            work.bezoeken.bewaar(replace(work.bezoeken.laad(id_), niet_thuis=gesloten))
        stuk = segment_toevoegen(work, wereld.klok, id_, SoortSegment.GEZIEN, "")
        segment_schrijven(work, stuk.id, "Aangebeld.")
        deurbezoek_vastleggen(work, wereld.klok, id_)

    wereld.doe(schrijf)


def _taak(wereld: Wereld, over: int) -> None:
    dag = wereld.klok.vandaag() + timedelta(days=over)
    wereld.doe(lambda work: taak_maken(work, wereld.klok, (PAOLO,), "Bel de mentor", dag))


def test_a_new_report_asks_to_speak_first(wereld: Wereld) -> None:
    stap = _stap(wereld)
    assert stap.doe == "Spreek Paolo de Jager en de ouders"
    assert "eerst onderzoeken, horen en helpen" in stap.waarom


def test_a_begun_visit_is_finished_first(wereld: Wereld) -> None:
    _taak(wereld, -1)
    wereld.begin_bezoek((PAOLO,))
    assert _stap(wereld) == Stap("Maak je bezoek af", "Je begon om 14:07. Wat je schreef, staat er nog.")


def test_a_due_task_goes_before_a_new_talk(wereld: Wereld) -> None:
    _taak(wereld, -3)
    assert _stap(wereld) == Stap("Bel de mentor", "Deze taak moest op za 21 nov klaar zijn.")


def test_a_task_of_today_is_not_late(wereld: Wereld) -> None:
    _taak(wereld, 0)
    assert _stap(wereld) == Stap("Bel de mentor", "Deze taak moet vandaag klaar zijn.")


def test_after_a_talk_the_agreement_counts(wereld: Wereld) -> None:
    _gesproken(wereld)
    assert _stap(wereld).doe == "Vraag school hoe het nu gaat"
    _taak(wereld, 6)
    assert _stap(wereld) == Stap("Bel de mentor", "Gepland voor ma 30 nov.")


@pytest.mark.parametrize("uitkomst", [Uitkomst.VERHUISD, Uitkomst.ONBEKEND])
def test_who_does_not_live_there_is_first_told_to_the_register(wereld: Wereld, uitkomst: Uitkomst) -> None:
    _aan_de_deur(wereld, uitkomst)
    assert _stap(wereld).doe == "Stuur burgerzaken de terugmelding"


@pytest.mark.parametrize("uitkomst", [Uitkomst.NIET_THUIS, Uitkomst.WEIGERT_GESPREK])
def test_a_door_without_a_talk_is_no_contact(wereld: Wereld, uitkomst: Uitkomst) -> None:
    _aan_de_deur(wereld, uitkomst)
    assert _stap(wereld).doe == "Spreek Paolo de Jager en de ouders"
    _taak(wereld, 6)
    assert _stap(wereld) == Stap("Bel de mentor", "Gepland voor ma 30 nov.")


def test_a_talk_at_the_door_is_contact(wereld: Wereld) -> None:
    _aan_de_deur(wereld, Uitkomst.OPEN_GEDAAN, Aanwezig.OUDER)
    assert _stap(wereld).doe == "Vraag school hoe het nu gaat"


def test_a_talk_before_the_newest_report_is_not_enough(wereld: Wereld) -> None:
    wereld.klok.verder(days=-20)
    _gesproken(wereld)
    wereld.klok.verder(days=20)
    assert _stap(wereld).doe == "Spreek Paolo de Jager en de ouders"


def test_a_draft_is_no_contact_yet(wereld: Wereld) -> None:
    wereld.begin_notitie((PAOLO,))
    assert _stap(wereld).doe == "Spreek Paolo de Jager en de ouders"


@pytest.mark.parametrize(
    ("verander", "doe"),
    [
        ({"overleden": True}, "Neem geen contact op over verzuim"),
        ({"vertrokken": True}, "Vraag na waar het gezin nu is"),
        ({"niet_in_brp": True}, "Zoek uit waar deze leerling woont"),
    ],
)
def test_the_register_comes_before_the_door(wereld: Wereld, verander: dict[str, Any], doe: str) -> None:
    beeld = _beeld(wereld)
    dossier = replace(beeld.dossier, jongere=replace(beeld.dossier.jongere, **verander))
    assert volgende_stap(replace(beeld, dossier=dossier)).doe == doe


def test_a_school_that_asks_nothing_is_believed(wereld: Wereld) -> None:
    beeld = _beeld(wereld)
    melding = replace(
        beeld.dossier.meldingen[0], actie_gewenst=False, toelichting="School lost het eerst zelf op"
    )
    stap = volgende_stap(replace(beeld, dossier=replace(beeld.dossier, meldingen=(melding,))))
    assert stap.doe == "Vraag school of het beter gaat"
    assert stap.waarom == "School wil het eerst zelf oplossen. School lost het eerst zelf op."


def test_without_a_report_there_is_nothing_to_do_yet(wereld: Wereld) -> None:
    beeld = _beeld(wereld)
    assert (
        volgende_stap(replace(beeld, dossier=replace(beeld.dossier, meldingen=()))).doe
        == "Wacht op een melding"
    )
