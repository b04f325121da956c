"""Repositories for hearings, concepts, sealed documents, attachments and numbers: ``work.zaakstukken``.

Every call is part of the running transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from leerplicht_desktop.casework.concepten import (
    ConceptBrief,
    ConceptPV,
    Conceptzin,
    Veldwaarde,
    Verhoorblad,
    Verhoorzin,
)
from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap


class Verhoren(Protocol):
    """Hearings of this laptop. Once vastgelegd the file refuses every change."""

    def nieuw(self, blad: Verhoorblad) -> None:
        """Keep a new concept."""

    def laad(self, id_: str) -> Verhoorblad:
        """The hearing with its lines; raises KeyError when unknown."""

    def open_verhoren(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """Open concepts that share a jongere with ``dossiers``, the oldest first."""

    def bewaar(self, blad: Verhoorblad) -> None:
        """Keep everything but the lines."""

    def zet_zin(self, verhoor: str, zin: Verhoorzin) -> None:
        """Add a line, or replace its time and whether it is an answer; the text has its own road."""

    def schrijf(self, zin: str, tekst: str) -> None:
        """The keystroke path of a line. Raises KeyError when unknown."""

    def wis_zin(self, zin: str) -> None:
        """Take a line away."""

    def leg_vast(self, blad: Verhoorblad) -> None:
        """Fix it with exactly its lines."""

    def verwerp(self, id_: str) -> None:
        """Take a concept away."""


class Concepten(Protocol):
    """Concept processen-verbaal and letters of this laptop. Each change raises ``versie``."""

    def nieuw_pv(self, concept: ConceptPV) -> None:
        """Keep a new concept."""

    def laad_pv(self, id_: str) -> ConceptPV:
        """The concept with texts and sentences as last written; raises KeyError when unknown or sealed."""

    def bewaar_pv(self, concept: ConceptPV) -> None:
        """Keep everything but the texts and the sentences."""

    def schrijf_pv(self, id_: str, veld: str, tekst: str) -> None:
        """The keystroke path of a text (``school.verklaring``, ``persoon.hulp`` ...)."""

    def zet_zin(self, concept: str, zin: Conceptzin) -> None:
        """Add a sentence, or replace all but its text."""

    def schrijf_zin(self, zin: str, tekst: str) -> None:
        """The keystroke path of a sentence. Raises KeyError when unknown."""

    def wis_zin(self, zin: str) -> None:
        """Take a sentence away."""

    def nieuwe_brief(self, concept: ConceptBrief) -> None:
        """Keep a new concept letter."""

    def laad_brief(self, id_: str) -> ConceptBrief:
        """The concept letter; raises KeyError when unknown or sealed."""

    def bewaar_brief(self, concept: ConceptBrief) -> None:
        """Keep everything but the fields."""

    def schrijf_veld(self, brief: str, veld: str, waarde: Veldwaarde) -> None:
        """The keystroke path of a field of a letter."""

    def verwerp(self, id_: str) -> None:
        """Take a concept (of either kind) away, when thrown away or sealed."""

    def open_pv(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """Open concept processen-verbaal that share a jongere."""


class Stukken(Protocol):
    """Sealed documents of this laptop and the steps after sealing. Nothing here changes or goes."""

    def verzegel(self, stuk: Stuk, pdf: bytes) -> None:
        """Keep a sealed document with its bytes."""

    def laad(self, id_: str) -> Stuk:
        """The document, from this laptop or pulled; raises KeyError when unknown."""

    def stappen(self, stuk: str) -> tuple[Stukstap, ...]:
        """Its steps, own and pulled, in the order they were written down."""

    def zet_stap(self, stap: Stukstap) -> None:
        """Add a step."""


class Bijlagen(Protocol):
    """Attachments of this laptop. Nothing here changes or goes."""

    def voeg_toe(self, bijlage: Dossierbijlage, inhoud: bytes) -> None:
        """Keep an attachment with its bytes."""

    def laad(self, id_: str) -> Dossierbijlage:
        """The attachment, from this laptop or pulled; raises KeyError when unknown."""


@dataclass(frozen=True, slots=True)
class Nummerblok:
    """Numbers that the municipality reserved for this laptop: ``van`` to ``tot``, both included."""

    organisatie: str
    jaar: int
    van: int
    tot: int

    def nummer(self, n: int) -> str:
        """The number as it is printed: ``OEF-2026-000101``."""
        return f"{self.organisatie}-{self.jaar}-{n:06d}"


class Nummers(Protocol):
    """Numbers for a proces-verbaal: reserved by sync, used up in the transaction that seals (R27)."""

    def over(self, jaar: int) -> int:
        """How many numbers of a year are left."""

    def blokken(self, jaar: int) -> int:
        """How many blocks of a year this laptop ever got."""

    def reeks(self, jaar: int) -> tuple[Nummerblok, ...]:
        """Every block of a year that this laptop got from this municipality, in that order."""

    def bewaar(self, blok: Nummerblok, op: datetime) -> None:
        """Keep a new block. The same block again changes nothing."""

    def laat_los(self, blok: Nummerblok) -> None:
        """It turned out to be of another laptop: nothing of it is used any more."""

    def volgende(self, jaar: int) -> str | None:
        """The number that comes next: of that year, else of an earlier one; None when all are used."""

    def gebruik(self, nummer: str, stuk: str) -> None:
        """Use a number up. Raises DomainError (``nummer``) when it is not this laptop's or was used."""


class Afdruklog(Protocol):
    """Every print and export; append-only."""

    def noteer(self, regel: AfdrukRegel) -> None:
        """Add a line."""


class Zaakstukken(Protocol):
    """Everything of paper in one transaction."""

    @property
    def verhoren(self) -> Verhoren: ...
    @property
    def concepten(self) -> Concepten: ...
    @property
    def stukken(self) -> Stukken: ...
    @property
    def bijlagen(self) -> Bijlagen: ...
    @property
    def nummers(self) -> Nummers: ...
    @property
    def afdruklog(self) -> Afdruklog: ...
