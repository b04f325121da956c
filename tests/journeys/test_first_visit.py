"""The first visit, the whole road: real windows, real server process, real encrypted file.

Enrol; pull; stop the server; visit the family with three children born on one day; kill -9 in the middle of a
sentence; start again, unlock, the sentence is there; finish the visit and a note; start the server; sync with
the first answer lost on the way; the server shows the visit once per jongere and the note once; a second sync
sends nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys.conftest import Municipality, Start
from tests.journeys.person import Person

pytestmark = pytest.mark.journey

PASSPHRASE = "groene giraffe poetst elke dinsdag haar brommer"
SENTENCE = "We waren twee dagen bij oma, zij is ziek; dat wist de juf niet."
NOTE = "School belt elke maandag met vader."


def enrol(person: Person, address: str) -> None:
    """From the first window to the list of dossiers, with everything pulled."""
    person.do("wacht", "inrichten.adres")
    person.do("typ", "inrichten.adres", address)
    person.do("klik", "inrichten.verbind")
    person.do("typ", "inrichten.wachtzin", PASSPHRASE)
    person.do("typ", "inrichten.herhaling", PASSPHRASE)
    person.do("klik", "inrichten.maak")
    person.do("wacht_sync", "Verbonden, alles verzonden")
    person.do("ga", "dossiers")
    person.do("wacht_tekst", "dossiers.voet", "36")


def unlock(person: Person) -> None:
    """Type the passphrase and press the button."""
    person.do("typ", "ontgrendelen.wachtzin", PASSPHRASE)
    person.do("klik", "ontgrendelen.knop")


def start_visit(person: Person) -> None:
    """Find the triplet and ring the bell for all three."""
    person.do("typ", "dossiers.zoek", "olymp")
    person.do("wacht_tekst", "dossiers.voet", "3 van 36")
    person.do("klik_rij", "dossiers.lijst", 0)
    person.do("klik", "dossier.start_deurbezoek")
    person.do("wacht_scherm", "deurbezoek")
    person.do("wacht", "deurbezoek.uitkomst.alleen_ouder")
    person.do("kies_alle", "deurbezoek.jongere.")
    person.do("klik", "deurbezoek.uitkomst.alleen_ouder")
    person.do("klik", "deurbezoek.vinkje.legitimatie")
    person.do("klik", "deurbezoek.vinkje.doel")
    person.do("klik", "deurbezoek.soort.gezegd")


def type_until_the_power_fails(person: Person) -> str:
    """Kill -9 in the middle of the sentence; what had been committed by then."""
    person.tell("typ_bewaard", "deurbezoek.tekst", SENTENCE)
    kept = ""
    while len(kept) < len(SENTENCE) // 2:
        kept = str(person.hear().get("bewaard", kept))
    person.kill()
    return kept


def finish_visit_and_note(person: Person, already: str) -> None:
    """Type the rest, finish, and write a note about the talk with school."""
    person.do("typ", "deurbezoek.tekst", SENTENCE[len(already) :])
    person.do("klik", "deurbezoek.afronden")
    person.do("wacht_scherm", "dossiers")
    person.do("klik", "dossier.nieuw_gesprek")
    person.do("wacht_scherm", "gesprek")
    person.do("typ", "gesprek.met_wie", "Juf van groep 4")
    person.do("typ", "gesprek.tekst", NOTE)
    person.do("klik", "gesprek.afronden")
    person.do("wacht_sync", "Offline, 2 te verzenden")


def dossiers_of_the_family(municipality: Municipality) -> list[str]:
    """Numbers of the three dossiers, read from what the server shows of the first."""
    household = municipality.show("2026-0010").split("Verzuimmeldingen")[0]
    return ["2026-0010", *re.findall(r", dossier (2026-\d{4})", household)]


def test_the_first_visit(municipality: Municipality, start: Start) -> None:
    person = start()
    enrol(person, municipality.address)
    municipality.server.stop()
    start_visit(person)
    kept = type_until_the_power_fails(person)

    person = start()
    unlock(person)
    person.do("wacht_scherm", "deurbezoek")
    after = str(person.do("tekst", "deurbezoek.tekst"))
    assert after.startswith(kept)
    assert SENTENCE.startswith(after)
    finish_visit_and_note(person, after)

    municipality.network.lose_next = 1
    municipality.server.start()
    person.do("wacht_sync", "Verbonden, alles verzonden")
    assert municipality.network.lost == 1
    pushes = municipality.network.pushes
    person.do("synchroniseer")
    assert municipality.network.pushes == pushes
    person.close()

    family = dossiers_of_the_family(municipality)
    assert len(family) == 3
    for dossier in family:
        shown = municipality.show(dossier)
        assert shown.count(SENTENCE) == 1
        assert "Deurbezoeken: 1" in shown
    assert sum(municipality.show(dossier).count(NOTE) for dossier in family) == 1


def test_locked_and_back_at_the_same_letter(municipality: Municipality, start: Start, tmp_path: Path) -> None:
    person = start()
    enrol(person, municipality.address)
    start_visit(person)
    person.do("typ_bewaard", "deurbezoek.tekst", "Vader is")
    person.tell("vergrendel")
    assert person.wait_for_end() == "vergrendeld"
    files = b"".join(path.read_bytes() for path in (tmp_path / "laptop").rglob("*") if path.is_file())
    assert b"Vader is" not in files
    assert b"Olymp" not in files

    person = start()
    unlock(person)
    person.do("wacht_scherm", "deurbezoek")
    assert person.do("tekst", "deurbezoek.tekst") == "Vader is"
    assert person.do("cursor", "deurbezoek.tekst") == len("Vader is")
    person.close()
