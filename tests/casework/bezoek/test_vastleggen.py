"""Finishing a visit: fixed, with its tasks, in the outbox; correcting it; leaving an empty one behind."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import (
    niet_thuis_noteren,
    reden_correctie_schrijven,
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import (
    NieuweTaak,
    deurbezoek_vastleggen,
    deurbezoek_verwerpen,
)
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Modus,
    NietThuis,
    SoortSegment,
    SoortVinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from tests.casework.desk import Desk

TAAK = NieuweTaak("Bel school", date(2026, 11, 30), time(9, 15), "collega Post")


def begin(desk: Desk, *dossiers: str) -> str:
    return desk(lambda work: deurbezoek_starten(work, desk.klok, dossiers or ("d-1",), "Kade 1")).bezoek


def gesproken(desk: Desk, *dossiers: str, cautie: bool = False) -> str:
    bezoek = begin(desk, *dossiers)
    met = frozenset({Aanwezig.JONGERE})
    desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, met))
    if cautie:
        desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.CAUTIE, desk.klok.nu(), "de jongere"))
    return bezoek


def test_it_is_fixed_now_with_what_was_written_and_waits_in_the_outbox(desk: Desk) -> None:
    bezoek = gesproken(desk)
    full, _empty = (
        desk(lambda work: segment_toevoegen(work, desk.klok, bezoek, SoortSegment.GEZEGD, "jongere"))
        for _ in range(2)
    )
    desk(lambda work: segment_schrijven(work, full.id, "Ik ga morgen weer."))
    begun = desk.klok.nu()
    desk.klok.verder(600)
    fixed, told = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    assert (fixed.begonnen_op, fixed.vastgelegd_op, fixed.geeindigd_op) == (
        begun,
        desk.klok.nu(),
        desk.klok.nu(),
    )
    assert [one.id for one in fixed.segmenten] == [full.id]
    assert fixed.modus is Modus.TOEZICHT
    assert desk(lambda work: work.bezoeken.laad(bezoek)) == fixed
    (row,) = desk.sent
    assert (row.entity, row.id, row.dossiers, row.at) == ("deurbezoek", bezoek, ("d-1",), desk.klok.nu())
    assert told.dossiers == {"d-1"}


def test_its_tasks_carry_everything_and_say_where_they_come_from(desk: Desk) -> None:
    bezoek = gesproken(desk, "d-1", "d-2")
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek, (TAAK,)))
    visit, task = desk.sent
    assert (visit.entity, task.entity) == ("deurbezoek", "taak")
    made = desk(lambda work: work.taken.laad(task.id))
    assert (made.wat, made.uiterlijk, made.tijdstip, made.wie) == (
        TAAK.wat,
        TAAK.uiterlijk,
        TAAK.tijdstip,
        TAAK.wie,
    )
    assert (made.herkomst, made.dossiers, made.gemaakt_op) == (bezoek, ("d-1", "d-2"), desk.klok.nu())


@pytest.mark.parametrize("uitkomst", Uitkomst)
@pytest.mark.parametrize("ander_adres", [False, True])
def test_only_what_contradicts_the_register_goes_back_to_it(
    desk: Desk, uitkomst: Uitkomst, ander_adres: bool
) -> None:
    bezoek = desk(
        lambda work: deurbezoek_starten(work, desk.klok, ("d-1",), "Kade 1", ander_adres=ander_adres)
    ).bezoek
    wie = frozenset({Aanwezig.OUDER}) if uitkomst is Uitkomst.OPEN_GEDAAN else frozenset()
    desk(lambda work: uitkomst_kiezen(work, bezoek, uitkomst, wie))
    if uitkomst.gesloten_deur:
        left = NietThuis(("licht aan",), Achtergelaten.KAART, "K-7")
        desk(lambda work: niet_thuis_noteren(work, bezoek, lambda _: left))
    rung = desk.klok.nu()
    desk.klok.verder(300)
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    sent = desk.sent
    if ander_adres or uitkomst not in {Uitkomst.VERHUISD, Uitkomst.ONBEKEND}:
        assert [row.entity for row in sent] == ["deurbezoek"]
        return
    assert [(row.entity, row.after) for row in sent] == [("deurbezoek", ()), ("terugmelding", (bezoek,))]
    back = desk(lambda work: work.terugmeldingen.laad(sent[1].id))
    assert (back.bezoek, back.adres, back.bevinding) == (bezoek, "Kade 1", uitkomst)
    assert (back.waargenomen_op, back.gemaakt_op) == (rung, desk.klok.nu())


def test_a_gap_stops_it_and_nothing_is_left_behind(desk: Desk) -> None:
    bezoek = begin(desk)
    with pytest.raises(DomainError, match="hoe het bezoek verliep"):
        desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek, (TAAK,)))
    assert desk(lambda work: work.bezoeken.laad(bezoek)).is_concept
    assert desk.sent == []


def test_the_cautie_makes_it_opsporing(desk: Desk) -> None:
    bezoek = gesproken(desk, cautie=True)
    fixed, _ = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    assert fixed.modus is Modus.OPSPORING


def test_a_correction_is_a_draft_of_its_own_that_points_back(desk: Desk) -> None:
    bezoek = gesproken(desk, cautie=True)
    part = desk(lambda work: segment_toevoegen(work, desk.klok, bezoek, SoortSegment.GEZIEN, ""))
    desk(lambda work: segment_schrijven(work, part.id, "Licht aan."))
    old, _ = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    desk.klok.verder(60)
    nieuw = desk(lambda work: deurbezoek_verbeteren(work, desk.klok, bezoek))
    draft = desk(lambda work: work.bezoeken.laad(nieuw))
    assert (draft.corrigeert, draft.reden_correctie, draft.is_concept) == (bezoek, "", True)
    assert (draft.begonnen_op, draft.vinkjes, draft.uitkomst) == (old.begonnen_op, old.vinkjes, old.uitkomst)
    assert [one.tekst for one in draft.segmenten] == ["Licht aan."]
    assert draft.segmenten[0].id != part.id
    assert desk(lambda work: deurbezoek_verbeteren(work, desk.klok, bezoek)) == nieuw
    assert desk(lambda work: work.bezoeken.laad(bezoek)) == old


def test_a_correction_of_a_correction_asks_its_own_reason(desk: Desk) -> None:
    bezoek = gesproken(desk)
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    second = desk(lambda work: deurbezoek_verbeteren(work, desk.klok, bezoek))
    with pytest.raises(DomainError, match="waarom je het bezoek verbetert"):
        desk(lambda work: deurbezoek_vastleggen(work, desk.klok, second))
    desk(lambda work: reden_correctie_schrijven(work, second, "De tijd klopte niet."))
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, second))
    assert desk.sent[-1].after == (bezoek,)
    third = desk(lambda work: deurbezoek_verbeteren(work, desk.klok, second))
    assert desk(lambda work: work.bezoeken.laad(third)).reden_correctie == ""


def test_one_open_visit_at_a_time_for_a_family(desk: Desk) -> None:
    first = gesproken(desk, "d-1")
    with pytest.raises(DomainError, match="nog niet vastgelegd"):
        desk(lambda work: deurbezoek_verbeteren(work, desk.klok, first))
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, first))
    desk.klok.verder(60)
    second = gesproken(desk, "d-1")
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, second))
    desk(lambda work: deurbezoek_verbeteren(work, desk.klok, first))
    with pytest.raises(DomainError, match="staat nog een bezoek open"):
        desk(lambda work: deurbezoek_verbeteren(work, desk.klok, second))


def test_only_an_empty_draft_that_corrects_nothing_is_left_behind(desk: Desk) -> None:
    empty = begin(desk)
    assert desk(lambda work: deurbezoek_verwerpen(work, empty)) is not None
    with pytest.raises(KeyError):
        desk(lambda work: work.bezoeken.laad(empty))
    filled = gesproken(desk)
    assert desk(lambda work: deurbezoek_verwerpen(work, filled)) is None
    desk(lambda work: deurbezoek_vastleggen(work, desk.klok, filled))
    assert desk(lambda work: deurbezoek_verwerpen(work, filled)) is None
    assert desk(lambda work: work.bezoeken.laad(filled)).vastgelegd_op == desk.klok.nu()


def test_a_clock_that_went_back_does_not_end_a_visit_before_it_began(desk: Desk) -> None:
    bezoek = gesproken(desk)
    desk.klok.verder(-timedelta(hours=2).total_seconds())
    fixed, _ = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    assert fixed.geeindigd_op == fixed.begonnen_op
