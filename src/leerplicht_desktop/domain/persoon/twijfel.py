"""What is doubted of a value from the register, on the day that somebody reads it.

The register marks doubt with an *aanduiding* of six digits: category, group and element, ``00`` for all of
them (LO3 group 83). Which values it touches stands in :data:`ELEMENTEN`, also for what is put together from
several of them: a salutation, the lines of an address. Source: Logisch Ontwerp BRP, groups 83 and 85, and the
published rules of BRP bevragen (``adressering/in-onderzoek``, ``adres-regels/in-onderzoek``,
``vastgesteld-verblijft-niet-op-adres``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from leerplicht_desktop.domain.persoon.lo3datum import Lo3Datum
from leerplicht_desktop.domain.persoon.naam import hoofdletter


class Brpwaarde(StrEnum):
    """A value of somebody that a screen shows or a paper states."""

    NAAM = "de naam"
    GEBOORTEDATUM = "de geboortedatum"
    GEBOORTEPLAATS = "de geboorteplaats"
    ADRES = "het adres"
    PARTNER = "de naam van de partner"
    OUDER = "het ouderschap"
    GEZAG = "het gezag"
    AANSCHRIJVING = "de naam in brief en aanhef"


class Twijfelsoort(Enum):
    """Kinds of doubt, the gravest first."""

    NIET_OP_ADRES = 1
    IN_ONDERZOEK = 2
    NIET_MEER_GELDIG = 3
    NIET_VAST_TE_STELLEN = 4


def _van(categorie: str, *elementen: str) -> frozenset[str]:
    return frozenset(categorie + element for element in elementen)


_NAAM = ("0210", "0220", "0230", "0240")
_ADRES = _van("08", "0910", "1110", "1120", "1130", "1140", "1150", "1160", "1170")
_ELDERS = _van("08", "1210", "1310", "1330", "1340", "1350")
ELEMENTEN: Mapping[Brpwaarde, frozenset[str]] = {
    Brpwaarde.NAAM: _van("01", *_NAAM),
    Brpwaarde.GEBOORTEDATUM: _van("01", "0310"),
    Brpwaarde.GEBOORTEPLAATS: _van("01", "0320", "0330"),
    Brpwaarde.ADRES: _ADRES | _ELDERS,
    Brpwaarde.PARTNER: _van("05", *_NAAM),
    Brpwaarde.OUDER: frozenset(
        ouder + element for ouder in ("02", "03") for element in ("0120", *_NAAM, "0310", "0410", "6210")
    ),
    Brpwaarde.GEZAG: _van("11", "3210", "3310"),
    Brpwaarde.AANSCHRIJVING: _van("01", *_NAAM, "0410", "6110") | _van("05", *_NAAM, "0410", "6110"),
}
"""Of which elements each value is made (category, group, element)."""

_CATEGORIEEN: Mapping[str, frozenset[str]] = {
    "persoon": frozenset({"01"}),
    "ouder1": frozenset({"02"}),
    "ouder2": frozenset({"03"}),
    "partner": frozenset({"05"}),
    "adres": frozenset({"08"}),
    "gezag": frozenset({"11"}),
}
"""Which category each group of the wire is."""

_HISTORIE = 50
"""A category of history has a number so much higher; in the row of today it says the same of that row."""
_NIET_OP_ADRES = "089999"
_STAND = ("81", "82", "83", "84", "85", "86", "88")
_OUDERGROEPEN = frozenset({"01", "02", "03", "04", "62", *_STAND})
_GROEPEN: Mapping[str, frozenset[str]] = {
    "01": frozenset({"01", "02", "03", "04", "20", "61", *_STAND}),
    "02": _OUDERGROEPEN,
    "03": _OUDERGROEPEN,
    "05": frozenset({"01", "02", "03", "04", "06", "07", "15", *_STAND}),
    "08": frozenset({"09", "10", "11", "12", "13", "14", "72", "75", "99", *_STAND}),
    "11": frozenset({"32", "33", *_STAND}),
}
"""The groups that each category has (Logisch Ontwerp BRP); 99 is that of the exception ``089999``."""


def _huidig(aanduiding: str) -> str:
    """An aanduiding by the number of the category of today."""
    categorie = int(aanduiding[:2])
    return f"{categorie - _HISTORIE:02d}{aanduiding[2:]}" if categorie > _HISTORIE else aanduiding


def _is_aanduiding(tekst: str) -> bool:
    return len(tekst) == 6 and tekst.isascii() and tekst.isdigit()


def _is_leesbaar(aanduiding: str, categorie: str) -> bool:
    """Whether an aanduiding names what its own category has: then it speaks of that and of nothing else."""
    if not _is_aanduiding(aanduiding):
        return False
    code = _huidig(aanduiding)
    heeft_groep = code[2:] == "0000" or code[2:4] in _GROEPEN.get(categorie, frozenset())
    return code[:2] == categorie and heeft_groep


def omvat(aanduiding: str, element: str) -> bool:
    """Whether an aanduiding names an element (both six digits): itself, its group or its whole category."""
    if not _is_aanduiding(aanduiding):
        return False
    code = _huidig(aanduiding)
    if code == _NIET_OP_ADRES:
        return element in ELEMENTEN[Brpwaarde.ADRES]
    return code[:2] == element[:2] and code[2:4] in ("00", element[2:4]) and code[4:] in ("00", element[4:])


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """An examination by the register; ``begin`` and ``eind`` are LO3 dates, empty when absent."""

    aanduiding: str
    begin: str = ""
    eind: str = ""

    def loopt_op(self, dag: date) -> bool:
        """Whether it runs on that day.

        An end of which only a part is known may still lie ahead, and then the doubt stays. One of which
        nothing is known did come: the register does not write an end before there is one.
        """
        if self.begin and Lo3Datum(self.begin).vroegst > dag:
            return False
        if not self.eind:
            return True
        eind = Lo3Datum(self.eind)
        return not eind.onbekend and eind.laatst > dag

    def raakt(self, elementen: frozenset[str]) -> bool:
        """Whether it is about one of these elements of one category; a mark that cannot be read, or names
        what that category does not have, may be about any.
        """
        if not any(_is_leesbaar(self.aanduiding, categorie) for categorie in {een[:2] for een in elementen}):
            return True
        return any(omvat(self.aanduiding, element) for element in elementen)

    @property
    def niet_op_adres(self) -> bool:
        """Whether it was established that somebody does not live at the address."""
        return _is_aanduiding(self.aanduiding) and _huidig(self.aanduiding) == _NIET_OP_ADRES


@dataclass(frozen=True, slots=True)
class Bronmerk:
    """Where a group of values comes from and what speaks against it, as it came over the wire."""

    groep: str
    bron: str
    dag: date | None = None
    onderzoeken: tuple[Onderzoek, ...] = ()
    niet_vast_te_stellen: tuple[str, ...] = ()
    geldig_tot: str = ""

    def twijfels_op(self, gegeven: Brpwaarde, dag: date) -> Iterator[Twijfel]:
        """What is doubted of a value on a day."""
        elementen = frozenset(
            element
            for element in ELEMENTEN[gegeven]
            if element[:2] in _CATEGORIEEN.get(self.groep, frozenset())
        )
        if not elementen:
            return
        for onderzoek in self.onderzoeken:
            if onderzoek.loopt_op(dag) and onderzoek.raakt(elementen):
                weg = gegeven is Brpwaarde.ADRES and onderzoek.niet_op_adres
                soort = Twijfelsoort.NIET_OP_ADRES if weg else Twijfelsoort.IN_ONDERZOEK
                yield Twijfel(gegeven, soort, self.bron, onderzoek.begin)
        if self.geldig_tot and Lo3Datum(self.geldig_tot).vroegst <= dag:
            yield Twijfel(gegeven, Twijfelsoort.NIET_MEER_GELDIG, self.bron, self.geldig_tot)
        if elementen & set(self.niet_vast_te_stellen):
            yield Twijfel(gegeven, Twijfelsoort.NIET_VAST_TE_STELLEN, self.bron)


_WOORDEN: Mapping[Twijfelsoort, tuple[str, str]] = {
    Twijfelsoort.NIET_OP_ADRES: ("woont niet op dit adres", "vastgesteld op"),
    Twijfelsoort.IN_ONDERZOEK: ("in onderzoek", "sinds"),
    Twijfelsoort.NIET_MEER_GELDIG: ("geldt niet meer", "sinds"),
    Twijfelsoort.NIET_VAST_TE_STELLEN: ("niet vast te stellen", ""),
}
_BRONNEN = {"brp": "de BRP", "rni": "de BRP (niet-ingezetenen)", "school": "school", "ambtenaar": "jezelf"}


@dataclass(frozen=True, slots=True)
class Twijfel:
    """One doubt about one value; ``sinds`` is an LO3 date, empty when the source names none."""

    gegeven: Brpwaarde
    soort: Twijfelsoort
    bron: str
    sinds: str = ""

    @property
    def wanneer(self) -> str:
        """From which day, in words (``sinds 1 augustus 2026``); empty when the source names none."""
        datum = Lo3Datum(self.sinds)
        dag, voor = datum.in_woorden(), _WOORDEN[self.soort][1]
        if not datum.volledig:
            voor = voor.replace(" op", " in")
        return f"{voor} {dag}" if dag else ""

    @property
    def stand(self) -> str:
        """How it stands, with the day: ``in onderzoek sinds 1 augustus 2026``."""
        tussen = ", " if self.soort is Twijfelsoort.NIET_OP_ADRES else " "
        return tussen.join(deel for deel in (_WOORDEN[self.soort][0], self.wanneer) if deel)

    @property
    def zin(self) -> str:
        """The doubt as a clause: ``het adres is in onderzoek sinds 1 augustus 2026``."""
        if self.soort is Twijfelsoort.NIET_OP_ADRES:
            return self.stand
        is_ = "" if self.soort is Twijfelsoort.NIET_MEER_GELDIG else "is "
        return f"{self.gegeven.value} {is_}{self.stand}"

    @property
    def volgens(self) -> str:
        """Who says the value, after "volgens"."""
        return _BRONNEN.get(self.bron, self.bron)

    @property
    def kop(self) -> str:
        """The words of its badge, without the day: ``Adres in onderzoek``."""
        woorden = _WOORDEN[self.soort][0]
        if self.soort is Twijfelsoort.NIET_OP_ADRES:
            return hoofdletter(woorden)
        return f"{_KOPPEN[self.gegeven]} {woorden}"

    @property
    def ernstig(self) -> bool:
        """Whether the value is known to be wrong, and no longer only doubted."""
        return self.soort in (Twijfelsoort.NIET_OP_ADRES, Twijfelsoort.NIET_MEER_GELDIG)

    @property
    def voorbehoud(self) -> str:
        """What a proces-verbaal states behind the value, so that it is no bare fact."""
        return f"volgens {self.volgens}; {self.stand}"


_KOPPEN: Mapping[Brpwaarde, str] = {
    Brpwaarde.NAAM: "Naam",
    Brpwaarde.GEBOORTEDATUM: "Geboortedatum",
    Brpwaarde.GEBOORTEPLAATS: "Geboorteplaats",
    Brpwaarde.ADRES: "Adres",
    Brpwaarde.PARTNER: "Naam partner",
    Brpwaarde.OUDER: "Ouderschap",
    Brpwaarde.GEZAG: "Gezag",
    Brpwaarde.AANSCHRIJVING: "Aanschrijving",
}


def twijfel_over(merken: Iterable[Bronmerk], gegeven: Brpwaarde, dag: date) -> Twijfel | None:
    """The gravest doubt about a value on a day; None when nothing speaks against it."""
    gevonden = [twijfel for merk in merken for twijfel in merk.twijfels_op(gegeven, dag)]
    return min(gevonden, key=lambda twijfel: twijfel.soort.value, default=None)


def twijfels_op(merken: Iterable[Bronmerk], dag: date) -> tuple[Twijfel, ...]:
    """The gravest doubt about each value, in the order of :class:`Brpwaarde`."""
    merken = tuple(merken)
    gevonden = (twijfel_over(merken, gegeven, dag) for gegeven in Brpwaarde)
    return tuple(twijfel for twijfel in gevonden if twijfel is not None)


def om_te_tonen(twijfels: Iterable[Twijfel]) -> tuple[Twijfel, ...]:
    """Each doubt once: that a name is doubted says that its salutation is."""
    twijfels = tuple(twijfels)
    namen = {twijfel.gegeven for twijfel in twijfels} & {Brpwaarde.NAAM, Brpwaarde.PARTNER}
    return tuple(een for een in twijfels if not (namen and een.gegeven is Brpwaarde.AANSCHRIJVING))
