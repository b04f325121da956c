"""R10: ten days of article 14 leave are a yearly total; above it the officer decides."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verlof.verlof import (
    Beslisser,
    Verlof,
    Verlofgrond,
    nooit_een_reden,
    reeds_verleend,
    verlof_14,
    verlofredenen,
)


@pytest.mark.parametrize(
    ("verleend", "gevraagd", "beslisser"),
    [
        (8, 3, Beslisser.LEERPLICHTAMBTENAAR),
        (8, 2, Beslisser.HOOFD),
        (0, 10, Beslisser.HOOFD),
        (0, 11, Beslisser.LEERPLICHTAMBTENAAR),
        (10, 1, Beslisser.LEERPLICHTAMBTENAAR),
        (11, 1, Beslisser.LEERPLICHTAMBTENAAR),
    ],
)
def test_the_yearly_total_decides_who_decides(verleend: int, gevraagd: int, beslisser: Beslisser) -> None:
    antwoord = verlof_14(verleend, gevraagd)
    assert (antwoord.beslisser, antwoord.totaal) == (beslisser, verleend + gevraagd)
    assert antwoord.hoofd_horen is (beslisser is Beslisser.LEERPLICHTAMBTENAAR)
    assert antwoord.uitleg.artikel == "artikel 14 lid 1 en 3 Leerplichtwet 1969"
    assert f"{verleend} + {gevraagd} = {verleend + gevraagd} dagen" in antwoord.uitleg.regel


@pytest.mark.parametrize(
    ("lesdagen", "gevraagd", "beslisser"),
    [
        (3, 6, Beslisser.HOOFD),
        (3, 7, Beslisser.NIEMAND),
        (3, 10, Beslisser.NIEMAND),
        (3, 11, Beslisser.LEERPLICHTAMBTENAAR),
        (1, 2, Beslisser.HOOFD),
        (1, 3, Beslisser.NIEMAND),
        (4, 8, Beslisser.HOOFD),
        (4, 9, Beslisser.NIEMAND),
        (5, 10, Beslisser.HOOFD),
    ],
)
def test_fewer_days_a_week_leave_days_for_which_the_law_names_nobody(
    lesdagen: int, gevraagd: int, beslisser: Beslisser
) -> None:
    antwoord = verlof_14(0, gevraagd, lesdagen_per_week=lesdagen)
    assert (antwoord.beslisser, antwoord.hoogstens) == (beslisser, 2 * lesdagen)
    assert ("Vraag je jurist" in antwoord.uitleg.regel) is (beslisser is Beslisser.NIEMAND)
    assert antwoord.hoofd_horen is (beslisser is Beslisser.LEERPLICHTAMBTENAAR)


def test_a_new_school_year_and_another_ground_have_their_own_count() -> None:
    verloven = [
        Verlof(Verlofgrond.GEWICHTIG, date(2027, 5, 24), date(2027, 6, 4), 8),
        Verlof(Verlofgrond.BEROEP, date(2026, 11, 2), date(2026, 11, 6), 5),
        Verlof(Verlofgrond.GEWICHTIG, date(2027, 8, 30), date(2027, 8, 30), 1),
    ]
    assert reeds_verleend(verloven, Verlofgrond.GEWICHTIG, date(2027, 7, 31)) == 8
    assert reeds_verleend(verloven, Verlofgrond.BEROEP, date(2027, 7, 31)) == 5
    assert reeds_verleend(verloven, Verlofgrond.GEWICHTIG, date(2027, 8, 1)) == 1


def test_afterwards_only_when_told_within_two_days() -> None:
    eerste = date(2026, 11, 2)
    assert not verlof_14(0, 2, eerste, date(2026, 11, 4)).te_laat
    laat = verlof_14(0, 2, eerste, date(2026, 11, 5))
    assert (laat.te_laat, laat.uiterlijk) == (True, date(2026, 11, 4))
    assert verlof_14(0, 2, eerste, eerste).uiterlijk is None
    vrijdag = date(2026, 9, 4)
    assert not verlof_14(0, 2, vrijdag, date(2026, 9, 7)).te_laat
    assert verlof_14(0, 2, vrijdag, date(2026, 9, 8)).te_laat
    assert "achteraf verlenen kan niet meer" in laat.uitleg.regel


def test_numbers_no_school_year_holds_are_refused() -> None:
    for veld, verleend, gevraagd in (("reeds_verleend", -1, 1), ("gevraagd", 0, 0), ("gevraagd", 0, 367)):
        with pytest.raises(DomainError) as fout:
            verlof_14(verleend, gevraagd)
        assert (fout.value.veld, fout.value.artikel) == (veld, "artikel 14 lid 1 en 3 Leerplichtwet 1969")
    for veld, tot, dagen in (
        ("tot", date(2026, 11, 1), 1),
        ("dagen", date(2026, 11, 2), 2),
        ("dagen", date(2026, 11, 2), 0),
        ("tot", date(2027, 8, 1), 5),
    ):
        with pytest.raises(DomainError) as fout:
            Verlof(Verlofgrond.GEWICHTIG, date(2026, 11, 2), tot, dagen)
        assert (fout.value.veld, fout.value.artikel) == (veld, "artikel 14 Leerplichtwet 1969")


@given(st.integers(0, 30), st.integers(1, 30), st.integers(1, 30))
def test_asking_in_two_parts_leads_to_the_same_decider(verleend: int, een: int, twee: int) -> None:
    assert verlof_14(verleend + een, twee).beslisser is verlof_14(verleend, een + twee).beslisser


def test_the_national_table_is_dated_reference_and_never_lists_a_holiday() -> None:
    tabel = {reden.sleutel: reden for reden in verlofredenen(date(2026, 11, 21))}
    assert tabel["overlijden_eerste_graad"].dagen == 5
    assert tabel["huwelijk_buitenland"].bewijs.startswith("trouwkaart")
    assert all(reden.dagen <= 10 for reden in tabel.values())
    assert tabel["verhuizing"].uitleg.wetsversie.endswith("geldig vanaf 21-06-2012")
    assert verlofredenen(date(2012, 6, 20)) == ()
    assert "wereldreis" in nooit_een_reden(date(2026, 11, 21))
