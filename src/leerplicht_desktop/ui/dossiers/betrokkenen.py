"""Who belongs to the jongere: who lives here, who has gezag, and who lives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.queries.caseload import PersoonBeeld
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.doubt import DoubtBadge
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.twijfelwoorden import adrestwijfel, merk_van

from .paneelbeeld import Paneelbeeld
from .persoonkaart import Adresregels, Persoonkaart
from .raster import Raster

_VOLGORDE = {"ouder1": 0, "ouder2": 1, "verzorger": 2, "broer_zus": 3, "medebewoner": 4}


class BetrokkenenBlad(Column):
    """``geopend`` carries another dossier of the caseload."""

    geopend = Signal(str)

    def __init__(self, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        self._beeld = beeld
        self._nummer = 0
        mensen = sorted(beeld.dossier.betrokkenen, key=lambda persoon: _VOLGORDE.get(persoon.rol, 9))
        zin = gezagzin(beeld.ouders, beeld.dossier.naam if beeld.dossier.meerderjarig else "")
        if zin is not None:
            self.add(Notice(*zin))
        self.add(self._adres())
        onbekend = [persoon for persoon in mensen if persoon.onbekend]
        hier = [persoon for persoon in mensen if persoon.zelfde_adres]
        elders = [persoon for persoon in mensen if not (persoon.zelfde_adres or persoon.onbekend)]
        naam = beeld.dossier.naam
        self._groep(self.tr("Wonen bij {0}").format(naam), hier, met_adres=False)
        self._groep(self.tr("Wonen ergens anders"), elders, met_adres=True)
        self._groep(self.tr("Onbekend"), onbekend, met_adres=False)
        if not mensen:
            self.add(
                Notice(NoticeKind.INFO, self.tr("Er zijn geen betrokkenen bekend. Vraag school wie er zijn."))
            )
        self.add(1)

    def _adres(self) -> Card:
        dossier = self._beeld.dossier
        kaart = Card(self.tr("Adres en telefoon"), gap=8)
        kaart.add(Adresregels(dossier.adres, geheim=self._beeld.geheime_deur, naam="jongere"))
        twijfel = adrestwijfel(dossier)
        if twijfel is not None:
            kaart.add(DoubtBadge(merk_van(twijfel)))
        melding = self._beeld.laatste_melding
        ander = melding.afwijkend_adres if melding is not None else ""
        if ander and (dossier.adres is None or dossier.adres.regels != (ander,)):
            kaart.add(_regel(Icon.SCHOOL, self.tr("Volgens school ook: {0}").format(ander)))
        if dossier.telefoon:
            kaart.add(_regel(Icon.PHONE, dossier.telefoon))
        return kaart

    def _groep(self, kop: str, mensen: Sequence[PersoonBeeld], *, met_adres: bool) -> None:
        if not mensen:
            return
        self.add(Label(kop, Type.HEADING, wrap=True))
        self.add(Raster([self._kaart(persoon, met_adres=met_adres) for persoon in mensen]))

    def _kaart(self, persoon: PersoonBeeld, *, met_adres: bool) -> QWidget:
        self._nummer += 1
        kaart = Persoonkaart(persoon, self._beeld, str(self._nummer), met_adres=met_adres)
        kaart.geopend.connect(self.geopend)
        return kaart


def gezagzin(ouders: Sequence[PersoonBeeld], meerderjarige: str = "") -> tuple[NoticeKind, str] | None:
    """What to find out about gezag before speaking with anybody; None when the register is clear.

    ``meerderjarige`` is the name of a jongere who is eighteen, empty for a minor.
    """
    if meerderjarige:
        zin = f"{meerderjarige} is meerderjarig. Niemand heeft gezag: spreek met {meerderjarige} zelf."
        return NoticeKind.INFO, zin
    if not ouders or any(ouder.gezag for ouder in ouders):
        return None
    if all(ouder.gezag is False for ouder in ouders):
        zin = "Geen van de ouders heeft gezag. Vraag wie de voogd is: de BRP noemt die niet."
        return NoticeKind.WARNING, zin
    zin = "De BRP zegt niet wie gezag heeft. Vraag het na voor je een brief stuurt."
    return NoticeKind.INFO, zin


def _regel(icoon: Icon, tekst: str) -> Row:
    rij = Row(gap=8)
    rij.add_top(IconMark(icoon, Ink.SUBTLE))
    rij.add_stretched(Label(tekst, wrap=True))
    return rij
