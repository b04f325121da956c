"""Ready to leave: each thing that is missing is enough for no, and has its own remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.laptop.gereed import (
    LAAGSTE_ACCU,
    LAAGSTE_VRIJ,
    Gereedstand,
    gereedstand,
    ontbreekt,
)
from leerplicht_desktop.casework.ports.toestel import ONBEKEND, Toestel
from leerplicht_desktop.casework.queries.caseload import SyncBeeld
from leerplicht_desktop.casework.taak.maken import taak_maken
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

DAG = date(2026, 12, 1)
SYNC = SyncBeeld(
    te_verzenden=0,
    afgewezen=0,
    laatst=datetime(2026, 12, 1, 7, 12, tzinfo=UTC),
    ontvangen=12,
    gemeente="Demostad",
    ambtenaar="N. Hendriks",
)
GOED = Gereedstand(DAG, SYNC, 20, 3, Toestel(80, False, 5_000_000_000, True))


def _sync(**anders: Any) -> Gereedstand:
    return replace(GOED, sync=replace(SYNC, **anders))


def _toestel(**anders: Any) -> Gereedstand:
    return replace(GOED, toestel=replace(GOED.toestel, **anders))


MIST = {
    "never fetched": (_sync(laatst=None), "Dossiers", "nog niets opgehaald"),
    "of yesterday": (_sync(laatst=datetime(2026, 11, 30, 16, 4, tzinfo=UTC)), "Dossiers", "gisteren 17:04"),
    "of last week": (_sync(laatst=datetime(2026, 11, 24, 16, 4, tzinfo=UTC)), "Dossiers", "7 dagen geleden"),
    # A quarter past midnight in the Netherlands is still the evening before in Greenwich.
    "of just before midnight": (
        _sync(laatst=datetime(2026, 11, 30, 22, 59, tzinfo=UTC)),
        "Dossiers",
        "gisteren 23:59",
    ),
    "one thing unsent": (_sync(te_verzenden=1), "Werk", "1 ding staat alleen op deze laptop"),
    "things unsent": (_sync(te_verzenden=4), "Werk", "4 dingen staan alleen op deze laptop"),
    "something refused": (_sync(afgewezen=2), "Werk", "2 dingen zijn niet aangenomen"),
    "unreadable": (_sync(terzijde=("taak",)), "Dossiers", "1 gegeven van de gemeente kon niet"),
    "unreadable, newer": (_sync(terzijde=("taak", ""), bijwerken=True), "Dossiers", "2 gegevens"),
    "no numbers": (replace(GOED, nummers=0), "Nummers", "geen nummer"),
    "a broken form": (replace(GOED, formulierfouten=("waarschuwing.toml: fout",)), "Formulieren", "fout"),
    "battery low": (_toestel(accu=LAAGSTE_ACCU - 1), "Accu", "39 procent"),
    "disk full": (_toestel(vrij=LAAGSTE_VRIJ - 1), "Schijf", "499 MB"),
    "no printer": (_toestel(printer=False), "Printer", "geen printer"),
}


def test_nothing_missing_is_go() -> None:
    assert ontbreekt(GOED) == ()


@pytest.mark.parametrize("naam", MIST)
def test_each_thing_alone_is_no_go_with_a_remedy(naam: str) -> None:
    stand, wat, zin = MIST[naam]
    (punt,) = ontbreekt(stand)
    assert punt.naam == wat
    assert zin in punt.zin
    assert punt.remedie.endswith(".")
    assert (punt.scherm == "synchronisatie") == (wat in {"Dossiers", "Werk", "Nummers"})


@pytest.mark.parametrize(
    "stand",
    [
        _toestel(accu=None),
        _toestel(accu=LAAGSTE_ACCU),
        _toestel(accu=3, laadt=True),
        _toestel(vrij=None),
        _toestel(vrij=LAAGSTE_VRIJ),
        _toestel(printer=None),
        replace(GOED, toestel=ONBEKEND.nu()),
        _sync(laatst=datetime(2026, 11, 30, 23, 0, tzinfo=UTC)),  # midnight here
    ],
)
def test_what_is_enough_or_unknown_is_no_point(stand: Gereedstand) -> None:
    assert ontbreekt(stand) == ()


@given(st.sets(st.sampled_from(sorted(set(MIST) - {"never fetched", "of last week", "things unsent"}))))
def test_points_never_hide_each_other(missing: set[str]) -> None:
    """However many are missing at once, each kind stands there."""
    stand = GOED
    for name in missing:
        other = MIST[name][0]
        for part in ("sync", "toestel"):
            mine, good, bad = getattr(stand, part), getattr(GOED, part), getattr(other, part)
            changed = {n: getattr(bad, n) for n in bad.__slots__ if getattr(bad, n) != getattr(good, n)}
            stand = replace(stand, **{part: replace(mine, **changed)})
        if other.nummers != GOED.nummers:
            stand = replace(stand, nummers=other.nummers)
        if other.formulierfouten:
            stand = replace(stand, formulierfouten=other.formulierfouten)
    assert {punt.naam for punt in ontbreekt(stand)} == {MIST[name][1] for name in missing}


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def test_it_is_read_from_the_vault(wereld: Wereld) -> None:
    vandaag = wereld.klok.vandaag()
    toestel = Toestel(55, True, 1_000, False)
    wereld.doe(lambda work: taak_maken(work, wereld.klok, DRIELING[:1], "Bel", vandaag))
    stand = wereld.doe(lambda work: gereedstand(work, vandaag, toestel, ["kapot"]))
    assert (stand.taken, stand.toestel, stand.formulierfouten) == (1, toestel, ("kapot",))
    assert stand.sync.te_verzenden == 1
    assert stand.nummers == wereld.doe(lambda work: work.zaakstukken.nummers.over(vandaag.year))
