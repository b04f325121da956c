"""What a finished PDF holds, read back by other programs than the one that wrote it."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf

from leerplicht_desktop.documents.preview import Preview

ACTIVE = {b"/AA", b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFiles", b"/EmbeddedFile"}
_NAME = re.compile(rb"/[A-Za-z]+")


@dataclass(frozen=True)
class Tag:
    """One element of the tag tree: its role, its alternative text and the roles right below it."""

    role: str
    alt: str
    below: tuple[str, ...]


def bladzijden(data: bytes) -> list[str]:
    """The text of each page as a reader would copy it."""
    return list(_pages(data))


# What a document says is asked by many tests of the same document; the bytes are the key.
@lru_cache(maxsize=512)
def _pages(data: bytes) -> tuple[str, ...]:
    with Preview(data) as preview:
        return tuple(preview.text(index) for index in range(preview.pages))


def tags(data: bytes) -> list[Tag]:
    """Every structure element in reading order."""
    return list(_tags(data))


@lru_cache(maxsize=512)
def _tags(data: bytes) -> tuple[Tag, ...]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return tuple(_walk(document.Root.StructTreeRoot.K[0]))


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _walk(element: pikepdf.Object) -> Iterator[Tag]:
    kids = _kids(element)
    yield Tag(str(element.S)[1:], str(element.get("/Alt", "")), tuple(str(kid.S)[1:] for kid in kids))
    for kid in kids:
        yield from _walk(kid)


def letters(data: bytes) -> dict[str, tuple[bool, bool]]:
    """Each font by name: is it embedded as a subset, and can its text be read back."""
    with pikepdf.open(io.BytesIO(data)) as document:
        found = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
        return {
            str(font.BaseFont): (
                "/FontFile2" in font.FontDescriptor and "+" in str(font.BaseFont),
                "/ToUnicode" in font,
            )
            for font in found
        }


def kopjes(data: bytes) -> list[tuple[str, int]]:
    """Every bookmark with the page it leads to, counted from 0."""
    with pikepdf.open(io.BytesIO(data)) as document:
        pages: list[object] = [page.objgen for page in document.pages]
        if "/Outlines" not in document.Root:
            return []
        return list(_marks(document.Root.Outlines, pages))


def _marks(parent: pikepdf.Object, pages: list[object]) -> Iterator[tuple[str, int]]:
    item = parent.get("/First")
    while item is not None:
        yield str(item.Title), pages.index(item.Dest[0].objgen)
        yield from _marks(item, pages)
        item = item.get("/Next")


def levend(data: bytes) -> set[bytes]:
    """Whatever could act, lead outside or hide a file: the names of such things anywhere in the file."""
    with pikepdf.open(io.BytesIO(data)) as document:
        found = {name for thing in document.objects for name in _NAME.findall(_written(thing))}
        return (found & ACTIVE) | ({b"/Encrypt"} if document.is_encrypted else set())


def _written(thing: pikepdf.Object) -> bytes:
    plain = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
    return plain.unparse(resolved=True)


def qpdf(data: bytes, folder: Path) -> str:
    """What ``qpdf --check`` has against the file, by way of a file in ``folder``; empty when nothing."""
    path = folder / "stuk.pdf"
    path.write_bytes(data)
    ran = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr
