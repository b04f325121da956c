"""The words and the tags of every document, as they were last read and found good by a person.

A change of wording shows here as a difference to be read. With ``LEERPLICHT_GOUD=schrijf`` in the environment
the files are written anew; look at the pages before keeping them. What must be true of a page whatever was
kept stands in golden_truth, and fails in that mode too.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from leerplicht_desktop.documents import bezoektekst, proces_verbaal
from leerplicht_desktop.documents.bezoekverslag import Bezoekverslag
from leerplicht_desktop.documents.bureau.voorbeeld import voorbeelden
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.preview import Preview
from tests.documents.golden_truth import STATEMENTS, must_hold
from tests.documents.pv_voorbeelden import absoluut, jongere_zelf, luxe, stuk

GOUD = Path(__file__).parent / "golden"
PROCESSEN_VERBAAL: dict[str, Callable[[], bytes]] = {
    "pv-luxe": lambda: proces_verbaal.maak_pdf(stuk(luxe())),
    "pv-jongere": lambda: proces_verbaal.maak_pdf(stuk(jongere_zelf())),
    "pv-absoluut-concept": lambda: proces_verbaal.maak_pdf(stuk(absoluut(), definitief=False)),
}


def _tags(data: bytes) -> Iterator[str]:
    def rows(element: pikepdf.Object) -> int:
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return sum(1 if str(kid.S) == "/TR" else rows(kid) for kid in kids)

    with pikepdf.open(io.BytesIO(data)) as document:
        for kid in document.Root.StructTreeRoot.K[0].K:
            role = str(kid.S)[1:]
            yield f"{role} {rows(kid)} rijen" if role == "Table" else role


def as_read(data: bytes) -> str:
    """The lines of every page and the roles below the document, as text to compare."""
    with Preview(data) as preview:
        pages = [preview.text(index).replace("\r\n", "\n").strip() for index in range(preview.pages)]
    return "\n\n=== bladzijde\n".join(pages) + "\n\n=== labels\n" + "\n".join(_tags(data)) + "\n"


def check(name: str, data: bytes) -> None:
    """Says what must be true of it, then compares with the kept file, or writes it when asked."""
    must_hold(name, as_read(data))
    kept = GOUD / f"{name}.txt"
    if os.environ.get("LEERPLICHT_GOUD") == "schrijf":
        kept.write_text(as_read(data), "utf-8")
    assert as_read(data) == kept.read_text("utf-8")


@pytest.mark.parametrize("name", PROCESSEN_VERBAAL)
def test_proces_verbaal_reads_as_kept(name: str) -> None:
    check(name, PROCESSEN_VERBAAL[name]())


def test_every_letter_and_card_reads_as_kept() -> None:
    made = {name.removesuffix(".pdf"): data for name, data in voorbeelden(meegeleverde_formulieren())}
    for name, data in made.items():
        if not name.endswith("-concept"):
            check(name, data)


def test_the_bezoekverslag_reads_as_kept(verslag: Bezoekverslag) -> None:
    check("bezoekverslag", bezoektekst.maak_pdf(verslag))


def test_nothing_kept_is_forgotten() -> None:
    made = {name.removesuffix(".pdf") for name, _ in voorbeelden(meegeleverde_formulieren())}
    known = {name for name in made if not name.endswith("-concept")} | {*PROCESSEN_VERBAAL, "bezoekverslag"}
    assert {path.stem for path in GOUD.glob("*.txt")} == known


def test_nothing_is_said_of_a_page_that_is_not_there() -> None:
    assert set(STATEMENTS) <= {path.stem for path in GOUD.glob("*.txt")}


@pytest.mark.parametrize("name", [path.stem for path in sorted(GOUD.glob("*.txt"))])
def test_what_was_kept_is_true(name: str) -> None:
    """Also of the kept file itself, so that a blessing without a look is seen before anything is made."""
    must_hold(name, (GOUD / f"{name}.txt").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "was", "wrong"),
    [
        ("pv-luxe", "03-11-2026 Fleur", "04-11-2026 Fleur"),
        ("pv-luxe", "Feit 2 In", "Feit 1 In"),
        ("pv-luxe", "Geboren 1 februari 1984", "Geboren 2 januari 1984"),
        ("waarschuwing", "R. Çelik", "D. op den Kamp"),
        ("niet_thuiskaart", "aan de deur", "aan de deur voor Daniël"),
    ],
)
def test_a_page_that_was_blessed_wrong_is_told(name: str, was: str, wrong: str) -> None:
    kept = (GOUD / f"{name}.txt").read_text("utf-8")
    assert was in kept
    with pytest.raises(AssertionError):
        must_hold(name, kept.replace(was, wrong, 1))
