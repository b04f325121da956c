"""What happens after sealing: the states of 4.9 through the act, and what can never go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_met_scan, stukstap_zetten
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.stuk.stuk import Afdoening, Stand, Stapsoort, Verzendwijze
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.papers import Stukstap as WireStap
from tests.casework.zaak import SAMEN, scan, verzegeld
from tests.store.world import StilleKlok


def _stap(kluis: SqlKluis, klok: StilleKlok, stuk: str, opgave: Stapopgave) -> Stand:
    klok.verder(86_400)
    kluis.doe(lambda work: stukstap_zetten(work, klok, stuk, opgave))
    return kluis.bekijk(lambda kast: kast.stuk(stuk)).stand


def test_from_signature_to_judgment(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok).id
    dag = klok.vandaag()
    gelezen = IngelezenBijlage(Bijlagesoort.SCAN, "application/pdf", b"%PDF-scan", 4)
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, SAMEN, "Ondertekend", gelezen))
    stappen = (
        (Stapopgave(Stapsoort.ONDERTEKEND, dag, plaats="Demostad", bijlage=bijlage.id), Stand.ONDERTEKEND),
        (Stapopgave(Stapsoort.SCAN, dag, bijlage=bijlage.id), Stand.ONDERTEKEND),
        (
            Stapopgave(Stapsoort.VERZONDEN, dag, aan="parket Noord-Holland", wijze=Verzendwijze.POST),
            Stand.VERZONDEN,
        ),
        (Stapopgave(Stapsoort.ONTVANGEN, dag + timedelta(days=1)), Stand.ONTVANGEN),
        (
            Stapopgave(Stapsoort.AFDOENING, dag + timedelta(days=2), afdoening=Afdoening.DAGVAARDING),
            Stand.AFGEDAAN,
        ),
        (
            Stapopgave(Stapsoort.AFDOENING, dag + timedelta(days=3), afdoening=Afdoening.UITSPRAAK),
            Stand.AFGEDAAN,
        ),
    )
    for opgave, verwacht in stappen:
        assert _stap(kluis, klok, stuk, opgave) is verwacht
    wire = [v for v in kluis.doe(lambda work: work.brievenbus.openstaand(99)) if v.entity == "stukstap"]
    assert [WireStap.model_validate(dict(v.body)).soort for v in wire] == [
        opgave.soort.value for opgave, _ in stappen
    ]
    assert wire[1].after == (stuk, bijlage.id)


VANDAAG = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("opgave", "veld"),
    [
        (Stapopgave(Stapsoort.VERZONDEN, VANDAAG, aan="parket", wijze=Verzendwijze.POST), "soort"),
        (Stapopgave(Stapsoort.ONDERTEKEND, VANDAAG), "plaats"),
        (Stapopgave(Stapsoort.NIET_VERZONDEN, VANDAAG), "reden"),
        (Stapopgave(Stapsoort.AFDOENING, VANDAAG, afdoening=Afdoening.SEPOT), "soort"),
        (Stapopgave(Stapsoort.ONDERTEKEND, VANDAAG, plaats="Demostad"), "bijlage"),
        (Stapopgave(Stapsoort.AFDOENING, VANDAAG), "soort"),
    ],
)
def test_what_cannot_be_yet_names_the_field(
    kluis: SqlKluis, klok: StilleKlok, opgave: Stapopgave, veld: str
) -> None:
    stuk = verzegeld(kluis, klok)
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: stukstap_zetten(work, klok, stuk.id, opgave))
    assert refused.value.veld == veld
    assert kluis.bekijk(lambda kast: kast.stuk(stuk.id)).stappen == ()


def test_not_sending_needs_a_reason_and_ends_it(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok).id
    opgave = Stapopgave(Stapsoort.NIET_VERZONDEN, klok.vandaag(), reden="De officier wil het niet.")
    assert _stap(kluis, klok, stuk, opgave) is Stand.NIET_VERZONDEN
    with pytest.raises(DomainError, match="niet wordt verzonden"):
        _stap(kluis, klok, stuk, Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag(), plaats="Demostad"))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM stuk",
        "UPDATE stuk SET titel = 'anders'",
        "DELETE FROM stukstap",
        "UPDATE stukstap SET inhoud = '{}'",
        "DELETE FROM inhoud_deel",
        "UPDATE inhoud_deel SET bytes = x'00'",
        "INSERT INTO inhoud_deel (entity, id, plaats, bytes) SELECT entity, id, 99, x'00' FROM inhoud_deel",
        "INSERT OR REPLACE INTO stuk SELECT * FROM stuk",
        "INSERT OR REPLACE INTO stukstap SELECT * FROM stukstap",
        "INSERT OR REPLACE INTO nummer_gebruikt SELECT nummer, 'ander' FROM nummer_gebruikt",
        "UPDATE verhoor SET inhoud = '{}'",
        "DELETE FROM verhoorzin",
        "UPDATE verhoorzin SET tekst = 'anders'",
        "INSERT OR REPLACE INTO verhoorzin SELECT * FROM verhoorzin",
        "DELETE FROM bijlage",
        "DELETE FROM nummer_gebruikt",
        "UPDATE nummer_gebruikt SET nummer = 'OEF-2026-000110'",
    ],
)
def test_the_file_itself_refuses_to_change_what_was_sealed(
    kluis: SqlKluis, klok: StilleKlok, sql: str
) -> None:
    stuk = verzegeld(kluis, klok).id
    getekend = scan(kluis, klok)
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag(), plaats="Demostad", bijlage=getekend)
    kluis.doe(lambda work: stukstap_zetten(work, klok, stuk, opgave))
    before = kluis.bekijk(lambda kast: (kast.stuk(stuk), kast.pdf(stuk)))
    access = kluis._here().session.access(Role.CASEWORK)
    with pytest.raises(DomainError, match="vastgelegd"):
        kluis.doe(lambda work: access.run(sql))
    assert kluis.bekijk(lambda kast: (kast.stuk(stuk), kast.pdf(stuk))) == before


@pytest.mark.parametrize(
    "sql", ["DROP TRIGGER stuk_vast", "DROP TABLE stuk", "PRAGMA recursive_triggers = OFF"]
)
def test_the_guards_themselves_cannot_be_taken_away(kluis: SqlKluis, klok: StilleKlok, sql: str) -> None:
    stuk = verzegeld(kluis, klok).id
    access = kluis._here().session.access(Role.CASEWORK)
    with pytest.raises(Exception, match=r"not authorized|prohibited"):
        kluis.doe(lambda work: access.run(sql))
    assert kluis.bekijk(lambda kast: kast.stuk(stuk)).stuk.id == stuk


@pytest.mark.parametrize(("dag", "veld"), [(22, "datum"), (20, "datum")])
def test_a_signature_has_a_day_between_seal_and_now(
    kluis: SqlKluis, klok: StilleKlok, dag: int, veld: str
) -> None:
    stuk, getekend = verzegeld(kluis, klok).id, scan(kluis, klok)
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, date(2026, 11, dag), plaats="Demostad", bijlage=getekend)
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: stukstap_zetten(work, klok, stuk, opgave))
    assert refused.value.veld == veld


def test_r15_scan_and_signature_are_kept_together_or_not_at_all(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok).id
    gelezen = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF-scan", 4)
    zonder_plaats = Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag())
    with pytest.raises(DomainError, match="plaats"):
        kluis.doe(lambda work: stukstap_met_scan(work, klok, stuk, zonder_plaats, gelezen))
    assert kluis.bekijk(lambda kast: kast.bijlagen(SAMEN[0])) == ()
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag(), plaats="Demostad")
    stap, _ = kluis.doe(lambda work: stukstap_met_scan(work, klok, stuk, opgave, gelezen))
    (regel,) = kluis.bekijk(lambda kast: kast.bijlagen(SAMEN[0]))
    assert (stap.bijlage, regel.bijlage.door) == (regel.bijlage.id, "K. van Es")
    assert kluis.bekijk(lambda kast: kast.stuk(stuk)).stand is Stand.ONDERTEKEND


def test_the_sealed_file_itself_is_not_its_signed_scan(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R15: straight from the disk, and by way of the dossier."""
    stuk = verzegeld(kluis, klok)
    pdf = kluis.bekijk(lambda kast: kast.pdf(stuk.id))
    gelezen = IngelezenBijlage(Bijlagesoort.SCAN, "application/pdf", pdf, 4)
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag(), plaats="Demostad")
    with pytest.raises(DomainError, match="zonder handtekening"):
        kluis.doe(lambda work: stukstap_met_scan(work, klok, stuk.id, opgave, gelezen))
    assert kluis.bekijk(lambda kast: kast.bijlagen(SAMEN[0])) == ()
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, SAMEN, "Getekend", gelezen))
    via = replace(opgave, bijlage=bijlage.id)
    with pytest.raises(DomainError, match="zonder handtekening"):
        kluis.doe(lambda work: stukstap_zetten(work, klok, stuk.id, via))
    assert kluis.bekijk(lambda kast: kast.stuk(stuk.id)).stand is Stand.GEREED


def test_a_day_before_sealing_is_called_that(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok)
    opgave = Stapopgave(Stapsoort.NIET_VERZONDEN, klok.vandaag() - timedelta(days=1), reden="Dubbel")
    with pytest.raises(DomainError, match="vóór de dag van het verzegelen"):
        kluis.doe(lambda work: stukstap_zetten(work, klok, stuk.id, opgave))
