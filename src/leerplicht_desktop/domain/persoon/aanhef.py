"""How a letter addresses and names somebody: salutation, first address line, mention in running text.

The rules are those the register itself publishes. They decide in order: may a woman bear the title of her
partner, else is the own noble title borne, else neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.domain.uitleg import Uitleg

from .adel import Geslacht, Titel
from .naam import aaneen, hoofdletter
from .persoon import Naamgebruik, Persoon

_BRON = "LO3 61.10 en 02.20; BRP bevragen, {onderdeel}"
_NAAMGEBRUIK = {
    Naamgebruik.EIGEN: "eigen naam",
    Naamgebruik.PARTNER: "naam partner",
    Naamgebruik.PARTNER_VOOR_EIGEN: "naam partner voor eigen naam",
    Naamgebruik.PARTNER_NA_EIGEN: "naam partner na eigen naam",
}
_GESLACHT = {Geslacht.MAN: "man", Geslacht.VROUW: "vrouw", Geslacht.ONBEKEND: "onbekend"}
_ONBEKENDE_NAAM = "De geslachtsnaam is onbekend, dus de BRP geeft geen {onderdeel}."


class Aanspreektekst(str):
    """A text that knows why it reads as it does. Empty when the register gives none."""

    __slots__ = ("uitleg",)
    uitleg: Uitleg

    def __new__(cls, tekst: str, uitleg: Uitleg) -> Aanspreektekst:
        self = super().__new__(cls, tekst)
        self.uitleg = uitleg
        return self


@dataclass(frozen=True, slots=True, repr=False)
class Aanschrijfwijze:
    """The first lines of an address: for nobility the form of address, then the name.

    Both are None when the register gives none; ``uitleg`` says why.
    """

    uitleg: Uitleg
    naam: str | None = None
    aanspreekvorm: str | None = None

    def __repr__(self) -> str:
        return "Aanschrijfwijze(***)"

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines above the address."""
        return tuple(regel for regel in (self.aanspreekvorm, self.naam) if regel)


def aanhef(persoon: Persoon) -> Aanspreektekst:
    """The salutation that opens a letter, without the comma; empty when the surname is unknown."""
    hoffelijk = _hoffelijkheidstitel(persoon, persoon.naamgebruik)
    if hoffelijk and _titels_botsen(persoon):
        regel = "Zij voert de titel van haar partner en wordt daarmee aangesproken."
        return Aanspreektekst(hoffelijk.aanspreekvorm(Geslacht.VROUW), _uitleg(persoon, "aanhef", regel))
    eigen = _eigen_titel(persoon)
    adellijk = eigen.aanspreekvorm(_geslacht(persoon)) if eigen else ""
    if adellijk:
        return Aanspreektekst(adellijk, _uitleg(persoon, "aanhef", "De eigen titel bepaalt de aanhef."))
    namen = _samengevoegd(persoon, persoon.naam.achternaam, _partnernaam(persoon))
    if not namen:
        return _niets(persoon, "aanhef")
    begin = {Geslacht.MAN: "heer", Geslacht.VROUW: "mevrouw"}.get(_geslacht(persoon))
    regel = "Geslacht en naamgebruik bepalen de aanhef."
    return Aanspreektekst(
        aaneen("Geachte", _ingeleid(persoon, begin, namen)), _uitleg(persoon, "aanhef", regel)
    )


def in_lopende_tekst(persoon: Persoon) -> Aanspreektekst:
    """How a sentence names somebody (``mevrouw In het Veld``); empty when the surname is unknown."""
    onderdeel = "gebruik in lopende tekst"
    eigen, partner = _namen_met_titel(persoon)
    namen = _samengevoegd(persoon, eigen, partner)
    if not namen:
        return _niets(persoon, onderdeel)
    if _begint_met_titel(persoon):
        regel = "De titel komt voor de naam, zonder de heer of mevrouw."
        return Aanspreektekst(namen, _uitleg(persoon, onderdeel, regel))
    begin = {Geslacht.MAN: "de heer", Geslacht.VROUW: "mevrouw"}.get(_geslacht(persoon))
    regel = "Geslacht en naamgebruik bepalen hoe iemand in een zin heet."
    return Aanspreektekst(_ingeleid(persoon, begin, namen), _uitleg(persoon, onderdeel, regel))


def aanschrijfwijze(persoon: Persoon) -> Aanschrijfwijze:
    """Initials and name for the first line of an address, and for nobility the line above it."""
    onderdeel = "aanschrijfwijze"
    eigen, partner = _namen_met_titel(persoon)
    letters, titel = persoon.naam.voorletters, _eigen_titel(persoon)
    namen = _samengevoegd(persoon, eigen, partner)
    if not namen:
        return Aanschrijfwijze(_uitleg(persoon, onderdeel, _ONBEKENDE_NAAM.format(onderdeel=onderdeel)))
    predicaat = titel.vorm(_geslacht(persoon)) if titel and titel.predicaat else ""
    if predicaat and persoon.gevoerd_naamgebruik is not Naamgebruik.PARTNER_VOOR_EIGEN:
        # A predicate comes before the initials, a title behind them.
        namen = _samengevoegd(persoon, aaneen(predicaat, letters, persoon.naam.achternaam), partner)
    else:
        namen = aaneen(letters, namen)
    regel = "Voorletters, daarna de namen in de volgorde van het naamgebruik."
    return Aanschrijfwijze(
        _uitleg(persoon, onderdeel, regel), hoofdletter(namen), _regel_erboven(persoon, titel)
    )


def _regel_erboven(persoon: Persoon, titel: Titel | None) -> str | None:
    hoffelijk = _hoffelijkheidstitel(persoon, persoon.gevoerd_naamgebruik)
    if hoffelijk:
        vorm = hoffelijk.aanspreekvorm(Geslacht.VROUW)
    elif titel and (titel.vorm(_geslacht(persoon)) or _geslacht(persoon) is Geslacht.ONBEKEND):
        vorm = titel.aanspreekvorm(_geslacht(persoon))
    else:
        vorm = ""
    return f"De {vorm[0].lower()}{vorm[1:]}" if vorm else None


def _geslacht(persoon: Persoon) -> Geslacht:
    return persoon.geslacht or Geslacht.ONBEKEND


def _eigen_titel(persoon: Persoon) -> Titel | None:
    """The own title or predicate, if it is borne: not under the partner's name alone, and a predicate not
    by a woman who has a partner or uses a former partner's name."""
    titel, naamgebruik, partner = persoon.naam.titel, persoon.gevoerd_naamgebruik, persoon.partner
    if titel is None or naamgebruik is Naamgebruik.PARTNER:
        return None
    if titel.predicaat and persoon.geslacht is Geslacht.VROUW:
        met_partner = partner is not None and not partner.beeindigd
        return None if met_partner or naamgebruik is not Naamgebruik.EIGEN else titel
    return titel


def _hoffelijkheidstitel(persoon: Persoon, naamgebruik: Naamgebruik) -> Titel | None:
    """The title of the (former) partner, if a woman who uses the partner's name may bear it."""
    titel = persoon.partner.naam.titel if persoon.partner else None
    if persoon.geslacht is not Geslacht.VROUW or naamgebruik is Naamgebruik.EIGEN:
        return None
    return titel if titel and titel.hoffelijk else None


def _titels_botsen(persoon: Persoon) -> bool:
    """Over an own title only the title of somebody registered as a man prevails."""
    partner = persoon.partner
    return persoon.naam.titel is None or (partner is not None and partner.geslacht is Geslacht.MAN)


def _partnernaam(persoon: Persoon) -> str:
    return persoon.partner.naam.achternaam if persoon.partner else ""


def _namen_met_titel(persoon: Persoon) -> tuple[str, str]:
    """The own and the partner's name, each with its title where that is borne."""
    eigen, hoffelijk = _eigen_titel(persoon), _hoffelijkheidstitel(persoon, persoon.gevoerd_naamgebruik)
    return (
        _met_titel(eigen.vorm(_geslacht(persoon)) if eigen else "", persoon.naam.achternaam),
        _met_titel(hoffelijk.vrouw if hoffelijk else "", _partnernaam(persoon)),
    )


def _met_titel(titel: str, achternaam: str) -> str:
    return aaneen(titel, achternaam) if achternaam else ""


def _samengevoegd(persoon: Persoon, eigen: str, partner: str) -> str:
    """Own and partner's name in the order somebody chose; empty when a needed own name is unknown."""
    naamgebruik = persoon.gevoerd_naamgebruik
    if naamgebruik is Naamgebruik.PARTNER:
        return partner
    if naamgebruik is Naamgebruik.EIGEN or not eigen:
        return eigen
    paar = (partner, eigen) if naamgebruik is Naamgebruik.PARTNER_VOOR_EIGEN else (eigen, partner)
    return "-".join(paar)


def _begint_met_titel(persoon: Persoon) -> bool:
    naamgebruik = persoon.gevoerd_naamgebruik
    if naamgebruik in (Naamgebruik.PARTNER, Naamgebruik.PARTNER_VOOR_EIGEN):
        return _hoffelijkheidstitel(persoon, naamgebruik) is not None
    eigen = _eigen_titel(persoon)
    return bool(eigen and eigen.vorm(_geslacht(persoon)))


def _ingeleid(persoon: Persoon, begin: str | None, namen: str) -> str:
    """The names after heer, mevrouw or, where the sex is unknown, the initials."""
    if begin:
        return aaneen(begin, hoofdletter(namen))
    letters = persoon.naam.voorletters
    return aaneen(letters, namen) if letters else hoofdletter(namen)


def _uitleg(persoon: Persoon, onderdeel: str, regel: str) -> Uitleg:
    partner = persoon.partner
    return Uitleg(
        regel=regel,
        artikel=_BRON.format(onderdeel=onderdeel),
        invoer=(
            ("geslacht", _GESLACHT[_geslacht(persoon)]),
            ("naamgebruik", _NAAMGEBRUIK[persoon.gevoerd_naamgebruik]),
            ("partner", "geen" if partner is None else "voormalig" if partner.beeindigd else "huidig"),
        ),
    )


def _niets(persoon: Persoon, onderdeel: str) -> Aanspreektekst:
    return Aanspreektekst("", _uitleg(persoon, onderdeel, _ONBEKENDE_NAAM.format(onderdeel=onderdeel)))
