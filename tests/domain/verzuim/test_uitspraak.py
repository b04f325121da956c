"""One sentence about absence: the duty and the hours, with the numbers of the law of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from leerplicht_desktop.domain.verzuim.uitspraak import Uitspraak, plichtuitspraak, urenuitspraak
from leerplicht_desktop.domain.verzuim.weken import verzuimuren
from leerplicht_desktop.domain.wet.kalender import kalender_van

MIDDEN = kalender_van("midden")
VANDAAG = date(2026, 11, 21)
MAANDAG = date(2026, 9, 7)


@dataclass(frozen=True)
class Gemeld:
    """A report as the rules read it."""

    soort: str
    dagen: tuple[tuple[date, float], ...]
    eenheid: str = "lesuur"


def uitspraak(*uren: float, soort: str = "16UUR") -> Uitspraak:
    dagen = tuple((MAANDAG + timedelta(weeks=n), aantal) for n, aantal in enumerate(uren))
    return urenuitspraak(verzuimuren((Gemeld(soort, dagen),)), MIDDEN, VANDAAG)


@pytest.mark.parametrize(
    ("geboren", "begin"),
    [
        ("20110314", "Leerplichtig."),
        ("20090314", "Kwalificatieplichtig, tenzij er al een startkwalificatie is."),
        ("20050314", "Geen leerplicht en geen kwalificatieplicht."),
        ("", "Of er een plicht is, is niet te zeggen."),
        ("gisteren", "Of er een plicht is, is niet te zeggen."),
    ],
)
def test_the_duty_today(geboren: str, begin: str) -> None:
    zin = plichtuitspraak(geboren, MIDDEN, VANDAAG).zin
    assert zin.startswith(begin)
    assert "Niet zeker" not in zin


def test_a_birth_date_of_which_a_part_is_unknown_makes_the_duty_unsure() -> None:
    gezegd = plichtuitspraak("20080000", MIDDEN, VANDAAG)
    assert "Niet zeker: de geboortedatum is niet volledig bekend." in gezegd.zin
    assert gezegd.uitleg is not None


@pytest.mark.parametrize(
    ("uren", "begin", "bereikt"),
    [
        ((4, 4, 4, 3), "De 16 uur is niet bereikt: 15 lesuren in 4 lesweken.", False),
        ((4, 4, 4, 4), "16 uur in 4 lesweken bereikt op ", True),
        ((16, 16), "16 uur in 4 lesweken 2 keer bereikt: het eerst op ", True),
    ],
)
def test_the_hours_against_the_limit(uren: tuple[float, ...], begin: str, bereikt: bool) -> None:
    gezegd = uitspraak(*uren)
    assert gezegd.zin.startswith(begin)
    assert gezegd.bereikt is bereikt
    assert gezegd.uitleg is not None


def test_hours_that_cannot_be_counted_are_not_called_nothing() -> None:
    assert urenuitspraak(verzuimuren(()), MIDDEN, VANDAAG) == Uitspraak("School meldde nog geen verzuim.")
    open_ = uitspraak(8, soort="OVERIG")
    assert open_.zin == "De 16 uur is nog niet te tellen. Zoek eerst uit of er een geldige reden is."
    zonder = urenuitspraak(verzuimuren((Gemeld("16UUR", ((MAANDAG, 5),)),)), None, VANDAAG)
    assert zonder.zin.startswith("De 16 uur is niet te tellen. ")
    assert [open_.bereikt, zonder.bereikt] == [False, False]
