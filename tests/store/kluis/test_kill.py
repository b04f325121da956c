"""kill -9 in the middle of a sentence: what was committed is there, and nothing is half there."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, vault

ROOT = Path(__file__).parents[3]


def _kill_after(map_: Path, lines: int) -> list[str]:
    """Run the writer, kill it after so many lines, and return everything it had said."""
    program = [sys.executable, "-m", "tests.store.schrijver", str(map_)]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        said = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += [line.strip() for line in writer.stdout if line.endswith("\n")]
        assert writer.stderr.read() == ""
    return said


def _vast(work: Work) -> set[str]:
    return {verzending.id for verzending in work.brievenbus.openstaand(1000)}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("lines", [3, 57, 120, 245])
def test_what_was_committed_survives_a_kill(
    kluis: SqlKluis, map_: Path, klok: StilleKlok, lines: int
) -> None:
    kluis.sluit()
    said = _kill_after(map_, lines)
    keys = max(int(line.split()[1]) for line in said if line.startswith("toets"))
    finished = {line.split()[1] for line in said if line.startswith("vast")}
    again = vault(map_, klok)
    again.ontgrendel(WACHTZIN)
    concept = again.doe(lambda work: work.bezoeken.concept_voor(("d-concept",)))
    assert concept is not None
    text = again.lees(lambda caseload: caseload.bezoek(concept)).segmenten[0].tekst
    # One more may have been committed than could still be said.
    assert len(text) in (keys, keys + 1)
    assert finished <= again.doe(_vast)
    rows = again._here().session.access(Role.READ).rows("SELECT id FROM deurbezoek WHERE vastgelegd_op <> ''")
    assert {row["id"] for row in rows} == again.doe(_vast)
    again.sluit()
