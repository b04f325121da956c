"""The proces-verbaal through its acts: built from what was recorded, checked, sealed, added to."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.aanvullen import aanvullend_proces_verbaal
from leerplicht_desktop.casework.proces_verbaal.bijhouden import (
    PV_TEKSTEN,
    eerdere_afdoeningen_noteren,
    feiten_herzien,
    lees_tekst,
    proces_verbaal_bijhouden,
    proces_verbaal_verwerpen,
    pv_tekst_schrijven,
    verhoren_kiezen,
)
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.proces_verbaal.zinnen import pv_zin_kiezen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Feitsoort
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant
from leerplicht_desktop.domain.handhaving.pvzin import Bronsoort, Spreker, Zinsoort
from leerplicht_desktop.domain.handhaving.verhoor import Gewicht
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.papers import Stuk as WireStuk
from tests.casework.zaak import (
    FLEUR,
    JONGERE,
    MOEDER,
    SAMEN,
    VADER,
    WEEK,
    begin_pv,
    begin_verhoor,
    bezoek,
    geef_nummers,
    gesprek,
    papier,
    verhoor,
    verzegeld,
    vul_pv,
)
from tests.store.world import StilleKlok, persoon, pull


def test_each_sentence_has_its_source_and_hearsay_stays_apart(kluis: SqlKluis, klok: StilleKlok) -> None:
    deur = bezoek(kluis, klok)
    telefoon = gesprek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    per_tekst = {zin.bevinding.brontekst: zin for zin in beeld.concept.zinnen}
    gezien = per_tekst["Koffers stonden in de gang."]
    gezegd = per_tekst["Wij waren op vakantie, het was goedkoper."]
    assert (gezien.bevinding.soort, gezien.bron_id.split("#")[0]) == (Zinsoort.WAARNEMING, deur)
    assert (gezegd.bevinding.soort, gezegd.bevinding.spreker) == (
        Zinsoort.GEZEGD,
        Spreker("Renée van Wijngaarden", "moeder", verdachte=True),
    )
    assert per_tekst["Vader zegt dat hij van niets wist."].bron_id == f"{telefoon}#tekst"
    assert {zin.bevinding.bron.soort for zin in beeld.concept.zinnen} == {
        Bronsoort.MELDING,
        Bronsoort.BEZOEK,
        Bronsoort.GESPREK,
    }
    binnen = [tekst for tekst in per_tekst if "naar binnen gegaan" in tekst]
    assert len(binnen) == 1  # R29
    assert "met toestemming van mevrouw Van Wijngaarden" in binnen[0]


def test_without_entry_nothing_is_told_about_it(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R29 the other way round."""
    bezoek(kluis, klok, binnen=False)
    id_ = begin_pv(kluis, klok)
    zinnen = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.zinnen
    assert not [zin for zin in zinnen if "binnen" in zin.bevinding.brontekst]


def test_facts_tables_and_several_jongeren(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)
    pv = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv
    assert [feit.jongere.naam for feit in pv.feiten] == ["Fleur van Wijngaarden", "Teun van Wijngaarden"]
    assert pv.feiten[0].omvang == "5 schooldagen, 30 lesuren"
    assert len(pv.verzuim) == 10
    assert pv.school.voorlichting == "In de nieuwsbrief van 28 augustus 2026."
    assert pv.nummer == ""


def test_days_that_no_school_reported_are_asked_about(kluis: SqlKluis, klok: StilleKlok) -> None:
    elders = replace(WEEK, van=date(2026, 11, 16), tot=date(2026, 11, 20))
    id_ = begin_pv(kluis, klok, keuze=elders)
    leeg = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    assert [punt.veld for punt in leeg.punten if "geen verzuim gemeld" in punt.bericht] == [
        "feiten.0.periode",
        "feiten.1.periode",
    ]
    ander = begin_pv(kluis, klok, VADER)
    gemeld = kluis.bekijk(lambda kast: kast.concept_pv(ander))
    assert not [punt for punt in gemeld.punten if "geen verzuim gemeld" in punt.bericht]


def test_a_period_over_the_end_of_leerplicht_is_split(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R07: Fleur, born 14-03-2011, is kwalificatieplichtig from 1 August 2027."""
    keuze = Feitkeuze(Feitsoort.ABSOLUUT, date(2027, 7, 1), date(2027, 8, 31), "Demostad")
    id_, _ = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, (FLEUR,), MOEDER, keuze))
    feiten = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv.feiten
    assert [(feit.grondslag.van, feit.grondslag.tot) for feit in feiten] == [
        (date(2027, 7, 1), date(2027, 7, 31)),
        (date(2027, 8, 1), date(2027, 8, 31)),
    ]
    assert len({feit.grondslag.artikel for feit in feiten}) == 2


def test_who_cannot_be_a_suspect_is_refused_with_the_reason(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R06: nobody is a suspect of the enrolment that is the duty of his parents."""
    absoluut = replace(WEEK, soort=Feitsoort.ABSOLUUT)
    with pytest.raises(DomainError) as refused:
        begin_pv(kluis, klok, JONGERE, absoluut)
    assert refused.value.veld == "verdachte"
    with pytest.raises(DomainError, match="Kies er één"):
        kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, SAMEN, JONGERE, WEEK))


def test_the_gaps_name_field_and_rule_and_block_sealing(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R15: with anything missing there is no final paper and no seal, and the number stays free."""
    bezoek(kluis, klok)
    id_ = begin_pv(kluis, klok)
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    leeg = {"plaats", "datum", "redenen_van_wetenschap"}
    gevraagd = {
        "school.ziekmelding",
        "school.verlof",
        "school.vrijstelling",
        "persoon.gehoord",
        "persoon.verwijtbaarheid",
        "niet_gehoord",
    }
    assert {punt.veld for punt in beeld.blokkerend} == leeg | gevraagd
    assert {punt.veld for punt in beeld.punten if punt.gewicht is Gewicht.ANTWOORD} == gevraagd
    assert all(punt.regel for punt in beeld.punten)
    paper = papier(kluis, klok)
    assert "CONCEPT" in _text(paper.proces_verbaal(id_).pdf)
    with pytest.raises(BekendProbleem):
        paper.proces_verbaal(id_, definitief=True)
    assert kluis.bekijk(lambda kast: kast.nummers()).over == 20


@pytest.mark.parametrize("veld", ["aktenummer", "standplaats", "domein", "eed"])
def test_the_officer_too_must_be_complete(kluis: SqlKluis, klok: StilleKlok, veld: str) -> None:
    """R15: whatever was sealable blocks again when it is emptied."""
    id_, drukwerk = _ready(kluis, klok)
    pv = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv
    leeg = _zonder(pv.verbalisant, veld)
    nieuw = kluis.doe(lambda work: proces_verbaal_bijhouden(work, id_, replace(pv, verbalisant=leeg)))
    with pytest.raises(DomainError) as refused:
        kluis.doe(
            lambda work: proces_verbaal_verzegelen(work, klok, id_, replace(drukwerk, versie=nieuw.versie))
        )
    assert refused.value.veld == f"verbalisant.{veld}"


def test_sealing_fixes_everything_at_once(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok)
    beeld = kluis.bekijk(lambda kast: kast.stuk(stuk.id))
    pdf = kluis.bekijk(lambda kast: kast.pdf(stuk.id))
    assert (stuk.nummer, beeld.stuk) == ("OEF-2026-000101", stuk)
    nummers = kluis.bekijk(lambda kast: kast.nummers())
    assert (nummers.volgende, nummers.over) == ("OEF-2026-000102", 19)
    # The number is used up for itself: it stays used when the document is not here any more.
    used = kluis._here().session.access(Role.READ).rows("SELECT nummer, stuk FROM nummer_gebruikt")
    assert [tuple(row) for row in used] == [(stuk.nummer, stuk.id)]
    assert hashlib.sha256(pdf).hexdigest() == stuk.bestand_hash
    text = _text(pdf)
    assert "CONCEPT" not in text
    assert stuk.inhoud_hash in "".join(text.split())
    assert "Niet ondertekend zolang hierboven geen handtekening staat." in " ".join(text.split())
    with pytest.raises(KeyError):
        kluis.bekijk(lambda kast: kast.concept_pv(stuk.id))
    (verzending,) = kluis.doe(lambda work: work.brievenbus.openstaand(99))[-1:]
    assert "pdf" not in verzending.body
    volledig = kluis.doe(lambda work: work.brievenbus.volledig(verzending))
    WireStuk.model_validate(dict(volledig.body))


def test_every_text_comes_back_as_it_was_written(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)

    def schrijf(work: Work) -> None:
        for veld in PV_TEKSTEN:
            pv_tekst_schrijven(work, id_, veld, f"Dit is {veld}.")

    kluis.doe(schrijf)
    gelezen = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv
    assert [lees_tekst(gelezen, veld) for veld in PV_TEKSTEN] == [f"Dit is {veld}." for veld in PV_TEKSTEN]


def test_why_nobody_was_heard_stands_on_paper(kluis: SqlKluis, klok: StilleKlok) -> None:
    """Sv 27c: a proces-verbaal without a hearing says why."""
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    kluis.doe(lambda work: pv_tekst_schrijven(work, id_, "niet_gehoord", "Twee keer niet verschenen."))
    assert "Twee keer niet verschenen." in " ".join(
        _text(papier(kluis, klok).proces_verbaal(id_).pdf).split()
    )


def test_what_was_read_is_what_is_sealed(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_, drukwerk = _ready(kluis, klok)
    kluis.doe(lambda work: pv_tekst_schrijven(work, id_, "persoon.hulp", "Nog een zin."))
    with pytest.raises(DomainError, match="veranderd"):
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    assert kluis.bekijk(lambda kast: kast.nummers()).volgende == "OEF-2026-000101"
    kluis.bekijk(lambda kast: kast.concept_pv(id_))
    opnieuw = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    klok.verder(3601)
    with pytest.raises(DomainError, match="te lang geleden"):
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, opnieuw))


def test_a_number_on_paper_that_was_given_meanwhile_is_refused(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R27: two final papers were drawn with the same next number; only one gets it."""
    id_, drukwerk = _ready(kluis, klok)
    kluis.doe(lambda work: work.zaakstukken.nummers.gebruik("OEF-2026-000101", "een-ander-stuk"))
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    assert refused.value.veld == "nummer"


def test_without_numbers_the_concept_waits(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_, _ = _ready(kluis, klok)
    for nummer in range(101, 121):
        _gebruik(kluis, f"OEF-2026-{nummer:06d}")
    paper = papier(kluis, klok)
    with pytest.raises(DomainError, match="nummers op deze laptop zijn op"):
        paper.proces_verbaal(id_, definitief=True)
    assert paper.proces_verbaal(id_).nummer == ""
    geef_nummers(kluis, 141, 160)
    assert paper.proces_verbaal(id_, definitief=True).nummer == "OEF-2026-000141"


def test_an_addition_has_its_own_number_and_only_what_is_new(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok)
    klok.verder(60)
    gesprek(kluis, klok, "Moeder belde: het was een week eerder.")
    extra, _ = kluis.doe(lambda work: aanvullend_proces_verbaal(work, klok, stuk.id))
    assert kluis.doe(lambda work: aanvullend_proces_verbaal(work, klok, stuk.id))[0] == extra
    vul_pv(kluis, klok, extra)
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(extra))
    assert [zin.bevinding.brontekst for zin in beeld.concept.zinnen] == [
        "Moeder belde: het was een week eerder."
    ]
    (zin,) = beeld.concept.zinnen
    kluis.doe(lambda work: pv_zin_kiezen(work, extra, zin.id, "De moeder herstelt wat zij zei"))
    drukwerk = papier(kluis, klok).proces_verbaal(extra, definitief=True)
    nieuw, _ = kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, extra, drukwerk))
    assert (nieuw.nummer, nieuw.aanvulling_op) == ("OEF-2026-000102", stuk.id)
    assert kluis.bekijk(lambda kast: kast.stuk(stuk.id)).aanvullingen == (extra,)
    assert "aanvulling op proces-verbaal OEF-2026-000101" in " ".join(_text(drukwerk.pdf).split())


def test_an_earlier_conviction_asks_for_a_copy_to_the_raad(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R21, as advice with the annex by name."""
    id_ = begin_pv(kluis, klok)
    eerder = (EerdereAfdoening(date(2024, 5, 1), "2 lid 1"),)
    kluis.doe(lambda work: eerdere_afdoeningen_noteren(work, id_, eerder))
    adviezen = kluis.bekijk(lambda kast: kast.concept_pv(id_)).adviezen
    assert [punt for punt in adviezen if "R21" in punt.regel and "Raad" in punt.bericht]
    later = (EerdereAfdoening(date(2026, 11, 20), "2 lid 1"),)
    with pytest.raises(DomainError):
        kluis.doe(lambda work: eerdere_afdoeningen_noteren(work, id_, later))


def test_a_first_single_day_asks_why(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R14 through the act; the reports of this family announced it, so a day without report is taken."""
    dag = Feitkeuze(Feitsoort.LUXE, date(2026, 10, 5), date(2026, 10, 5), "Demostad")
    with pytest.raises(DomainError) as refused:
        begin_pv(kluis, klok, MOEDER, dag)
    assert refused.value.veld == "reden"
    begin_pv(kluis, klok, MOEDER, replace(dag, reden="Derde waarschuwing dit jaar."))


def test_only_a_hearing_that_was_vastgelegd_is_joined(kluis: SqlKluis, klok: StilleKlok) -> None:
    open_ = begin_verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    with pytest.raises(DomainError):
        kluis.doe(lambda work: verhoren_kiezen(work, id_, (open_,)))
    kluis.doe(lambda work: proces_verbaal_verwerpen(work, id_))
    with pytest.raises(KeyError):
        kluis.bekijk(lambda kast: kast.concept_pv(id_))


def test_another_period_makes_the_facts_anew(kluis: SqlKluis, klok: StilleKlok) -> None:
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    kort = replace(WEEK, tot=date(2026, 11, 3))
    kluis.doe(lambda work: feiten_herzien(work, id_, kort))
    concept = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept
    assert concept.keuze == kort
    assert {regel.dag for regel in concept.pv.verzuim} == {date(2026, 11, 2), date(2026, 11, 3)}
    assert concept.verhoren


def _zonder(wie: Verbalisant, veld: str) -> Verbalisant:
    return {
        "aktenummer": replace(wie, aktenummer=""),
        "standplaats": replace(wie, standplaats=" "),
        "domein": replace(wie, domein=""),
        "eed": replace(wie, eed=None),
    }[veld]


def _gebruik(kluis: SqlKluis, nummer: str) -> None:
    kluis.doe(lambda work: work.zaakstukken.nummers.gebruik(nummer, f"stuk-{nummer}"))


def _ready(kluis: SqlKluis, klok: StilleKlok) -> tuple[str, Drukwerk]:
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    return id_, papier(kluis, klok).proces_verbaal(id_, definitief=True)


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    finally:
        document.close()


def test_the_register_of_today_is_held_beside_it(kluis: SqlKluis, klok: StilleKlok) -> None:
    """A move since it was begun is advice; a death stops it, also when the paper was made before (Sr 69)."""
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    kluis.doe(lambda work: pv_tekst_schrijven(work, id_, "niet_gehoord", "Zij kwam twee keer niet."))
    drukwerk = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    eerst = set(kluis.bekijk(lambda kast: kast.concept_pv(id_)).punten)
    lo3 = {"02.10": "Renée", "02.30": "van", "02.40": "Wijngaarden", "03.10": "19800102", "04.10": "V"}
    pull(kluis, persoon("p-moeder", SAMEN, "Renée", "Wijngaarden", lo3=lo3))
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    assert [(punt.veld, punt.moet) for punt in set(beeld.punten) - eerst] == [("verdachte.adres", False)]
    pull(kluis, persoon("p-moeder", SAMEN, "Renée", "Wijngaarden", lo3=lo3, overleden_op="2026-11-20"))
    with pytest.raises(DomainError, match="overleden"):
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
