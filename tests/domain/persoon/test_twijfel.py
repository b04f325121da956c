"""Which values an aanduiding doubts, and until when: held against the published tables of BRP bevragen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.persoon.lo3datum import Lo3Datum
from leerplicht_desktop.domain.persoon.twijfel import (
    ELEMENTEN,
    Bronmerk,
    Brpwaarde,
    Onderzoek,
    Twijfel,
    Twijfelsoort,
    om_te_tonen,
    omvat,
    twijfel_over,
    twijfels_op,
)

DAG = date(2026, 11, 30)
CATEGORIE = {"01": "persoon", "02": "ouder1", "03": "ouder2", "05": "partner", "08": "adres", "11": "gezag"}
VAN_HET_ADRES = (
    "080000",
    "080900",
    "080910",
    "081100",
    "081110",
    "081120",
    "081130",
    "081140",
    "081150",
    "081160",
    "081170",
    "081200",
    "081210",
    "081300",
    "081310",
    "081330",
    "081340",
    "081350",
    "089999",
)
NIET_VAN_HET_ADRES = (
    "080920",
    "081000",
    "081010",
    "081030",
    "081115",
    "081180",
    "081190",
    "081320",
    "081400",
    "081410",
    "081420",
    "088500",
    "088510",
)
IN_DE_AANHEF = (
    "0000",
    "0200",
    "0210",
    "0220",
    "0230",
    "0240",
    "0400",
    "0410",
    "6100",
    "6110",
)
DAGEN = st.dates(date(1990, 1, 1), date(2050, 1, 1))
ELEMENT = st.sampled_from(sorted(set().union(*ELEMENTEN.values())))


def _merk(aanduiding: str, begin: str = "20260801", eind: str = "") -> Bronmerk:
    groep = CATEGORIE.get(aanduiding[:2], "adres")
    return Bronmerk(groep, "brp", onderzoeken=(Onderzoek(aanduiding, begin, eind),))


def _getwijfeld(aanduiding: str) -> set[Brpwaarde]:
    return {een.gegeven for een in twijfels_op((_merk(aanduiding),), DAG)}


# The rows of adres-regels/in-onderzoek.feature that touch a line of the address, and those that touch none.
@pytest.mark.parametrize("aanduiding", VAN_HET_ADRES)
def test_the_address_is_doubted_by_each_of_its_codes(aanduiding: str) -> None:
    assert _getwijfeld(aanduiding) == {Brpwaarde.ADRES}


@pytest.mark.parametrize(
    "aanduiding",
    [
        "080920",
        "081000",
        "081010",
        "081030",
        "081115",
        "081180",
        "081190",
        "081320",
        "081400",
        "081410",
        "081420",
        "088500",
        "088510",
    ],
)
def test_the_address_is_not_doubted_by_what_is_no_part_of_it(aanduiding: str) -> None:
    assert _getwijfeld(aanduiding) == set()


# The rows of adressering/in-onderzoek.feature.
@pytest.mark.parametrize(
    "code", ["0000", "0200", "0210", "0220", "0230", "0240", "0400", "0410", "6100", "6110"]
)
@pytest.mark.parametrize("categorie", ["01", "05"])
def test_a_doubted_name_sex_or_partner_doubts_the_salutation(categorie: str, code: str) -> None:
    assert Brpwaarde.AANSCHRIJVING in _getwijfeld(categorie + code)


def test_a_surname_alone_leaves_birth_and_address_alone() -> None:
    assert _getwijfeld("010240") == {Brpwaarde.NAAM, Brpwaarde.AANSCHRIJVING}
    assert _getwijfeld("010310") == {Brpwaarde.GEBOORTEDATUM}
    assert _getwijfeld("010320") == {Brpwaarde.GEBOORTEPLAATS}
    assert _getwijfeld("020210") == _getwijfeld("030000") == {Brpwaarde.OUDER}
    assert _getwijfeld("113210") == _getwijfeld("110000") == {Brpwaarde.GEZAG}
    assert _getwijfeld("050240") == {Brpwaarde.PARTNER, Brpwaarde.AANSCHRIJVING}


@given(ELEMENT)
def test_a_category_and_a_group_cover_what_an_element_covers(element: str) -> None:
    assert omvat(element, element)
    assert omvat(element[:4] + "00", element)
    assert omvat(element[:2] + "0000", element)
    assert omvat(f"{int(element[:2]) + 50}{element[2:]}", element)


@given(ELEMENT, ELEMENT)
def test_an_element_covers_no_other(een: str, ander: str) -> None:
    assert omvat(een, ander) is (een == ander)


@given(DAGEN, st.integers(1, 4000))
def test_an_examination_runs_from_its_first_day_until_its_last(begin: date, dagen: int) -> None:
    eind = begin + timedelta(days=dagen)
    een = Onderzoek("081100", f"{begin:%Y%m%d}", f"{eind:%Y%m%d}")
    assert not een.loopt_op(begin - timedelta(days=1))
    assert een.loopt_op(begin)
    assert een.loopt_op(eind - timedelta(days=1))
    assert not een.loopt_op(eind)


@given(DAGEN)
def test_of_an_incomplete_date_the_doubt_is_told_as_long_as_it_may_stand(dag: date) -> None:
    maand, jaar = f"{dag:%Y%m}00", f"{dag:%Y}0000"
    for tekst in (maand, jaar):
        grens = Lo3Datum(tekst)
        assert grens.vroegst <= dag <= grens.laatst
        assert Onderzoek("080000", tekst).loopt_op(grens.vroegst)
        assert not Onderzoek("080000", tekst).loopt_op(grens.vroegst - timedelta(days=1))
        assert Onderzoek("080000", "", tekst).loopt_op(grens.laatst - timedelta(days=1))
        assert not Onderzoek("080000", "", tekst).loopt_op(grens.laatst)


def test_an_end_of_which_nothing_is_known_did_come_and_an_unknown_begin_too() -> None:
    assert Onderzoek("080000", "00000000").loopt_op(DAG)
    assert not Onderzoek("080000", "20260801", "00000000").loopt_op(DAG)


def test_a_mark_that_cannot_be_read_doubts_its_whole_group() -> None:
    merk = Bronmerk("persoon", "brp", onderzoeken=(Onderzoek("PK"),))
    assert {een.gegeven for een in twijfels_op((merk,), DAG)} >= {
        Brpwaarde.NAAM,
        Brpwaarde.GEBOORTEDATUM,
    }
    assert twijfel_over((merk,), Brpwaarde.ADRES, DAG) is None


@pytest.mark.parametrize(
    ("groep", "aanduiding", "gegeven"),
    [
        ("gezag", "111000", Brpwaarde.GEZAG),
        ("gezag", "010240", Brpwaarde.GEZAG),
        ("gezag", "611000", Brpwaarde.GEZAG),
        ("ouder1", "021000", Brpwaarde.OUDER),
        ("ouder2", "020240", Brpwaarde.OUDER),
        ("partner", "053200", Brpwaarde.PARTNER),
        ("adres", "070000", Brpwaarde.ADRES),
        ("adres", "086100", Brpwaarde.ADRES),
        ("persoon", "089999", Brpwaarde.NAAM),
    ],
)
def test_what_a_category_does_not_have_doubts_the_whole_of_it(
    groep: str, aanduiding: str, gegeven: Brpwaarde
) -> None:
    twijfel = twijfel_over((Bronmerk(groep, "brp", onderzoeken=(Onderzoek(aanduiding),)),), gegeven, DAG)
    assert twijfel is not None
    assert twijfel.soort is Twijfelsoort.IN_ONDERZOEK


def test_doubt_about_a_parent_is_a_sentence() -> None:
    twijfel = twijfel_over((_merk("020240", ""),), Brpwaarde.OUDER, DAG)
    assert twijfel is not None
    assert twijfel.zin == "het ouderschap is in onderzoek"


def test_the_gravest_doubt_is_told_and_each_once() -> None:
    merken = (_merk("081120"), _merk("089999", "20260701"), Bronmerk("adres", "brp", geldig_tot="20260101"))
    een = twijfel_over(merken, Brpwaarde.ADRES, DAG)
    assert een is not None
    assert een.soort is Twijfelsoort.NIET_OP_ADRES
    assert een.ernstig
    namen = om_te_tonen(twijfels_op((_merk("010000"),), DAG))
    assert Brpwaarde.AANSCHRIJVING not in {twijfel.gegeven for twijfel in namen}
    assert [t.gegeven for t in om_te_tonen(twijfels_op((_merk("010410"),), DAG))] == [Brpwaarde.AANSCHRIJVING]


def test_a_value_ends_on_the_day_itself_and_what_nobody_knows_is_told() -> None:
    merk = Bronmerk("adres", "rni", geldig_tot="20261130", niet_vast_te_stellen=("081110",))
    vandaag, gisteren = (twijfel_over((merk,), Brpwaarde.ADRES, dag) for dag in (DAG, DAG - timedelta(1)))
    assert vandaag is not None
    assert gisteren is not None
    assert vandaag.soort is Twijfelsoort.NIET_MEER_GELDIG
    assert gisteren.soort is Twijfelsoort.NIET_VAST_TE_STELLEN
    assert vandaag.zin == "het adres geldt niet meer sinds 30 november 2026"
    assert gisteren.zin == "het adres is niet vast te stellen"


def test_the_words_name_value_day_and_source() -> None:
    adres = twijfel_over((_merk("081100"),), Brpwaarde.ADRES, DAG)
    weg = twijfel_over((_merk("089999", "20260800"),), Brpwaarde.ADRES, DAG)
    naam = twijfel_over((_merk("010240", "00000000"),), Brpwaarde.NAAM, DAG)
    assert adres is not None
    assert weg is not None
    assert naam is not None
    assert (adres.kop, adres.wanneer) == ("Adres in onderzoek", "sinds 1 augustus 2026")
    assert adres.zin == "het adres is in onderzoek sinds 1 augustus 2026"
    assert (weg.kop, weg.wanneer) == ("Woont niet op dit adres", "vastgesteld in augustus 2026")
    assert weg.voorbehoud == "volgens de BRP; woont niet op dit adres, vastgesteld in augustus 2026"
    assert (naam.kop, naam.wanneer, naam.zin) == ("Naam in onderzoek", "", "de naam is in onderzoek")


@pytest.mark.parametrize(
    "aanduiding", ["", "0810", "08110a", "0811000", "\u0661\u0661\u0661\u0661\u0661\u0661"]
)
def test_what_is_no_aanduiding_doubts_nothing(aanduiding: str) -> None:
    assert not any(omvat(aanduiding, element) for elementen in ELEMENTEN.values() for element in elementen)


@pytest.mark.parametrize("soort", Twijfelsoort)
def test_a_doubt_is_a_clause_with_its_value_once(soort: Twijfelsoort) -> None:
    een = Twijfel(Brpwaarde.ADRES, soort, "BRP", "20260801")
    assert een.zin.endswith(een.stand)
    assert een.zin.startswith(Brpwaarde.ADRES.value) is (soort is not Twijfelsoort.NIET_OP_ADRES)
    assert (" is " in een.zin.removesuffix(een.stand)) is (
        soort not in {Twijfelsoort.NIET_OP_ADRES, Twijfelsoort.NIET_MEER_GELDIG}
    )
    assert "1 augustus 2026" in een.stand
