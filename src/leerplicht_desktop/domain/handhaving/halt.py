"""Whether Halt can take a jongere for his absence: the conditions of the present practice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum

from leerplicht_desktop.domain.eisen import eis_aantal, eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.persoon.geboortedatum import Leeftijd
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

_BRON = "Halt-interventie schoolverzuim (Methodische Aanpak Schoolverzuim)"


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

    def __post_init__(self) -> None:
        """Refuse an answer that is neither yes nor no."""
        for vraag in fields(self):
            eis_ja_nee(vraag.name, getattr(self, vraag.name), _BRON)


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

    Raises DomainError (``uren``, ``keren_te_laat`` or ``leeftijd``) for what is no number of zero or more.
    Source: halt.nl, within the MAS.
    """
    wet = bepaling("handhaving.halt", dag)
    uren = eis_aantal("uren", uren, wet.artikel)
    eis_geheel("keren_te_laat", keren_te_laat, (0, 9999), wet.artikel)
    jaren = _leeftijd(leeftijd, wet)
    redenen = _leeftijdredenen(wet, jaren) + _redenen(wet, jaren, voorwaarden or Haltvoorwaarden())
    minst_uren, minst_te_laat = wet.getal("uren"), wet.getal("keren_te_laat")
    if uren < minst_uren and keren_te_laat < minst_te_laat:
        redenen.append(f"Minder dan {minst_uren} uur verzuim en minder dan {minst_te_laat} keer te laat.")
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


def _leeftijd(leeftijd: Leeftijd | int, wet: Bepaling) -> Leeftijd:
    if isinstance(leeftijd, Leeftijd):
        return leeftijd
    jaren = eis_geheel("leeftijd", leeftijd, (0, 150), wet.artikel)
    return Leeftijd(jaren, jaren)


def _leeftijdredenen(wet: Bepaling, jaren: Leeftijd) -> list[str]:
    if not jaren.minstens(wet.getal("leeftijd")):
        return [f"De jongere is nog geen {voluit(wet.getal('leeftijd'))}, of dat is niet zeker."]
    if jaren.minstens(wet.getal("leeftijd_tot")) is not False:
        return [f"De jongere is {voluit(wet.getal('leeftijd_tot'))} of ouder, of dat is niet zeker."]
    return []


def _redenen(wet: Bepaling, jaren: Leeftijd, voorwaarden: Haltvoorwaarden) -> list[str]:
    ouders_nodig = not jaren.minstens(wet.getal("leeftijd_ouders"))
    tegen = (
        (not voorwaarden.jongere_akkoord, "De jongere heeft niet ingestemd."),
        (
            ouders_nodig and not voorwaarden.ouders_akkoord,
            f"De ouders hebben niet getekend; onder de {voluit(wet.getal('leeftijd_ouders'))} is dat nodig.",
        ),
        (voorwaarden.eerder_naar_halt, "De jongere is al eens voor verzuim naar Halt verwezen."),
        (not voorwaarden.blijft_uit_zichzelf_weg, "De jongere blijft niet uit zichzelf weg."),
        (voorwaarden.problemen_zonder_hulp, "Er zijn ernstige problemen waarvoor nog hulp ontbreekt."),
    )
    return [reden for geldt, reden in tegen if geldt]
