"""The verzuimbeeld: one page for the kitchen table that shows a parent how often a child missed school.

A picture first, then the same numbers in a table, then whom to call. Plain Dutch, help first: no word about
punishment. A short text in another language may stand beside the Dutch. It is given to a parent, never
left in a letterbox: it names the child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Emphasis,
    Figure,
    Gap,
    Grid,
    Heading,
    Look,
    Notice,
    Paragraph,
    Run,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.opdracht import GEEN_TELEFOON, Afzender
from leerplicht_desktop.documents.formulieren.talen import Taalblad
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.domain.datumtekst import MAANDEN, lang
from leerplicht_desktop.domain.errors import DomainError

INDELING = 4
"""Part of the fingerprint: raise it when the wording or drawing below changes."""
MEESTE_WEKEN = 14
_BREEDTE, _HOOGTE = 164.0, 58.0  # millimetres
_GRONDLIJN = 30.0  # points below the bars, for the dates
_ARCERING = "#8a8a8a"


class Gestreept(Enum):
    """What the striped part of a bar stands for: the heading of its column, and the words in a sentence."""

    MET_REDEN = ("Ziek of verlof", "ziek of verlof")
    NOG_OPEN = ("Reden nog niet bekend", "reden nog niet bekend")

    @property
    def kop(self) -> str:
        """At the head of a column."""
        return self.value[0]

    @property
    def woord(self) -> str:
        """In a sentence."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Verzuimweek:
    """One week: its Monday, the hours missed without a valid reason, and the striped hours (see
    ``Gestreept``). ``vakantie``: no lessons.
    """

    maandag: date
    zonder_reden: Decimal
    gestreept: Decimal = Decimal(0)
    vakantie: bool = False


@dataclass(frozen=True, slots=True)
class Verzuimbeeld:
    """The page. ``eenheid`` is the word for the hours ("lesuren" or "uren"), ``moment`` is aware.

    ``weglating`` says which reported hours are not on it.
    """

    huisstijl: Huisstijl
    afzender: Afzender
    jongere: str
    eenheid: str
    weken: tuple[Verzuimweek, ...]
    moment: datetime
    kenmerk: str = ""
    taalblad: Taalblad | None = None
    definitief: bool = True
    gestreept: Gestreept = Gestreept.MET_REDEN
    weglating: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.weken) <= MEESTE_WEKEN:
            raise DomainError("weken", f"Kies 1 tot {MEESTE_WEKEN} weken voor het verzuimbeeld.")
        if any(week.vakantie and week.zonder_reden + week.gestreept for week in self.weken):
            raise DomainError("weken", "In een vakantieweek zijn geen lessen om te missen.")
        if any(week.zonder_reden < 0 or week.gestreept < 0 for week in self.weken):
            raise DomainError("weken", "Een aantal uren kan niet kleiner zijn dan nul.")


def uren(aantal: Decimal) -> str:
    """``3`` or ``3,5``: without needless zeros, with a comma."""
    return f"{aantal.normalize():f}".replace(".", ",")


def maak_op(beeld: Verzuimbeeld, *, keuren: bool = True) -> Paper:
    """The page as PDF; see ``archive.press.typeset`` for the errors."""
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    vel = Sheet(
        title=f"Hoe vaak was {beeld.jongere} op school?",
        subject="Verzuim per week",
        soort="Verzuimbeeld",
        huisstijl=beeld.huisstijl,
        moment=beeld.moment,
        content_hash=content_hash("verzuimbeeld", INDELING, beeld),
        blocks=tuple(_blokken(beeld)),
        kenmerk=beeld.kenmerk,
        sealed=beeld.definitief,
    )
    return press.typeset(vel, check=keuren)


def maak_pdf(beeld: Verzuimbeeld) -> bytes:
    """The page as PDF/A-2a and PDF/UA-1."""
    return maak_op(beeld).data


def _blokken(beeld: Verzuimbeeld) -> list[Block]:
    concept = "" if beeld.definitief else "CONCEPT "
    titel = Heading(1, f"{concept}Hoe vaak was {beeld.jongere} op school?")
    getoond = _gemist(beeld) if _heeft_uren(beeld) else _niets_gemist(beeld)
    return [titel, *getoond, Notice(_belregel(beeld)), *_taalblad(beeld)]


def _gemist(beeld: Verzuimbeeld) -> list[Block]:
    return [
        Paragraph(_samenvatting(beeld), Look.LEAD),
        Gap(3),
        _grafiek(beeld),
        Paragraph(plain(_toelichting(beeld)), Look.SMALL),
        _tabel(beeld),
        *_weglating(beeld),
        Heading(2, "Wat nu?"),
        Paragraph(
            plain(
                "Naar school gaan is soms moeilijk. Er kan van alles aan de hand zijn. Wij willen graag "
                "horen hoe "
                "het gaat, en samen kijken wat helpt."
            )
        ),
    ]


def _niets_gemist(beeld: Verzuimbeeld) -> list[Block]:
    """A sentence where the chart would stand empty: what the school reported, and no promise beyond it."""
    weken = _weken(beeld)
    if all(week.vakantie for week in beeld.weken):
        goed, waarom = "Het was vakantie.", f"Er waren in deze {weken} geen lessen."
    else:
        goed = "Goed om te zien."
        waarom = f"Er zijn geen gemiste {beeld.eenheid} gemeld. Daarom staat hier geen grafiek."
    return [
        Paragraph(
            (
                Run(f"In deze {weken} meldde de school bij {beeld.jongere} "),
                Run(f"geen gemiste {beeld.eenheid}", Emphasis.BOLD),
                Run("."),
            ),
            Look.LEAD,
        ),
        Gap(3),
        Notice((Run(goed, Emphasis.BOLD), Run(f"\n{waarom}"))),
        _tabel(beeld),
        *_weglating(beeld),
        Heading(2, "Wilt u iets vragen of vertellen?"),
        Paragraph(
            plain(f"Wij horen graag hoe het met {beeld.jongere} gaat, ook als het goed gaat. Bel gerust.")
        ),
    ]


def _weglating(beeld: Verzuimbeeld) -> list[Block]:
    return [Paragraph(plain(beeld.weglating))] if beeld.weglating else []


def _taalblad(beeld: Verzuimbeeld) -> list[Block]:
    """The text in another language; a leaflet without words for no absence is left out where none is."""
    taalblad = beeld.taalblad
    if taalblad is None:
        return []
    verteld = taalblad.alineas if _heeft_uren(beeld) else taalblad.geen_verzuim
    teksten = tuple(Paragraph(plain(alinea), lang=taalblad.taal) for alinea in verteld)
    return [Together((Heading(2, taalblad.kop), *teksten))] if teksten else []


def _tabel(beeld: Verzuimbeeld) -> Grid:
    """The same numbers; the second column only when there is something in it."""
    kolommen = (Column("Week van", 2), Column("Zonder geldige reden", 2), Column(beeld.gestreept.kop, 2))
    getoond = 3 if _heeft_strepen(beeld) else 2
    rijen = tuple(tuple(plain(cel) for cel in _rij(week)[:getoond]) for week in beeld.weken)
    eerste, laatste = beeld.weken[0].maandag, beeld.weken[-1].maandag
    samenvatting = f"{beeld.eenheid.capitalize()} per week van {lang(eerste)} tot de week van {lang(laatste)}"
    return Grid("Verzuim per week", kolommen[:getoond], rijen, samenvatting)


def _heeft_uren(beeld: Verzuimbeeld) -> bool:
    return any(week.zonder_reden or week.gestreept for week in beeld.weken)


def _heeft_strepen(beeld: Verzuimbeeld) -> bool:
    return any(week.gestreept for week in beeld.weken)


def _samenvatting(beeld: Verzuimbeeld) -> tuple[Run, ...]:
    totaal = sum((week.zonder_reden for week in beeld.weken), Decimal(0))
    gestreept = sum((week.gestreept for week in beeld.weken), Decimal(0))
    stukken = [
        Run(f"In deze {_weken(beeld)} miste {beeld.jongere} "),
        Run(_uren(beeld, totaal), Emphasis.BOLD),
        Run(" zonder geldige reden."),
    ]
    if gestreept and beeld.gestreept is Gestreept.MET_REDEN:
        stukken.append(Run(f" Door ziekte of verlof was het {_uren(beeld, gestreept)}."))
    elif gestreept:
        stukken.append(
            Run(f" Van nog {_uren(beeld, gestreept)} weten we de reden niet. Wilt u die vertellen?")
        )
    return tuple(stukken)


def _weken(beeld: Verzuimbeeld) -> str:
    return "week" if len(beeld.weken) == 1 else f"{len(beeld.weken)} weken"


def _uren(beeld: Verzuimbeeld, aantal: Decimal) -> str:
    woord = beeld.eenheid.removesuffix("uren") + "uur" if aantal == 1 else beeld.eenheid
    return f"{uren(aantal)} {woord}"


def _toelichting(beeld: Verzuimbeeld) -> str:
    tekst = f"Elke balk is een week: het aantal {beeld.eenheid} zonder geldige reden."
    if _heeft_strepen(beeld):
        tekst = (
            f"Elke balk is een week. Vol: {beeld.eenheid} zonder geldige reden. "
            f"Gestreept: {beeld.gestreept.woord}."
        )
    return tekst + (" Een v betekent vakantie." if any(week.vakantie for week in beeld.weken) else "")


def _rij(week: Verzuimweek) -> tuple[str, str, str]:
    if week.vakantie:
        return lang(week.maandag), "vakantie", "vakantie"
    return lang(week.maandag), uren(week.zonder_reden), uren(week.gestreept)


def _belregel(beeld: Verzuimbeeld) -> tuple[Run, ...]:
    afzender = beeld.afzender
    telefoon = afzender.telefoon or beeld.huisstijl.telefoon or f"[nog invullen: {GEEN_TELEFOON}]"
    return (
        Run(f"Bel {afzender.naam}: {telefoon}.", Emphasis.BOLD),
        Run(f"\n{afzender.functie}, {beeld.huisstijl.naam}. Een tolk is gratis."),
    )


def _grafiek(beeld: Verzuimbeeld) -> Figure:
    verteld = "; ".join(
        f"week van {lang(week.maandag)}: "
        + (
            "vakantie"
            if week.vakantie
            else f"{uren(week.zonder_reden)} zonder geldige reden, "
            f"{uren(week.gestreept)} {beeld.gestreept.woord}"
        )
        for week in beeld.weken
    )

    def teken(doek: Any, breedte: float, hoogte: float) -> None:
        _teken(beeld, doek, (breedte, hoogte))

    return Figure(_BREEDTE, _HOOGTE, teken, f"Staafdiagram. {verteld}.")


def _teken(beeld: Verzuimbeeld, doek: Any, maat: tuple[float, float]) -> None:
    from reportlab.lib.colors import HexColor

    breedte, hoogte = maat
    stap = breedte / len(beeld.weken)
    meeste = max([*(week.zonder_reden + week.gestreept for week in beeld.weken), Decimal(1)])
    doek.setStrokeColor(HexColor("#555555"))
    doek.setLineWidth(0.8)
    doek.line(0, _GRONDLIJN, breedte, _GRONDLIJN)
    for nummer, week in enumerate(beeld.weken):
        doek.setFillColor(HexColor(beeld.huisstijl.kleur))
        balk = (stap * (nummer + 0.5), min(stap * 0.6, 34.0), (hoogte - 16 - _GRONDLIJN) / float(meeste))
        _balk(doek, week, balk)


def _balk(doek: Any, week: Verzuimweek, balk: tuple[float, float, float]) -> None:
    """One week; ``balk`` is its middle and width in points, and the points of one hour."""
    from reportlab.lib.colors import HexColor

    from leerplicht_desktop.documents.archive import fonts

    midden, breedte, schaal = balk
    vol, gestreept = float(week.zonder_reden) * schaal, float(week.gestreept) * schaal
    if vol:
        doek.rect(midden - breedte / 2, _GRONDLIJN, breedte, vol, stroke=0, fill=1)
    if gestreept:
        _gestreept(doek, (midden - breedte / 2, _GRONDLIJN + vol, breedte, gestreept))
    doek.setFillColor(HexColor("#1c1c1c"))
    doek.setFont(fonts.LABEL_BOLD, 9.5)
    totaal = week.zonder_reden + week.gestreept
    if week.vakantie or totaal:
        doek.drawCentredString(
            midden, _GRONDLIJN + vol + gestreept + 4, "v" if week.vakantie else uren(totaal)
        )
    doek.setFont(fonts.LABEL, 8.6)
    doek.drawCentredString(midden, _GRONDLIJN - 12, str(week.maandag.day))
    doek.drawCentredString(midden, _GRONDLIJN - 23, MAANDEN[week.maandag.month - 1][:3])


def _gestreept(doek: Any, vlak: tuple[float, float, float, float]) -> None:
    """A frame with level stripes: told apart from a full bar in grey print too."""
    from reportlab.lib.colors import HexColor

    x, y, breedte, hoogte = vlak
    doek.setStrokeColor(HexColor(_ARCERING))
    doek.setLineWidth(0.8)
    doek.rect(x, y, breedte, hoogte, stroke=1, fill=0)
    regel = y + 3
    while regel < y + hoogte:
        doek.line(x, regel, x + breedte, regel)
        regel += 3
    doek.setStrokeColor(HexColor("#555555"))
