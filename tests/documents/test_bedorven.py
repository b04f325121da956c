"""Damaged files of every kind that is accepted: whatever byte was lost, a clear answer comes out.

Some thousands of damaged files, in one process with the bounds of the real child, so that what harms it
cannot harm the run. The seed is fixed: what fails once fails again.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.documents import kwade_pdf
from tests.documents.beeldstalen import STALEN, bewaard, pagina

_LOPER = """
import io, json, random, sys
from leerplicht_desktop.documents.afgezonderd import gekregen
from leerplicht_desktop.documents.bijlage import getekend
from leerplicht_desktop.documents.proefdruk import bevonden

KEREN = int(sys.argv[1])
BEELD = {"onleesbaar", "beeldpunten", "bladzijden", "beweegt", "meetwaarden", "zwaar"}
PDF = {"onleesbaar", "wachtwoord", "slot", "zwaar", "xfa", "portfolio", "leeg"}


def bedorven(data, kans):
    data = bytearray(data)
    for _ in range(kans.randint(1, 8)):
        plek = kans.randrange(max(1, min(len(data), kans.choice((64, 512, len(data))))))
        wat = kans.randrange(4)
        if wat == 0:
            data[plek] = kans.choice((0, 1, 127, 128, 255, kans.randrange(256)))
        elif wat == 1:
            del data[plek : plek + kans.randint(1, 40)]
        elif wat == 2:
            data[plek:plek] = bytes(kans.randrange(256) for _ in range(kans.randint(1, 20)))
        else:
            del data[plek:]
        if not data:
            return b"x"
    return bytes(data)


inhoud, kans, uitkomst = gekregen(), random.Random(7), {}
for _ in range(KEREN):
    stuk = bedorven(inhoud, kans)
    if sys.argv[2] == "pdf":
        gezegd = bevonden(stuk)
        goed = gezegd.get("fout") in PDF or (gezegd.get("bladzijden", -1) >= 0 and "meer" in gezegd)
    else:
        gezegd, beeld = getekend(stuk)
        goed = gezegd.get("fout") in BEELD and not beeld or beeld.startswith(bytes((255, 216, 255)))
    assert goed, gezegd
    uitkomst[str(gezegd.get("fout", "goed"))] = uitkomst.get(str(gezegd.get("fout", "goed")), 0) + 1
print(json.dumps(uitkomst))
"""

_BEELDEN = (
    "jpeg met profiel",
    "jpeg cmyk van adobe",
    "png kleur 12 in 16",
    "png palet 4 bits",
    "tiff grijs 12 in 16, <",
    "tiff kleur 10 in 16, >",
    "tiff lzw 12 in 16",
    "tiff fax",
    "tiff lab",
    "webp",
    "bmp palet",
)


def _loop(data: bytes, soort: str, keren: int) -> dict[str, int]:
    ran = subprocess.run(
        [sys.executable, "-c", _LOPER, str(keren), soort],
        input=data,
        capture_output=True,
        timeout=110,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-600:]
    telling: dict[str, int] = json.loads(ran.stdout)
    return telling


@pytest.mark.parametrize("naam", _BEELDEN)
def test_a_damaged_picture_is_drawn_or_refused(naam: str) -> None:
    telling = _loop(STALEN[naam](), "beeld", 400)
    assert sum(telling.values()) == 400
    assert set(telling) > {"onleesbaar"}


def test_a_damaged_tiff_of_two_pages_is_refused() -> None:
    data = bewaard(
        pagina("1", 1, 0), "TIFF", save_all=True, append_images=[pagina("1", 1, 0)], compression="group4"
    )
    assert sum(_loop(data, "beeld", 400).values()) == 400


@pytest.mark.parametrize("maak", [kwade_pdf.gewoon, kwade_pdf.met_script, kwade_pdf.met_bestand])
def test_a_damaged_pdf_is_drawn_or_refused(maak: Callable[[], bytes]) -> None:
    assert sum(_loop(maak(), "pdf", 400).values()) == 400
