"""Days and times as an officer types them: "vandaag", "gisteren", "21-11", "vr 20 nov", "13:40", "1340".

What cannot be understood raises DomainError with a sentence that says what to type instead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta

from leerplicht_desktop.domain.datumtekst import MAANDEN, WEEKDAGEN, lang
from leerplicht_desktop.domain.errors import DomainError

_WOORDEN = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAAM = re.compile(r"(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}))?")
_OVER = re.compile(r"over (\d{1,3}|een) (dag|dagen|week|weken)")
_TIJD = re.compile(r"(\d{1,2})(?:[:.u ]{1,2}(\d{2}))?(?: ?u(?:ur)?)?|(\d{1,2})(\d{2})")


def lees_datum(tekst: str, vandaag: date, *, vooruit: bool = False, veld: str = "datum") -> date:
    """The day that ``tekst`` names.

    Without a year it is the last such day up to today, or with ``vooruit`` the first from today on. Raises
    DomainError for ``veld`` when it is no day, or a day that does not exist.
    """
    invoer = " ".join(tekst.lower().replace(",", " ").split())
    if not invoer:
        raise DomainError(veld, "Vul een datum in, bijvoorbeeld vandaag of 21-11.")
    if invoer in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[invoer])
    weekdag = _weekdag(invoer.split()[0].rstrip("."))
    if weekdag is not None:
        rest = " ".join(invoer.split()[1:])
        return _op_weekdag(weekdag, vandaag, vooruit) if not rest else _met_dag(weekdag, rest, vandaag, veld)
    if over := _OVER.fullmatch(invoer):
        aantal = 1 if over[1] == "een" else int(over[1])
        return vandaag + timedelta(days=aantal * (7 if over[2].startswith("we") else 1))
    return _kalenderdag(invoer, vandaag, vooruit, veld)


def lees_tijd(tekst: str, veld: str = "tijd") -> time:
    """The time that ``tekst`` names, in hours and minutes. Raises DomainError for ``veld``."""
    invoer = " ".join(tekst.lower().split())
    gevonden = _TIJD.fullmatch(invoer)
    if gevonden is None:
        raise DomainError(veld, "Dat is geen tijd. Typ bijvoorbeeld 13:40.")
    uur, minuut = (gevonden[1], gevonden[2]) if gevonden[1] else (gevonden[3], gevonden[4])
    if int(uur) > 23 or int(minuut or 0) > 59:
        raise DomainError(
            veld, "Die tijd bestaat niet. Typ uren van 0 tot en met 23 en minuten tot en met 59."
        )
    return time(int(uur), int(minuut or 0))


def _weekdag(woord: str) -> int | None:
    for nummer, naam in enumerate(WEEKDAGEN):
        if woord in (naam, naam[:2]):
            return nummer
    return None


def _op_weekdag(weekdag: int, vandaag: date, vooruit: bool) -> date:
    if vooruit:
        return vandaag + timedelta(days=(weekdag - vandaag.weekday()) % 7)
    return vandaag - timedelta(days=(vandaag.weekday() - weekdag) % 7)


def _met_dag(weekdag: int, rest: str, vandaag: date, veld: str) -> date:
    """A day with its weekday beside it; of the years around today the one in which they agree."""
    dagen = {_kalenderdag(rest, vandaag, vooruit, veld) for vooruit in (True, False)}
    goed = [dag for dag in dagen if dag.weekday() == weekdag]
    if not goed:
        dag = min(dagen, key=lambda dag: abs((dag - vandaag).days))
        raise DomainError(
            veld, f"{lang(dag).capitalize()} is een {WEEKDAGEN[dag.weekday()]}. Verbeter de dag."
        )
    return min(goed, key=lambda dag: abs((dag - vandaag).days))


def _kalenderdag(invoer: str, vandaag: date, vooruit: bool, veld: str) -> date:
    jaar, maand, dag = _delen(invoer, veld)
    if jaar is not None:
        return _bestaand(jaar, maand, dag, veld)
    for kandidaat in _jaren(vandaag, vooruit):
        if dag <= monthrange(kandidaat, maand)[1]:
            gevonden = date(kandidaat, maand, dag)
            if (gevonden >= vandaag) if vooruit else (gevonden <= vandaag):
                return gevonden
    return _bestaand(vandaag.year, maand, dag, veld)


def _jaren(vandaag: date, vooruit: bool) -> range:
    """This year and up to eight on or back, far enough for a 29 February."""
    return range(vandaag.year, vandaag.year + 9) if vooruit else range(vandaag.year, vandaag.year - 9, -1)


def _delen(invoer: str, veld: str) -> tuple[int | None, int, int]:
    jaar: str | None
    if iso := _ISO.fullmatch(invoer):
        jaar, maand, dag = iso[1], int(iso[2]), int(iso[3])
    elif cijfers := _CIJFERS.fullmatch(invoer):
        dag, maand, jaar = int(cijfers[1]), int(cijfers[2]), cijfers[3]
    elif naam := _NAAM.fullmatch(invoer):
        dag, maand, jaar = int(naam[1]), _maand(naam[2]), naam[3]
    else:
        raise DomainError(veld, "Dat is geen datum. Typ bijvoorbeeld vandaag, 21-11 of 21 nov.")
    if not 1 <= maand <= 12:
        raise DomainError(veld, "Die maand bestaat niet. Typ bijvoorbeeld 21-11 voor 21 november.")
    if jaar is not None and not 1900 <= (heel := int(jaar) + (2000 if len(jaar) == 2 else 0)) <= 2199:
        raise DomainError(veld, f"Het jaar {heel} kan niet. Typ het jaar met vier cijfers.")
    return (None if jaar is None else heel), maand, dag


def _maand(woord: str) -> int:
    for nummer, naam in enumerate(MAANDEN, start=1):
        if woord in (naam, naam[:3]) or (naam == "maart" and woord == "mrt"):
            return nummer
    return 0


def _bestaand(jaar: int, maand: int, dag: int, veld: str) -> date:
    laatste = monthrange(jaar, maand)[1]
    if not 1 <= dag <= laatste:
        naam = MAANDEN[maand - 1].capitalize()
        raise DomainError(veld, f"Die dag bestaat niet. {naam} {jaar} heeft {laatste} dagen.")
    return date(jaar, maand, dag)
