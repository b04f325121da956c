"""Who gets a letter, and how many letters that makes: one for each address (R30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Bewoner
from leerplicht_desktop.domain.uitleg import Uitleg

_BRON = "artikel 5 lid 1 Algemene verordening gegevensbescherming; R30"


@dataclass(frozen=True, slots=True)
class Briefbestemming:
    """One letter: to whom (keys of persons, in the order given) and at which address (a key)."""

    personen: tuple[str, ...]
    adres: str
    uitleg: Uitleg

    @property
    def aan_de_ouders_van(self) -> bool:
        """Whether it may be headed "aan de ouders van": it goes to more than one person at one address."""
        return len(self.personen) > 1


def briefbestemmingen(ontvangers: Sequence[Bewoner]) -> tuple[Briefbestemming, ...]:
    """The letters that are needed to reach everybody: people at one address share a letter.

    Raises DomainError (``ontvanger``) when nobody is chosen or an address is unknown.
    """
    if not ontvangers:
        raise DomainError("ontvanger", "Kies aan wie de brief gaat.", _BRON)
    if any(not ontvanger.adres for ontvanger in ontvangers):
        raise DomainError(
            "ontvanger",
            "Van een ontvanger is geen adres bekend. Vraag het adres na of haal deze ontvanger weg.",
            _BRON,
        )
    per_adres: dict[str, list[str]] = {}
    for ontvanger in ontvangers:
        per_adres.setdefault(ontvanger.adres, []).append(ontvanger.persoon)
    regel = (
        "Iedereen woont op hetzelfde adres: één brief."
        if len(per_adres) == 1
        else "De ontvangers wonen op verschillende adressen: elk een eigen brief met alleen het eigen adres."
    )
    invoer = (("ontvangers", str(len(ontvangers))), ("adressen", str(len(per_adres))))
    uitleg = Uitleg(regel, _BRON, invoer)
    return tuple(Briefbestemming(tuple(personen), adres, uitleg) for adres, personen in per_adres.items())


def een_brief(ontvangers: Sequence[Bewoner]) -> Briefbestemming:
    """The single letter "aan de ouders van"; DomainError when its receivers live at several addresses."""
    brieven = briefbestemmingen(ontvangers)
    if len(brieven) > 1:
        raise DomainError(
            "ontvanger",
            f"Deze ontvangers wonen op {len(brieven)} adressen. Eén brief aan allen kan niet; maak er "
            f"{len(brieven)}, elk met het eigen adres.",
            _BRON,
        )
    return brieven[0]


class Bestemmingstand(Enum):
    """Whether a letter that was begun for an address still reaches its receivers there."""

    KLOPT = auto()
    VERHUISD = auto()
    UITEEN = auto()
    ONBEKEND = auto()


def bestemmingstand(adres: str, ontvangers: Sequence[Bewoner]) -> Bestemmingstand:
    """How a letter for ``adres`` (a key) stands to where its receivers live now.

    Data must be right at the moment they are used (article 5 lid 1 d AVG), and two addresses are two letters
    (R30).
    """
    adressen = {ontvanger.adres for ontvanger in ontvangers}
    if not adressen or "" in adressen:
        return Bestemmingstand.ONBEKEND
    if len(adressen) > 1:
        return Bestemmingstand.UITEEN
    return Bestemmingstand.KLOPT if adressen == {adres} else Bestemmingstand.VERHUISD
