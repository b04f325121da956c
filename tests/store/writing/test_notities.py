from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
    gespreksnotitie_verbeteren,
    gespreksnotitie_verwerpen,
    gesprekstekst_schrijven,
    nieuwe_afspraak,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import StilleKlok


def _laad(kluis: SqlKluis, id_: str) -> Gespreksnotitie:
    return kluis.doe(lambda work: work.notities.laad(id_))


def _begin(kluis: SqlKluis, klok: StilleKlok, dossiers: tuple[str, ...] = ("d-1",)) -> str:
    return kluis.doe(lambda work: gespreksnotitie_starten(work, klok, dossiers))


def _vast(kluis: SqlKluis, klok: StilleKlok) -> str:
    id_ = _begin(kluis, klok)
    afspraak = replace(
        nieuwe_afspraak(klok), wat="Belt de huisarts", wie="moeder", uiterlijk=date(2026, 12, 1)
    )
    vol = replace(
        _laad(kluis, id_),
        met_wie="Ç. Yıldız",
        hoe=Gespreksvorm.EMAIL,
        tekst="Zij belt.",
        afspraken=(afspraak,),
    )
    kluis.doe(lambda work: gespreksnotitie_bijhouden(work, vol))
    kluis.doe(lambda work: gespreksnotitie_vastleggen(work, klok, id_))
    return id_


def test_a_draft_comes_back_with_half_filled_agreements(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _begin(kluis, klok)
    draft = replace(_laad(kluis, id_), met_wie="mentor", afspraken=(nieuwe_afspraak(klok),))
    kluis.doe(lambda work: gespreksnotitie_bijhouden(work, draft))
    kluis.doe(lambda work: gesprekstekst_schrijven(work, id_, "Mentor belt terug."))
    assert _laad(kluis, id_) == replace(draft, tekst="Mentor belt terug.")
    assert _begin(kluis, klok, ("d-0", "d-1")) == id_


def test_agreements_become_tasks_in_the_same_transaction(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _vast(kluis, klok)
    (taak,) = kluis.lees(lambda caseload: caseload.taken("d-1", True))
    assert (taak.wat, taak.wie, taak.uiterlijk) == ("Belt de huisarts", "moeder", date(2026, 12, 1))
    assert [row.wat for row in kluis.lees(lambda caseload: caseload.uitvak(10))] == [
        "gespreksnotitie",
        "taak",
    ]
    assert kluis.lees(lambda caseload: caseload.notitie(id_)) == _laad(kluis, id_)


def test_the_file_refuses_every_change_of_what_was_vastgelegd(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _vast(kluis, klok)
    vast = _laad(kluis, id_)
    acts: tuple[Callable[[Work], object], ...] = (
        lambda work: work.notities.bewaar(replace(vast, tekst="anders")),
        lambda work: work.notities.schrijf(id_, "anders"),
        lambda work: work.notities.leg_vast(vast),
        lambda work: work.notities.verwerp(id_),
    )
    for act in acts:
        with pytest.raises(DomainError, match="vastgelegd"):
            kluis.doe(act)
        assert _laad(kluis, id_) == vast


def test_a_correction_points_back(kluis: SqlKluis, klok: StilleKlok) -> None:
    oud = _vast(kluis, klok)
    nieuw = kluis.doe(lambda work: gespreksnotitie_verbeteren(work, klok, oud))
    assert _laad(kluis, nieuw).corrigeert == oud
    assert kluis.doe(lambda work: gespreksnotitie_verwerpen(work, nieuw)) is None
    draft = replace(_laad(kluis, nieuw), reden_correctie="Naam verkeerd.")
    kluis.doe(lambda work: gespreksnotitie_bijhouden(work, draft))
    kluis.doe(lambda work: gespreksnotitie_vastleggen(work, klok, nieuw))
    items = {item.id: item for item in kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))}
    assert items[oud].verbeterd_door == nieuw
    assert items[nieuw].verbeterd_door is None


def test_an_empty_draft_disappears(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _begin(kluis, klok)
    assert kluis.doe(lambda work: gespreksnotitie_verwerpen(work, id_)) is not None
    assert kluis.doe(lambda work: work.notities.concept_voor(("d-1",))) is None


def test_what_is_unknown_is_not_made_up(kluis: SqlKluis, klok: StilleKlok) -> None:
    leeg = Gespreksnotitie("geen", ("d-1",), klok.nu())
    acts: tuple[Callable[[Work], object], ...] = (
        lambda work: work.notities.laad("geen"),
        lambda work: work.notities.bewaar(leeg),
        lambda work: work.notities.schrijf("geen", "tekst"),
        lambda work: work.caseload.notitie("geen"),
    )
    for act in acts:
        with pytest.raises(KeyError):
            kluis.doe(act)
