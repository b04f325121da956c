"""Leave on the screen: the answers decide what is asked, who decides, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from leerplicht_desktop.casework.procedure.feiten import procedures_nu
from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.domain.procedure.procedure import Procedure, Proceduresoort
from leerplicht_desktop.ui.procedure.view import ProcedureScherm
from tests.ui.handen import deel, druk, plak, toets, typ, zichtbaar
from tests.ui.procedure.conftest import Opener
from tests.ui.wereld import DRIELING, Wereld

Begin = Callable[[Proceduresoort], str]


def kop(scherm: QWidget) -> str:
    return deel(scherm, "procedure.kop", QLabel).text()


def vul_dag(scherm: QWidget, naam: str, tekst: str) -> None:
    deel(scherm, f"procedure.veld.{naam}", QLineEdit).selectAll()
    plak(scherm, f"procedure.veld.{naam}", tekst)
    toets(scherm, f"procedure.veld.{naam}", Qt.Key.Key_Tab)


def lang_verlof(scherm: QWidget) -> None:
    """Fifteen schooldays in January, received today."""
    druk(scherm, "procedure.veld.grond.14")
    vul_dag(scherm, "van", "11-1-2027")
    vul_dag(scherm, "tot", "29-1-2027")
    vul_dag(scherm, "ontvangen_op", "24-11-2026")


def nieuwste(wereld: Wereld) -> Procedure:
    return procedures_nu(wereld.kluis.lees(lambda caseload: caseload.procedures(DRIELING[0])))[0]


def test_who_decides_follows_from_the_schooldays(toon: Opener, begin: Begin) -> None:
    scherm = toon(begin(Proceduresoort.VERLOF))
    assert not zichtbaar(scherm, "procedure.veld.hoofd_gehoord_op")
    lang_verlof(scherm)
    assert kop(scherm) == "Verlof, 15 schooldagen: jij beslist."
    assert zichtbaar(scherm, "procedure.veld.hoofd_gehoord_op")
    vul_dag(scherm, "tot", "15-1-2027")
    assert kop(scherm) == "Verlof, 5 schooldagen: het hoofd beslist."
    assert not zichtbaar(scherm, "procedure.veld.hoofd_gehoord_op")
    assert zichtbaar(scherm, "procedure.veld.uitkomst_hoofd.verleend")


def test_no_decision_without_the_head(toon: Opener, begin: Begin, wereld: Wereld) -> None:
    scherm = toon(begin(Proceduresoort.VERLOF))
    lang_verlof(scherm)
    druk(scherm, "procedure.veld.besluit.verleend")
    druk(scherm, "procedure.vastleggen")
    woorden = [een.text() for een in scherm.findChildren(QLabel) if een.isVisibleTo(scherm)]
    assert "Hoor eerst het hoofd van de school. Zonder dat kun je niet beslissen." in woorden
    assert nieuwste(wereld).is_concept


def test_every_answer_is_kept_at_once_and_found_again(toon: Opener, begin: Begin) -> None:
    id_ = begin(Proceduresoort.VERLOF)
    scherm = toon(id_)
    lang_verlof(scherm)
    typ(scherm, "procedure.veld.toelichting", "Begrafenis van oma")
    opnieuw = toon(id_)
    assert kop(opnieuw) == "Verlof, 15 schooldagen: jij beslist."
    assert nieuwste_tekst(opnieuw) == "Begrafenis van oma"


def nieuwste_tekst(scherm: ProcedureScherm) -> str:
    return deel(scherm, "procedure.veld.toelichting", QPlainTextEdit).toPlainText()


def test_an_open_request_is_a_task_until_it_is_decided(toon: Opener, begin: Begin, wereld: Wereld) -> None:
    def taken() -> dict[str, date]:
        gevonden = wereld.kluis.lees(
            lambda caseload: voorstellen(caseload, DRIELING[0], wereld.klok.vandaag())
        )
        return {een.wat: een.uiterlijk for een in gevonden}

    scherm = toon(begin(Proceduresoort.VERLOF))
    lang_verlof(scherm)
    druk(scherm, "procedure.vastleggen")
    assert taken()["Beslis op de verlofaanvraag"] == date(2027, 1, 19)
    lezing = toon(nieuwste(wereld).id)
    assert not zichtbaar(lezing, "procedure.veld.van")
    druk(lezing, "procedure.verder")
    scherm = toon(wereld.gegaan[-1].ding)
    vul_dag(scherm, "hoofd_gehoord_op", "24-11-2026")
    druk(scherm, "procedure.veld.besluit.verleend")
    vul_dag(scherm, "besluit_op", "24-11-2026")
    typ(scherm, "procedure.veld.afweging", "Zij nemen afscheid.")
    druk(scherm, "procedure.vastleggen")
    assert nieuwste(wereld).kop == "Verlof, 15 schooldagen: verleend op 24 november 2026."
    assert "Beslis op de verlofaanvraag" not in taken()
