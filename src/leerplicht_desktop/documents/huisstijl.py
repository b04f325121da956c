"""The look of one municipality: name, colour, logo, addresses; checked before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from leerplicht_desktop.domain.errors import DomainError

MIN_CONTRAST = 4.5  # WCAG 2.1, success criterion 1.4.3
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, background: str = "#ffffff") -> float:
    """Contrast between two colours ``#rrggbb`` as WCAG 2.1 defines it: 1 to 21."""
    light, dark = sorted((_luminance(colour), _luminance(background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
        if not _HEX.fullmatch(self.kleur):
            raise DomainError(
                "kleur", "Schrijf de kleur als # met zes cijfers of letters a–f, bijvoorbeeld #17496B."
            )
        if contrast(self.kleur) < MIN_CONTRAST:
            raise DomainError(
                "kleur",
                f"Deze kleur is te licht om op wit papier te lezen (contrast {contrast(self.kleur):.1f}; "
                f"minstens {MIN_CONTRAST} is nodig). Kies een donkerder kleur.",
                "WCAG 2.1, 1.4.3",
            )
        if self.logo and not self.logo_tekst.strip():
            raise DomainError(
                "logo_tekst", "Schrijf in een paar woorden wat het logo voorstelt.", "PDF/UA-1, 7.3"
            )

    @property
    def contactregels(self) -> tuple[str, ...]:
        """How to reach the municipality, one line each; only what is filled."""
        lines = (self.bezoekadres, self.postadres, self.telefoon, self.email, self.website)
        return tuple(line for line in lines if line)
