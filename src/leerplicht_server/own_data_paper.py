"""The data of one citizen on paper: plain pages that anybody can read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from pydantic import JsonValue
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .errors import ServerError
from .own_data import Json

_FONT, _FILE = "Inzage", "NotoSans-Regular.ttf"
_WIDTH, _HEIGHT, _EDGE = 595.28, 841.89, 56.0
_SIZE, _HEAD, _LEADING = 10.0, 13.0, 14.0
_LAW = {"avg": "Algemene verordening gegevensbescherming", "wpg": "Wet politiegegevens"}

_DAY = re.compile(r"\b(\d{4})-?(\d\d)-?(\d\d)(?!\d)")

Line = tuple[float, float, str]
"""Size, indent, text."""


def paper(given: Json, about: Json) -> bytes:
    """The package as a PDF; ``about`` is what stands with it: purpose, receivers, terms, rights."""
    _register_font()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), lang="nl-NL", invariant=1)
    canvas.setTitle("Uw gegevens bij leerplicht")
    top, page = 0.0, 0
    for size, indent, text in _lines(given, about):
        for part in _broken(text, size, _WIDTH - 2 * _EDGE - indent):
            if top < 2 * _EDGE:
                if page:
                    canvas.showPage()
                page += 1
                canvas.setFont(_FONT, 8)
                canvas.drawRightString(_WIDTH - _EDGE, _EDGE / 2, f"Bladzijde {page}")
                top = _HEIGHT - _EDGE
            canvas.setFont(_FONT, size)
            canvas.drawString(_EDGE + indent, top, part)
            top -= _LEADING * size / _SIZE
    canvas.save()
    return out.getvalue()


def _register_font() -> None:
    root = Path(__file__).resolve().parents[2]
    place = root / "resources" / "fonts" / "document" / _FILE
    if (root / "pyproject.toml").is_file() and place.is_file():
        data = place.read_bytes()
    else:
        with suppress(ModuleNotFoundError, FileNotFoundError):
            data = files("leerplicht_resources").joinpath("fonts", "document", _FILE).read_bytes()
            pdfmetrics.registerFont(TTFont(_FONT, io.BytesIO(data)))
            return
        raise ServerError("De letter voor het papier ontbreekt. Installeer het programma opnieuw.")
    pdfmetrics.registerFont(TTFont(_FONT, io.BytesIO(data)))


def _lines(given: Json, about: Json) -> Iterator[Line]:
    yield _HEAD, 0, f"Uw gegevens onder de {_LAW[str(given['regime'])]}"
    yield from _told(about, 0)
    yield from _told({"dossier": given["dossier"], "van": given["van"]}, 0)
    yield from _told({name: given[name] for name in ("in het dossier staan ook", "register", "soorten")}, 0)
    if given["geweigerd"]:
        yield _SIZE, 0, f"De inhoud krijgt u niet: {given['geweigerd']}"
    if given["niet meegegeven"]:
        yield from _told(
            {"niet meegegeven, want van anderen of wacht op een besluit": given["niet meegegeven"]}, 0
        )
    rows = given["gegevens"]
    for one in rows if isinstance(rows, list) else ():
        if isinstance(one, dict):
            yield _SIZE, 0, ""
            yield _HEAD, 0, str(one["gegeven"]).capitalize()
            yield from _told({name: value for name, value in one.items() if name != "gegeven"}, 0)


def _told(value: Json, indent: float) -> Iterator[Line]:
    for name, part in value.items():
        label = name.replace("_", " ")
        if isinstance(part, dict):
            yield _SIZE, indent, f"{label}:"
            yield from _told(part, indent + 12)
        elif isinstance(part, list):
            yield _SIZE, indent, f"{label}:"
            for one in part:
                yield _SIZE, indent + 12, _plain(one)
        else:
            yield _SIZE, indent, f"{label}: {_plain(part)}"


def _plain(value: JsonValue) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{name.replace('_', ' ')} {_plain(part)}" for name, part in value.items() if part != ""
        )
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "onbekend" if value is None else _DAY.sub(r"\3-\2-\1", str(value))


def _broken(text: str, size: float, width: float) -> Iterator[str]:
    for line in text.splitlines() or [""]:
        row = ""
        for word in line.split(" "):
            longer = f"{row} {word}" if row else word
            if row and pdfmetrics.stringWidth(longer, _FONT, size) > width:
                yield row
                longer = word
            row = longer
        yield row
