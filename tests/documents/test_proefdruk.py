"""PDFs that mean harm are drawn in a process of their own and refused, whatever they do to it."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paper import PROOF
from leerplicht_desktop.documents import afgezonderd as module
from leerplicht_desktop.documents.afgezonderd import GEHEUGEN, SECONDEN
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.proefdruk import Proef, proefdruk
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BLADZIJDEN
from leerplicht_desktop.machine.children import DESKTOP, order
from tests.documents import kwade_pdf
from tests.documents.proefstukken import gemaakt

proef = partial(proefdruk, opdracht=order(DESKTOP, [PROOF, "pdf"]))

# A child begins with the peak of whoever started it, so a small process in between does the measuring.
_METER = """
import pathlib, resource, subprocess, sys
klaar = subprocess.run(sys.argv[2:])
kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
pathlib.Path(sys.argv[1]).write_text(str(kilobytes))
sys.exit(klaar.returncode)
"""


def test_an_honest_pdf_is_counted() -> None:
    assert proef(gemaakt("pv-luxe").data) == Proef(gemaakt("pv-luxe").pages)
    assert proef(kwade_pdf.gewoon(MAX_BLADZIJDEN)) == Proef(MAX_BLADZIJDEN)


@pytest.mark.parametrize("bom", kwade_pdf.BOMMEN)
def test_a_bomb_is_refused_within_its_bounds(bom: str, tmp_path: Path) -> None:
    """A few kilobytes that ask for gigabytes or for a year: measured in the child that met them."""
    data, piek = kwade_pdf.BOMMEN[bom](), tmp_path / "piek"
    start = time.monotonic()
    with pytest.raises(PapierProblem, match="vraagt te veel") as caught:
        proefdruk(data, [sys.executable, "-c", _METER, str(piek), *order(DESKTOP, [PROOF, "pdf"])])
    assert time.monotonic() - start < SECONDEN + 10
    assert "Er is niets toegevoegd." in caught.value.remedie
    assert int(piek.read_text()) * 1024 < GEHEUGEN * 1.1


def test_a_giant_picture_is_drawn_in_little_memory() -> None:
    """Twelve thousand pixels square, one colour: heavy on paper, harmless in pdfium."""
    assert proef(kwade_pdf.reuzenbeeld(12_000)).bladzijden == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (kwade_pdf.gewoon(MAX_BLADZIJDEN + 1), "501 bladzijden"),
        (kwade_pdf.versleuteld(), "met een wachtwoord"),
        (kwade_pdf.diepe_boom(), "geen leesbare pdf"),
        (kwade_pdf.met_xfa(), "invulformulier"),
        (kwade_pdf.portfolio(), "pdf-portfolio"),
        (kwade_pdf.met_vreemd_slot(), "beveiligd op een manier"),
        (kwade_pdf.zonder_bladen(), "geen bladzijden"),
        (kwade_pdf.zaalgroot(), "vraagt te veel"),
        (b"%PDF-1.7 en verder niets", "geen leesbare pdf"),
        (b"", "geen leesbare pdf"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(PapierProblem, match=says) as caught:
        proef(data)
    assert caught.value.remedie.endswith("Er is niets toegevoegd.")


@pytest.mark.parametrize(
    ("data", "meer"),
    [
        (kwade_pdf.met_script(), ("script",)),
        (kwade_pdf.met_bestand(), ("bestand",)),
        (kwade_pdf.met_xfa(ook_velden=True), ("formulier",)),
        (kwade_pdf.die_start(), ("opdracht",)),
    ],
)
def test_what_hides_in_a_pdf_is_told_and_kept(data: bytes, meer: tuple[str, ...]) -> None:
    found = proef(data)
    assert found == Proef(1, meer)
    assert "Dit programma doet daar niets mee." in found.waarschuwing


@pytest.mark.parametrize(
    ("voor", "na"), [(b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n", b""), (b"", b"\x1b%-12345X" + bytes(900))]
)
def test_what_a_scanner_puts_around_a_pdf_does_no_harm(voor: bytes, na: bytes) -> None:
    assert proef(voor + kwade_pdf.gewoon(2) + na) == Proef(2)


def test_packed_bytes_that_look_like_a_name_are_no_script() -> None:
    """Three letters come by chance in every scan of some size."""
    data = kwade_pdf.gewoon().replace(
        b"endobj", b"endobj\n9 0 obj\n<< /Length 5 >>\nstream\n /JS \nendstream\nendobj", 1
    )
    assert proef(data) == Proef(1)


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDEN", -4)
    with pytest.raises(PapierProblem, match="vraagt te veel"):
        proefdruk(b"%PDF", [sys.executable, "-c", "import time; time.sleep(30)"])


@pytest.mark.parametrize("child", ["print('onzin')", "import os; os.abort()", "raise SystemExit(1)"])
def test_a_child_that_says_nothing_useful_counts_as_no(child: str) -> None:
    with pytest.raises(PapierProblem, match="vraagt te veel"):
        proefdruk(b"%PDF", [sys.executable, "-c", child])


def test_the_bytes_travel_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left where programs leave their temporary files."""
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    proef(gemaakt("pv-luxe").data)
    assert list(tmp_path.rglob("*")) == []
