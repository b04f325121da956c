"""Settings in four cards: how it looks, how it locks, the quick phrases, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.casework.laptop.instellen import (
    VERGRENDEL_NA,
    snelle_zinnen_kiezen,
    vergrendeltijd_kiezen,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem, VerkeerdeWachtzin
from leerplicht_desktop.casework.queries.caseload import Caseload, SyncBeeld, Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.formulier.wachtzin import Wachtzinkeuring
from leerplicht_desktop.ui.formulier.wachtzinvlak import Wachtzinvlak
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import ChoiceField, NoteField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Flow, ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.passphrase import PassphraseField, in_a_row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .beleidskaart import Beleidskaart
from .kluiskaarten import Leeslogkaart, Sleutelbosregel, Teruggevondenkaart

_MEESTE_ZINNEN = 12

_Stand = tuple[str, tuple[str, ...], SyncBeeld]


class InstellingenScherm(Scherm):
    """Every change is kept at once; there is no save button."""

    naam = "instellingen"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Instellingen")
        self._context = context
        self._laden = False
        self._teruggevonden = Teruggevondenkaart(context)
        self._leeslog = Leeslogkaart(context)
        inhoud = ReadingColumn(
            Label(self.titel, Type.TITLE),
            self._uiterlijk(),
            self._beveiliging(),
            self._zinnen(),
            self._teruggevonden,
            self._leeslog,
            *([Beleidskaart(context.beleid)] if context.beleid.regels or context.beleid.fouten else []),
            self._over(),
            1,
            gap=16,
            margins=(24, 24, 24, 24),
        )
        rand = Row(inhoud, 1)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Scroll(rand, self.titel))

    def toon(self, werkplek: Werkplek) -> None:
        """Read what is set."""
        self._keuring.stel_voor()
        self._context.lees(_stand, self._toon_stand)
        self._verminderd.toon()
        self._teruggevonden.toon()
        self._leeslog.toon()

    def _uiterlijk(self) -> QWidget:
        kaart = Card(self.tr("Uiterlijk"))
        self._thema = ChoiceField(
            self.tr("Thema"),
            [
                ("systeem", self.tr("Zoals de computer")),
                ("licht", self.tr("Licht")),
                ("donker", self.tr("Donker")),
                ("buiten", self.tr("Buiten, voor fel licht")),
                ("donkercontrast", self.tr("Donker met hoog contrast")),
            ],
        )
        self._thema.combo.setObjectName("instellingen.thema")
        self._letter = ChoiceField(
            self.tr("Grootte van de letters"),
            [(str(punten), f"{round(punten / 10.5 * 100)} %") for punten in (10.5, 13.0, 16.0, 18.5, 21.0)],
        )
        self._letter.combo.setObjectName("instellingen.letter")
        self._thema.chosen.connect(lambda _: self._kleed())
        self._letter.chosen.connect(lambda _: self._kleed())
        kaart.add(self._thema, self._letter)
        return kaart

    def _beveiliging(self) -> QWidget:
        kaart = Card(self.tr("Beveiliging"))
        self._verminderd = Sleutelbosregel(self._context)
        self._na = ChoiceField(
            self.tr("Vergrendel als ik niets doe"),
            [(minuten, self.tr("na {0} minuten").format(minuten)) for minuten in self._tijden()],
            self.tr("Je gaat na het ontgrendelen verder waar je was."),
        )
        self._na.combo.setObjectName("instellingen.vergrendel_na")
        self._na.chosen.connect(self._kies_minuten)
        self._oud = PassphraseField(self.tr("Wachtzin van nu"), large=False)
        self._keuze = Wachtzinvlak("instellingen", groot=False)
        self._nieuw, self._herhaling = self._keuze.nieuw, self._keuze.herhaling
        self._keuring = Wachtzinkeuring(self._context.kluis.wachtzinnen, self._context.opslag, self._keuze)
        self._keuze.getypt.connect(self._keuring.getypt)
        self._keuze.voorstel_gevraagd.connect(self._keuring.stel_voor)
        self._oud.edit.setObjectName("instellingen.oud")
        self._nieuw.edit.setObjectName("instellingen.nieuw")
        self._herhaling.edit.setObjectName("instellingen.herhaling")
        self._wijzig = OutlinedButton(self.tr("Wijzig wachtzin"), Icon.LOCK)
        self._wijzig.setObjectName("instellingen.wijzig")
        self._wijzig.clicked.connect(self._wijzig_wachtzin)
        self._oud.submitted.connect(self._nieuw.setFocus)
        self._herhaling.submitted.connect(self._wijzig_wachtzin)
        kaart.add(self._verminderd, self._na, self._oud, self._keuze, Row(self._wijzig, 1))
        in_a_row((self._oud, self._nieuw, self._herhaling), self._wijzig)
        return kaart

    def _tijden(self) -> tuple[str, ...]:
        """After how many minutes the officer may choose to lock; the municipality may have set a limit."""
        grens = self._context.beleid.vergrendel_na
        onder = tuple(minuten for minuten in ("2", "5", "10") if not grens or int(minuten) < grens)
        return (*onder, str(grens)) if grens else onder

    def _zinnen(self) -> QWidget:
        kaart = Card(self.tr("Snelle zinnen aan de deur"))
        self._snel = NoteField(
            self.tr("Eén zin per regel"),
            self.tr("Hoogstens {0}. De bovenste staan het eerst.").format(_MEESTE_ZINNEN),
            least=8,
            most=14,
        )
        self._snel.edit.setObjectName("instellingen.zinnen")
        self._snel.changed.connect(self._bewaar_zinnen)
        kaart.add(self._snel)
        return kaart

    def _over(self) -> QWidget:
        kaart = Card(self.tr("Over"))
        self._gemeente = Label("", wrap=True)
        kaart.add(
            self._gemeente,
            Label(
                self.tr("Leerplicht Desktop. Vrije software onder de EUPL 1.2."), ink=Ink.SUBTLE, wrap=True
            ),
            Flow(
                Label(self.tr("Sneltoetsen:"), Type.LABEL),
                Label(self.tr("Ctrl+L vergrendel"), ink=Ink.SUBTLE),
                Label(self.tr("F9 verberg scherm"), ink=Ink.SUBTLE),
                Label(self.tr("Ctrl+F zoek"), ink=Ink.SUBTLE),
                Label(self.tr("Alt+← terug"), ink=Ink.SUBTLE),
                Label(self.tr("Ctrl+1 tot Ctrl+5 schermen"), ink=Ink.SUBTLE),
                gap=16,
            ),
        )
        return kaart

    def _toon_stand(self, stand: _Stand) -> None:
        minuten, zinnen, sync = stand
        self._laden = True
        uiterlijk = self._context.uiterlijk
        self._thema.choose(uiterlijk.thema)
        keuzes = (10.5, 13.0, 16.0, 18.5, 21.0)
        self._letter.choose(str(min(keuzes, key=lambda punten: abs(punten - uiterlijk.punten))))
        tijden = self._tijden()
        self._na.choose(minuten if minuten in tijden else "5" if "5" in tijden else tijden[-1])
        if not self._snel.edit.hasFocus():
            self._snel.set_text("\n".join(zinnen))
        wie = self.tr("{0}, aangemeld als {1}.").format(sync.gemeente, sync.ambtenaar)
        merk = self.tr("Merk van het journaal: {0}").format(sync.merk[:40]) if sync.merk else ""
        self._gemeente.setText("\n".join(filter(None, (wie, merk))))
        self._keuring.eigen = (sync.ambtenaar, sync.gemeente)
        self._laden = False

    def _kleed(self) -> None:
        try:
            self._context.uiterlijk.zet(self._thema.key(), float(self._letter.key()))
        except BekendProbleem as probleem:
            self._context.navigatie.probleem(probleem)

    def _kies_minuten(self, minuten: str) -> None:
        self._bewaar(lambda work: vergrendeltijd_kiezen(work, minuten))

    def _bewaar_zinnen(self) -> None:
        if self._laden:
            return
        zinnen = [zin.strip() for zin in self._snel.text().splitlines() if zin.strip()]
        te_veel = len(zinnen) > _MEESTE_ZINNEN
        self._snel.set_error(
            self.tr("Er passen {0} zinnen naast je tekst. Haal er een weg.").format(_MEESTE_ZINNEN)
            if te_veel
            else ""
        )
        if not te_veel:
            self._bewaar(lambda work: snelle_zinnen_kiezen(work, zinnen))

    def _bewaar(self, act: Callable[[Work], Touched]) -> None:
        self._context.doe(lambda work: replace(act(work), door=self.naam), self._bewaard)

    def _bewaard(self, geraakt: Touched) -> None:
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self._context.bulletin.meld(geraakt)

    def _wijzig_wachtzin(self) -> None:
        oud, nieuw = self._oud.text(), self._nieuw.text()
        self._oud.set_error("" if oud else self.tr("Typ eerst je wachtzin van nu."))
        self._keuze.toon_fout("", "")
        if oud:
            self._wijzig.set_busy(self.tr("Even geduld"))
            self._keuring.beoordeel(
                nieuw, self._herhaling.text(), lambda: self._sluit_met(oud, nieuw), self._afgekeurd
            )

    def _afgekeurd(self, veld: str, zin: str) -> None:
        self._wijzig.set_ready()
        self._keuze.toon_fout(veld, zin)

    def _sluit_met(self, oud: str, nieuw: str) -> None:
        kluis = self._context.kluis
        self._context.opslag.submit(
            lambda: kluis.wijzig_wachtzin(oud, nieuw), lambda _: self._gewijzigd(), self._niet_gewijzigd
        )

    def _gewijzigd(self) -> None:
        self._wijzig.set_ready()
        self._oud.clear()
        self._keuze.leeg()
        self._keuring.stel_voor()
        self._context.navigatie.toast(self.tr("Je wachtzin is gewijzigd"))

    def _niet_gewijzigd(self, fout: Exception) -> None:
        self._wijzig.set_ready()
        if isinstance(fout, VerkeerdeWachtzin):
            self._oud.set_error(f"{fout.bericht} {fout.remedie}")
            self._oud.setFocus()
        else:
            self._context.navigatie.probleem(fout)


def _stand(caseload: Caseload) -> _Stand:
    return caseload.instelling(VERGRENDEL_NA) or "5", caseload.snelle_zinnen(), caseload.sync()
