"""Cards about the vault itself: who looked at what, and texts that came back after a breakdown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.casework.laptop.inzage import leesregels_lezen, teruggevonden_lezen
from leerplicht_desktop.casework.ports.leeslog import Leesregel
from leerplicht_desktop.casework.ports.werk import Teruggevonden
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import NoteField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

_PER_KEER = 20


class Sleutelbosregel(Notice):
    """Says that only the passphrase guards this vault; hidden where a keyring does as well."""

    def __init__(self, context: Context) -> None:
        super().__init__(NoticeKind.WARNING, self.tr(_VERMINDERD))
        self._context = context
        self.setObjectName("instellingen.verminderd")
        self.hide()

    def toon(self) -> None:
        """Ask the vault."""
        self._context.opslag.submit(self._context.kluis.verminderd, self.setVisible)


class Leeslogkaart(Card):
    """The newest lines of the log of reading, and older ones on a click."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Leeslogboek"))
        self._context = context
        self._laatste: int | None = None
        self._lijst = QWidget()
        self._regels = QVBoxLayout(self._lijst)
        self._regels.setContentsMargins(0, 0, 0, 0)
        self._meer = OutlinedButton(self.tr("Toon oudere regels"), Icon.HISTORY)
        self._meer.setObjectName("instellingen.leeslog_meer")
        self._meer.clicked.connect(self._haal)
        self.add(
            Label(self.tr("Leeslogboek"), Type.HEADING),
            Label(
                self.tr(
                    "Wat je opende, zocht, afdrukte, uitvoerde en wijzigde. Niemand kan een regel wissen."
                ),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            self._lijst,
            Row(self._meer, 1),
        )

    def toon(self) -> None:
        """From the newest line."""
        self._laatste = None
        while (ding := self._regels.takeAt(0)) is not None:
            if (deel := ding.widget()) is not None:
                deel.deleteLater()
        self._haal()

    def _haal(self) -> None:
        voor = self._laatste
        self._context.doe(lambda work: leesregels_lezen(work, voor, _PER_KEER), self._erbij)

    def _erbij(self, regels: tuple[Leesregel, ...]) -> None:
        for regel in regels:
            self._regels.addWidget(Label(leesregel_tekst(regel), wrap=True))
        if regels:
            self._laatste = regels[-1].n
        self._meer.setVisible(len(regels) == _PER_KEER)


class Teruggevondenkaart(Card):
    """Texts from behind a break in the log, to copy back where they belong; hidden when there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Teruggevonden"))
        self._context = context
        self.add(
            Label(self.tr("Teruggevonden"), Type.HEADING),
            Label(
                self.tr("Teksten die na een storing zijn teruggevonden. Kopieer wat je nodig hebt."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
        )
        self.hide()

    def toon(self) -> None:
        """Read them."""
        self._context.doe(teruggevonden_lezen, self._erbij)

    def _erbij(self, teksten: tuple[Teruggevonden, ...]) -> None:
        for veld in self.findChildren(NoteField):
            veld.deleteLater()
        for een in teksten:
            veld = NoteField(f"{een.waar}, {een.gevonden_op:%d-%m-%Y %H:%M}", least=2, most=8)
            veld.set_text(een.tekst)
            veld.edit.setReadOnly(True)
            self.add(veld)
        self.setVisible(bool(teksten))


def leesregel_tekst(regel: Leesregel) -> str:
    """A line as the officer reads it."""
    blik = regel.blik
    delen = [
        f"{regel.n}. {in_nederland(regel.op):%d-%m-%Y %H:%M:%S}",
        blik.daad.value,
        blik.detail,
        "Wpg: " + regel.grond if regel.grond else "",
        f"{len(blik.dossiers)} dossiers" if len(blik.dossiers) > 1 else "".join(blik.dossiers),
    ]
    return " · ".join(filter(None, delen))


_VERMINDERD = (
    "Verminderde beveiliging: deze laptop heeft geen sleutelbos. Alleen je wachtzin beschermt je kluis."
)
