"""Whose door: asked only when there is a choice, or when nobody knows the address."""

from __future__ import annotations

from PySide6.QtCore import Qt

from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.twijfelwoorden import adrestwijfel, bezoekzin

from .paneelbeeld import Paneelbeeld


class Deurkeuze(Column):
    """Hidden while the register has the one address, and does not doubt it."""

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._beeld: Paneelbeeld | None = None
        self._register = Radio(self.tr("Volgens de BRP"))
        self._school = Radio(self.tr("Volgens school"))
        self._adres = Label("", ink=Ink.SUBTLE, wrap=True)
        self._veld = Field(
            self.tr("Waar bel je aan?"),
            self.tr("Het adres is niet bekend. Vul straat, huisnummer en plaats in."),
        )
        self._register.setObjectName("dossier.adres.brp")
        self._school.setObjectName("dossier.adres.school")
        self._veld.edit.setObjectName("dossier.adres.veld")
        self._vraag = Label(self.tr("Waar bel je aan?"), Type.LABEL)
        self._radios = Flow(self._register, self._school, gap=16)
        self._twijfel = Notice(NoticeKind.WARNING, "")
        self._twijfel.setObjectName("dossier.adres.twijfel")
        self.add(self._twijfel, self._vraag, self._radios, self._adres, self._veld)
        self._register.toggled.connect(self._toon_adres)
        self._veld.changed.connect(lambda _: self._veld.set_error(""))

    def toon(self, beeld: Paneelbeeld, *, opnieuw: bool) -> None:
        """Ask what has to be asked for this dossier; ``opnieuw`` forgets the choice of another one."""
        self._beeld = beeld
        if opnieuw:
            self._register.setChecked(True)
            self._veld.set_text("")
            self._veld.set_error("")
        kiezen, onbekend = bool(beeld.andere_deur), not self._regels()
        bezig = beeld.begonnen is not None
        for deel in (self._vraag, self._radios, self._adres):
            deel.setVisible(kiezen)
        self._veld.setVisible(onbekend)
        twijfel = adrestwijfel(beeld.dossier)
        if twijfel is not None:
            self._twijfel.tell(NoticeKind.WARNING, bezoekzin(twijfel))
        self._twijfel.setVisible(twijfel is not None)
        vragen = kiezen or onbekend or twijfel is not None
        self.setVisible(vragen and not bezig and not beeld.dossier.jongere.overleden)
        self._toon_adres()

    def keuze(self) -> tuple[str, bool] | None:
        """The address and whether it is another than that of the register; None when it is missing."""
        if self._beeld is None:
            return None
        if self._beeld.andere_deur and self._school.isChecked():
            return self._beeld.andere_deur, True
        adres = self._beeld.dossier.adres
        if adres is not None and self._regels():
            return self._regels(), not adres.sleutel
        getypt = self._veld.text().strip()
        if getypt:
            return getypt, True
        self._veld.set_error(self.tr("Vul eerst in waar je aanbelt."))
        self._veld.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _regels(self) -> str:
        adres = self._beeld.dossier.adres if self._beeld is not None else None
        return ", ".join(adres.regels) if adres is not None and not adres.onbekend else ""

    def _toon_adres(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        if self._school.isChecked():
            self._adres.setText(beeld.andere_deur)
        elif beeld.geheime_deur:
            self._adres.setText(self.tr("Geheim adres. Je ziet het bij Betrokkenen."))
        else:
            self._adres.setText(self._regels())
