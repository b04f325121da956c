"""The repairs of reportlab, and the upstream functions they replace."""

from __future__ import annotations

import hashlib
import inspect
import subprocess
import sys

import pytest
from reportlab.pdfbase import pdfdoc

from leerplicht_desktop.documents.archive import patches

_UPSTREAM = """
import hashlib, inspect
from reportlab.pdfbase import pdfdoc, ttfonts
for one in (pdfdoc.PDFStream.format, ttfonts.makeToUnicodeCMap):
    print(hashlib.sha256(inspect.getsource(one).encode()).hexdigest())
"""
_PINNED = [
    "12ee5c4d2e6ac259d325dc1ff6fb901ffd3addf2dedb6073b72d0461cd55a720",
    "71783731cbe452d862ba7db5a5087a4c0847f9127def9b9d7022ea25a3ee908a",
]


def test_upstream_still_is_what_we_repaired() -> None:
    """A new reportlab must be looked at before it may print: these are the sources of 5.1.0."""
    found = subprocess.run([sys.executable, "-c", _UPSTREAM], capture_output=True, text=True, check=True)
    assert found.stdout.split() == _PINNED


def test_the_stock_format_is_the_one_that_was_wrapped() -> None:
    source = inspect.getsource(patches._stock_format)
    assert hashlib.sha256(source.encode()).hexdigest() == _PINNED[0]


def test_both_repairs_are_in_place() -> None:
    patches.apply()
    patches.apply()
    assert pdfdoc.PDFStream.format is patches.stream_format


def test_a_stream_ends_on_its_own_line() -> None:
    document = pdfdoc.PDFDocument()
    stream = pdfdoc.PDFStream(content="q Q")
    assert patches.stream_format(stream, document).endswith(b"\r\nendstream\n")


def test_another_way_of_writing_streams_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(_self: pdfdoc.PDFStream, _document: pdfdoc.PDFDocument) -> bytes:
        return b"<<>> stream q Q endstream"

    monkeypatch.setattr(patches, "_stock_format", other)
    with pytest.raises(RuntimeError, match="another way"):
        patches.stream_format(pdfdoc.PDFStream(content="q Q"), pdfdoc.PDFDocument())


def test_the_character_map_knows_astral_characters_and_no_zero() -> None:
    cmap = patches.to_unicode_cmap("F", [0, 0x41, 0x1F600, 0xD800])
    assert "<01> <0041>" in cmap
    assert "<02> <D83DDE00>" in cmap
    assert "<00> <0000>" not in cmap
    assert "<03>" not in cmap


def test_the_character_map_keeps_blocks_of_a_hundred() -> None:
    cmap = patches.to_unicode_cmap("F", list(range(1, 251)))
    assert [line for line in cmap.splitlines() if line.endswith(" beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]
