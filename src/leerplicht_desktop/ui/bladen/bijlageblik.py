"""An attachment as a picture in the program: another process opens its bytes, in memory."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.ports.papier import Bijlageblad
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.scherm.context import Context

from .blad import als_beeld
from .voorbeeld import Voorbeeld

_HOOGTE = 640
"""Room for the paper where the surroundings scroll (pixels at 10.5 pt)."""
_SCHERP = 2048
"""How wide a photo is drawn at most, in pixels: as wide as it is kept."""


class Foto(QWidget):
    """A picture as wide as there is room, never larger than it is or higher than ``hoogst`` (design px)."""

    def __init__(self, hoogst: int = 0) -> None:
        super().__init__()
        self._beeld = QImage()
        self._hoogst = hoogst
        beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)

    @property
    def leeg(self) -> bool:
        """Whether there is no picture."""
        return self._beeld.isNull()

    def toon(self, beeld: QImage) -> None:
        """Show a picture; an empty one takes it away."""
        self._beeld = beeld
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """What the picture needs at a width, in pixels."""
        return self._maat(breedte).height()

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self._beeld.size()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a narrow window."""
        return QSize(look().px(120), self._maat(max(1, self.width())).height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it, shrunk smoothly."""
        if self._beeld.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        maat = self._maat(self.width())
        plek = self.rect().adjusted(0, 0, maat.width() - self.width(), 0)
        painter.drawImage(plek, self._beeld)
        draw_box(painter, plek, Box("", look().colours.border))  # white paper on a white card

    def _maat(self, breedte: int) -> QSize:
        if self._beeld.isNull():
            return QSize(0, 0)
        hoogte = self._beeld.height()
        if self._hoogst:
            hoogte = min(hoogte, look().px(self._hoogst))
        grens = QSize(min(breedte, self._beeld.width()), hoogte)
        return self._beeld.size().scaled(grens, Qt.AspectRatioMode.KeepAspectRatio)


class Bijlageblik(Column):
    """A photo at once, a PDF page by page. ``naam`` begins every name; ``getoond`` when it is there."""

    getoond = Signal()

    def __init__(self, context: Context, naam: str, hoogst: int = 0) -> None:
        super().__init__(gap=12)
        self._context = context
        self._hoogst = hoogst
        self._onderweg: Toekomst | None = None
        self._bezig = Label("", ink=Ink.SUBTLE, wrap=True)
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName(f"{naam}.kijker.melding")
        self._foto = Foto(hoogst)
        self._foto.setObjectName(f"{naam}.foto")
        self._voorbeeld = Voorbeeld(context, naam)
        self.add(self._bezig, self._melding, self._foto)
        self.add_stretched(self._voorbeeld, 100)
        # A photo stands under its title; only pages take the room that is left.
        self.add(1)
        self._voorbeeld.mislukt.connect(self._mis)
        self._voorbeeld.getoond.connect(self.getoond)
        self.wis()

    def toon(self, titel: str, inhoud: bytes, *, pdf: bool) -> None:
        """Show the bytes of an attachment; ``pdf`` when they are to be paged."""
        self.wis()
        if pdf:
            self._voorbeeld.setMinimumHeight(look().px(self._hoogst or _HOOGTE))
            self._voorbeeld.show()
            self._voorbeeld.toon_bijlage(inhoud)
            return
        self._foto.setAccessibleName(self.tr("Foto: {0}").format(titel) if titel else self.tr("Foto"))
        self._bezig.setText(self.tr("Het beeld wordt getekend."))
        self._bezig.show()
        papier = self._context.papier
        self._onderweg = self._context.zij.submit(
            lambda: papier.bijlagebeeld(inhoud, 0, _SCHERP), self._toon_foto, self._mis
        )

    def wis(self) -> None:
        """Forget what was shown."""
        if self._onderweg is not None:
            self._onderweg.annuleer()
            self._onderweg = None
        for deel in (self._bezig, self._melding, self._voorbeeld, self._foto):
            deel.hide()
        self._voorbeeld.wis()
        self._foto.toon(QImage())

    def _toon_foto(self, blad: Bijlageblad) -> None:
        if not isValid(self):
            return
        self._bezig.hide()
        self._foto.toon(als_beeld(blad.beeld))
        self._foto.show()
        self.getoond.emit()

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        self._bezig.hide()
        if isinstance(fout, BekendProbleem):
            self._melding.tell(NoticeKind.BLOCKING, f"{fout.bericht} {fout.remedie}")
            self._melding.show()
        else:
            self._context.navigatie.probleem(fout)
