"""Whether Halt can take a jongere for his absence: the conditions of the present practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .errors import DomainError
from .geboortedatum import Leeftijd
from .uitleg import Uitleg
from .wet import Bepaling, bepaling


class Haltuitkomst(StrEnum):
    """What the test leads to."""

    GESCHIKT = "geschikt voor Halt"
    MET_OFFICIER = "overleg met de officier van justitie"
    NIET = "niet geschikt voor Halt"


@dataclass(frozen=True, slots=True)
class Haltvoorwaarden:
    """What was asked and answered. Consent counts when it is signed."""

    jongere_akkoord: bool = False
    ouders_akkoord: bool = False
    eerder_naar_halt: bool = False
    blijft_uit_zichzelf_weg: bool = True
    problemen_zonder_hulp: bool = False


@dataclass(frozen=True, slots=True)
class Haltoordeel:
    """The outcome with every reason against; truthful when Halt can take him without the prosecutor."""

    uitkomst: Haltuitkomst
    redenen: tuple[str, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether he can be referred."""
        return self.uitkomst is Haltuitkomst.GESCHIKT


def halt_toets(
    uren: Decimal | float,
    keren_te_laat: int,
    leeftijd: Leeftijd | int,
    voorwaarden: Haltvoorwaarden | None = None,
    dag: date | None = None,
) -> Haltoordeel:
    """Return whether Halt can take him: 9 hours or 12 times late, at most 60, twelve to eighteen, consents.

    ``leeftijd`` is the age at the absence. An uncertain age is no age: it has to be found out first.

    Raises DomainError (``uren`` or ``keren_te_laat``) below zero. Source: halt.nl, within the MAS.
    """
    wet = bepaling("handhaving.halt", dag)
    for veld, aantal in (("uren", uren), ("keren_te_laat", keren_te_laat)):
        if aantal < 0:
            raise DomainError(veld, "Dit aantal is nul of meer.", wet.artikel)
    jaren = Leeftijd(leeftijd, leeftijd) if isinstance(leeftijd, int) else leeftijd
    redenen = _leeftijdredenen(wet, jaren) + _redenen(wet, jaren, voorwaarden or Haltvoorwaarden())
    if uren < wet.getal("uren") and keren_te_laat < wet.getal("keren_te_laat"):
        redenen.append("Minder dan 9 uur verzuim en minder dan 12 keer te laat.")
    uitkomst = Haltuitkomst.NIET if redenen else Haltuitkomst.GESCHIKT
    if not redenen and (uren > wet.getal("hoogstens_uren") or keren_te_laat > wet.getal("hoogstens_te_laat")):
        uitkomst = Haltuitkomst.MET_OFFICIER
    invoer = (
        ("uren", str(uren)),
        ("keren te laat", str(keren_te_laat)),
        ("leeftijd", jaren.tekst()),
    )
    regel = " ".join((f"Uitkomst: {uitkomst.value}.", *redenen, wet.regel))
    return Haltoordeel(uitkomst, tuple(redenen), wet.uitleg(regel, invoer))


def _leeftijdredenen(wet: Bepaling, jaren: Leeftijd) -> list[str]:
    if not jaren.minstens(wet.getal("leeftijd")):
        return ["De jongere is nog geen twaalf, of dat is niet zeker."]
    if jaren.minstens(wet.getal("leeftijd_tot")) is not False:
        return ["De jongere is achttien of ouder, of dat is niet zeker."]
    return []


def _redenen(wet: Bepaling, jaren: Leeftijd, voorwaarden: Haltvoorwaarden) -> list[str]:
    ouders_nodig = not jaren.minstens(wet.getal("leeftijd_ouders"))
    tegen = (
        (not voorwaarden.jongere_akkoord, "De jongere heeft niet ingestemd."),
        (
            ouders_nodig and not voorwaarden.ouders_akkoord,
            "De ouders hebben niet getekend; onder de zestien is dat nodig.",
        ),
        (voorwaarden.eerder_naar_halt, "De jongere is al eens voor verzuim naar Halt verwezen."),
        (not voorwaarden.blijft_uit_zichzelf_weg, "De jongere blijft niet uit zichzelf weg."),
        (voorwaarden.problemen_zonder_hulp, "Er zijn ernstige problemen waarvoor nog hulp ontbreekt."),
    )
    return [reden for geldt, reden in tegen if geldt]
