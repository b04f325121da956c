"""What the register doubts is told before a letter, and is no fact in a proces-verbaal."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stuk, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, MOEDER, SAMEN, WEEK, papier
from tests.store.world import StilleKlok, dossier, persoon, pull

SINDS = "in onderzoek sinds 1 augustus 2026"


def _merk(groep: str, code: str, eind: str = "") -> dict[str, Json]:
    onderzoek: dict[str, Json] = {"aanduiding": code, "begin": "20260801", "eind": eind}
    return {"groep": groep, "bron": "brp", "onderzoeken": [onderzoek]}


def _twijfel(kluis: SqlKluis, id_: str, *merken: Json, **anders: Json) -> None:
    """The record of somebody of the family again, now with marks."""
    velden = {
        "p-moeder": ("Renée", "19800102", "V"),
        "p-fleur": ("Fleur", "20110314", "V"),
    }[id_]
    naam, geboren, geslacht = velden
    lo3: dict[str, Json] = {"02.10": naam, "02.30": "van", "02.40": "Wijngaarden", "03.10": geboren}
    adres = {"11.10": "Voorbeeldkade", "11.20": "44", "11.60": "1234AB", "11.70": "Demostad"}
    waar: dict[str, Json] = {"adres": adres, "adres_sleutel": "1234AB-44"}
    eigen: dict[str, Json] = {
        "lo3": {**lo3, "03.20": "0363", "04.10": geslacht},
        "geboortedatum": geboren,
        "geslacht": geslacht,
        "bronmerken": list(merken),
    }
    pull(kluis, persoon(id_, SAMEN, naam, "Wijngaarden", **{**eigen, **waar, **anders}))


def _brief(kluis: SqlKluis, klok: StilleKlok) -> tuple[str, ...]:
    opgave = Briefopgave(Documentsoort.BERICHT_OUDERS, "bericht_ouders", ("p-moeder",))
    id_ = kluis.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[0][0]
    return kluis.bekijk(lambda kast: kast.concept_brief(id_)).twijfels


def _pv(kluis: SqlKluis, klok: StilleKlok) -> ConceptPVBeeld:
    id_ = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, SAMEN, MOEDER, WEEK))[0]
    return kluis.bekijk(lambda kast: kast.concept_pv(id_))


@pytest.mark.parametrize(
    ("groep", "code", "zin"),
    [
        ("adres", "081100", f"het adres is {SINDS}. Controleer het adres"),
        ("adres", "089999", "woont niet op dit adres, vastgesteld op 1 augustus 2026. Controleer het adres"),
        ("persoon", "010240", f"de naam is {SINDS}. Controleer de naam en de aanhef"),
        ("partner", "050240", f"de naam van de partner is {SINDS}. Controleer de naam en de aanhef"),
        ("persoon", "010410", f"de naam in brief en aanhef is {SINDS}. Controleer de naam"),
    ],
)
def test_a_letter_tells_what_is_doubted_of_its_receiver(
    kluis: SqlKluis, klok: StilleKlok, groep: str, code: str, zin: str
) -> None:
    assert _brief(kluis, klok) == ()
    _twijfel(kluis, "p-moeder", _merk(groep, code))
    (gezegd,) = _brief(kluis, klok)
    assert zin in gezegd
    assert gezegd.startswith("Renée van Wijngaarden: De BRP zegt: ")


def test_a_sealed_letter_tells_it_until_it_is_sent(kluis: SqlKluis, klok: StilleKlok) -> None:
    opgave = Briefopgave(Documentsoort.BERICHT_OUDERS, "bericht_ouders", ("p-moeder",))
    concept = kluis.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[0][0]
    aan = kluis.bekijk(lambda kast: kast.concept_brief(concept)).concept.aan
    stuk = Stuk(
        id="q-1",
        dossiers=SAMEN,
        soort=Documentsoort.BERICHT_OUDERS,
        titel="Bericht",
        verzegeld_op=klok.nu(),
        regime=Regime.AVG,
        inhoud_hash="11" * 32,
        bestand_hash="22" * 32,
        gegevens={"aan": naar_json(aan), "velden": {}},
    )
    kluis.doe(lambda work: work.zaakstukken.stukken.verzegel(stuk, b"%PDF"))
    assert kluis.bekijk(lambda kast: kast.stuk("q-1")).twijfels == ()
    _twijfel(kluis, "p-moeder", _merk("adres", "081100"))
    (gezegd,) = kluis.bekijk(lambda kast: kast.stuk("q-1")).twijfels
    assert f"het adres is {SINDS}" in gezegd
    stap = Stapopgave(Stapsoort.VERZONDEN, klok.vandaag(), aan="mevrouw", wijze=Verzendwijze.POST)
    kluis.doe(lambda work: stukstap_zetten(work, klok, "q-1", stap))
    assert kluis.bekijk(lambda kast: kast.stuk("q-1")).twijfels == ()


def test_doubt_that_ended_is_told_no_more(kluis: SqlKluis, klok: StilleKlok) -> None:
    _twijfel(kluis, "p-moeder", _merk("adres", "080000", "20261101"), _merk("persoon", "010310"))
    assert _brief(kluis, klok) == ()


def _op_papier(kluis: SqlKluis, klok: StilleKlok) -> str:
    drukwerk = papier(kluis, klok).proces_verbaal(_pv(kluis, klok).concept.id)
    stuk = pypdfium2.PdfDocument(drukwerk.pdf)
    try:
        bladen = (stuk[nummer].get_textpage().get_text_range() for nummer in range(len(stuk)))
        return " ".join(" ".join(bladen).split())
    finally:
        stuk.close()


@pytest.mark.parametrize(
    ("groep", "code", "veld", "op_papier"),
    [
        ("adres", "081100", "adres", f"DEMOSTAD (volgens de BRP; {SINDS})"),
        ("adres", "089999", "adres", "(volgens de BRP; woont niet op dit adres, vastgesteld op 1 augustus"),
        ("persoon", "010240", "naam", f"van Wijngaarden (volgens de BRP; {SINDS})"),
        ("persoon", "010310", "geboren", f"(volgens de BRP; {SINDS})"),
        ("persoon", "010320", "geboorteplaats", f"(volgens de BRP; {SINDS})"),
    ],
)
def test_a_doubted_value_of_the_suspect_is_no_fact(
    kluis: SqlKluis, klok: StilleKlok, groep: str, code: str, veld: str, op_papier: str
) -> None:
    schoon = _op_papier(kluis, klok)
    assert "volgens de BRP;" not in schoon
    _twijfel(kluis, "p-moeder", _merk(groep, code))
    beeld = _pv(kluis, klok)
    assert beeld.concept.pv.verdachte.voorbehoud(veld)
    assert f"verdachte.{veld}" in {punt.veld for punt in beeld.adviezen}
    assert op_papier.replace("DEMOSTAD", "") in _op_papier(kluis, klok)


def test_a_doubted_name_of_the_jongere_stands_with_its_doubt_in_the_fact(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    _twijfel(kluis, "p-fleur", _merk("persoon", "010200"))
    tekst = _op_papier(kluis, klok)
    assert f"(de naam is {SINDS}, volgens de BRP)" in tekst
    assert tekst.count(SINDS) == 2


def test_doubted_gezag_is_no_ground(kluis: SqlKluis, klok: StilleKlok) -> None:
    ouders: list[Json] = [
        {"persoon": "p-moeder", "rol": "ouder1", "naam": MOEDER.naam, "gezag": True, "zelfde_adres": True}
    ]
    merken: list[Json] = [_merk("gezag", "113210")]
    pull(kluis, dossier(FLEUR, "p-fleur", "Fleur", betrokkenen=ouders, bronmerken=merken, school="07NU00"))
    with pytest.raises(DomainError) as fout:
        kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, (FLEUR,), MOEDER, WEEK))
    assert fout.value.veld == "gezag"


def test_who_turned_eighteen_since_was_under_gezag_on_the_days_of_the_fact(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    assert klok.vandaag() == date(2026, 11, 21)
    _twijfel(kluis, "p-fleur", geboortedatum="20081115")
    id_ = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, (FLEUR,), MOEDER, WEEK))[0]
    pv = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv
    assert pv.verdachte.hoedanigheid == "als degene die het gezag uitoefent"
