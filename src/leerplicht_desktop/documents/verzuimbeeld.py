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

LAYOUT = 3
"""Part of the fingerprint: raise it when the wording or drawing below changes."""
MAX_WEKEN = 14
_WIDTH, _HEIGHT = 164.0, 58.0  # millimetres
_BASE = 30.0  # points below the bars, for the dates
_HATCH = "#8a8a8a"


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
    """The page. ``eenheid`` is the word for the hours ("lesuren" or "uren"), ``moment`` is aware."""

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

    def __post_init__(self) -> None:
        if not 1 <= len(self.weken) <= MAX_WEKEN:
            raise DomainError("weken", f"Kies 1 tot {MAX_WEKEN} weken voor het verzuimbeeld.")
        if any(week.vakantie and week.zonder_reden + week.gestreept for week in self.weken):
            raise DomainError("weken", "In een vakantieweek zijn geen lessen om te missen.")
        if any(week.zonder_reden < 0 or week.gestreept < 0 for week in self.weken):
            raise DomainError("weken", "Een aantal uren kan niet kleiner zijn dan nul.")


def uren(aantal: Decimal) -> str:
    """``3`` or ``3,5``: without needless zeros, with a comma."""
    return f"{aantal.normalize():f}".replace(".", ",")


def typeset(beeld: Verzuimbeeld, *, check: bool = True) -> Paper:
    """The page as PDF; see ``archive.press.typeset`` for the errors."""
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    sheet = Sheet(
        title=f"Hoe vaak was {beeld.jongere} op school?",
        subject="Verzuim per week",
        soort="Verzuimbeeld",
        huisstijl=beeld.huisstijl,
        moment=beeld.moment,
        content_hash=content_hash("verzuimbeeld", LAYOUT, beeld),
        blocks=tuple(_blocks(beeld)),
        kenmerk=beeld.kenmerk,
        sealed=beeld.definitief,
    )
    return press.typeset(sheet, check=check)


def render(beeld: Verzuimbeeld) -> bytes:
    """The page as PDF/A-2a and PDF/UA-1."""
    return typeset(beeld).data


def _blocks(beeld: Verzuimbeeld) -> list[Block]:
    draft = "" if beeld.definitief else "CONCEPT "
    title = Heading(1, f"{draft}Hoe vaak was {beeld.jongere} op school?")
    shown = _missed(beeld) if _has_hours(beeld) else _nothing_missed(beeld)
    return [title, *shown, Notice(_call(beeld)), *_leaflet(beeld)]


def _missed(beeld: Verzuimbeeld) -> list[Block]:
    return [
        Paragraph(_summary(beeld), Look.LEAD),
        Gap(3),
        _chart(beeld),
        Paragraph(plain(_legend(beeld)), Look.SMALL),
        _table(beeld),
        Heading(2, "Wat nu?"),
        Paragraph(
            plain(
                "Naar school gaan is soms moeilijk. Er kan van alles aan de hand zijn. Wij willen graag "
                "horen hoe "
                "het gaat, en samen kijken wat helpt."
            )
        ),
    ]


def _nothing_missed(beeld: Verzuimbeeld) -> list[Block]:
    """A sentence where the chart would stand empty: what the school reported, and no promise beyond it."""
    weeks = _weeks(beeld)
    if all(week.vakantie for week in beeld.weken):
        good, why = "Het was vakantie.", f"Er waren in deze {weeks} geen lessen."
    else:
        good = "Goed om te zien."
        why = f"Er zijn geen gemiste {beeld.eenheid} gemeld. Daarom staat hier geen grafiek."
    return [
        Paragraph(
            (
                Run(f"In deze {weeks} meldde de school bij {beeld.jongere} "),
                Run(f"geen gemiste {beeld.eenheid}", Emphasis.BOLD),
                Run("."),
            ),
            Look.LEAD,
        ),
        Gap(3),
        Notice((Run(good, Emphasis.BOLD), Run(f"\n{why}"))),
        _table(beeld),
        Heading(2, "Wilt u iets vragen of vertellen?"),
        Paragraph(
            plain(f"Wij horen graag hoe het met {beeld.jongere} gaat, ook als het goed gaat. Bel gerust.")
        ),
    ]


def _leaflet(beeld: Verzuimbeeld) -> list[Block]:
    """The text in another language; a leaflet without words for no absence is left out where none is."""
    leaflet = beeld.taalblad
    if leaflet is None:
        return []
    told = leaflet.alineas if _has_hours(beeld) else leaflet.geen_verzuim
    texts = tuple(Paragraph(plain(alinea), lang=leaflet.taal) for alinea in told)
    return [Together((Heading(2, leaflet.kop), *texts))] if texts else []


def _table(beeld: Verzuimbeeld) -> Grid:
    """The same numbers; the second column only when there is something in it."""
    columns = (Column("Week van", 2), Column("Zonder geldige reden", 2), Column(beeld.gestreept.kop, 2))
    shown = 3 if _has_stripes(beeld) else 2
    rows = tuple(tuple(plain(cell) for cell in _row(week)[:shown]) for week in beeld.weken)
    first, last = beeld.weken[0].maandag, beeld.weken[-1].maandag
    summary = f"{beeld.eenheid.capitalize()} per week van {lang(first)} tot de week van {lang(last)}"
    return Grid("Verzuim per week", columns[:shown], rows, summary)


def _has_hours(beeld: Verzuimbeeld) -> bool:
    return any(week.zonder_reden or week.gestreept for week in beeld.weken)


def _has_stripes(beeld: Verzuimbeeld) -> bool:
    return any(week.gestreept for week in beeld.weken)


def _summary(beeld: Verzuimbeeld) -> tuple[Run, ...]:
    total = sum((week.zonder_reden for week in beeld.weken), Decimal(0))
    striped = sum((week.gestreept for week in beeld.weken), Decimal(0))
    runs = [
        Run(f"In deze {_weeks(beeld)} miste {beeld.jongere} "),
        Run(_hours(beeld, total), Emphasis.BOLD),
        Run(" zonder geldige reden."),
    ]
    if striped and beeld.gestreept is Gestreept.MET_REDEN:
        runs.append(Run(f" Door ziekte of verlof was het {_hours(beeld, striped)}."))
    elif striped:
        runs.append(Run(f" Van nog {_hours(beeld, striped)} weten we de reden niet. Wilt u die vertellen?"))
    return tuple(runs)


def _weeks(beeld: Verzuimbeeld) -> str:
    return "week" if len(beeld.weken) == 1 else f"{len(beeld.weken)} weken"


def _hours(beeld: Verzuimbeeld, aantal: Decimal) -> str:
    word = beeld.eenheid.removesuffix("uren") + "uur" if aantal == 1 else beeld.eenheid
    return f"{uren(aantal)} {word}"


def _legend(beeld: Verzuimbeeld) -> str:
    text = f"Elke balk is een week: het aantal {beeld.eenheid} zonder geldige reden."
    if _has_stripes(beeld):
        text = (
            f"Elke balk is een week. Vol: {beeld.eenheid} zonder geldige reden. "
            f"Gestreept: {beeld.gestreept.woord}."
        )
    return text + (" Een v betekent vakantie." if any(week.vakantie for week in beeld.weken) else "")


def _row(week: Verzuimweek) -> tuple[str, str, str]:
    if week.vakantie:
        return lang(week.maandag), "vakantie", "vakantie"
    return lang(week.maandag), uren(week.zonder_reden), uren(week.gestreept)


def _call(beeld: Verzuimbeeld) -> tuple[Run, ...]:
    sender = beeld.afzender
    phone = sender.telefoon or beeld.huisstijl.telefoon or f"[nog invullen: {GEEN_TELEFOON}]"
    return (
        Run(f"Bel {sender.naam}: {phone}.", Emphasis.BOLD),
        Run(f"\n{sender.functie}, {beeld.huisstijl.naam}. Een tolk is gratis."),
    )


def _chart(beeld: Verzuimbeeld) -> Figure:
    told = "; ".join(
        f"week van {lang(week.maandag)}: "
        + (
            "vakantie"
            if week.vakantie
            else f"{uren(week.zonder_reden)} zonder geldige reden, "
            f"{uren(week.gestreept)} {beeld.gestreept.woord}"
        )
        for week in beeld.weken
    )

    def paint(canvas: Any, width: float, height: float) -> None:
        _paint(beeld, canvas, (width, height))

    return Figure(_WIDTH, _HEIGHT, paint, f"Staafdiagram. {told}.")


def _paint(beeld: Verzuimbeeld, canvas: Any, size: tuple[float, float]) -> None:
    from reportlab.lib.colors import HexColor

    width, height = size
    step = width / len(beeld.weken)
    most = max([*(week.zonder_reden + week.gestreept for week in beeld.weken), Decimal(1)])
    canvas.setStrokeColor(HexColor("#555555"))
    canvas.setLineWidth(0.8)
    canvas.line(0, _BASE, width, _BASE)
    for number, week in enumerate(beeld.weken):
        canvas.setFillColor(HexColor(beeld.huisstijl.kleur))
        bar = (step * (number + 0.5), min(step * 0.6, 34.0), (height - 16 - _BASE) / float(most))
        _bar(canvas, week, bar)


def _bar(canvas: Any, week: Verzuimweek, bar: tuple[float, float, float]) -> None:
    """One week; ``bar`` is its middle and width in points, and the points of one hour."""
    from reportlab.lib.colors import HexColor

    from leerplicht_desktop.documents.archive import fonts

    middle, width, scale = bar
    full, striped = float(week.zonder_reden) * scale, float(week.gestreept) * scale
    if full:
        canvas.rect(middle - width / 2, _BASE, width, full, stroke=0, fill=1)
    if striped:
        _striped(canvas, (middle - width / 2, _BASE + full, width, striped))
    canvas.setFillColor(HexColor("#1c1c1c"))
    canvas.setFont(fonts.LABEL_BOLD, 9.5)
    total = week.zonder_reden + week.gestreept
    if week.vakantie or total:
        canvas.drawCentredString(middle, _BASE + full + striped + 4, "v" if week.vakantie else uren(total))
    canvas.setFont(fonts.LABEL, 8.6)
    canvas.drawCentredString(middle, _BASE - 12, str(week.maandag.day))
    canvas.drawCentredString(middle, _BASE - 23, MAANDEN[week.maandag.month - 1][:3])


def _striped(canvas: Any, box: tuple[float, float, float, float]) -> None:
    """A frame with level stripes: told apart from a full bar in grey print too."""
    from reportlab.lib.colors import HexColor

    x, y, width, height = box
    canvas.setStrokeColor(HexColor(_HATCH))
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, width, height, stroke=1, fill=0)
    line = y + 3
    while line < y + height:
        canvas.line(x, line, x + width, line)
        line += 3
    canvas.setStrokeColor(HexColor("#555555"))
