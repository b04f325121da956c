"""Every kind of letter has its place in the list; what has none is made elsewhere, by name."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.soorten import SOORTEN, Briefsoort

# Papers that are not begun from the list of letters.
ELDERS = {
    Documentsoort.PROCES_VERBAAL: "a screen of its own",
    Documentsoort.DUO_BERICHT: "typed at DUO; only its rule about the BSN counts here",
    Documentsoort.BEZOEKLIJST: "the officer's own list; only its rule about the BSN counts here",
}


def test_no_kind_of_letter_is_without_a_place() -> None:
    assert set(Documentsoort) - set(SOORTEN) == set(ELDERS)


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=[soort.value for soort in SOORTEN])
def test_every_letter_says_what_it_is_for_with_the_numbers_of_today(soort: Briefsoort) -> None:
    gevuld = soort.op(date(2026, 11, 30))
    assert not {"{", "}", "|", "§"} & set(gevuld.waarvoor + gevuld.daarna)
    assert gevuld.waarvoor
