"""A sentence of a proces-verbaal says what its record says, and nothing else; wrong papers are not sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import (
    reden_correctie_schrijven,
    segment_schrijven,
    segment_toevoegen,
    segment_wijzigen,
    segment_wissen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.concepten import Conceptzin
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.bijhouden import proces_verbaal_bijhouden
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.proces_verbaal.zinnen import (
    bronnen_bijwerken,
    pv_zin_afschermen,
    pv_zin_herstellen,
    pv_zin_inkorten,
    pv_zin_kiezen,
    pv_zin_moment,
    pv_zin_schrijven,
    pv_zin_toevoegen,
    pv_zin_weergeven,
    pv_zin_weglaten,
)
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.pvzin import Bronstand, Deel, Grond, Stand, Zinsoort
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import SAMEN, begin_pv, bezoek, gesprek, papier, verhoor, vul_pv
from tests.store.world import StilleKlok

MOEDER = "Moeder, Renée van Wijngaarden"
NODIG = "Nodig voor het bewijs van het verzuim"


def _zinnen(kluis: SqlKluis, id_: str) -> tuple[Conceptzin, ...]:
    return kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.zinnen


def _zin(kluis: SqlKluis, id_: str, begin: str) -> Conceptzin:
    return next(zin for zin in _zinnen(kluis, id_) if zin.bevinding.brontekst.startswith(begin))


def _kies(kluis: SqlKluis, id_: str, begin: str, reden: str = NODIG) -> Conceptzin:
    zin = _zin(kluis, id_, begin)
    kluis.doe(lambda work: pv_zin_kiezen(work, id_, zin.id, reden))
    return zin


def _papier(kluis: SqlKluis, klok: StilleKlok, id_: str) -> str:
    document = pypdfium2.PdfDocument(papier(kluis, klok).proces_verbaal(id_).pdf)
    tekst = " ".join(document[nr].get_textpage().get_text_range() for nr in range(len(document)))
    document.close()
    return " ".join(tekst.split())


def _verdacht_vanaf(kluis: SqlKluis, klok: StilleKlok, id_: str) -> None:
    def act(work: Work) -> None:
        pv = work.zaakstukken.concepten.laad_pv(id_).pv
        verdachte = replace(pv.verdachte, verdacht_vanaf=klok.vandaag())
        proces_verbaal_bijhouden(work, id_, replace(pv, verdachte=verdachte))

    kluis.doe(act)


def _blokkades(kluis: SqlKluis, id_: str) -> list[str]:
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    return [punt.bericht for punt in beeld.blokkerend if punt.veld.startswith(("bevindingen", "verdachte"))]


def aan_de_deur(kluis: SqlKluis, klok: StilleKlok, *, rechten: bool = True, ongevraagd: bool = False) -> str:
    """Mother says something, gets the caution (and her rights), and says something again."""

    def zegt(work: Work, id_: str, tekst: str) -> None:
        klok.verder(60)
        segment = segment_toevoegen(work, klok, id_, SoortSegment.GEZEGD, MOEDER)
        segment_wijzigen(work, id_, replace(segment, ongevraagd=ongevraagd))
        segment_schrijven(work, segment.id, tekst)

    def act(work: Work) -> str:
        id_ = deurbezoek_starten(work, klok, SAMEN, "Voorbeeldkade 44").bezoek
        uitkomst_kiezen(work, id_, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
        for soort in (SoortVinkje.LEGITIMATIE, SoortVinkje.DOEL):
            vinkje_zetten(work, id_, soort, klok.nu())
        zegt(work, id_, "Wij waren op vakantie.")
        klok.verder(60)
        vinkje_zetten(work, id_, SoortVinkje.CAUTIE, klok.nu(), "Renée van Wijngaarden (moeder)")
        if rechten:
            vinkje_zetten(work, id_, SoortVinkje.FEIT, klok.nu())
            vinkje_zetten(work, id_, SoortVinkje.RECHTSBIJSTAND, klok.nu())
        zegt(work, id_, "Wij wisten dat het niet mocht.")
        klok.verder(60)
        deurbezoek_vastleggen(work, klok, id_)
        return id_

    return kluis.doe(act)


def test_a_note_is_never_a_quotation(kluis: SqlKluis, klok: StilleKlok) -> None:
    """P1: the minutes of the officer are told in his own voice, whatever marks were typed in them."""
    gesprek(kluis, klok, 'Ik heb vader uitgelegd dat het moet. Hij zei: "ik ga niet" en hing op.')
    id_ = begin_pv(kluis, klok)
    assert _zin(kluis, id_, "Ik heb vader").weggelaten  # help and supervision are chosen, with a reason
    _kies(kluis, id_, "Ik heb vader")
    tekst = _papier(kluis, klok, id_)
    assert "sprak ik telefonisch met Vader. Ik geef dit gesprek zakelijk weer: Ik heb vader" in tekst
    assert "Hij zei: ‘ik ga niet’ en hing op." in tekst
    assert "“" not in tekst


def test_the_words_of_a_source_cannot_be_written_over(kluis: SqlKluis, klok: StilleKlok) -> None:
    """P2: neither what was said nor what was seen."""
    bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    for begin in ("Wij waren", "Koffers"):
        zin = _zin(kluis, id_, begin)

        def schrijf(work: Work, zin: str = zin.id) -> None:
            pv_zin_schrijven(work, id_, zin, "Ik beken.")

        def verzet(work: Work, zin: str = zin.id) -> None:
            pv_zin_moment(work, klok, id_, zin, klok.nu())

        with pytest.raises(DomainError, match="Verbeter het verslag"):
            kluis.doe(schrijf)
        with pytest.raises(DomainError):
            kluis.doe(verzet)
        assert _zin(kluis, id_, begin).bevinding.tekst == ""


def test_a_caution_at_the_door_is_always_printed(kluis: SqlKluis, klok: StilleKlok) -> None:
    """P3: with what was said before and after it under headings of their own, the first only by choice."""
    aan_de_deur(kluis, klok)
    id_ = begin_pv(kluis, klok)
    _verdacht_vanaf(kluis, klok, id_)
    voor, na = _zin(kluis, id_, "Wij waren"), _zin(kluis, id_, "Wij wisten")
    assert (voor.weggelaten, na.weggelaten) == (True, False)
    pv = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv
    assert (pv.stand(voor.bevinding), pv.stand(na.bevinding)) == (Stand.ZONDER_CAUTIE, Stand.NA_CAUTIE)
    tekst = _papier(kluis, klok, id_)
    assert "Wat de verdachte verklaarde na de cautie" in tekst
    assert "cautie had gegeven: “Wij wisten dat het niet mocht.”" in tekst
    assert "Wij waren op vakantie" not in tekst
    assert tekst.count("niet tot antwoorden verplicht te zijn (de cautie)") == 1
    assert "heb ik mij gelegitimeerd" in tekst
    assert "De verdachte is niet gehoord" not in tekst
    assert "De verdachte verklaarde aan de deur op" in tekst
    cautie = next(zin for zin in _zinnen(kluis, id_) if zin.bevinding.bron.plek == "cautie")
    with pytest.raises(DomainError, match="staat altijd"):
        kluis.doe(lambda work: pv_zin_weglaten(work, id_, cautie.id))


@pytest.mark.parametrize(
    ("rechten", "ongevraagd", "stand", "op_papier"),
    [
        (False, False, Stand.CAUTIE_ZONDER_RECHTSBIJSTAND, False),
        (True, False, Stand.NA_CAUTIE, True),
        (False, True, Stand.CAUTIE_ZONDER_RECHTSBIJSTAND, False),
    ],
)
def test_without_all_rights_a_reason_is_asked(
    kluis: SqlKluis, klok: StilleKlok, rechten: bool, ongevraagd: bool, stand: Stand, op_papier: bool
) -> None:
    aan_de_deur(kluis, klok, rechten=rechten, ongevraagd=ongevraagd)
    id_ = begin_pv(kluis, klok)
    _verdacht_vanaf(kluis, klok, id_)
    zin = _zin(kluis, id_, "Wij wisten")
    assert kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv.stand(zin.bevinding) is stand
    assert zin.weggelaten is not op_papier
    if op_papier:
        return
    with pytest.raises(DomainError) as gevraagd:
        kluis.doe(lambda work: pv_zin_kiezen(work, id_, zin.id, "  "))
    assert gevraagd.value.veld == "reden"
    kluis.doe(lambda work: pv_zin_kiezen(work, id_, zin.id, NODIG))
    tekst = _papier(kluis, klok, id_)
    assert "was het feit en het recht op een advocaat nog niet genoemd" in tekst
    assert f"Reden van opname: {NODIG}." in tekst


def test_unasked_words_before_the_caution_stand_apart(kluis: SqlKluis, klok: StilleKlok) -> None:
    aan_de_deur(kluis, klok, ongevraagd=True)
    id_ = begin_pv(kluis, klok)
    _verdacht_vanaf(kluis, klok, id_)
    zin = _kies(kluis, id_, "Wij waren")
    assert kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv.stand(zin.bevinding) is Stand.ONGEVRAAGD
    assert "uit zichzelf, zonder vraag van mij: “Wij waren op vakantie.”" in _papier(kluis, klok, id_)


def test_what_was_recorded_for_help_never_comes_by_itself(kluis: SqlKluis, klok: StilleKlok) -> None:
    """P4: every sentence of supervision and help lies beside the paper until it is chosen with a reason."""
    bezoek(kluis, klok)
    gesprek(kluis, klok, "Moeder slikt medicijnen. Tip: vader drinkt.")
    id_ = begin_pv(kluis, klok)
    for zin in _zinnen(kluis, id_):
        if zin.bevinding.bron.regime is Regime.AVG and zin.bevinding.bron.soort != "melding":
            assert zin.weggelaten, zin.bevinding.brontekst
    assert "medicijnen" not in _papier(kluis, klok, id_)


def _verbeter(kluis: SqlKluis, klok: StilleKlok, oud: str, doe: Callable[[Work, str], None]) -> str:
    def act(work: Work) -> str:
        nieuw = deurbezoek_verbeteren(work, klok, oud)
        doe(work, nieuw)
        reden_correctie_schrijven(work, nieuw, "Ik had het verkeerd opgeschreven")
        klok.verder(60)
        deurbezoek_vastleggen(work, klok, nieuw)
        return nieuw

    return kluis.doe(act)


def test_a_corrected_source_blocks_until_it_is_taken_over(kluis: SqlKluis, klok: StilleKlok) -> None:
    """P5."""
    oud = bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    _kies(kluis, id_, "Koffers")
    vul_pv(kluis, klok, id_)
    klok.verder(60)

    def anders(work: Work, nieuw: str) -> None:
        segment = work.bezoeken.laad(nieuw).segmenten[0]
        segment_schrijven(work, segment.id, "Tassen stonden in de gang.")

    _verbeter(kluis, klok, oud, anders)
    zin = _zin(kluis, id_, "Koffers")
    assert zin.bevinding.bronstand is Bronstand.VERBETERD
    assert any("verkeerd opgeschreven" in bericht for bericht in _blokkades(kluis, id_))
    with pytest.raises(BekendProbleem):
        papier(kluis, klok).proces_verbaal(id_, definitief=True)
    kluis.doe(lambda work: bronnen_bijwerken(work, klok, id_))
    assert not any("verkeerd" in bericht for bericht in _blokkades(kluis, id_))
    assert not _zin(kluis, id_, "Tassen").weggelaten
    assert "Koffers" not in _papier(kluis, klok, id_)


def test_a_sentence_that_was_taken_out_of_its_record_goes(kluis: SqlKluis, klok: StilleKlok) -> None:
    oud = bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    zin = _kies(kluis, id_, "Koffers")
    klok.verder(60)

    def zonder(work: Work, nieuw: str) -> None:
        segment_wissen(work, work.bezoeken.laad(nieuw).segmenten[0].id)

    _verbeter(kluis, klok, oud, zonder)
    kluis.doe(lambda work: bronnen_bijwerken(work, klok, id_))
    assert any("De bron is verbeterd" in bericht for bericht in _blokkades(kluis, id_))
    kluis.doe(lambda work: pv_zin_weglaten(work, id_, zin.id))
    assert not any("De bron is verbeterd" in bericht for bericht in _blokkades(kluis, id_))


def test_shortening_shows_what_was_left_out(kluis: SqlKluis, klok: StilleKlok) -> None:
    """Wrong paper 3: the whole sentence stands in the list of sources, and the dropped word is named."""
    bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    _verdacht_vanaf(kluis, klok, id_)
    zin = _kies(kluis, id_, "Wij waren")
    heel = zin.bevinding.brontekst
    kluis.doe(lambda work: pv_zin_inkorten(work, id_, zin.id, heel.index("op"), heel.index(",") + 1))
    tekst = _papier(kluis, klok, id_)
    assert "“Wij waren (…) het was goedkoper.”" in tekst
    assert f"Volledige tekst: “{heel}”" in tekst
    kluis.doe(lambda work: pv_zin_herstellen(work, id_, zin.id))
    assert f"“{heel}”" in _papier(kluis, klok, id_)
    with pytest.raises(DomainError):
        kluis.doe(lambda work: pv_zin_inkorten(work, id_, zin.id, 0, len(heel)))


def test_a_paraphrase_says_that_it_is_one(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    _verdacht_vanaf(kluis, klok, id_)
    zin = _kies(kluis, id_, "Wij waren")
    kluis.doe(lambda work: pv_zin_weergeven(work, id_, zin.id))
    assert any("leeg" in bericht for bericht in _blokkades(kluis, id_))
    kluis.doe(lambda work: pv_zin_schrijven(work, id_, zin.id, 'Moeder noemde "geld".'))
    tekst = _papier(kluis, klok, id_)
    assert "De verdachte zei, zakelijk weergegeven: Moeder noemde ‘geld’." in tekst
    assert f"Volledige tekst: “{zin.bevinding.brontekst}”" in tekst
    gezien = _zin(kluis, id_, "Koffers")
    with pytest.raises(DomainError):
        kluis.doe(lambda work: pv_zin_weergeven(work, id_, gezien.id))


def test_a_masked_part_can_be_read_nowhere(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    zin = _kies(kluis, id_, "Koffers")
    kluis.doe(lambda work: pv_zin_afschermen(work, id_, zin.id, Deel(0, 7), Grond.ADRES))
    tekst = _papier(kluis, klok, id_)
    assert "[adres afgeschermd] stonden in de gang." in tekst
    assert "Koffers" not in tekst


def test_an_own_sentence_says_when_it_was_written(kluis: SqlKluis, klok: StilleKlok) -> None:
    """Wrong papers 11 and 12."""
    id_ = begin_pv(kluis, klok)
    eigen = kluis.doe(lambda work: pv_zin_toevoegen(work, klok, id_, klok.nu() - timedelta(days=18)))
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    (punt,) = [punt for punt in beeld.blokkerend if punt.veld.startswith("bevindingen")]
    assert (beeld.zin(punt.veld), beeld.zin("plaats")) == (eigen.id, None)
    kluis.doe(lambda work: pv_zin_schrijven(work, id_, eigen.id, "\xa0"))
    assert any("leeg" in bericht for bericht in _blokkades(kluis, id_))
    kluis.doe(lambda work: pv_zin_schrijven(work, id_, eigen.id, "Ik zag licht."))
    adviezen = [punt.bericht for punt in kluis.bekijk(lambda kast: kast.concept_pv(id_)).adviezen]
    assert "Dit schreef je 18 dagen later op. Dat komt op papier." in adviezen
    tekst = _papier(kluis, klok, id_)
    assert "hiervan is geen eerder verslag." in tekst
    kluis.doe(lambda work: pv_zin_weglaten(work, id_, eigen.id))
    assert all(zin.bevinding.soort is not Zinsoort.EIGEN for zin in _zinnen(kluis, id_))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: pv_zin_toevoegen(work, klok, id_, klok.nu() + timedelta(minutes=1)))


def test_the_sealed_paper_carries_its_sources(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    zin = _kies(kluis, id_, "Koffers")
    vul_pv(kluis, klok, id_)
    drukwerk = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    tekst = _papier_van(kluis.bekijk(lambda kast: kast.pdf(id_)))
    assert "Bronnenlijst" in tekst
    assert zin.bevinding.bron.hash_plek[:16] in tekst
    assert "niet opgenomen" in tekst


def _papier_van(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    tekst = " ".join(document[nr].get_textpage().get_text_range() for nr in range(len(document)))
    document.close()
    return " ".join(tekst.split())
