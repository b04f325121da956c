"""Names of towns as a sentence writes them; the register and an envelope have them in capitals (NEN 5825)."""

from __future__ import annotations

import re

_TUSSEN = frozenset({"aan", "bij", "de", "den", "der", "het", "in", "op", "over", "te", "ten", "ter", "van"})
_NA_POSTCODE = re.compile(r"(?<=\b\d{4} [A-Z]{2} )[^,\n]+")


def gewone_plaatsnaam(naam: str) -> str:
    """A town as a sentence writes it: ``'S-GRAVENHAGE`` is 's-Gravenhage. Not all in capitals: untouched."""
    if not naam.isupper():
        return naam
    woorden = [_woord(woord, eerst=not plek) for plek, woord in enumerate(naam.lower().split())]
    return " ".join(woorden)


def adres_in_zin(adres: str) -> str:
    """An address on one line as a sentence writes it: only the town changes, and only behind a postcode.

    Blanks become one: the two before the town are for sorting machines.
    """
    return _NA_POSTCODE.sub(lambda plaats: gewone_plaatsnaam(plaats[0]), " ".join(adres.split()))


def _woord(woord: str, *, eerst: bool) -> str:
    if not eerst and woord in _TUSSEN:
        return woord
    delen = (deel if deel.startswith("'") else _hoofdletter(deel) for deel in woord.split("-"))
    return "-".join(delen)


def _hoofdletter(deel: str) -> str:
    return f"IJ{deel[2:]}" if deel.startswith("ij") else deel[:1].upper() + deel[1:]
