"""The validator still looks: break one thing in a conforming document and it must complain."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.blocks import Column, Figure, Grid, Heading, Paragraph, plain
from leerplicht_desktop.documents.sheet import Sheet


def _elements(document: pikepdf.Pdf) -> Iterator[Dictionary]:
    waiting: list[object] = [document.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting += list(element.get("/K", []))


def _first(document: pikepdf.Pdf, role: str) -> Dictionary:
    return next(element for element in _elements(document) if f"/{role}" == element.S)


def _no_title(document: pikepdf.Pdf) -> None:
    packet = re.sub(rb"<dc:title>.*?</dc:title>", b"", document.Root.Metadata.read_bytes())
    document.Root.Metadata = document.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _no_scope(document: pikepdf.Pdf) -> None:
    for element in _elements(document):
        if element.S == Name.TH:
            del element.A


def _prepend(document: pikepdf.Pdf, code: bytes) -> None:
    page = document.pages[0]
    page.Contents = document.make_stream(code + b"\n" + page.Contents.read_bytes())


def _untagged(document: pikepdf.Pdf) -> None:
    font = next(iter(document.pages[0].Resources.Font.keys())).encode()
    _prepend(document, b"BT " + font + b" 9 Tf 50 50 Td (abc) Tj ET")


def _each_font(key: str, *, below: bool = False) -> Callable[[pikepdf.Pdf], None]:
    def without(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].Resources.Font.values():
            del (font.FontDescriptor if below else font)[key]

    return without


def _script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attachment(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"x"


def _skipped_level(document: pikepdf.Pdf) -> None:
    _first(document, "H2").S = Name.H4


def _short_row(document: pikepdf.Pdf) -> None:
    row = [element for element in _elements(document) if element.S == Name.TR][-1]
    del row.K[0]


def _without(role: str, key: str) -> Callable[[pikepdf.Pdf], None]:
    def drop(document: pikepdf.Pdf) -> None:
        del (_first(document, role) if role else document.Root)[key]

    return drop


def _cmyk(document: pikepdf.Pdf) -> None:
    _prepend(document, b"/Artifact <</Type /Layout>> BDC 0 0 0 1 k 1 1 5 5 re f EMC")


SCHADE: dict[str, tuple[str, Callable[[pikepdf.Pdf], None]]] = {
    "outputintent": ("2a", _without("", "/OutputIntents")),
    "lang": ("ua1", _without("", "/Lang")),
    "marked": ("2a", _without("", "/MarkInfo")),
    "tagtree": ("ua1", _without("", "/StructTreeRoot")),
    "title": ("ua1", _no_title),
    "displaytitle": ("ua1", _without("", "/ViewerPreferences")),
    "figure-alt": ("ua1", _without("Figure", "/Alt")),
    "scope": ("ua1", _no_scope),
    "heading": ("ua1", _skipped_level),
    "untagged": ("ua1", _untagged),
    "font": ("2a", _each_font("/FontFile2", below=True)),
    "tounicode": ("2a", _each_font("/ToUnicode")),
    "script": ("2a", _script),
    "attachment": ("2a", _attachment),
    "cmyk": ("2a", _cmyk),
    "short-row": ("ua1", _short_row),
}


@pytest.fixture
def sound(sheet: Callable[..., Sheet]) -> bytes:
    blocks = (
        Heading(1, "Titel"),
        Heading(2, "Deel"),
        Paragraph(plain("Tekst")),
        Grid(
            "Verzuim", (Column("Dag"), Column("Uren")), ((plain("ma"), plain("3")), (plain("di"), plain("2")))
        ),
        Figure(20, 10, lambda canvas, width, height: canvas.rect(0, 0, width, height), "Kader"),
    )
    return typeset(sheet(*blocks, sealed=True)).data


def test_all_sixteen_kinds_of_damage_are_tried() -> None:
    assert len(SCHADE) == 16
    assert {profile for profile, _ in SCHADE.values()} == {"2a", "ua1"}


def test_the_sound_document_passes_through_the_same_saving(sound: bytes) -> None:
    assert shortcomings(_saved(sound, lambda _: None)) == ()


def _saved(data: bytes, damage: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        damage(document)
        document.save(target, deterministic_id=True, preserve_pdfa=True)
    return target.getvalue()


@pytest.mark.parametrize("name", SCHADE)
def test_damage_is_found_in_its_profile(sound: bytes, name: str) -> None:
    profile, damage = SCHADE[name]
    found = shortcomings(_saved(sound, damage))
    assert any(line.startswith(profile) for line in found)
