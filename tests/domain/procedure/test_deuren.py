"""Every door: its questions hang together, no answer makes it fall, and it follows the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.procedure.deuren import DEUREN, deur_van
from leerplicht_desktop.domain.procedure.oordeel import Oordeel, Zaakfeiten
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Vraag, Vraagsoort, Waarde
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

DAG = date(2026, 11, 24)
S = Proceduresoort
AFGELEID = {"beslist", "rooster", "kwalificatieplichtig", "na_begin"}
each = pytest.mark.parametrize("soort", list(DEUREN))


def feiten(geboren: date = date(2012, 3, 1), dagen: int = 2) -> Zaakfeiten:
    gemist = tuple(date(2026, 11, 16) + timedelta(days=n) for n in range(dagen))
    uren = tuple(Verzuimdag(dag, Decimal(7), "lesuur") for dag in gemist)
    return Zaakfeiten(Jongere(geboren, regiokalender(Regio.MIDDEN)), DAG, dagen=uren, luxedagen=gemist)


def oordeel(soort: Proceduresoort, **antwoorden: Waarde) -> Oordeel:
    return deur_van(soort).oordeel(antwoorden, feiten())


def oordeel_van(soort: Proceduresoort, geboren: date, antwoorden: Mapping[str, Waarde]) -> Oordeel:
    return deur_van(soort).oordeel(antwoorden, feiten(geboren))


@each
def test_its_questions_hang_together(soort: Proceduresoort) -> None:
    vragen = deur_van(soort).vragen(DAG)
    namen = [vraag.naam for vraag in vragen]
    assert len(set(namen)) == len(namen)
    for plaats, vraag in enumerate(vragen):
        assert {naam for naam, _ in vraag.bij} <= set(namen[:plaats]) | AFGELEID
        assert bool(vraag.keuzes) is (vraag.soort is Vraagsoort.KEUZE)
        assert vraag.label.endswith("?") or "?" in vraag.label or vraag.label[0].isupper()
    assert vragen[0].kop
    assert oordeel(soort).kop


def _waarde(vraag: Vraag) -> st.SearchStrategy[Waarde]:
    mogelijk: dict[Vraagsoort, st.SearchStrategy[Waarde]] = {
        Vraagsoort.DAG: st.dates(date(2024, 1, 1), date(2027, 6, 1)).map(date.isoformat),
        Vraagsoort.GETAL: st.integers(0, 400),
        Vraagsoort.JA_NEE: st.booleans(),
        Vraagsoort.KEUZE: st.sampled_from([sleutel for sleutel, _ in vraag.keuzes] or [""]),
        Vraagsoort.TEKST: st.sampled_from(["", "tekst"]),
        Vraagsoort.REGEL: st.sampled_from(["", "regel"]),
    }
    return st.none() | mogelijk[vraag.soort]


@each
@given(data=st.data())
def test_no_answer_makes_it_fall(soort: Proceduresoort, data: st.DataObject) -> None:
    deur = deur_van(soort)
    gegeven: Mapping[str, Waarde] = {
        vraag.naam: data.draw(_waarde(vraag), label=vraag.naam) for vraag in deur.vragen(DAG)
    }
    try:
        gevonden = deur.oordeel(gegeven, feiten())
        namen = {vraag.naam for vraag in deur.gestelde(gegeven, feiten())}
    except DomainError:
        return  # told at its question
    assert {naam for naam, _ in gevonden.beletsel} <= namen
    assert gevonden.kop.endswith((".", "?"))
    if gevonden.brief is not None:
        assert gevonden.brief.naam(DAG)


@pytest.mark.parametrize(
    ("antwoorden", "kop", "brief"),
    [
        ({"grond": "12", "van": "2026-09-04", "ontvangen_op": "2026-09-07"}, "op tijd", None),
        ({"grond": "12", "van": "2026-09-04", "ontvangen_op": "2026-09-08"}, "te laat", None),
        (
            {"grond": "12", "van": "2026-09-04", "ontvangen_op": "2026-09-04", "melder": "jongere zelf"},
            "niet door de juiste persoon",
            None,
        ),
        ({"grond": "13", "van": "2026-09-07", "ontvangen_op": "2026-09-05"}, "op tijd", None),
        ({"grond": "13", "van": "2026-09-07", "ontvangen_op": "2026-09-06"}, "te laat", None),
        (
            {"grond": "14", "van": "2026-11-23", "tot": "2026-12-04"},
            "het hoofd beslist",
            Documentsoort.BERICHT_SCHOOL,
        ),
        ({"grond": "14", "van": "2026-11-23", "tot": "2026-12-07"}, "jij beslist", None),
        ({"grond": "14", "van": "2026-11-23", "tot": "2026-11-23", "eerder_dagen": 10}, "jij beslist", None),
    ],
)
def test_leave(antwoorden: dict[str, Waarde], kop: str, brief: Documentsoort | None) -> None:
    gevonden = oordeel(S.VERLOF, **antwoorden)
    assert kop in gevonden.kop
    assert gevonden.brief is brief


def test_between_the_pro_rata_part_and_ten_days_the_law_names_nobody() -> None:
    gevonden = oordeel_van(
        S.VERLOF,
        date(2010, 3, 1),
        {"grond": "14", "van": "2026-11-23", "tot": "2026-12-01", "lesdagen_per_week": 3},
    )
    assert "Vraag je jurist" in gevonden.kop
    assert gevonden.brief is None


RICHTING: dict[str, Waarde] = {"grond": "5 onder b", "ontvangen_op": "2026-06-10"}


@pytest.mark.parametrize(
    ("extra", "uitkomst", "brief"),
    [
        ({}, "niet te zeggen", False),
        ({"eerste": True}, "voldoet niet", True),
        ({"eerste": True, "uitzondering": "verhuisd"}, "niet te zeggen", False),
        ({"eerste": False, "eerdere_geldig": True}, "voldoet", True),
        ({"eerste": False, "eerdere_geldig": False}, "voldoet niet", True),
    ],
)
def test_an_appeal_is_never_granted(extra: dict[str, Waarde], uitkomst: str, brief: bool) -> None:
    gevonden = oordeel(S.VRIJSTELLING, **RICHTING, **extra)
    assert gevonden.kop == f"Beroep op artikel 5 onder b: {uitkomst}."
    assert gevonden.brief is (Documentsoort.REACTIE_VRIJSTELLING if brief else None)
    assert gevonden.bijdrage.vrijgesteld is (uitkomst == "voldoet")


def test_3b_hears_its_own_parties_before_the_decision() -> None:
    vraag: dict[str, Waarde] = {
        "grond": "3b",
        "ontvangen_op": "2026-11-20",
        "vanaf": "2026-12-01",
        "besluit": "toegewezen",
        "besluit_op": "2026-11-24",
        "afweging": "Het past.",
    }
    beletsel = dict(oordeel_van(S.VERVANGEND, date(2011, 3, 1), vraag).beletsel)
    assert [naam for naam in beletsel if "gehoord" in naam] == [f"3b_gehoord_{n}" for n in range(5)]
    gehoord: dict[str, Waarde] = {f"3b_gehoord_{n}": "2026-11-23" for n in range(4)}
    af = oordeel_van(
        S.VERVANGEND, date(2011, 3, 1), {**vraag, **gehoord, "3b_reden_4": "Niemand is betrokken."}
    )
    assert (af.beletsel, af.brief) == ((), Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT)
    assert [een.wat for een in af.taken] == ["Stuur het afschrift naar de ouders"]


def test_3a_asks_agreement_of_the_bevoegd_gezag() -> None:
    vraag: dict[str, Waarde] = {
        "grond": "3a",
        "ontvangen_op": "2026-11-20",
        "vanaf": "2026-12-01",
        "besluit": "toegewezen",
        "besluit_op": "2026-11-24",
        "afweging": "Het past.",
        **{f"3a_gehoord_{n}": "2026-11-23" for n in range(3)},
    }
    assert [naam for naam, _ in oordeel(S.VERVANGEND, **vraag).beletsel] == ["overeenstemming_op"]
    assert oordeel(S.VERVANGEND, **vraag, overeenstemming_op="2026-11-22").beletsel == ()


def test_absoluut_counts_each_day_up_to_the_day_of_asking() -> None:
    vraag: dict[str, Waarde] = {"geraadpleegd_op": "2026-11-13", "uitkomst": "geen", "vanaf": "2026-09-01"}
    gevonden = oordeel(S.INSCHRIJVING, **vraag)
    assert gevonden.zinnen[0].tekst.startswith("01-09-2026 tot en met 13-11-2026: 74 dagen leerplicht")
    assert gevonden.bijdrage.absoluut_sinds == date(2026, 9, 1)
    later = oordeel(S.INSCHRIJVING, **{**vraag, "vanaf": "2026-11-14"})
    assert [naam for naam, _ in later.beletsel] == ["vanaf"]
    vrij = oordeel(S.INSCHRIJVING, **vraag, vrijgesteld_van="2026-08-01", vrijgesteld_tot="2027-07-31")
    assert vrij.bijdrage.absoluut_sinds is None
    weer = oordeel(S.INSCHRIJVING, **vraag, ingeschreven_op="2026-11-01")
    assert (weer.klaar, weer.bijdrage.absoluut_sinds) == (True, None)


def test_meldcode_goes_in_order_and_acute_goes_first() -> None:
    assert oordeel(S.MELDCODE, acuut=True).kop == "Acuut onveilig: meld nu bij Veilig Thuis."
    assert oordeel(S.MELDCODE, acuut=True).brief is Documentsoort.ZORGMELDING
    een: dict[str, Waarde] = {"acuut": False, "stap_1_op": "2026-11-20"}
    assert oordeel(S.MELDCODE, **een).kop == "Volgende stap: collega of Veilig Thuis geraadpleegd."
    with pytest.raises(DomainError):
        oordeel(S.MELDCODE, acuut=False, stap_2_op="2026-11-20")
    over = oordeel(
        S.MELDCODE, **een, stap_2_op="2026-11-20", onveilig="Vader dreigt.", stap_4_op="2026-11-23"
    )
    assert "beslist" in over.kop
    gemeld = oordeel(S.MELDCODE, **een, melden=True, gemeld_op="2026-11-24")
    assert [(taak.wat, taak.uiterlijk) for taak in gemeld.taken] == [
        ("Vraag Veilig Thuis wat er met de melding gebeurt", date(2026, 12, 1))
    ]


def _luxe(dagen: int, **antwoorden: Waarde) -> Oordeel:
    return deur_van(S.LUXE).oordeel(antwoorden, feiten(dagen=dagen))


def test_one_day_the_first_time_is_a_warning_and_more_needs_a_reason() -> None:
    een = _luxe(1, eerste_keer=True)
    assert een.kop == "Luxeverzuim, 1 schooldag: waarschuwing."
    toch: dict[str, Waarde] = {"keuze": "proces_verbaal", "gekozen_op": "2026-11-24"}
    assert [naam for naam, _ in _luxe(1, eerste_keer=True, **toch).beletsel] == ["reden"]
    assert _luxe(1, eerste_keer=True, **toch, reden="De derde zus.").beletsel == ()
    assert _luxe(2, eerste_keer=True, **toch).beletsel == ()
    waarschuwing = _luxe(1, eerste_keer=True, keuze="waarschuwing", gekozen_op="2026-11-24")
    assert waarschuwing.brief is Documentsoort.WAARSCHUWING
    assert _luxe(0).kop.startswith("Er is geen luxeverzuim gemeld")


@pytest.mark.parametrize(("dag", "geldt"), [("2026-11-15", True), ("2026-11-16", False)])
def test_the_school_told_it_before_the_absence(dag: str, geldt: bool) -> None:
    gevonden = _luxe(2, eerste_keer=True, aangekondigd=True, hoe="nieuwsbrief", wanneer=dag)
    assert (gevonden.beletsel == ()) is geldt


HALT: dict[str, Waarde] = {
    "uit_zichzelf": True,
    "eerder": False,
    "problemen": False,
    "aangeboden_op": "2026-11-20",
    "jongere_akkoord": True,
    "ouders_akkoord": True,
    "verwezen": True,
    "verwezen_op": "2026-11-24",
}


def test_halt_counts_the_reported_hours_and_asks_every_signature() -> None:
    goed = oordeel(S.HALT, **HALT)
    assert (goed.beletsel, goed.brief) == ((), Documentsoort.HALT_VERWIJZING)
    assert goed.zinnen[0].tekst == "Gemeld verzuim in 2026-2027: 14 lesuren."
    assert goed.brief_waarden["omvang"] == "14 lesuren verzuim"
    for anders in ({"ouders_akkoord": False}, {"eerder": True}, {"jongere_akkoord": None}):
        tegen = oordeel(S.HALT, **{**HALT, **anders})
        assert (tegen.beletsel[0][0], tegen.brief) == ("verwezen", None)
    assert oordeel(S.HALT, **{**HALT, "aangeboden_op": None}).beletsel[0][0] == "aangeboden_op"
    weinig = deur_van(S.HALT).oordeel(HALT, feiten(dagen=1))
    assert "Minder dan 9 uur" in weinig.zinnen[1].tekst


@pytest.mark.parametrize(("eerste", "telt"), [(date(2026, 7, 31), False), (date(2026, 8, 1), True)])
def test_halt_counts_one_school_year(eerste: date, telt: bool) -> None:
    basis = feiten(dagen=1)
    dagen = (Verzuimdag(eerste, Decimal(6), "lesuur"), *basis.dagen)
    gevonden = deur_van(S.HALT).oordeel(HALT, replace(basis, dagen=dagen))
    assert gevonden.zinnen[0].tekst.endswith("13 lesuren." if telt else " 7 lesuren.")
    assert (gevonden.brief is not None) is telt


def test_halt_adds_no_lessons_to_clock_hours() -> None:
    """Six of each reach no line of nine, and both are told."""
    basis = feiten(dagen=0)
    dagen = (Verzuimdag(DAG, Decimal(6), "lesuur"), Verzuimdag(DAG, Decimal(6), "klokuur"))
    gevonden = deur_van(S.HALT).oordeel(HALT, replace(basis, dagen=dagen))
    assert gevonden.zinnen[0].tekst == "Gemeld verzuim in 2026-2027: 6 klokuren en 6 lesuren."
    assert gevonden.brief is None


@pytest.mark.parametrize(("eerder", "zelfde_jaar"), [(date(2026, 7, 31), False), (date(2026, 8, 1), True)])
def test_luxe_tests_one_school_year_and_tells_of_those_before(eerder: date, zelfde_jaar: bool) -> None:
    basis = feiten(dagen=1)
    met = replace(basis, luxedagen=(eerder, *basis.luxedagen))
    gevonden = deur_van(S.LUXE).oordeel({"eerste_keer": True}, met)
    assert ("2 schooldagen" in gevonden.kop) is zelfde_jaar
    assert ("eerste_keer" in dict(gevonden.beletsel)) is not zelfde_jaar
    niet = deur_van(S.LUXE).oordeel({"eerste_keer": False}, met)
    assert "eerste_keer" not in dict(niet.beletsel)
