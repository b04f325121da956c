"""The order of a hearing through the screen: R05, R16, R17 and R18 block what must be blocked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.touched import Soort
from leerplicht_desktop.casework.verhoor.bijhouden import zin_wijzigen
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import deel, druk, typ, vind, zichtbaar
from tests.ui.verhoor.conftest import Opener, begin, bewaard, ding, stap, vul_in, zet_tijd
from tests.ui.wereld import DRIELING, NU, PAOLO, Wereld


def _zegt(scherm: VerhoorScherm, woorden: str) -> bool:
    """Whether a sentence with these words shows."""
    return any(woorden in label.text() and label.isVisible() for label in scherm.findChildren(Label))


def test_a_whole_hearing_is_fixed_and_sent(wereld: Wereld, scherm: VerhoorScherm) -> None:
    vul_in(wereld, scherm)
    druk(scherm, "verhoor.vastleggen")
    blad = wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad
    assert not blad.is_concept
    assert [zin.tekst for zin in blad.zinnen] == ["We waren bij mijn zieke moeder."]
    assert "verhoor" in {post.entity for post in wereld.uitvak()}
    assert zichtbaar(scherm, "verhoor.lezing")
    assert any(Soort.VERHOOR in touched.soorten for touched in wereld.geraakt)


def test_r05_a_child_under_twelve_is_refused_with_the_reason(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm, "Dimitris")
    assert _zegt(scherm, "geen twaalf")
    assert ding(scherm) == f"nieuw:{DRIELING[0]}"
    assert not wereld.kluis.bekijk(lambda kast: kast.verhoren(DRIELING[0]))


def test_r16_the_statement_opens_after_the_cautie(scherm: VerhoorScherm) -> None:
    stap(scherm, "verklaring")
    assert zichtbaar(scherm, "verhoor.dicht")
    for naam in ("verhoor.antwoord", "verhoor.vraag"):
        assert not deel(scherm, naam, QPushButton).isEnabled()
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    stap(scherm, "verklaring")
    assert not zichtbaar(scherm, "verhoor.dicht")
    assert deel(scherm, "verhoor.antwoord", QPushButton).isEnabled()


@pytest.mark.parametrize(("tijd", "mag"), [("14:07", True), ("14:12", False)])
def test_r16_a_cautie_after_the_first_line_blocks(
    wereld: Wereld, scherm: VerhoorScherm, tijd: str, mag: bool
) -> None:
    vul_in(wereld, scherm)
    stap(scherm, "rechten")
    zet_tijd(scherm, "cautie", tijd)
    druk(scherm, "verhoor.vastleggen")
    blad = wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad
    assert blad.is_concept is not mag
    assert _zegt(scherm, "De cautie staat na de eerste zin van de verklaring.") is not mag


@pytest.mark.parametrize(("cautie", "mag"), [("10:15", False), ("10:06", True)])
def test_r16_begun_1005_first_line_1012(wereld: Wereld, toon: Opener, cautie: str, *, mag: bool) -> None:
    """The case of the rule itself: the cautie at 10:15 fails with a message, at 10:06 it passes."""
    morgen = NU.replace(hour=10, minute=5, second=0)
    wereld.klok.verder(seconds=(morgen - NU).total_seconds() + 24 * 3600)
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    vul_in(wereld, scherm)
    (antwoord,) = bewaard(wereld, scherm).regels
    wereld.klok.verder(minutes=20)
    id_ = ding(scherm)
    blad = wereld.kluis.bekijk(lambda kast: kast.verhoor(id_)).blad
    om = antwoord.moment.replace(hour=10, minute=12, second=0)
    wereld.doe(lambda work: zin_wijzigen(work, id_, replace(blad.zinnen[0], moment=om)))
    scherm = toon(id_)
    stap(scherm, "slot")
    for naam in ("voorgelezen", "eind"):
        zet_tijd(scherm, naam, "10:20")
    stap(scherm, "rechten")
    zet_tijd(scherm, "cautie", cautie)
    druk(scherm, "verhoor.vastleggen")
    assert zichtbaar(scherm, "verhoor.lezing") is mag
    assert mag or _zegt(scherm, "De cautie staat na de eerste zin van de verklaring.")


def test_r16_a_waiver_warns_until_both_were_told(wereld: Wereld, scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    druk(scherm, "verhoor.bijstand.afstand")
    typ(scherm, "verhoor.afstand", "Nee, dat hoeft niet.")
    assert _zegt(scherm, "vertel de gevolgen")
    druk(scherm, "verhoor.gevolgen")
    druk(scherm, "verhoor.terugkomen")
    assert not _zegt(scherm, "vertel de gevolgen")
    afstand = bewaard(wereld, scherm).afstand
    assert afstand is not None
    assert afstand.antwoord == "Nee, dat hoeft niet."
    assert afstand.gevolgen_uitgelegd
    assert afstand.kan_terugkomen


def test_coming_back_on_a_waiver_takes_it_away(wereld: Wereld, scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    druk(scherm, "verhoor.bijstand.afstand")
    druk(scherm, "verhoor.bijstand.aanwezig")
    assert bewaard(wereld, scherm).afstand is None
    assert not zichtbaar(scherm, "verhoor.afstand")


def test_r17_a_hearing_from_a_visit_has_a_record_of_its_own(wereld: Wereld, toon: Opener) -> None:
    bezoek = wereld.begin_bezoek()
    wereld.klok.verder(minutes=20)
    scherm = toon(f"bezoek:{bezoek}")
    assert _zegt(scherm, "eigen begintijd")
    begin(scherm)
    verhoor = bewaard(wereld, scherm)
    assert verhoor.begin == wereld.klok.nu()
    assert verhoor.regels == ()
    stap(scherm, "verklaring")
    assert zichtbaar(scherm, "verhoor.bron")
    blad = wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad
    assert blad.bron == bezoek


@pytest.mark.parametrize(("op", "ouders"), [(date(2026, 12, 3), True), (date(2026, 12, 10), False)])
def test_r18_two_ages_decide(wereld: Wereld, toon: Opener, op: date, ouders: bool) -> None:
    wereld.klok.verder(days=(op - NU.date()).days)
    opgave = Verhooropgave(
        Persoonskeuze(None, Rol.JONGERE, "Sam"), date(2026, 12, 1), "", Geboortedatum(2008, 12, 5)
    )
    id_, _ = wereld.doe(lambda work: verhoor_starten(work, wereld.klok, (PAOLO,), opgave))
    scherm = toon(id_)
    stap(scherm, "taal")
    assert zichtbaar(scherm, "verhoor.begeleiding.raadsman")
    assert zichtbaar(scherm, "verhoor.ouders_ingelicht_op") is ouders
    druk(scherm, "verhoor.begeleiding.vertrouwenspersoon")
    begeleiding = bewaard(wereld, scherm).begeleiding
    assert begeleiding is not None
    assert begeleiding.value == "vertrouwenspersoon"


def test_an_adult_is_not_asked_for_company(scherm: VerhoorScherm) -> None:
    stap(scherm, "taal")
    assert not zichtbaar(scherm, "verhoor.begeleiding.raadsman")
    assert not zichtbaar(scherm, "verhoor.ouders_ingelicht_op")


def test_finishing_too_early_leads_to_the_first_gap(wereld: Wereld, scherm: VerhoorScherm) -> None:
    typ(scherm, "verhoor.plaats", "Gemeentehuis")
    druk(scherm, "verhoor.vastleggen")
    assert bewaard(wereld, scherm).cautie_om is None
    assert vind(scherm, "verhoor.cautie").hasFocus()
    assert _zegt(scherm, "Geef de cautie en noteer hoe laat. (Sv 29 lid 2)")


def _nacht(wereld: Wereld, toon: Opener) -> VerhoorScherm:
    """A hearing that began at ten minutes to midnight; by now it is twenty past."""
    wereld.klok.verder(hours=9, minutes=43)
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    wereld.klok.verder(minutes=30)
    return scherm


def test_a_time_typed_after_midnight_is_of_the_next_day(wereld: Wereld, toon: Opener) -> None:
    scherm = _nacht(wereld, toon)
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    zet_tijd(scherm, "cautie", "23:55")
    stap(scherm, "slot")
    druk(scherm, "verhoor.eind")
    zet_tijd(scherm, "eind", "00:15")
    verhoor = bewaard(wereld, scherm)
    assert verhoor.cautie_om is not None
    assert verhoor.eind is not None
    assert in_nederland(verhoor.cautie_om).date() == NU.date()
    assert in_nederland(verhoor.eind).date() == NU.date() + timedelta(days=1)


def test_a_beginning_typed_after_midnight_was_yesterday(wereld: Wereld, toon: Opener) -> None:
    wereld.klok.verder(hours=10, minutes=13)
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    veld = deel(scherm, "verhoor.begin", QLineEdit)
    veld.selectAll()
    QTest.keyClicks(veld, "23:40")
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert in_nederland(bewaard(wereld, scherm).begin).date() == NU.date()


def test_a_time_before_the_beginning_does_not_become_the_next_day_afterwards(
    wereld: Wereld, toon: Opener
) -> None:
    """Typed the day after, it would still be in the past: but no hearing lasts that long."""
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    wereld.klok.verder(days=2)
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    vroeger = NU - timedelta(minutes=30)
    zet_tijd(scherm, "cautie", f"{vroeger:%H:%M}")
    assert _zegt(scherm, "ligt vóór het begin")
