"""A municipality's own proces-verbaal: its words on the sealed paper, its file named in the record."""

from __future__ import annotations

import hashlib
import shutil
from importlib.resources import as_file
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.papers import Stuk as WireStuk
from tests.casework.zaak import begin_pv, bezoek, verhoor, vul_pv
from tests.store.world import StilleKlok

EIGEN = '[[blok]]\nsoort = "alinea"\ntekst = "De gemeente bood {{ verdachte }} hulp aan."\n'
SCHOOL = '[[blok]]\nsoort = "kop"\ntekst = "School"\n'


@pytest.fixture
def formulier(tmp_path: Path) -> Path:
    """The municipality's own form of the proces-verbaal, with a paragraph before the school's part."""
    with as_file(meegeleverde_formulieren()) as vast:
        shutil.copytree(vast, tmp_path / "formulieren")
    bestand = tmp_path / "formulieren" / "processen_verbaal" / "proces_verbaal.toml"
    bestand.write_text(bestand.read_text("utf-8").replace(SCHOOL, EIGEN + SCHOOL), "utf-8")
    return bestand


def _klaar(kluis: SqlKluis, klok: StilleKlok) -> str:
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    return id_


def test_it_is_sealed_with_its_words_and_its_hash(kluis: SqlKluis, klok: StilleKlok, formulier: Path) -> None:
    id_ = _klaar(kluis, klok)
    drukker = LatePaper(kluis.doe, klok, "0.0", formulier.parents[1])
    drukwerk = drukker.proces_verbaal(id_, definitief=True)
    kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    stuk = kluis.bekijk(lambda kast: kast.stuk(id_)).stuk
    hash_ = hashlib.sha256(formulier.read_bytes()).hexdigest()
    assert stuk.sjabloon_hash == hash_
    (verzending,) = kluis.doe(lambda work: work.brievenbus.openstaand(99))[-1:]
    volledig = kluis.doe(lambda work: work.brievenbus.volledig(verzending))
    assert WireStuk.model_validate(dict(volledig.body)).sjabloon_hash == hash_
    with Preview(kluis.bekijk(lambda kast: kast.pdf(id_))) as blad:
        tekst = " ".join(blad.text(nummer) for nummer in range(blad.pages))
    assert "hulp aan." in tekst.replace("\r\n", " ")


def test_an_unsound_one_stops_the_paper_and_keeps_the_concept(
    kluis: SqlKluis, klok: StilleKlok, formulier: Path
) -> None:
    id_ = _klaar(kluis, klok)
    zonder = formulier.read_text("utf-8").replace('naam = "sluiting"', 'naam = "sluitng"')
    formulier.write_text(zonder, "utf-8")
    with pytest.raises(BekendProbleem, match="het onderdeel ‘sluiting’ ontbreekt"):
        LatePaper(kluis.doe, klok, "0.0", formulier.parents[1]).proces_verbaal(id_, definitief=True)
    assert kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.id == id_
