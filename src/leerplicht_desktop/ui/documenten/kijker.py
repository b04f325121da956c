"""An attachment as a picture in the program: nothing leaves the vault to look at it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.ui.bladen.voorbeeld import Voorbeeld
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

_HOOGTE = 640
"""Room for the paper in a tab that scrolls itself (pixels at 10.5 pt)."""


class Foto(QWidget):
    """A picture as wide as there is room, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._beeld = QImage()
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
        painter.drawImage(self.rect().adjusted(0, 0, maat.width() - self.width(), 0), self._beeld)

    def _maat(self, breedte: int) -> QSize:
        if self._beeld.isNull():
            return QSize(0, 0)
        grens = QSize(min(breedte, self._beeld.width()), self._beeld.height())
        return self._beeld.size().scaled(grens, Qt.AspectRatioMode.KeepAspectRatio)


class Kijker(Column):
    """``gesloten`` when the officer goes back to the list."""

    gesloten = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(gap=12)
        self._context = context
        self._onderweg: Toekomst | None = None
        self.terug = LinkButton(self.tr("Documenten"), Icon.ARROW_LEFT)
        self.terug.setObjectName("documenten.terug")
        self._titel = Label("", Type.HEADING, wrap=True)
        self._titel.setObjectName("documenten.kijker.titel")
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName("documenten.kijker.melding")
        self._foto = Foto()
        self._foto.setObjectName("documenten.foto")
        self._voorbeeld = Voorbeeld(context, "documenten")
        self.add(Row(self.terug, 1), self._titel, self._melding, self._foto)
        self.add_stretched(self._voorbeeld, 100)
        # A photo stands under its title; only pages take the room that is left.
        self.add(1)
        self.terug.clicked.connect(self.gesloten)
        self._voorbeeld.mislukt.connect(self._mis)
        self.wis()

    def toon(self, bijlage: Dossierbijlage, inhoud: bytes) -> None:
        """Show an attachment."""
        self.wis()
        self._titel.setText(bijlage.titel)
        if bijlage.mime == "application/pdf":
            self._voorbeeld.setMinimumHeight(look().px(_HOOGTE))
            self._voorbeeld.show()
            self._voorbeeld.toon(inhoud)
            return
        self._foto.setAccessibleName(self.tr("Foto: {0}").format(bijlage.titel))
        # Decoding a photo takes longer than a frame.
        self._onderweg = self._context.zij.submit(lambda: QImage.fromData(inhoud), self._toon_foto, self._mis)

    def wis(self) -> None:
        """Forget what was shown."""
        if self._onderweg is not None:
            self._onderweg.annuleer()
            self._onderweg = None
        self._melding.hide()
        self._voorbeeld.wis()
        self._voorbeeld.hide()
        self._foto.toon(QImage())
        self._foto.hide()

    def _toon_foto(self, beeld: QImage) -> None:
        if not isValid(self):
            return
        if beeld.isNull():
            self._zeg(self.tr("Deze bijlage kan niet als beeld worden getoond. Hij is wel bewaard."))
            return
        self._foto.toon(beeld)
        self._foto.show()

    def _zeg(self, zin: str) -> None:
        self._melding.tell(NoticeKind.BLOCKING, zin)
        self._melding.show()

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(fout, KnownProblem):
            self._zeg(f"{fout.bericht} {fout.remedie}")
        else:
            self._context.navigatie.probleem(fout)
