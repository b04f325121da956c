"""What happened to a sealed letter, written down: sent, signed, received, returned, or not sent after all."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stukstap, Verzendwijze
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import short_date
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, NoteField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Flow

WIJZEN = (
    (Verzendwijze.POST, "Met de post"),
    (Verzendwijze.AANGETEKEND, "Aangetekend"),
    (Verzendwijze.BEVEILIGDE_MAIL, "Met beveiligde mail"),
    (Verzendwijze.PORTAAL, "Via een portaal"),
    (Verzendwijze.PERSOONLIJK, "Persoonlijk gegeven"),
    (Verzendwijze.BRIEVENBUS, "In de brievenbus gedaan"),
)
_STAPPEN = {
    Stapsoort.VERZONDEN: "Verzonden",
    Stapsoort.ONDERTEKEND: "Ondertekend",
    Stapsoort.ONTVANGEN: "Ontvangen",
    Stapsoort.TERUGGESTUURD: "Teruggestuurd",
    Stapsoort.NIET_VERZONDEN: "Wordt niet verzonden",
}
_MET_REDEN = (Stapsoort.NIET_VERZONDEN, Stapsoort.TERUGGESTUURD)


class Stapkaart(Card):
    """``stap`` carries a :class:`Stapopgave` to keep."""

    stap = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Wat is ermee gebeurd?"), gap=12)
        self._vandaag = date.min
        self._groep = ChoiceGroup(self)
        self._keuzes = Flow(gap=8)
        self._datum = Field(self.tr("Op welke dag"), placeholder=self.tr("vandaag, gisteren, 21-11"))
        self._aan = Field(self.tr("Aan wie"))
        self._wijze = ChoiceField(self.tr("Hoe"), [(wijze.value, woord) for wijze, woord in WIJZEN])
        self._plaats = Field(self.tr("Waar ondertekend"))
        self._reden = NoteField(self.tr("Waarom"), least=2)
        self._vast = OutlinedButton(self.tr("Leg vast"), Icon.CHECK)
        self._vast.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for deel, naam in (
            (self._datum.edit, "datum"),
            (self._aan.edit, "aan"),
            (self._wijze.combo, "wijze"),
            (self._plaats.edit, "plaats"),
            (self._reden.edit, "reden"),
            (self._vast, "vast"),
        ):
            deel.setObjectName(f"brief.stap.{naam}")
        self._velden = (self._datum, self._aan, self._wijze, self._plaats, self._reden)
        self.add(self._keuzes, *self._velden, self._vast)
        self._vast.clicked.connect(self._meld)

    def toon(
        self,
        mogelijk: tuple[Stapsoort, ...],
        aan: str,
        vandaag: date,
        wijze: Verzendwijze = Verzendwijze.POST,
        *,
        eerste: bool = True,
    ) -> None:
        """Offer the steps that can come now; ``wijze`` is how such a letter usually goes.

        Only the ``eerste`` is chosen beforehand: after it nothing is recorded by pressing once too often.
        """
        self._vandaag = vandaag
        # A group remembers the buttons it had; new buttons get a new one.
        self._groep.deleteLater()
        self._groep = ChoiceGroup(self)
        self._groep.picked.connect(lambda _: self._toon_velden())
        self._keuzes.clear()
        kan = [soort for soort in _STAPPEN if soort in mogelijk]
        for soort in kan:
            pil = FilterPill(_STAPPEN[soort])
            pil.setObjectName(f"brief.stap.{soort.value}")
            self._groep.add(soort.value, pil)
            self._keuzes.add(pil)
        self.setVisible(bool(kan))
        self._datum.set_text(short_date(vandaag))
        self._aan.set_text(aan)
        self._wijze.choose(wijze.value)
        if kan and eerste:
            self._groep.choose(kan[0].value)
        self._toon_velden()

    def toon_fout(self, fout: DomainError) -> bool:
        """Say what is wrong at its field; False when it is about none of them."""
        plekken = {"datum": self._datum, "aan": self._aan, "plaats": self._plaats, "reden": self._reden}
        plek = plekken.get(fout.veld)
        if plek is None:
            return False
        plek.set_error(fout.bericht)
        plek.setFocus()
        return True

    def _toon_velden(self) -> None:
        soort = Stapsoort(self._groep.key) if self._groep.key else None
        self._datum.setVisible(soort is not None)
        self._vast.setVisible(soort is not None)
        self._aan.setVisible(soort is Stapsoort.VERZONDEN)
        self._wijze.setVisible(soort is Stapsoort.VERZONDEN)
        self._plaats.setVisible(soort is Stapsoort.ONDERTEKEND)
        self._reden.setVisible(soort in _MET_REDEN)
        for veld in self._velden:
            veld.set_error("")

    def _meld(self) -> None:
        if not self._groep.key:
            return  # the second press of a double click: the step before it was kept
        for veld in self._velden:
            veld.set_error("")
        try:
            dag = lees_datum(self._datum.text(), self._vandaag)
        except DomainError as fout:
            self.toon_fout(fout)
            return
        soort = Stapsoort(self._groep.key)
        verzonden = soort is Stapsoort.VERZONDEN
        self.stap.emit(
            Stapopgave(
                soort,
                dag,
                plaats=self._plaats.text() if soort is Stapsoort.ONDERTEKEND else "",
                aan=self._aan.text() if verzonden else "",
                wijze=Verzendwijze(self._wijze.key()) if verzonden else None,
                reden=self._reden.text() if soort in _MET_REDEN else "",
            )
        )


def stap_in_woorden(stap: Stukstap) -> str:
    """One step as a line: "Verzonden, aan …, met de post"."""
    wijze = dict(WIJZEN).get(stap.wijze, "") if stap.wijze else ""
    delen = (
        _STAPPEN.get(stap.soort, "Scan bewaard"),
        f"aan {stap.aan}" if stap.aan else "",
        wijze.lower(),
        f"in {stap.plaats}" if stap.plaats else "",
        stap.reden,
    )
    return ", ".join(deel for deel in delen if deel)
