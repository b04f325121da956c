"""The lines of an address as they stand in a window envelope (NEN 5825, as the register writes them)."""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.domain.uitleg import Uitleg

from .landelijketabel import gemeentenaam, landnaam
from .naam import aaneen
from .persoon import Buitenlandadres, Locatie, Persoon, Woonadres

_BRON = "NEN 5825:2002; BRP bevragen, adresregels"
_BIJ = {"by": "bij", "to": "t/o"}
_ONBEKEND_LAND = frozenset({"", "0000"})


@dataclass(frozen=True, slots=True, repr=False)
class Adresregels:
    """Up to three lines and the country; None where there is nothing to write."""

    uitleg: Uitleg
    adresregel1: str | None = None
    adresregel2: str | None = None
    adresregel3: str | None = None
    landcode: str | None = None
    land: str | None = None

    def __repr__(self) -> str:
        return "Adresregels(***)"

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines to print, the country last and in capitals; empty when there is no address."""
        land = self.land.upper() if self.land else None
        return tuple(regel for regel in (self.adresregel1, self.adresregel2, self.adresregel3, land) if regel)


def adresregels(persoon: Persoon) -> Adresregels:
    """The address lines of a person; without lines (and saying why) when the address is unknown."""
    match persoon.adres:
        case Woonadres() as adres:
            return _woonadres(adres)
        case Locatie() as locatie:
            return Adresregels(
                Uitleg("Een locatie krijgt haar beschrijving en de gemeente.", _BRON),
                adresregel1=locatie.beschrijving,
                adresregel2=gemeentenaam(locatie.gemeentecode).upper() or None,
            )
        case Buitenlandadres() as adres:
            return _buitenland(adres)
        case _:
            return Adresregels(Uitleg("De BRP geeft geen verblijfplaats.", _BRON))


def _woonadres(adres: Woonadres) -> Adresregels:
    if not adres.straat or not adres.huisnummer:
        return Adresregels(
            Uitleg("De straat of het huisnummer is onbekend; dan worden er geen regels gemaakt.", _BRON)
        )
    plaats = (adres.woonplaats or gemeentenaam(adres.gemeentecode)).upper()
    postcode = adres.postcode.waarde if adres.postcode else ""
    # Two blanks between postcode and town: the standard, and what sorting machines read.
    regel2 = f"{postcode}  {plaats}".strip()
    return Adresregels(
        Uitleg("Straat en nummer, daaronder postcode en plaats in hoofdletters.", _BRON),
        adresregel1=aaneen(adres.straat, _BIJ.get(adres.aanduiding, ""), _nummer(adres)),
        adresregel2=regel2 or None,
    )


def _nummer(adres: Woonadres) -> str:
    if adres.huisletter:
        return f"{adres.huisnummer} {adres.huisletter}{adres.toevoeging}"
    if not adres.toevoeging:
        return adres.huisnummer
    scheiding = "-" if adres.toevoeging[0].isdigit() else " "
    return f"{adres.huisnummer}{scheiding}{adres.toevoeging}"


def _buitenland(adres: Buitenlandadres) -> Adresregels:
    if adres.landcode in _ONBEKEND_LAND or not (adres.regel1 or adres.regel2 or adres.regel3):
        return Adresregels(
            Uitleg("Het adres in het buitenland is onbekend; dan worden er geen regels gemaakt.", _BRON)
        )
    land = landnaam(adres.landcode)
    uitleg = (
        "Een adres in het buitenland krijgt zijn eigen regels en het land."
        if land
        else f"Let op: landcode {adres.landcode} staat niet in de landelijke tabel; schrijf het land zelf."
    )
    return Adresregels(
        Uitleg(uitleg, _BRON),
        adresregel1=adres.regel1 or None,
        adresregel2=adres.regel2 or None,
        adresregel3=adres.regel3 or None,
        landcode=adres.landcode,
        land=land or None,
    )
