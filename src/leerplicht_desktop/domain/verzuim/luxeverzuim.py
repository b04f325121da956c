"""The line for luxeverzuim: a warning, or a proces-verbaal straight away (OM guideline 2017R002)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.eisen import eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling


class Luxeproduct(StrEnum):
    """What the officer makes of it."""

    WAARSCHUWING = "waarschuwing"
    PROCES_VERBAAL = "proces-verbaal mogelijk"


@dataclass(frozen=True, slots=True)
class Luxelijn:
    """The product, and what goes with it.

    ``reden_gevraagd``: a proces-verbaal is only made after the officer wrote down why.
    ``in_proces_verbaal``: the words on how the school told the parents, to be printed; empty if none.
    """

    product: Luxeproduct
    reden_gevraagd: bool
    in_proces_verbaal: str
    gronden: tuple[str, ...]
    uitleg: Uitleg


def luxeverzuim_lijn(
    schooldagen: int,
    eerste_keer: bool,
    aangekondigd: str | None = "",
    verlof_geweigerd: bool = False,
    verlof_overschreden: bool = False,
    dag: date | None = None,
) -> Luxelijn:
    """Return what luxeverzuim leads to.

    ``schooldagen`` are whole days with teaching missed; ``aangekondigd`` says how and when the school told
    parents beforehand that it reports such absence.

    Raises DomainError: ``schooldagen`` below one, ``aangekondigd`` for a yes without how and when, and any
    answer that is neither yes nor no. Source: OM guideline 2017R002.
    """
    wet = bepaling("handhaving.luxe_eerste_dag", dag)
    eis_geheel("schooldagen", schooldagen, (1, 366), wet.artikel)
    antwoorden = (
        ("eerste_keer", eerste_keer),
        ("verlof_geweigerd", verlof_geweigerd),
        ("verlof_overschreden", verlof_overschreden),
    )
    for veld, antwoord in antwoorden:
        eis_ja_nee(veld, antwoord, wet.artikel)
    hoe = _hoe(aangekondigd, wet)
    gronden = []
    if schooldagen > wet.getal("schooldagen"):
        gronden.append(f"{schooldagen} schooldagen gemist.")
    if not eerste_keer:
        gronden.append("Het is niet de eerste keer.")
    if hoe:
        gronden.append("De school heeft vooraf gezegd dat zij dit meldt.")
    if verlof_geweigerd:
        gronden.append("Verlof was gevraagd en geweigerd.")
    if verlof_overschreden:
        gronden.append("Er zijn meer dagen genomen dan verleend.")
    product = Luxeproduct.PROCES_VERBAAL if gronden else Luxeproduct.WAARSCHUWING
    invoer = (
        ("schooldagen", str(schooldagen)),
        ("eerste keer", "ja" if eerste_keer else "nee"),
        ("aankondiging door de school", hoe or "geen"),
    )
    regel = " ".join((f"Product: {product.value}.", *gronden, wet.regel))
    return Luxelijn(product, not gronden, hoe, tuple(gronden), wet.uitleg(regel, invoer))


def _hoe(aangekondigd: str | None, wet: Bepaling) -> str:
    if aangekondigd is None or isinstance(aangekondigd, str):
        return (aangekondigd or "").strip()
    raise DomainError(
        "aangekondigd", "Schrijf op hoe en wanneer de school de ouders heeft ingelicht.", wet.artikel
    )
