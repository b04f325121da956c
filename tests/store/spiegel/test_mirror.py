from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.spiegel.pulled import fields_of
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import (
    StilleKlok,
    begin_bezoek,
    dossier,
    leg_bezoek_vast,
    melding,
    persoon,
    pull,
    record,
)


def _ids(kluis: SqlKluis) -> dict[str, list[str]]:
    found = kluis.doe(lambda work: work.brievenbus.revisies())
    return {entity: [id_ for id_, _ in pairs] for entity, pairs in found.items()}


def _names(kluis: SqlKluis, tekst: str = "") -> list[str]:
    page = kluis.lees(lambda caseload: caseload.zoek(tekst, DossierFilter.ALLE, None, 50))
    return [regel.naam for regel in page.regels]


def _touch(kluis: SqlKluis, *records: SpiegelRecord) -> Touched:
    return kluis.doe(
        lambda work: work.brievenbus.pas_toe(Feedpagina(work.brievenbus.cursor(), "n", (), records))
    )


def test_a_record_lives_while_one_of_its_dossiers_lives(kluis: SqlKluis) -> None:
    pull(
        kluis,
        record("school", "s-1", (), {"naam": "Demo Lyceum"}),
        dossier("d-1", "p-1", "x", school="s-1"),
        dossier("d-2", "p-2", "y", school="s-1"),
        persoon("p-1", ("d-1",), "Zoë", "Kamp"),
        persoon("p-2", ("d-2",), "Bo", "Kamp"),
        persoon("p-3", ("d-1", "d-2"), "Renée", "Çelik"),
    )
    assert _names(kluis) == ["Bo Kamp", "Zoë Kamp"]
    pull(kluis, evict=("d-1",))
    assert _ids(kluis) == {"dossier": ["d-2"], "persoon": ["p-2", "p-3"], "school": ["s-1"]}
    assert _names(kluis) == ["Bo Kamp"]
    assert _names(kluis, "zoë") == []
    pull(kluis, evict=("d-2",))
    assert _ids(kluis) == {"school": ["s-1"]}


def test_what_is_granted_again_comes_back_in_the_same_page(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", "p-1", "x"), persoon("p-1", ("d-1",), "Zoë", "Kamp"))
    pull(kluis, dossier("d-1", "p-1", "x"), persoon("p-1", ("d-1",), "Zoë", "Kamp"), evict=("d-1",))
    assert _names(kluis) == ["Zoë Kamp"]
    assert _ids(kluis) == {"dossier": ["d-1"], "persoon": ["p-1"]}


def test_an_eviction_leaves_own_drafts_and_the_outbox(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, dossier("d-1", None, "Zoë"))
    vast = leg_bezoek_vast(kluis, klok, ("d-1",))
    concept, _ = begin_bezoek(kluis, klok, ("d-1",), "nog bezig")
    pull(kluis, evict=("d-1",))
    assert kluis.lees(lambda caseload: caseload.dossier("d-1")) is None
    assert kluis.lees(lambda caseload: caseload.bezoek(concept)).segmenten[0].tekst == "nog bezig"
    (waiting,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    assert waiting.id == vast


def test_a_record_may_move_between_dossiers(kluis: SqlKluis) -> None:
    pull(
        kluis, dossier("d-1", "p-1", "x"), dossier("d-2", "p-1", "y"), persoon("p-1", ("d-1",), "Zoë", "Kamp")
    )
    pull(kluis, persoon("p-1", ("d-2",), "Zoë", "Kamp"))
    pull(kluis, evict=("d-1",))
    assert _ids(kluis)["persoon"] == ["p-1"]


def test_a_deleted_record_is_gone_from_list_and_search(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", "p-1", "x"), persoon("p-1", ("d-1",), "Zoë", "Kamp"))
    pull(kluis, record("dossier", "d-1", ("d-1",), None, 2))
    assert _names(kluis) == []
    assert _names(kluis, "kamp") == []
    assert kluis.lees(lambda caseload: caseload.dossier("d-1")) is None
    pull(kluis, record("dossier", "d-9", (), None, 2))
    assert _ids(kluis) == {"persoon": ["p-1"]}


def test_the_line_follows_whatever_it_is_made_of(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", "p-1", "Naam van kantoor", school="s-1"))
    assert _names(kluis) == ["Naam van kantoor"]
    pull(kluis, persoon("p-1", ("d-1",), "Zoë Anna", "Kamp", geheimhouding=7))
    pull(kluis, record("school", "s-1", (), {"naam": "Demo Lyceum"}))
    pull(kluis, melding("m-1", ("d-1",), "2026-11-01", leerjaar="klas 3"))
    pull(kluis, melding("m-2", ("d-1",), "2026-10-01", soort="LUXE"))
    (regel,) = kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 9)).regels
    assert (regel.naam, regel.school, regel.soort, regel.leerjaar, regel.geheim) == (
        "Zoë Kamp",
        "Demo Lyceum",
        "16UUR",
        "klas 3",
        True,
    )
    what = _touch(kluis, record("school", "s-1", (), {"naam": "Demo College"}, 2))
    assert what.dossiers == {"d-1"}
    assert _names(kluis, "college") == ["Zoë Kamp"]
    assert _names(kluis, "lyceum") == []


def test_fields_this_version_does_not_know_are_kept(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", None, "Ђорђе", later={"van": ["morgen", 1.5, None]}))
    fields = fields_of(kluis._here().session.access(Role.READ), "dossier", "d-1")
    assert fields is not None
    assert fields["later"] == {"van": ["morgen", 1.5, None]}
    assert fields["naam"] == "Ђорђе"


def test_what_was_touched_says_which_kinds_and_dossiers(kluis: SqlKluis) -> None:
    assert _touch(kluis, dossier("d-1", None, "x"), melding("m-1", ("d-1",), "2026-11-01")) == Touched(
        frozenset({Soort.DOSSIER}), frozenset({"d-1"})
    )
    assert _touch(kluis, record("taak", "t", ("d-1", "d-2"), _task())).soorten == {Soort.DOSSIER, Soort.TAAK}
    assert _touch(kluis).soorten == frozenset()


def test_an_address_that_cannot_be_read_does_not_hide_the_name(kluis: SqlKluis) -> None:
    pull(
        kluis,
        dossier("d-1", "p-1", "x"),
        persoon(
            "p-1", ("d-1",), "Zoë", "Kamp", adres={"11.10": "Boterdiep", "11.20": "31", "11.60": "onzin"}
        ),
    )
    found = kluis.lees(lambda caseload: caseload.dossier("d-1"))
    assert found is not None
    assert (found.naam, found.adres and found.adres.onbekend) == ("Zoë Kamp", True)


def test_a_person_who_cannot_be_read_keeps_the_name_of_the_office(kluis: SqlKluis) -> None:
    broken = persoon("p-1", ("d-1",), "Zoë", "Kamp")
    broken = replace(broken, fields={**broken.fields, "lo3": {"02.40": "Kamp", "04.10": "?"}})
    pull(kluis, dossier("d-1", "p-1", "Zoë Kamp (kantoor)"), broken)
    assert _names(kluis) == ["Zoë Kamp (kantoor)"]


def _task() -> dict[str, str | list[str]]:
    return {"dossiers": ["d-1"], "wat": "x", "uiterlijk": "2026-11-20", "gemaakt_op": "2026-11-01T09:00:00Z"}


def _visit(outcome: str, rev: int, *, aside: bool) -> SpiegelRecord:
    fields: dict[str, Json] = {
        "dossiers": ["d-1"],
        "begonnen_op": "2026-11-24T14:02:00+01:00",
        "geeindigd_op": "2026-11-24T14:20:00+01:00",
        "vastgelegd_op": "2026-11-24T14:21:00+01:00",
        "adres": "Boterdiep 31",
        "uitkomst": outcome,
    }
    return replace(record("deurbezoek", "b-1", ("d-1",), fields, rev), opzij=aside)


def _timeline(kluis: SqlKluis) -> list[str]:
    return [item.id for item in kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))]


def test_a_record_with_a_word_of_tomorrow_is_kept_and_read_by_nobody(kluis: SqlKluis) -> None:
    """It counts for the digest and leaves with its dossier; no screen reads a word it does not have."""
    pull(kluis, dossier("d-1", "p-1", "x"), _visit("geen_gehoor", 1, aside=True))
    assert _timeline(kluis) == []
    assert _ids(kluis)["deurbezoek"] == ["b-1"]
    (kept,) = kluis.doe(lambda work: work.brievenbus.opzijgelegd())
    assert (kept.entity, kept.dossiers, kept.fields["uitkomst"]) == ("deurbezoek", ("d-1",), "geen_gehoor")
    pull(kluis, evict=("d-1",))
    assert kluis.doe(lambda work: work.brievenbus.opzijgelegd()) == ()
    assert "deurbezoek" not in _ids(kluis)


def test_set_aside_and_taken_in_again_it_is_one_record(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", "p-1", "x"), _visit("niet_thuis", 1, aside=False))
    assert _timeline(kluis) == ["b-1"]
    pull(kluis, _visit("geen_gehoor", 2, aside=True))
    assert _timeline(kluis) == []
    assert kluis.doe(lambda work: work.brievenbus.revisies())["deurbezoek"] == [("b-1", 2)]
    pull(kluis, _visit("niet_thuis", 3, aside=False))
    assert _timeline(kluis) == ["b-1"]
    assert kluis.doe(lambda work: work.brievenbus.revisies())["deurbezoek"] == [("b-1", 3)]
    assert kluis.doe(lambda work: work.brievenbus.opzijgelegd()) == ()


def test_a_record_that_is_gone_leaves_from_aside_too(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", "p-1", "x"), _visit("geen_gehoor", 1, aside=True))
    pull(kluis, record("deurbezoek", "b-1", ("d-1",), None, 2))
    assert kluis.doe(lambda work: work.brievenbus.opzijgelegd()) == ()
    assert "deurbezoek" not in _ids(kluis)
