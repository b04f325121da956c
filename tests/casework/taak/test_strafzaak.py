"""From the first hearing the terms of the OM run: to Halt or on paper, until it was sent or sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.procedure.schrijven import (
    procedure_antwoorden,
    procedure_starten,
    procedure_vastleggen,
)
from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.casework.verhoor.bijhouden import verhoor_bijhouden
from leerplicht_desktop.casework.verhoor.vastleggen import verhoor_vastleggen
from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, JONGERE, begin_verhoor, verhoor, verzegeld, vul_verhoor
from tests.store.world import StilleKlok

PAPIER = "Rond het proces-verbaal af"
HALT = "Stuur de verwijzing naar Halt"


def zaaktaken(kluis: SqlKluis, klok: StilleKlok) -> dict[str, date]:
    alle = kluis.lees(lambda caseload: voorstellen(caseload, FLEUR, klok.vandaag()))
    return {een.wat: een.uiterlijk for een in alle if een.wat in (PAPIER, HALT)}


def hoor_jongere(kluis: SqlKluis, klok: StilleKlok) -> None:
    """A hearing of the jongere, with what the law asks of somebody of fifteen."""
    id_ = begin_verhoor(kluis, klok, JONGERE)
    vul_verhoor(kluis, klok, id_)

    def sluit(work: Work) -> None:
        blad = work.zaakstukken.verhoren.laad(id_).verhoor
        met = replace(blad, begeleiding=Begeleiding.GEEN, ouders_ingelicht_op=klok.vandaag())
        verhoor_bijhouden(work, klok, met)
        verhoor_vastleggen(work, klok, id_)

    kluis.doe(sluit)


def naar_halt(kluis: SqlKluis, klok: StilleKlok, **antwoorden: Waarde) -> None:
    heel: Mapping[str, Waarde] = {
        "uit_zichzelf": True,
        "eerder": False,
        "problemen": False,
        "aangeboden_op": "2026-11-20",
        "jongere_akkoord": True,
        "ouders_akkoord": True,
        **antwoorden,
    }
    id_ = kluis.doe(lambda work: procedure_starten(work, klok, FLEUR, Proceduresoort.HALT))

    def schrijf(work: Work) -> None:
        for naam, waarde in heel.items():
            procedure_antwoorden(work, id_, naam, waarde)

    kluis.doe(schrijf)
    kluis.doe(lambda work: procedure_vastleggen(work, klok, id_))


def test_without_a_hearing_no_term_runs(kluis: SqlKluis, klok: StilleKlok) -> None:
    assert zaaktaken(kluis, klok) == {}
    begin_verhoor(kluis, klok)
    assert zaaktaken(kluis, klok) == {}  # a hearing that is not fixed yet


def test_from_a_fixed_hearing_the_paper_is_due(kluis: SqlKluis, klok: StilleKlok) -> None:
    verhoor(kluis, klok)
    gevonden = zaaktaken(kluis, klok)
    assert list(gevonden) == [PAPIER]
    assert klok.vandaag() < gevonden[PAPIER] <= date(2027, 1, 9)


def test_a_minor_is_due_sooner_than_a_parent(kluis: SqlKluis, klok: StilleKlok) -> None:
    hoor_jongere(kluis, klok)
    jong = zaaktaken(kluis, klok)[PAPIER]
    assert klok.vandaag() < jong


def test_halt_of_the_jongere_ends_no_case_of_a_parent(kluis: SqlKluis, klok: StilleKlok) -> None:
    verhoor(kluis, klok)
    naar_halt(kluis, klok, verwezen=True, verwezen_op="2026-11-21")
    assert list(zaaktaken(kluis, klok)) == [PAPIER]


def test_once_it_is_sealed_nothing_is_due_until_another_hearing(kluis: SqlKluis, klok: StilleKlok) -> None:
    verzegeld(kluis, klok)
    assert zaaktaken(kluis, klok) == {}
    klok.verder(3_600)
    verhoor(kluis, klok)
    assert list(zaaktaken(kluis, klok)) == [PAPIER]


def test_halt_that_was_offered_is_due_within_a_week(kluis: SqlKluis, klok: StilleKlok) -> None:
    hoor_jongere(kluis, klok)
    naar_halt(kluis, klok)
    gevonden = zaaktaken(kluis, klok)
    assert list(gevonden) == [HALT]
    assert (gevonden[HALT] - klok.vandaag()).days <= 7


def test_halt_that_was_chosen_and_sent_asks_nothing_more(kluis: SqlKluis, klok: StilleKlok) -> None:
    hoor_jongere(kluis, klok)
    naar_halt(kluis, klok, verwezen=True, verwezen_op="2026-11-21")
    assert zaaktaken(kluis, klok) == {}


def test_halt_that_was_refused_leads_to_the_paper(kluis: SqlKluis, klok: StilleKlok) -> None:
    hoor_jongere(kluis, klok)
    naar_halt(kluis, klok, verwezen=False, waarom_niet="De ouders trokken hun akkoord in.")
    assert list(zaaktaken(kluis, klok)) == [PAPIER]
