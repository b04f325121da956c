"""A hearing alone on paper, to read back and to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.verhoorverslag import VerhoorStuk, maak_op, maak_pdf
from tests.documents.pv_voorbeelden import HUISSTIJL, VERHOOR_FORMULIER, tijd, verbalisant, verhoor_van_ouder

Words = Callable[[bytes], str]


@pytest.fixture
def stuk() -> VerhoorStuk:
    return VerhoorStuk(
        verhoor=verhoor_van_ouder(),
        verdachte="Maarten Łucjan van Wijngaarden",
        feit="niet zorgen dat de kinderen naar school gingen",
        verbalisant=verbalisant(),
        huisstijl=HUISSTIJL,
        moment=tijd(13, 10, 0),
        formulier=VERHOOR_FORMULIER,
        kenmerk="LP-2026-0417",
        definitief=True,
    )


def test_it_carries_officer_rights_statement_and_room_to_sign(stuk: VerhoorStuk, words: Words) -> None:
    paper = maak_op(stuk)
    assert shortcomings(paper.data) == ()
    assert paper.pages <= 2
    read = words(paper.data)
    for part in (
        "Aktenummer 7654321",
        "Standplaats Demostad",
        "geboren 1 februari 1984",
        "niet tot antwoorden verplicht",
        "A: Wij waren bij mijn zus",
        "Handtekening van Maarten Łucjan van Wijngaarden",
        "Handtekening van de tolk, A. Öztürk",
        "Handtekening van M. de Groot",
    ):
        assert part in read


def test_what_blocks_keeps_it_a_concept(stuk: VerhoorStuk, words: Words) -> None:
    """R16."""
    late = replace(stuk, verhoor=replace(stuk.verhoor, cautie_om=tijd(13, 9, 40)))
    with pytest.raises(PapierProblem, match="De cautie staat na de eerste zin"):
        maak_op(late)
    bare = replace(late.verbalisant, aktenummer="", standplaats="")
    read = words(maak_pdf(replace(late, definitief=False, verbalisant=bare)))
    assert "CONCEPT verslag van het verhoor" in read
    assert "[nog invullen: aktenummer]" in read


def test_it_is_printed_before_it_is_signed(stuk: VerhoorStuk, words: Words) -> None:
    unsigned = replace(stuk, verhoor=replace(stuk.verhoor, ondertekend=None))
    to_sign = words(maak_pdf(unsigned))
    assert "heeft die ondertekend" not in to_sign
    assert "nog invullen" not in to_sign
    draft = words(maak_pdf(replace(unsigned, definitief=False)))
    assert "[nog invullen: of de verdachte ondertekent]" in draft


def test_care_for_somebody_vulnerable_is_told(stuk: VerhoorStuk, words: Words) -> None:
    zin = "Ik hield er rekening mee dat de verdachte kwetsbaar is."
    assert zin not in words(maak_pdf(stuk))
    assert zin in words(maak_pdf(replace(stuk, verhoor=replace(stuk.verhoor, kwetsbaar=True))))


def test_without_an_interpreter_two_people_sign(stuk: VerhoorStuk, words: Words) -> None:
    dutch = replace(stuk, verhoor=replace(stuk.verhoor, verstaat_nederlands=True, tolk=None))
    assert "de tolk" not in words(maak_pdf(dutch)).split("Ondertekening")[1]


def test_a_hearing_over_midnight_names_both_days(stuk: VerhoorStuk, words: Words) -> None:
    begin, eind = tijd(12, 23, 50), tijd(13, 0, 30)
    nacht = replace(stuk.verhoor, begin=begin, eind=eind)
    read = words(maak_pdf(replace(stuk, verhoor=nacht, definitief=False)))
    assert " om 23:50 uur tot vrijdag 13 november 2026 om 00:30 uur" in read
