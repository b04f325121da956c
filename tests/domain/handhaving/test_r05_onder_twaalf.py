"""R05: nobody is a suspect for what he did before his twelfth birthday."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    Jongere,
    Rol,
    grondslagen,
    mag_verdachte_zijn,
)
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

ZUID = regiokalender(Regio.ZUID)
KIND = Jongere(date(2015, 3, 10), ZUID)
ZELF, OUDER = Betrokkene(Rol.JONGERE), Betrokkene(Rol.OUDER, gezag=True)
VAN, TOT = date(2027, 3, 2), date(2027, 3, 12)


def test_only_days_from_the_twelfth_birthday_count_against_the_jongere() -> None:
    (feit,) = grondslagen(KIND, ZELF, "relatief", VAN, TOT)
    assert feit.dagen == (date(2027, 3, 10), date(2027, 3, 11), date(2027, 3, 12))
    assert feit.artikel == "artikel 2 lid 3 jo. artikel 26 lid 2 Leerplichtwet 1969"
    oordeel = mag_verdachte_zijn(KIND, ZELF, "relatief", VAN, TOT)
    assert oordeel
    assert oordeel.redenen[0].startswith("02-03-2027 t/m 09-03-2027: Een kind dat ten tijde van het feit")
    assert oordeel.uitleg.dagen == feit.dagen


def test_before_that_only_the_ouder() -> None:
    (feit,) = grondslagen(KIND, OUDER, "relatief", VAN, TOT)
    assert (feit.van, feit.tot, len(feit.dagen)) == (VAN, TOT, 9)
    assert feit.hoedanigheid == "als degene die het gezag uitoefent"
    oordeel = mag_verdachte_zijn(KIND, OUDER, "relatief", VAN, TOT)
    assert (oordeel.mag, oordeel.redenen, oordeel.uitleg.regel) == (True, (), feit.uitleg.regel)
    assert oordeel.uitleg.dagen == feit.dagen


@pytest.mark.parametrize(("tot", "mag"), [(date(2027, 3, 9), False), (date(2027, 3, 10), True)])
def test_a_jongere_of_eleven_is_refused_with_the_reason(tot: date, mag: bool) -> None:
    oordeel = mag_verdachte_zijn(KIND, ZELF, "relatief", VAN, tot)
    assert oordeel.mag is mag
    assert oordeel.uitleg.artikel.startswith("artikel 487 Wetboek van Strafvordering")
    assert ("artikel 2 lid 3" in oordeel.uitleg.artikel) is mag


def test_an_age_that_is_not_certain_does_not_make_a_suspect() -> None:
    onbekend = Jongere(Geboortedatum.uit_lo3("20150300"), ZUID)
    (feit,) = grondslagen(onbekend, ZELF, "relatief", VAN, date(2027, 4, 1))
    assert feit.van == date(2027, 3, 31)


def test_holidays_and_weekends_have_nothing_to_miss() -> None:
    leeg = mag_verdachte_zijn(KIND, OUDER, "luxe", date(2027, 2, 13), date(2027, 2, 21))
    assert not leeg
    assert leeg.redenen == ("13-02-2027 t/m 21-02-2027: er is geen les, dus valt er niets te verzuimen.",)


def test_impossible_questions_are_refused() -> None:
    for veld, kind, soort, tot in (
        ("tot", KIND, "relatief", date(2027, 3, 1)),
        ("soort", KIND, "spijbelen", TOT),
        ("kalender", Jongere(date(2015, 3, 10)), "relatief", TOT),
    ):
        with pytest.raises(DomainError) as fout:
            grondslagen(kind, OUDER, soort, VAN, tot)
        assert fout.value.veld == veld
