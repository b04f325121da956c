"""Recovery: the municipality opens a vault whose passphrase or keyring is gone, with two custodians."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.problems import KluisProblem


@dataclass(frozen=True, slots=True)
class Bewaarder:
    """One of those of whom two together can open a vault; ``sleutel`` is his public key."""

    naam: str
    sleutel: str


class Bewaarders(Protocol):
    """The custodians that this vault is sealed to, besides the officer's own passphrase."""

    def alle(self) -> tuple[Bewaarder, ...]:
        """As the municipality named them last."""

    def bewaar(self, bewaarders: Sequence[Bewaarder]) -> None:
        """Keep others; the vault is sealed to them right after the running transaction."""


@dataclass(frozen=True, slots=True)
class Herstelvraag:
    """What the municipality is asked, and where. ``bericht`` is the message of the wire, as JSON."""

    server: str
    pin: str
    ca_bestand: str
    houvast: str
    bericht: str


class Herstelstand(StrEnum):
    """How far the municipality is."""

    GEVRAAGD = "gevraagd"
    EERSTE = "eerste"
    """The first custodian has been."""
    GEOPEND = "geopend"
    VERLOPEN = "verlopen"


@dataclass(frozen=True, slots=True, repr=False)
class Herstelantwoord:
    """How it stands, and once it is opened what was sealed to this request."""

    stand: Herstelstand
    verzegeld: bytes = b""


class Herstelweg(Protocol):
    """The road to the municipality. Every call happens on the lane of the network; raises SyncProblem."""

    def vraag(self, vraag: Herstelvraag) -> Herstelantwoord:
        """Ask, if it was not asked yet, and hear how it stands."""


class Kluisherstel(Protocol):
    """The laptop's side. Every call happens on the store lane; problems are KluisProblem."""

    def mogelijk(self) -> bool:
        """Whether the municipality can open this vault."""

    def code(self) -> str:
        """The code of the request that is under way, to be read out; empty for none."""

    def begin(self, wachtzin: str) -> None:
        """A request, for who knows this new passphrase. One of before is forgotten. Raises GeenHerstel."""

    def vraag(self) -> Herstelvraag:
        """What is asked. Raises GeenHerstel when nothing is."""

    def open_met(self, wachtzin: str, antwoord: Herstelantwoord) -> None:
        """Close the vault with the new passphrase instead of the old one; then it unlocks with that.

        Raises VerkeerdeWachtzin when it is not that of the request, HerstelPastNiet, SleutelbosOpSlot.
        """

    def vergeet(self) -> None:
        """The request is not needed any more."""


class KluisGeopendDoorGemeente(KluisProblem):
    """Two custodians opened the vault for this laptop."""

    bericht = (
        "Je kluis is geopend door de gemeente, met een nieuwe wachtzin. Alles van deze laptop staat er nog."
    )
    remedie = "Dit staat in het leeslogboek. Vroeg je dit niet zelf? Bel dan nu de beheerder."


class BewaardersGewijzigd(KluisProblem):
    """The municipality named others who together can open this vault."""

    bericht = (
        "De gemeente heeft andere bewaarders aangewezen: wie samen je kluis kunnen openen als jij "
        "het niet kunt."
    )
    remedie = "Je hoeft niets te doen. Wist je gemeente hier niet van? Bel dan de beheerder."


class GeenHerstel(KluisProblem):
    """Nothing beside the vault lets the municipality open it."""

    bericht = (
        "De gemeente kan deze kluis niet openen: er waren geen bewaarders toen de laptop daar het laatst was."
    )
    remedie = (
        "Er is niets gewist. Bel de beheerder: wat al verstuurd was, komt terug als de laptop "
        "opnieuw is ingericht."
    )


class HerstelPastNiet(KluisProblem):
    """What came back does not open this vault."""

    bericht = "Wat de gemeente opende, past niet bij de kluis op deze laptop. Er is niets veranderd."
    remedie = 'Kies "Opnieuw vragen" en lees de nieuwe code voor.'


class KluisTussenSleutels(KluisProblem):
    """The database is under the new key, and the passphrase of before was typed."""

    bericht = "Het wisselen van je sleutel was niet klaar."
    remedie = "Gebruik je nieuwe wachtzin; het wordt nu afgemaakt."
