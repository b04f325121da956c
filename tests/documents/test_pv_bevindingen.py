"""The chronology on paper: one story by time, words between marks only when they were said, every source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.blocks import Block, Grid, Heading, Labelled, Paragraph, Together, joined
from leerplicht_desktop.documents.pv_bevindingen import bevinding_blokken, bronnenlijst_blokken
from leerplicht_desktop.domain.handhaving.pvzin import (
    Afscherming,
    Bevinding,
    Bron,
    Bronsoort,
    Deel,
    Grond,
    Spreker,
    Verteld,
    Zinsoort,
)
from leerplicht_desktop.domain.handhaving.zinbewerking import alles_enkel, zonder
from tests.documents.pv_voorbeelden import absoluut, luxe, tijd

_NIETS = Verteld()
_VAST = datetime(2026, 11, 3, 12, 30, tzinfo=timezone(timedelta(hours=1)))
_BRON = Bron(Bronsoort.BEZOEK, "bezoek van 3 november 2026", "b-1", "s-1", "ab" * 32, _VAST)


def _read(blocks: Iterable[Block]) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _read(block.blocks)
        elif isinstance(block, Grid):
            yield from (tuple(joined(cell) for cell in row) for row in block.rows)
        elif isinstance(block, Labelled):
            yield block.label, joined(block.text)
        elif isinstance(block, Heading):
            yield (block.text,)
        elif isinstance(block, Paragraph):
            yield (joined(block.text),)


def _zin(soort: Zinsoort, woorden: str, plek: str = "s-1", uur: int = 10) -> Bevinding:
    return Bevinding(soort, tijd(3, uur, 5), replace(_BRON, plek=plek), woorden)


def _gezegd(woorden: str, *, verdachte: bool = False, verteld: Verteld = _NIETS) -> Bevinding:
    wie = Spreker("Karin Post", "buur", verdachte=verdachte)
    return replace(_zin(Zinsoort.GEZEGD, woorden), spreker=wie, verteld=verteld)


def _papier(*zinnen: Bevinding) -> list[tuple[str, ...]]:
    return list(_read(bevinding_blokken(alles_enkel(replace(luxe(), bevindingen=zinnen)))))


def test_one_story_by_time_however_the_sentences_came_in() -> None:
    zinnen = [
        _zin(Zinsoort.WAARNEMING, "Zij sliep.", "a", 9),
        _zin(Zinsoort.STUK, "Er kwam een brief.", "b", 11),
        _gezegd("Al laat."),
        replace(_zin(Zinsoort.STUK, "Die dag meldde de school.", "d", 0), alleen_dag=True),
    ]
    eerste = _papier(*zinnen)
    assert [line[1] for line in eerste if line[0] not in ("", "Verder")] == [
        "Die dag meldde de school.",
        "Zij sliep.",
        "Karin Post, buur, zei tegen mij: “Al laat.”",
        "Er kwam een brief.",
    ]
    assert eerste[0][0] == "03-11-2026"
    for order in permutations(zinnen):
        assert _papier(*order) == eerste
    assert list(_read(bevinding_blokken(absoluut()))) == [("[nog invullen: de bevindingen]",)]


def test_any_zone_prints_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    nu = _gezegd("Ja.")
    for hours in (-8, 0, 5):
        elders = replace(nu, moment=nu.moment.astimezone(timezone(timedelta(hours=hours))))
        assert _papier(elders) == _papier(nu)


@pytest.mark.parametrize(
    ("verteld", "kop", "woorden"),
    [
        (Verteld(), "Wat de verdachte zei vóór hij verdachte was", "toen er nog geen verdenking was: “Ja.”"),
        (
            Verteld(ongevraagd=True),
            "Wat de verdachte uit zichzelf zei",
            "uit zichzelf, zonder vraag van mij: “Ja.”",
        ),
        (
            Verteld(cautie=tijd(3, 9, 58)),
            "Wat de verdachte zei nadat ik de cautie gaf, vóór ik de andere rechten noemde",
            "nadat ik om 09:58 uur de cautie had gegeven: “Ja.” Op dat moment was het feit en",
        ),
        (
            Verteld(tijd(3, 9, 58), tijd(3, 9, 57), tijd(3, 9, 59)),
            "Wat de verdachte verklaarde na de cautie",
            "nadat ik om 09:58 uur de cautie had gegeven: “Ja.”",
        ),
    ],
)
def test_words_of_the_suspect_stand_under_what_he_had_been_told(
    verteld: Verteld, kop: str, woorden: str
) -> None:
    titel, line, _ = _papier(_gezegd("Ja.", verdachte=True, verteld=verteld))
    assert titel == (kop,)
    assert woorden in line[1]
    assert line[1].startswith("De verdachte zei")


def test_without_a_caution_the_paper_says_so() -> None:
    pv = replace(luxe(), bevindingen=(replace(_gezegd("Ja.", verdachte=True), reden="Nodig"),))
    sinds = replace(pv, verdachte=replace(pv.verdachte, verdacht_vanaf=date(2026, 11, 3)))
    titel, line, _ = _read(bevinding_blokken(sinds))
    assert titel == ("Wat de verdachte zei zonder cautie",)
    assert "geen cautie gegeven. Reden van opname: Nodig." in line[1]


def test_what_a_colleague_saw_is_never_told_as_seen() -> None:
    seen = replace(
        _zin(Zinsoort.WAARNEMING, "licht"), aanloop="Ik zag", bron=replace(_BRON, collega="B. Ram")
    )
    assert _papier(seen)[0][1] == "Uit het verslag van collega B. Ram van 3 november 2026 blijkt: licht"
    own = replace(seen, bron=_BRON)
    assert _papier(own)[0][1] == "Ik zag: licht"
    assert _papier(replace(own, brontekst="Ik liep om."))[0][1] == "Ik liep om."


@given(st.text(alphabet='ab "“”„«»‘’niet', min_size=1).filter(lambda text: text.strip()))
def test_typed_marks_never_change_how_many_stand_on_the_paper(woorden: str) -> None:
    """I9: two for what was recorded as said, none for the rest."""
    for soort, aantal in ((Zinsoort.WAARNEMING, 0), (Zinsoort.SAMENVATTING, 0), (Zinsoort.STUK, 0)):
        tekst = " ".join(" ".join(line) for line in _papier(_zin(soort, woorden)))
        assert tekst.count("“") + tekst.count("”") + tekst.count('"') == aantal
    said = " ".join(" ".join(line) for line in _papier(_gezegd(woorden)))
    assert (said.count("“"), said.count("”"), said.count('"'), said.count("„")) == (1, 1, 0, 0)


@given(st.lists(st.sampled_from(["zij", "was", "niet", "thuis", "gisteren"]), min_size=3), st.data())
def test_what_stands_between_marks_is_the_source_or_kept_parts_of_it(
    woorden: list[str], data: st.DataObject
) -> None:
    """I1, on whole words wherever the cut was made."""
    zin = _gezegd(" ".join(woorden))
    begin = data.draw(st.integers(1, len(zin.brontekst) - 2))
    eind = data.draw(st.integers(begin + 1, len(zin.brontekst) - 1))
    kept = zonder(replace(zin, brontekst=f"{zin.brontekst} eind"), Deel(begin, eind))
    kort = replace(zin, brontekst=f"{zin.brontekst} eind", delen=kept)
    gedrukt = _papier(kort)[0][1]
    binnen = gedrukt[gedrukt.index("“") + 1 : gedrukt.index("”")]
    rest = kort.brontekst
    for stuk in (deel.strip() for deel in binnen.split("(…)")):
        assert stuk in rest
        rest = rest[rest.index(stuk) + len(stuk) :]
        assert all(woord in {*woorden, "eind"} for woord in stuk.split())


def test_the_list_of_sources_names_each_place_once_with_its_hash() -> None:
    zin = replace(_gezegd("Ze gaan niet naar de Kade 1."), delen=(Deel(0, 8),))
    masker = replace(zin, delen=(), weergegeven=True, tekst="Ze gaan weg.", afgeschermd=(_KADE,))
    pv = replace(luxe(), bevindingen=(zin,), niet_opgenomen=("Van bezoek zijn 2 zinnen niet opgenomen.",))
    _, row, heel, weg = _read(bronnenlijst_blokken(pv))
    assert row == (
        "1",
        "gezegd",
        "bezoek van 3 november 2026, 10:05 uur",
        "03-11-2026 12:30\ndoor mij",
        "AVG",
        f"{'ab' * 8}\ningekort",
    )
    assert heel == ("Bron 1", "Volledige tekst: “Ze gaan niet naar de Kade 1.”")
    assert weg == ("Van bezoek zijn 2 zinnen niet opgenomen.",)
    _, row, heel = _read(bronnenlijst_blokken(replace(luxe(), bevindingen=(masker,))))
    assert row[-1].endswith("zakelijk weergegeven, afgeschermd")
    assert heel[1] == "Volledige tekst: “Ze gaan niet naar de [adres afgeschermd].”"


_KADE = Afscherming(21, 27, Grond.ADRES)
