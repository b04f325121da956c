"""A note of a talk: every key kept, Dutch days, agreements that become tasks, versions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.gesprek.view import GesprekScherm
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.dossiers.wachtlane import Wachtlane
from tests.ui.gesprek.conftest import Opener
from tests.ui.handen import deel, druk, toets, typ, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, stops, te_klein, zonder_naam
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, PAOLO, Wereld

CTRL = Qt.KeyboardModifier.ControlModifier


def _kluis(wereld: Wereld, notitie: str) -> Gespreksnotitie:
    return wereld.lees(lambda caseload: caseload.notitie(notitie))


def _woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))


def _vervang(scherm: QWidget, naam: str, tekst: str) -> None:
    deel(scherm, naam, QLineEdit).clear()
    typ(scherm, naam, tekst)


def _heel_in_beeld(stuk: QWidget) -> bool:
    return stuk.visibleRegion().boundingRect().height() == stuk.height()


def _vul(scherm: GesprekScherm) -> None:
    typ(scherm, "gesprek.met_wie", "Renée, mentor")
    typ(scherm, "gesprek.tekst", "Hij mist vooral maandagen.")


def test_every_key_is_committed(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    for plaats, letter in enumerate("Hallo", start=1):
        QTest.keyClicks(vind(scherm, "gesprek.tekst"), letter)
        assert _kluis(wereld, notitie).tekst == "Hallo"[:plaats]
    for plaats, letter in enumerate("Mark", start=1):
        QTest.keyClicks(vind(scherm, "gesprek.met_wie"), letter)
        assert _kluis(wereld, notitie).met_wie == "Mark"[:plaats]
    assert _kluis(wereld, notitie).tekst == "Hallo"


def test_a_suggestion_is_taken_over(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    druk(scherm, "gesprek.voorstel.1")
    assert _kluis(wereld, notitie).met_wie == "Thanatos Olympos (vader)"
    assert deel(scherm, "gesprek.met_wie", QLineEdit).text() == "Thanatos Olympos (vader)"


def test_how_and_about_whom(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    druk(scherm, "gesprek.hoe.school")
    druk(scherm, f"gesprek.jongere.{DRIELING[2]}")
    vast = _kluis(wereld, notitie)
    assert vast.hoe is Gespreksvorm.SCHOOL
    assert set(vast.dossiers) == {DRIELING[0], DRIELING[2]}
    for dossier in (DRIELING[0], DRIELING[2]):
        druk(scherm, f"gesprek.jongere.{dossier}")
    assert "Een gesprek gaat over minstens één leerling." in _woorden(scherm)
    assert _kluis(wereld, notitie).dossiers == (DRIELING[2],)


def test_a_day_and_a_time_as_they_are_typed(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    _vervang(scherm, "gesprek.datum", "gisteren")
    toets(scherm, "gesprek.datum", Qt.Key.Key_Return)
    _vervang(scherm, "gesprek.tijd", "9.05")
    toets(scherm, "gesprek.tijd", Qt.Key.Key_Return)
    assert _kluis(wereld, notitie).gesproken_op == nederlands(date(2026, 11, 23), time(9, 5))
    assert deel(scherm, "gesprek.datum", QLineEdit).text() == "ma 23 nov"
    assert "maandag 23 november 2026" in _woorden(scherm)


@pytest.mark.parametrize(
    ("veld", "tekst", "zin"),
    [
        ("datum", "31-11-2026", "November 2026 heeft 30 dagen"),
        ("datum", "morgen", "Die dag moet nog komen"),
        ("tijd", "25:00", "Die tijd bestaat niet"),
        ("tijd", "straks", "Dat is geen tijd"),
    ],
)
def test_what_cannot_be_a_moment_blocks_beside_its_field(
    wereld: Wereld, scherm: GesprekScherm, notitie: str, veld: str, tekst: str, zin: str
) -> None:
    _vul(scherm)
    _vervang(scherm, f"gesprek.{veld}", tekst)
    druk(scherm, "gesprek.afronden")
    assert zin in _woorden(scherm)
    assert deel(scherm, f"gesprek.{veld}", QLineEdit).text() == tekst
    assert vind(scherm, f"gesprek.{veld}").hasFocus()
    assert _kluis(wereld, notitie).is_concept
    assert wereld.uitvak() == ()


def test_a_talk_later_today_is_refused(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    _vul(scherm)
    _vervang(scherm, "gesprek.tijd", "23:30")
    druk(scherm, "gesprek.afronden")
    assert "Het gesprek ligt in de toekomst." in _woorden(scherm)
    assert _kluis(wereld, notitie).is_concept


def test_agreements_become_tasks(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    _vul(scherm)
    druk(scherm, "gesprek.afspraak.erbij")
    assert vind(scherm, "gesprek.afspraak.1.wat").hasFocus()
    for naam, tekst in (("wat", "Belt de mentor"), ("wie", "Moeder"), ("uiterlijk", "vrijdag")):
        typ(scherm, f"gesprek.afspraak.1.{naam}", tekst)
    druk(scherm, "gesprek.afspraak.erbij")
    druk(scherm, "gesprek.afronden")
    (taak,) = wereld.lees(lambda caseload: caseload.taken(None, True))
    assert (taak.wat, taak.wie, taak.uiterlijk) == ("Belt de mentor", "Moeder", date(2026, 11, 27))
    assert sorted(verzending.entity for verzending in wereld.uitvak()) == ["gespreksnotitie", "taak"]
    assert wereld.toasts == ["Gesprek vastgelegd. De afspraak staat bij je taken."]
    assert wereld.terug == 1


@pytest.mark.parametrize(
    ("gevuld", "veld", "zin"),
    [
        ({"wie": "Moeder"}, "wat", "Schrijf op wat er is afgesproken"),
        ({"wat": "Bellen"}, "wie", "Vul in wie de afspraak nakomt"),
        ({"wat": "Bellen", "wie": "Ik"}, "uiterlijk", "Vul in wanneer de afspraak klaar moet zijn"),
        ({"wat": "Bellen", "wie": "Ik", "uiterlijk": "ooit"}, "uiterlijk", "Dat is geen datum"),
    ],
)
def test_a_half_agreement_blocks_at_its_field(
    scherm: GesprekScherm, gevuld: dict[str, str], veld: str, zin: str
) -> None:
    _vul(scherm)
    druk(scherm, "gesprek.afspraak.erbij")
    for naam, tekst in gevuld.items():
        typ(scherm, f"gesprek.afspraak.1.{naam}", tekst)
    druk(scherm, "gesprek.afronden")
    assert zin in _woorden(scherm)
    assert vind(scherm, f"gesprek.afspraak.1.{veld}").hasFocus()


def test_an_agreement_that_was_taken_away_comes_back(
    wereld: Wereld, scherm: GesprekScherm, notitie: str
) -> None:
    terug: list[Callable[[], None]] = []
    wereld.context.navigatie.toast_gevraagd.connect(lambda _tekst, _woord, doe: terug.append(doe))
    for nummer in (1, 2):
        druk(scherm, "gesprek.afspraak.erbij")
        typ(scherm, f"gesprek.afspraak.{nummer}.wat", f"Afspraak {nummer}")
    druk(scherm, "gesprek.afspraak.1.weg")
    assert [afspraak.wat for afspraak in _kluis(wereld, notitie).afspraken] == ["Afspraak 2"]
    terug[0]()
    assert [afspraak.wat for afspraak in _kluis(wereld, notitie).afspraken] == ["Afspraak 1", "Afspraak 2"]


def test_what_is_missing_comes_one_by_one(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    druk(scherm, "gesprek.afronden")
    assert "Vul in met wie je sprak." in _woorden(scherm)
    assert vind(scherm, "gesprek.met_wie").hasFocus()
    typ(scherm, "gesprek.met_wie", "a")
    assert "Vul in met wie je sprak." not in _woorden(scherm)
    toets(scherm, "gesprek.met_wie", Qt.Key.Key_Return, CTRL)
    assert "Schrijf op wat er is gezegd." in _woorden(scherm)
    assert vind(scherm, "gesprek.tekst").hasFocus()
    assert _kluis(wereld, notitie).is_concept


def test_an_empty_note_that_is_left_disappears(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    toets(scherm, "gesprek.met_wie", Qt.Key.Key_Escape)
    assert wereld.terug == 1
    with pytest.raises(KeyError):
        _kluis(wereld, notitie)


def test_a_note_with_one_letter_stays(wereld: Wereld, scherm: GesprekScherm, notitie: str) -> None:
    typ(scherm, "gesprek.met_wie", "a")
    druk(scherm, "gesprek.terug")
    assert _kluis(wereld, notitie).met_wie == "a"


@pytest.mark.parametrize(("veld", "soort"), [("met_wie", QLineEdit), ("tekst", QPlainTextEdit)])
def test_coming_back_to_the_letter(
    toon: Opener, notitie: str, veld: str, soort: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    eerst = toon(notitie)
    typ(eerst, f"gesprek.{veld}", "een twee")
    for _ in range(4):
        toets(eerst, f"gesprek.{veld}", Qt.Key.Key_Left)
    plek = eerst.werkplek()
    eerst.verlaat()
    weer = deel(toon(plek.ding, plek.veld, plek.cursor), f"gesprek.{veld}", soort)
    assert weer.hasFocus()
    place = weer.cursorPosition() if isinstance(weer, QLineEdit) else weer.textCursor().position()
    assert place == 4


def test_reading_and_correcting(wereld: Wereld, toon: Opener, notitie: str) -> None:
    eerst = toon(notitie)
    _vul(eerst)
    druk(eerst, "gesprek.afronden")
    gelezen = toon(notitie)
    assert "Hij mist vooral maandagen." in _woorden(gelezen)
    assert not zichtbaar(gelezen, "gesprek.tekst")
    druk(gelezen, "gesprek.verbeter")
    plek = wereld.gegaan[-1]
    nieuw = toon(plek.ding, plek.veld, plek.cursor)
    assert vind(nieuw, "gesprek.reden").hasFocus()
    druk(nieuw, "gesprek.afronden")
    assert "Schrijf waarom je de notitie verbetert." in _woorden(nieuw)
    typ(nieuw, "gesprek.reden", "Naam was fout")
    druk(nieuw, "gesprek.afronden")
    assert _kluis(wereld, plek.ding).corrigeert == notitie
    druk(nieuw, "gesprek.versie.1")
    assert wereld.gegaan[-1] == Werkplek("gesprek", notitie)
    assert "Dit is niet de laatste versie." in _woorden(toon(notitie))


def test_a_note_that_is_not_here_leads_back(wereld: Wereld, toon: Opener) -> None:
    toon("bestaat-niet")
    assert wereld.terug == 1
    assert wereld.toasts == ["Deze notitie staat niet meer op deze laptop."]


def _formulier(scherm: GesprekScherm) -> None:
    _vul(scherm)
    druk(scherm, "gesprek.afspraak.erbij")


def _gelezen(scherm: GesprekScherm) -> None:
    _vul(scherm)
    druk(scherm, "gesprek.afronden")
    scherm.toon(scherm.werkplek())


@pytest.mark.parametrize("stand", [_formulier, _gelezen])
@pytest.mark.parametrize("punten", [10.5, 21])
def test_it_can_be_used_at_every_size(
    dress: Callable[..., Look],
    scherm: GesprekScherm,
    stand: Callable[[GesprekScherm], None],
    punten: float,
) -> None:
    stand(scherm)
    dress(Theme.LIGHT, punten)
    for breedte, hoogte in ((1216, 868), (960, 736), (736, 568)):
        assert buiten_beeld(scherm, breedte, hoogte) == [], breedte
    assert zonder_naam(scherm) == []
    assert te_klein(scherm, 24) == []


def test_until_a_note_is_read_the_last_family_is_gone(qtbot: QtBot, wereld: Wereld, notitie: str) -> None:
    lane = Wachtlane()
    scherm = in_raam(qtbot, GesprekScherm(replace(wereld.context, opslag=lane)), 1216, 868)
    scherm.toon(Werkplek("gesprek", notitie))
    lane.lever_alles()
    assert deel(scherm, "gesprek.namen", Label).text()
    assert zichtbaar(scherm, "gesprek.tekst")
    scherm.verlaat()
    lane.lever_alles()
    scherm.toon(Werkplek("gesprek", wereld.begin_notitie((PAOLO,))))
    assert deel(scherm, "gesprek.namen", Label).text() == ""
    assert not zichtbaar(scherm, "gesprek.tekst")
    assert not zichtbaar(scherm, "gesprek.afronden")
    lane.lever_alles()
    assert deel(scherm, "gesprek.namen", Label).text() == "Paolo de Jager"


def test_a_new_agreement_is_in_sight_as_a_whole(qtbot: QtBot, scherm: GesprekScherm) -> None:
    for nummer in (1, 2, 3):
        druk(scherm, "gesprek.afspraak.erbij")
        veld = vind(scherm, f"gesprek.afspraak.{nummer}.uiterlijk")
        qtbot.waitUntil(partial(_heel_in_beeld, veld))


def test_the_tab_key_reads_the_page(scherm: GesprekScherm) -> None:
    druk(scherm, "gesprek.afspraak.erbij")
    volgorde = ["terug", "afronden", "met_wie", "voorstel.0", "datum", "tijd", "hoe.telefoon", "tekst"]
    volgorde += [f"afspraak.1.{deel}" for deel in ("wat", "wie", "uiterlijk", "weg")] + ["afspraak.erbij"]
    namen = [stop.objectName().removeprefix("gesprek.") for stop in stops(scherm)]
    assert [naam for naam in namen if naam in volgorde] == volgorde
