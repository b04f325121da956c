"""Attachments, documents and numbers over the real road: ten megabytes both ways, byte for byte."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.problems import GeenVerbinding
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.casework.uitvak.zaakstukken import stuk_verzending
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.stuk.stuk import Stand, Stapsoort, Stuk
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from tests.store.world import say_why

from .real import ANNA, BRAM, RealLaptop, Town

MIB = 1024 * 1024


@pytest.fixture
def collega(stad: Town, tmp_path: Path) -> Iterator[RealLaptop]:
    """Bram's laptop, enrolled."""
    made = RealLaptop(tmp_path / "kluis-b", stad.enrol(BRAM))
    yield made
    made.sluit()


def _bijlage(laptop: RealLaptop, grootte: int, titel: str) -> str:
    """An attachment that does not compress."""
    inhoud = b"%PDF-1.7\n" + random.Random(titel).randbytes(grootte)
    gelezen = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", inhoud, 3)
    return laptop.kluis.doe(lambda work: bijlage_toevoegen(work, laptop.klok, ("d-0",), titel, gelezen))[0].id


def _stuk(laptop: RealLaptop, id_: str, nummer: str) -> Stuk:
    """A sealed document of any bytes, with its outbox row."""
    pdf = b"%PDF-1.7\n" + id_.encode()
    hash_ = hashlib.sha256(pdf).hexdigest()
    stuk = Stuk(
        id=id_,
        dossiers=("d-0",),
        soort=Documentsoort.PROCES_VERBAAL,
        titel="Proces-verbaal",
        verzegeld_op=laptop.klok.nu(),
        regime=Regime.WPG,
        inhoud_hash=hash_,
        bestand_hash=hash_,
        nummer=nummer,
        bladzijden=1,
        gegevens={"lijst": ["a", 1, None]},
    )

    def act(work: Work) -> None:
        work.zaakstukken.stukken.verzegel(stuk, pdf)
        work.uitvak.voeg_toe(stuk_verzending(stuk, laptop.klok.nu()))

    laptop.kluis.doe(act)
    return stuk


def test_ten_megabytes_there_and_back(laptop: RealLaptop, collega: RealLaptop) -> None:
    grote = [_bijlage(laptop, 10 * MIB, "groot een"), _bijlage(laptop, 10 * MIB, "groot twee")]
    klein = [_bijlage(laptop, 1_000, f"klein {n}") for n in range(5)]
    uitslag = laptop.loop.round()
    assert uitslag.problem is None
    assert uitslag.sent == 7
    assert collega.loop.round().problem is None
    for id_ in (*grote, *klein):
        eigen = _inhoud(laptop, id_)
        assert _inhoud(collega, id_) == eigen
        assert _sha256(collega, id_) == hashlib.sha256(eigen).hexdigest()
    assert laptop.loop.round().sent == 0


def test_a_server_that_falls_away_gets_it_the_next_time(stad: Town, laptop: RealLaptop) -> None:
    id_ = _bijlage(laptop, 2 * MIB, "onderweg")
    stad.server.stop()
    assert isinstance(laptop.loop.round().problem, GeenVerbinding)
    laptop.herstart()
    stad.start()
    uitslag = laptop.loop.round()
    assert (uitslag.problem, uitslag.sent) == (None, 1)
    assert ("bijlage", id_) in laptop.spiegel


def test_a_document_and_its_steps_reach_the_colleague(laptop: RealLaptop, collega: RealLaptop) -> None:
    assert laptop.loop.round().problem is None
    nummer = laptop.kluis.doe(lambda work: work.zaakstukken.nummers.volgende(2026)) or ""
    stuk = _stuk(laptop, "stuk-1", nummer)
    scan = _bijlage(laptop, 100, "ondertekend")
    opgave = Stapopgave(Stapsoort.ONDERTEKEND, laptop.klok.vandaag(), plaats="Demostad", bijlage=scan)
    laptop.kluis.doe(lambda work: stukstap_zetten(work, laptop.klok, stuk.id, opgave))
    assert laptop.loop.round().sent == 3
    assert collega.loop.round().problem is None
    beeld = collega.kluis.bekijk(lambda kast: kast.stuk(stuk.id))
    assert (beeld.stuk.nummer, beeld.stand, beeld.eigen) == (nummer, Stand.ONDERTEKEND, False)
    say_why(collega.kluis, *beeld.stuk.dossiers)
    assert collega.kluis.bekijk(lambda kast: kast.pdf(stuk.id)) == b"%PDF-1.7\nstuk-1"


def test_the_same_number_on_two_documents_is_refused(laptop: RealLaptop, collega: RealLaptop) -> None:
    """R27: the municipality is the last to say no; the document stays on the laptop and in quarantine."""
    assert laptop.loop.round().problem is None
    nummer = laptop.kluis.doe(lambda work: work.zaakstukken.nummers.volgende(2026)) or ""
    _stuk(laptop, "stuk-eerst", nummer)
    _stuk(collega, "stuk-later", nummer)
    assert laptop.loop.round().sent == 1
    assert collega.loop.round().refused == 1
    regel = next(een for een in collega.kluis.lees(lambda caseload: caseload.uitvak(9)) if een.wat == "stuk")
    assert (regel.toestand, regel.reden) == ("rejected", "nummer_niet_van_laptop")


def test_each_laptop_gets_numbers_of_its_own(laptop: RealLaptop, collega: RealLaptop) -> None:
    for een in (laptop, collega, laptop):
        assert een.loop.round().problem is None
    mijn, jouw = (
        {een.kluis.doe(lambda work: work.zaakstukken.nummers.volgende(2026))} for een in (laptop, collega)
    )
    assert mijn.isdisjoint(jouw)
    assert laptop.kluis.doe(lambda work: work.zaakstukken.nummers.blokken(2026)) == 1
    assert laptop.kluis.doe(lambda work: work.zaakstukken.nummers.over(2026)) == 20


def test_what_left_the_caseload_takes_its_content_along(
    stad: Town, laptop: RealLaptop, tmp_path: Path
) -> None:
    stad.office.dossier("d-weg", ANNA, BRAM)
    inhoud = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF-weg", 1)
    id_ = laptop.kluis.doe(lambda work: bijlage_toevoegen(work, laptop.klok, ("d-weg",), "Weg", inhoud))[0].id
    assert laptop.loop.round().problem is None
    ander = RealLaptop(tmp_path / "kluis-c", stad.enrol(BRAM))
    assert ander.loop.round().problem is None
    assert _inhoud(ander, id_) == b"%PDF-weg"
    stad.office.revoke(BRAM, "d-weg")
    assert ander.loop.round().problem is None
    with pytest.raises(KeyError):
        _inhoud(ander, id_)
    ander.sluit()
    shutil.rmtree(tmp_path / "kluis-c")


def _sha256(laptop: RealLaptop, id_: str) -> str:
    return laptop.kluis.bekijk(lambda kast: kast.bijlage(id_)).sha256


def _inhoud(laptop: RealLaptop, id_: str) -> bytes:
    return laptop.kluis.bekijk(lambda kast: kast.bijlage_inhoud(id_))
