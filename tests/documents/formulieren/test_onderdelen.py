"""A municipality may move, head and surround the parts of a proces-verbaal, and lose none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.formulieren.formulier import Vorm
from leerplicht_desktop.documents.formulieren.formuliercontrole import beoordeel
from leerplicht_desktop.documents.formulieren.keuren import controleer, lees
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.onderdelen import ONDERDELEN
from leerplicht_desktop.documents.formulieren.rechterstuk import rechterformulier
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.documents.proces_verbaal import maak_op, maak_pdf
from leerplicht_desktop.domain.handhaving.proces_verbaal import Schooldeel
from tests.documents.pv_voorbeelden import absoluut, jongere_zelf, luxe, stuk

Words = Callable[[bytes], str]
BRON = (meegeleverde_formulieren() / "processen_verbaal" / "proces_verbaal.toml").read_text("utf-8")
VERHOOR = (meegeleverde_formulieren() / "processen_verbaal" / "verhoor.toml").read_text("utf-8")
SLOT = '[[blok]]\nsoort = "onderdeel"\nnaam = "sluiting"\n'
WETENSCHAP = '[[blok]]\nsoort = "onderdeel"\nnaam = "wetenschap"\n'
EIGEN = '[[blok]]\nsoort = "alinea"\ntekst = "{}"\n'


def fouten(tekst: str) -> str:
    formulier, found = ontleed("pv.toml", tekst.encode())
    return "\n".join(found + (beoordeel("pv.toml", formulier) if formulier else []))


def gedrukt(tekst: str, words: Words, pv: Callable[[], object] = luxe) -> str:
    made = replace(stuk(pv()), formulier=lees("pv.toml", tekst.encode()))  # type: ignore[arg-type]
    data = maak_pdf(made)
    assert shortcomings(data) == ()
    return words(data)


@pytest.mark.parametrize("naam", ONDERDELEN[Vorm.PROCES_VERBAAL])
def test_no_part_can_be_dropped_doubled_or_made_conditional(naam: str) -> None:
    part = f'[[blok]]\nsoort = "onderdeel"\nnaam = "{naam}"\n'
    assert f"het onderdeel ‘{naam}’ ontbreekt. Zet het terug" in fouten(BRON.replace(part, ""))
    assert f"het onderdeel ‘{naam}’ staat er meer dan een keer in" in fouten(BRON.replace(part, part + part))
    assert "mag niet van een voorwaarde afhangen" in fouten(BRON.replace(part, part + 'als = "luxe"\n'))


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (SLOT, SLOT + EIGEN.format("Nog iets."), "‘sluiting’ moet het laatste blok zijn"),
        (SLOT, EIGEN.format("{{ verdachtte }}") + SLOT, "Bedoel je ‘verdachte’?"),
        (SLOT, EIGEN.format("{{ aanhef }}") + SLOT, "het veld ‘aanhef’ bestaat niet"),
        (SLOT, EIGEN.format("<b>x</b>") + SLOT, "opmaakcodes tussen < en > mogen niet"),
        (SLOT, '[[blok]]\nsoort = "handtekening"\ntekst = "Ik"\n' + SLOT, "‘handtekening’ mag hier niet"),
        ('naam = "school"', 'naam = "scholen"', "het onderdeel ‘scholen’ bestaat niet"),
        ('vorm = "proces_verbaal"', 'vorm = "brief"', "een onderdeel staat alleen in een proces-verbaal"),
        ('soort = "proces_verbaal"', 'soort = "waarschuwing"', "hoort soort = ‘proces_verbaal’"),
        (
            '[[blok]]\nsoort = "kop"\ntekst = "Verdachte"\n',
            "",
            "zet boven het onderdeel ‘verdachte’ een kop",
        ),
        ('tekst = "Verhoor"', 'tekst = "Verhoor"\nals = "gehoord"', "een kop die er altijd staat"),
        ('tekst = "Verhoor"', 'tekst = "{% if gehoord %}Verhoor{% endif %}"', "een kop die er altijd staat"),
        ('tekst = "Verhoor"', 'tekst = "{{ none }}…"', "een kop die er altijd staat"),
        (
            "[[blok]]",
            '[velden.x]\ntype = "tekst"\nlabel = "X"\nvoorbeeld = "x"\n[[blok]]',
            "geen eigen velden",
        ),
    ],
)
def test_a_wrong_edit_is_named(oud: str, nieuw: str, verwacht: str) -> None:
    assert fouten(BRON) == ""
    assert verwacht in fouten(BRON.replace(oud, nieuw, 1))


def test_own_words_order_and_headings_come_on_paper(words: Words) -> None:
    edited = BRON.replace('tekst = "Bevindingen"', 'tekst = "Wat er is gebeurd"').replace(
        WETENSCHAP,
        WETENSCHAP + EIGEN.format("**{{ behandelaar }}** was op {{ datum }} te {{ standplaats }}."),
    )
    head, tail = edited.split('[[blok]]\nsoort = "kop"\ntekst = "Persoon en hulp"', 1)
    persoon, rest = tail.split("\n\n", 1)
    moved = f'{head}{rest.split(SLOT)[0]}[[blok]]\nsoort = "kop"\ntekst = "Persoon en hulp"{persoon}\n\n'
    # The closing heading stood last before its part: put the moved part before it.
    slotkop = '[[blok]]\nsoort = "kop"\ntekst = "Sluiting"\n'
    read = gedrukt(moved.replace(slotkop, "") + slotkop + SLOT, words)
    assert "5. Wat er is gebeurd" in read
    assert "M. de Groot was op 24 november 2026 te Demostad." in read
    assert read.index("8. Redenen van wetenschap") < read.index("10. Persoon en hulp")
    assert "11. Sluiting" in read


def test_own_words_can_depend_on_the_case(words: Words) -> None:
    edited = BRON.replace(WETENSCHAP, WETENSCHAP + EIGEN.format("Over vakantie.") + 'als = "luxe"\n')
    assert "Over vakantie." in gedrukt(edited, words)
    assert "Over vakantie." not in gedrukt(edited, words, jongere_zelf)


def test_an_empty_part_takes_its_heading_and_words_along(words: Words) -> None:
    part = '[[blok]]\nsoort = "onderdeel"\nnaam = "school"\n'
    edited = BRON.replace(part, EIGEN.format("Wij vroegen de school.") + part)
    assert "Wij vroegen de school." in gedrukt(edited, words)
    bare = replace(jongere_zelf(), school=Schooldeel(melding="De school meldde."))
    read = gedrukt(edited, words, lambda: bare)
    assert "Wij vroegen de school." not in read
    assert "School\n" not in read
    assert "6. Verhoor" in read  # numbers close up


def test_a_value_never_becomes_markup(words: Words) -> None:
    hard = luxe()
    hard = replace(hard, verdachte=replace(hard.verdachte, naam="**Van** {{ datum }} <b>Łuc</b>"))
    edited = BRON.replace(WETENSCHAP, WETENSCHAP + EIGEN.format("Over {{ verdachte }}."))
    assert "Over **Van** {{ datum }} <b>Łuc</b>." in gedrukt(edited, words, lambda: hard)


def test_what_is_unknown_prints_as_a_remark_in_own_words(words: Words) -> None:
    edited = BRON.replace(
        WETENSCHAP, WETENSCHAP + EIGEN.format("Te {{ plaats }}, nummer {{ kenmerk }}, klaar.")
    )
    made = replace(stuk(absoluut(), definitief=False), formulier=lees("pv.toml", edited.encode()))
    assert "Te [nog invullen: plaats], nummer [nog invullen: nummer]" in words(maak_pdf(made))


def test_the_form_counts_in_the_fingerprint_and_the_metadata(tmp_path: Path) -> None:
    other = lees("pv.toml", (BRON + "\n# een opmerking\n").encode())
    first, second = maak_op(stuk(luxe())), maak_op(replace(stuk(luxe()), formulier=other))
    assert first.content_hash != second.content_hash
    (tmp_path / "pv.pdf").write_bytes(second.data)
    with pikepdf.open(tmp_path / "pv.pdf") as document:
        assert other.hash.encode() in document.Root.Metadata.read_bytes()


def test_a_folder_without_the_form_goes_on_with_ours(tmp_path: Path) -> None:
    assert rechterformulier(Vorm.PROCES_VERBAAL, tmp_path).titel == "Proces-verbaal"
    (tmp_path / "eigen.toml").write_text(BRON.replace('"Proces-verbaal"', '"Proces-verbaal leerplicht"'))
    assert rechterformulier(Vorm.PROCES_VERBAAL, tmp_path).titel == "Proces-verbaal leerplicht"
    assert rechterformulier(Vorm.VERHOOR, tmp_path).titel == "Verslag van het verhoor"
    (tmp_path / "eigen.toml").write_text(BRON.replace(SLOT, ""))
    with pytest.raises(FormulierProblem, match="het onderdeel ‘sluiting’ ontbreekt"):
        rechterformulier(Vorm.PROCES_VERBAAL, tmp_path)


def test_two_forms_for_the_same_paper_are_refused(tmp_path: Path) -> None:
    for name, text in (
        ("een.toml", BRON),
        ("twee.toml", BRON.replace('id = "', 'id = "x')),
        ("v.toml", VERHOOR),
    ):
        (tmp_path / name).write_text(text)
    found = "\n".join(controleer(tmp_path))
    assert "twee.toml: er is al een formulier voor dit stuk: een.toml" in found
    assert "v.toml" not in found
