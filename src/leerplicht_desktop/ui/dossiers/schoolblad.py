"""The school of the jongere and who reported."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import SchoolBeeld
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type

from .paneelbeeld import Paneelbeeld


class SchoolBlad(Column):
    """How to reach the school, and the person who reported."""

    def __init__(self, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        school, melding = beeld.dossier.school, beeld.laatste_melding
        if school is None:
            self.add(
                Notice(NoticeKind.WARNING, self.tr("De school staat niet in de gegevens van de gemeente."))
            )
        else:
            self.add(self._school(school, beeld.dossier.leerjaar))
        if melding is not None:
            regels = (
                (Icon.USER_ROUND, melding.melder),
                (Icon.PHONE, melding.melder_telefoon),
                (Icon.MAIL, melding.melder_email),
            )
            kaart = Card(self.tr("Wie meldde"), gap=8)
            for icoon, tekst in regels:
                if tekst:
                    kaart.add(_regel(icoon, tekst))
            if any(tekst for _, tekst in regels):
                self.add(kaart)
        if melding is not None and melding.school_kondigde_aan:
            kaart = Card(self.tr("Zo kondigde school de melding aan"))
            kaart.add(Label(melding.school_kondigde_aan, wrap=True))
            self.add(kaart)
        self.add(1)

    def _school(self, school: SchoolBeeld, leerjaar: str) -> Card:
        kaart = Card(gap=8)
        kaart.setAccessibleName(school.naam)
        onder = " · ".join(deel for deel in (school.onderwijs, leerjaar) if deel)
        kaart.add(Label(school.naam, Type.HEADING, wrap=True))
        if onder:
            kaart.add(Label(onder, ink=Ink.SUBTLE, wrap=True))
        nummer = f"BRIN {school.brin}, vestiging {school.vestiging}" if school.brin else ""
        regio = self.tr("Vakantieregio {0}").format(school.regio) if school.regio else ""
        for icoon, tekst in (
            (Icon.MAP_PIN, school.adres),
            (Icon.PHONE, school.telefoon),
            (Icon.BUILDING_2, nummer),
            (Icon.CALENDAR_DAYS, regio or self.tr("Vakantieregio onbekend")),
        ):
            if tekst:
                kaart.add(_regel(icoon, tekst))
        if school.website:
            # An address of the web has no spaces to break at.
            kaart.add(Row(IconMark(Icon.LINK, Ink.SUBTLE), Label(school.website, elide=True), gap=8))
        return kaart


def _regel(icoon: Icon, tekst: str) -> Row:
    rij = Row(gap=8)
    rij.add_top(IconMark(icoon, Ink.SUBTLE))
    rij.add_stretched(Label(tekst, wrap=True))
    rij.setVisible(bool(tekst))
    return rij
