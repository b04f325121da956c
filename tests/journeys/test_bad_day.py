"""A bad day: the power fails in every screen, a dossier is taken away during the visit, and somebody searches
the laptop afterwards.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import OFFICER, Municipality, Start
from tests.journeys.person import Person
from tests.journeys.test_first_visit import dossiers_of_the_family, enrol, start_visit, unlock

pytestmark = pytest.mark.journey

CANARY = "Kanarievogel-7731"


def test_the_power_fails_in_every_screen(municipality: Municipality, start: Start) -> None:
    person = start()
    enrol(person, municipality.address)
    start_visit(person)
    person.do("typ_bewaard", "deurbezoek.tekst", CANARY)
    for screen in ("deurbezoek", "taken", "synchronisatie", "instellingen", "dossiers"):
        if screen != "deurbezoek":
            person.do("ga", screen)
        person.do("wacht_scherm", screen)
        person.do("rust", 1)
        person.kill()
        person = start()
        unlock(person)
        person.do("wacht_scherm", screen)
    person.do("typ", "dossiers.zoek", "olymp")
    person.do("wacht_tekst", "dossiers.voet", "3 van 36")
    person.do("klik_rij", "dossiers.lijst", 0)
    person.do("klik", "dossier.start_deurbezoek")
    person.do("wacht_scherm", "deurbezoek")
    assert person.do("tekst", "deurbezoek.tekst") == CANARY
    person.close()


def test_a_dossier_that_is_taken_away_leaves_the_visit_readable(
    municipality: Municipality, start: Start
) -> None:
    person = start()
    enrol(person, municipality.address)
    start_visit(person)
    person.do("typ_bewaard", "deurbezoek.tekst", CANARY)
    family = dossiers_of_the_family(municipality)
    taken = municipality.server.command("toewijzen", "--dossier", *family, "--intrekken", OFFICER)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    person.do("synchroniseer")
    person.do("terug")
    person.do("wacht_scherm", "deurbezoek")
    assert person.do("tekst", "deurbezoek.tekst") == CANARY
    person.do("klik", "deurbezoek.afronden")
    person.do("wacht_sync", "1 niet aangenomen")
    person.do("ga", "dossiers")
    person.do("wacht_tekst", "dossiers.voet", "33")
    person.close()
    assert all("Deurbezoeken: 1" not in municipality.show(dossier) for dossier in family)


def _day(person: Person, address: str) -> None:
    enrol(person, address)
    start_visit(person)
    person.do("typ", "deurbezoek.tekst", CANARY)
    person.do("klik", "deurbezoek.afronden")
    person.do("wacht_scherm", "dossiers")
    person.do("klik", "dossier.nieuw_gesprek")
    person.do("wacht_scherm", "gesprek")
    person.do("typ", "gesprek.met_wie", f"Juf {CANARY}")
    person.do("typ", "gesprek.tekst", f"Zij zegt {CANARY}.")
    person.do("klik", "gesprek.afronden")
    person.do("wacht_sync", "Verbonden, alles verzonden")


@pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux programs leave things")
def test_somebody_searches_the_laptop(
    municipality: Municipality, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / name for name in ("thuis", "tijdelijk", "laptop")]
    for place, variable in zip(places, ("HOME", "TMPDIR", ""), strict=True):
        place.mkdir()
        if variable:
            monkeypatch.setenv(variable, str(place))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    person = start()
    _day(person, municipality.address)
    process = Path("/proc") / str(person.pid)
    outside = process.joinpath("cmdline").read_bytes() + process.joinpath("environ").read_bytes()
    person.close()
    found = {str(path.relative_to(tmp_path)): path.read_bytes() for path in _files(places)}
    found["process"] = outside
    secrets = [secret.encode(code) for secret in (CANARY, "Olymp") for code in ("utf-8", "utf-16-le")]
    assert [name for name, content in found.items() if any(secret in content for secret in secrets)] == []
    assert any("kluis" in name for name in found)


def _files(places: list[Path]) -> list[Path]:
    return [Path(folder) / name for place in places for folder, _, names in os.walk(place) for name in names]
