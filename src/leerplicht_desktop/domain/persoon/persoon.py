"""A person as the register knows them: name, partners, address. Its repr never shows who it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .adel import Geslacht
from .geboortedatum import Geboortedatum
from .identiteit import Bsn, Onderwijsnummer, Postcode
from .naam import Naam


class Naamgebruik(StrEnum):
    """Which surname somebody chose to be addressed by (LO3 61.10)."""

    EIGEN = "E"
    PARTNER = "P"
    PARTNER_VOOR_EIGEN = "V"
    PARTNER_NA_EIGEN = "N"


@dataclass(frozen=True, slots=True, repr=False)
class Partner:
    """A spouse or registered partner, present or former.

    ``aangegaan`` and ``ontbonden`` are LO3 dates of eight digits in which zeros stand for unknown parts, so
    that they sort as text with the unknown first; empty when absent.
    """

    naam: Naam
    geslacht: Geslacht | None = None
    aangegaan: str = ""
    ontbonden: str = ""
    beeindigd: bool = False

    def __repr__(self) -> str:
        return "Partner(***)"


@dataclass(frozen=True, slots=True, repr=False)
class Woonadres:
    """An address with a street and a house number (LO3 groups 11 and 09)."""

    straat: str
    huisnummer: str
    huisletter: str = ""
    toevoeging: str = ""
    aanduiding: str = ""
    postcode: Postcode | None = None
    woonplaats: str = ""
    gemeentecode: str = ""

    def __repr__(self) -> str:
        return "Woonadres(***)"


@dataclass(frozen=True, slots=True, repr=False)
class Locatie:
    """A place without street or number, such as a houseboat (LO3 12.10)."""

    beschrijving: str
    gemeentecode: str = ""

    def __repr__(self) -> str:
        return "Locatie(***)"


@dataclass(frozen=True, slots=True, repr=False)
class Buitenlandadres:
    """An address abroad: up to three lines and the code of the country (LO3 group 13)."""

    landcode: str
    regel1: str = ""
    regel2: str = ""
    regel3: str = ""

    def __repr__(self) -> str:
        return "Buitenlandadres(***)"


Adres = Woonadres | Locatie | Buitenlandadres


@dataclass(frozen=True, slots=True, repr=False)
class Persoon:
    """A person of the caseload.

    ``geheimhouding`` is the LO3 code 70.10: zero when nothing is secret. ``partners`` holds every present
    and former partner once, in the order of the register.
    """

    naam: Naam
    geslacht: Geslacht | None = None
    naamgebruik: Naamgebruik = Naamgebruik.EIGEN
    partners: tuple[Partner, ...] = ()
    adres: Adres | None = None
    bsn: Bsn | None = None
    onderwijsnummer: Onderwijsnummer | None = None
    geboortedatum: Geboortedatum | None = None
    geheimhouding: int = 0

    def __repr__(self) -> str:
        return "Persoon(***)"

    @property
    def partner(self) -> Partner | None:
        """The partner whose name counts: of several present ones the first, else the last former one."""
        huidig = [partner for partner in self.partners if not partner.beeindigd]
        if huidig:
            return min(huidig, key=lambda partner: partner.aangegaan)
        return max(self.partners, key=lambda partner: partner.ontbonden, default=None)

    @property
    def gevoerd_naamgebruik(self) -> Naamgebruik:
        """The chosen use of names as far as it can be followed: the own name where no partner has one."""
        partner = self.partner
        if partner is None or not partner.naam.heeft_geslachtsnaam:
            return Naamgebruik.EIGEN
        return self.naamgebruik

    @property
    def volledige_naam(self) -> str:
        """All given names, noble title, prefix and surname as registered; never the partner's."""
        return self.naam.volledig(self.geslacht or Geslacht.ONBEKEND)

    @property
    def korte_naam(self) -> str:
        """First given name and surname, for a list or a tab."""
        return self.naam.kort

    @property
    def heeft_geheim_adres(self) -> bool:
        """Whether the register forbids giving this person's address to others."""
        return self.geheimhouding != 0
