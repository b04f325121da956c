"""The law of a day explains the decisions of that day, also when it has changed since."""

from __future__ import annotations

import re
from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.wet.wetboek import Wetboek, Zekerheid, bepaling, wetboek

_GOED = """
[[bepaling]]
sleutel = "proef"
artikel = "artikel 1 Proefwet"
regel = "Eerst tien."
van = 2020-01-01
tot = 2025-12-31
bron = "Stb. 2019, 1"
zekerheid = "V"
waarden = { dagen = 10, soorten = ["a", "b"], aan = true, woord = "ja" }

[[bepaling]]
sleutel = "proef"
artikel = "artikel 1 Proefwet (2026)"
regel = "Nu acht."
van = 2026-01-01
bron = "Stb. 2025, 9"
zekerheid = "K"
waarden = { dagen = 8 }
"""


def test_an_old_day_is_explained_by_the_law_of_that_day() -> None:
    boek = Wetboek.uit_toml({"proef.toml": _GOED})
    oud, nieuw = boek.op("proef", date(2025, 12, 31)), boek.op("proef", date(2026, 1, 1))
    assert (oud.getal("dagen"), nieuw.getal("dagen")) == (10, 8)
    assert oud.uitleg(oud.regel).wetsversie == "proef, geldig vanaf 01-01-2020 t/m 31-12-2025"
    assert nieuw.uitleg(nieuw.regel).wetsversie == "proef, geldig vanaf 01-01-2026"
    assert (oud.zekerheid, nieuw.zekerheid) == (Zekerheid.NAGEKEKEN, Zekerheid.BEKEND)


def test_the_own_data_knows_a_change_of_law_and_keeps_the_old_text() -> None:
    oud = bepaling("leerplicht.begeleiding", date(2025, 12, 31))
    nieuw = bepaling("leerplicht.begeleiding", date(2026, 1, 1))
    assert (oud.getal("leeftijd"), nieuw.getal("leeftijd")) == (23, 27)
    assert "RMC" in oud.artikel
    assert "Doorstroompunt" in nieuw.artikel


def test_a_law_not_in_force_is_refused_by_its_article() -> None:
    with pytest.raises(DomainError, match="niet zoals het programma die kent") as fout:
        bepaling("leerplicht.kwalificatieplicht", date(2007, 7, 31))
    assert fout.value.veld == "dag"
    assert fout.value.artikel == "artikel 4a en 4b Leerplichtwet 1969"
    assert bepaling("leerplicht.kwalificatieplicht", date(2007, 8, 1)).getal("leeftijd") == 18


def test_asks_for_what_is_there() -> None:
    boek = Wetboek.uit_toml({"proef.toml": _GOED})
    oud = boek.op("proef", date(2020, 1, 1))
    assert oud.lijst("soorten") == ("a", "b")
    for naam in ("niets", "soorten", "aan"):
        with pytest.raises(DomainError, match=f"geen getal {naam}"):
            oud.getal(naam)
    assert oud.tekst("woord") == "ja"
    assert boek.op("proef", None).getal("dagen") == 8
    with pytest.raises(DomainError, match="geen tekst dagen"):
        oud.tekst("dagen")
    with pytest.raises(DomainError, match="geen lijst dagen"):
        oud.lijst("dagen")
    with pytest.raises(DomainError, match="staat niet in de wetgegevens"):
        boek.op("onbekend", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("was", "wordt", "melding"),
    [
        ('sleutel = "proef"', 'sleutel = ""', "sleutel ontbreekt"),
        ('artikel = "artikel 1 Proefwet"\n', "", "artikel ontbreekt"),
        ("van = 2020-01-01", 'van = "2020-01-01"', "datums"),
        ("tot = 2025-12-31", "tot = 2019-12-31", "datums"),
        ("tot = 2025-12-31", "tot = 2026-01-01", "twee versies gelden tegelijk"),
        ("tot = 2025-12-31\n", "", "twee versies gelden tegelijk"),
        ('zekerheid = "V"', 'zekerheid = "vast"', "zekerheid moet een van"),
        ("waarden = { dagen = 8 }", "waarden = 8", "waarden moet een tabel zijn"),
        ("[[bepaling]]", "[bepaling]", "geldige TOML"),
        ("van = 2020-01-01", "van = 2020-13-01", "geldige TOML"),
    ],
)
def test_faulty_law_data_names_the_file_and_the_entry(was: str, wordt: str, melding: str) -> None:
    with pytest.raises(DomainError, match=re.escape(melding)):
        Wetboek.uit_toml({"proef.toml": _GOED.replace(was, wordt)})


def test_a_single_table_is_not_a_list_of_provisions() -> None:
    with pytest.raises(DomainError, match=r"\[\[bepaling\]\]"):
        Wetboek.uit_toml({"proef.toml": "[bepaling]\nsleutel = 'proef'"})


def test_every_own_entry_names_article_and_source_and_ends_its_sentence() -> None:
    for versies in wetboek().bepalingen.values():
        for versie in versies:
            assert versie.regel.endswith("."), versie.sleutel
            assert len(versie.bron) > 8, versie.sleutel


def test_no_key_bears_a_number_of_its_own() -> None:
    """A key outlives its number: ``onder_twaalf`` would be wrong on the day that the age changes."""
    for sleutel, versies in wetboek().bepalingen.items():
        getallen = {waarde for versie in versies for waarde in versie.waarden.values() if type(waarde) is int}
        woorden = {str(een) for een in getallen} | {voluit(een) for een in getallen if een > 1}
        assert woorden.isdisjoint(sleutel.replace(".", "_").split("_")), sleutel
