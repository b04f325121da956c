"""The look of one municipality: name, colour, logo, addresses; checked before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from leerplicht_desktop.domain.errors import DomainError

MINSTE_CONTRAST = 4.5  # WCAG 2.1, success criterion 1.4.3
_KLEURCODE = re.compile(r"#[0-9a-fA-F]{6}")


def _helderheid(kleur: str) -> float:
    def lineair(deel: int) -> float:
        waarde = deel / 255
        return waarde / 12.92 if waarde <= 0.04045 else ((waarde + 0.055) / 1.055) ** 2.4

    rood, groen, blauw = (lineair(int(kleur[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(kleur: str, achtergrond: str = "#ffffff") -> float:
    """Contrast between two colours ``#rrggbb`` as WCAG 2.1 defines it: 1 to 21."""
    licht, donker = sorted((_helderheid(kleur), _helderheid(achtergrond)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@dataclass(frozen=True, slots=True)
class Lettertype:
    """A font that the municipality adds for another script; ``lees`` gives the file, or ``OSError``."""

    naam: str
    lees: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """House style of the municipality.

    ``kleur`` is the colour of headings and rules as ``#rrggbb``; on white it needs a contrast of 4.5.
    ``logo`` is a PNG or JPEG; ``logo_tekst`` is what a screen reader says for it and may be empty
    only without a logo. ``lettertypen`` print scripts that the program has no letters for; they are no part
    of what a document says.
    """

    naam: str
    afdeling: str = ""
    kleur: str = "#17496B"
    bezoekadres: str = ""
    postadres: str = ""
    telefoon: str = ""
    email: str = ""
    website: str = ""
    voettekst: str = ""
    logo: bytes = b""
    logo_tekst: str = ""
    lettertypen: tuple[Lettertype, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise DomainError("naam", "Vul de naam van de gemeente in.")
        if not _KLEURCODE.fullmatch(self.kleur):
            raise DomainError(
                "kleur", "Schrijf de kleur als # met zes cijfers of letters a–f, bijvoorbeeld #17496B."
            )
        if contrast(self.kleur) < MINSTE_CONTRAST:
            raise DomainError(
                "kleur",
                f"Deze kleur is te licht om op wit papier te lezen (contrast {contrast(self.kleur):.1f}; "
                f"minstens {MINSTE_CONTRAST} is nodig). Kies een donkerder kleur.",
                "WCAG 2.1, 1.4.3",
            )
        if self.logo and not self.logo_tekst.strip():
            raise DomainError(
                "logo_tekst", "Schrijf in een paar woorden wat het logo voorstelt.", "PDF/UA-1, 7.3"
            )

    @property
    def contactregels(self) -> tuple[str, ...]:
        """How to reach the municipality, one line each; only what is filled."""
        regels = (self.bezoekadres, self.postadres, self.telefoon, self.email, self.website)
        return tuple(regel for regel in regels if regel)
