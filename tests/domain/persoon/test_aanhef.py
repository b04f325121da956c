"""The rules behind the published examples, at their edges."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.persoon.aanhef import aanhef, aanschrijfwijze, in_lopende_tekst
from leerplicht_desktop.domain.persoon.lo3 import persoon_uit_lo3
from leerplicht_desktop.domain.persoon.persoon import Persoon

_BOER: dict[str, str | bool] = {"actueel": True, "02.30": "de", "02.40": "Boer"}
_EX = _BOER | {"actueel": False, "07.10": "20211109"}
_NAMELESS: dict[str, str | bool] = {"actueel": True, "02.40": "."}


def _somebody(geslacht: str, naamgebruik: str, titel: str, *partners: dict[str, str | bool]) -> Persoon:
    return persoon_uit_lo3(
        {
            "04.10": geslacht,
            "02.10": "Jo Anne",
            "02.20": titel,
            "02.30": "van den",
            "02.40": "Aedel",
            "61.10": naamgebruik,
        },
        partners,
    )


def _nobody(geslacht: str, naamgebruik: str, titel: str, *partners: dict[str, str | bool]) -> Persoon:
    elementen = {"04.10": geslacht, "02.10": "Jo Anne", "02.20": titel, "02.40": ".", "61.10": naamgebruik}
    return persoon_uit_lo3(elementen, partners)


@pytest.mark.parametrize(
    ("naamgebruik", "expected"),
    [
        ("E", ("Jonkvrouw J.A. van den Aedel", "De hoogwelgeboren vrouwe")),
        ("P", ("J.A. de Boer", None)),
        ("V", ("J.A. de Boer-van den Aedel", None)),
        ("N", ("J.A. van den Aedel-de Boer", None)),
    ],
)
def test_a_jonkvrouw_takes_her_predicate_back_with_her_own_name(
    naamgebruik: str, expected: tuple[str, str | None]
) -> None:
    answer = aanschrijfwijze(_somebody("V", naamgebruik, "JV", _BOER, _EX))
    assert (answer.naam, answer.aanspreekvorm) == expected


@pytest.mark.parametrize(
    ("geslacht", "titel", "expected"),
    [
        ("V", "JH", ("Jonkvrouw J.A. van den Aedel", "De hoogwelgeboren vrouwe")),
        ("O", "JH", ("J.A. van den Aedel", None)),
        ("V", "R", ("J.A. van den Aedel", None)),
        ("O", "R", ("J.A. van den Aedel", None)),
        ("M", "R", ("J.A. ridder van den Aedel", "De hoogwelgeboren heer")),
        ("M", "GI", ("J.A. graaf van den Aedel", "De hooggeboren heer")),
        ("O", "PS", ("J.A. van den Aedel", "De hoogheid")),
        ("V", "P", ("J.A. prinses van den Aedel", "De hoogheid")),
    ],
)
def test_title_and_form_of_address_follow_the_sex(
    geslacht: str, titel: str, expected: tuple[str, str | None]
) -> None:
    answer = aanschrijfwijze(_somebody(geslacht, "E", titel))
    assert (answer.naam, answer.aanspreekvorm) == expected
    assert answer.regels == tuple(line for line in (expected[1], expected[0]) if line)


@pytest.mark.parametrize(
    ("geslacht", "titel", "naamgebruik", "expected"),
    [
        ("V", "R", "E", "Hoogwelgeboren vrouwe"),
        ("O", "P", "E", "Hoogheid"),
        ("M", "JV", "E", "Hoogwelgeboren heer"),
        ("O", "JV", "E", "Geachte J.A. van den Aedel"),
        ("M", "G", "P", "Geachte heer De Boer"),
        ("V", "JV", "E", "Geachte mevrouw Van den Aedel"),
    ],
)
def test_salutation_of_nobility_with_a_partner(
    geslacht: str, titel: str, naamgebruik: str, expected: str
) -> None:
    assert aanhef(_somebody(geslacht, naamgebruik, titel, _BOER)) == expected


def test_the_title_of_a_nameless_partner_counts_in_the_salutation_only() -> None:
    titled = _NAMELESS | {"02.20": "G"}
    for naamgebruik in "VNP":
        persoon = _somebody("V", naamgebruik, "", titled)
        assert aanhef(persoon) == "Hooggeboren vrouwe"
        assert aanschrijfwijze(persoon).regels == ("J.A. van den Aedel",)
        assert in_lopende_tekst(persoon) == "mevrouw Van den Aedel"
    assert aanhef(_somebody("V", "E", "", titled)) == "Geachte mevrouw Van den Aedel"
    assert aanhef(_somebody("M", "V", "", titled)) == "Geachte heer Van den Aedel"


def test_over_an_own_title_only_that_of_a_man_prevails() -> None:
    count = _BOER | {"02.20": "G", "04.10": "M"}
    assert aanhef(_somebody("V", "V", "BS", count)) == "Hooggeboren vrouwe"
    assert aanhef(_somebody("V", "V", "BS", count | {"04.10": "V"})) == "Hoogwelgeboren vrouwe"


def test_a_nameless_partner_leaves_the_own_name_and_title() -> None:
    persoon = _somebody("M", "P", "G", _NAMELESS)
    assert aanhef(persoon) == "Hooggeboren heer"
    assert aanschrijfwijze(persoon).naam == "J.A. graaf van den Aedel"
    assert in_lopende_tekst(persoon) == "graaf van den Aedel"


@pytest.mark.parametrize("naamgebruik", ["E", "V", "N"])
def test_without_a_surname_there_is_nothing_to_write(naamgebruik: str) -> None:
    persoon = _nobody("V", naamgebruik, "", _BOER)
    assert aanhef(persoon) == ""
    assert in_lopende_tekst(persoon) == ""
    assert aanschrijfwijze(persoon).regels == ()
    assert "onbekend" in aanhef(persoon).uitleg.regel
    assert "onbekend" in aanschrijfwijze(persoon).uitleg.regel


def test_without_a_surname_the_partner_or_the_title_may_still_do() -> None:
    assert aanschrijfwijze(_nobody("V", "P", "", _BOER)).naam == "J.A. de Boer"
    assert aanhef(_nobody("M", "E", "G", _BOER)) == "Hooggeboren heer"
    assert aanhef(_nobody("O", "E", "G", _BOER)) == ""
    assert aanhef(_nobody("V", "V", "JV", _BOER)) == ""
    assert aanhef(_nobody("V", "P", "", _NAMELESS)) == ""


@pytest.mark.parametrize(
    ("naamgebruik", "expected"),
    [
        ("E", "Ali bin Mohammed"),
        ("P", "Van Velzen"),
        ("V", "Van Velzen-Ali bin Mohammed"),
        ("N", "Ali bin Mohammed-van Velzen"),
    ],
)
def test_a_chain_of_names_has_no_initials(naamgebruik: str, expected: str) -> None:
    elementen = {"02.40": "Ali bin Mohammed", "61.10": naamgebruik}
    partner: dict[str, str | bool] = {"actueel": True, "02.30": "van", "02.40": "Velzen"}
    assert aanschrijfwijze(persoon_uit_lo3(elementen, [partner])).naam == expected


def test_a_woman_with_a_predicate_and_a_baron() -> None:
    persoon = _somebody("V", "N", "JV", _BOER | {"02.20": "B"})
    assert aanschrijfwijze(persoon).regels == (
        "De hoogwelgeboren vrouwe",
        "J.A. van den Aedel-barones de Boer",
    )
    assert in_lopende_tekst(persoon) == "mevrouw Van den Aedel-barones de Boer"


def test_every_answer_says_what_it_rests_on() -> None:
    persoon = _somebody("V", "V", "", _EX)
    for uitleg in (aanhef(persoon).uitleg, in_lopende_tekst(persoon).uitleg, aanschrijfwijze(persoon).uitleg):
        assert uitleg.artikel.startswith("LO3 61.10")
        assert ("naamgebruik", "naam partner voor eigen naam") in uitleg.invoer
        assert ("partner", "voormalig") in uitleg.invoer
        assert "Aedel" not in repr(uitleg)
    assert repr(aanschrijfwijze(persoon)) == "Aanschrijfwijze(***)"
