"""A procedure, act by act: begun, answered, fixed, gone on with, left behind; its task and its letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.procedure.brief import briefwaarden
from leerplicht_desktop.casework.procedure.feiten import procedurestanden
from leerplicht_desktop.casework.procedure.schrijven import (
    procedure_antwoorden,
    procedure_reden_schrijven,
    procedure_starten,
    procedure_vastleggen,
    procedure_verwerpen,
    procedure_voortzetten,
)
from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.procedure.procedure import Procedure, Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR as DOSSIER
from tests.store.world import StilleKlok

AANVRAAG: Mapping[str, Waarde] = {
    "grond": "14",
    "van": "2027-01-11",
    "tot": "2027-01-29",
    "ontvangen_op": "2026-11-20",
    "toelichting": "Afscheid van oma.",
}
BESLUIT: Mapping[str, Waarde] = {
    "hoofd_gehoord_op": "2026-11-20",
    "hoofd_mening": "Akkoord.",
    "besluit": "verleend",
    "besluit_op": "2026-11-21",
    "afweging": "Het is een gewichtige omstandigheid.",
}


def begin(kluis: SqlKluis, klok: StilleKlok, antwoorden: Mapping[str, Waarde]) -> str:
    id_ = kluis.doe(lambda work: procedure_starten(work, klok, DOSSIER, Proceduresoort.VERLOF))
    vul(kluis, id_, antwoorden)
    return id_


def vul(kluis: SqlKluis, id_: str, antwoorden: Mapping[str, Waarde]) -> None:
    def act(work: Work) -> None:
        for naam, waarde in antwoorden.items():
            procedure_antwoorden(work, id_, naam, waarde)

    kluis.doe(act)


def leg_vast(kluis: SqlKluis, klok: StilleKlok, id_: str) -> Procedure:
    return kluis.doe(lambda work: procedure_vastleggen(work, klok, id_)[0])


def taken(kluis: SqlKluis, klok: StilleKlok) -> dict[str, date]:
    gevonden = kluis.lees(lambda caseload: voorstellen(caseload, DOSSIER, klok.vandaag()))
    return {een.wat: een.uiterlijk for een in gevonden if "verlof" in een.wat}


def test_a_draft_is_taken_up_again_until_it_is_fixed(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin(kluis, klok, AANVRAAG)
    assert begin(kluis, klok, {}) == id_
    vast = leg_vast(kluis, klok, id_)
    assert (vast.kop, vast.klaar, vast.zaak) == ("Verlof, 15 schooldagen: jij beslist.", False, id_)
    assert begin(kluis, klok, {}) != id_
    with pytest.raises(DomainError):
        kluis.doe(lambda work: procedure_antwoorden(work, id_, "van", None))


def test_it_goes_on_in_a_new_version_and_a_change_needs_a_reason(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin(kluis, klok, AANVRAAG)
    leg_vast(kluis, klok, id_)
    verder = kluis.doe(lambda work: procedure_voortzetten(work, klok, id_))
    assert kluis.doe(lambda work: procedure_voortzetten(work, klok, id_)) == verder
    with pytest.raises(DomainError, match="niets veranderd"):
        leg_vast(kluis, klok, verder)
    vul(kluis, verder, {"tot": "2027-01-28"})
    with pytest.raises(DomainError) as fout:
        leg_vast(kluis, klok, verder)
    assert fout.value.veld == "reden_correctie"
    kluis.doe(lambda work: procedure_reden_schrijven(work, verder, "Zij komen een dag eerder terug."))
    vast = leg_vast(kluis, klok, verder)
    assert (vast.corrigeert, vast.zaak, vast.kop) == (id_, id_, "Verlof, 14 schooldagen: jij beslist.")
    with pytest.raises(DomainError, match="nieuwere versie"):
        kluis.doe(lambda work: procedure_voortzetten(work, klok, id_))


def test_what_blocks_is_named_and_nothing_is_fixed(kluis: SqlKluis, klok: StilleKlok) -> None:
    leeg = begin(kluis, klok, {})
    with pytest.raises(DomainError) as fout:
        leg_vast(kluis, klok, leeg)
    assert fout.value.veld == "grond"
    vul(kluis, leeg, {**AANVRAAG, "besluit": "verleend", "besluit_op": "2026-11-21"})
    with pytest.raises(DomainError) as fout:
        leg_vast(kluis, klok, leeg)
    assert fout.value.veld == "hoofd_gehoord_op"
    assert kluis.doe(lambda work: work.procedures.laad(leeg)).is_concept


def test_an_open_request_proposes_to_decide_and_a_decision_ends_that(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    id_ = begin(kluis, klok, AANVRAAG)
    assert taken(kluis, klok) == {}
    leg_vast(kluis, klok, id_)
    assert taken(kluis, klok) == {"Beslis op de verlofaanvraag": date(2027, 1, 15)}
    verder = kluis.doe(lambda work: procedure_voortzetten(work, klok, id_))
    vul(kluis, verder, BESLUIT)
    assert leg_vast(kluis, klok, verder).klaar
    assert taken(kluis, klok) == {}


def waarden(kluis: SqlKluis, klok: StilleKlok, soort: Documentsoort) -> Mapping[str, Waarde]:
    beeld = kluis.lees(lambda caseload: caseload.dossier(DOSSIER))
    assert beeld is not None
    return kluis.lees(lambda caseload: briefwaarden(caseload, beeld, klok.vandaag(), soort))


def test_the_letter_takes_what_was_decided(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_vast(kluis, klok, begin(kluis, klok, {**AANVRAAG, **BESLUIT}))
    besluit = waarden(kluis, klok, Documentsoort.BESCHIKKING_VERLOF)
    assert besluit["hoofd_gehoord_op"] == "2026-11-20"
    assert besluit["periode"] == "11 januari 2027 tot en met 29 januari 2027 (15 schooldagen)"
    assert besluit["afweging"] == BESLUIT["afweging"]
    assert waarden(kluis, klok, Documentsoort.WAARSCHUWING) == {}


def test_days_granted_before_count_with_the_next_request(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_vast(kluis, klok, begin(kluis, klok, {**AANVRAAG, **BESLUIT}))
    kort = {**AANVRAAG, "van": "2027-03-15", "tot": "2027-03-15"}
    assert leg_vast(kluis, klok, begin(kluis, klok, kort)).kop == "Verlof, 1 schooldag: jij beslist."
    beeld = kluis.lees(lambda caseload: caseload.dossier(DOSSIER))
    assert beeld is not None
    standen = kluis.lees(lambda caseload: procedurestanden(caseload, beeld, klok.vandaag()))
    assert len(standen) == 2


def test_an_empty_draft_disappears_and_any_other_stays(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin(kluis, klok, {"grond": None})
    assert kluis.doe(lambda work: procedure_verwerpen(work, id_)) is not None
    with pytest.raises(KeyError):
        kluis.doe(lambda work: work.procedures.laad(id_))
    vol = begin(kluis, klok, AANVRAAG)
    assert kluis.doe(lambda work: procedure_verwerpen(work, vol)) is None
    leg_vast(kluis, klok, vol)
    verder = kluis.doe(lambda work: procedure_voortzetten(work, klok, vol))
    assert kluis.doe(lambda work: procedure_verwerpen(work, verder)) is not None


def test_a_version_that_was_fixed_waits_for_the_municipality(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin(kluis, klok, AANVRAAG)
    leg_vast(kluis, klok, id_)
    regels = kluis.lees(lambda caseload: caseload.uitvak(10))
    assert [regel.wat for regel in regels] == ["procedure"]
    item = next(een for een in kluis.lees(lambda caseload: caseload.tijdlijn(DOSSIER)) if een.id == id_)
    assert (item.kop, item.tekst) == ("Verlof en ziekmelding", "Verlof, 15 schooldagen: jij beslist.")
    assert not item.verzonden
