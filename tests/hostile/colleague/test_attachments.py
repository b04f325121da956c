"""What a colleague's laptop may send as a picture or a PDF: looked at by a child, or not at all."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_protocol.messages import OpStatus
from tests.documents import kwade_pdf
from tests.server.office import ANNA, MOMENT, Office
from tests.store.world import StilleKlok

T = TypeVar("T")

SECONDS = 60  # the child gets 40; a machine that is busy may take longer to end it
HARMFUL: dict[str, Callable[[], bytes]] = {
    "a hall of mirrors": kwade_pdf.spiegelzaal,
    "a large stream": lambda: kwade_pdf.grote_stroom(60),
    "packed twice": lambda: kwade_pdf.dubbel_gepakt(60),
    "a giant picture": lambda: kwade_pdf.reuzenbeeld(14_000),
}


@pytest.fixture
def paper() -> LatePaper:
    """Paper as the program has it, with its real child."""
    return LatePaper(_no_vault, StilleKlok(), "0.0")


def _no_vault(act: Callable[[Work], T], /) -> T:
    raise AssertionError("nothing here reads the vault")


def _svg(path: Path) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<image xlink:href="{path}" width="9" height="9"/></svg>'
    ).encode()


ROADS: dict[str, Callable[[LatePaper, bytes], object]] = {
    "shown as an attachment": lambda paper, data: paper.bijlagebeeld(data, 0, 800),
    "counted": lambda paper, data: paper.aantal_paginas(data),
    "shown as a document": lambda paper, data: paper.pagina(data, 0, 96),
    "printed": lambda paper, data: paper.strook(data, 0, 300, 0),
}


@pytest.mark.parametrize(
    ("attack", "road"),
    [
        *(("a hall of mirrors", road) for road in ROADS if road != "counted"),
        *((attack, "printed") for attack in HARMFUL if attack != "a hall of mirrors"),
    ],
)
def test_a_pdf_that_asks_for_everything_costs_the_program_nothing(
    attack: str, road: str, paper: LatePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leerplicht_desktop.documents.afgezonderd.SECONDEN", 1)  # and five to be ended
    data = HARMFUL[attack]()
    before, begun = psutil.Process().memory_info().rss, time.monotonic()
    _walk(ROADS[road], paper, data)
    assert psutil.Process().memory_info().rss - before < 300 * 1024 * 1024
    assert time.monotonic() - begun < SECONDS


def _walk(road: Callable[[LatePaper, bytes], object], paper: LatePaper, data: bytes) -> None:
    """The road to its end, or to one known problem."""
    with suppress(PapierProblem):
        road(paper, data)


@pytest.mark.parametrize("road", ROADS)
def test_a_drawing_of_lines_is_never_drawn(road: str, paper: LatePaper, tmp_path: Path) -> None:
    """It would show a picture of the laptop of whoever looks at it."""
    for data in (_svg(tmp_path / "geheim.png"), b"\xef\xbb\xbf" + _svg(tmp_path / "geheim.png")):
        with pytest.raises(PapierProblem):
            ROADS[road](paper, data)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" * 9, b"GIF89a"])
@pytest.mark.parametrize("road", ROADS)
def test_rubbish_is_one_sentence(road: str, data: bytes, paper: LatePaper) -> None:
    with pytest.raises(PapierProblem) as problem:
        ROADS[road](paper, data)
    assert "bewaard" in problem.value.remedie


def _attachment(data: bytes, mime: str) -> dict[str, object]:
    body = {
        "dossiers": ["d-1"],
        "soort": "pdf" if mime.endswith("pdf") else "foto",
        "titel": "foto",
        "mime": mime,
        "sha256": hashlib.sha256(data).hexdigest(),
        "grootte": len(data),
        "gemaakt_op": MOMENT,
        "toegevoegd_op": MOMENT,
        "inhoud": base64.b64encode(data).decode(),
    }
    common = {"kind": "create", "op": "op-b", "n": 1, "entity": "bijlage", "id": "b-1", "at": MOMENT}
    return {**common, "dossiers": ["d-1"], "body": body}


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png", "application/pdf"])
@pytest.mark.parametrize(
    "data",
    [
        b"not a pdf at all",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xef\xbb\xbf<?xml version='1.0'?><!-- %PDF-1.7 --><svg/>",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"MZ\x90\0 %PDF-1.7",
        b"PK\3\4 %PDF-1.7",
    ],
)
def test_the_server_takes_no_attachment_that_is_something_else(
    office: Office, data: bytes, mime: str
) -> None:
    office.dossier("d-1", ANNA)
    result = office.push(ANNA, _attachment(data, mime))  # type: ignore[arg-type]
    assert (result.status, result.reason) == (OpStatus.REJECTED, "bytes")
