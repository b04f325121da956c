"""What the lint calls sound can be printed: empty, filled, as concept and as final paper."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.documents.bureau.voorbeeld import AFZENDER, MOMENT, OUDER
from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.formuliercontrole import beoordeel
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren

KOP = """
schema = 1
id = "proef"
titel = "Proef"
soort = "uitnodiging_gesprek"
[velden.aantal]
type = "getal"
label = "Aantal"
voorbeeld = 3
[velden.wanneer]
type = "datum"
label = "Wanneer"
verplicht = false
voorbeeld = 2026-10-01
[[blok]]
"""
DUBBEL = 'soort = "handtekening"\nnaam = "a"\ntekst = "x"\n'


def gelezen(tekst: str) -> tuple[Formulier | None, list[str]]:
    formulier, found = ontleed("proef.toml", tekst.encode())
    return formulier, found + (beoordeel("proef.toml", formulier) if formulier else [])


def alinea(tekst: str) -> str:
    return f"{KOP}soort = 'alinea'\ntekst = '''{tekst}'''\n"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (alinea('{{ wanneer | kort("x") }}'), "niets tussen haakjes achter het filter ‘kort’"),
        (alinea("{% if aantal > 3 %}veel{% endif %}"), "vergelijk alleen met == of !="),
        (alinea("{% if aantal in wanneer %}x{% endif %}"), "vergelijk alleen met == of !="),
        (alinea('{{ "morgen" if wanneer }}'), "ook een ‘else’"),
        (alinea("{{ self }}"), "het veld ‘self’ bestaat niet"),
        (alinea("{{ " + "(" * 400 + "aantal" + ")" * 400 + " }}"), "staat te veel in elkaar"),
        (alinea("   "), "de tekst ontbreekt"),
        (f"{KOP}soort = 'lijst'", "de tekst ontbreekt"),
        (f"{KOP}soort = 'gegevens'", "de tekst ontbreekt"),
        (f"{KOP}soort = 'lijst'\nveld = 'aantal'", "een veld van type lijst"),
        (alinea("x") + "taal = 'klingon land!'", "is geen taalcode"),
        (f'{KOP}soort = "gegevens"\nrijen = [["<b>x</b>", "y"]]', "wat voor een waarde staat"),
        (f"{KOP}{DUBBEL}[[blok]]\n{DUBBEL}", "twee handtekeningen met de naam ‘a’"),
        (alinea("x").replace('"Proef"', '"<b>Proef</b>"'), "titel: de titel is vaste tekst"),
        (alinea("x").replace('"Proef"', '"{{ aantal"'), "titel: de titel is vaste tekst"),
        (alinea("x").replace("= 3", '= "drie"'), "veld aantal: het voorbeeld past niet bij type ‘getal’"),
        (alinea("x").replace("= false", '= "nee"'), "‘verplicht’ is true of false"),
    ],
)
def test_what_would_not_print_is_refused_beforehand(tekst: str, verwacht: str) -> None:
    found = gelezen(tekst)[1]
    assert any(verwacht in line for line in found), found


def test_no_word_before_a_value_tells_on_the_card_why() -> None:
    card = meegeleverde_formulieren().joinpath("kaarten", "niet_thuiskaart.toml").read_text("utf-8")
    found = gelezen(card + '\n[[blok]]\nsoort = "gegevens"\nrijen = [["Leerling", "x"]]\n')[1]
    assert any("‘Leerling’ mag niet op de kaart" in line for line in found), found


def test_the_answer_to_halt_keeps_its_own_signatures() -> None:
    halt = meegeleverde_formulieren().joinpath("brieven", "halt_verwijzing.toml").read_text("utf-8")
    found = gelezen(halt + '\n[[blok]]\nsoort = "handtekening"\nnaam = "ouder"\ntekst = "x"\n')[1]
    assert any("twee handtekeningen met de naam ‘ouder’" in line for line in found), found


@pytest.mark.parametrize(
    "tekst",
    [
        "{% if wanneer %}op {{ wanneer | dag | hoofdletter }}{% else %}later{% endif %}",
        "{{ 'drie' if aantal == 3 else 'anders' }} en {{ none }} {# weg #}",
        "{% if not wanneer and aantal != 4 or aan_minderjarige %}**{% endif %}x**",
        "{% raw %}{{ dit blijft }}{% endraw %} &lt;b&gt; < b >",
    ],
)
def test_what_is_called_sound_prints_empty_and_filled(tekst: str) -> None:
    formulier, found = gelezen(alinea(tekst))
    assert formulier is not None
    assert found == []
    style = lees_huisstijl(meegeleverde_formulieren())
    empty = Opdracht(formulier, style, AFZENDER, "Demostad", MOMENT, "LP-2026-0417", {}, OUDER)
    assert maak(empty).pages == 1
    values: dict[str, Ingevuld] = {"aantal": 3, "wanneer": date(2026, 10, 1)}
    full = Opdracht(
        formulier, style, AFZENDER, "Demostad", MOMENT, "LP-2026-0417", values, OUDER, definitief=True
    )
    assert maak(full).warnings == ()
