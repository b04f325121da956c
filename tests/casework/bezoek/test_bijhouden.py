"""What an officer records at the door, act by act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import (
    begintijd_verbeteren,
    bezoek_terugzetten,
    binnen_melden,
    jongeren_kiezen,
    niet_thuis_noteren,
    reden_correctie_schrijven,
    segment_beginnen,
    segment_schrijven,
    segment_toevoegen,
    segment_wijzigen,
    segment_wissen,
    uitkomst_kiezen,
    vinkje_weghalen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from tests.casework.desk import Desk

OUDER = frozenset({Aanwezig.OUDER})
DICHT = [uitkomst for uitkomst in Uitkomst if uitkomst.gesloten_deur]
OPEN = [uitkomst for uitkomst in Uitkomst if not uitkomst.gesloten_deur]


@pytest.fixture
def bezoek(desk: Desk) -> str:
    return desk(lambda work: deurbezoek_starten(work, desk.klok, ("d-1", "d-2"), "Kade 1")).bezoek


def laad(desk: Desk, bezoek: str) -> Deurbezoek:
    return desk(lambda work: work.bezoeken.laad(bezoek))


def test_a_visit_begins_now_at_the_address_that_was_chosen(desk: Desk, bezoek: str) -> None:
    begun = laad(desk, bezoek)
    assert (begun.dossiers, begun.adres, begun.begonnen_op) == (("d-1", "d-2"), "Kade 1", desk.klok.nu())
    assert (begun.ander_adres, begun.is_concept, begun.is_leeg) == (False, True, True)
    elsewhere = desk(lambda work: deurbezoek_starten(work, desk.klok, ("d-3",), "Laan 2", ander_adres=True))
    assert laad(desk, elsewhere.bezoek).ander_adres
    assert not elsewhere.hervat


def test_a_draft_of_the_family_is_taken_up_again(desk: Desk, bezoek: str) -> None:
    again = desk(lambda work: deurbezoek_starten(work, desk.klok, ("d-2", "d-9"), "Elders 3"))
    assert (again.bezoek, again.hervat) == (bezoek, True)
    with pytest.raises(DomainError, match="welke leerling"):
        desk(lambda work: deurbezoek_starten(work, desk.klok, (), "Kade 1"))


@pytest.mark.parametrize("uitkomst", OPEN)
def test_whom_the_officer_met_stays_with_an_open_door(desk: Desk, bezoek: str, uitkomst: Uitkomst) -> None:
    chosen = desk(lambda work: uitkomst_kiezen(work, bezoek, uitkomst, OUDER))
    assert chosen.aangetroffen == (OUDER if uitkomst is Uitkomst.OPEN_GEDAAN else frozenset())
    assert chosen.niet_thuis is None
    assert laad(desk, bezoek) == chosen


@pytest.mark.parametrize("uitkomst", DICHT)
def test_a_closed_door_keeps_what_was_seen(desk: Desk, bezoek: str, uitkomst: Uitkomst) -> None:
    desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.NIET_THUIS, frozenset()))
    seen = NietThuis(("licht aan",), Achtergelaten.KAART, "K-7")
    desk(lambda work: niet_thuis_noteren(work, bezoek, lambda nu: seen))
    chosen = desk(lambda work: uitkomst_kiezen(work, bezoek, uitkomst, OUDER))
    assert (chosen.aangetroffen, chosen.niet_thuis) == (frozenset(), seen)
    opened = desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, OUDER))
    assert opened.niet_thuis is None


def test_a_tick_is_set_once_with_its_time_and_name(desk: Desk, bezoek: str) -> None:
    early, late = desk.klok.nu(), desk.klok.nu() + timedelta(minutes=5)
    desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.DOEL, early))
    desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.TOESTEMMING, early, "moeder"))
    ticks = desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.TOESTEMMING, late, "vader")).vinkjes
    assert [(one.soort, one.tijd, one.wie) for one in ticks] == [
        (SoortVinkje.DOEL, early, ""),
        (SoortVinkje.TOESTEMMING, late, "vader"),
    ]


def test_a_tick_in_the_minute_of_ringing_is_right_and_before_it_is_not(desk: Desk, bezoek: str) -> None:
    desk.klok.verder(40)
    rung = laad(desk, bezoek).begonnen_op
    desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.DOEL, rung.replace(second=0)))
    with pytest.raises(DomainError, match="vóór het begin"):
        desk(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.DOEL, rung - timedelta(minutes=1)))


@pytest.mark.parametrize("soort", SoortVinkje)
def test_only_without_consent_there_is_no_entry(desk: Desk, bezoek: str, soort: SoortVinkje) -> None:
    for kind in SoortVinkje:
        desk(partial(vinkje_zetten, bezoek=bezoek, soort=kind, tijd=desk.klok.nu(), wie="moeder"))
    desk(lambda work: binnen_melden(work, bezoek, True))
    after = desk(lambda work: vinkje_weghalen(work, bezoek, soort))
    assert after.vinkje(soort) is None
    assert len(after.vinkjes) == len(SoortVinkje) - 1
    assert after.binnen is (soort is not SoortVinkje.TOESTEMMING)
    assert desk(lambda work: binnen_melden(work, bezoek, False)).binnen is False


def test_the_time_of_ringing_is_mended_and_never_in_the_future(desk: Desk, bezoek: str) -> None:
    earlier = desk.klok.nu() - timedelta(minutes=20)
    assert desk(lambda work: begintijd_verbeteren(work, desk.klok, bezoek, earlier)).begonnen_op == earlier
    assert desk(lambda work: begintijd_verbeteren(work, desk.klok, bezoek, desk.klok.nu()))
    later = desk.klok.nu() + timedelta(seconds=1)
    with pytest.raises(DomainError, match="moet nog komen"):
        desk(lambda work: begintijd_verbeteren(work, desk.klok, bezoek, later))


def test_at_least_one_jongere_stays(desk: Desk, bezoek: str) -> None:
    assert desk(lambda work: jongeren_kiezen(work, bezoek, ("d-2",))).dossiers == ("d-2",)
    with pytest.raises(DomainError, match="minstens één"):
        desk(lambda work: jongeren_kiezen(work, bezoek, ()))


def test_a_remark_is_begun_written_told_otherwise_and_taken_away(desk: Desk, bezoek: str) -> None:
    said = desk(lambda work: segment_toevoegen(work, desk.klok, bezoek, SoortSegment.GEZEGD, "moeder"))
    seen = desk(lambda work: segment_toevoegen(work, desk.klok, bezoek, SoortSegment.GEZIEN, "moeder"))
    assert (said.spreker, seen.spreker, said.tijd) == ("moeder", "", desk.klok.nu())
    desk(lambda work: segment_schrijven(work, said.id, "Hij slaapt."))
    other = replace(said, spreker="vader", tekst="iets anders")
    desk(lambda work: segment_wijzigen(work, bezoek, other))
    kept = laad(desk, bezoek).segmenten
    assert kept == (replace(other, tekst="Hij slaapt."), seen)
    desk(lambda work: segment_wissen(work, seen.id))
    assert [one.id for one in laad(desk, bezoek).segmenten] == [said.id]
    desk(lambda work: segment_wissen(work, seen.id))
    with pytest.raises(KeyError):
        desk(lambda work: segment_schrijven(work, "s-weg", "x"))


def test_a_draft_goes_back_to_how_it_stood(desk: Desk, bezoek: str) -> None:
    first = Segment("s-1", SoortSegment.GEZIEN, desk.klok.nu(), "Licht aan.")
    desk(lambda work: segment_beginnen(work, bezoek, first))
    desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, OUDER))
    before = laad(desk, bezoek)
    desk(lambda work: segment_schrijven(work, "s-1", "Licht uit."))
    desk(
        lambda work: segment_beginnen(
            work, bezoek, Segment("s-2", SoortSegment.GEHOORD, desk.klok.nu(), "Muziek.")
        )
    )
    desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.NIET_THUIS, frozenset()))
    now = laad(desk, bezoek)
    desk(lambda work: bezoek_terugzetten(work, now, before))
    assert laad(desk, bezoek) == before


def test_going_back_leaves_alone_what_did_not_change(desk: Desk, bezoek: str) -> None:
    stays = Segment("s-1", SoortSegment.GEZIEN, desk.klok.nu(), "Licht aan.")
    goes = Segment("s-2", SoortSegment.GEHOORD, desk.klok.nu(), "Muziek.")
    desk(lambda work: segment_beginnen(work, bezoek, stays))
    before = laad(desk, bezoek)
    desk(lambda work: segment_beginnen(work, bezoek, goes))
    now = laad(desk, bezoek)
    desk(lambda work: bezoek_terugzetten(work, now, before))
    assert laad(desk, bezoek).segmenten == (stays,)


def test_what_was_fixed_refuses_every_act_and_stays_as_it_was(desk: Desk, bezoek: str) -> None:
    remark = Segment("s-1", SoortSegment.GEZIEN, desk.klok.nu(), "Licht aan.")
    desk(lambda work: segment_beginnen(work, bezoek, remark))
    desk(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, OUDER))
    fixed, _ = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek))
    for act in (
        lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.VERHUISD, frozenset()),
        lambda work: vinkje_zetten(work, bezoek, SoortVinkje.DOEL, desk.klok.nu()),
        lambda work: vinkje_weghalen(work, bezoek, SoortVinkje.DOEL),
        lambda work: binnen_melden(work, bezoek, True),
        lambda work: niet_thuis_noteren(work, bezoek, lambda nu: nu),
        lambda work: jongeren_kiezen(work, bezoek, ("d-1",)),
        lambda work: begintijd_verbeteren(work, desk.klok, bezoek, desk.klok.nu()),
        lambda work: reden_correctie_schrijven(work, bezoek, "x"),
        lambda work: segment_toevoegen(work, desk.klok, bezoek, SoortSegment.GEZIEN, ""),
        lambda work: segment_wijzigen(work, bezoek, remark),
        lambda work: segment_schrijven(work, "s-1", "anders"),
        lambda work: segment_wissen(work, "s-1"),
        lambda work: bezoek_terugzetten(work, fixed, fixed),
        lambda work: deurbezoek_vastleggen(work, desk.klok, bezoek),
    ):
        with pytest.raises(DomainError):
            desk(act)
        assert laad(desk, bezoek) == fixed
