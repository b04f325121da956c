"""Who writes a document: what the officer filled in, else what the municipality says, else nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.documents.bureau.voorbeeld import voorbeeldwaarden
from leerplicht_desktop.documents.bureau.werkbank import Schrijver
from leerplicht_desktop.documents.formulieren.formulier import Veld, Veldtype
from leerplicht_desktop.documents.formulieren.opdracht import Afzender
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant
from tests.casework.zaak import KOPPELING
from tests.documents.pv_voorbeelden import PV_FORMULIER

ZELF = Verbalisant("K. Zelf", "consulent", "Gemeente Elders")
MAIL = replace(KOPPELING, profiel={"email": "k@demo.example"})


@pytest.mark.parametrize(
    ("koppeling", "zelf", "gemeente", "afzender"),
    [
        (MAIL, ZELF, "Gemeente Demostad", Afzender("K. Zelf", "consulent", "06 11", "k@demo.example")),
        (
            KOPPELING,
            replace(ZELF, naam="", functie=""),
            "Gemeente Demostad",
            Afzender("K. van Es", "leerplichtambtenaar", "06 11", ""),
        ),
        (None, ZELF, "", Afzender("K. Zelf", "consulent", "06 11", "")),
        (None, replace(ZELF, naam=""), "", Afzender("", "consulent", "06 11", "")),
    ],
)
def test_what_he_filled_in_comes_before_what_the_municipality_says(
    koppeling: Koppeling | None, zelf: Verbalisant, gemeente: str, afzender: Afzender
) -> None:
    who = Schrijver(koppeling, zelf, "06 11")
    assert (who.gemeente, who.afzender) == (gemeente, afzender)


def test_an_example_for_a_minor_has_his_words_where_there_are_such() -> None:
    form = replace(
        PV_FORMULIER,
        velden=(
            Veld("beide", Veldtype.TEKST, "Beide", voorbeeld="u", voorbeeld_jongere="jij"),
            Veld("een", Veldtype.LIJST, "Een", voorbeeld=["a", "b"]),
            Veld("leeg", Veldtype.TEKST, "Leeg", voorbeeld="u", voorbeeld_jongere=""),
        ),
    )
    assert voorbeeldwaarden(form) == {"beide": "u", "een": ("a", "b"), "leeg": "u"}
    assert voorbeeldwaarden(form, minderjarig=True) == {"beide": "jij", "een": ("a", "b"), "leeg": ""}
