"""R06: a minor who is not enrolled breaks no duty of his own; only the ouders can be suspects."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    Feitsoort,
    Jongere,
    Rol,
    grondslagen,
    mag_verdachte_zijn,
)

KIND = Jongere(date(2010, 11, 1))
VAN, TOT = date(2026, 9, 1), date(2026, 9, 30)


def test_absoluut_verzuim_has_no_ground_against_the_jongere() -> None:
    zelf = Betrokkene(Rol.JONGERE)
    assert grondslagen(KIND, zelf, Feitsoort.ABSOLUUT, VAN, TOT) == ()
    oordeel = mag_verdachte_zijn(KIND, zelf, Feitsoort.ABSOLUUT, VAN, TOT)
    assert not oordeel
    assert "Alleen de ouder of verzorger" in oordeel.redenen[0]
    assert oordeel.uitleg.artikel == "artikel 2 lid 1 en 3 Leerplichtwet 1969"


@pytest.mark.parametrize(
    ("persoon", "hoedanigheid"),
    [
        (Betrokkene(Rol.OUDER, gezag=True), "als degene die het gezag uitoefent"),
        (Betrokkene(Rol.VERZORGER, None, True), "als degene die de jongere feitelijk verzorgt"),
        (
            Betrokkene(Rol.OUDER, True, True),
            "als degene die het gezag uitoefent en als degene die de jongere feitelijk verzorgt",
        ),
    ],
)
def test_gezag_and_verzorging_are_two_grounds(persoon: Betrokkene, hoedanigheid: str) -> None:
    (feit,) = grondslagen(KIND, persoon, "absoluut", VAN, TOT)
    assert (feit.hoedanigheid, len(feit.dagen)) == (hoedanigheid, 30)


def test_without_either_nobody_is_responsible_and_unknown_gezag_is_asked_for() -> None:
    oordeel = mag_verdachte_zijn(KIND, Betrokkene(Rol.OUDER, gezag=False), "absoluut", VAN, TOT)
    assert not oordeel
    assert oordeel.uitleg.artikel == "artikel 2 lid 1 Leerplichtwet 1969"
    with pytest.raises(DomainError) as fout:
        grondslagen(KIND, Betrokkene(Rol.OUDER), "absoluut", VAN, TOT)
    assert fout.value.veld == "gezag"


def test_no_proces_verbaal_against_the_head_of_a_school() -> None:
    oordeel = mag_verdachte_zijn(KIND, Betrokkene(Rol.HOOFD), "absoluut", VAN, TOT)
    assert not oordeel
    assert "Inspectie" in oordeel.redenen[0]


def test_eighteen_has_no_criminal_side_for_anybody() -> None:
    volwassen = Jongere(date(2008, 9, 15))
    for persoon in (Betrokkene(Rol.JONGERE), Betrokkene(Rol.OUDER, gezag=True)):
        oordeel = mag_verdachte_zijn(volwassen, persoon, "absoluut", date(2026, 9, 15), TOT)
        assert not oordeel
        assert oordeel.uitleg.artikel == "artikel 3, 4a en 4b Leerplichtwet 1969"
    (dag_ervoor,) = grondslagen(volwassen, Betrokkene(Rol.OUDER, gezag=True), "absoluut", VAN, TOT)
    assert dag_ervoor.tot == date(2026, 9, 14)
