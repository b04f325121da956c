"""Shared fields over the whole road: written at one laptop, read at the other, decided when both wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.deelveld.beslissen import Besluit, Keuzesoort, keuzes_bewaren
from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.deelveld import Deelveld

from .real import BRAM, RealLaptop, Town

TOLK, TAAL = Deelveld.TOLK, Deelveld.TAAL


@pytest.fixture
def collega(stad: Town, tmp_path: Path) -> Iterator[RealLaptop]:
    """Bram's laptop, enrolled."""
    made = RealLaptop(tmp_path / "kluis-b", stad.enrol(BRAM))
    yield made
    made.sluit()


def _schrijf(laptop: RealLaptop, dossier: str, **waarden: str) -> None:
    velden = {Deelveld(naam): tekst for naam, tekst in waarden.items()}
    laptop.kluis.doe(lambda work: deelvelden_wijzigen(work, laptop.klok, dossier, velden))


def _zie(laptop: RealLaptop, dossier: str, veld: Deelveld) -> Deelveldbeeld:
    beelden = laptop.kluis.lees(lambda caseload: caseload.deelvelden(dossier))
    return next(een for een in beelden if een.veld == veld.value)


def _rond(*laptops: RealLaptop) -> None:
    for laptop in laptops:
        assert laptop.loop.round().problem is None


def _beslis(laptop: RealLaptop, dossier: str, soort: Keuzesoort, tekst: str = "") -> None:
    besluit = {TOLK: Besluit(soort, tekst)}
    laptop.kluis.doe(lambda work: keuzes_bewaren(work, laptop.klok, dossier, besluit))


def _bots(laptop: RealLaptop, collega: RealLaptop, dossier: str) -> None:
    """Both start from the same value, the colleague writes and syncs first."""
    _rond(laptop, collega)
    _schrijf(laptop, dossier, tolk="Geen tolk")
    _rond(laptop, collega)
    _schrijf(collega, dossier, tolk="Turks, telefonisch")
    _rond(collega)
    _schrijf(laptop, dossier, tolk="Koerdisch, aan huis", taal="Koerdisch")
    _rond(laptop)


def test_a_field_is_there_at_once_and_reaches_the_colleague(laptop: RealLaptop, collega: RealLaptop) -> None:
    _rond(laptop, collega)
    _schrijf(laptop, "d-0", taal="Twi", belnummer="06 0000 0112 (moeder)")
    mijn = _zie(laptop, "d-0", TAAL)
    assert (mijn.waarde, mijn.door, mijn.onderweg) == ("Twi", "", True)
    _rond(laptop, collega)
    assert not _zie(laptop, "d-0", TAAL).onderweg
    zijn = _zie(collega, "d-0", TAAL)
    assert (zijn.waarde, zijn.door) == ("Twi", "Anna")
    assert zijn.op == mijn.op
    assert _zie(collega, "d-0", Deelveld.BELNUMMER).waarde == "06 0000 0112 (moeder)"
    _schrijf(laptop, "d-0", taal="Twi")
    assert laptop.open == ()


def test_both_wrote_the_same_field_and_only_that_field_waits(laptop: RealLaptop, collega: RealLaptop) -> None:
    _bots(laptop, collega, "d-1")
    assert _zie(laptop, "d-1", TAAL).keuze is None
    beeld = _zie(laptop, "d-1", TOLK)
    keuze = beeld.keuze
    assert keuze is not None
    assert beeld.waarde == keuze.kantoor == "Turks, telefonisch"
    assert (keuze.was, keuze.mijn, keuze.door) == ("Geen tolk", "Koerdisch, aan huis", "Bram")
    assert keuze.op is not None
    (open_,) = laptop.kluis.lees(lambda caseload: caseload.keuzes())
    assert (open_.dossier, [een.veld for een in open_.velden]) == ("d-1", ["tolk"])
    assert laptop.kluis.lees(lambda caseload: caseload.sync()).keuzes == 1
    laptop.noteer("d-1", "een oude keuze houdt niets op")
    _schrijf(laptop, "d-1", taal="Kurmancî")
    _rond(laptop, collega)
    assert laptop.open == ()
    assert _zie(collega, "d-1", TAAL).waarde == "Kurmancî"
    _beslis(laptop, "d-1", Keuzesoort.MIJN)
    _rond(laptop, collega)
    for een in (laptop, collega):
        assert _zie(een, "d-1", TOLK).waarde == "Koerdisch, aan huis"
        assert een.kluis.lees(lambda caseload: caseload.keuzes()) == ()


@pytest.mark.parametrize(
    ("soort", "tekst", "uit", "taken"),
    [
        (Keuzesoort.KANTOOR, "", "Turks, telefonisch", 0),
        (Keuzesoort.ANDERS, "Kurmancî, telefonisch", "Kurmancî, telefonisch", 0),
        (Keuzesoort.OVERGEDRAGEN, "", "Turks, telefonisch", 1),
    ],
)
def test_a_choice_settles_it_on_both(
    laptop: RealLaptop, collega: RealLaptop, soort: Keuzesoort, tekst: str, uit: str, taken: int
) -> None:
    _bots(laptop, collega, "d-2")
    voor = len(laptop.kluis.lees(lambda caseload: caseload.taken("d-2", True)))
    if soort is Keuzesoort.ANDERS:
        with pytest.raises(DomainError, match="Vul in"):
            _beslis(laptop, "d-2", soort)
    _beslis(laptop, "d-2", soort, tekst)
    _rond(laptop, collega)
    for een in (laptop, collega):
        beeld = _zie(een, "d-2", TOLK)
        assert (beeld.waarde, beeld.keuze, beeld.onderweg) == (uit, None, False)
        open_ = een.kluis.lees(lambda caseload: caseload.taken("d-2", True))
        assert len(open_) == voor + taken
        if taken:
            assert (open_[-1].wie, "Koerdisch, aan huis" in open_[-1].wat) == ("Bram", True)


def test_a_choice_that_the_office_overtook_asks_again_but_never_for_what_was_left(
    laptop: RealLaptop, collega: RealLaptop
) -> None:
    _bots(laptop, collega, "d-0")
    _schrijf(collega, "d-0", tolk="Arabisch")
    _rond(collega)
    _beslis(laptop, "d-0", Keuzesoort.MIJN)
    _rond(laptop)
    keuze = _zie(laptop, "d-0", TOLK).keuze
    assert keuze is not None
    assert keuze.kantoor == "Arabisch"
    _schrijf(collega, "d-0", tolk="Farsi")
    _rond(collega)
    _beslis(laptop, "d-0", Keuzesoort.KANTOOR)
    _rond(laptop)
    beeld = _zie(laptop, "d-0", TOLK)
    assert (beeld.waarde, beeld.keuze) == ("Farsi", None)


def test_what_does_not_fit_goes_nowhere(laptop: RealLaptop) -> None:
    _rond(laptop)
    for waarden in ({"tolk": "x" * 121}, {"belnummer": "bij oma"}):
        with pytest.raises(DomainError):
            _schrijf(laptop, "d-0", **waarden)
    with pytest.raises(DomainError, match="niet meer van jou"):
        _schrijf(laptop, "d-99", tolk="Turks")
    assert laptop.open == ()
