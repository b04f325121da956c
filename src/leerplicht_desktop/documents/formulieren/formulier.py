"""What a form is: typed fields and blocks, read from TOML by ``lezen``, judged by ``formuliercontrole``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

SCHEMA = 2
"""The newest version of a form that is known; an older form stays good. 2 brought ``tekstregel``."""

# What the program knows about every document, so that a form can name it without asking for it.
KADERVELDEN = frozenset(
    {
        "organisatie",
        "afdeling",
        "behandelaar",
        "functie",
        "telefoon",
        "email",
        "website",
        "bezoekadres",
        "datum",
        "kenmerk",
        "aanhef",
        "plaats",
        "aan_minderjarige",
    }
)

# What it knows about a paper for the court; the last ones are yes or no, for ``als`` and ``tenzij``.
_RECHTERVELDEN = frozenset(
    {
        "organisatie",
        "behandelaar",
        "functie",
        "aktenummer",
        "standplaats",
        "parket",
        "plaats",
        "datum",
        "kenmerk",
        "verdachte",
        "jongeren",
        "ouder_verdacht",
        "jongere_verdacht",
        "minderjarig",
        "tolk",
    }
)
_PV_VELDEN = _RECHTERVELDEN | {
    "aanvulling_op",
    "meer_jongeren",
    "meer_feiten",
    "relatief",
    "luxe",
    "absoluut",
    "gehoord",
    "eerder_bestraft",
}


class Veldtype(StrEnum):
    """What a field may hold."""

    TEKST = "tekst"
    TEKSTREGEL = "tekstregel"
    DATUM = "datum"
    DATUMTIJD = "datumtijd"
    TIJD = "tijd"
    GETAL = "getal"
    JANEE = "janee"
    BSN = "bsn"
    LIJST = "lijst"
    TABEL = "tabel"

    @property
    def sinds(self) -> int:
        """The version of the forms that brought this type: an older program does not know it."""
        return 2 if self is Veldtype.TEKSTREGEL else 1

    def dient_als(self, gevraagd: Veldtype) -> bool:
        """Whether a field of this type may stand where ``gevraagd`` is asked: a line is a text too."""
        return self is gevraagd or (self, gevraagd) == (Veldtype.TEKSTREGEL, Veldtype.TEKST)


class Bloksoort(StrEnum):
    """The kinds of blocks a form may place."""

    KOP = "kop"
    ALINEA = "alinea"
    KLEIN = "klein"
    LIJST = "lijst"
    GEGEVENS = "gegevens"
    TABEL = "tabel"
    KADER = "kader"
    WETTELIJK = "wettelijk"
    HANDTEKENING = "handtekening"
    WITREGEL = "witregel"
    ONDERDEEL = "onderdeel"


class Vorm(StrEnum):
    """The shape of the paper."""

    BRIEF = "brief"
    VERSLAG = "verslag"
    KAART = "kaart"
    PROCES_VERBAAL = "proces_verbaal"
    VERHOOR = "verhoor"

    @property
    def voor_de_rechter(self) -> bool:
        """Whether the program fills it from the dossier, part by part; nobody writes it as a letter."""
        return self in {Vorm.PROCES_VERBAAL, Vorm.VERHOOR}

    @property
    def kadervelden(self) -> frozenset[str]:
        """The names the program fills in a form of this shape."""
        return {Vorm.PROCES_VERBAAL: _PV_VELDEN, Vorm.VERHOOR: _RECHTERVELDEN}.get(self, KADERVELDEN)


@dataclass(frozen=True, slots=True)
class Veld:
    """One field: ``voorbeeld`` fills the example documents; ``uitleg`` helps who fills the form.

    ``voorbeeld_jongere`` stands in the example to a minor, where the words would be others.
    """

    naam: str
    type: Veldtype
    label: str
    verplicht: bool = True
    voorbeeld: object = None
    uitleg: str = ""
    kolommen: tuple[str, ...] = ()
    voorbeeld_jongere: object = None


@dataclass(frozen=True, slots=True)
class Blok:
    """One block. ``als`` and ``tenzij`` name fields: the block stands only when that one is filled, or
    not.
    """

    soort: Bloksoort
    tekst: str = ""
    punten: tuple[str, ...] = ()
    rijen: tuple[tuple[str, str], ...] = ()
    veld: str = ""
    naam: str = ""
    als: str = ""
    tenzij: str = ""
    taal: str = ""

    @property
    def teksten(self) -> tuple[str, ...]:
        """Every text in the block that may name fields."""
        return tuple(tekst for tekst in (self.tekst, *self.punten, *(rij[1] for rij in self.rijen)) if tekst)


@dataclass(frozen=True, slots=True)
class Formulier:
    """A form, sound as far as ``formuliercontrole`` can see. ``hash`` is the SHA-256 of its file."""

    id: str
    titel: str
    soort: Documentsoort
    vorm: Vorm
    velden: tuple[Veld, ...]
    blokken: tuple[Blok, ...]
    hash: str

    def veld(self, naam: str) -> Veld | None:
        """The field of that name."""
        return next((veld for veld in self.velden if veld.naam == naam), None)
