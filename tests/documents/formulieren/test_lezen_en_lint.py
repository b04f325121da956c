"""A municipality's edit is judged before it is used, in Dutch and with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.documents.formulieren.formulier import Veldtype
from leerplicht_desktop.documents.formulieren.formuliercontrole import beoordeel, verraadt
from leerplicht_desktop.documents.formulieren.keuren import controleer, formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem

FORMS = Path(__file__).parents[3] / "forms"
ALLEEN = "alleen een veld, een filter of een als-dan"
GOED = """
schema = 1
id = "proef"
titel = "Proef"
soort = "uitnodiging_gesprek"

[velden.jongere]
type = "tekst"
label = "Naam"
voorbeeld = "Daniël"

[[blok]]
soort = "alinea"
tekst = "Beste **{{ jongere }}**"
"""


def fouten(tekst: str) -> list[str]:
    formulier, found = ontleed("proef.toml", tekst.encode())
    return found + (beoordeel("proef.toml", formulier) if formulier else [])


def test_the_shipped_forms_are_sound() -> None:
    assert controleer(meegeleverde_formulieren()) == ()


def test_every_form_of_the_folder_is_read_and_nothing_else() -> None:
    rooms = ("brieven", "kaarten", "processen_verbaal", "verslagen")
    folder = {f"{path.parent.name}/{path.name}" for room in rooms for path in (FORMS / room).glob("*.toml")}
    assert {name for name, _ in formulierbestanden(meegeleverde_formulieren())} == folder
    assert {path.name for path in FORMS.iterdir()} == {*rooms, "talen", "huisstijl.toml", "README.md"}


def test_a_good_form_is_read() -> None:
    formulier = lees("proef.toml", GOED.encode())
    veld = formulier.veld("jongere")
    assert veld is not None
    assert veld.type is Veldtype.TEKST
    assert formulier.veld("onbekend") is None
    assert len(formulier.hash) == 64


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("{{ jongere }}", "{{ jongre }}", "blok 1: het veld ‘jongre’ bestaat niet. Bedoel je ‘jongere’?"),
        ("{{ jongere }}", "<b>x</b>", "blok 1: opmaakcodes tussen < en > mogen niet"),
        ("{{ jongere }}", "<img src='/etc/hostname'/>", "opmaakcodes"),
        ("{{ jongere }}", "{{ jongere", "de accolades kloppen niet"),
        ("{{ jongere }}", "{{ jongere.__class__ }}", ALLEEN),
        ("{{ jongere }}", "{{ jongere['x'] }}", ALLEEN),
        (
            "{{ jongere }}",
            "{% for x in jongere %}x{% endfor %}",
            "alleen een veld, een filter of een als-dan",
        ),
        ("{{ jongere }}", "{% include 'x' %}", ALLEEN),
        ("{{ jongere }}", "{{ jongere | upper }}", "het filter ‘upper’ bestaat niet"),
        ("**{{ jongere }}**", "**{{ jongere }}", "** staat niet in paren"),
        ("**{{ jongere }}**", "*{{ jongere }}", "* staat niet in paren"),
        ('soort = "alinea"', 'soort = "alinia"', "‘alinia’ bestaat niet. Bedoel je ‘alinea’?"),
        ('soort = "alinea"', 'soort = "xyz"', "Kies uit: kop, alinea"),
        ('soort = "alinea"', 'soort = "alinea"\nals = "hulp"', "het veld ‘hulp’ bestaat niet"),
        ('soort = "alinea"', 'soort = "wettelijk"\nnaam = "xyz"', "het wettelijke blok ‘xyz’ bestaat niet"),
        (
            'soort = "alinea"',
            'soort = "wettelijk"\nnaam = "bezwaar"',
            "alleen bij een besluit",
        ),
        ('soort = "alinea"', 'soort = "tabel"\nveld = "jongere"', "een tabel wijst met ‘veld’"),
        (
            'soort = "alinea"\n',
            'soort = "alinea"\npunten = "x"\n',
            "‘punten’ moet een lijst",
        ),
        ('soort = "alinea"\n', 'soort = "gegevens"\nrijen = [["x"]]\n', "lijst zijn van twee teksten"),
        ('tekst = "Beste **{{ jongere }}**"', "", "de tekst ontbreekt"),
        ('tekst = "Beste **{{ jongere }}**"', "tekst = 3", "‘tekst’ moet tekst tussen aanhalingstekens zijn"),
        ('tekst = "Beste', 'kleur = "x"\ntekst = "Beste', "‘kleur’ hoort hier niet"),
        ('type = "tekst"', 'type = "bsn"', "Het BSN hoort niet op dit stuk"),
        ('type = "tekst"', 'type = "txt"', "veld jongere: ‘txt’ bestaat niet"),
        ('label = "Naam"', "", "er ontbreekt een label"),
        ('voorbeeld = "Daniël"', "", "er ontbreekt een voorbeeld"),
        ("[velden.jongere]", "[velden.Jongere]", "een naam heeft alleen kleine letters"),
        ("[velden.jongere]", "[velden.datum]", "deze naam vult het programma zelf in"),
        ('titel = "Proef"', 'titel = "{{ jongere }}"', "de titel is vaste tekst"),
        ('titel = "Proef"', "", "‘titel’ ontbreekt"),
        ('soort = "uitnodiging_gesprek"', 'soort = "uitnodiging"', "soort: ‘uitnodiging’ bestaat niet"),
        ('soort = "uitnodiging_gesprek"', 'soort = "kennisgeving_pv"', "blok ‘om_beslist’ ontbreekt"),
        ('soort = "uitnodiging_gesprek"', 'soort = "beschikking_verlof"', "blok ‘bezwaar’ ontbreekt"),
        ("schema = 1", "schema = 3", "gemaakt voor een nieuwere versie"),
        ("schema = 1", "", "schrijf bovenaan: schema = 2"),
        ("schema = 1", "schema = ", "geen leesbaar formulier"),
        (
            'label = "Naam"',
            'label = "Naam"\nuitleg = "Binnen {termijn.bestaat_niet}."',
            "veld jongere: de uitleg vraagt iets van de wet. De bepaling termijn.bestaat_niet staat niet",
        ),
        ("[velden.jongere]", "[velden]\nx = 3\n[velden.jongere]", "schrijf een veld als [velden.naam]"),
    ],
)
def test_each_mistake_is_named_with_its_place(oud: str, nieuw: str, verwacht: str) -> None:
    assert oud in GOED
    found = fouten(GOED.replace(oud, nieuw, 1))
    assert any(verwacht in line for line in found), found
    assert all(line.startswith("proef.toml") for line in found)
    with pytest.raises(FormulierProblem) as caught:
        lees("proef.toml", GOED.replace(oud, nieuw, 1).encode())
    assert caught.value.bijzonderheden


def test_a_block_of_the_law_cannot_hang_on_a_condition() -> None:
    data = next(
        data for name, data in formulierbestanden(meegeleverde_formulieren()) if "oproep_verhoor" in name
    )
    text = data.decode()
    assert any(
        "mag niet van een voorwaarde afhangen" in line
        for line in fouten(text.replace('naam = "cautie"', 'naam = "cautie"\nals = "aan_minderjarige"'))
    )
    assert any(
        "‘cautie’ ontbreekt" in line for line in fouten(text.replace('naam = "cautie"', 'naam = "tolk"', 1))
    )
    assert any(
        "vraagt een verplicht veld ‘feit’" in line
        for line in fouten(text.replace("[velden.feit]", "[velden.feit]\nverplicht = false"))
    )


def test_the_card_may_not_tell_why() -> None:
    data = next(
        data for name, data in formulierbestanden(meegeleverde_formulieren()) if "niet_thuiskaart" in name
    )
    text = data.decode()
    assert any(
        "‘school’ mag niet" in line for line in fouten(text.replace("met u praten", "over school praten"))
    )
    assert any(
        "afdeling en functie verraden" in line
        for line in fouten(text.replace("{{ telefoon }}", "{{ functie }}"))
    )
    assert verraadt("Ik kwam voor uw dochter") == "dochter"
    assert verraadt("Mevrouw Kindermans") == ""


def test_a_folder_with_trouble_tells_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOED, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.toml").write_text(GOED, "utf-8")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    found = controleer(tmp_path)
    assert any(line.startswith("huisstijl.toml: het bestand ontbreekt") for line in found)
    assert any("sub/b.toml: id ‘proef’ is ook die van a.toml" in line for line in found)
    assert any("c.toml: dit is geen leesbaar formulier" in line for line in found)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FormulierProblem, match="bestaat niet"):
        controleer(tmp_path / "weg")
