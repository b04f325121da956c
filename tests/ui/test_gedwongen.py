"""Leaving a screen, looking away, finishing and locking force what was kept to the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.places import close_kluis
from leerplicht_desktop.casework.procedure.schrijven import procedure_starten
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.gegevens.view import GegevensScherm
from leerplicht_desktop.ui.gesprek.view import GesprekScherm
from leerplicht_desktop.ui.procedure.view import ProcedureScherm
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.store.spy import forced_commits
from tests.ui.handen import druk, druk_op, rust, typ
from tests.ui.papierwereld import papieren_wereld
from tests.ui.proces_verbaal.daden import begin as begin_pv
from tests.ui.proefprinters import PdfPrinters
from tests.ui.raam import in_raam
from tests.ui.verhoor.conftest import begin as begin_verhoor
from tests.ui.wereld import DRIELING, Wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    with papieren_wereld(tmp_path / "wereld") as gemaakt:
        yield gemaakt


def _bezoek(wereld: Wereld, qtbot: QtBot) -> DeurbezoekScherm:
    scherm = in_raam(qtbot, DeurbezoekScherm(wereld.context))
    scherm.toon(Werkplek("deurbezoek", wereld.begin_bezoek()))
    rust()
    return scherm


def _gesprek(wereld: Wereld, qtbot: QtBot) -> Scherm:
    scherm = in_raam(qtbot, GesprekScherm(wereld.context))
    scherm.toon(Werkplek("gesprek", wereld.begin_notitie()))
    rust()
    return scherm


def _verhoor(wereld: Wereld, qtbot: QtBot) -> Scherm:
    scherm = in_raam(qtbot, VerhoorScherm(wereld.context, PdfPrinters(Path())))
    scherm.toon(Werkplek("verhoor", f"nieuw:{DRIELING[0]}"))
    rust()
    begin_verhoor(scherm)
    return scherm


def _proces_verbaal(wereld: Wereld, qtbot: QtBot) -> Scherm:
    scherm = in_raam(qtbot, ProcesVerbaalScherm(wereld.context, PdfPrinters(Path())))
    scherm.toon(Werkplek("proces_verbaal", f"nieuw:{DRIELING[0]}"))
    rust()
    begin_pv(scherm)
    return scherm


def _brief(wereld: Wereld, qtbot: QtBot) -> Scherm:
    scherm = in_raam(qtbot, BriefScherm(wereld.context, PdfPrinters(Path())))
    scherm.toon(Werkplek("brief", DRIELING[0]))
    rust()
    return scherm


def _procedure(wereld: Wereld, qtbot: QtBot) -> Scherm:
    id_ = wereld.kluis.doe(
        lambda work: procedure_starten(work, wereld.klok, DRIELING[0], Proceduresoort.VERLOF)
    )
    scherm = in_raam(qtbot, ProcedureScherm(wereld.context))
    scherm.toon(Werkplek("procedure", id_))
    rust()
    return scherm


def _gegevens(wereld: Wereld, qtbot: QtBot) -> Scherm:
    scherm = in_raam(qtbot, GegevensScherm(wereld.context))
    scherm.toon(Werkplek("gegevens", DRIELING[0]))
    rust()
    return scherm


SCHERMEN = [_bezoek, _gesprek, _verhoor, _proces_verbaal, _brief, _procedure, _gegevens]


@pytest.mark.parametrize("open_", SCHERMEN, ids=lambda open_: open_.__name__.strip("_"))
def test_leaving_forces_what_was_kept(
    wereld: Wereld, qtbot: QtBot, open_: Callable[[Wereld, QtBot], Scherm]
) -> None:
    scherm = open_(wereld, qtbot)
    bewaarder = scherm.findChild(Bewaarder)
    assert bewaarder is not None
    with forced_commits(wereld.kluis) as vast:
        bewaarder.bewaar("proef", lambda work: work.inrichting.zet("proef", "net nog"))
        assert vast == ["NORMAL"]
        scherm.verlaat()
        assert "FULL" in vast
        eerder = list(vast)
        scherm.verlaat()
    assert vast == eerder


def test_every_screen_that_keeps_at_once_is_in_the_list() -> None:
    kamers = Path(DeurbezoekScherm.__init__.__code__.co_filename).parents[1]
    met = {pad.parent.name for pad in kamers.rglob("view.py") if "Bewaarder(" in pad.read_text("utf-8")}
    assert met == {open_.__name__.strip("_") for open_ in SCHERMEN} - {"bezoek"} | {"deurbezoek"}


def test_leaving_the_line_that_is_written_forces_it(wereld: Wereld, qtbot: QtBot) -> None:
    scherm = _bezoek(wereld, qtbot)
    with forced_commits(wereld.kluis) as vast:
        typ(scherm, "deurbezoek.tekst", "Licht.")
        assert "FULL" not in vast
        andere = scherm.findChild(type(scherm.focusWidget()), "deurbezoek.reden") or scherm
        scherm.focusWidget().clearFocus()
        andere.setFocus(Qt.FocusReason.TabFocusReason)
        rust()
    assert vast[-1] == "FULL"


def test_finishing_forces_the_visit(wereld: Wereld, qtbot: QtBot) -> None:
    scherm = _bezoek(wereld, qtbot)
    for woorden in ("Niet thuis", "Licht aan", "Niet-thuiskaart"):
        druk_op(scherm, woorden)
    bewaarder = scherm.findChild(Bewaarder)
    assert bewaarder is not None
    bewaarder.duurzaam()  # all that came before, so that only the finishing itself is left
    with forced_commits(wereld.kluis) as vast:
        druk(scherm, "deurbezoek.afronden")
    assert [item.entity for item in wereld.uitvak()].count("deurbezoek") == 1
    assert vast[-1] == "FULL"


def test_a_second_of_activity_forces_it(wereld: Wereld, qtbot: QtBot) -> None:
    scherm = _bezoek(wereld, qtbot)
    with forced_commits(wereld.kluis) as vast:
        typ(scherm, "deurbezoek.tekst", "Licht.")
        qtbot.waitUntil(lambda: "FULL" in vast, timeout=5_000)


def test_locking_forces_the_place_and_all_before_it(wereld: Wereld) -> None:
    with pytest.MonkeyPatch.context() as patch, forced_commits(wereld.kluis) as vast:
        gesloten: list[list[str]] = []
        patch.setattr(wereld.kluis, "sluit", lambda: gesloten.append(list(vast)))
        close_kluis(wereld.kluis, (Werkplek("dossiers"), None))
    assert gesloten == [["NORMAL", "FULL"]]
