"""Finishing, what is missing, leaving, coming back, reading and correcting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Modus, SoortVinkje
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.deurbezoek.conftest import Opener
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, PAOLO, Wereld

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _kluis(wereld: Wereld, bezoek: str) -> Deurbezoek:
    return wereld.lees(lambda caseload: caseload.bezoek(bezoek))


def _woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))


def _leg_vast(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.uitkomst.alleen_ouder")
    typ(scherm, "deurbezoek.tekst", "Rustig gesprek")
    druk(scherm, "deurbezoek.afronden")


def test_a_visit_is_finished_once(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    _leg_vast(scherm)
    vast = _kluis(wereld, bezoek)
    assert vast.vastgelegd_op is not None
    assert [verzending.entity for verzending in wereld.uitvak()] == ["deurbezoek"]
    assert any(bericht.raakt(Soort.BEZOEK, DRIELING[0]) for bericht in wereld.geraakt)
    assert wereld.terug == 1
    assert wereld.problemen == []


def test_ctrl_enter_finishes(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    druk(scherm, "deurbezoek.uitkomst.verhuisd")
    QTest.keyClick(vind(scherm, "deurbezoek.tekst"), Qt.Key.Key_Return, CTRL)
    rust()
    assert _kluis(wereld, bezoek).vastgelegd_op is not None


def test_what_is_missing_stands_beside_its_field_with_the_focus(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    druk(scherm, "deurbezoek.afronden")
    assert "Kies hoe het bezoek verliep." in _woorden(scherm)
    assert vind(scherm, "deurbezoek.uitkomst.beiden").hasFocus()
    druk(scherm, "deurbezoek.uitkomst.beiden")
    assert "Kies hoe het bezoek verliep." not in _woorden(scherm)
    assert _kluis(wereld, bezoek).is_concept


def test_entry_needs_consent_with_time_and_name(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    """R29 and article 1 Awbi."""
    druk(scherm, "deurbezoek.uitkomst.alleen_ouder")
    druk(scherm, "deurbezoek.binnen")
    druk(scherm, "deurbezoek.afronden")
    assert "Je was binnen. Noteer hoe laat je toestemming kreeg." in _woorden(scherm)
    assert vind(scherm, "deurbezoek.vinkje.toestemming").hasFocus()
    for soort in ("toestemming", "legitimatie", "doel"):
        druk(scherm, f"deurbezoek.vinkje.{soort}")
    assert "Noteer van wie je toestemming kreeg om binnen te komen." in _woorden(scherm)
    druk(scherm, "deurbezoek.vinkje.toestemming.wie.1")
    druk(scherm, "deurbezoek.afronden")
    vinkje = _kluis(wereld, bezoek).vinkje(SoortVinkje.TOESTEMMING)
    assert vinkje is not None
    assert vinkje.wie == "Thanatos Olympos (vader)"
    assert not _kluis(wereld, bezoek).is_concept


def test_somebody_else_may_give_consent(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    druk(scherm, "deurbezoek.vinkje.toestemming")
    typ(scherm, "deurbezoek.vinkje.toestemming.anders", "Oma, Despina")
    vind(scherm, "deurbezoek.tekst").setFocus()
    vinkje = _kluis(wereld, bezoek).vinkje(SoortVinkje.TOESTEMMING)
    assert vinkje is not None
    assert vinkje.wie == "Oma, Despina"


def test_a_time_is_corrected_or_refused(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    wereld.klok.verder(minutes=9)
    druk(scherm, "deurbezoek.vinkje.doel")
    druk(scherm, "deurbezoek.vinkje.doel.wijzig")
    typ(scherm, "deurbezoek.vinkje.doel.tijd", "13:00")
    toets(scherm, "deurbezoek.vinkje.doel.tijd", Qt.Key.Key_Return)
    assert "ligt vóór het begin van het bezoek" in _woorden(scherm)
    vind(scherm, "deurbezoek.vinkje.doel.tijd").setProperty("text", "")
    typ(scherm, "deurbezoek.vinkje.doel.tijd", "1409")
    toets(scherm, "deurbezoek.vinkje.doel.tijd", Qt.Key.Key_Return)
    vinkje = _kluis(wereld, bezoek).vinkje(SoortVinkje.DOEL)
    assert vinkje is not None
    assert f"{in_nederland(vinkje.tijd):%H:%M}" == "14:09"
    assert not zichtbaar(scherm, "deurbezoek.vinkje.doel.tijd")


def test_the_caution_asks_first(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    """R17: an administrative talk has no caution."""
    druk(scherm, "deurbezoek.vinkje.cautie")
    assert _kluis(wereld, bezoek).vinkje(SoortVinkje.CAUTIE) is None
    assert vind(scherm, "deurbezoek.cautie.nee").hasFocus()
    druk(scherm, "deurbezoek.cautie.nee")
    assert not zichtbaar(scherm, "deurbezoek.cautie.ja")
    druk(scherm, "deurbezoek.vinkje.cautie")
    druk(scherm, "deurbezoek.cautie.ja")
    assert _kluis(wereld, bezoek).vinkje(SoortVinkje.CAUTIE) is not None


def test_after_the_caution_it_is_opsporing_and_says_so(
    wereld: Wereld, toon: Opener, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    """R17, R25: the later part is kept apart, with its time, at the door, after it and in a correction."""
    druk(scherm, "deurbezoek.uitkomst.alleen_ouder")
    typ(scherm, "deurbezoek.tekst", "Koffers in de gang.")
    wereld.klok.verder(minutes=3)
    druk(scherm, "deurbezoek.vinkje.cautie")
    druk(scherm, "deurbezoek.cautie.ja")
    assert "Opsporing vanaf 14:10" in _woorden(scherm)
    wereld.klok.verder(minutes=2)
    druk(scherm, "deurbezoek.soort.gehoord")
    typ(scherm, "deurbezoek.tekst", "Iemand belt.")
    druk(scherm, "deurbezoek.afronden")
    # A caution without a person proves nothing: asked, and the focus is where it is answered.
    assert _kluis(wereld, bezoek).is_concept
    assert "Noteer aan wie je de cautie gaf." in _woorden(scherm)
    assert vind(scherm, "deurbezoek.vinkje.cautie.wie.0").hasFocus()
    druk(scherm, "deurbezoek.vinkje.cautie.wie.0")
    druk(scherm, "deurbezoek.afronden")
    assert _kluis(wereld, bezoek).modus is Modus.OPSPORING
    gelezen = _woorden(toon(bezoek))
    assert "Vanaf 14:10 uur opsporing (Wpg)" in gelezen
    eerder, later = gelezen.split("Opgeschreven na de cautie (opsporing)")
    assert "Koffers in de gang." in eerder
    assert "Iemand belt." in later
    nieuw = wereld.doe(lambda work: deurbezoek_verbeteren(work, wereld.klok, bezoek))
    beter = toon(nieuw)
    druk(beter, "deurbezoek.vinkje.cautie")
    assert "Opsporing vanaf" not in _woorden(beter)


def test_which_children_were_seen(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    druk(scherm, "deurbezoek.vinkje.jongere_gezien")
    for nummer in (0, 2):
        druk(scherm, f"deurbezoek.vinkje.jongere_gezien.wie.{nummer}")
    vinkje = _kluis(wereld, bezoek).vinkje(SoortVinkje.JONGERE_GEZIEN)
    assert vinkje is not None
    assert vinkje.wie == "Dimitris Olympos, Vaso Olympia"


@pytest.mark.parametrize("hoe", ["knop", "escape", "alt_links"])
def test_an_empty_visit_that_is_left_disappears(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str, hoe: str
) -> None:
    if hoe == "knop":
        druk(scherm, "deurbezoek.terug")
    elif hoe == "escape":
        toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Escape)
    else:
        toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Left, ALT)
    assert wereld.terug == 1
    with pytest.raises(KeyError):
        _kluis(wereld, bezoek)


def test_a_visit_with_one_letter_stays_a_draft(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "a")
    druk(scherm, "deurbezoek.terug")
    scherm.verlaat()
    assert _kluis(wereld, bezoek).is_concept
    assert wereld.geraakt[-1].raakt(Soort.BEZOEK, DRIELING[0])


def test_locking_does_not_throw_an_empty_visit_away(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    scherm.verlaat()
    assert _kluis(wereld, bezoek).is_concept


def test_coming_back_to_the_letter(wereld: Wereld, toon: Opener, bezoek: str) -> None:
    eerst = toon(bezoek)
    typ(eerst, "deurbezoek.tekst", "een twee")
    druk(eerst, "deurbezoek.soort.gehoord")
    typ(eerst, "deurbezoek.tekst", "drie")
    druk(eerst, "deurbezoek.segment.1")
    veld = deel(eerst, "deurbezoek.tekst", QPlainTextEdit)
    cursor = veld.textCursor()
    cursor.setPosition(4)
    veld.setTextCursor(cursor)
    plek = eerst.werkplek()
    eerst.verlaat()
    weer = toon(plek.ding, plek.veld, plek.cursor)
    veld = deel(weer, "deurbezoek.tekst", QPlainTextEdit)
    assert (veld.toPlainText(), veld.textCursor().position()) == ("een twee", 4)
    assert veld.hasFocus()


def test_a_draft_goes_on_at_the_end_of_the_last_sentence(toon: Opener, bezoek: str) -> None:
    typ(toon(bezoek), "deurbezoek.tekst", "Midden in een zi")
    veld = deel(toon(bezoek), "deurbezoek.tekst", QPlainTextEdit)
    assert veld.textCursor().position() == len("Midden in een zi")


def test_the_page_to_read(wereld: Wereld, toon: Opener, bezoek: str) -> None:
    _leg_vast(toon(bezoek))
    scherm = toon(bezoek)
    woorden = _woorden(scherm)
    for zin in ("Alleen een ouder gesproken", "Rustig gesprek", "Nog niet verstuurd"):
        assert zin in woorden
    assert not zichtbaar(scherm, "deurbezoek.tekst")
    druk(scherm, "deurbezoek.verslag")
    assert wereld.gegaan == [Werkplek("verslag", bezoek)]


def test_a_correction_needs_a_reason_and_points_to_the_old_one(
    wereld: Wereld, toon: Opener, bezoek: str
) -> None:
    _leg_vast(toon(bezoek))
    druk(toon(bezoek), "deurbezoek.verbeter")
    plek = wereld.gegaan[-1]
    scherm = toon(plek.ding, plek.veld, plek.cursor)
    assert vind(scherm, "deurbezoek.reden").hasFocus()
    druk(scherm, "deurbezoek.afronden")
    assert "Schrijf waarom je het bezoek verbetert." in _woorden(scherm)
    typ(scherm, "deurbezoek.reden", "Naam was fout")
    druk(scherm, "deurbezoek.afronden")
    nieuw = _kluis(wereld, plek.ding)
    assert (nieuw.corrigeert, nieuw.reden_correctie) == (bezoek, "Naam was fout")
    assert [verzending.after for verzending in wereld.uitvak()] == [(), (bezoek,)]
    druk(scherm, "deurbezoek.versie.1")
    assert wereld.gegaan[-1] == Werkplek("deurbezoek", bezoek)
    oud = toon(bezoek)
    assert "Dit is niet de laatste versie." in _woorden(oud)
    assert not zichtbaar(oud, "deurbezoek.verbeter")


def test_another_open_draft_stands_in_the_way_of_a_correction(
    wereld: Wereld, toon: Opener, bezoek: str
) -> None:
    _leg_vast(toon(bezoek))
    wereld.begin_bezoek((DRIELING[0],))
    scherm = toon(bezoek)
    druk(scherm, "deurbezoek.verbeter")
    assert "Er staat nog een bezoek open voor dit gezin." in _woorden(scherm)
    assert wereld.gegaan == []


def test_a_visit_that_is_not_here_leads_back(wereld: Wereld, toon: Opener) -> None:
    toon("bestaat-niet")
    assert wereld.terug == 1
    assert wereld.toasts == ["Dit bezoek staat niet meer op deze laptop."]


def test_a_secret_address_stands_above_all(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(wereld.begin_bezoek((PAOLO,)))
    assert "Geheim adres vader" in _woorden(scherm)
    assert "Toezicht" in _woorden(scherm)


def test_the_timer_runs_since_the_bell_rang(wereld: Wereld, scherm: DeurbezoekScherm) -> None:
    wereld.klok.verder(minutes=7, seconds=12)
    druk(scherm, "deurbezoek.uitkomst.beiden")
    assert deel(scherm, "deurbezoek.tijd", QLabel).text() == "07:12"


def test_hiding_is_asked_of_the_window(scherm: DeurbezoekScherm) -> None:
    spion = QSignalSpy(scherm.verberg_gevraagd)
    druk(scherm, "deurbezoek.verberg")
    assert spion.count() == 1
