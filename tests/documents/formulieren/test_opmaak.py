"""Filled forms as letters, reports and cards."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.bureau.voorbeeld import JONGERE, voorbeelden, voorbeeldopdracht
from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl, logo
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem

Words = Callable[[bytes], str]
FORMULIEREN = {
    formulier.id: formulier
    for formulier in (lees(name, data) for name, data in formulierbestanden(meegeleverde_formulieren()))
    if not formulier.vorm.voor_de_rechter
}
HUISSTIJL = lees_huisstijl(meegeleverde_formulieren())
BRIEVEN_MET_BSN = {"melding_svb", "intrekking_svb", "overdracht", "terugmelding_brp"}


def opdracht(id_: str, *, definitief: bool = True) -> Opdracht:
    return voorbeeldopdracht(FORMULIEREN[id_], HUISSTIJL, definitief=definitief)


def met(een: Opdracht, **waarden: Any) -> Opdracht:
    return replace(een, waarden={**een.waarden, **waarden})


@pytest.mark.parametrize("formulier", FORMULIEREN.values(), ids=FORMULIEREN.keys())
def test_every_form_conforms_on_one_or_two_pages(formulier: Formulier, words: Words) -> None:
    for definitief in (True, False):
        paper = maak(opdracht(formulier.id, definitief=definitief))
        assert shortcomings(paper.data) == ()
        assert paper.warnings == ()
        assert paper.pages <= 2
        read = words(paper.data)
        assert ("CONCEPT" in read) is not definitief
        assert "nog invullen" not in read
        assert ("123456782" in read) is (formulier.id in BRIEVEN_MET_BSN)


def test_only_a_besluit_has_an_objection_clause(words: Words) -> None:
    for id_ in FORMULIEREN:
        assert ("bezwaar maken" in words(maak(opdracht(id_)).data)) is id_.startswith("beschikking_")


@pytest.mark.parametrize(
    ("id_", "wie"),
    [
        ("beschikking_verlof", "de leerplichtambtenaar"),
        ("beschikking_3a", "het college van burgemeester en wethouders"),
        ("beschikking_3b", "het college van burgemeester en wethouders"),
        ("beschikking_artikel_15", "het college van burgemeester en wethouders"),
    ],
)
def test_objection_goes_to_who_decided(words: Words, id_: str, wie: str) -> None:
    """R20, Awb 6:4 and 10:10: the college decides on 3a, 3b and 15, and is named under the letter."""
    read = words(maak(opdracht(id_)).data)
    assert f"Stuur uw brief aan {wie}," in read
    assert "uiterlijk op 5 januari 2027" in read
    assert (f"Namens {wie}," in read) is ("college" in wie)


def test_the_answer_to_halt_stands_below_the_signature(words: Words) -> None:
    read = words(maak(opdracht("halt_verwijzing")).data)
    assert read.index("Met vriendelijke groet") < read.index("Antwoord: ik doe mee")
    assert read.index("Antwoord: ik doe mee") < read.index("Handtekening ouder")


def test_the_answer_to_halt_says_whose_it_is_on_its_own_page() -> None:
    """It comes back alone: a name and a date of birth stand on the very page that is signed."""
    paper = maak(opdracht("halt_verwijzing"))
    document = pdfium.PdfDocument(paper.data)
    texts = (document[number].get_textpage().get_text_range() for number in range(len(document)))
    pages = [" ".join(text.split()) for text in texts]
    document.close()
    (answer,) = (page for page in pages if "Ik wil meedoen met Halt" in page)
    for words in (
        "Daniël op den Kamp",
        "3 mei 2012",
        "24 november 2026, kenmerk LP-2026-0417",
        "M. de Groot",
    ):
        assert words in answer


def test_the_example_to_a_minor_speaks_to_the_minor(words: Words) -> None:
    read = " ".join(words(dict(voorbeelden(meegeleverde_formulieren()))["waarschuwing-jongere.pdf"]).split())
    assert "Je was op 2, 3, 9 en 10 november 2026 niet op school." in read
    assert "artikel 2, derde lid" in read
    assert "Zij belt u" not in read


@pytest.mark.parametrize("email", ["", "leerplicht@demostad.example", "m.degroot@demostad.example"])
def test_a_card_gives_only_an_address_that_tells_nothing(words: Words, email: str) -> None:
    """The card can be made whatever the address of the officer is; a passer-by learns nothing from it."""
    order = opdracht("niet_thuiskaart")
    sender = replace(order.afzender, email=email)
    read = words(maak(replace(order, afzender=sender, huisstijl=replace(HUISSTIJL, email=""))).data)
    assert ("Lukt bellen niet?" in read) is email.startswith("m.")
    assert "leerplicht" not in read


def test_a_list_that_is_still_empty_says_so(words: Words) -> None:
    """Under a heading with nothing below it a reader looks for what is not there."""
    order = opdracht("waarschuwing", definitief=False)
    assert "[nog invullen: Wat we verwachten]" in words(maak(met(order, verwacht=())).data)


def test_without_a_number_to_call_nothing_is_final(words: Words) -> None:
    order = opdracht("waarschuwing")
    order = replace(
        order, afzender=replace(order.afzender, telefoon=""), huisstijl=replace(HUISSTIJL, telefoon="")
    )
    with pytest.raises(FormulierProblem, match="nog niet compleet") as caught:
        maak(order)
    assert caught.value.remedie == "Vul nog in: jouw telefoonnummer."
    assert "bel ons: [nog invullen: jouw telefoonnummer]" in words(
        maak(replace(order, definitief=False)).data
    )


@pytest.mark.parametrize(
    ("verzonden", "uiterlijk"),
    [
        (date(2026, 11, 13), "28 december 2026"),
        (date(2026, 11, 20), "4 januari 2027"),
        (date(2026, 3, 24), "6 mei 2026"),
        (date(2026, 9, 1), "13 oktober 2026"),
    ],
)
def test_the_objection_clause_counts_to_the_right_day(words: Words, verzonden: date, uiterlijk: str) -> None:
    """R20, printed."""
    moment = datetime(verzonden.year, verzonden.month, verzonden.day, 12, tzinfo=UTC)
    read = words(maak(replace(opdracht("beschikking_verlof"), moment=moment)).data)
    assert f"uiterlijk op {uiterlijk}" in read
    assert "Stuur uw brief aan de leerplichtambtenaar" in read


@pytest.mark.parametrize("aan_jongere", [True, False])
def test_the_summons_carries_every_right(words: Words, *, aan_jongere: bool) -> None:
    order = opdracht("oproep_verhoor")
    order = replace(order, aan=JONGERE) if aan_jongere else order
    read = words(maak(order).data)
    who = "Je" if aan_jongere else "U"
    for part in (
        f"{who} wordt verdacht van: ",
        "Dit staat in artikel 2, eerste lid",
        "Je hoeft niet te antwoorden." if aan_jongere else "niet tot antwoorden verplicht",
        "recht op een advocaat",
        "komt er een tolk",
        "naar de officier van justitie",
        "domein III Onderwijs. Aktenummer 7654321, standplaats Demostad.",
    ):
        assert part in read
    assert ("Je mag iemand meenemen." in read) is aan_jongere


def test_a_child_under_sixteen_needs_a_parent_for_halt(words: Words) -> None:
    order = opdracht("halt_verwijzing")
    parent = "Handtekening ouder of verzorger"
    assert parent in words(maak(order).data)
    assert parent not in words(maak(met(order, jonger_dan_16=False)).data)


def test_an_invitation_never_speaks_of_suspicion(words: Words) -> None:
    read = words(maak(opdracht("uitnodiging_gesprek")).data).casefold()
    for word in ("verdach", "verhoor", "straf", "proces-verbaal", "boete"):
        assert word not in read


def test_a_letter_never_names_an_amount(words: Words) -> None:
    for id_ in ("oproep_verhoor", "kennisgeving_proces_verbaal", "waarschuwing"):
        assert "€" not in words(maak(opdracht(id_)).data)


def test_the_card_tells_a_passer_by_nothing(words: Words) -> None:
    read = words(maak(opdracht("niet_thuiskaart")).data).casefold()
    for word in ("leerplicht", "school", "kind", "jongere", "verzuim", "daniël"):
        assert word not in read
    assert "woensdag 25 november 2026" in read
    with pytest.raises(FormulierProblem, match="Anderen kunnen dat lezen"):
        maak(met(opdracht("niet_thuiskaart"), kaartnummer="school 3"))


def test_what_is_secret_stays_out_of_the_letter() -> None:
    """R24: neither the address nor a clue, whatever the spelling."""
    order = replace(opdracht("waarschuwing"), verborgen=("Geheimweg 7", "Verborgenstad"))
    maak(order)
    for text in ("Vader woont op de geheimweg 7.", "Hij ging naar VERBORGENSTAD."):
        with pytest.raises(FormulierProblem, match="geheim") as caught:
            maak(met(order, feiten=text))
        assert "eheimweg" not in f"{caught.value} {caught.value.bijzonderheden}"


@pytest.mark.parametrize("getal", ["123456782", "1234.56.782", "123 456 782", "1234-56-782"])
def test_a_number_that_may_be_a_bsn_is_warned_about(getal: str) -> None:
    """R23 in free text: told in the concept, refused in the final letter."""
    order = met(opdracht("waarschuwing"), feiten=f"Nummer {getal}.")
    concept = maak(replace(order, definitief=False))
    assert concept.warnings[0].startswith("In de tekst staat een getal")
    with pytest.raises(FormulierProblem, match="BSN") as caught:
        maak(order)
    assert getal not in f"{caught.value} {caught.value.bijzonderheden}"


@pytest.mark.parametrize("getal", ["0612345678", "06 1234 5678", "070-123 45 67", "123456789", "21-11-2026"])
def test_another_number_is_left_alone(getal: str) -> None:
    assert maak(met(opdracht("waarschuwing"), feiten=f"Bel {getal}.")).warnings == ()


def test_a_short_town_is_no_part_of_a_word() -> None:
    """R24: whoever lives secretly in Ede must not stop the word "goede"."""
    order = replace(opdracht("waarschuwing"), verborgen=("Ede", "Kerkstraat"))
    maak(met(order, feiten="Het ging de goede kant op."))
    for text in ("Vader woont in ede.", "Kerk straat? Nee: kerkstraat 3"):
        with pytest.raises(FormulierProblem, match="geheim"):
            maak(met(order, feiten=text))


def test_the_own_town_is_no_secret() -> None:
    """R24: a letter of Demostad names Demostad at its head, whoever lives there; the text may not."""
    order = replace(opdracht("beschikking_verlof"), verborgen=("DEMOSTAD", "Lyceum De Wissel"))
    maak(order)
    maak(replace(opdracht("bericht_school"), verborgen=("Demostad",)))
    with pytest.raises(FormulierProblem, match="geheim"):
        maak(met(order, afweging="Vader woont in Demostad."))


def test_an_incomplete_letter_is_a_concept_only(words: Words) -> None:
    order = met(opdracht("waarschuwing"), feiten="", verwacht=())
    with pytest.raises(FormulierProblem, match="nog niet compleet") as caught:
        maak(order)
    assert caught.value.remedie == "Vul nog in: Wat er gebeurde, met data, Wat we verwachten."
    read = words(maak(replace(order, definitief=False)).data)
    assert "[nog invullen: Wat er gebeurde, met data]" in read


def test_a_missing_table_shows_in_the_concept(words: Words) -> None:
    order = replace(met(opdracht("zorgmelding"), feiten=()), definitief=False)
    assert "[nog invullen: Feiten]" in words(maak(order).data)


@pytest.mark.parametrize(
    ("id_", "veld", "waarde"),
    [
        ("uitnodiging_gesprek", "gesprek_op", "morgen"),
        ("uitnodiging_gesprek", "jongere", 3),
        ("waarschuwing", "verwacht", "tekst"),
        ("reactie_vrijstelling", "voldoet", "ja"),
        ("reactie_vrijstelling", "ontvangen_op", datetime(2026, 1, 1, tzinfo=UTC)),
        ("melding_svb", "bsn", "123456789"),
        ("zorgmelding", "feiten", (("een", "cel te weinig"),)),
    ],
)
def test_a_value_of_another_kind_is_refused(id_: str, veld: str, waarde: object) -> None:
    with pytest.raises(FormulierProblem, match="past niet"):
        maak(met(opdracht(id_), **{veld: waarde}))


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(FormulierProblem, match="kent een ingevuld veld niet"):
        maak(met(opdracht("waarschuwing"), onbekend="x"))


@pytest.mark.parametrize(
    "text", ["<b", "<img src='/etc/hostname'/>", "a & b", "**x**", "{{ jongere }}", "y" * 300]
)
def test_hostile_values_print_as_themselves(words: Words, text: str) -> None:
    paper = maak(met(opdracht("waarschuwing"), jongere=text, hulp=text, verwacht=(text,)))
    read = words(paper.data).replace(" ", "")
    assert read.count(text.replace(" ", "")) >= 3


def test_a_logo_stands_on_the_letter_with_its_words() -> None:
    target = io.BytesIO()
    Image.new("RGB", (300, 80), "#17496B").save(target, "PNG")
    style = replace(HUISSTIJL, logo=logo(target.getvalue()), logo_tekst="Logo van Demostad")
    paper = maak(replace(opdracht("waarschuwing"), huisstijl=style))
    assert shortcomings(paper.data) == ()
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        first = document.Root.StructTreeRoot.K[0].K[0]
        assert (str(first.S), str(first.Alt)) == ("/Figure", "Logo van Demostad")


def test_the_fingerprint_follows_form_and_values() -> None:
    order = opdracht("waarschuwing")
    assert maak(order).content_hash == maak(order).content_hash
    assert maak(order).content_hash != maak(met(order, hulp="Andere hulp.")).content_hash
    other = replace(order, formulier=replace(order.formulier, hash="0" * 64))
    assert maak(order).content_hash != maak(other).content_hash


def test_examples_come_in_concept_final_and_for_a_minor() -> None:
    names = [name for name, _ in voorbeelden(meegeleverde_formulieren())]
    forms = [Path(name).stem for name, _ in formulierbestanden(meegeleverde_formulieren())]
    minors = ("kennisgeving_proces_verbaal", "oproep_verhoor", "uitnodiging_gesprek", "waarschuwing")
    expected = [f"{form}{kind}.pdf" for form in forms for kind in ("", "-concept")]
    assert sorted(names) == sorted(expected + [f"{form}-jongere.pdf" for form in minors])


def test_parents_hear_of_a_report_and_of_a_hearing(words: Words) -> None:
    """What the letter to the SVB promises, and Sv 488ab: no BSN, the rights of the child, who sends it."""
    melding = words(maak(opdracht("bericht_ouders")).data)
    assert "een melding gedaan bij de Sociale Verzekeringsbank (SVB)" in melding
    assert "123456782" not in melding
    verhoor = words(maak(opdracht("bericht_ouders_verhoor")).data)
    for part in ("hoeft niet te antwoorden", "met een advocaat praten", "mag bij het verhoor zijn", "tolk"):
        assert part in verhoor
    assert "Aktenummer 7654321, standplaats Demostad." in verhoor
