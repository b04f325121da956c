"""From register elements to a person: what counts, what is history, what cannot be right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.adel import Geslacht
from leerplicht_desktop.domain.persoon.lo3 import persoon_uit_lo3
from leerplicht_desktop.domain.persoon.persoon import Naamgebruik

_BOER: dict[str, str | bool] = {"actueel": True, "02.30": "de", "02.40": "Boer"}
_ENDED: dict[str, str | bool] = _BOER | {"actueel": False, "07.10": "20211109"}


def test_reads_every_element() -> None:
    persoon = persoon_uit_lo3(
        {
            "01.20": "123456782",
            "02.10": "Jo",
            "02.40": "Groen",
            "03.10": "20101200",
            "04.10": "V",
            "61.10": "N",
            "70.10": "7",
        },
        [_BOER],
        {"11.10": "Dorpsweg", "11.20": "0012", "11.60": "2564AA"},
    )
    assert persoon.bsn is not None
    assert persoon.bsn.waarde[-4:] == "6782"
    assert persoon.geslacht is Geslacht.VROUW
    assert persoon.naamgebruik is Naamgebruik.PARTNER_NA_EIGEN
    assert persoon.geboortedatum is not None
    assert persoon.geboortedatum.tekst() == "december 2010, dag onbekend"
    assert persoon.heeft_geheim_adres
    assert persoon.volledige_naam == "Jo Groen"
    assert persoon.korte_naam == "Jo Groen"


def test_without_anything_there_is_still_a_person() -> None:
    persoon = persoon_uit_lo3({})
    assert persoon.partner is None
    assert persoon.adres is None
    assert not persoon.heeft_geheim_adres
    assert persoon.naamgebruik is Naamgebruik.EIGEN


@pytest.mark.parametrize(
    ("element", "value", "veld"),
    [
        ("04.10", "X", "geslacht"),
        ("61.10", "Q", "naamgebruik"),
        ("70.10", "8", "geheimhouding"),
        ("70.10", "12", "geheimhouding"),
        ("02.20", "QQ", "adellijke_titel_predicaat"),
        ("03.10", "2010", "geboortedatum"),
    ],
)
def test_refuses_what_cannot_be_right_and_names_the_field(element: str, value: str, veld: str) -> None:
    with pytest.raises(DomainError) as caught:
        persoon_uit_lo3({element: value})
    assert caught.value.veld == veld
    assert value not in caught.value.bericht or len(value) == 1


def test_leaves_out_a_number_that_cannot_be_a_bsn() -> None:
    assert persoon_uit_lo3({"01.20": "010008579", "02.40": "Groen"}).bsn is None


def _partner_name(*partners: dict[str, str | bool]) -> str | None:
    partner = persoon_uit_lo3({"02.40": "Groen"}, partners).partner
    return partner.naam.achternaam if partner else None


def _wed(name: str, day: str, end: str = "") -> dict[str, str | bool]:
    wedding: dict[str, str | bool] = {"actueel": not end, "02.40": name, "06.10": day}
    return wedding | {"07.10": end} if end else wedding


def test_of_several_partners_the_first_counts() -> None:
    assert _partner_name(_wed("Roodt", "19610808"), _wed("Geel", "19580401")) == "Geel"
    assert _partner_name(_wed("Roodt", "19610800"), _wed("Geel", "19610808")) == "Roodt"
    assert _partner_name(_wed("Geel", "19580401"), _wed("Roodt", "00000000")) == "Roodt"
    assert _partner_name(_wed("Geel", "19580401"), {"actueel": True, "02.40": "Wit"}) == "Wit"


def test_of_former_partners_the_last_to_leave_counts() -> None:
    assert (
        _partner_name(_wed("Geel", "19580401", "19601001"), _wed("Roodt", "19610422", "20061014")) == "Roodt"
    )
    assert (
        _partner_name(_wed("Zwart", "19580401", "20061001"), _wed("Blaauw", "19610422", "19831014"))
        == "Zwart"
    )
    assert _partner_name(_wed("Zwart", "19580401", "20061001"), _wed("Blaauw", "20080101")) == "Blaauw"


def test_a_marriage_that_ended_is_not_also_still_there() -> None:
    persoon = persoon_uit_lo3({"02.40": "Groen"}, [_BOER, _ENDED])
    assert len(persoon.partners) == 1
    assert persoon.partner is not None
    assert persoon.partner.beeindigd


def test_marrying_the_same_person_again_is_a_new_marriage() -> None:
    again = persoon_uit_lo3({}, [_ENDED, _BOER | {"06.10": "20220501"}])
    assert [partner.beeindigd for partner in again.partners] == [True, False]
    twice = persoon_uit_lo3({}, [_ENDED | {"06.10": "20100101"}, _BOER | {"06.10": "20220501"}])
    assert len(twice.partners) == 2


def test_the_number_of_a_partner_tells_versions_apart_where_it_is_known() -> None:
    renamed: dict[str, str | bool] = {
        "actueel": False,
        "01.20": "000000218",
        "02.40": "Bakker",
        "06.10": "20100101",
        "07.10": "20211109",
    }
    open_version: dict[str, str | bool] = {"actueel": True, "01.20": "000000218", "02.40": "Boer"}
    assert len(persoon_uit_lo3({}, [open_version, renamed]).partners) == 1
    other = open_version | {"01.20": "000000139"}
    assert len(persoon_uit_lo3({}, [other, renamed]).partners) == 2


def test_an_older_version_of_a_present_marriage_does_not_count_as_an_end() -> None:
    older = _BOER | {"actueel": False}
    assert [partner.beeindigd for partner in persoon_uit_lo3({}, [_BOER, older]).partners] == [False]
    assert [partner.beeindigd for partner in persoon_uit_lo3({}, [older]).partners] == [True]


def test_nothing_shows_who_it_is() -> None:
    persoon = persoon_uit_lo3({"02.40": "Groen"}, [_BOER], {"11.10": "Dorpsweg", "11.20": "1"})
    location = persoon_uit_lo3({}, (), {"12.10": "Woonboot"}).adres
    abroad = persoon_uit_lo3({}, (), {"13.10": "5010", "13.30": "Rue"}).adres
    assert repr([persoon, persoon.partner, persoon.adres, location, abroad]) == (
        "[Persoon(***), Partner(***), Woonadres(***), Locatie(***), Buitenlandadres(***)]"
    )


def test_the_published_test_persons_all_become_persons() -> None:
    path = Path(__file__).parents[3] / "resources" / "oefendata" / "rvig_testpersonen_lo3.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["01.01.20"]]
    assert len(rows) > 700
    for row in rows:
        own = {key[3:]: value for key, value in row.items() if key and key.startswith("01.") and value}
        home = {key[3:]: value for key, value in row.items() if key and key.startswith("08.") and value}
        persoon = persoon_uit_lo3(own, (), home)
        surname = own.get("02.40", ".").strip()
        assert surname == "." or surname in persoon.volledige_naam
