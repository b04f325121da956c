"""The hearing through its acts: R05, R16, R17 and R18."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.verhoor.bijhouden import (
    bijstand_kiezen,
    cautie_geven,
    verhoor_bijhouden,
    zin_schrijven,
    zin_toevoegen,
    zin_wijzigen,
    zin_wissen,
)
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.casework.verhoor.vastleggen import verhoor_vastleggen, verhoor_verwerpen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Begeleiding, Bijstand
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.papers import Verhoor as WireVerhoor
from tests.casework.zaak import (
    FLEUR,
    JONGERE,
    MOEDER,
    SAMEN,
    VADER,
    begin_pv,
    begin_verhoor,
    bezoek,
    verhoor,
    vul_verhoor,
)
from tests.store.world import StilleKlok


def test_a_hearing_is_taken_up_again_for_the_same_suspect_only(kluis: SqlKluis, klok: StilleKlok) -> None:
    first = begin_verhoor(kluis, klok)
    assert begin_verhoor(kluis, klok) == first
    assert begin_verhoor(kluis, klok, VADER) != first


def test_no_answer_before_the_cautie(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R16: the order is kept while it is recorded."""
    id_ = begin_verhoor(kluis, klok)
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: zin_toevoegen(work, klok, id_, antwoord=True))
    assert refused.value.veld == "cautie_om"
    kluis.doe(lambda work: zin_toevoegen(work, klok, id_, antwoord=False))
    kluis.doe(lambda work: cautie_geven(work, klok, id_))
    kluis.doe(lambda work: zin_toevoegen(work, klok, id_, antwoord=True))


def test_a_cautie_after_the_first_answer_blocks(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R16: times can be corrected, but not into the wrong order."""
    id_ = begin_verhoor(kluis, klok)
    vul_verhoor(kluis, klok, id_)
    blad = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    eerste = blad.zinnen[0].moment
    later = replace(blad.verhoor, cautie_om=eerste + timedelta(minutes=1))
    kluis.doe(lambda work: verhoor_bijhouden(work, klok, later))
    with pytest.raises(DomainError, match="R16") as refused:
        kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))
    assert refused.value.veld == "cautie_om"
    assert kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.is_concept
    kluis.doe(lambda work: verhoor_bijhouden(work, klok, replace(later, cautie_om=eerste)))
    kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))


def test_a_waiver_can_be_taken_back(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok)
    afstand = Afstand("Ik wil geen advocaat.", gevolgen_uitgelegd=True)
    kluis.doe(lambda work: bijstand_kiezen(work, id_, Bijstand.AFSTAND, afstand))
    advies = [p for p in kluis.bekijk(lambda kast: kast.verhoor(id_)).punten if p.veld == "afstand"]
    assert [punt.moet for punt in advies] == [False]
    kluis.doe(lambda work: bijstand_kiezen(work, id_, Bijstand.AANWEZIG))
    assert kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.verhoor.afstand is None


@pytest.mark.parametrize(("dag", "nog_kind"), [(3, True), (10, False)])
def test_two_ages_of_a_minor(kluis: SqlKluis, klok: StilleKlok, dag: int, nog_kind: bool) -> None:
    """R18: born 05-12-2008, fact on 01-12-2026; heard on the third still seventeen, on the tenth not."""
    klok.verder((date(2026, 12, dag) - klok.vandaag()).days * 86_400)
    wie = Persoonskeuze(None, Rol.JONGERE, "Daan Jansen")
    opgave = Verhooropgave(wie, date(2026, 12, 1), "Demostad", geboren=Geboortedatum(2008, 12, 5))
    id_, _ = kluis.doe(lambda work: verhoor_starten(work, klok, (FLEUR,), opgave))
    vul_verhoor(kluis, klok, id_)
    beeld = kluis.bekijk(lambda kast: kast.verhoor(id_))
    assert (beeld.minderjarig_bij_feit, beeld.minderjarig_bij_verhoor) == (True, nog_kind)
    gevraagd = {punt.veld for punt in beeld.punten if punt.moet}
    assert gevraagd == {"begeleiding"} | ({"ouders_ingelicht_op"} if nog_kind else set())
    nieuw = replace(
        beeld.blad.verhoor,
        begeleiding=Begeleiding.VERTROUWENSPERSOON,
        ouders_ingelicht_op=klok.vandaag() if nog_kind else None,
    )
    kluis.doe(lambda work: verhoor_bijhouden(work, klok, nieuw))
    kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))


def test_nobody_under_twelve_is_heard_as_a_suspect(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R05: the day of the fact decides, also when it is corrected later."""
    wie = Persoonskeuze(None, Rol.JONGERE, "Kind")
    opgave = Verhooropgave(wie, date(2026, 11, 6), geboren=Geboortedatum(2014, 11, 6))
    id_, _ = kluis.doe(lambda work: verhoor_starten(work, klok, (FLEUR,), opgave))
    huidig = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.verhoor
    with pytest.raises(DomainError, match="twaalf"):
        kluis.doe(lambda work: verhoor_bijhouden(work, klok, replace(huidig, pleegdatum=date(2026, 11, 5))))
    jong = replace(opgave, geboren=Geboortedatum(2014, 11, 7), verdachte=replace(wie, naam="Ander"))
    with pytest.raises(DomainError, match="R05"):
        kluis.doe(lambda work: verhoor_starten(work, klok, (FLEUR,), jong))


def test_what_was_said_before_stays_where_it_was(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R17: a visit gives the statement not one line; it points to it."""
    deur = bezoek(kluis, klok)
    opgave = Verhooropgave(MOEDER, date(2026, 11, 6), "Demostad", bron=deur)
    id_, _ = kluis.doe(lambda work: verhoor_starten(work, klok, SAMEN, opgave))
    beeld = kluis.bekijk(lambda kast: kast.verhoor(id_))
    assert beeld.blad.zinnen == ()
    assert beeld.blad.bron == deur
    vul_verhoor(kluis, klok, id_, "Daar zeg ik niets over.")
    kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))
    begin = begin_pv(kluis, klok)
    pv = kluis.bekijk(lambda kast: kast.concept_pv(begin)).concept.pv
    assert [regel.tekst for regel in pv.verhoren[0].regels] == ["Daar zeg ik niets over."]
    assert all("Daar zeg ik niets over" not in zin.tekst for zin in pv.bevindingen)


def test_once_vastgelegd_nothing_changes_and_it_travels(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = verhoor(kluis, klok)
    blad = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    with pytest.raises(DomainError):
        kluis.doe(lambda work: verhoor_bijhouden(work, klok, blad.verhoor))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: zin_schrijven(work, blad.zinnen[0].id, "Iets anders."))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: zin_wissen(work, blad.zinnen[0].id))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: work.zaakstukken.verhoren.verwerp(id_))
    (verzending,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))[-1:]
    wire = WireVerhoor.model_validate(dict(verzending.body))
    assert wire.regels[0].tekst == "Het was goedkoper."
    assert wire.cautie_om < wire.regels[0].moment


def test_an_empty_hearing_is_left_behind_a_begun_one_is_not(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok, JONGERE)
    assert kluis.doe(lambda work: verhoor_verwerpen(work, id_)) is not None
    with pytest.raises(KeyError):
        kluis.bekijk(lambda kast: kast.verhoor(id_))
    id_ = begin_verhoor(kluis, klok)
    kluis.doe(lambda work: cautie_geven(work, klok, id_))
    assert kluis.doe(lambda work: verhoor_verwerpen(work, id_)) is None


def test_the_time_of_a_line_can_be_corrected_without_losing_a_key(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok)
    kluis.doe(lambda work: cautie_geven(work, klok, id_))
    zin = kluis.doe(lambda work: zin_toevoegen(work, klok, id_, antwoord=True))
    kluis.doe(lambda work: zin_schrijven(work, zin.id, "Eigen woorden"))
    eerder = replace(zin, moment=zin.moment - timedelta(minutes=1))
    kluis.doe(lambda work: zin_wijzigen(work, id_, eerder))
    (kept,) = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.zinnen
    assert (kept.tekst, kept.moment) == ("Eigen woorden", eerder.moment)


@pytest.mark.parametrize(
    ("veld", "uren", "zin"),
    [
        ("begin", 1, "moet nog komen"),
        ("cautie_om", -1, "ligt vóór het begin"),
        ("voorgelezen_om", 1, "moet nog komen"),
    ],
)
def test_a_time_lies_between_the_beginning_and_now(
    kluis: SqlKluis, klok: StilleKlok, veld: str, uren: int, zin: str
) -> None:
    id_ = begin_verhoor(kluis, klok)
    huidig = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.verhoor
    verkeerd = klok.nu() + timedelta(hours=uren)
    nieuw = {
        "begin": replace(huidig, begin=verkeerd),
        "cautie_om": replace(huidig, cautie_om=verkeerd),
        "voorgelezen_om": replace(huidig, voorgelezen_om=verkeerd),
    }[veld]
    with pytest.raises(DomainError, match=zin) as refused:
        kluis.doe(lambda work: verhoor_bijhouden(work, klok, nieuw))
    assert refused.value.veld == veld
    assert kluis.bekijk(lambda kast: kast.verhoor(id_)).blad.verhoor == huidig


ONBEKEND = Persoonskeuze(None, Rol.OUDER, "Iemand van buiten")
GEBOREN = Geboortedatum(1980, 1, 2)


@pytest.mark.parametrize(
    ("dossiers", "opgave", "veld"),
    [
        ((), Verhooropgave(MOEDER, date(2026, 11, 6)), "dossiers"),
        (SAMEN, Verhooropgave(MOEDER, date(2026, 11, 22)), "pleegdatum"),
        (SAMEN, Verhooropgave(ONBEKEND, date(2026, 11, 6)), "geboren"),
        (SAMEN, Verhooropgave(ONBEKEND, date(1980, 1, 1), geboren=GEBOREN), "pleegdatum"),
        (SAMEN, Verhooropgave(replace(MOEDER, persoon="p-weg"), date(2026, 11, 6)), "verdachte"),
    ],
)
def test_a_hearing_that_cannot_be_is_not_begun(
    kluis: SqlKluis, klok: StilleKlok, dossiers: tuple[str, ...], opgave: Verhooropgave, veld: str
) -> None:
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: verhoor_starten(work, klok, dossiers, opgave))
    assert refused.value.veld == veld
    assert kluis.doe(lambda work: work.zaakstukken.verhoren.open_verhoren(SAMEN)) == ()


def test_advice_does_not_stand_in_the_way_and_once_is_enough(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok)
    vul_verhoor(kluis, klok, id_)
    kluis.doe(
        lambda work: bijstand_kiezen(
            work, id_, Bijstand.AFSTAND, Afstand("Ik wil geen advocaat.", gevolgen_uitgelegd=True)
        )
    )
    assert [punt.moet for punt in kluis.bekijk(lambda kast: kast.verhoor(id_)).punten] == [False]
    kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))
    with pytest.raises(DomainError, match="al vastgelegd"):
        kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))
