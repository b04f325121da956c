"""The rule in a warning: the duty of each reported day, for the reader of the letter (R07)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.casework.brief.overtreden_regel import overtreden_regel
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, SchoolBeeld
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR

JUNI, SEPTEMBER = date(2026, 6, 29), date(2026, 8, 17)
SCHOOL = SchoolBeeld("S", "99ZZ", "00", "", "", "", "VO", "midden")


@pytest.fixture
def beeld(kluis: SqlKluis) -> DossierBeeld:
    gevonden = kluis.lees(lambda caseload: caseload.dossier(FLEUR))
    assert gevonden is not None
    return replace(gevonden, school=SCHOOL)


def zaak(beeld: DossierBeeld, geboren: str, *dagen: date) -> DossierBeeld:
    melding = replace(beeld.meldingen[0], dagen=tuple((dag, 3.0) for dag in dagen))
    return replace(beeld, jongere=replace(beeld.jongere, geboren=geboren), meldingen=(melding,))


@pytest.mark.parametrize(
    ("geboren", "jongere", "plaats"),
    [
        ("20120503", False, ["artikel 2, eerste lid"]),
        ("20120503", True, ["artikel 2, derde lid"]),
        ("20090101", False, ["artikel 4a, eerste lid"]),
        ("20090101", True, ["artikel 4c, eerste lid"]),
        ("20090915", False, ["artikel 2, eerste lid", "artikel 4a, eerste lid"]),
        ("20090915", True, ["artikel 2, derde lid", "artikel 4c, eerste lid"]),
    ],
)
def test_the_duty_of_each_day_decides(
    beeld: DossierBeeld, geboren: str, jongere: bool, plaats: list[str]
) -> None:
    """Born 15-09-2009: leerplicht until 31-07-2026, kwalificatieplicht from the day after."""
    regel = overtreden_regel(zaak(beeld, geboren, JUNI, SEPTEMBER), jongere=jongere)
    gevonden = [deel.partition(", van de Leerplichtwet 1969)")[0] for deel in regel.split(" (")[1:]]
    assert gevonden == plaats
    assert regel.startswith(("zorgt een ouder", "gaat een jongere", "volgt een jongere"))


@pytest.mark.parametrize(
    ("geboren", "jongere"),
    [
        ("20160412", True),
        ("20140801", True),
        ("20080101", False),
        ("00000000", False),
        ("20080000", False),
        ("", False),
    ],
    ids=["under twelve", "twelve on one day only", "eighteen", "unknown", "only the year", "nothing"],
)
def test_no_rule_is_guessed(beeld: DossierBeeld, geboren: str, jongere: bool) -> None:
    assert overtreden_regel(zaak(beeld, geboren, JUNI, SEPTEMBER), jongere=jongere) == ""


def test_without_a_reported_day_the_officer_writes_it(beeld: DossierBeeld) -> None:
    assert overtreden_regel(zaak(beeld, "20120503"), jongere=False) == ""
    assert overtreden_regel(replace(beeld, meldingen=()), jongere=False) == ""
