"""A hearing that was vastgelegd, to read: who, rights with their times, the statement, how it ended."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.casework.queries.stukkenkast import VerhoorBeeld
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.ui.formulier.vak import noem_link
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import clock, date_with_year, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import BEGELEIDING, BIJSTAND
from .wie import leeftijden

_BREEDST = 760
Regels = list[tuple[str, str]]


class LeesVlak(Column):
    """Emits ``bron`` to read the record in which the suspicion arose."""

    bron = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.setObjectName("verhoor.lezing")

    def toon(self, beeld: VerhoorBeeld) -> None:
        """Show a hearing."""
        self.clear()
        verhoor, moment = beeld.blad.compleet, beeld.blad.vastgelegd_op
        merken = Flow(Badge(self.tr("Vastgelegd"), Tone.OK, Icon.LOCK))
        if not beeld.verzonden:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        wanneer = short_moment(plaatselijk(moment)) if moment else ""
        zin = self.tr("Vastgelegd {0}. Er verandert niets meer aan.").format(wanneer)
        bericht = Notice(
            NoticeKind.INFO, zin, self.tr("Lees wat eraan voorafging") if beeld.blad.bron else ""
        )
        bericht.followed.connect(self.bron)
        noem_link(bericht, "verhoor.bron.lees")
        self.add(merken, bericht)
        verdachte = beeld.blad.verdachte
        wie: Regels = [
            ("Verdachte", f"{verdachte.naam} ({verdachte.rol.value})"),
            ("Geboren", verhoor.verdachte_geboren.tekst()),
            ("Leeftijd", leeftijden(verhoor)),
        ]
        self._kaart(self.tr("Het verhoor"), [*wie, *_wanneer(verhoor)])
        self._kaart(self.tr("Rechten"), _rechten(verhoor))
        verklaring = [
            (f"{'Antwoord' if regel.antwoord else 'Vraag'}, {_tijd(regel.moment)}", regel.tekst)
            for regel in verhoor.regels
        ]
        self._kaart(self.tr("Verklaring"), verklaring)
        self._kaart(self.tr("Afsluiting"), _slot(verhoor))
        self.add(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _kaart(self, kop: str, regels: Regels) -> None:
        kaart = Card(kop)
        for plaats, (woord, tekst) in enumerate(regels):
            if plaats:
                kaart.add(Divider())
            kaart.add(ReadingLine(woord, tekst))
        self.add(kaart)


def _tijd(moment: datetime | None) -> str:
    return clock(plaatselijk(moment)) if moment is not None else ""


def _wanneer(verhoor: Verhoor) -> Regels:
    begin = plaatselijk(verhoor.begin)
    eind = plaatselijk(verhoor.eind) if verhoor.eind else None
    dag = f"{lang(eind.date())}, " if eind is not None and eind.date() != begin.date() else ""
    tot = f" tot {dag}{clock(eind)}" if eind is not None else ""
    regels = [
        ("Wanneer", f"{lang(begin.date())}, {clock(begin)}{tot}"),
        ("Waar", verhoor.plaats),
        ("Laatste dag van het feit", date_with_year(verhoor.pleegdatum)),
        ("Identiteit", verhoor.identiteit),
        ("Feit verteld", _tijd(verhoor.feit_medegedeeld_om)),
        ("Erbij", ", ".join(verhoor.aanwezig)),
    ]
    return [(woord, tekst) for woord, tekst in regels if tekst]


def _rechten(verhoor: Verhoor) -> Regels:
    oproep, afstand, tolk = verhoor.rechten_in_oproep_van, verhoor.afstand, verhoor.tolk
    uitgelegd = [
        woord
        for woord, aan in (
            ("gevolgen uitgelegd", afstand is not None and afstand.gevolgen_uitgelegd),
            ("verteld dat hij erop terug kan komen", afstand is not None and afstand.kan_terugkomen),
        )
        if aan
    ]
    ouders = verhoor.ouders_ingelicht_op
    regels = [
        ("Cautie", _tijd(verhoor.cautie_om)),
        ("Rechten in de oproep van", date_with_year(oproep) if oproep else ""),
        ("Recht op advocaat verteld", _tijd(verhoor.rechtsbijstand_medegedeeld_om)),
        ("Advocaat", dict(BIJSTAND)[verhoor.bijstand] if verhoor.bijstand else ""),
        ("Antwoord", afstand.antwoord if afstand else ""),
        ("Daarbij", ", ".join(uitgelegd)),
        (
            "Nederlands",
            {True: "Verstaat Nederlands", False: "Verstaat geen Nederlands", None: ""}[
                verhoor.verstaat_nederlands
            ],
        ),
        ("Tolk", f"{tolk.naam}, {tolk.taal}" if tolk else ""),
        ("Kwetsbaar", "Ja, zo is de verdachte gehoord" if verhoor.kwetsbaar else ""),
        ("Begeleiding", dict(BEGELEIDING)[verhoor.begeleiding] if verhoor.begeleiding else ""),
        ("Ouders ingelicht", date_with_year(ouders) if ouders else ""),
    ]
    return [(woord, tekst) for woord, tekst in regels if tekst]


def _slot(verhoor: Verhoor) -> Regels:
    getekend = "Ondertekend" if verhoor.ondertekend else "Niet ondertekend"
    regels = [
        ("Voorgelezen", _tijd(verhoor.voorgelezen_om)),
        ("Verbeteringen", verhoor.verbeteringen),
        ("Handtekening", getekend),
        ("Reden", verhoor.reden_niet_ondertekend),
    ]
    return [(woord, tekst) for woord, tekst in regels if tekst]
