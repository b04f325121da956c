"""Hours per week from the reports: each day once, one unit, holidays told apart from weeks at school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leerplicht_desktop.casework.brief.verzuimweken import eenheid_van, gemelde_periode, verzuimweken
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, SchoolBeeld
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR


def melding(
    beeld: MeldingBeeld, soort: str, *dagen: tuple[date, float], eenheid: str = "lesuur"
) -> MeldingBeeld:
    return replace(beeld, soort=soort, dagen=dagen, eenheid=eenheid)


@pytest.fixture
def beeld(kluis: SqlKluis) -> DossierBeeld:
    gevonden = kluis.lees(lambda caseload: caseload.dossier(FLEUR))
    assert gevonden is not None
    school = SchoolBeeld("S", "99ZZ", "00", "", "", "", "VO", "midden")
    return replace(gevonden, school=school)


def met(beeld: DossierBeeld, *meldingen: MeldingBeeld) -> DossierBeeld:
    return replace(beeld, meldingen=meldingen)


def test_a_day_counts_once_and_certain_beats_open(beeld: DossierBeeld) -> None:
    basis = beeld.meldingen[0]
    maandag, dinsdag, volgende = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 16)
    weken = verzuimweken(
        met(
            beeld,
            melding(basis, "16UUR", (maandag, 3), (dinsdag, 2.5)),
            melding(basis, "LUXE", (maandag, 5)),
            melding(basis, "OVERIG", (maandag, 7), (volgende, 4)),
            melding(basis, "16UUR", (dinsdag, 6), eenheid="klokuur"),
        ),
        maandag,
        volgende,
    )
    assert [(week.maandag, week.zonder_reden, week.nog_open) for week in weken] == [
        (maandag, Decimal("7.5"), Decimal(0)),
        (volgende, Decimal(0), Decimal(4)),
    ]


def test_only_the_days_of_the_period_count(beeld: DossierBeeld) -> None:
    basis = beeld.meldingen[0]
    dagen = ((date(2026, 11, 9), 3), (date(2026, 11, 11), 4), (date(2026, 11, 13), 5))
    (week,) = verzuimweken(met(beeld, melding(basis, "LRV", *dagen)), date(2026, 11, 10), date(2026, 11, 12))
    assert week.zonder_reden == 4


def test_a_holiday_is_told_unless_hours_were_reported(beeld: DossierBeeld) -> None:
    basis, herfst = beeld.meldingen[0], date(2026, 10, 19)
    leeg = verzuimweken(met(beeld, melding(basis, "LRV")), date(2026, 10, 12), date(2026, 10, 26))
    assert [week.vakantie for week in leeg].count(True) == 1
    vrij = next(week.maandag for week in leeg if week.vakantie)
    (toch,) = verzuimweken(met(beeld, melding(basis, "LRV", (vrij, 2))), vrij, vrij)
    assert not toch.vakantie
    assert herfst <= vrij


def test_the_period_is_the_last_eight_weeks(beeld: DossierBeeld) -> None:
    basis = beeld.meldingen[0]
    assert gemelde_periode(()) is None
    assert gemelde_periode((melding(basis, "LRV"),)) is None
    lang = melding(basis, "LRV", (date(2026, 6, 1), 3), (date(2026, 11, 18), 3))
    assert gemelde_periode((lang,)) == (date(2026, 9, 28), date(2026, 11, 18))
    kort = melding(basis, "LRV", (date(2026, 11, 10), 3), (date(2026, 11, 18), 3))
    assert gemelde_periode((kort,)) == (date(2026, 11, 10), date(2026, 11, 18))


@pytest.mark.parametrize(("eenheid", "woord"), [("klokuur", "klokuren"), ("lesuur", "lesuren"), ("", "uren")])
def test_the_word_for_the_unit(beeld: DossierBeeld, eenheid: str, woord: str) -> None:
    assert eenheid_van((melding(beeld.meldingen[0], "LRV", eenheid=eenheid),)) == woord
