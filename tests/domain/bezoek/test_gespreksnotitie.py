"""Minutes of a talk: what must be there before they are fixed, and what an agreement needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leerplicht_desktop.domain.bezoek.gespreksnotitie import (
    Afspraak,
    Gespreksnotitie,
    Gespreksvorm,
    vastleggen,
)
from leerplicht_desktop.domain.errors import DomainError

GESPROKEN = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
NU = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
AFSPRAAK = Afspraak("a1", "Belt maandag met school", "ouder", date(2026, 11, 23))
NOTITIE = Gespreksnotitie(
    "g1", ("d1",), GESPROKEN, "moeder", Gespreksvorm.TELEFOON, "Hij gaat maandag weer.", (AFSPRAAK,)
)


def test_fixing_keeps_the_time_of_the_talk_beside_the_time_of_typing() -> None:
    vast = vastleggen(NOTITIE, NU)
    assert (vast.gesproken_op, vast.vastgelegd_op, vast.afspraken) == (GESPROKEN, NU, (AFSPRAAK,))
    assert NOTITIE.is_concept
    assert not vast.is_concept


def test_empty_agreements_fall_away() -> None:
    leeg = Afspraak("a2", "  ")
    assert leeg.is_leeg
    assert vastleggen(replace(NOTITIE, afspraken=(leeg, AFSPRAAK)), NU).afspraken == (AFSPRAAK,)


@pytest.mark.parametrize(
    ("notitie", "leeg"),
    [
        (Gespreksnotitie("g2", (), GESPROKEN), True),
        (Gespreksnotitie("g2", (), GESPROKEN, afspraken=(Afspraak("a"),)), True),
        (Gespreksnotitie("g2", (), GESPROKEN, met_wie="vader"), False),
        (Gespreksnotitie("g2", (), GESPROKEN, tekst="Belde terug."), False),
        (Gespreksnotitie("g2", (), GESPROKEN, afspraken=(AFSPRAAK,)), False),
    ],
)
def test_a_note_without_anything_in_it_can_be_left_behind(notitie: Gespreksnotitie, leeg: bool) -> None:
    assert notitie.is_leeg is leeg


@pytest.mark.parametrize(
    ("veld", "notitie"),
    [
        ("notitie", replace(NOTITIE, vastgelegd_op=NU)),
        ("met_wie", replace(NOTITIE, met_wie=" ")),
        ("tekst", replace(NOTITIE, tekst="")),
        ("gesproken_op", replace(NOTITIE, gesproken_op=NU + timedelta(minutes=1))),
        ("reden_correctie", replace(NOTITIE, corrigeert="g0")),
        ("afspraken", replace(NOTITIE, afspraken=(replace(AFSPRAAK, wat=""),))),
        ("afspraken", replace(NOTITIE, afspraken=(replace(AFSPRAAK, wie=" "),))),
        ("afspraken", replace(NOTITIE, afspraken=(replace(AFSPRAAK, uiterlijk=None),))),
        ("afspraken", replace(NOTITIE, afspraken=(replace(AFSPRAAK, uiterlijk=date(2026, 11, 19)),))),
    ],
)
def test_what_is_missing_is_named(veld: str, notitie: Gespreksnotitie) -> None:
    with pytest.raises(DomainError) as fout:
        vastleggen(notitie, NU)
    assert fout.value.veld == veld


def test_the_edges_that_are_allowed() -> None:
    zelfde_dag = replace(NOTITIE, afspraken=(replace(AFSPRAAK, uiterlijk=GESPROKEN.date()),))
    assert vastleggen(zelfde_dag, GESPROKEN).vastgelegd_op == GESPROKEN
    verbeterd = replace(NOTITIE, corrigeert="g0", reden_correctie="naam verkeerd gespeld")
    assert vastleggen(verbeterd, NU).corrigeert == "g0"


@pytest.mark.parametrize(("wie", "kop"), [(" moeder ", "Gesprek met moeder"), ("  ", "Gesprek")])
def test_its_heading_names_whom_it_was_with(wie: str, kop: str) -> None:
    assert replace(NOTITIE, met_wie=wie).op_tijdlijn == kop
