"""Every kind of letter has its place in the list; what has none is made elsewhere, by name."""

from __future__ import annotations

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.soorten import SOORTEN

# Papers that are not begun from the list of letters.
ELDERS = {
    Documentsoort.PROCES_VERBAAL: "a screen of its own",
    Documentsoort.DUO_BERICHT: "typed at DUO; only its rule about the BSN counts here",
    Documentsoort.BEZOEKLIJST: "the officer's own list; only its rule about the BSN counts here",
}


def test_no_kind_of_letter_is_without_a_place() -> None:
    assert set(Documentsoort) - set(SOORTEN) == set(ELDERS)
