"""PDFs that mean harm, small enough to make in a test. None of them ever reaches a page of our own."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_SQUARE = b"0 0 1 1 re f\n"


def _saved(document: pikepdf.Pdf, **how: object) -> bytes:
    target = io.BytesIO()
    document.save(target, compress_streams=False, **how)  # type: ignore[arg-type]
    return target.getvalue()


def gewoon(pages: int = 1) -> bytes:
    """Nothing wrong with it: blank A4 pages."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    return _saved(document)


def _flate(document: pikepdf.Pdf, data: bytes, **entries: object) -> pikepdf.Object:
    stream = pikepdf.Stream(document, zlib.compress(data, 9))
    stream.Filter = Name.FlateDecode
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream


def grote_stroom(megabytes: int) -> bytes:
    """A page whose drawing unpacks to so many megabytes of squares."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    once = _SQUARE * (1024 * 1024 // len(_SQUARE))
    page.Contents = _flate(document, once * megabytes)
    return _saved(document)


def dubbel_gepakt(megabytes: int) -> bytes:
    """The same, packed twice: what is unpacked once still looks small."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    once = _SQUARE * (1024 * 1024 // len(_SQUARE))
    stream = pikepdf.Stream(document, zlib.compress(zlib.compress(once * megabytes, 9), 9))
    stream.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    page.Contents = stream
    return _saved(document)


def spiegelzaal(depth: int = 9, wide: int = 10) -> bytes:
    """Drawings in drawings: ``wide`` to the power of ``depth`` squares out of a few lines."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    inner = document.make_stream(_SQUARE, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for _ in range(depth):
        inner = document.make_stream(
            b"/X Do\n" * wide,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 9, 9]),
            Resources=Dictionary(XObject=Dictionary(X=inner)),
        )
    page.Resources = Dictionary(XObject=Dictionary(X=inner))
    page.Contents = document.make_stream(b"/X Do\n" * wide)
    return _saved(document)


def reuzenbeeld(side: int = 30_000) -> bytes:
    """A page with one picture of ``side`` by ``side`` pixels of colour, all black, packed small."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    packer = zlib.compressobj(9)
    row = bytes(side * 3)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    image = pikepdf.Stream(document, packed)
    for key, value in {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": side,
        "Height": side,
        "BitsPerComponent": 8,
        "ColorSpace": Name.DeviceRGB,
        "Filter": Name.FlateDecode,
    }.items():
        image[f"/{key}"] = value
    page.Resources = Dictionary(XObject=Dictionary(X=image))
    page.Contents = document.make_stream(b"595 0 0 842 0 0 cm /X Do")
    return _saved(document)


def diepe_boom(depth: int = 5000) -> bytes:
    """Pages in pages in pages."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    page = document.Root.Pages.Kids[0]
    for _ in range(depth):
        node = document.make_indirect(Dictionary(Type=Name.Pages, Count=1, Kids=Array([page])))
        page.Parent = node
        page = node
    document.Root.Pages.Kids = Array([page])
    page.Parent = document.Root.Pages
    return _saved(document)


def zaalgroot() -> bytes:
    """A page of 200 by 200 metres, if its unit is believed."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(14_400, 14_400))
    document.pages[0].MediaBox = Array([0, 0, 566_929, 566_929])
    return _saved(document)


def versleuteld() -> bytes:
    """Opens with a password only."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    return _saved(document, encryption=pikepdf.Encryption(owner="o", user="geheim"))


def met_script() -> bytes:
    """Runs a script when a careless reader opens it; packed, so that its letters do not show."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.Root.OpenAction = document.make_indirect(
        Dictionary(S=Name.JavaScript, JS=String("app.alert('hallo')"))
    )
    return _saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def met_bestand() -> bytes:
    """Carries a program as an attachment."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.attachments["gratis.exe"] = b"MZ" + bytes(64)
    return _saved(document)


def met_xfa(*, ook_velden: bool = False) -> bytes:
    """A form of which the words live in XML; with ``ook_velden`` its fields stand on the page as well."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    xml = document.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    velden = [document.make_indirect(Dictionary(FT=Name.Tx, T=String("naam")))] if ook_velden else []
    document.Root.AcroForm = Dictionary(Fields=Array(velden), XFA=xml)
    if not ook_velden:
        document.Root.NeedsRendering = True
    return _saved(document)


def portfolio() -> bytes:
    """A cover page with a folder of files behind it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.attachments["melding.docx"] = b"PK\3\4" + bytes(64)
    document.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)
    return _saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def die_start() -> bytes:
    """Starts a program when it is opened; the name is written so that its letters do not show."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))
    return _saved(document).replace(b"/Launch", b"/L#61unch")


def met_vreemd_slot() -> bytes:
    """Locked by a handler that only its sender has."""
    return versleuteld().replace(b"/Filter /Standard", b"/Filter /Bedrijf0")


def zonder_bladen() -> bytes:
    """No pages at all."""
    document = pikepdf.new()
    return _saved(document)


BOMMEN: dict[str, Callable[[], bytes]] = {
    "grote stroom": lambda: grote_stroom(150),
    "dubbel gepakt": lambda: dubbel_gepakt(150),
    "spiegelzaal": spiegelzaal,
}
