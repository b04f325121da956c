"""Numbers that tell one person, school or address from another.

Each is a frozen value that checks itself when it is made. Their ``repr`` and ``str`` never show what they
hold, so that a number cannot end up in a log, a window title or the text of an error; whoever really needs
it asks for ``.waarde``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.zichtbaar import zoals_gezien
from leerplicht_protocol import elfproef

_SCHEIDINGSTEKENS = re.compile(r"[\s.\-]")
_IN_TEKST = re.compile(r"(?<![0-9])(?:[0-9]{9}|[0-9]{2,4}(?:[ .\-][0-9]{2,4}){2,3})(?![0-9])")
_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")
_VESTIGING = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")
_POSTCODE = re.compile(r"([1-9][0-9]{3})([A-Z]{2})")
_BSN_WET = "artikel 12 Wet algemene bepalingen burgerservicenummer"
_BRIN_BRON = "Basisregister instellingen van DUO (BRIN)"
# Never given out by the post, because of what they stood for.
_VERBODEN_LETTERS = frozenset({"SA", "SD", "SS"})


def _compact(tekst: str | int | None) -> str:
    return "" if tekst is None else _SCHEIDINGSTEKENS.sub("", str(tekst)).upper()


def _aangevuld(tekst: str | int | None) -> str:
    """Eight digits are a BSN whose leading zero got lost on the way, in a spreadsheet for instance."""
    return elfproef.with_nought(_compact(tekst))


def is_bsn(tekst: str | int | None) -> bool:
    """Whether ``tekst`` is a burgerservicenummer: nine digits that pass the elfproef and are not all zero.

    Eight digits are padded with a leading zero; blanks, full stops and hyphens are left out of account. A
    number without quotes, as a spreadsheet gives it, is read as its digits; nothing at all is no BSN.
    Source: elfproef of the Wet algemene bepalingen burgerservicenummer, as in rule R23.
    """
    return elfproef.is_bsn(_aangevuld(tekst))


def bevat_bsn(tekst: str) -> bool:
    """Whether nine digits that pass the elfproef stand in a text, also as ``1234.56.782`` or ``1234 56 782``.

    A longer run of digits, such as a telephone number, is no BSN (R23). Signs without width hide none.
    """
    gevonden = (_compact(treffer.group()) for treffer in _IN_TEKST.finditer(zoals_gezien(tekst)))
    return any(len(cijfers) == 9 and is_bsn(cijfers) for cijfers in gevonden)


def is_onderwijsnummer(tekst: str | int | None) -> bool:
    """Whether ``tekst`` is an onderwijsnummer, the number DUO gives to a pupil without a BSN.

    Nine digits that start with 10; the sum of the elfproef leaves a remainder of five, so that no
    onderwijsnummer can ever be taken for a BSN.
    """
    return elfproef.is_onderwijsnummer(_compact(tekst))


def is_brin(tekst: str | None) -> bool:
    """Whether ``tekst`` is a BRIN (``05KO``), with or without the two digits of a vestiging (``07NU00``)."""
    compact = _compact(tekst)
    return bool(_BRIN.fullmatch(compact) or _VESTIGING.fullmatch(compact))


@dataclass(frozen=True, slots=True, repr=False)
class _Verhuld:
    """A text that only comes out when asked for by name."""

    waarde: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def __str__(self) -> str:
        return repr(self)


@dataclass(frozen=True, slots=True, repr=False)
class Bsn(_Verhuld):
    """A burgerservicenummer of nine digits.

    Raises DomainError when the text is not a BSN; the text itself is not repeated in the error.
    """

    def __post_init__(self) -> None:
        if is_onderwijsnummer(self.waarde):
            raise DomainError(
                "bsn",
                "Dit is een onderwijsnummer, geen BSN. Vul het in bij Onderwijsnummer.",
                _BSN_WET,
            )
        if not is_bsn(self.waarde):
            raise DomainError(
                "bsn",
                "Dit BSN klopt niet. Een BSN heeft negen cijfers en voldoet aan de elfproef; kijk het na of "
                "laat het veld leeg als de jongere niet in de BRP staat.",
                _BSN_WET,
            )
        object.__setattr__(self, "waarde", _aangevuld(self.waarde))


@dataclass(frozen=True, slots=True, repr=False)
class Onderwijsnummer(_Verhuld):
    """The number of a pupil who has no BSN.

    Raises DomainError when the text is not an onderwijsnummer; the text is not repeated in the error.
    """

    def __post_init__(self) -> None:
        if is_bsn(self.waarde):
            raise DomainError(
                "onderwijsnummer", "Dit is een BSN, geen onderwijsnummer. Vul het in bij BSN.", _BSN_WET
            )
        if not is_onderwijsnummer(self.waarde):
            raise DomainError(
                "onderwijsnummer",
                "Dit onderwijsnummer klopt niet. Het heeft negen cijfers en begint met 10; kijk het na in de "
                "melding van de school.",
                "Wet register onderwijsdeelnemers",
            )
        object.__setattr__(self, "waarde", _compact(self.waarde))


@dataclass(frozen=True, slots=True, repr=False)
class Brin(_Verhuld):
    """The number of a school: two digits and two letters. Raises DomainError otherwise."""

    def __post_init__(self) -> None:
        compact = _compact(self.waarde)
        if not _BRIN.fullmatch(compact):
            raise DomainError(
                "brin",
                "Dit BRIN klopt niet. Het is twee cijfers en twee letters, zoals 05KO; de twee cijfers van "
                "de vestiging horen in het veld Vestiging.",
                _BRIN_BRON,
            )
        object.__setattr__(self, "waarde", compact)


@dataclass(frozen=True, slots=True, repr=False)
class Vestiging(_Verhuld):
    """A site of a school: its BRIN and two digits (``07NU00``). Raises DomainError otherwise."""

    def __post_init__(self) -> None:
        compact = _compact(self.waarde)
        if not _VESTIGING.fullmatch(compact):
            raise DomainError(
                "vestiging",
                "Deze vestigingscode klopt niet. Het is het BRIN van de school met twee cijfers erachter, "
                "zoals 07NU00.",
                _BRIN_BRON,
            )
        object.__setattr__(self, "waarde", compact)

    @property
    def brin(self) -> Brin:
        """The school this site belongs to."""
        return Brin(self.waarde[:4])

    @property
    def nummer(self) -> str:
        """The two digits of the site within the school."""
        return self.waarde[4:]


@dataclass(frozen=True, slots=True, repr=False)
class Postcode(_Verhuld):
    """A Dutch postcode, written as ``2564 AA``. Raises DomainError otherwise."""

    def __post_init__(self) -> None:
        match = _POSTCODE.fullmatch(_compact(self.waarde))
        if match is None or match[2] in _VERBODEN_LETTERS:
            raise DomainError(
                "postcode",
                "Deze postcode klopt niet. Een Nederlandse postcode is vier cijfers (niet met een 0 voorop) "
                "en twee letters, zoals 2564 AA.",
                "NEN 5825",
            )
        object.__setattr__(self, "waarde", f"{match[1]} {match[2]}")
