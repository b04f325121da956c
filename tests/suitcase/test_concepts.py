"""What is still being written, in the vault: each field of a concept comes back as it was put away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from leerplicht_desktop.casework.concepten import (
    ConceptBrief,
    ConceptPV,
    Conceptzin,
    Feitkeuze,
    Ontvanger,
    Persoonskeuze,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.bijhouden import PV_TEKSTEN, lees_tekst
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok

from . import packed
from .changed import changes
from .leaves import doubles, leaves, unset
from .sworn import PAPERS

LETTER = ConceptBrief(
    id="l-1",
    dossiers=packed.SAMEN,
    soort=Documentsoort.WAARSCHUWING,
    formulier="waarschuwing_kort",
    aan=Ontvanger(
        naamregels=("De heer en mevrouw", "Ter Horst"),
        adresregels=("Duinweg 19", "1056 DD  ZANDVOORT"),
        aanhef="Geachte heer, mevrouw",
        personen=("p-moeder", "p-vader"),
        adres="1056DD-19",
        minderjarig=True,
    ),
    begonnen_op=packed.om(9, 12),
    velden={
        "verzuim": "drie weken",
        "uren": 17,
        "bezwaar": True,
        "punten": ("het eerste", "het tweede"),
        "tabel": (("2 november", "6"), ("3 november", "5")),
    },
    versie=3,
)


def concept(pv: ProcesVerbaal) -> ConceptPV:
    """A concept around a paper: what has a place of its own stands there."""
    return ConceptPV(
        id="c-1",
        dossiers=packed.SAMEN,
        verdachte=Persoonskeuze("p-vader", Rol.OUDER, "Bram ter Horst"),
        keuze=Feitkeuze(
            Feitsoort.LUXE,
            packed.TAAK.uiterlijk,
            packed.AFHANDELING.afgehandeld_op.date(),
            "Zandvoort",
            verzorgt=True,
            reden="De derde keer.",
        ),
        pv=replace(pv, bevindingen=(), verhoren=(), bijlagen=(), niet_opgenomen=()),
        begonnen_op=packed.om(9, 14),
        zinnen=tuple(
            Conceptzin(f"z-{number}", zin, weggelaten=number == 1)
            for number, zin in enumerate(pv.bevindingen)
        ),
        verhoren=("v-1", "v-2"),
        bijlagen=("x-foto", "x-scan"),
        aanvulling_op="q-pv",
        versie=2,
    )


# What a concept keeps from its first day on.
FROM_THE_START = {"id", "begonnen_op", "aanvulling_op", "zinnen[].id"}
# What is found anew at each reading, from the source.
FOUND_ANEW = {"zinnen[].bevinding.bronstand"}


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[SqlKluis]:
    made = opened_vault(tmp_path / "kluis", StilleKlok())
    yield made
    made.sluit()


def _again(work: Work, concept: ConceptPV) -> ConceptPV:
    """Kept once more by every road a screen takes: the whole, each text, each sentence."""
    drawer = work.zaakstukken.concepten
    drawer.bewaar_pv(concept)
    for veld in PV_TEKSTEN:
        drawer.schrijf_pv(concept.id, veld, lees_tekst(concept.pv, veld))
    for zin in concept.zinnen:
        drawer.zet_zin(concept.id, zin)
        drawer.schrijf_zin(zin.id, zin.bevinding.tekst)
    return drawer.laad_pv(concept.id)


@pytest.mark.parametrize("name", PAPERS)
def test_a_concept_proces_verbaal(kluis: SqlKluis, name: str) -> None:
    put = concept(PAPERS[name])
    kluis.doe(lambda work: work.zaakstukken.concepten.nieuw_pv(put))
    assert leaves(kluis.doe(lambda work: work.zaakstukken.concepten.laad_pv("c-1"))) == leaves(put)


def test_each_change_of_a_concept_proces_verbaal(kluis: SqlKluis) -> None:
    """What is kept again and again, field by field, as an officer changes it."""
    put = concept(PAPERS["parent"])
    kluis.doe(lambda work: work.zaakstukken.concepten.nieuw_pv(put))
    lost = []
    for at, other in changes(put):
        assert isinstance(other, ConceptPV)
        if re.sub(r"\[\d+\]", "[]", at) in FROM_THE_START | FOUND_ANEW:
            continue
        back = kluis.doe(partial(_again, concept=other))
        told = tuple(sorted(other.zinnen, key=lambda zin: zin.bevinding.moment))
        if leaves(replace(back, versie=0)) != leaves(replace(other, zinnen=told, versie=0)):
            lost.append(at)
    assert lost == []


def test_a_concept_letter(kluis: SqlKluis) -> None:
    kluis.doe(lambda work: work.zaakstukken.concepten.nieuwe_brief(LETTER))
    assert leaves(kluis.doe(lambda work: work.zaakstukken.concepten.laad_brief("l-1"))) == leaves(LETTER)


def test_the_letter_is_full() -> None:
    assert unset(LETTER) == set()
    assert doubles(LETTER) == set()
