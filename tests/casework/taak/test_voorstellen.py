"""The rules propose, the officer decides: taken over or set aside with a reason, and never proposed twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import niet_thuis_noteren, uitkomst_kiezen
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.taak.voorstellen import voorstel_afwijzen, voorstel_overnemen, voorstellen
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

KIND = DRIELING[0]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def _voorstellen(wereld: Wereld) -> tuple[Taakvoorstel, ...]:
    return wereld.lees(lambda caseload: voorstellen(caseload, KIND, wereld.klok.vandaag()))


def test_a_report_without_contact_proposes_to_make_contact_and_says_why(wereld: Wereld) -> None:
    eerste = _voorstellen(wereld)[0]
    assert eerste.sleutel.startswith("luxe_contact:")
    assert eerste.uitleg.artikel
    assert eerste.uiterlijk < wereld.klok.vandaag()


def test_taken_over_it_is_a_task_and_not_proposed_again(wereld: Wereld) -> None:
    eerste = _voorstellen(wereld)[0]
    wereld.doe(lambda work: voorstel_overnemen(work, wereld.klok, KIND, eerste))
    taken = wereld.lees(lambda caseload: caseload.taken(KIND, True))
    assert [taak.wat for taak in taken] == [eerste.wat]
    assert eerste not in _voorstellen(wereld)
    assert [post.entity for post in wereld.uitvak()] == ["taak"]


def test_set_aside_with_a_reason_it_is_recorded_and_travels(wereld: Wereld) -> None:
    eerste = _voorstellen(wereld)[0]
    wereld.doe(lambda work: voorstel_afwijzen(work, wereld.klok, KIND, eerste, "School belt zelf"))
    assert eerste not in _voorstellen(wereld)
    klaar = wereld.lees(lambda caseload: caseload.taken(KIND, False))
    assert [taak.toelichting for taak in klaar] == ["School belt zelf"]
    assert [post.entity for post in wereld.uitvak()] == ["taak", "taakafhandeling"]


def test_without_a_reason_nothing_changes(wereld: Wereld) -> None:
    eerste = _voorstellen(wereld)[0]
    with pytest.raises(DomainError):
        wereld.doe(lambda work: voorstel_afwijzen(work, wereld.klok, KIND, eerste, "  "))
    assert _voorstellen(wereld)[0] == eerste
    assert wereld.uitvak() == ()


def _bezoek(wereld: Wereld, uitkomst: Uitkomst) -> None:
    id_ = wereld.begin_bezoek((KIND,))
    wereld.doe(lambda work: uitkomst_kiezen(work, id_, uitkomst, frozenset({Aanwezig.OUDER})))
    if uitkomst is Uitkomst.NIET_THUIS:
        wereld.doe(
            lambda work: niet_thuis_noteren(work, id_, lambda _: NietThuis((), Achtergelaten.KAART, "NT-1"))
        )
    wereld.doe(lambda work: deurbezoek_vastleggen(work, wereld.klok, id_))


def test_after_contact_the_rule_is_satisfied(wereld: Wereld) -> None:
    _bezoek(wereld, Uitkomst.OPEN_GEDAAN)
    assert not [een for een in _voorstellen(wereld) if een.sleutel.startswith("luxe_contact")]


def test_nobody_home_proposes_to_try_again(wereld: Wereld) -> None:
    _bezoek(wereld, Uitkomst.NIET_THUIS)
    assert any(een.sleutel.startswith("nieuwe_poging") for een in _voorstellen(wereld))


@pytest.mark.parametrize("uitkomst", [Uitkomst.VERHUISD, Uitkomst.ONBEKEND])
def test_who_does_not_live_there_is_told_to_the_register(wereld: Wereld, uitkomst: Uitkomst) -> None:
    _bezoek(wereld, uitkomst)
    terug = [een for een in _voorstellen(wereld) if een.sleutel.startswith("terugmelding")]
    assert [een.wat for een in terug] == ["Stuur de terugmelding over het adres naar burgerzaken"]
    wereld.klok.verder(hours=1)
    _bezoek(wereld, Uitkomst.OPEN_GEDAAN)
    assert not [een for een in _voorstellen(wereld) if een.sleutel.startswith("terugmelding")]


def test_a_dossier_that_left_has_no_proposals(wereld: Wereld) -> None:
    assert wereld.lees(lambda caseload: voorstellen(caseload, "d-weg", wereld.klok.vandaag())) == ()
