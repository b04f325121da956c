"""Builds a Persoon from the elements of the register's exchange format (Logisch Ontwerp 3).

Elements are named by group and number, such as ``02.40``; an absent or empty element says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leerplicht_desktop.domain.errors import DomainError

from .adel import Geslacht, titel_uit_code
from .geboortedatum import Geboortedatum
from .identiteit import Bsn, Postcode, is_bsn
from .naam import Naam, bekend
from .persoon import Adres, Buitenlandadres, Locatie, Naamgebruik, Partner, Persoon, Woonadres

_ACTUEEL = "actueel"
_ONBEKENDE_DATUM = "00000000"


def persoon_uit_lo3(
    persoon: Mapping[str, str],
    partners: Sequence[Mapping[str, str | bool]] = (),
    adres: Mapping[str, str] | None = None,
) -> Persoon:
    """Build a person.

    ``persoon`` holds elements of category 01 (and 70.10 of 07), ``partners`` those of 05 and 55, each with
    ``actueel`` (False for history), ``adres`` those of 08. Raises DomainError naming the field when a code,
    birth date or postcode cannot be right. A BSN that fails the elfproef is left out: the register itself
    holds a few, the officer cannot mend them, and a number that may be somebody else's must not be printed.
    """
    bsn, geboren = persoon.get("01.20", ""), persoon.get("03.10", "")
    return Persoon(
        naam=_naam(persoon),
        geslacht=_geslacht(persoon.get("04.10", "")),
        naamgebruik=_naamgebruik(persoon.get("61.10", "")),
        partners=tuple(_partner(elementen) for elementen in _relaties(partners)),
        adres=_adres(adres or {}),
        bsn=Bsn(bsn) if is_bsn(bsn) else None,
        geboortedatum=Geboortedatum.uit_lo3(geboren) if geboren else None,
        geheimhouding=_geheimhouding(persoon.get("70.10", "")),
    )


def _tekst(elementen: Mapping[str, str | bool], element: str) -> str:
    return str(elementen.get(element, ""))


def _naam(elementen: Mapping[str, str | bool]) -> Naam:
    return Naam(
        voornamen=_tekst(elementen, "02.10"),
        voorvoegsel=_tekst(elementen, "02.30"),
        geslachtsnaam=_tekst(elementen, "02.40"),
        titel=titel_uit_code(_tekst(elementen, "02.20")),
    )


def _geslacht(code: str) -> Geslacht | None:
    if not code:
        return None
    try:
        return Geslacht(code)
    except ValueError:
        raise DomainError(
            "geslacht",
            "Deze geslachtsaanduiding bestaat niet. De BRP kent M, V en O; controleer de BRP-gegevens.",
            "LO3 04.10",
        ) from None


def _naamgebruik(code: str) -> Naamgebruik:
    if not code:
        return Naamgebruik.EIGEN
    try:
        return Naamgebruik(code)
    except ValueError:
        raise DomainError(
            "naamgebruik",
            "Deze aanduiding naamgebruik bestaat niet. De BRP kent E, P, V en N; controleer de BRP-gegevens.",
            "LO3 61.10",
        ) from None


def _geheimhouding(code: str) -> int:
    if not code:
        return 0
    if len(code) != 1 or code not in "01234567":
        raise DomainError(
            "geheimhouding",
            "Deze indicatie geheim bestaat niet. De BRP kent 0 tot en met 7; controleer de BRP-gegevens.",
            "LO3 70.10",
        )
    return int(code)


def _partner(elementen: Mapping[str, str | bool]) -> Partner:
    return Partner(
        naam=_naam(elementen),
        geslacht=_geslacht(_tekst(elementen, "04.10")),
        aangegaan=_tekst(elementen, "06.10") or _ONBEKENDE_DATUM,
        ontbonden=_tekst(elementen, "07.10"),
        beeindigd=_is_beeindigd(elementen),
    )


def _is_beeindigd(elementen: Mapping[str, str | bool]) -> bool:
    return bool(elementen.get("07.10")) or elementen.get(_ACTUEEL) is False


def _relaties(partners: Sequence[Mapping[str, str | bool]]) -> list[Mapping[str, str | bool]]:
    """Every relation once: a marriage that ended comes with the version from before it ended."""
    return [
        elementen
        for plaats, elementen in enumerate(partners)
        if not any(_vervangt(ander, elementen) for nummer, ander in enumerate(partners) if nummer != plaats)
    ]


def _vervangt(nieuwer: Mapping[str, str | bool], ouder: Mapping[str, str | bool]) -> bool:
    """Whether ``nieuwer`` is a later version of the relation that ``ouder`` describes."""
    if ouder.get("07.10") or not _zelfde_relatie(nieuwer, ouder):
        return False
    return bool(nieuwer.get("07.10")) or (_is_beeindigd(ouder) and not _is_beeindigd(nieuwer))


def _zelfde_relatie(een: Mapping[str, str | bool], ander: Mapping[str, str | bool]) -> bool:
    begin, begin_ander = _tekst(een, "06.10"), _tekst(ander, "06.10")
    if begin and begin_ander:
        return begin == begin_ander and _zelfde_persoon(een, ander)
    hertrouwd = bool(begin_ander) and begin_ander >= (_tekst(een, "07.10") or "99999999")
    return _zelfde_persoon(een, ander) and not hertrouwd


def _zelfde_persoon(een: Mapping[str, str | bool], ander: Mapping[str, str | bool]) -> bool:
    bsn, bsn_ander = _tekst(een, "01.20"), _tekst(ander, "01.20")
    if bsn and bsn_ander:
        return bsn == bsn_ander
    return all(_tekst(een, element) == _tekst(ander, element) for element in ("02.10", "02.30", "02.40"))


def _adres(elementen: Mapping[str, str]) -> Adres | None:
    gemeente = elementen.get("09.10") or elementen.get("92.10", "")
    if elementen.get("13.10"):
        return Buitenlandadres(
            landcode=elementen["13.10"],
            regel1=elementen.get("13.30", ""),
            regel2=elementen.get("13.40", ""),
            regel3=elementen.get("13.50", ""),
        )
    if elementen.get("12.10"):
        beschrijving = bekend(elementen["12.10"])
        return Locatie(beschrijving, gemeente) if beschrijving else None
    if elementen.get("11.10"):
        return _woonadres(elementen, gemeente)
    return None


def _woonadres(elementen: Mapping[str, str], gemeente: str) -> Woonadres:
    postcode = bekend(elementen.get("11.60", ""))
    return Woonadres(
        straat=bekend(elementen["11.10"]),
        huisnummer=elementen.get("11.20", "").lstrip("0"),
        huisletter=elementen.get("11.30", ""),
        toevoeging=elementen.get("11.40", ""),
        aanduiding=elementen.get("11.50", ""),
        postcode=Postcode(postcode) if postcode else None,
        woonplaats=bekend(elementen.get("11.70", "")),
        gemeentecode=gemeente,
    )
