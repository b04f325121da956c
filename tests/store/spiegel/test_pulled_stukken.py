"""What one laptop hands in, another one reads as the same hearing, step and document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.brievenbus import SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.domain.stuk.stuk import Stapsoort
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, TEUN, geef_nummers, scan, verzegeld, zaak
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok, made_by, pull, record, say_why


@pytest.fixture
def collega(tmp_path: Path, klok: StilleKlok) -> Iterator[SqlKluis]:
    """Another laptop with the same family."""
    made = opened_vault(tmp_path / "collega", klok, zaak)
    yield made
    made.sluit()


def _handed_in(kluis: SqlKluis) -> tuple[SpiegelRecord, ...]:
    """The outbox as the feed would give it back, content and all."""

    def act(work: Work) -> tuple[Verzending, ...]:
        return tuple(work.brievenbus.volledig(one) for one in work.brievenbus.openstaand(99))

    return tuple(
        made_by(record(one.entity, one.id, one.dossiers, one.body), "a-7", "K. van Es")
        for one in kluis.doe(act)
    )


def test_the_same_on_both_laptops(kluis: SqlKluis, collega: SqlKluis, klok: StilleKlok) -> None:
    zaak(kluis)
    geef_nummers(kluis)
    stuk = verzegeld(kluis, klok)
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, klok.vandaag(), plaats="Demostad", bijlage=scan(kluis, klok))
    kluis.doe(lambda work: stukstap_zetten(work, klok, stuk.id, opgave))
    pull(collega, *_handed_in(kluis))
    (mijn,), (jouw,) = (een.bekijk(lambda kast: kast.verhoren(FLEUR)) for een in (kluis, collega))
    assert jouw.blad.compleet == mijn.blad.compleet
    assert (jouw.blad.verdachte, jouw.verzonden) == (mijn.blad.verdachte, True)
    hier, daar = (een.bekijk(lambda kast: kast.stuk(stuk.id)) for een in (kluis, collega))
    assert daar.stuk == hier.stuk
    assert daar.stappen == hier.stappen
    assert (daar.eigen, daar.door) == (False, "K. van Es (a-7)")
    for each in (kluis, collega):
        say_why(each, FLEUR, TEUN)
    assert collega.bekijk(lambda kast: kast.pdf(stuk.id)) == kluis.bekijk(lambda kast: kast.pdf(stuk.id))
    mijne, jouwe = (een.bekijk(lambda kast: kast.tijdlijn(FLEUR)) for een in (kluis, collega))
    assert sorted(item.kop for item in mijne) == sorted(item.kop for item in jouwe)


def test_own_work_that_comes_back_is_not_kept_twice(kluis: SqlKluis, klok: StilleKlok) -> None:
    zaak(kluis)
    geef_nummers(kluis)
    stuk = verzegeld(kluis, klok)
    pull(kluis, *_handed_in(kluis))
    assert kluis.doe(lambda work: len(work.stukkenkast.stukken(FLEUR))) == 1
    assert kluis.bekijk(lambda kast: kast.stuk(stuk.id)).verzonden
    access = kluis._here().session.access(Role.READ)
    assert access.value("SELECT count(*) FROM spiegel_deel") == 0  # no second copy of the bytes


def test_the_bytes_of_a_dossier_that_left_leave_with_the_last_who_has_it(
    kluis: SqlKluis, collega: SqlKluis, klok: StilleKlok
) -> None:
    """A paper and a scan of two dossiers stay whole while one is here, and then not a byte stays."""
    zaak(kluis)
    geef_nummers(kluis)
    stuk = verzegeld(kluis, klok)
    bijlage = scan(kluis, klok)
    pull(collega, *_handed_in(kluis))
    access = collega._here().session.access(Role.READ)
    assert access.value("SELECT count(*) FROM spiegel_deel") >= 2
    pull(collega, evict=(FLEUR,))
    say_why(collega, FLEUR, TEUN)
    assert collega.bekijk(lambda kast: kast.pdf(stuk.id)).startswith(b"%PDF")
    assert collega.bekijk(lambda kast: kast.bijlage_inhoud(bijlage)) == b"%PDF-scan"
    pull(collega, evict=(TEUN,))
    assert access.value("SELECT count(*) FROM spiegel_deel") == 0
    assert access.value("SELECT count(*) FROM spiegel_dossier WHERE dossier IN (?, ?)", (FLEUR, TEUN)) == 0
    assert access.value("SELECT count(*) FROM spiegel_record WHERE entity <> 'school'") == 0
