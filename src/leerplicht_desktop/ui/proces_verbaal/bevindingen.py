"""The third step: the chronology, each sentence with its source; what is chosen apart from what is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.concepten import Conceptzin
from leerplicht_desktop.casework.proces_verbaal.bijhouden import lees_tekst
from leerplicht_desktop.ui.formulier.vak import noem_link
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type

from .model import PVVorm
from .vlak import Doe, Stapvlak, zet
from .zinkaart import Signatuur, Zinkaart, signatuur


class BevindingenVlak(Stapvlak):
    """Emits ``erbij``, ``bronnen``, ``gekozen`` (id, why), ``weg`` (id), ``daad`` (id, act, from, to)."""

    erbij = Signal()
    gekozen = Signal(str, str)
    weg = Signal(str)
    daad = Signal(str, str, int, int)
    bronnen = Signal()

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Bevindingen",
            "Elke zin komt uit een vastgelegd verslag of stuk. Wat voor hulp of toezicht is vastgelegd, kies "
            "je zelf, met een reden.",
        )
        self._rijen: dict[str, Zinkaart] = {}
        self._vorig: tuple[Signatuur, ...] = ()
        self._nieuw = Notice(NoticeKind.INFO, "")
        self._nieuw.setObjectName("pv.bronnen")
        noem_link(self._nieuw, "pv.bronnen.erbij")
        self.add(self._nieuw)
        self._op_papier, self._ernaast = Column(gap=8), Column(gap=8)
        eigen = OutlinedButton(self.tr("Eigen zin erbij"), Icon.PLUS)
        eigen.setObjectName("pv.erbij")
        eigen.clicked.connect(self.erbij)
        self._kop_ernaast = Label(self.tr("Nog niet op papier"), Type.HEADING)
        self.add(Label(self.tr("Op papier"), Type.HEADING), self._op_papier, Flow(eigen))
        self.add(self._kop_ernaast, self._ernaast)
        self.vak("bevindingen", QWidget())
        for veld, label, voorbeeld in (
            (
                "redenen_van_wetenschap",
                "Hoe weet je wat hier staat?",
                "Uit eigen waarneming en uit de stukken",
            ),
            ("school.melding", "Wat meldde de school?", ""),
            ("school.verklaring", "Wat verklaart de school?", ""),
            (
                "school.voorlichting",
                "Hoe vertelde de school de regels over verlof?",
                "Nieuwsbrief, bijlage 4",
            ),
            ("school.verlof", "Is er verlof gevraagd, en wat was de beslissing?", ""),
            (
                "school.ziekmelding",
                "Was er een ziekmelding, en van wie?",
                "Geen, zegt de school. Of: wie, wanneer, welke dagen",
            ),
            (
                "school.vrijstelling",
                "Is een beroep op vrijstelling gedaan?",
                "Nee, nagekeken op 24 november in het dossier",
            ),
            (
                "school.startkwalificatie",
                "Is er een diploma havo, vwo of mbo 2–4?",
                "",
            ),
        ):
            self.lang(veld, self.tr(label), voorbeeld)
        self.add(1)
        self._nieuw.followed.connect(self.bronnen)

    def toon(self, vorm: PVVorm) -> None:
        """Show sentences and texts."""
        super().toon(vorm)
        aantal = vorm.nieuw
        self._nieuw.setVisible(bool(aantal))
        zin = self.tr("Sinds dit concept is er 1 zin bij gekomen in het dossier.")
        meer = self.tr("Sinds dit concept zijn er {0} zinnen bij gekomen in het dossier.").format(aantal)
        self._nieuw.tell(NoticeKind.INFO, zin if aantal == 1 else meer, self.tr("Zet ze erbij"))
        self._toon_zinnen(vorm)
        for veld, tekst in self._teksten.items():
            zet(tekst, lees_tekst(vorm.concept.pv, veld))
        self.vakken["school.voorlichting"].setVisible(vorm.pv.is_luxe)
        for veld in ("school.verlof", "school.ziekmelding"):
            self.vakken[veld].setVisible(vorm.pv.is_ingeschreven)
        self.vakken["school.startkwalificatie"].setVisible(vorm.pv.is_kwalificatieplichtig)

    def pak(self, id_: str) -> QWidget | None:
        """Put the focus on a sentence; gives what has it."""
        rij = self._rijen.get(id_)
        return rij.pak() if rij is not None else None

    def id_van(self, veld: QWidget | None) -> str:
        """The id of the sentence whose text ``veld`` is."""
        return next((id_ for id_, rij in self._rijen.items() if rij.tekst is veld), "")

    def neem_over(self) -> None:
        """Count days and times of own sentences as typed."""
        for rij in list(self._rijen.values()):
            rij.neem_over()

    def _toon_zinnen(self, vorm: PVVorm) -> None:
        zinnen = sorted(vorm.concept.zinnen, key=lambda zin: zin.bevinding.moment)
        nu = tuple(signatuur(zin) for zin in zinnen)
        # A time that is being typed may change the order: that alone moves no card under the cursor.
        if set(self._vorig) != set(nu):
            self._vorig = nu
            self._herbouw(vorm, zinnen)
        for zin in zinnen:
            self._rijen[zin.id].toon(zin, vorm)
        self._kop_ernaast.setVisible(any(zin.weggelaten for zin in zinnen))

    def _herbouw(self, vorm: PVVorm, zinnen: list[Conceptzin]) -> None:
        for lijst in (self._op_papier, self._ernaast):
            lijst.clear()
        self._rijen = {}
        for nummer, zin in enumerate(zinnen, start=1):
            kaart = self._rijen[zin.id] = Zinkaart(self.doe, zin, vorm.pv.stand(zin.bevinding), nummer)
            kaart.gekozen.connect(lambda reden, id_=zin.id: self.gekozen.emit(id_, reden))
            kaart.weg.connect(lambda id_=zin.id: self.weg.emit(id_))
            kaart.neem_over_bron.connect(self.bronnen)
            kaart.daad.connect(lambda daad, begin, eind, id_=zin.id: self.daad.emit(id_, daad, begin, eind))
            (self._ernaast if zin.weggelaten else self._op_papier).add(kaart)
            kaart.show()
