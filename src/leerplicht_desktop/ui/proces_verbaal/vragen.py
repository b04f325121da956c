"""What is asked before something that cannot be taken back: sealing, and throwing a concept away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.kit.dialogs import Dialog


def vraag_verzegelen(scherm: QWidget, doe: Callable[[], None]) -> None:
    """Ask whether it is read for the last time; ``doe`` is called when the officer seals."""
    dialoog = Dialog(
        scherm.window(),
        scherm.tr("Dit proces-verbaal verzegelen?"),
        scherm.tr(
            "Het krijgt een nummer, en daarna verandert er geen letter meer aan. Een fout herstel je dan "
            "alleen nog met een aanvullend proces-verbaal. Lees het voorbeeld nog één keer."
        ),
        safe=scherm.tr("Nog niet"),
        other=scherm.tr("Verzegel"),
    )
    _open(dialoog, "pv.verzegelen", doe)


def vraag_weg(scherm: QWidget, doe: Callable[[], None]) -> None:
    """Ask whether what was typed may go; ``doe`` is called when it may."""
    dialoog = Dialog(
        scherm.window(),
        scherm.tr("Dit concept weggooien?"),
        scherm.tr("Wat je in dit concept typte gaat weg. De verslagen waar het uit kwam, blijven staan."),
        safe=scherm.tr("Houd het"),
        other=scherm.tr("Gooi weg"),
    )
    dialoog.make_destructive()
    _open(dialoog, "pv.weggooien", doe)


def _open(dialoog: Dialog, naam: str, doe: Callable[[], None]) -> None:
    dialoog.setObjectName(naam)
    dialoog.safe_button.setObjectName(f"{naam}.niet")
    dialoog.other_button.setObjectName(f"{naam}.wel")
    dialoog.chose_other.connect(doe)
    dialoog.open()
