"""What an officer does on the screen of a proces-verbaal."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, plak, rust, typ, vind, zichtbaar
from tests.ui.wereld import Wereld

Opener = Callable[..., ProcesVerbaalScherm]


def begin(scherm: ProcesVerbaalScherm, wie: str = "Thanatos") -> None:
    """Choose against whom, and make the concept."""
    radio = next(een for een in scherm.findChildren(Radio) if wie in een.words and een.isVisible())
    druk(scherm, radio.objectName())
    druk(scherm, "pv.start")


def ding(scherm: ProcesVerbaalScherm) -> str:
    """The id of what is shown."""
    return scherm.werkplek().ding


def bewaard(wereld: Wereld, scherm: ProcesVerbaalScherm) -> ConceptPVBeeld:
    """The concept as the vault keeps it."""
    return wereld.kluis.bekijk(lambda kast: kast.concept_pv(ding(scherm)))


def stap(scherm: ProcesVerbaalScherm, naam: str) -> None:
    """Go to a step."""
    druk(scherm, f"pv.stap.{naam}")


def typ_en_verlaat(scherm: ProcesVerbaalScherm, naam: str, tekst: str) -> None:
    """Type in a field and leave it."""
    veld = vind(scherm, naam)
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.selectAll()
    QTest.keyClicks(veld, tekst)
    QTest.keyClick(veld, Qt.Key.Key_Return)
    rust()


def maak_compleet(scherm: ProcesVerbaalScherm) -> None:
    """Everything that must be filled in."""
    stap(scherm, "feit")
    typ_en_verlaat(scherm, "pv.feit.plaats", "Demostad")
    stap(scherm, "verdachte")
    plak(scherm, "pv.persoon.gehoord", "Ik sprak haar aan de deur en vroeg haar de kinderen te brengen.")
    plak(scherm, "pv.persoon.verwijtbaarheid", "Zij bracht de kinderen niet.")
    stap(scherm, "bevindingen")
    plak(scherm, "pv.redenen_van_wetenschap", "Uit eigen waarneming en uit de stukken.")
    plak(scherm, "pv.school.voorlichting", "Nieuwsbrief van september.")
    plak(scherm, "pv.school.verlof", "Er is geen verlof gevraagd.")
    plak(scherm, "pv.school.ziekmelding", "Er is geen ziekmelding gedaan.")
    plak(scherm, "pv.school.vrijstelling", "Ik keek in het dossier: er is geen beroep gedaan.")
    if zichtbaar(scherm, "pv.school.startkwalificatie"):
        plak(scherm, "pv.school.startkwalificatie", "Nee, zegt de moeder.")
    stap(scherm, "verhoor")
    plak(scherm, "pv.niet_gehoord", "Zij kwam twee keer niet.")
    stap(scherm, "ondertekening")
    druk(scherm, "pv.verbalisant.eed.ambtseed")
    plak(scherm, "pv.plaats", "Demostad")
    typ_en_verlaat(scherm, "pv.datum", "vandaag")
    plak(scherm, "pv.verbalisant.standplaats", "Demostad")
    plak(scherm, "pv.verbalisant.aktenummer", "12345")


def op_papier(wereld: Wereld, scherm: ProcesVerbaalScherm, begin: str) -> str:
    """Put the sentence whose source holds ``begin`` on the paper, with a reason; gives its name."""
    stap(scherm, "bevindingen")
    zinnen = sorted(bewaard(wereld, scherm).concept.zinnen, key=lambda zin: zin.bevinding.moment)
    nummer = next(plek for plek, zin in enumerate(zinnen, 1) if begin in zin.bevinding.brontekst)
    naam = f"pv.zin.{nummer}"
    druk(scherm, f"{naam}.op")
    druk(scherm, f"{naam}.reden.0")
    druk(scherm, f"{naam}.reden.zet")
    return naam


def verzegelknop(scherm: ProcesVerbaalScherm) -> QPushButton:
    """The button that seals."""
    return deel(scherm, "pv.verzegel", QPushButton)


def verzegel(scherm: ProcesVerbaalScherm) -> None:
    """Seal, through the dialog."""
    druk(scherm, "pv.verzegel")
    druk(scherm.window(), "pv.verzegelen.wel")


def kies(scherm: ProcesVerbaalScherm, naam: str, sleutel: str) -> None:
    """Choose from a list."""
    keuze = deel(scherm, naam, QComboBox)
    keuze.setCurrentIndex(keuze.findData(sleutel))
    keuze.activated.emit(keuze.currentIndex())
    rust()


def kies_scan(scherm: ProcesVerbaalScherm, pad: Path) -> None:
    """Choose the file of the signed paper in the dialog."""
    druk(scherm, "pv.stap.scan.kies")
    kiezer = scherm.window().findChild(QFileDialog, "pv.stap.scan.bestand")
    assert isinstance(kiezer, QFileDialog)
    assert kiezer.testOption(QFileDialog.Option.DontUseNativeDialog)
    kiezer.fileSelected.emit(str(pad))
    kiezer.close()
    rust()


def onderteken(scherm: ProcesVerbaalScherm, map_: Path) -> None:
    """Sign, scan, and write that down."""
    pad = map_ / "scan0001.pdf"
    pad.write_bytes(b"%PDF-1.7 getekend")
    kies(scherm, "pv.stap.soort", "ondertekend")
    typ(scherm, "pv.stap.plaats", "Demostad")
    kies_scan(scherm, pad)
    druk(scherm, "pv.stap.leg_vast")
