"""A concept proces-verbaal, act by act: what each one keeps, what it refuses, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven, segment_toevoegen, uitkomst_kiezen
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.concepten import ConceptPV, Conceptzin, Persoonskeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.aanvullen import aanvullend_proces_verbaal
from leerplicht_desktop.casework.proces_verbaal.bezoekbronnen import bezoekzinnen
from leerplicht_desktop.casework.proces_verbaal.bijhouden import (
    bijlagen_kiezen,
    pv_tekst_schrijven,
    verhoren_kiezen,
)
from leerplicht_desktop.casework.proces_verbaal.bronnen import bronzinnen
from leerplicht_desktop.casework.proces_verbaal.opstellen import (
    dossierbeelden,
    is_zo_gekozen,
    proces_verbaal_opstellen,
)
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_onthouden, verbalisant_van
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.proces_verbaal.zinnen import (
    pv_zin_moment,
    pv_zin_schrijven,
    pv_zin_toevoegen,
    pv_zin_weglaten,
)
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment, SoortSegment
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.pvzin import Bronsoort, Zinsoort
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stuk, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import (
    FLEUR,
    MOEDER,
    SAMEN,
    VADER,
    WEEK,
    begin_pv,
    bezoek,
    papier,
    scan,
    verhoor,
    verzegeld,
    vul_pv,
)
from tests.store.world import StilleKlok


def _concept(kluis: SqlKluis, id_: str) -> ConceptPV:
    return kluis.doe(lambda work: work.zaakstukken.concepten.laad_pv(id_))


def _eigen_zin(kluis: SqlKluis, klok: StilleKlok, id_: str) -> Conceptzin:
    return kluis.doe(lambda work: pv_zin_toevoegen(work, klok, id_, klok.nu()))


def test_an_own_sentence_names_itself_as_its_source_and_never_lies_ahead(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    id_ = begin_pv(kluis, klok)
    made = _eigen_zin(kluis, klok, id_).bevinding
    assert (made.bron.soort, made.bron.verwijzing) == (Bronsoort.EIGEN, "eigen zin van 21 november 2026")
    assert (made.moment, made.soort, made.tekst) == (klok.nu(), Zinsoort.EIGEN, "")
    assert made.geschreven_op == klok.nu()
    later = klok.nu() + timedelta(seconds=1)
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: pv_zin_toevoegen(work, klok, id_, later))
    assert refused.value.veld == "moment"


def test_the_moment_of_an_own_sentence_can_be_told_otherwise_but_not_its_text(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    id_ = begin_pv(kluis, klok)
    zin = _eigen_zin(kluis, klok, id_)
    kluis.doe(lambda work: pv_zin_schrijven(work, id_, zin.id, "Het licht ging uit."))
    earlier = klok.nu() - timedelta(days=1)
    kluis.doe(lambda work: pv_zin_moment(work, klok, id_, zin.id, earlier))
    (kept,) = (een for een in _concept(kluis, id_).zinnen if een.id == zin.id)
    wanted = replace(zin.bevinding, moment=earlier, tekst="Het licht ging uit.")
    assert (kept.bevinding, kept.bron_id) == (wanted, "")
    with pytest.raises(KeyError):
        kluis.doe(lambda work: pv_zin_moment(work, klok, id_, "z-weg", earlier))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: pv_zin_moment(work, klok, id_, zin.id, klok.nu() + timedelta(seconds=1)))


def test_an_own_sentence_goes_and_one_of_a_record_stays_off_the_paper(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    id_ = begin_pv(kluis, klok)
    mine, record = _eigen_zin(kluis, klok, id_), _concept(kluis, id_).zinnen[0]
    for zin in (mine.id, record.id):
        kluis.doe(partial(pv_zin_weglaten, concept=id_, zin=zin))
    over = {zin.id: zin.weggelaten for zin in _concept(kluis, id_).zinnen}
    assert mine.id not in over
    assert over[record.id] is True
    assert list(over.values()).count(True) == 1
    with pytest.raises(KeyError):
        kluis.doe(partial(pv_zin_weglaten, concept=id_, zin="z-weg"))


def test_a_text_of_no_field_is_refused(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)
    before = _concept(kluis, id_)
    with pytest.raises(KeyError):
        kluis.doe(lambda work: pv_tekst_schrijven(work, id_, "nummer", "LP-1"))
    assert _concept(kluis, id_) == before


def test_hearings_and_annexes_are_joined_in_the_order_that_was_chosen(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    first, second = verhoor(kluis, klok), verhoor(kluis, klok)
    one, two = scan(kluis, klok), scan(kluis, klok)
    id_ = begin_pv(kluis, klok)
    assert _concept(kluis, id_).verhoren == (first, second)
    kluis.doe(lambda work: verhoren_kiezen(work, id_, (second, first)))
    kluis.doe(lambda work: bijlagen_kiezen(work, id_, (two, one)))
    assert (_concept(kluis, id_).verhoren, _concept(kluis, id_).bijlagen) == ((second, first), (two, one))
    with pytest.raises(KeyError):
        kluis.doe(lambda work: bijlagen_kiezen(work, id_, ("x-weg",)))
    assert _concept(kluis, id_).bijlagen == (two, one)


def test_a_concept_against_the_same_suspect_is_taken_up_again(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)
    assert begin_pv(kluis, klok) == id_
    assert begin_pv(kluis, klok, VADER) != id_
    assert kluis.doe(lambda work: is_zo_gekozen(work, id_, WEEK))
    assert not kluis.doe(lambda work: is_zo_gekozen(work, id_, replace(WEEK, plaats="Elders")))
    for dossiers in ((), ("d-weg",), (*SAMEN, "d-weg")):
        with pytest.raises(DomainError) as refused:
            kluis.doe(
                partial(proces_verbaal_opstellen, klok=klok, dossiers=dossiers, verdachte=MOEDER, keuze=WEEK)
            )
        assert refused.value.veld == "dossiers"


def test_a_suspect_outside_the_register_has_only_his_name(kluis: SqlKluis, klok: StilleKlok) -> None:
    outside = Persoonskeuze(None, Rol.VERZORGER, "Oom Karel")
    id_ = begin_pv(kluis, klok, outside, replace(WEEK, verzorgt=True))
    who = _concept(kluis, id_).pv.verdachte
    assert (who.naam, who.rol) == ("Oom Karel", Rol.VERZORGER)
    assert (who.adres, who.bsn, who.geboren) == ("", None, None)
    beeld = kluis.bekijk(lambda kast: kast.concept_pv(id_))
    assert beeld.concept.pv.verdachte.voorbehouden == ()


def test_an_empty_remark_of_a_visit_is_no_sentence(kluis: SqlKluis, klok: StilleKlok) -> None:
    def act(work: Work) -> None:
        id_ = deurbezoek_starten(work, klok, SAMEN, "Kade 1").bezoek
        uitkomst_kiezen(work, id_, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
        said = {SoortSegment.GEZEGD: " ", SoortSegment.GEZIEN: "\n", SoortSegment.GEHOORD: "Muziek."}
        for soort, tekst in said.items():
            segment = segment_toevoegen(work, klok, id_, soort, "Moeder")
            segment_schrijven(work, segment.id, tekst)
        deurbezoek_vastleggen(work, klok, id_)

    kluis.doe(act)
    told = [zin.bevinding for zin in _concept(kluis, begin_pv(kluis, klok)).zinnen]
    door = [een for een in told if een.bron.soort is Bronsoort.BEZOEK]
    assert [een.soort for een in door] == [Zinsoort.WAARNEMING] * 2
    assert (door[1].brontekst, door[1].aanloop) == ("Muziek.", "Ik hoorde")
    # A colleague's laptop may have sent one all the same.
    empty = Segment("s-1", SoortSegment.GEZIEN, klok.nu(), " ")
    visit = Deurbezoek("b-1", SAMEN, "Kade 1", klok.nu(), uitkomst=Uitkomst.VERHUISD, segmenten=(empty,))
    assert [zin.bron.sleutel for zin in bezoekzinnen(visit, (), MOEDER)] == ["b-1#verloop"]


def test_a_letter_is_told_by_the_day_it_was_sent_and_nothing_else_of_it(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    pv = verzegeld(kluis, klok)
    brief = replace(pv, id="q-brief", soort=Documentsoort.WAARSCHUWING, titel="Waarschuwing", nummer="K-7")
    kluis.doe(lambda work: work.zaakstukken.stukken.verzegel(brief, b"%PDF"))
    sent = Stapopgave(Stapsoort.VERZONDEN, date(2026, 11, 22), aan="mevrouw A", wijze=Verzendwijze.POST)
    klok.verder(timedelta(days=3).total_seconds())
    back = Stapopgave(Stapsoort.TERUGGESTUURD, date(2026, 11, 23), reden="Niet bekend.")
    signed = Stapopgave(
        Stapsoort.ONDERTEKEND, date(2026, 11, 22), plaats="Demostad", bijlage=scan(kluis, klok)
    )
    steps = ((brief.id, sent), (brief.id, back), (pv.id, signed), (pv.id, sent))
    for stuk, opgave in steps:  # a proces-verbaal that was sent is no letter
        kluis.doe(partial(stukstap_zetten, klok=klok, stuk=stuk, opgave=opgave))
    concept = Briefopgave(Documentsoort.UITNODIGING_GESPREK, "uitnodiging_gesprek", ("p-moeder",))
    kluis.doe(lambda work: brief_opstellen(work, klok, SAMEN, concept))
    beelden = kluis.doe(lambda work: dossierbeelden(work, (FLEUR,)))
    told = kluis.doe(lambda work: bronzinnen(work, beelden, MOEDER, WEEK))
    (letter,) = (een for een in told if een.bron.soort is Bronsoort.BRIEF)
    assert letter.brontekst == (
        "Ik stuurde op 22 november 2026 per post de brief ‘Waarschuwing’, kenmerk K-7, aan mevrouw A."
    )
    assert (letter.soort, letter.bron.verwijzing) == (
        Zinsoort.STUK,
        "brief ‘Waarschuwing’ van 22 november 2026",
    )
    assert (letter.alleen_dag, letter.dag) == (True, date(2026, 11, 22))


def test_the_officer_of_this_concept_begins_the_next(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)

    def other(work: Work) -> None:
        concept = work.zaakstukken.concepten.laad_pv(id_)
        wie = replace(concept.pv.verbalisant, aktenummer="99", parket="Limburg")
        work.zaakstukken.concepten.bewaar_pv(replace(concept, pv=replace(concept.pv, verbalisant=wie)))

    kluis.doe(other)
    kluis.doe(lambda work: verbalisant_onthouden(work, id_))
    assert kluis.doe(verbalisant_van) == _concept(kluis, id_).pv.verbalisant
    assert kluis.doe(verbalisant_van).aktenummer == "99"


def test_on_another_day_than_it_is_sealed_nothing_is_closed(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    drukwerk = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    other = replace(drukwerk, moment=drukwerk.moment + timedelta(days=1))
    klok.verder(timedelta(days=1).total_seconds())
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, other))
    assert refused.value.veld == "datum"
    assert _concept(kluis, id_).id == id_


def test_an_addition_is_of_a_proces_verbaal_that_this_program_can_read(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    stuk = verzegeld(kluis, klok)
    open_ = begin_pv(kluis, klok, VADER)
    extra = kluis.doe(lambda work: aanvullend_proces_verbaal(work, klok, stuk.id))[0]
    assert extra not in {open_, stuk.id}
    others: tuple[tuple[Documentsoort, Mapping[str, object], str], ...] = (
        (Documentsoort.WAARSCHUWING, stuk.gegevens, "soort"),
        (Documentsoort.PROCES_VERBAAL, {}, "gegevens"),
        (Documentsoort.PROCES_VERBAAL, {**stuk.gegevens, "keuze": "van morgen"}, "gegevens"),
    )
    for at, (soort, gegevens, veld) in enumerate(others):
        other = replace(stuk, id=f"q-{at}", nummer=f"LP-{at}", soort=soort, gegevens=gegevens)
        assert _refused(kluis, klok, other) == veld


def _refused(kluis: SqlKluis, klok: StilleKlok, stuk: Stuk) -> str:
    kluis.doe(lambda work: work.zaakstukken.stukken.verzegel(stuk, b"%PDF"))
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: aanvullend_proces_verbaal(work, klok, stuk.id))
    return refused.value.veld
