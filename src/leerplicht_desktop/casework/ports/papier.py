"""Paper, as screens and acts ask for it: documents as bytes and as pages, forms, and files from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
    from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


@dataclass(frozen=True, slots=True)
class Paginabeeld:
    """A page as RGBA pixels, rows from top to bottom without padding."""

    breedte: int
    hoogte: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """A rendered document. ``concept`` and ``versie`` say of what; ``definitief`` ones may be sealed.

    ``inhoud_hash`` and ``sjabloon_hash`` are SHA-256 in hexadecimal, ``moment`` and ``nummer`` stand on it.
    """

    pdf: bytes
    inhoud_hash: str
    sjabloon_hash: str
    bladzijden: int
    waarschuwingen: tuple[str, ...]
    concept: str
    versie: int
    moment: datetime
    nummer: str = ""
    definitief: bool = False
    verhoor_inhoud: str = ""
    """Of a hearing: what will be signed, as a hash without the moment at which it was drawn."""
    zonder_telefoon: bool = False
    """Nobody filled in a number to call: a letter cannot become final so."""


@dataclass(frozen=True, slots=True)
class Formulierveld:
    """A field of a letter, as a screen asks for it. ``type`` as in the form: ``tekst``, ``datum`` ...

    ``keuze`` is no type of a form: one of ``keuzes``, pairs of what is kept and what is shown.
    """

    naam: str
    type: str
    label: str
    verplicht: bool
    uitleg: str
    kolommen: tuple[str, ...] = ()
    keuzes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Formulierbeeld:
    """A form an officer can choose: ``vorm`` is ``brief``, ``verslag`` or ``kaart``."""

    id: str
    titel: str
    soort: Documentsoort
    vorm: str
    velden: tuple[Formulierveld, ...]


@dataclass(frozen=True, slots=True)
class Formulierlijst:
    """The forms that can be used; ``onbruikbaar`` says of each other what is wrong, with its file."""

    beelden: tuple[Formulierbeeld, ...] = ()
    onbruikbaar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IngelezenBijlage:
    """A photo, scan or PDF that was read, cleaned and found fit to keep."""

    soort: Bijlagesoort
    mime: str
    inhoud: bytes
    bladzijden: int
    camera: str = ""
    """When the camera says the photo was taken, as ISO 8601; empty when it does not say."""
    waarschuwing: str = ""
    """What the officer should know about the file, in a sentence; empty when there is nothing."""
    bron_sha256: str = ""
    """The hash of the file as it was chosen, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Bijlageblad:
    """Page ``nummer`` (from 0) of ``bladzijden`` of an attachment."""

    bladzijden: int
    nummer: int
    beeld: Paginabeeld


class Papier(Protocol):
    """Documents as bytes, on the side lane. Nothing is written to disk. Raises BekendProbleem."""

    def bezoekverslag(self, bezoek: str) -> bytes:
        """The one-page report of a visit, as PDF. Reads the vault itself, then renders."""

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """A concept proces-verbaal as PDF; ``definitief`` with the number it will get and checked whole.

        A final one is to be handed to ``proces_verbaal_verzegelen``, which uses the number up.
        """

    def brief(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """A concept letter as PDF; ``definitief`` as it will be sealed."""

    def verhoorverslag(self, verhoor: str, *, definitief: bool = False) -> Drukwerk:
        """A hearing as PDF, to read back and to sign; a concept says so on each page.

        ``definitief`` for signing before it is vastgelegd: refused while anything else still blocks. One that
        was vastgelegd is always final.
        """

    def stuk(self, stuk: str) -> bytes:
        """A sealed document, byte for byte as it was sealed: its hash is compared. Raises BekendProbleem."""

    def formulieren(self) -> Formulierlijst:
        """The forms of this municipality."""

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """A file made fit to keep: photos drawn anew and made smaller, without what the camera hid in them.

        ``naam`` only helps to name the file in a refusal. Raises BekendProbleem with what to do.
        """

    def bijlagebeeld(self, inhoud: bytes, nummer: int, breedte: int) -> Bijlageblad:
        """A page of an attachment as pixels, at most ``breedte`` wide; ``nummer`` counts from 0.

        What it is follows from its bytes, and a process of its own opens it. Raises BekendProbleem.
        """

    def aantal_paginas(self, pdf: bytes) -> int:
        """How many pages."""

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> Paginabeeld:
        """One page as pixels; ``nummer`` from 0."""

    def strook(self, pdf: bytes, nummer: int, dpi: float, boven: int) -> tuple[Paginabeeld, int]:
        """A strip of a page from row ``boven`` on, and how many rows of pixels the page has."""
