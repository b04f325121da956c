"""R30 and article 5 lid 1 d AVG: a letter that lay goes where its receivers live now, or nowhere."""

from __future__ import annotations

import pytest

from leerplicht_desktop.casework.brief.adres import brief_naar_nieuw_adres
from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.brief.verzegelen import brief_verzegelen
from leerplicht_desktop.casework.concepten import Ontvanger, Veldwaarde
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.stukkenkast import Adreswijziging
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, SAMEN, TEUN, papier
from tests.store.world import StilleKlok, dossier, persoon, pull

SOORT = Documentsoort.BERICHT_OUDERS
NIEUW: dict[str, Json] = {
    "adres": {"11.10": "Nieuwegracht", "11.20": "9", "11.60": "1234ZZ", "11.70": "Demostad"},
    "adres_sleutel": "1234ZZ-9",
}


def _brief(kluis: SqlKluis, klok: StilleKlok, *personen: str) -> str:
    opgave = Briefopgave(SOORT, SOORT.value, personen, samen=len(personen) > 1)
    return kluis.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[0][0]


def _verhuis(kluis: SqlKluis, id_: str, naam: str, **waar: Json) -> None:
    lo3 = {"02.10": naam, "02.30": "van", "02.40": "Wijngaarden", "03.10": "19800102", "04.10": "V"}
    pull(kluis, persoon(id_, SAMEN, naam, "Wijngaarden", lo3=lo3, **waar))


def _wijziging(kluis: SqlKluis, id_: str) -> Adreswijziging | None:
    return kluis.bekijk(lambda kast: kast.concept_brief(id_)).adres


def _aan(kluis: SqlKluis, id_: str) -> Ontvanger:
    aan = kluis.bekijk(lambda kast: kast.concept_brief(id_)).concept.aan
    assert aan is not None
    return aan


def _maak_klaar(kluis: SqlKluis, klok: StilleKlok, id_: str) -> None:
    voorbeeld: dict[str, Veldwaarde] = {
        "datum": "2026-11-27",
        "datumtijd": "2026-12-01T15:30",
        "janee": True,
        "aantal": 1,
    }
    formulier = next(een for een in papier(kluis, klok).formulieren().beelden if een.soort is SOORT)

    def act(work: Work) -> None:
        for veld in formulier.velden:
            gekozen = veld.keuzes[0][0] if veld.keuzes else ""
            brief_veld_schrijven(work, id_, formulier, veld.naam, gekozen or voorbeeld.get(veld.type, "iets"))

    kluis.doe(act)


def test_as_long_as_nobody_moves_nothing_is_said(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    assert _wijziging(kluis, id_) is None
    was = _aan(kluis, id_)
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    assert _aan(kluis, id_) == was


def test_who_moved_gets_the_letter_at_the_new_address(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    was = _aan(kluis, id_)
    _verhuis(kluis, "p-moeder", "Renée", **NIEUW)
    wijziging = _wijziging(kluis, id_)
    assert wijziging is not None
    assert wijziging.bij_te_werken
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    assert _aan(kluis, id_).adresregels == ("Nieuwegracht 9", "1234 ZZ  DEMOSTAD")
    assert _aan(kluis, id_).aanhef == was.aanhef
    assert _wijziging(kluis, id_) is None


def test_another_name_of_the_same_street_is_told_too(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    sleutel = _aan(kluis, id_).adres
    _verhuis(kluis, "p-moeder", "Renée", adres=NIEUW["adres"], adres_sleutel=sleutel)
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    assert _aan(kluis, id_).adresregels[0] == "Nieuwegracht 9"


@pytest.mark.parametrize("sleutel", ["", "0363200000123456"])
def test_another_key_of_the_same_house_is_no_move(kluis: SqlKluis, klok: StilleKlok, sleutel: str) -> None:
    """Else a sealed letter that is quite right would be held back."""
    samen = _brief(kluis, klok, "p-moeder", "p-fleur")
    thuis: Json = {"11.10": "Voorbeeldkade", "11.20": "44", "11.60": "1234AB", "11.70": "Demostad"}
    _verhuis(kluis, "p-moeder", "Renée", adres=thuis, adres_sleutel=sleutel)
    assert _wijziging(kluis, samen) is None


def test_who_moved_under_another_name_is_not_greeted_by_the_old_one(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    lo3 = {"02.10": "Renée", "02.40": "Jansen", "03.10": "19800102", "04.10": "V"}
    pull(kluis, persoon("p-moeder", SAMEN, "Renée", "Jansen", lo3=lo3, **NIEUW))
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    assert _aan(kluis, id_).naamregels == ("R. Jansen",)
    assert _aan(kluis, id_).aanhef == "Geachte mevrouw Jansen"


def test_who_parted_no_longer_share_a_letter(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _brief(kluis, klok, "p-moeder", "p-fleur")
    _verhuis(kluis, "p-moeder", "Renée", **NIEUW)
    wijziging = _wijziging(kluis, id_)
    assert wijziging is not None
    assert "voor ieder een brief" in wijziging.zin
    with pytest.raises(DomainError, match="ontvanger"):
        kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))


@pytest.mark.parametrize(
    ("meer", "zin"),
    [
        ({"adres": {}, "adres_sleutel": ""}, "geen adres meer bekend"),
        ({"overleden_op": "2026-11-20"}, "is volgens het register overleden"),
    ],
)
def test_nowhere_to_go(kluis: SqlKluis, klok: StilleKlok, meer: dict[str, Json], zin: str) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    _verhuis(kluis, "p-moeder", "Renée", **meer)
    wijziging = _wijziging(kluis, id_)
    assert wijziging is not None
    assert zin in wijziging.zin
    assert not wijziging.bij_te_werken


def test_who_no_longer_belongs_to_the_dossier(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = _brief(kluis, klok, "p-moeder")
    for een, wie, naam in ((FLEUR, "p-fleur", "Fleur"), (TEUN, "p-teun", "Teun")):
        pull(kluis, dossier(een, wie, f"{naam} van Wijngaarden", school="07NU00", betrokkenen=[]))
    wijziging = _wijziging(kluis, id_)
    assert wijziging is not None
    assert "hoort volgens de gemeente niet meer bij dit dossier" in wijziging.zin


def test_an_old_address_is_never_sealed(kluis: SqlKluis, klok: StilleKlok) -> None:
    """Not by the paper, and not by a move between the paper and the seal."""
    id_ = _brief(kluis, klok, "p-moeder")
    _maak_klaar(kluis, klok, id_)
    gelezen = papier(kluis, klok).brief(id_, definitief=True)
    _verhuis(kluis, "p-moeder", "Renée", **NIEUW)
    with pytest.raises(DomainError, match="ontvanger"):
        kluis.doe(lambda work: brief_verzegelen(work, klok, id_, gelezen, "Bericht"))
    with pytest.raises(BekendProbleem, match="komt niet meer aan"):
        papier(kluis, klok).brief(id_, definitief=True)
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    nieuw = papier(kluis, klok).brief(id_, definitief=True)
    stuk, _ = kluis.doe(lambda work: brief_verzegelen(work, klok, id_, nieuw, "Bericht"))
    assert stuk.id == id_


def test_an_organisation_does_not_move(kluis: SqlKluis, klok: StilleKlok) -> None:
    school = Ontvanger(
        ("Lyceum De Wissel",), ("Schoolstraat 5", "1234 AD  DEMOSTAD"), "Geachte heer of mevrouw"
    )
    opgave = Briefopgave(Documentsoort.BERICHT_SCHOOL, "bericht_school", aan=school)
    (id_,) = kluis.doe(lambda work: brief_opstellen(work, klok, (FLEUR,), opgave))[0]
    _verhuis(kluis, "p-moeder", "Renée", **NIEUW)
    assert _wijziging(kluis, id_) is None


def test_a_sealed_letter_that_waits_says_so_too(kluis: SqlKluis, klok: StilleKlok) -> None:
    """It stays as it was sealed; once it was sent there is nothing to hold back."""
    id_ = _brief(kluis, klok, "p-moeder")
    _maak_klaar(kluis, klok, id_)
    zaakstukken = papier(kluis, klok).brief(id_, definitief=True)
    kluis.doe(lambda work: brief_verzegelen(work, klok, id_, zaakstukken, "Bericht"))
    assert kluis.bekijk(lambda kast: kast.stuk(id_)).adres is None
    _verhuis(kluis, "p-moeder", "Renée", **NIEUW)
    oud = kluis.bekijk(lambda kast: kast.stuk(id_)).adres
    assert oud is not None
    assert "niet meer juist" in oud.reden
    stap = Stapopgave(Stapsoort.VERZONDEN, klok.vandaag(), aan="Renée", wijze=Verzendwijze.POST)
    kluis.doe(lambda work: stukstap_zetten(work, klok, id_, stap))
    assert kluis.bekijk(lambda kast: kast.stuk(id_)).adres is None


def test_another_name_at_the_same_door(kluis: SqlKluis, klok: StilleKlok) -> None:
    """A divorce or a marriage: the envelope and the salutation would name who she no longer is."""
    id_ = _brief(kluis, klok, "p-moeder")
    aan = _aan(kluis, id_)
    lo3 = {"02.10": "Renée", "02.40": "Çelik", "03.10": "19800102", "04.10": "V"}
    waar = {"11.10": "Voorbeeldkade", "11.20": "44", "11.60": "1234AB", "11.70": "Demostad"}
    pull(kluis, persoon("p-moeder", SAMEN, "Renée", "Çelik", lo3=lo3, adres=waar, adres_sleutel=aan.adres))
    wijziging = _wijziging(kluis, id_)
    assert wijziging is not None
    assert (wijziging.bij_te_werken, wijziging.om_de_naam) == (True, True)
    kluis.doe(lambda work: brief_naar_nieuw_adres(work, id_))
    nu = _aan(kluis, id_)
    assert (nu.naamregels, nu.adresregels, nu.aanhef) == (
        ("R. Çelik",),
        aan.adresregels,
        "Geachte mevrouw Çelik",
    )
    assert _wijziging(kluis, id_) is None
