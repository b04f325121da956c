"""A report that the school withdrew: in sight with its reason, and in no count."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, DossierFilter, DossierRegel
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.records import MELDINGSTATUS
from tests.store.world import dossier, melding, persoon, pull, record

REDEN = "Verkeerde leerling."
INGETROKKEN = {"status": "ingetrokken", "status_toelichting": REDEN}


def _beeld(kluis: SqlKluis) -> DossierBeeld:
    found = kluis.lees(lambda caseload: caseload.dossier("d-1"))
    assert found is not None
    return found


def _regel(kluis: SqlKluis) -> DossierRegel:
    [regel] = kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 9)).regels
    return regel


def _twee(kluis: SqlKluis, **nieuwste: str) -> None:
    pull(
        kluis,
        dossier("d-1", "p-1", "Zoë"),
        persoon("p-1", ("d-1",), "Zoë", "Kamp"),
        melding("m-1", ("d-1",), "2026-11-09", soort="LUXE"),
        melding("m-2", ("d-1",), "2026-11-16", leerjaar="groep 8", **nieuwste),
    )


def test_it_stands_apart_from_the_reports_that_count(kluis: SqlKluis) -> None:
    _twee(kluis, **INGETROKKEN)
    beeld = _beeld(kluis)
    assert [one.id for one in beeld.meldingen] == ["m-1"]
    assert [(one.id, one.status_toelichting) for one in beeld.ingetrokken] == [("m-2", REDEN)]
    assert beeld.leerjaar == ""


def test_every_other_state_counts_also_one_that_came_later(kluis: SqlKluis) -> None:
    for status in ("", *MELDINGSTATUS, "een nieuwe"):
        if status == "ingetrokken":
            continue
        _twee(kluis, status=status)
        assert [one.id for one in _beeld(kluis).meldingen] == ["m-2", "m-1"], status


def test_the_timeline_says_so_and_why(kluis: SqlKluis) -> None:
    _twee(kluis, **INGETROKKEN)
    nieuw, oud = kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))
    assert nieuw.kop.endswith(", ingetrokken")
    zin = "De school heeft deze melding ingetrokken; de dagen tellen niet mee. Reden: Verkeerde leerling."
    assert nieuw.tekst == f"{zin}\nSpijbelt."
    assert (oud.kop, oud.tekst) == ("Melding luxeverzuim", "Spijbelt.")


def test_the_list_and_its_filter_leave_it_out(kluis: SqlKluis) -> None:
    _twee(kluis)
    assert (_regel(kluis).soort, _regel(kluis).datum_melding) == ("16UUR", date(2026, 11, 16))
    pull(kluis, melding("m-2", ("d-1",), "2026-11-16", **INGETROKKEN))
    assert (_regel(kluis).soort, _regel(kluis).datum_melding) == ("LUXE", date(2026, 11, 9))
    nieuw = kluis.lees(lambda caseload: caseload.tellingen(date(2026, 11, 17)))[DossierFilter.NIEUW]
    pull(kluis, melding("m-1", ("d-1",), "2026-11-09", **INGETROKKEN))
    assert (_regel(kluis).soort, _regel(kluis).datum_melding) == ("", None)
    tellingen = kluis.lees(lambda caseload: caseload.tellingen(date(2026, 11, 17)))
    assert (nieuw, tellingen[DossierFilter.NIEUW]) == (1, 0)


def test_who_lives_elsewhere_has_a_mark_of_his_own(kluis: SqlKluis) -> None:
    gevonden = {}
    for code, naar in (("E", "0000"), ("M", None), ("R", "5010"), (None, None)):
        pull(
            kluis,
            dossier("d-1", "p-1", "Zoë"),
            persoon("p-1", ("d-1",), "Zoë", "Kamp", opgeschort=code, vertrokken_naar=naar),
        )
        jongere = _beeld(kluis).jongere
        gevonden[code] = (jongere.vertrokken, jongere.niet_ingezetene)
    assert gevonden == {"E": (True, False), "M": (True, False), "R": (False, True), None: (False, False)}


def test_a_report_that_is_gone_is_no_withdrawn_one(kluis: SqlKluis) -> None:
    _twee(kluis, **INGETROKKEN)
    pull(kluis, record("verzuimmelding", "m-2", ("d-1",)))
    assert _beeld(kluis).ingetrokken == ()
