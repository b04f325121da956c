"""The life of a sealed document (4.9): any row of steps the rules let through keeps what they promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import (
    Afdoening,
    Stand,
    Stapsoort,
    Stuk,
    Stukstap,
    Verzendwijze,
    eis_stap,
    is_afschrift,
    mogelijke_stappen,
    stand,
)
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

NU = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def _stuk(soort: Documentsoort) -> Stuk:
    return Stuk("s", ("d",), soort, "Titel", NU, Regime.WPG, "a" * 64, "b" * 64)


def _stap(soort: Stapsoort, dagen: int = 0) -> Stukstap:
    moment = NU + timedelta(days=dagen)
    return Stukstap(
        id=f"t-{dagen}",
        stuk="s",
        dossiers=("d",),
        soort=soort,
        datum=in_nederland(moment).date(),
        gezet_op=moment,
        plaats="Demostad",
        aan="parket",
        wijze=Verzendwijze.POST,
        bijlage="b",
        afdoening=Afdoening.SEPOT,
        reden="omdat",
    )


@given(
    st.sampled_from([Documentsoort.PROCES_VERBAAL, Documentsoort.WAARSCHUWING]),
    st.lists(st.sampled_from(Stapsoort), max_size=12),
)
def test_the_rules_hold_in_any_order(soort: Documentsoort, pogingen: list[Stapsoort]) -> None:
    stuk, stappen = _stuk(soort), list[Stukstap]()
    for dag, poging in enumerate(pogingen):
        if poging in mogelijke_stappen(soort, stappen):
            eis_stap(stuk, stappen, _stap(poging, dag))
            stappen.append(_stap(poging, dag))
            continue
        with pytest.raises(DomainError, match="soort"):
            eis_stap(stuk, stappen, _stap(poging, dag))
    gezet = [stap.soort for stap in stappen]
    assert gezet.count(Stapsoort.ONDERTEKEND) <= 1
    if soort is Documentsoort.PROCES_VERBAAL and Stapsoort.VERZONDEN in gezet:
        assert gezet.index(Stapsoort.ONDERTEKEND) < gezet.index(Stapsoort.VERZONDEN)
    if Stapsoort.NIET_VERZONDEN in gezet:
        na = gezet[gezet.index(Stapsoort.NIET_VERZONDEN) + 1 :]
        assert set(na) <= {Stapsoort.SCAN}
    if Stapsoort.ONDERTEKEND in gezet:
        assert stand(stappen) is not Stand.GEREED


def test_an_unsigned_letter_may_go_an_unsigned_proces_verbaal_may_not() -> None:
    eis_stap(_stuk(Documentsoort.WAARSCHUWING), (), _stap(Stapsoort.VERZONDEN))
    with pytest.raises(DomainError, match="Sv 153"):
        eis_stap(_stuk(Documentsoort.PROCES_VERBAAL), (), _stap(Stapsoort.VERZONDEN))


def test_a_step_cannot_lie_before_the_one_before_it() -> None:
    eerst = _stap(Stapsoort.ONDERTEKEND, 3)
    with pytest.raises(DomainError) as refused:
        eis_stap(_stuk(Documentsoort.PROCES_VERBAAL), (eerst,), _stap(Stapsoort.VERZONDEN, 2))
    assert refused.value.veld == "datum"
    eis_stap(_stuk(Documentsoort.PROCES_VERBAAL), (eerst,), _stap(Stapsoort.SCAN, 2))


def test_a_stack_of_outcomes_ends_at_the_last() -> None:
    stappen = (_stap(Stapsoort.ONDERTEKEND), _stap(Stapsoort.VERZONDEN, 1), _stap(Stapsoort.TERUGGESTUURD, 2))
    assert stand(stappen) is Stand.TERUGGESTUURD
    assert Stapsoort.VERZONDEN in mogelijke_stappen(Documentsoort.PROCES_VERBAAL, stappen)
    assert stappen[0].datum == date(2026, 11, 21)


def test_r15_a_proces_verbaal_is_not_signed_without_the_scan_a_letter_may_be() -> None:
    zonder = replace(_stap(Stapsoort.ONDERTEKEND), bijlage=None)
    with pytest.raises(DomainError) as refused:
        eis_stap(_stuk(Documentsoort.PROCES_VERBAAL), (), zonder)
    assert refused.value.veld == "bijlage"
    eis_stap(_stuk(Documentsoort.WAARSCHUWING), (), zonder)


def test_a_copy_to_the_raad_does_not_undo_where_it_stands() -> None:
    """R21: the copy goes after the document itself; a document that came back is sent anew."""
    weg = (_stap(Stapsoort.ONDERTEKEND), _stap(Stapsoort.VERZONDEN, 1))
    assert not is_afschrift(weg[:1])
    for soort, plek in (
        (Stapsoort.ONTVANGEN, Stand.ONTVANGEN),
        (Stapsoort.AFDOENING, Stand.AFGEDAAN),
        (Stapsoort.SCAN, Stand.VERZONDEN),
    ):
        stappen = (*weg, _stap(soort, 2))
        assert is_afschrift(stappen)
        eis_stap(_stuk(Documentsoort.PROCES_VERBAAL), stappen, _stap(Stapsoort.VERZONDEN, 3))
        assert stand((*stappen, _stap(Stapsoort.VERZONDEN, 3))) is plek
    terug = (*weg, _stap(Stapsoort.TERUGGESTUURD, 2))
    assert not is_afschrift(terug)
    assert stand((*terug, _stap(Stapsoort.VERZONDEN, 3))) is Stand.VERZONDEN


@pytest.mark.parametrize(("dagen", "veld"), [(1, "datum"), (-1, "datum"), (0, None)])
def test_a_step_lies_between_the_seal_and_the_day_it_is_written_down(dagen: int, veld: str | None) -> None:
    stuk = _stuk(Documentsoort.WAARSCHUWING)
    zet = replace(_stap(Stapsoort.VERZONDEN), datum=in_nederland(NU).date() + timedelta(days=dagen))
    if veld is None:
        eis_stap(stuk, (), zet)
        return
    with pytest.raises(DomainError) as fout:
        eis_stap(stuk, (), zet)
    assert fout.value.veld == veld
