"""What a file is follows from its bytes, and everything that was read of it keeps its own place."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from leerplicht_desktop.casework.ports.papier import Bijlageblad, IngelezenBijlage, Paginabeeld
from leerplicht_desktop.documents.bureau import bijlagelezer
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort

PDF, FOTO = b"%PDF-1.7 een scan", b"\xff\xd8\xff\xe0 een foto"
GELEZEN = SimpleNamespace(data=b"schoon", bladzijden=7, camera="2026-11-10T14:01", waarschuwing="Let op.")


@pytest.mark.parametrize(
    ("inhoud", "soort", "mime", "words"),
    [
        (PDF, Bijlagesoort.PDF, "application/pdf", ["kind", "pdf"]),
        (FOTO, Bijlagesoort.FOTO, "image/jpeg", ["kind", "foto"]),
    ],
)
def test_what_was_read_keeps_its_own_place(
    monkeypatch: pytest.MonkeyPatch, inhoud: bytes, soort: Bijlagesoort, mime: str, words: list[str]
) -> None:
    asked: list[tuple[bytes, list[str]]] = []

    def photo(data: bytes, order: Sequence[str]) -> Any:
        asked.append((data, list(order)))
        return GELEZEN

    monkeypatch.setattr(bijlagelezer, "foto", photo)
    monkeypatch.setattr(bijlagelezer, "scan", lambda data, child: photo(data, child.keywords["opdracht"]))
    for name in ("scan.pdf", "foto.jpg", "brief.docx"):  # a name says nothing
        read = bijlagelezer.lees_bijlage(name, inhoud, ["kind"])
        assert read == IngelezenBijlage(
            soort,
            mime,
            b"schoon",
            7,
            camera="2026-11-10T14:01",
            waarschuwing="Let op.",
            bron_sha256=hashlib.sha256(inhoud).hexdigest(),
        )
    assert asked == [(inhoud, words)] * 3


def test_what_is_neither_is_refused_by_its_name() -> None:
    with pytest.raises(PapierProblem):
        bijlagelezer.lees_bijlage("scan.pdf", b"PK\x03\x04 een zip", ["kind"])


def test_a_page_is_asked_by_its_number_and_width(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bytes, list[str]]] = []

    def page(data: bytes, order: Sequence[str]) -> Any:
        asked.append((data, list(order)))
        return SimpleNamespace(
            bladzijden=9, nummer=4, beeld=SimpleNamespace(width=2, height=3, rgba=b"\x00" * 24)
        )

    monkeypatch.setattr(bijlagelezer, "bijlagebeeld", page)
    shown = bijlagelezer.toon_bijlage(PDF, 5, 800, ["kind"])
    assert shown == Bijlageblad(9, 4, Paginabeeld(2, 3, b"\x00" * 24))
    assert asked == [(PDF, ["kind", "blad", "5", "800"])]
