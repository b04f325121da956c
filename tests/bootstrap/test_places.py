"""A lock or a crash leads back to where the officer was, and where he came from."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.places import close_kluis, read_places, remember_places
from leerplicht_desktop.casework.ports.kluis import KluisToestand
from leerplicht_desktop.casework.problems import KluisProblem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok

NU = Werkplek("verhoor", "v-1", "identiteit", 7, "zoekt nu")
VORIGE = Werkplek("taken", "t-2", "toelichting", -1, "zocht toen")


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[SqlKluis]:
    made = opened_vault(tmp_path / "kluis", StilleKlok())
    yield made
    made.sluit()


def test_both_places_come_back_with_every_part(kluis: SqlKluis) -> None:
    assert kluis.doe(read_places) == (Werkplek("vandaag"), None)
    kluis.doe(lambda work: remember_places(work, (NU, VORIGE)))
    assert kluis.doe(read_places) == (NU, VORIGE)


def test_coming_from_nowhere_leaves_the_way_back_as_it_was(kluis: SqlKluis) -> None:
    kluis.doe(lambda work: remember_places(work, (NU, VORIGE)))
    kluis.doe(lambda work: remember_places(work, (VORIGE, None)))
    assert kluis.doe(read_places) == (VORIGE, VORIGE)


@pytest.mark.parametrize("plekken", [(NU, VORIGE), None])
def test_closing_keeps_the_place_and_locks(
    kluis: SqlKluis, plekken: tuple[Werkplek, Werkplek] | None
) -> None:
    close_kluis(kluis, plekken)
    assert kluis.toestand() is not KluisToestand.OPEN
    close_kluis(kluis, (VORIGE, NU))
    assert kluis.toestand() is not KluisToestand.OPEN


class _Vol(SqlKluis):
    """A vault whose disk is full at the moment it is closed."""

    def duurzaam(self) -> None:
        """The disk is full."""
        raise KluisProblem


def test_a_full_disk_at_closing_still_forgets_the_key(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    vol = opened_vault(tmp_path / "kluis", StilleKlok(), soort=_Vol)
    with caplog.at_level(logging.WARNING, "leerplicht.program"):
        close_kluis(vol, (NU, VORIGE))
    assert vol.toestand() is not KluisToestand.OPEN
    assert caplog.messages == ["closing: KluisProblem"]
