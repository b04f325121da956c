"""The proces-verbaal on paper."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.proces_verbaal import maak_op, maak_pdf
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal, Verzuimregel
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Begeleiding, Bijstand
from tests.bench.documenten import acht_bladen
from tests.documents.pv_voorbeelden import absoluut, jongere_zelf, luxe, stuk, tijd

Words = Callable[[bytes], str]


@pytest.mark.parametrize("pv", [luxe(), jongere_zelf()])
def test_a_sealed_one_conforms_and_has_its_number_everywhere(
    pv: ProcesVerbaal, page_words: Callable[[bytes], list[str]]
) -> None:
    paper = maak_op(stuk(pv))
    assert shortcomings(paper.data) == ()
    assert paper.warnings == ()
    for page in page_words(paper.data):
        assert pv.nummer in page
        assert "CONCEPT" not in page
        assert "nog invullen" not in page


def test_it_names_the_officer_as_the_law_wants(words: Words) -> None:
    """Besluit BOA 27 and Sv 153."""
    read = words(maak_pdf(stuk(luxe())))
    for part in (
        "buitengewoon opsporingsambtenaar, domein III Onderwijs",
        "Aktenummer 7654321",
        "Standplaats Demostad",
        "op ambtsbelofte opgemaakt",
        "gesloten en ondertekend te Demostad op 24 november 2026",
        "Niet ondertekend zolang hierboven geen handtekening staat",
    ):
        assert part in read


def test_each_jongere_has_a_fact_in_words(words: Words) -> None:
    read = words(maak_pdf(stuk(luxe())))
    for name, born in (("Fleur", "12 april 2016"), ("Teun", "3 september 2018")):
        assert (
            "In de periode van 2 november 2026 tot en met 6 november 2026, te Demostad, heeft de "
            "verdachte, als "
            f"degene die het gezag uitoefent, niet ervoor gezorgd dat {name} van Wijngaarden, geboren "
            f"{born}, "
            "ingeschreven op Basisschool De Springplank, die school geregeld bezocht."
        ) in read
    assert read.count("artikel 2 lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969") == 2


def test_observation_hearsay_and_papers_are_one_story_with_their_source(words: Words) -> None:
    read = words(maak_pdf(stuk(luxe())))
    told = read.index("Een bewoner van nummer 14 zei tegen mij: “Ze zijn zaterdag")
    seen = read.index("Ik zag: De brievenbus was vol")
    paper = read.index("Ik ontving van Basisschool De Springplank een melding")
    assert told < seen < paper < read.index("Bronnenlijst")
    assert "Bron 2: bezoek van 2 november 2026, vastgelegd 02-11-2026 om 11:05 uur" in read
    assert "Bron 4: melding 2026-0417 van 9 november 2026" in read


def test_the_hearing_tells_every_right_before_the_statement(words: Words) -> None:
    """R16 and Sv 27c lid 5."""
    read = words(maak_pdf(stuk(luxe())))
    caution = read.index("Om 09:22 uur, voor de eerste vraag over het feit")
    assert caution < read.index("A: Wij waren bij mijn zus")
    for part in (
        "niet tot antwoorden verplicht is (cautie)",
        "recht op een advocaat stond in de oproep van 9 november 2026",
        "“Nee, dat is niet nodig.” Ik heb de gevolgen van die keuze uitgelegd.",
        "daar altijd op terug kan komen",
        "Er was een tolk: A. Öztürk, tolknummer 1234, Turks.",
        "Verbeteringen van de verdachte: het was de zus van zijn vrouw.",
        "bleef bij de verklaring en heeft die ondertekend",
    ):
        assert part in read


def test_a_minor_reads_about_company_parents_and_refusal(words: Words) -> None:
    """R18, and an aanvullend proces-verbaal."""
    read = words(maak_pdf(stuk(jongere_zelf())))
    for part in (
        "Aanvullend proces-verbaal",
        "aanvulling op proces-verbaal LP-0363-2026-00040",
        "De verdachte is zelf de jongere.",
        "koos ervoor een vertrouwenspersoon bij het verhoor te hebben",
        "De ouders zijn op 17 november 2026 ingelicht",
        "sprak voor het verhoor met een advocaat",
        "heeft niet ondertekend. Reden: hij wil eerst met zijn advocaat praten.",
        "heeft de verdachte het onderwijs aan Lyceum De Wissel niet geregeld gevolgd",
    ):
        assert part in read


def test_earlier_outcomes_and_the_copy_to_the_raad_are_told(words: Words) -> None:
    """R21: also when the officer did not add the copy to the annexes himself."""
    bare = luxe()
    read = words(maak_pdf(stuk(replace(bare, bijlagen=bare.bijlagen[:-1]))))
    assert "4 maart 2024: veroordeling, artikel 2 lid 1 Leerplichtwet 1969" in read
    assert "Dat is binnen vijf jaar voor de eerste dag van het feit." in read
    assert "afschrift Raad voor de Kinderbescherming (artikel 22 lid 5" in read
    assert read.count("afschrift Raad voor de Kinderbescherming") == 1
    assert words(maak_pdf(stuk(bare))).count("afschrift Raad voor de Kinderbescherming") == 1
    without = replace(bare, persoon=replace(bare.persoon, eerdere=()), bijlagen=())
    clean = words(maak_pdf(stuk(without)))
    assert "afschrift" not in clean
    assert "Er zijn geen bijlagen." in clean


def test_an_annex_has_its_whole_hash(words: Words) -> None:
    assert "SHA-256: 00000000 " + "00000000 " * 6 + "00000007" in words(maak_pdf(stuk(luxe())))


def test_why_nobody_was_heard_is_told(words: Words) -> None:
    unheard = replace(luxe(), verhoren=(), niet_gehoord="hij verscheen twee keer niet")
    assert "De verdachte is niet gehoord. Reden: hij verscheen twee keer niet." in words(
        maak_pdf(stuk(unheard))
    )


def test_a_period_over_the_school_year_gives_two_grounds(words: Words) -> None:
    """R07, in a draft full of gaps."""
    paper = maak_op(stuk(absoluut(), definitief=False))
    assert shortcomings(paper.data) == ()
    read = words(paper.data)
    assert "artikel 2 lid 1 jo. artikel 26 lid 1" in read
    assert "artikel 4a lid 1 jo. artikel 26 lid 1" in read
    for gap in (
        "aktenummer",
        "standplaats",
        "datum",
        "voornamen",
        "hoe ik dit weet",
        "ambtseed of ambtsbelofte",
    ):
        assert f"[nog invullen: {gap}]" in read
    assert "nog geen nummer (concept)" in read
    assert "CONCEPT proces-verbaal" in read


def test_an_incomplete_one_cannot_be_sealed() -> None:
    """R15."""
    with pytest.raises(PapierProblem, match="nog niet compleet") as caught:
        maak_op(stuk(absoluut()))
    assert "verbalisant.eed: Sv 153 lid 1" in caught.value.bijzonderheden


def test_a_concept_never_shows_a_number_and_a_sealed_one_needs_one(words: Words) -> None:
    """R27."""
    assert luxe().nummer not in words(maak_pdf(stuk(luxe(), definitief=False)))
    with pytest.raises(PapierProblem, match="nog geen nummer"):
        maak_op(stuk(replace(luxe(), nummer="")))


@pytest.mark.parametrize(
    ("cautie", "zin"),
    [
        (tijd(13, 9, 25), "Om 09:25 uur, voor de eerste vraag over het feit, zei ik"),
        (tijd(13, 9, 26), "Om 09:26 uur, voor de eerste zin van de verklaring, zei ik"),
        (tijd(13, 9, 27), "Om 09:27 uur, zei ik"),
    ],
)
def test_the_caution_claims_no_other_order_than_recorded(words: Words, cautie: datetime, zin: str) -> None:
    pv = luxe()
    hearing = replace(pv.verhoren[0], cautie_om=cautie)
    assert zin in words(maak_pdf(stuk(replace(pv, verhoren=(hearing,)), definitief=False)))


def test_gaps_in_a_hearing_show_in_the_draft(words: Words) -> None:
    pv = luxe()
    bare = replace(
        pv.verhoren[0],
        cautie_om=None,
        bijstand=None,
        identiteit="",
        plaats="",
        ondertekend=None,
        feit_medegedeeld_om=None,
        voorgelezen_om=None,
        verstaat_nederlands=True,
        tolk=None,
    )
    read = words(maak_pdf(stuk(replace(pv, verhoren=(bare,)), definitief=False)))
    for gap in ("cautie", "keuze over een advocaat", "hoe de identiteit is vastgesteld", "plaats"):
        assert f"[nog invullen: {gap}]" in read
    assert "De verdachte verstaat en spreekt Nederlands." in read


@pytest.mark.parametrize(
    ("bijstand", "zin"),
    [
        (Bijstand.AANWEZIG, "Een advocaat was bij het verhoor."),
        (Bijstand.AFSTAND, "De verdachte wil geen advocaat en zei: “Nee.”"),
    ],
)
def test_the_choice_about_a_lawyer_is_told(words: Words, bijstand: Bijstand, zin: str) -> None:
    pv = jongere_zelf()
    chosen = replace(
        pv.verhoren[0], bijstand=bijstand, afstand=Afstand("Nee."), begeleiding=Begeleiding.BEIDEN
    )
    assert zin in words(maak_pdf(stuk(replace(pv, verhoren=(chosen,)), definitief=False)))


def test_a_long_one_stays_small_and_signs_with_company(page_words: Callable[[bytes], list[str]]) -> None:
    """Hundred findings and 400 lines of absence; the signature never stands alone."""
    pv = luxe()
    line = pv.verzuim[0]
    long = replace(
        pv,
        bevindingen=tuple(replace(pv.bevindingen[0], tekst=f"Zin {n}. " + "woord " * 40) for n in range(100)),
        verzuim=(*pv.verzuim, *(Verzuimregel(line.dag, line.jongere, f"lesuur {n}") for n in range(390))),
        bijlagen=pv.bijlagen * 4,
    )
    paper = maak_op(stuk(long))
    assert paper.pages > 15
    assert len(paper.data) < 1_000_000
    *_, last, sources = page_words(paper.data)
    assert "Bronnenlijst" in sources
    assert "Sluiting" in last
    assert "Handtekening van M. de Groot" in last


@pytest.mark.parametrize("lines", [None, *range(0, 24, 2)])
def test_no_page_holds_only_the_end_of_the_closing(
    page_words: Callable[[bytes], list[str]], lines: int | None
) -> None:
    """Wherever the page ends, the signature and what is below it stand with the closing sentence."""
    pv = jongere_zelf()
    if lines is not None:
        pv = replace(pv, redenen_van_wetenschap="\n".join(f"Regel {n}." for n in range(lines + 1)))
    *_, last, sources = page_words(maak_pdf(stuk(pv)))
    assert "Bronnenlijst" in sources
    assert "op ambtsbelofte opgemaakt" in last
    assert "Controlegetal van de inhoud" in last


def test_eight_pages_stay_within_the_budget() -> None:
    """Less than a second of processor time with the check, and 400 KB."""
    start = time.process_time()
    paper = maak_op(acht_bladen(1))
    assert time.process_time() - start < 1.0
    assert paper.pages == 8
    assert len(paper.data) < 400 * 1024


def test_where_a_suspect_stays_is_not_his_address_in_the_register(
    page_words: Callable[[bytes], list[str]],
) -> None:
    pv = jongere_zelf()
    verdachte = replace(pv.verdachte, adres="Registerweg 1, 1234 AB Demostad", verblijfadres="Logeerlaan 2")
    text = " ".join(page_words(maak_pdf(stuk(replace(pv, verdachte=verdachte)))))
    assert "Adres (BRP) Registerweg 1, 1234 AB Demostad" in text
    assert "Verblijft Logeerlaan 2" in text
