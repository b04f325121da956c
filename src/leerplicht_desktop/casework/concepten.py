"""What the officer works on before it is sealed: a hearing, a concept proces-verbaal, a concept letter.

Each holds the domain values with whose case it is and where it came from. ``versie`` rises with every change,
so that sealing can tell whether the paper that was read is still the paper that is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Bijlage, ProcesVerbaal
from leerplicht_desktop.domain.handhaving.pvzin import Bevinding
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor, Verhoorregel
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

Veldwaarde = None | bool | int | str | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""A filled field of a letter; days, moments and times as ISO 8601 text."""


@dataclass(frozen=True, slots=True)
class Persoonskeuze:
    """Somebody of the dossiers: ``persoon`` is the id in the register (None: not registered)."""

    persoon: str | None
    rol: Rol
    naam: str


@dataclass(frozen=True, slots=True)
class Verhoorzin:
    """A question or answer with the id its keystrokes go to."""

    id: str
    moment: datetime
    tekst: str = ""
    antwoord: bool = True


@dataclass(frozen=True, slots=True)
class Verhoorblad:
    """A hearing with whose case it is. ``verhoor.regels`` is empty here; :meth:`compleet` fills it in.

    ``bron`` is the visit or note it began from (R17): that stays where it is.
    """

    dossiers: tuple[str, ...]
    verdachte: Persoonskeuze
    verhoor: Verhoor
    zinnen: tuple[Verhoorzin, ...] = ()
    bron: str | None = None
    vastgelegd_op: datetime | None = None

    @property
    def id(self) -> str:
        """The id of the hearing."""
        return self.verhoor.id

    @property
    def is_concept(self) -> bool:
        """Whether it can still be written in."""
        return self.vastgelegd_op is None

    @property
    def compleet(self) -> Verhoor:
        """The hearing with its lines; empty ones are left out."""
        regels = tuple(
            Verhoorregel(zin.moment, zin.tekst, zin.antwoord) for zin in self.zinnen if zin.tekst.strip()
        )
        return replace(self.verhoor, regels=regels)


@dataclass(frozen=True, slots=True)
class Conceptzin:
    """One sentence of the chronology with the id its keystrokes go to.

    ``weggelaten`` keeps it in the concept and off the paper.
    """

    id: str
    bevinding: Bevinding
    weggelaten: bool = False

    @property
    def bron_id(self) -> str:
        """The record it came from with the place in it; empty when the officer wrote it."""
        return self.bevinding.bron.sleutel


@dataclass(frozen=True, slots=True)
class Feitkeuze:
    """What the facts are made from. ``plaats`` is where the fact was (the school, or home when absoluut).

    ``verzorgt`` says that a suspect without gezag looks after the jongere; ``reden`` why a first single day
    of luxeverzuim leads to a proces-verbaal all the same (R14).
    """

    soort: Feitsoort
    van: date
    tot: date
    plaats: str = ""
    verzorgt: bool = False
    reden: str = ""


@dataclass(frozen=True, slots=True)
class ConceptPV:
    """A proces-verbaal in the making. ``pv`` holds everything but what has a place of its own here.

    ``verhoren`` and ``bijlagen`` are ids; ``aanvulling_op`` is the id of the sealed proces-verbaal that this
    one adds to. :func:`proces_verbaal_van` joins it all.
    """

    id: str
    dossiers: tuple[str, ...]
    verdachte: Persoonskeuze
    keuze: Feitkeuze
    pv: ProcesVerbaal
    begonnen_op: datetime
    zinnen: tuple[Conceptzin, ...] = ()
    verhoren: tuple[str, ...] = ()
    bijlagen: tuple[str, ...] = ()
    aanvulling_op: str | None = None
    versie: int = 1


def proces_verbaal_van(
    concept: ConceptPV, verhoren: Sequence[Verhoorblad], bijlagen: Sequence[Dossierbijlage]
) -> ProcesVerbaal:
    """The proces-verbaal as it will be printed: sentences, chosen hearings and chosen annexes joined."""
    per_id = {blad.id: blad for blad in verhoren}
    gekozen = {bijlage.id: bijlage for bijlage in bijlagen}
    return replace(
        concept.pv,
        bevindingen=tuple(zin.bevinding for zin in concept.zinnen if not zin.weggelaten),
        verhoren=tuple(per_id[id_].compleet for id_ in concept.verhoren if id_ in per_id),
        bijlagen=tuple(_bijlage(gekozen[id_]) for id_ in concept.bijlagen if id_ in gekozen),
        niet_opgenomen=_niet_opgenomen(concept.zinnen),
    )


def _niet_opgenomen(zinnen: Sequence[Conceptzin]) -> tuple[str, ...]:
    """Counted and not told: a record of which something stands on the paper may hold more than that."""
    op_papier = {zin.bevinding.bron.record for zin in zinnen if zin.bron_id and not zin.weggelaten}
    weg: dict[str, list[Conceptzin]] = {}
    for zin in zinnen:
        if zin.weggelaten and zin.bevinding.bron.record in op_papier:
            weg.setdefault(zin.bevinding.bron.verwijzing, []).append(zin)
    return tuple(
        f"Van {verwijzing} {'is 1 zin' if len(een) == 1 else f'zijn {len(een)} zinnen'} niet opgenomen."
        for verwijzing, een in weg.items()
    )


def _bijlage(bijlage: Dossierbijlage) -> Bijlage:
    return Bijlage(
        titel=bijlage.titel,
        datum=bijlage.dag,
        bladzijden=bijlage.bladzijden,
        sha256=bijlage.sha256,
        volgens=bijlage.volgens,
        bron_sha256=bijlage.bron_sha256 if bijlage.hertekend else "",
    )


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """One addressee of a letter, as it will be printed. ``personen`` are ids of the register.

    ``adres`` is the key of the address (equal for people who live together), empty for an organisation.
    """

    naamregels: tuple[str, ...]
    adresregels: tuple[str, ...]
    aanhef: str
    personen: tuple[str, ...] = ()
    adres: str = ""
    minderjarig: bool = False


@dataclass(frozen=True, slots=True)
class ConceptBrief:
    """A letter in the making, to one address. ``formulier`` is the id of its form."""

    id: str
    dossiers: tuple[str, ...]
    soort: Documentsoort
    formulier: str
    aan: Ontvanger | None
    begonnen_op: datetime
    velden: Mapping[str, Veldwaarde] = field(default_factory=dict, hash=False)
    versie: int = 1
