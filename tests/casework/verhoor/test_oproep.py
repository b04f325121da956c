"""The summons of a hearing, found among the papers (R16); and the paper that was signed (Sv 29a)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from leerplicht_desktop.casework.concepten import Ontvanger, Persoonskeuze
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.casework.stuk.afdruk_loggen import afdruk_vastleggen
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.casework.verhoor.afdruk import inhoud_van, papier_wijkt_af
from leerplicht_desktop.casework.verhoor.bijhouden import verhoor_bijhouden, zin_schrijven, zin_toevoegen
from leerplicht_desktop.casework.verhoor.oproep import Oproep, oproep_van, oproepen_voor
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stuk, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import MOEDER, SAMEN, VADER, begin_verhoor, vul_verhoor
from tests.store.world import StilleKlok

AAN_MOEDER: Json = naar_json(Ontvanger(("Mevrouw",), ("Kade 44",), "Geachte mevrouw", ("p-moeder",)))
DE_ANDER = Persoonskeuze(None, Rol.OUDER, "Iemand van buiten")


def _brief(kluis: SqlKluis, klok: StilleKlok, id_: str, dag: int, aan: Json = AAN_MOEDER) -> None:
    stuk = Stuk(
        id=id_,
        dossiers=SAMEN,
        soort=Documentsoort.OPROEP_VERHOOR,
        titel=f"Oproep {id_}",
        verzegeld_op=klok.nu().replace(day=dag),
        regime=Regime.WPG,
        inhoud_hash="a" * 64,
        bestand_hash="b" * 64,
        gegevens={"aan": aan},
    )
    kluis.doe(lambda work: work.zaakstukken.stukken.verzegel(stuk, b"%PDF-1.7"))


def _stap(kluis: SqlKluis, klok: StilleKlok, id_: str, soort: Stapsoort, dag: int, reden: str = "") -> None:
    wijze = Verzendwijze.POST if soort is Stapsoort.VERZONDEN else None
    aan = "mevrouw" if wijze else ""
    opgave = Stapopgave(soort, date(2026, 11, dag), aan=aan, wijze=wijze, reden=reden)
    kluis.doe(lambda work: stukstap_zetten(work, klok, id_, opgave))


def _oproepen(
    kluis: SqlKluis, wie: Persoonskeuze = MOEDER, dossiers: tuple[str, ...] = SAMEN
) -> tuple[Oproep, ...]:
    return kluis.bekijk(lambda kast: oproepen_voor(kast, dossiers, wie))


def test_the_newest_that_went_to_this_suspect_counts(kluis: SqlKluis, klok: StilleKlok) -> None:
    assert kluis.bekijk(lambda kast: oproep_van(kast, SAMEN, MOEDER)) is None
    for id_, dag in (("o-1", 9), ("o-2", 12), ("o-3", 16)):
        _brief(kluis, klok, id_, dag)
    _stap(kluis, klok, "o-1", Stapsoort.VERZONDEN, 10)
    _stap(kluis, klok, "o-2", Stapsoort.VERZONDEN, 13)
    assert [(een.id, een.naam, een.dag, een.verzonden, een.telt) for een in _oproepen(kluis)] == [
        ("o-3", "Oproep o-3", date(2026, 11, 16), None, False),
        ("o-2", "Oproep o-2", date(2026, 11, 12), date(2026, 11, 13), True),
        ("o-1", "Oproep o-1", date(2026, 11, 9), date(2026, 11, 10), True),
    ]
    assert kluis.bekijk(lambda kast: oproep_van(kast, SAMEN, MOEDER)) == date(2026, 11, 12)
    assert [len(_oproepen(kluis, dossiers=(id_,))) for id_ in SAMEN] == [3, 3]
    hearing = begin_verhoor(kluis, klok)
    begun = kluis.bekijk(lambda kast: kast.verhoor(hearing)).blad.verhoor
    assert begun.rechten_in_oproep_van == date(2026, 11, 12)


@pytest.mark.parametrize("wie", [VADER, DE_ANDER], ids=["vader", "niet in het register"])
def test_a_letter_to_somebody_else_is_shown_and_does_not_count(
    kluis: SqlKluis, klok: StilleKlok, wie: Persoonskeuze
) -> None:
    _brief(kluis, klok, "o-1", 9)
    _stap(kluis, klok, "o-1", Stapsoort.VERZONDEN, 10)
    assert [een.telt for een in _oproepen(kluis, wie)] == [False]
    assert kluis.bekijk(lambda kast: oproep_van(kast, SAMEN, wie)) is None


@pytest.mark.parametrize("aan", [None, "mevrouw", {"personen": 3}, ["p-moeder"]])
def test_a_letter_of_another_program_counts_for_nobody(kluis: SqlKluis, klok: StilleKlok, aan: Json) -> None:
    _brief(kluis, klok, "o-1", 9, aan)
    _stap(kluis, klok, "o-1", Stapsoort.VERZONDEN, 10)
    assert [een.telt for een in _oproepen(kluis)] == [False]


def test_a_text_that_changed_after_the_signed_print_is_told(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_verhoor(kluis, klok)
    vul_verhoor(kluis, klok, id_)

    def anders() -> bool:
        return kluis.bekijk(lambda kast: papier_wijkt_af(kast, id_))

    assert not anders()
    blad = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    regel = AfdrukRegel(id_, klok.nu(), "afgedrukt", "printer", 1, inhoud_van(blad))
    kluis.doe(lambda work: afdruk_vastleggen(work, regel))
    kluis.doe(lambda work: zin_toevoegen(work, klok, id_, antwoord=True))
    assert not anders()
    kluis.doe(lambda work: zin_schrijven(work, blad.zinnen[0].id, "Iets heel anders."))
    assert anders()
    ongetekend = replace(blad.verhoor, ondertekend=False, reden_niet_ondertekend="wil niet")
    kluis.doe(lambda work: verhoor_bijhouden(work, klok, ongetekend))
    assert not anders()


def _ander_woord(verhoor: Verhoor) -> Verhoor:
    return replace(verhoor, identiteit="aan de hand van een rijbewijs")


def _andere_verbetering(verhoor: Verhoor) -> Verhoor:
    return replace(verhoor, verbeteringen="Het was dinsdag.")


def _ander_begin(verhoor: Verhoor) -> Verhoor:
    return replace(verhoor, begin=verhoor.begin - timedelta(minutes=1))


@pytest.mark.parametrize("verander", [_ander_woord, _andere_verbetering, _ander_begin])
def test_every_word_of_the_paper_is_in_its_mark_but_the_signature(
    kluis: SqlKluis, klok: StilleKlok, verander: Callable[[Verhoor], Verhoor]
) -> None:
    id_ = begin_verhoor(kluis, klok)
    vul_verhoor(kluis, klok, id_)
    blad = kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    getekend = replace(blad.verhoor, ondertekend=None, reden_niet_ondertekend="kon niet")
    assert inhoud_van(replace(blad, verhoor=getekend)) == inhoud_van(blad)
    assert inhoud_van(replace(blad, verhoor=verander(blad.verhoor))) != inhoud_van(blad)
