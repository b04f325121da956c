"""The timeline in words: visits, notes, tasks and paper between each other, the newest first."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from leerplicht_desktop.casework.queries.caseload import TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.casework.queries.stukkenkast import Opent, ZaakstukItem, Zaakstuksoort
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.ui.kit.dates import short_date, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.timeline import TimelineItem

from .paneelbeeld import Paneelbeeld

_ICONEN = {
    Tijdlijnsoort.MELDING: Icon.FLAG,
    Tijdlijnsoort.BEZOEK: Icon.DOOR_OPEN,
    Tijdlijnsoort.NOTITIE: Icon.MESSAGE_SQUARE_PLUS,
    Tijdlijnsoort.TAAK: Icon.CALENDAR_DAYS,
    Tijdlijnsoort.TERUGMELDING: Icon.MAP_PIN_X,
    Tijdlijnsoort.PROCEDURE: Icon.ROUTE,
    Zaakstuksoort.STUK: Icon.FILE_TEXT,
    Zaakstuksoort.STAP: Icon.SIGNATURE,
    Zaakstuksoort.VERHOOR: Icon.SCALE,
    Zaakstuksoort.BIJLAGE: Icon.IMAGE_PLUS,
    Zaakstuksoort.AFDRUK: Icon.PRINTER,
}
_NAAR = {
    Tijdlijnsoort.MELDING: "blad.verzuim",
    Tijdlijnsoort.BEZOEK: "deurbezoek",
    Tijdlijnsoort.NOTITIE: "gesprek",
    Tijdlijnsoort.TAAK: "blad.taken",
    Tijdlijnsoort.TERUGMELDING: "blad.documenten",
    Tijdlijnsoort.PROCEDURE: "procedure",
    Opent.BRIEF: "brief",
    Opent.PROCES_VERBAAL: "proces_verbaal",
    Opent.VERHOOR: "verhoor",
    Opent.BEZOEKVERSLAG: "verslag",
    Opent.BIJLAGE: "blad.documenten",
}
_NOG_NIET_WEG = {
    Stand.GEREED: "Definitief, nog niet verzonden.",
    Stand.ONDERTEKEND: "Ondertekend, nog niet verzonden.",
}
_LANGST = 240
"""Longer texts end in an ellipsis; the whole text stands in the thing itself."""
_GEHEIM = "(geheim adres)"
_Ding = TijdlijnItem | ZaakstukItem


def tijdlijn_in_woorden(beeld: Paneelbeeld) -> list[TimelineItem]:
    """The items as the list shows them. A secret address is not read over a shoulder: it is left out."""
    geheim = _geheime_regels(beeld)
    allebei: list[_Ding] = [*beeld.tijdlijn, *beeld.zaakstukken]
    return [_item(item, beeld, geheim) for item in sorted(allebei, key=_moment, reverse=True)]


def waarheen(sleutel: str) -> tuple[str, str]:
    """Where an item leads: a screen, or ``blad.`` and a tab of the dossier; and the thing on it."""
    scherm, _, ding = sleutel.partition(":")
    return scherm, ding


def _item(item: _Ding, beeld: Paneelbeeld, geheim: tuple[str, ...]) -> TimelineItem:
    wie = "jij" if item.wie and item.wie == beeld.ambtenaar else item.wie
    taak = item.soort is Tijdlijnsoort.TAAK
    kop = _verhuld(item.kop, geheim)
    return TimelineItem(
        key=f"{_leidt_naar(item)}:{item.id}",
        icon=Icon.CHECK if taak and item.tekst else _icoon(item),
        title=f"{kop}, concept" if item.concept else kop,
        when_who=" · ".join(deel for deel in (_wanneer(item.wanneer, beeld.vandaag), wie) if deel),
        text="\n".join(filter(None, (_stand(item), item.klok, _kort(_verhuld(item.tekst, geheim))))),
        planned=taak and not item.tekst,
        unsent=not item.verzonden and not item.concept,
    )


def _leidt_naar(item: _Ding) -> str:
    return _NAAR[item.opent if isinstance(item, ZaakstukItem) else item.soort]


def _icoon(item: _Ding) -> Icon:
    brief = isinstance(item, ZaakstukItem) and item.opent is Opent.BRIEF
    return Icon.MAIL if brief and item.soort is Zaakstuksoort.STUK else _ICONEN[item.soort]


def _moment(item: _Ding) -> tuple[date, time, str]:
    """A day without a time stands at its beginning; the id decides between equals."""
    moment = (item.plaats if isinstance(item, ZaakstukItem) else None) or item.wanneer
    if isinstance(moment, datetime):
        hier = in_nederland(moment)
        return hier.date(), hier.time(), item.id
    return moment, time.min, item.id


def _stand(item: _Ding) -> str:
    if item.concept:
        papier = isinstance(item, ZaakstukItem) and item.soort is Zaakstuksoort.STUK
        return f"Nog niet {'definitief' if papier else 'vastgelegd'}. Open om verder te gaan."
    if item.afgewezen:
        return "Niet aangenomen door de gemeente."
    if isinstance(item, ZaakstukItem):
        return _NOG_NIET_WEG.get(item.stand, "") if item.stand else ""
    if item.soort is Tijdlijnsoort.TERUGMELDING:
        verbeterd = "Het bezoek is verbeterd: kijk of dit nog klopt."
        return verbeterd if item.verbeterd_door else "Vastgelegd. Stuur burgerzaken de brief: Nieuwe brief."
    return "Verbeterd: er is een nieuwere versie." if item.verbeterd_door else ""


def _geheime_regels(beeld: Paneelbeeld) -> tuple[str, ...]:
    """Street and number of everybody who keeps the address secret, or lives where somebody does."""
    mensen = (beeld.dossier.jongere, *beeld.dossier.betrokkenen)
    adressen = [(mens.adres, mens.geheim) for mens in mensen if mens.adres is not None]
    dicht = {adres.sleutel for adres, geheim in adressen if geheim and adres.sleutel}
    regels = (
        adres.regels[0] for adres, geheim in adressen if adres.regels and (geheim or adres.sleutel in dicht)
    )
    return tuple(dict.fromkeys(regels))


def _verhuld(tekst: str, geheim: tuple[str, ...]) -> str:
    for regel in geheim:
        woorden = r"\s+".join(re.escape(woord) for woord in regel.split())
        tekst = re.sub(rf"(?<!\w){woorden}(?!\w)", _GEHEIM, tekst, flags=re.IGNORECASE)
    return tekst


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[:_LANGST].rsplit(' ', 1)[0]}…"


def _wanneer(wanneer: datetime | date, vandaag: date) -> str:
    if isinstance(wanneer, datetime):
        return short_moment(in_nederland(wanneer), vandaag)
    return short_date(wanneer, vandaag)
