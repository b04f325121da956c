"""The parts of a proces-verbaal before they are paper: each value under its own label, in the right order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from leerplicht_desktop.documents import pv_delen
from leerplicht_desktop.documents.blocks import (
    Block,
    Facts,
    Grid,
    Heading,
    Labelled,
    Paragraph,
    Together,
    joined,
)
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    BetrokkenJongere,
    Bijlage,
    Persoonsbeeld,
    ProcesVerbaal,
    Schooldeel,
    Verdachte,
    Verzuimregel,
    Voorbehoud,
)
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from tests.documents.pv_voorbeelden import jongere_zelf, luxe


def _read(blocks: Iterable[Block]) -> Iterator[tuple[str, ...]]:
    """What a person reads, line by line: a label with its text, or the cells of a row."""
    for block in blocks:
        if isinstance(block, Together):
            yield from _read(block.blocks)
        elif isinstance(block, Facts):
            yield from ((label, joined(text)) for label, text in block.rows)
        elif isinstance(block, Grid):
            yield from (tuple(joined(cell) for cell in row) for row in block.rows)
        elif isinstance(block, Labelled):
            yield block.label, joined(block.text)
        elif isinstance(block, Heading):
            yield (block.text,)
        elif isinstance(block, Paragraph):
            yield (joined(block.text),)


def _rows(blocks: Iterable[Block]) -> dict[str, str]:
    return {line[0]: line[1] for line in _read(blocks)}


def _labels(pv: ProcesVerbaal) -> list[tuple[str, ...]]:
    return [line for line in _read(pv_delen.bijlage_blokken(pv)) if len(line) == 2]


def test_every_value_of_a_suspect_stands_under_its_own_label() -> None:
    verdachte = Verdachte(
        rol=Rol.VERZORGER,
        naam="Van Oord",
        voornamen="Pieter",
        geboren=Geboortedatum(1980, 2, 3),
        geboorteplaats="Sneek",
        bsn=Bsn("999993653"),
        nationaliteit="Poolse",
        adres="Registerweg 1",
        verblijfadres="Logeerlaan 2",
        telefoon="06 11",
        hoedanigheid="als verzorger",
        gezaghebbers=("A. Eerste", "B. Tweede"),
    )
    rows = _rows(pv_delen.verdachte_blokken(verdachte))
    assert rows == {
        "Naam": "Van Oord",
        "Voornamen": "Pieter",
        "Geboren": "3 februari 1980 te Sneek",
        "BSN": "999993653",
        "Nationaliteit": "Poolse",
        "Adres (BRP)": "Registerweg 1",
        "Verblijft": "Logeerlaan 2",
        "Telefoon": "06 11",
        "Hoedanigheid": "Als verzorger",
        "Gezag": "A. Eerste\nB. Tweede",
    }
    bare = _rows(pv_delen.verdachte_blokken(Verdachte(Rol.VERZORGER)))
    assert bare == {
        "Naam": "[nog invullen: naam]",
        "Voornamen": "[nog invullen: voornamen]",
        "Geboren": "[nog invullen: geboortedatum en -plaats]",
        "Adres (BRP)": "[nog invullen: adres]",
        "Hoedanigheid": Rol.VERZORGER.value,
    }


@pytest.mark.parametrize(
    ("veld", "label"),
    [
        ("naam", "Naam"),
        ("voornamen", "Voornamen"),
        ("geboren", "Geboren"),
        ("geboorteplaats", "Geboren"),
        ("adres", "Adres (BRP)"),
    ],
)
def test_what_the_register_doubts_stands_at_that_value_and_nowhere_else(veld: str, label: str) -> None:
    doubted = replace(jongere_zelf().verdachte, voorbehouden=(Voorbehoud(veld, "in onderzoek"),))
    rows = _rows(pv_delen.verdachte_blokken(doubted))
    assert [name for name, text in rows.items() if "(in onderzoek)" in text] == [label]


def test_every_value_of_a_jongere_stands_under_its_own_label() -> None:
    pv = luxe()
    jongere = BetrokkenJongere(
        "Noor Vos", Geboortedatum(2012, 5, 6), "De Wissel", "98YY00", "2c", "sinds augustus", "naam betwist"
    )
    one = replace(pv, feiten=(replace(pv.feiten[0], jongere=jongere),))
    assert list(_read(pv_delen.jongere_blokken(one))) == [
        ("Naam", "Noor Vos"),
        ("Geboren", "6 mei 2012"),
        ("School", "De Wissel (98YY00)"),
        ("Klas", "2c"),
        ("Ingeschreven", "sinds augustus"),
        ("Voorbehoud", "naam betwist"),
    ]
    (fact, _) = _read(pv_delen.feit_blokken(one))
    assert "dat Noor Vos, geboren 6 mei 2012 (naam betwist), ingeschreven op De Wissel, die" in fact[1]


def test_facts_are_numbered_from_one_and_a_single_one_has_no_number() -> None:
    pv = luxe()
    for many in (2, 3):
        facts = tuple(replace(pv.feiten[0], plaats=f"Plaats {place}") for place in range(many))
        lines = [line for line in _read(pv_delen.feit_blokken(replace(pv, feiten=facts))) if line[0]]
        assert [label for label, _ in lines] == [f"Feit {number + 1}" for number in range(many)]
        assert [f"te Plaats {place}," in text for place, (_, text) in enumerate(lines)] == [True] * many
    single = [label for label, _ in _read(pv_delen.feit_blokken(jongere_zelf())) if label]
    assert single == ["Feit"]
    assert list(_read(pv_delen.feit_blokken(replace(pv, feiten=())))) == [
        ("[nog invullen: het feit, de periode en de grondslag]",)
    ]


def test_one_day_is_told_as_a_day_and_a_missing_place_as_missing() -> None:
    fact = luxe().feiten[0]
    day = date(2026, 11, 3)
    single = replace(fact, grondslag=replace(fact.grondslag, van=day, tot=day), plaats="")
    told = pv_delen.feit_tekst(Rol.OUDER, single)
    assert told.startswith("Op 3 november 2026, te [nog invullen: plaats], heeft de verdachte, als degene")


def test_absence_stands_by_day_and_then_by_jongere_however_it_came_in() -> None:
    first, second = date(2026, 11, 3), date(2026, 11, 4)
    wanted = [
        Verzuimregel(first, "Anna", "lesuur 1", "M-1"),
        Verzuimregel(first, "Bram", "lesuur 2"),
        Verzuimregel(second, "Anna", "lesuur 3", "M-3"),
        Verzuimregel(second, "Bram", "lesuur 4", "M-4"),
    ]
    for order in permutations(wanted):
        told, *rows = _read(pv_delen.verzuim_blokken(replace(luxe(), verzuim=order, school=Schooldeel())))
        assert told == ("De school gaf dit overzicht van het verzuim, 03-11-2026 t/m 04-11-2026.",)
        assert rows == [
            ("03-11-2026", "Anna", "lesuur 1", "M-1"),
            ("03-11-2026", "Bram", "lesuur 2", "geen"),
            ("04-11-2026", "Anna", "lesuur 3", "M-3"),
            ("04-11-2026", "Bram", "lesuur 4", "M-4"),
        ]


def test_what_the_school_and_the_officer_say_stands_under_its_own_label() -> None:
    school = Schooldeel("m", verklaring="v", voorlichting="r", verlof="l", ziekmelding="z")
    pv = replace(luxe(), school=school)
    assert list(_read(pv_delen.school_blokken(pv))) == [
        ("Regels", "r"),
        ("Verlof", "l"),
        ("Ziekmelding", "z"),
        ("Verklaring", "v"),
    ]
    assert list(_read(pv_delen.verzuim_blokken(replace(pv, verzuim=())))) == [("m",)]
    persoon = Persoonsbeeld("o", "h", "w", "a")
    assert list(_read(pv_delen.persoon_blokken(replace(pv, persoon=persoon)))) == [
        ("Omstandigheden", "o"),
        ("Hulp", "h"),
        ("Verwijt", "w"),
        ("Advies", "a"),
    ]
    asked = list(_read(pv_delen.school_blokken(replace(luxe(), school=Schooldeel()))))
    assert asked == [("Regels", "[nog invullen: hoe de school de regels vertelde]")]
    assert list(_read(pv_delen.school_blokken(jongere_zelf()))) == []
    assert Feitsoort.LUXE not in {feit.soort for feit in jongere_zelf().feiten}


@pytest.mark.parametrize(
    ("op", "veroordeling", "eerder", "dat_is"),
    [
        (date(2024, 3, 4), True, "4 maart 2024: veroordeling,", "binnen vijf jaar"),
        (date(2021, 11, 2), True, "2 november 2021: veroordeling,", "binnen vijf jaar"),
        (date(2021, 11, 1), True, "1 november 2021: veroordeling,", "langer geleden dan vijf jaar"),
        (date(2024, 3, 4), False, "4 maart 2024: afgedaan zonder veroordeling,", "binnen vijf jaar"),
    ],
)
def test_an_earlier_outcome_is_told_with_how_long_ago(
    op: date, veroordeling: bool, eerder: str, dat_is: str
) -> None:
    before = Persoonsbeeld(eerdere=(EerdereAfdoening(op, "2 lid 1", veroordeling),))
    ((label, text),) = _read(pv_delen.persoon_blokken(replace(luxe(), persoon=before)))
    assert label == "Eerder"
    assert text == (
        f"{eerder} artikel 2 lid 1 Leerplichtwet 1969\nDat is {dat_is} voor de eerste dag van het feit."
    )
    ((_, alone),) = _read(pv_delen.persoon_blokken(replace(luxe(), persoon=before, feiten=())))
    assert "voor de eerste dag" not in alone


def test_annexes_are_numbered_as_they_lie_with_their_day_and_every_hash() -> None:
    annexes = (
        Bijlage("Zelf gemaakt", date(2026, 11, 5), 3, "ab" * 32, Dagbron.CAMERA, "cd" * 32),
        Bijlage("Aangewezen", date(2026, 11, 4), 2, "ef" * 32, Dagbron.AMBTENAAR),
        Bijlage("Toegevoegd", date(2026, 11, 3), 1, "01" * 32),
    )
    rows = list(_read(pv_delen.bijlage_blokken(replace(luxe(), bijlagen=annexes))))
    assert [(row[0], row[2], row[3]) for row in rows[:3]] == [
        ("1", "05-11-2026", "3"),
        ("2", "04-11-2026", "2"),
        ("3", "03-11-2026", "1"),
    ]
    assert [row[1].replace(" ", "").split("\n") for row in rows[:3]] == [
        [
            "Zelfgemaakt",
            "Datumvolgensdeklokvandecamera",
            f"SHA-256:{'ab' * 32}",
            f"SHA-256vanhetoorspronkelijkebestand:{'cd' * 32}",
        ],
        ["Aangewezen", "Datumvolgensdeverbalisant", f"SHA-256:{'ef' * 32}"],
        ["Toegevoegd", f"SHA-256:{'01' * 32}"],
    ]


def test_the_copy_to_the_raad_is_told_once() -> None:
    said = "afschrift Raad voor de Kinderbescherming"
    pv = luxe()
    without = replace(pv, bijlagen=tuple(one for one in pv.bijlagen if said not in one.titel))
    assert [label for label, text in _labels(without) if said in text] == ["Verder"]
    upper = replace(without, bijlagen=(replace(pv.bijlagen[0], titel=said.upper()),))
    assert [label for label, _ in _labels(upper)] == []


def test_every_hearing_is_told_in_its_order_and_none_with_its_reason() -> None:
    pv = luxe()
    first = pv.verhoren[0]
    second = replace(first, plaats="Elders", begin=first.begin + timedelta(days=1), eind=None)
    lines = [line[0] for line in _read(pv_delen.verhoren_blokken(replace(pv, verhoren=(first, second))))]
    heads = [line for line in lines if line.startswith("Verhoor op")]
    assert ["13 november" in heads[0], "14 november" in heads[1], len(heads)] == [True, True, 2]
    unheard = replace(pv, verhoren=(), niet_gehoord="hij kwam niet")
    assert list(_read(pv_delen.verhoren_blokken(unheard))) == [
        ("De verdachte is niet gehoord. Reden: hij kwam niet.",)
    ]
    silent = replace(unheard, niet_gehoord=" ")
    assert list(_read(pv_delen.verhoren_blokken(silent))) == [("De verdachte is niet gehoord.",)]


def test_only_a_jongere_that_stands_alone_is_the_suspect_himself() -> None:
    himself = ("De verdachte is zelf de jongere.",)
    assert himself in _read(pv_delen.jongere_blokken(jongere_zelf()))
    assert himself not in _read(pv_delen.jongere_blokken(luxe()))
    two = replace(jongere_zelf(), feiten=(*jongere_zelf().feiten, *luxe().feiten))
    assert himself not in _read(pv_delen.jongere_blokken(two))


def test_without_annexes_the_paper_says_so() -> None:
    none = replace(jongere_zelf(), bijlagen=())
    assert list(_read(pv_delen.bijlage_blokken(none))) == [("Er zijn geen bijlagen.",)]
