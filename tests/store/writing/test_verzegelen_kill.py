"""kill -9 in the middle of sealing: each document is wholly sealed or wholly a concept."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leerplicht_desktop.store.kluis.connection import Access, Role
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import bezoek, geef_nummers, verhoor, zaak
from tests.store.world import WACHTZIN, StilleKlok, say_why, vault

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_seal_is_whole_or_not_there(kluis: SqlKluis, map_: Path, klok: StilleKlok, seed: int) -> None:
    zaak(kluis)
    geef_nummers(kluis, 101, 900)
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    kluis.sluit()
    said = _killed(map_, random.Random(seed).uniform(0.05, 0.6))
    again = vault(map_, klok)
    again.ontgrendel(WACHTZIN)
    access = again._here().session.access(Role.READ)
    sealed = {row["nummer"]: row["id"] for row in access.rows("SELECT id, nummer FROM stuk")}
    assert said <= set(sealed)
    used = {row["nummer"]: row["stuk"] for row in access.rows("SELECT nummer, stuk FROM nummer_gebruikt")}
    assert used == sealed
    assert _ids(access, "SELECT id FROM uitvak WHERE entity = 'stuk'") == set(sealed.values())
    assert _ids(access, "SELECT DISTINCT id FROM inhoud_deel WHERE entity = 'stuk'") == set(sealed.values())
    concepts = _ids(access, "SELECT id FROM concept_pv")
    assert not concepts & set(sealed.values())
    for id_ in sealed.values():
        _check_whole(again, id_)
    for id_ in concepts:
        _concept(again, id_)
    again.sluit()


def _killed(map_: Path, after: float) -> set[str]:
    """Run the sealer, kill it so many seconds after it began, and return the numbers it had said."""
    program = [sys.executable, "-m", "tests.store.verzegelaar", str(map_)]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as sealer:
        assert sealer.stdout is not None
        assert sealer.stderr is not None
        said = [sealer.stdout.readline().strip(), sealer.stdout.readline().strip()]
        time.sleep(after)  # the moment of the kill is what is tested, not something to wait for
        sealer.send_signal(signal.SIGKILL)
        said += [line.strip() for line in sealer.stdout if line.endswith("\n")]
        assert sealer.stderr.read() == ""
    return {line.split()[1] for line in said if line.startswith("zegel")}


def _ids(access: Access, sql: str) -> set[str]:
    return {row["id"] for row in access.rows(sql)}


def _check_whole(kluis: SqlKluis, id_: str) -> None:
    say_why(kluis, *kluis.bekijk(lambda kast: kast.stuk(id_).stuk.dossiers))
    stuk, pdf = kluis.bekijk(lambda kast: (kast.stuk(id_).stuk, kast.pdf(id_)))
    assert hashlib.sha256(pdf).hexdigest() == stuk.bestand_hash


def _concept(kluis: SqlKluis, id_: str) -> None:
    kluis.bekijk(lambda kast: kast.concept_pv(id_))
