"""What holds for any sentence of a proces-verbaal, whatever was typed, masked, cut or in which zone."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.proces_verbaal.bezoekbronnen import bezoekzinnen
from leerplicht_desktop.casework.proces_verbaal.bronnen import met_hash
from leerplicht_desktop.documents.pv_bevindingen import op_volgorde
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Deurbezoek,
    Modus,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.pvzin import (
    Afscherming,
    Bevinding,
    Bron,
    Bronsoort,
    Deel,
    Grond,
    Spreker,
    Stand,
    Verteld,
    Zinsoort,
    stand_van,
    uit_zichzelf_op_papier,
    vraagt_reden,
)
from leerplicht_desktop.domain.handhaving.zinbewerking import bronwoorden, eis_delen, enkel
from leerplicht_desktop.domain.handhaving.zintekst import zintekst
from leerplicht_desktop.domain.privacy.regime import Regime
from tests.documents.pv_voorbeelden import absoluut

_PV = absoluut()
BEGIN = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
VERDACHTE = Persoonskeuze("p-1", Rol.OUDER, "Renée van Wijngaarden")
TEKST = st.text(alphabet='abc niet Ik zag “”„"«»‘’(…)\n', min_size=1, max_size=40).filter(str.strip)
MOMENT = st.integers(0, 24 * 60).map(lambda minuten: BEGIN + timedelta(minutes=minuten))
MENS = st.builds(Spreker, TEKST, TEKST, st.booleans(), st.just(False))
VERTELD = st.builds(Verteld, *(st.none() | MOMENT,) * 3, st.booleans())
AANGEHAALD = re.compile("“([^“”]*)”")


@st.composite
def zinnen(draw: st.DrawFn) -> Bevinding:
    """A sentence of any kind, cut and masked as the acts allow it."""
    tekst = draw(TEKST)
    soort = draw(st.sampled_from(Zinsoort))
    bronsoort = Bronsoort.EIGEN if soort is Zinsoort.EIGEN else draw(st.sampled_from(list(Bronsoort)[:4]))
    record = "" if soort is Zinsoort.EIGEN else draw(st.sampled_from(["r-1", "r-2"]))
    regime = draw(st.sampled_from(Regime))
    bron = Bron(bronsoort, draw(TEKST), record, draw(st.sampled_from(["a", "b", "c"])), regime=regime)
    bron = replace(bron, collega=draw(st.sampled_from(["", "", "M. “Bos”"])))
    zin = Bevinding(
        soort,
        draw(MOMENT),
        bron,
        brontekst=tekst.strip(),
        tekst=draw(TEKST),
        spreker=draw(MENS) if soort is Zinsoort.GEZEGD else None,
        verteld=draw(VERTELD),
        aanloop=draw(st.sampled_from(["", "Ik zag", "Ik hoorde"])),
        weergegeven=soort is Zinsoort.GEZEGD and draw(st.booleans()),
        reden=draw(st.just("") | TEKST),
    )
    grenzen = sorted(draw(st.lists(st.integers(0, len(zin.brontekst)), max_size=4)))
    delen = tuple(Deel(*paar) for paar in zip(grenzen[::2], grenzen[1::2], strict=False))
    with suppress(DomainError):  # nothing would be left of it: it stays whole
        zin = replace(zin, delen=eis_delen(zin, delen))
    plekken = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(Grond))
    maskers = draw(st.lists(plekken, max_size=2))
    afgeschermd = tuple(Afscherming(min(van, tot), max(van, tot), grond) for van, tot, grond in maskers)
    return replace(zin, afgeschermd=afgeschermd)


def _stand(zin: Bevinding) -> Stand | None:
    return stand_van(zin, date(2026, 11, 20))


def _gedrukt(zin: Bevinding) -> str:
    op_papier = zintekst(zin, _stand(zin), 1)
    return f"{op_papier.wanneer} {op_papier.tekst} {op_papier.bron}"


@given(zinnen())
def test_only_recorded_words_stand_between_quotation_marks(zin: Bevinding) -> None:
    """I1: the words of the place, or its kept parts with (…), masked; and of nothing else a mark."""
    aangehaald = AANGEHAALD.findall(_gedrukt(zin))
    gezegd = zin.soort is Zinsoort.GEZEGD and not zin.weergegeven
    assert aangehaald == ([enkel(bronwoorden(zin).strip())] if gezegd else [])


@given(zinnen())
def test_typed_marks_never_add_one(zin: Bevinding) -> None:
    """I9: the same sentence without any typed mark has as many."""

    def kaal(tekst: str) -> str:
        return re.sub('[“”„"«»]', "x", tekst)

    anders = replace(
        zin,
        brontekst=kaal(zin.brontekst),
        tekst=kaal(zin.tekst),
        reden=kaal(zin.reden),
        bron=replace(zin.bron, verwijzing=kaal(zin.bron.verwijzing), collega=kaal(zin.bron.collega)),
        spreker=replace(zin.spreker, naam=kaal(zin.spreker.naam)) if zin.spreker else None,
    )
    assert len(re.findall('[“”„«»"]', _gedrukt(zin))) == len(re.findall('[“”„«»"]', _gedrukt(anders)))


@given(zinnen(), st.sampled_from([UTC, timezone(timedelta(hours=-11)), ZoneInfo("Asia/Tokyo")]))
def test_a_laptop_in_any_zone_prints_the_same(zin: Bevinding, zone: timezone) -> None:
    """I7: the paper and the hash of the place."""
    verteld = zin.verteld
    elders = replace(
        zin,
        moment=zin.moment.astimezone(zone),
        verteld=replace(verteld, cautie=verteld.cautie.astimezone(zone) if verteld.cautie else None),
    )
    assert _gedrukt(elders) == _gedrukt(zin)
    assert met_hash(elders).bron.hash_plek == met_hash(zin).bron.hash_plek


@given(st.lists(zinnen(), max_size=6), st.randoms())
def test_the_order_of_adding_does_not_change_the_paper(lijst: list[Bevinding], kans: object) -> None:
    """I8: the printed sentences stand by moment."""
    gehusseld = list(lijst)
    kans.shuffle(gehusseld)  # type: ignore[attr-defined]

    def regels(zinnen: list[Bevinding]) -> list[str]:
        return [_gedrukt(zin) for zin in op_volgorde(replace(_PV, bevindingen=tuple(zinnen)))]

    een, ander = regels(lijst), regels(gehusseld)
    assert sorted(een) == sorted(ander)
    dagen = [zin.dag for zin in op_volgorde(replace(_PV, bevindingen=tuple(gehusseld)))]
    assert dagen == sorted(dagen)
    if len({(zin.moment, zin.bron.sleutel, zin.tekst, zin.alleen_dag) for zin in lijst}) == len(lijst):
        assert een == ander


@given(zinnen())
def test_what_was_recorded_for_help_enters_by_choice_with_a_reason(zin: Bevinding) -> None:
    """I4: also the words of a suspect without all his rights."""
    avg = zin.bron.regime is Regime.AVG and zin.bron.soort is not Bronsoort.MELDING
    stand = _stand(zin)
    zonder_rechten = stand in (Stand.ZONDER_CAUTIE, Stand.VOOR_VERDENKING, Stand.CAUTIE_ZONDER_RECHTSBIJSTAND)
    if zin.soort is not Zinsoort.EIGEN and (
        avg or (zonder_rechten and zin.bron.soort is not Bronsoort.MELDING)
    ):
        assert not uit_zichzelf_op_papier(zin, stand)
        assert vraagt_reden(zin, stand)


@given(zinnen())
def test_a_colleague_never_makes_the_verbalisant_see_or_hear(zin: Bevinding) -> None:
    van_collega = replace(zin, bron=replace(zin.bron, collega="M. Bos"), brontekst=f"Ik zag {zin.brontekst}")
    if zin.soort is Zinsoort.WAARNEMING:
        zonder = replace(van_collega, delen=(), afgeschermd=())
        tekst = zintekst(zonder, None, 1).tekst
        assert tekst.startswith("Uit het verslag van collega M. Bos van ")
        assert not re.search(r"\b(ik (zag|hoorde)|(zag|hoorde) ik)\b", tekst, re.IGNORECASE)


@st.composite
def bezoeken(draw: st.DrawFn) -> Deurbezoek:
    """A visit that was vastgelegd, with ticks and remarks in any order."""
    vinkjes = draw(st.lists(st.builds(Vinkje, st.sampled_from(SoortVinkje), MOMENT), max_size=8))
    namen = st.sampled_from(["", "buren", "ik zelf", "Moeder, Renée van Wijngaarden", "Meester “Jan”"])
    opmerkingen = draw(
        st.lists(st.tuples(st.sampled_from(SoortSegment), MOMENT, TEKST, namen, st.booleans()), max_size=6)
    )
    return Deurbezoek(
        "b-1",
        ("d-1",),
        "Laan 1",
        BEGIN,
        modus=draw(st.sampled_from(Modus)),
        vinkjes=tuple({vinkje.soort: vinkje for vinkje in vinkjes}.values()),
        segmenten=tuple(Segment(f"s-{nr}", *delen) for nr, delen in enumerate(opmerkingen)),
        vastgelegd_op=BEGIN + timedelta(days=2),
    )


@given(bezoeken(), st.sampled_from(["", "M. Bos"]))
def test_the_kind_follows_from_the_place_and_a_caution_stands_once(bezoek: Deurbezoek, collega: str) -> None:
    """I2, I3 and I6."""
    gevonden = list(bezoekzinnen(bezoek, (), VERDACHTE, collega))
    soorten = {segment.id: segment.soort for segment in bezoek.segmenten}
    for zin in gevonden:
        if zin.bron.plek in soorten:
            gezegd = soorten[zin.bron.plek] is SoortSegment.GEZEGD
            assert zin.soort is (Zinsoort.GEZEGD if gezegd else Zinsoort.WAARNEMING)
        assert zin.bron.vastgelegd_op is not None
        assert zin.moment <= zin.bron.vastgelegd_op
    cauties = [zin for zin in gevonden if "de cautie" in zin.brontekst and zin.soort is Zinsoort.RECHTEN]
    assert len(cauties) == len([vinkje for vinkje in bezoek.vinkjes if vinkje.soort is SoortVinkje.CAUTIE])
    assert len({zin.bron.sleutel for zin in gevonden}) == len(gevonden)
    for zin in cauties:
        assert uit_zichzelf_op_papier(zin, None)
