"""A person as the caseload uses it."""

from __future__ import annotations

from leerplicht_desktop.domain.persoon.adel import Geslacht, titel_uit_code
from leerplicht_desktop.domain.persoon.naam import Naam
from leerplicht_desktop.domain.persoon.persoon import Naamgebruik, Partner, Persoon


def test_names_for_lists_and_for_paper() -> None:
    naam = Naam("Żáïŀëñøŕ Åłéèç", "'S", "Streeveld", titel_uit_code("JH"))
    persoon = Persoon(naam, Geslacht.VROUW)
    assert persoon.volledige_naam == "jonkvrouw Żáïŀëñøŕ Åłéèç 'S Streeveld"
    assert persoon.korte_naam == "Żáïŀëñøŕ 'S Streeveld"
    assert Persoon(naam).volledige_naam.startswith("jonkheer")


def test_a_choice_that_cannot_be_followed_falls_back_on_the_own_name() -> None:
    naam = Naam("Jo", "", "Groen")
    alone = Persoon(naam, naamgebruik=Naamgebruik.PARTNER)
    nameless = Persoon(naam, naamgebruik=Naamgebruik.PARTNER, partners=(Partner(Naam("Ali")),))
    named = Persoon(naam, naamgebruik=Naamgebruik.PARTNER, partners=(Partner(Naam("", "", "Geel")),))
    assert alone.gevoerd_naamgebruik is Naamgebruik.EIGEN
    assert nameless.gevoerd_naamgebruik is Naamgebruik.EIGEN
    assert named.gevoerd_naamgebruik is Naamgebruik.PARTNER


def test_a_present_partner_comes_before_a_former_one() -> None:
    former = Partner(Naam(geslachtsnaam="Wit"), aangegaan="19900101", ontbonden="20100101", beeindigd=True)
    present = Partner(Naam(geslachtsnaam="Geel"), aangegaan="20150101")
    assert Persoon(Naam(), partners=(former, present)).partner is present
    assert Persoon(Naam(), partners=(former,)).partner is former
    assert Persoon(Naam()).partner is None
