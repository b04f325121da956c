from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import (
    binnen_melden,
    segment_schrijven,
    segment_wijzigen,
    segment_wissen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_verwerpen
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment, SoortSegment, SoortVinkje
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, begin_bezoek, leg_bezoek_vast


def _laad(kluis: SqlKluis, id_: str) -> Deurbezoek:
    return kluis.doe(lambda work: work.bezoeken.laad(id_))


def _zet(kluis: SqlKluis, bezoek: str, segment: Segment) -> None:
    kluis.doe(lambda work: work.bezoeken.zet_segment(bezoek, segment))


def test_a_draft_comes_back_as_it_was_written(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, segment = begin_bezoek(kluis, klok, ("d-1", "d-2"), "„Hij slaapt nog”, zegt zij. 🏠")
    kluis.doe(lambda work: vinkje_zetten(work, bezoek, SoortVinkje.TOESTEMMING, klok.nu(), "moeder"))
    kluis.doe(lambda work: binnen_melden(work, bezoek, True))
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    found = _laad(kluis, bezoek)
    assert found.dossiers == ("d-1", "d-2")
    assert found.begonnen_op == klok.nu()
    assert found.begonnen_op.utcoffset() == klok.nu().utcoffset()
    assert found.binnen
    assert found.vinkjes[0].wie == "moeder"
    assert found.segmenten == (
        Segment(segment, SoortSegment.GEZEGD, klok.nu(), "„Hij slaapt nog”, zegt zij. 🏠", "Moeder"),
    )


def test_one_open_draft_per_household(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, _ = begin_bezoek(kluis, klok, ("d-1", "d-2"))
    assert kluis.doe(lambda work: deurbezoek_starten(work, klok, ("d-2", "d-3"), "")).bezoek == bezoek
    assert kluis.doe(lambda work: deurbezoek_starten(work, klok, ("d-3",), "")).bezoek != bezoek


def test_keeping_a_draft_never_takes_its_text_back(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, segment = begin_bezoek(kluis, klok, ("d-1",), "")
    stale = _laad(kluis, bezoek)
    kluis.doe(lambda work: segment_schrijven(work, segment, "nieuwer"))
    kluis.doe(lambda work: work.bezoeken.bewaar(replace(stale, binnen=True)))
    kluis.doe(
        lambda work: segment_wijzigen(
            work, bezoek, replace(stale.segmenten[0], soort=SoortSegment.GEZIEN, spreker="")
        )
    )
    (kept,) = _laad(kluis, bezoek).segmenten
    assert (kept.tekst, kept.soort, kept.spreker) == ("nieuwer", SoortSegment.GEZIEN, "")


def test_remarks_keep_their_order_and_go_when_told(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, first = begin_bezoek(kluis, klok, ("d-1",), "een")
    for id_ in ("zzz", "aaa"):
        _zet(kluis, bezoek, Segment(id_, SoortSegment.GEHOORD, klok.nu(), id_))
    assert [segment.id for segment in _laad(kluis, bezoek).segmenten] == [first, "zzz", "aaa"]
    kluis.doe(lambda work: segment_wissen(work, "zzz"))
    kluis.doe(lambda work: segment_wissen(work, "zzz"))
    assert [segment.id for segment in _laad(kluis, bezoek).segmenten] == [first, "aaa"]


def test_another_household_may_be_chosen(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, _ = begin_bezoek(kluis, klok, ("d-1",))
    kluis.doe(lambda work: work.bezoeken.bewaar(replace(work.bezoeken.laad(bezoek), dossiers=("d-2",))))
    assert kluis.doe(lambda work: work.bezoeken.concept_voor(("d-1",))) is None
    assert kluis.doe(lambda work: work.bezoeken.concept_voor(("d-2",))) == bezoek


def test_what_is_unknown_is_not_made_up(kluis: SqlKluis, klok: StilleKlok) -> None:
    leeg = Deurbezoek("geen", ("d-1",), "", klok.nu())
    acts: tuple[Callable[[Work], object], ...] = (
        lambda work: work.bezoeken.laad("geen"),
        lambda work: work.bezoeken.bewaar(leeg),
        lambda work: work.bezoeken.schrijf("geen", "tekst"),
        lambda work: work.caseload.bezoek("geen"),
    )
    for act in acts:
        with pytest.raises(KeyError):
            kluis.doe(act)


def test_an_empty_draft_disappears_and_a_written_one_stays(kluis: SqlKluis, klok: StilleKlok) -> None:
    leeg, _ = begin_bezoek(kluis, klok, ("d-1",), "  ")
    vol, _ = begin_bezoek(kluis, klok, ("d-2",), "iets")
    assert kluis.doe(lambda work: deurbezoek_verwerpen(work, leeg)) is not None
    assert kluis.doe(lambda work: deurbezoek_verwerpen(work, vol)) is None
    assert kluis.doe(lambda work: work.bezoeken.concept_voor(("d-1",))) is None
    assert kluis.lees(lambda caseload: caseload.tijdlijn("d-1")) == ()
    with pytest.raises(KeyError):
        _laad(kluis, leeg)


def test_the_file_refuses_every_change_of_what_was_vastgelegd(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = leg_bezoek_vast(kluis, klok, ("d-1",))
    vast = _laad(kluis, id_)
    segment = vast.segmenten[0]
    acts: tuple[Callable[[Work], object], ...] = (
        lambda work: work.bezoeken.bewaar(replace(vast, adres="elders")),
        lambda work: work.bezoeken.leg_vast(replace(vast, segmenten=())),
        lambda work: work.bezoeken.schrijf(segment.id, "anders"),
        lambda work: work.bezoeken.zet_segment(id_, replace(segment, spreker="x")),
        lambda work: work.bezoeken.zet_segment(id_, replace(segment, id="erbij")),
        lambda work: work.bezoeken.wis_segment(segment.id),
        lambda work: work.bezoeken.verwerp(id_),
    )
    for act in acts:
        with pytest.raises(DomainError, match="vastgelegd"):
            kluis.doe(act)
        assert _laad(kluis, id_) == vast


def test_a_visit_is_fixed_with_exactly_the_remarks_it_has(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, _ = begin_bezoek(kluis, klok, ("d-1",), "blijft")
    ander, _ = begin_bezoek(kluis, klok, ("d-2",), "van een ander bezoek")
    for tekst in ("", "weggehaald"):
        _zet(kluis, bezoek, Segment(f"s-{tekst}", SoortSegment.GEHOORD, klok.nu(), tekst))
    draft = _laad(kluis, bezoek)
    fixed = replace(draft, segmenten=draft.segmenten[:1], vastgelegd_op=klok.nu())
    kluis.doe(lambda work: work.bezoeken.leg_vast(fixed))
    assert _laad(kluis, bezoek) == fixed
    assert [segment.tekst for segment in _laad(kluis, ander).segmenten] == ["van een ander bezoek"]


def test_a_remark_does_not_move_to_another_visit(kluis: SqlKluis, klok: StilleKlok) -> None:
    _, segment = begin_bezoek(kluis, klok, ("d-1",), "hier gezegd")
    ander, _ = begin_bezoek(kluis, klok, ("d-2",), "")
    moved = Segment(segment, SoortSegment.GEZEGD, klok.nu())
    with pytest.raises(DomainError):
        kluis.doe(lambda work: work.bezoeken.zet_segment(ander, moved))


def test_a_correction_is_a_new_version_and_the_old_one_stays(kluis: SqlKluis, klok: StilleKlok) -> None:
    oud = leg_bezoek_vast(kluis, klok, ("d-1",))
    before = _laad(kluis, oud)
    nieuw = kluis.doe(lambda work: deurbezoek_verbeteren(work, klok, oud))
    draft = _laad(kluis, nieuw)
    assert (draft.corrigeert, draft.is_concept) == (oud, True)
    assert [segment.tekst for segment in draft.segmenten] == [segment.tekst for segment in before.segmenten]
    assert _laad(kluis, oud) == before
    assert kluis.doe(lambda work: deurbezoek_verbeteren(work, klok, oud)) == nieuw


@pytest.fixture
def elders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A laptop in another time zone."""
    monkeypatch.setenv("TZ", "America/Curacao")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name == "nt", reason="the zone of a process cannot be set on Windows")
@pytest.mark.usefixtures("elders")
def test_the_time_of_the_visit_does_not_move_with_the_zone(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, _ = begin_bezoek(kluis, klok, ("d-1",))
    assert _laad(kluis, bezoek).begonnen_op.isoformat() == "2026-11-21T14:00:00+01:00"
