"""The recorder itself: bar, choices, and below them either the writing or the closed door."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.choices import BigChoice, ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.fields import NoteField
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view
from leerplicht_desktop.ui.kit.taborder import set_order

from .bovenbalk import Bovenbalk
from .model import KEUZES, BezoekBeeld
from .nietthuis import NietThuisPaneel
from .onderbalk import Onderbalk
from .opschrijven import Opschrijven
from .rooster import Foutregel, Rijkop, Rooster
from .vinkjes import Vinkjes
from .voorstel import Voorstel
from .zinnen import Zinnen

_NAAST_ELKAAR = 880
"""From this width (pixels at 10.5 pt) ticks and phrases stand beside the writing."""
_HEEL_SMAL = 440
_KEUZE = {keuze.naam: keuze for keuze in KEUZES}


class _Naast(Reflow):
    """Writing at the left, ticks and phrases at the right; under each other in a narrow window."""

    def __init__(self, links: QWidget, rechts: QWidget, naam: str) -> None:
        super().__init__(_NAAST_ELKAAR, (16, 16))
        self._inhoud = rechts
        self._rol = Scroll(rechts, naam)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.box.addWidget(links, 14)
        self.box.addWidget(self._rol, 10)
        rechts.installEventFilter(self)
        self.restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Under each other the right part is as high as it needs, so that only the page scrolls."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Keep room for writing."""
        super().arrange()
        laagte = self._inhoud.sizeHint().height() + look().px(4) if self.below else look().px(240)
        if self._rol.minimumHeight() != laagte:
            self._rol.setMinimumHeight(laagte)


class _Pagina(Column):
    """The page below the bar, with half the margin in a very narrow window."""

    def restyle(self) -> None:
        super().restyle()
        self._rand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rand()

    def _rand(self) -> None:
        px = look().px
        zij = px(8 if 0 < self.width() < px(_HEEL_SMAL) else 16)
        self.box().setContentsMargins(zij, px(12), zij, px(16))


class OpnameVlak(QWidget):
    """Shows a ``BezoekBeeld``; emits every tap."""

    gekozen = Signal(object)
    jongeren = Signal(object)
    reden = Signal(str)
    zin = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.boven = Bovenbalk()
        self.schrijven = Opschrijven()
        self.vinkjes = Vinkjes()
        self.zinnen = Zinnen()
        self.dicht = NietThuisPaneel()
        self.voorstel = Voorstel()
        self.onder = Onderbalk()
        self._fouten: dict[str, str] = {}
        self._notitie_erbij = False
        self._dicht_klaar = False
        self._beeld: BezoekBeeld | None = None
        self._groep = ChoiceGroup(self)
        self._pillen = Flow(gap=8)
        self._voor_wie = Row(gap=12)
        self._voor_wie.box().addWidget(Rijkop(self.tr("Voor wie")), 0, Qt.AlignmentFlag.AlignTop)
        self._voor_wie.add_stretched(self._pillen)
        self._jongerenfout, self._uitkomstfout = Foutregel(), Foutregel()
        self._bericht = Notice(NoticeKind.WARNING, "")
        self._bericht.hide()
        self._reden = NoteField(
            self.tr("Waarom verbeter je dit bezoek?"),
            self.tr("De eerste versie blijft bewaard. Deze reden staat op het verslag."),
            least=2,
            most=4,
        )
        self._reden.edit.setObjectName("deurbezoek.reden")
        self._reden.edit.document().setUndoRedoEnabled(False)
        self._naast = _Naast(
            self.schrijven,
            Column(self.vinkjes, self.zinnen, 1, gap=12, margins=(0, 0, 4, 0)),
            self.tr("Vinkjes en zinnen"),
        )
        self._bouw()

    def toon(self, beeld: BezoekBeeld, nu: datetime) -> None:
        """Show the recorder as it now stands."""
        if self._beeld is None or self._beeld.bezoek.id != beeld.bezoek.id or not beeld.gesloten:
            self._notitie_erbij = False
        self._beeld = beeld
        fouten, self._fouten = self._fouten, {}
        self._toon_fouten(fouten)
        bezoek = beeld.bezoek
        self.boven.toon(bezoek, beeld.omgeving)
        self._toon_jongeren(beeld)
        self._groep.choose(beeld.keuze.naam if beeld.keuze else "")
        self._uitkomstfout.zeg(beeld.gat("uitkomst"))
        self._reden.setVisible(bezoek.corrigeert is not None)
        if self._reden.text() != bezoek.reden_correctie and not self._reden.edit.hasFocus():
            self._zet_reden(bezoek.reden_correctie)
        self._reden.set_error(beeld.gat("reden_correctie"))
        self.schrijven.toon(beeld)
        self.vinkjes.toon(beeld, fouten)
        self.zinnen.toon(beeld.omgeving.zinnen)
        self.dicht.toon(beeld, nu, fouten)
        niet_thuis = bezoek.niet_thuis
        eerder, self._dicht_klaar = self._dicht_klaar, self._is_klaar(beeld)
        if self._dicht_klaar and not eerder:
            QTimer.singleShot(0, self, self._toon_voorstel)
        self.voorstel.toon(beeld.plan, niet_thuis.achtergelaten if niet_thuis else None, nu.date())
        self._schakel()
        set_order(self)

    def fout(self, veld: str, bericht: str) -> None:
        """What was entered is refused; it stands at its field the next time the recorder shows."""
        self._fouten = {veld: bericht}

    def ga_naar(self, veld: str, cursor: int) -> None:
        """Put the focus on a field."""
        if veld == "uitkomst":
            self._groep.buttons()[0].setFocus()
        elif veld == "niet_thuis":
            self.dicht.focus()
        elif veld == "reden_correctie":
            self._reden.edit.setFocus()
        elif self.vinkjes.heeft(veld):
            self.vinkjes.focus(veld)
        elif self.dicht.isHidden():
            self.schrijven.schrijf_verder(cursor)
        focus = self.focusWidget()
        if focus is not None:
            bring_into_view(focus)

    @staticmethod
    def _is_klaar(beeld: BezoekBeeld) -> bool:
        return beeld.gesloten and not beeld.nog_kiezen

    def _toon_voorstel(self) -> None:
        """After the third tap the offer is in sight."""
        self._rol.ensureWidgetVisible(self.voorstel, 0, look().px(8))

    def _toon_fouten(self, fouten: dict[str, str]) -> None:
        self._jongerenfout.zeg(fouten.get("dossiers", ""))
        los = [
            bericht
            for veld, bericht in fouten.items()
            if veld not in ("dossiers", "begonnen_op") and not self.vinkjes.heeft(veld)
        ]
        self._bericht.setVisible(bool(los))
        if los:
            self._bericht.tell(NoticeKind.WARNING, los[0])

    def _toon_jongeren(self, beeld: BezoekBeeld) -> None:
        gezin = beeld.omgeving.gezin
        self._voor_wie.setVisible(len(gezin) > 1)
        pillen = {
            pil.objectName(): pil for pil in self._pillen.findChildren(FilterPill) if not pil.isHidden()
        }
        namen = {f"deurbezoek.jongere.{regel.dossier}": regel for regel in gezin}
        if set(pillen) != set(namen):
            self._pillen.clear()
            pillen = {}
            for naam, regel in namen.items():
                pil = FilterPill(regel.naam, recorder=True)
                pil.setObjectName(naam)
                pil.clicked.connect(self._kies_jongeren)
                self._pillen.add(pil)
                pillen[naam] = pil
        for naam, regel in namen.items():
            pillen[naam].setChecked(regel.dossier in beeld.bezoek.dossiers)

    def _kies_jongeren(self) -> None:
        if self._beeld is None:
            return
        aan = {pil.objectName() for pil in self._pillen.findChildren(FilterPill) if pil.isChecked()}
        alle = tuple(regel.dossier for regel in self._beeld.omgeving.gezin)
        elders = tuple(dossier for dossier in self._beeld.bezoek.dossiers if dossier not in alle)
        hier = tuple(dossier for dossier in alle if f"deurbezoek.jongere.{dossier}" in aan)
        self.jongeren.emit((*hier, *elders))

    def _schakel(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        dicht = beeld.gesloten and not self._notitie_erbij
        self.dicht.setVisible(dicht)
        self._naast.setVisible(not dicht)
        self.onder.toon(beeld, notitie_erbij=self._notitie_erbij)

    def _wissel_notitie(self) -> None:
        self._notitie_erbij = not self._notitie_erbij
        self._schakel()
        if self._notitie_erbij:
            self.schrijven.schrijf_verder()
        else:
            self.dicht.focus()

    def _zet_reden(self, tekst: str) -> None:
        self._reden.edit.blockSignals(True)
        self._reden.set_text(tekst)
        self._reden.edit.blockSignals(False)

    def _bouw(self) -> None:
        keuzes = []
        for keuze in KEUZES:
            knop = BigChoice(keuze.woorden, keuze.icoon)
            knop.setObjectName(f"deurbezoek.uitkomst.{keuze.naam}")
            knop.setAccessibleDescription(keuze.uitleg)
            knop.setToolTip(keuze.uitleg)
            self._groep.add(keuze.naam, knop)
            keuzes.append(knop)
        inhoud = _Pagina(
            self._bericht,
            self._reden,
            self._voor_wie,
            self._jongerenfout,
            Rooster(keuzes, (8, 4, 2, 1)),
            self._uitkomstfout,
            gap=12,
        )
        inhoud.add_stretched(self._naast, 1)
        inhoud.add_stretched(self.dicht, 1)
        inhoud.add(self.voorstel)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(self.boven)
        self._rol = Scroll(inhoud, self.tr("Deurbezoek"))
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        doos.addWidget(self._rol, 1)
        doos.addWidget(self.onder)
        self._groep.picked.connect(lambda sleutel: self.gekozen.emit(_KEUZE[sleutel]))
        self._reden.changed.connect(lambda: self.reden.emit(self._reden.text()))
        self.zinnen.gekozen.connect(self.schrijven.voeg_in)
        self.onder.notitie.connect(self._wissel_notitie)
        self.schrijven.beweegt.connect(self._volg)

    def _volg(self, plek: QRect) -> None:
        """The line that is written stays in sight, also where the whole page scrolls."""
        pagina = self._rol.widget()
        if self.schrijven.isVisible() and pagina is not None:
            midden = self.schrijven.mapTo(pagina, plek.center())
            self._rol.ensureVisible(midden.x(), midden.y(), 0, plek.height() * 2)
