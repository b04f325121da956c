"""Nothing that was written can be read without the key, while the vault is open or closed."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Laptopsleutel
from leerplicht_desktop.casework.problems import KluisBeschadigd
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.spiegel.test_brievenbus import KOPPELING
from tests.store.world import WACHTZIN, StilleKlok, begin_bezoek, dossier, leg_bezoek_vast, persoon, pull

MARKER = "Geheimwoordzebra"


def _write_everywhere(kluis: SqlKluis, klok: StilleKlok) -> None:
    for nummer in range(20):
        id_ = f"d-{nummer}"
        pull(kluis, dossier(id_, f"p-{nummer}", MARKER), persoon(f"p-{nummer}", (id_,), MARKER, MARKER))
        begin_bezoek(kluis, klok, (id_,), f"{MARKER} " * 50)
    leg_bezoek_vast(kluis, klok, ("d-99",))
    tie = replace(KOPPELING, gemeente=MARKER)
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(tie))
    key = Laptopsleutel(Geheim(MARKER), Geheim(MARKER))
    kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(key))
    kluis.doe(lambda work: work.inrichting.onthoud(Werkplek(zoektekst=MARKER)))
    pull(kluis, evict=("d-1", "d-2"))
    kluis.lees(lambda caseload: caseload.tijdlijn("d-3"))


def _found(map_: Path) -> list[str]:
    forms = (MARKER, MARKER.lower(), WACHTZIN)
    needles = [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le")]
    needles += [base64.b64encode(MARKER.encode())[:16], b"SQLite format 3"]
    return [
        path.name
        for path in sorted(map_.rglob("*"))
        if any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_word_can_be_read_on_the_disk(
    kluis: SqlKluis, map_: Path, klok: StilleKlok, capfd: pytest.CaptureFixture[str]
) -> None:
    _write_everywhere(kluis, klok)
    kluis.duurzaam()
    assert {"kluis.db", "kluis.db-wal", "kluis.db-shm"} <= {path.name for path in map_.iterdir()}
    assert _found(map_) == []
    kluis.sluit()
    assert _found(map_) == []
    assert capfd.readouterr() == ("", "")


def test_the_cipher_says_nothing_on_the_terminal(
    kluis: SqlKluis, map_: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kluis.sluit()
    content = bytearray((map_ / "kluis.db").read_bytes())
    content[5000] ^= 1
    content[20] ^= 1
    (map_ / "kluis.db").write_bytes(content)
    with pytest.raises(KluisBeschadigd):
        kluis.ontgrendel(WACHTZIN)
    assert capfd.readouterr() == ("", "")


def test_a_problem_never_quotes_the_passphrase_or_the_text(kluis: SqlKluis, klok: StilleKlok) -> None:
    begin_bezoek(kluis, klok, ("d-1",), MARKER)
    assert MARKER not in repr(kluis)
    assert MARKER not in repr(kluis._here().work.brievenbus)
