"""Only the final paper of this very concept, as it still is and made just now, is sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.stuk.verzegeling import eis_zelfde
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import begin_pv, bezoek, papier, verhoor, vul_pv
from tests.store.world import StilleKlok


@pytest.fixture
def drukwerk(kluis: SqlKluis, klok: StilleKlok) -> Drukwerk:
    """A paper as the program makes it."""
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    return papier(kluis, klok).proces_verbaal(id_, definitief=True)


@pytest.mark.parametrize(
    ("na", "goed"),
    [(timedelta(0), True), (timedelta(hours=1), True), (timedelta(hours=1, seconds=1), False)],
)
def test_a_paper_is_good_for_an_hour(drukwerk: Drukwerk, na: timedelta, goed: bool) -> None:
    if goed:
        eis_zelfde(drukwerk, drukwerk.concept, drukwerk.versie, drukwerk.moment + na)
        return
    with pytest.raises(DomainError, match="te lang geleden"):
        eis_zelfde(drukwerk, drukwerk.concept, drukwerk.versie, drukwerk.moment + na)


def test_another_paper_is_refused_and_says_why(drukwerk: Drukwerk) -> None:
    for ander, zin in (
        (replace(drukwerk, definitief=False), "eerst op om te verzegelen"),
        (replace(drukwerk, concept="c-ander"), "eerst op om te verzegelen"),
        (replace(drukwerk, versie=drukwerk.versie - 1), "veranderd nadat je het bekeek"),
        (replace(drukwerk, versie=drukwerk.versie + 1), "veranderd nadat je het bekeek"),
        (replace(drukwerk, moment=drukwerk.moment + timedelta(seconds=1)), "te lang geleden"),
    ):
        with pytest.raises(DomainError, match=zin):
            eis_zelfde(ander, drukwerk.concept, drukwerk.versie, drukwerk.moment)
