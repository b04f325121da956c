"""Who gets the letter: people of the dossier, each address its own letter, or an organisation."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.brief.geheimhouding import adressleutel
from leerplicht_desktop.casework.brief.opstellen import brieven_aan
from leerplicht_desktop.casework.brief.twijfel import ontvangertwijfels
from leerplicht_desktop.casework.concepten import Ontvanger
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.leeftijden import verdachte_vanaf
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.stuk.geadresseerden import Briefbestemming
from leerplicht_desktop.ui.kit.choices import FilterPill
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import opsomming, rolwoord

from .soorten import Briefsoort, Naar

_AANHEF = "Geachte heer of mevrouw"
_ZELF_GEHOORD = 12
"""Years: from here the jongere himself must attend (article 2 lid 3 LPW), and is invited in person."""
_ROLLEN = ("jongere", "ouder1", "ouder2", "verzorger")


class Ontvangers(Column):
    """``veranderd`` when somebody else was chosen or another organisation was typed."""

    veranderd = Signal()

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._soort: Briefsoort | None = None
        self._vandaag = date.min
        self._mensen: dict[str, PersoonBeeld] = {}
        self._pillen: dict[str, FilterPill] = {}
        self._rij = Flow(gap=8)
        self._zonder = Label("", ink=Ink.SUBTLE, wrap=True)
        self._uitleg = Notice(NoticeKind.INFO, "")
        self._uitleg.setObjectName("brief.brieven")
        self._twijfel = Notice(NoticeKind.WARNING, "")
        self._twijfel.setObjectName("brief.ontvangers.twijfel")
        self._gezin = Column(
            Label(self.tr("Aan wie"), Type.LABEL), self._rij, self._zonder, self._uitleg, self._twijfel
        )
        self._naam = Field(self.tr("Aan welke instantie"))
        self._naam.edit.setObjectName("brief.instantie.naam")
        self._adres = NoteField(
            self.tr("Adres"), self.tr("Elke regel van het adres op een eigen regel."), least=2, most=4
        )
        self._adres.edit.setObjectName("brief.instantie.adres")
        self._aanhef = Field(self.tr("Aanhef"))
        self._aanhef.edit.setObjectName("brief.instantie.aanhef")
        self._instantie = Column(self._naam, self._adres, self._aanhef, gap=12)
        self.add(self._gezin, self._instantie)
        self._naam.changed.connect(lambda _: self.veranderd.emit())
        self._adres.changed.connect(self.veranderd)

    @property
    def personen(self) -> tuple[str, ...]:
        """The ids of who was chosen, in the order of the dossier."""
        if self._soort is None or self._soort.naar not in (Naar.GEZIN, Naar.EEN):
            return ()
        return tuple(id_ for id_, pil in self._pillen.items() if pil.isChecked())

    @property
    def instantie(self) -> Ontvanger | None:
        """The organisation; None for people and for paper without an addressee."""
        if self._soort is None or self._soort.naar not in (Naar.SCHOOL, Naar.INSTANTIE):
            return None
        adres = tuple(regel.strip() for regel in self._adres.text().splitlines() if regel.strip())
        return Ontvanger((self._naam.text().strip(),), adres, self._aanhef.text().strip())

    def toon(self, soort: Briefsoort, beeld: DossierBeeld, vandaag: date) -> None:
        """Offer whoever may get such a letter; who should get it is chosen already."""
        self._soort, self._vandaag = soort, vandaag
        mensen = soort.naar in (Naar.GEZIN, Naar.EEN)
        anders = soort.naar in (Naar.SCHOOL, Naar.INSTANTIE)
        self._gezin.setVisible(mensen)
        self._instantie.setVisible(anders)
        self.setVisible(mensen or anders)
        if mensen:
            self._toon_mensen(beeld)
        elif anders:
            self._toon_instantie(soort, beeld)

    def ga(self) -> QWidget:
        """Where the focus goes when the receiver is wrong."""
        if self._instantie.isVisibleTo(self):
            return self._naam.edit
        return next((pil for pil in self._pillen.values() if pil.isEnabled()), self)

    def fout(self) -> str:
        """What is missing, as a sentence; empty when letters can be made."""
        if self._soort is None or self._soort.naar is Naar.NIEMAND:
            return ""
        aan = self.instantie
        if aan is not None:
            if not aan.naamregels[0]:
                return self.tr("Vul in aan wie de brief gaat.")
            return "" if aan.adresregels else self.tr("Vul het adres in.")
        try:
            self._brieven()
        except DomainError as fout:
            return fout.bericht
        return ""

    def _brieven(self) -> tuple[Briefbestemming, ...]:
        return brieven_aan([self._mensen[id_] for id_ in self.personen])

    def _toon_mensen(self, beeld: DossierBeeld) -> None:
        alle = [beeld.jongere, *(een for een in beeld.betrokkenen if een.persoon != beeld.jongere.persoon)]
        # A parent whom nobody knows gets no letter, and there is no address to ask after.
        alle = [een for een in alle if een.rol in _ROLLEN and not (een.overleden or een.onbekend)]
        te_jong = [een for een in alle if self._te_jong(een)]
        alle = [een for een in alle if een not in te_jong and self._mag(een)]
        self._mensen = {een.persoon: een for een in alle if een.persoon and adressleutel(een.adres)}
        zonder = [een.naam for een in alle if een.persoon not in self._mensen and een.naam]
        vanaf = verdachte_vanaf(self._vandaag)
        zinnen = [
            self.tr("{0} is nog geen {1} en kan geen verdachte zijn.").format(een.naam, vanaf)
            for een in te_jong
        ]
        if zonder:
            zinnen.append(
                self.tr("Van {0} is geen adres bekend. Vraag het adres na.").format(opsomming(zonder))
            )
        self._zonder.setText(" ".join(zinnen))
        self._zonder.setVisible(bool(zinnen))
        self._rij.clear()
        self._pillen = {}
        for nummer, (id_, een) in enumerate(self._mensen.items()):
            pil = FilterPill(f"{een.naam} ({rolwoord(een).lower()})")
            pil.setObjectName(f"brief.ontvanger.{nummer}")
            pil.setChecked(self._hoort_erbij(een, meerderjarig=beeld.meerderjarig is True))
            pil.clicked.connect(lambda _, id_=id_: self._gekozen(id_))
            self._pillen[id_] = pil
            self._rij.add(pil)
        self._zeg_brieven()

    def _hoort_erbij(self, een: PersoonBeeld, *, meerderjarig: bool) -> bool:
        """A parent with gezag or at home with the jongere; the jongere himself from 12, if he is invited.

        Who is eighteen gets his letters himself: nobody has gezag over him.
        """
        if self._soort is None or self._soort.naar is not Naar.GEZIN:
            return self._soort is not None and self._soort.alleen_jongere
        if meerderjarig:
            return een.rol == "jongere"
        if een.rol != "jongere":
            return een.gezag is not False or een.zelfde_adres
        return self._soort.ook_jongere and _minstens(een.geboren, _ZELF_GEHOORD, self._vandaag) is True

    def _te_jong(self, een: PersoonBeeld) -> bool:
        """Whether it is a jongere too young to be one, for a paper that only a suspect gets (R05)."""
        verdachte = self._soort is not None and self._soort.naar is Naar.EEN
        return (
            verdachte
            and een.rol == "jongere"
            and _minstens(een.geboren, verdachte_vanaf(self._vandaag), self._vandaag) is False
        )

    def _mag(self, een: PersoonBeeld) -> bool:
        return self._soort is None or not self._soort.alleen_jongere or een.rol == "jongere"

    def _toon_instantie(self, soort: Briefsoort, beeld: DossierBeeld) -> None:
        school = beeld.school if soort.naar is Naar.SCHOOL else None
        self._naam.set_text(school.naam if school else soort.instantie)
        self._adres.edit.blockSignals(True)
        self._adres.set_text(school.adres.replace(", ", "\n") if school else "")
        self._adres.edit.blockSignals(False)
        self._aanhef.set_text(_AANHEF)

    def _gekozen(self, id_: str) -> None:
        if self._soort is not None and self._soort.naar is Naar.EEN:
            for ander, pil in self._pillen.items():
                pil.setChecked(ander == id_)
        self._zeg_brieven()
        self.veranderd.emit()

    def _zeg_brieven(self) -> None:
        """How many letters it makes, and why (R30); and what is doubted of who gets them."""
        twijfels = ontvangertwijfels([self._mensen[id_] for id_ in self.personen])
        self._twijfel.tell(NoticeKind.WARNING, "\n".join(twijfels))
        self._twijfel.setVisible(bool(twijfels))
        if not self.personen:
            self._uitleg.hide()
            return
        brieven = self._brieven()
        adressen = {brief.adres for brief in brieven}
        delen = [opsomming(self._mensen[id_].naam for id_ in brief.personen) for brief in brieven]
        if len(brieven) == 1:
            self._uitleg.tell(NoticeKind.INFO, self.tr("Het wordt één brief, aan {0}.").format(delen[0]))
        else:
            lijst = ". ".join(f"Brief {nummer} aan {deel}" for nummer, deel in enumerate(delen, start=1))
            waarom = (
                self.tr("elk met alleen het eigen adres, want zij wonen niet bij elkaar")
                if len(adressen) > 1
                else self.tr("want de jongere krijgt een eigen brief")
            )
            zin = self.tr("Het worden {0} brieven, {1}. {2}.").format(len(brieven), waarom, lijst)
            self._uitleg.tell(NoticeKind.WARNING if len(adressen) > 1 else NoticeKind.INFO, zin)
        self._uitleg.show()


def _minstens(geboren: str, jaren: int, vandaag: date) -> bool | None:
    """Whether somebody is that old; None when the birthday does not say: then the officer chooses."""
    try:
        leeftijd = Geboortedatum.uit_lo3(geboren or "00000000").leeftijd_op(vandaag)
    except DomainError:
        return None
    return leeftijd.minstens(jaren)
