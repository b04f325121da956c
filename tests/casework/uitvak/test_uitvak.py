"""What leaves for the municipality: only what was fixed, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import niet_thuis_noteren, uitkomst_kiezen
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.uitvak.draad import wereldtijd
from leerplicht_desktop.casework.uitvak.procedure import procedure_verzending
from leerplicht_desktop.casework.uitvak.werk import (
    deurbezoek_verzending,
    gespreksnotitie_verzending,
    taak_verzending,
    taakafhandeling_verzending,
    terugmelding_verzending,
)
from leerplicht_desktop.casework.uitvak.zaakstukken import (
    bijlage_verzending,
    stuk_verzending,
    stukstap_verzending,
    verhoor_verzending,
)
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.domain.taak.taak import Taak
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.records import OWN_WORK
from tests.casework.desk import Desk
from tests.casework.zaak import begin_verhoor
from tests.store.world import StilleKlok
from tests.suitcase import packed
from tests.suitcase.leaves import Leaf, leaves


def test_a_draft_stays_on_the_laptop(desk: Desk) -> None:
    begun = desk(lambda work: deurbezoek_starten(work, desk.klok, ("d-1",), "Kade 1")).bezoek
    visit = desk(lambda work: work.bezoeken.laad(begun))
    note_id = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-1",)))
    note = desk(lambda work: work.notities.laad(note_id))
    ended = replace(visit, uitkomst=Uitkomst.VERHUISD, geeindigd_op=desk.klok.nu())
    for draft in (visit, ended):
        with pytest.raises(ValueError, match="only a visit"):
            deurbezoek_verzending(draft, desk.klok.nu())
    with pytest.raises(ValueError, match="only a note"):
        gespreksnotitie_verzending(note, desk.klok.nu())


def test_a_hearing_that_goes_on_stays_on_the_laptop(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok)
    blad = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    with pytest.raises(ValueError, match="only a hearing"):
        verhoor_verzending(blad, klok.nu())


def test_what_was_left_behind_the_door_goes_along_and_nothing_is_not_made_up(desk: Desk) -> None:
    def ended(seen: NietThuis) -> object:
        begun = desk(lambda work: deurbezoek_starten(work, desk.klok, ("d-1",), "Kade 1")).bezoek
        desk(lambda work: uitkomst_kiezen(work, begun, Uitkomst.NIET_THUIS, frozenset()))
        desk(lambda work: niet_thuis_noteren(work, begun, lambda nu: seen))
        fixed, _ = desk(lambda work: deurbezoek_vastleggen(work, desk.klok, begun))
        assert "niet_thuis" not in deurbezoek_verzending(replace(fixed, niet_thuis=None), desk.klok.nu()).body
        blank = replace(seen, achtergelaten=None)
        assert (
            "niet_thuis" not in deurbezoek_verzending(replace(fixed, niet_thuis=blank), desk.klok.nu()).body
        )
        return desk.sent[-1].body["niet_thuis"]

    assert ended(NietThuis(("licht aan",), Achtergelaten.KAART, "K-7")) == {
        "gezien": ["licht aan"],
        "achtergelaten": "kaart",
        "kaartnummer": "K-7",
    }


def test_an_agreement_without_a_day_is_no_agreement_yet(desk: Desk) -> None:
    id_ = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-1",)))
    note = desk(lambda work: work.notities.laad(id_))
    afspraken = (Afspraak("a-1", "belt school", "moeder", date(2026, 11, 27)), Afspraak("a-2"))
    fixed = replace(note, vastgelegd_op=desk.klok.nu(), afspraken=afspraken)
    body = gespreksnotitie_verzending(fixed, desk.klok.nu()).body
    assert body["afspraken"] == [{"wat": "belt school", "wie": "moeder", "uiterlijk": "2026-11-27"}]


@pytest.mark.parametrize(("tijdstip", "draad"), [(time(9, 5), "09:05"), (None, None)])
def test_a_task_has_its_hour_or_none(tijdstip: time | None, draad: str | None) -> None:
    nu = datetime(2026, 11, 21, 13, tzinfo=UTC)
    taak = Taak("t-1", ("d-1",), "Bel terug", date(2026, 12, 1), nu, tijdstip=tijdstip)
    assert taak_verzending(taak, nu).body.get("tijdstip") == draad


def test_every_moment_travels_in_the_time_of_the_world() -> None:
    amsterdam = datetime(2026, 11, 21, 14, 30, tzinfo=timezone(timedelta(hours=1)))
    assert wereldtijd(amsterdam) == "2026-11-21T13:30:00Z"
    assert wereldtijd(None) is None


NU = packed.om(17, 0)
STUK = packed.stuk("OEF-2026-000101")
SENT: list[tuple[Any, Any, str, tuple[str, ...]]] = [
    (deurbezoek_verzending, packed.EERSTE, "deurbezoek", ()),
    (deurbezoek_verzending, packed.OPEN, "deurbezoek", ("b-eerste",)),
    (deurbezoek_verzending, packed.DICHT, "deurbezoek", ()),
    (terugmelding_verzending, packed.TERUGMELDING, "terugmelding", ("b-eerste",)),
    (gespreksnotitie_verzending, packed.NOTITIE_EERST, "gespreksnotitie", ()),
    (gespreksnotitie_verzending, packed.NOTITIE, "gespreksnotitie", ("n-eerst",)),
    (taak_verzending, packed.TAAK, "taak", ()),
    (taakafhandeling_verzending, packed.AFHANDELING, "taakafhandeling", ("t-1",)),
    (verhoor_verzending, packed.VERHOOR, "verhoor", ()),
    (stuk_verzending, STUK, "stuk", ("q-brief",)),
    (stuk_verzending, packed.STUK_BRIEF, "stuk", ()),
    (stukstap_verzending, packed.STAPPEN[0], "stukstap", ("q-pv", "x-scan")),
    (stukstap_verzending, packed.STAPPEN[1], "stukstap", ("q-pv",)),
    (stukstap_verzending, packed.STAPPEN[2], "stukstap", ("q-pv",)),
    (bijlage_verzending, packed.BIJLAGE, "bijlage", ()),
    (bijlage_verzending, packed.SCANBLAD, "bijlage", ()),
    (procedure_verzending, packed.PROCEDURE_EERST, "procedure", ()),
    (procedure_verzending, packed.PROCEDURE, "procedure", ("o-eerst",)),
]


def _told(found: dict[str, Leaf]) -> dict[str, Leaf]:
    """What says something, by its place in the body: a hearing keeps its lines and its source apart."""
    places = {at.removeprefix("verhoor.").replace("zinnen[", "regels["): leaf for at, leaf in found.items()}
    return {
        {"bron": "voorafgaand"}.get(at, at): leaf
        for at, leaf in places.items()
        if leaf not in (None, "") and at != "id" and not at.endswith(".id")
    }


@pytest.mark.parametrize(
    ("send", "value", "entity", "after"), SENT, ids=[value.id for _, value, _, _ in SENT]
)
def test_every_value_leaves_in_its_own_place_and_after_what_it_needs(
    send: Callable[[Any, datetime], Verzending], value: Any, entity: str, after: tuple[str, ...]
) -> None:
    row = send(value, NU)
    assert (row.entity, row.id, row.dossiers, row.at, row.after) == (
        entity,
        value.id,
        packed.SAMEN,
        NU,
        after,
    )
    assert _told(leaves(row.body)) == _told(leaves(value))


def test_every_kind_of_work_that_travels_is_tried() -> None:
    assert {entity for _, _, entity, _ in SENT} == OWN_WORK
