"""The timeline in words: what it says of sent, refused, corrected and unfinished."""

from __future__ import annotations

from datetime import date, datetime

from leerplicht_desktop.casework.queries import TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.ui.kit.dates import short_date, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.timeline import TimelineItem

from .paneelbeeld import Paneelbeeld

_ICONEN = {
    Tijdlijnsoort.MELDING: Icon.FLAG,
    Tijdlijnsoort.BEZOEK: Icon.DOOR_OPEN,
    Tijdlijnsoort.NOTITIE: Icon.MESSAGE_SQUARE_PLUS,
    Tijdlijnsoort.TAAK: Icon.CALENDAR_DAYS,
}
_LANGST = 240
"""Longer texts end in an ellipsis; the whole text stands in the thing itself."""


def tijdlijn_in_woorden(beeld: Paneelbeeld) -> list[TimelineItem]:
    """The items as the list shows them."""
    return [_item(item, beeld) for item in beeld.tijdlijn]


def _item(item: TijdlijnItem, beeld: Paneelbeeld) -> TimelineItem:
    wie = "jij" if item.wie and item.wie == beeld.ambtenaar else item.wie
    gepland = item.soort is Tijdlijnsoort.TAAK and not item.tekst
    return TimelineItem(
        key=sleutel(item),
        icon=Icon.CHECK if item.soort is Tijdlijnsoort.TAAK and item.tekst else _ICONEN[item.soort],
        title=f"{item.kop}, concept" if item.concept else item.kop,
        when_who=" · ".join(deel for deel in (_wanneer(item.wanneer, beeld.vandaag), wie) if deel),
        text="\n".join(deel for deel in (_stand(item), _kort(item.tekst)) if deel),
        planned=gepland,
        unsent=not item.verzonden and not item.concept,
    )


def sleutel(item: TijdlijnItem) -> str:
    """The key of an item: its kind and its id."""
    return f"{item.soort.value}:{item.id}"


def ontleed(sleutel_: str) -> tuple[Tijdlijnsoort, str]:
    """Kind and id of a key."""
    soort, _, id_ = sleutel_.partition(":")
    return Tijdlijnsoort(soort), id_


def _stand(item: TijdlijnItem) -> str:
    if item.concept:
        return "Nog niet vastgelegd. Open om verder te gaan."
    if item.afgewezen:
        return "Niet aangenomen door de gemeente."
    return "Verbeterd: er is een nieuwere versie." if item.verbeterd_door else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[:_LANGST].rsplit(' ', 1)[0]}…"


def _wanneer(wanneer: datetime | date, vandaag: date) -> str:
    if isinstance(wanneer, datetime):
        return short_moment(wanneer.astimezone(), vandaag)
    return short_date(wanneer, vandaag)
