"""What a person reads on a button is what is kept when it is pressed."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    SoortSegment,
    SoortVinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.handen import druk_op, typ
from tests.ui.wereld import Wereld

OUDER, JONGERE = Aanwezig.OUDER, Aanwezig.JONGERE
UITKOMSTEN: dict[str, tuple[Uitkomst, set[Aanwezig]]] = {
    "Beiden thuis": (Uitkomst.OPEN_GEDAAN, {OUDER, JONGERE}),
    "Alleen ouder": (Uitkomst.OPEN_GEDAAN, {OUDER}),
    "Alleen leerling": (Uitkomst.OPEN_GEDAAN, {JONGERE}),
    "Wil niet praten": (Uitkomst.WEIGERT_GESPREK, set()),
    "Niet thuis": (Uitkomst.NIET_THUIS, set()),
    "Doet niet open": (Uitkomst.NIET_OPENGEDAAN, set()),
    "Verhuisd": (Uitkomst.VERHUISD, set()),
    "Hier onbekend": (Uitkomst.ONBEKEND, set()),
}
GEZIEN = {
    "Licht aan": "licht aan",
    "Auto voor de deur": "auto voor de deur",
    "Brievenbus vol": "brievenbus vol",
    "Geluid binnen": "geluid binnen",
    "Gordijnen dicht": "gordijnen dicht",
    "Niets bijzonders": "niets bijzonders",
}
ACHTERGELATEN = {
    "Niet-thuiskaart": Achtergelaten.KAART,
    "Brief": Achtergelaten.BRIEF,
    "Niets": Achtergelaten.NIETS,
}
VINKJES = {
    "Legitimatie getoond": SoortVinkje.LEGITIMATIE,
    "Doel verteld": SoortVinkje.DOEL,
    "Toestemming om binnen te komen": SoortVinkje.TOESTEMMING,
    "Leerling gezien": SoortVinkje.JONGERE_GEZIEN,
    "Cautie gegeven": SoortVinkje.CAUTIE,
    "Verteld waarvan de verdenking is": SoortVinkje.FEIT,
    "Recht op een advocaat verteld": SoortVinkje.RECHTSBIJSTAND,
}
VAN_EEN_VERDACHTE = {SoortVinkje.CAUTIE, SoortVinkje.FEIT, SoortVinkje.RECHTSBIJSTAND}
"""The first asks to whom, and the other two are shown once it was given."""
SOORTEN = {"Gezien": SoortSegment.GEZIEN, "Gehoord": SoortSegment.GEHOORD, "Gezegd": SoortSegment.GEZEGD}


def _kluis(wereld: Wereld, bezoek: str) -> Deurbezoek:
    return wereld.lees(lambda caseload: caseload.bezoek(bezoek))


@pytest.mark.parametrize("woorden", UITKOMSTEN)
def test_the_outcome_on_the_button(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str, woorden: str
) -> None:
    druk_op(scherm, woorden)
    bewaard = _kluis(wereld, bezoek)
    assert (bewaard.uitkomst, set(bewaard.aangetroffen)) == UITKOMSTEN[woorden]


def test_what_is_seen_and_left_at_a_closed_door(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    druk_op(scherm, "Niet thuis")
    for woorden, bewaard in GEZIEN.items():
        druk_op(scherm, woorden)
        niet_thuis = _kluis(wereld, bezoek).niet_thuis
        assert niet_thuis is not None
        assert bewaard in niet_thuis.gezien
    for woorden, achtergelaten in ACHTERGELATEN.items():
        druk_op(scherm, woorden)
        niet_thuis = _kluis(wereld, bezoek).niet_thuis
        assert niet_thuis is not None
        assert niet_thuis.achtergelaten is achtergelaten


@pytest.mark.parametrize(
    "woorden", [woorden for woorden, soort in VINKJES.items() if soort not in VAN_EEN_VERDACHTE]
)
def test_the_tick_behind_the_words(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str, woorden: str
) -> None:
    druk_op(scherm, "Alleen ouder")
    druk_op(scherm, woorden)
    assert [vinkje.soort for vinkje in _kluis(wereld, bezoek).vinkjes] == [VINKJES[woorden]]


def test_who_gave_consent_and_what_is_written_under_which_head(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    druk_op(scherm, "Alleen ouder")
    for woorden in ("Legitimatie getoond", "Doel verteld", "Toestemming om binnen te komen"):
        druk_op(scherm, woorden)
    druk_op(scherm, "Thanatos Olympos (vader)")
    druk_op(scherm, "Binnen geweest")
    for woorden in SOORTEN:
        druk_op(scherm, woorden)
        typ(scherm, "deurbezoek.tekst", f"{woorden}.")
    bewaard = _kluis(wereld, bezoek)
    (toestemming,) = (v for v in bewaard.vinkjes if v.soort is SoortVinkje.TOESTEMMING)
    assert (toestemming.wie, bewaard.binnen) == ("Thanatos Olympos (vader)", True)
    geschreven = {stuk.tekst: stuk.soort for stuk in bewaard.segmenten}
    assert geschreven == {f"{woorden}.": soort for woorden, soort in SOORTEN.items()}


def test_every_outcome_and_everything_left_behind_has_its_words() -> None:
    assert {uitkomst for uitkomst, _ in UITKOMSTEN.values()} == set(Uitkomst)
    assert set(ACHTERGELATEN.values()) == set(Achtergelaten)
    assert set(VINKJES.values()) == set(SoortVinkje)
    assert set(SOORTEN.values()) == set(SoortSegment)
