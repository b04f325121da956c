"""R15 and R29 on real paper, through the screen; and sealing on a bad day: full disk, long text, markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.bezoek.bijhouden import (
    binnen_melden,
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.proces_verbaal.bijhouden import pv_tekst_schrijven
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant, Verdachte
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import druk, vind
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import (
    begin,
    bewaard,
    ding,
    maak_compleet,
    op_papier,
    stap,
    typ_en_verlaat,
    verzegel,
    verzegelknop,
)
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

LANG = "Donaudampfschifffahrtsgesellschaft" * 9
"""A word of 306 letters."""
OPMAAK = "<b>vet</b> & {{ 7 * 7 }} {% raw %} [link](x) \\n"


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    papier = LatePaper(lambda act: gemaakt.kluis.doe(act), gemaakt.klok, "0.0")
    gemaakt.context = replace(gemaakt.context, papier=papier)
    nummers = Nummerblok("OEF", 2026, 101, 102)
    gemaakt.doe(lambda work: work.zaakstukken.nummers.bewaar(nummers, gemaakt.klok.nu()))
    _bezocht(gemaakt, "We waren in Griekenland.")
    yield gemaakt
    gemaakt.kluis.sluit()


def _bezocht(wereld: Wereld, gezegd: str) -> None:
    """A visit inside, at which the father told something."""
    bezoek = wereld.begin_bezoek(DRIELING)
    wereld.doe(lambda work: _binnen_geweest(work, wereld, bezoek, gezegd))


def _binnen_geweest(work: Work, wereld: Wereld, bezoek: str, gezegd: str) -> None:
    uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
    for soort in (SoortVinkje.LEGITIMATIE, SoortVinkje.DOEL, SoortVinkje.TOESTEMMING):
        vinkje_zetten(work, bezoek, soort, wereld.klok.nu(), "mevrouw Olympos")
    binnen_melden(work, bezoek, True)
    for soort_zin, spreker, tekst in (
        (SoortSegment.GEZIEN, "", f"Koffers. {OPMAAK} {LANG}"),
        (SoortSegment.GEZEGD, "Vader", gezegd),
    ):
        segment = segment_toevoegen(work, wereld.klok, bezoek, soort_zin, spreker)
        segment_schrijven(work, segment.id, tekst)
    deurbezoek_vastleggen(work, wereld.klok, bezoek)


def _tekst(pdf: bytes) -> str:
    with Preview(pdf) as blad:
        return " ".join(" ".join(blad.text(nummer) for nummer in range(blad.pages)).split())


def _papier(wereld: Wereld, scherm: ProcesVerbaalScherm) -> str:
    return _tekst(wereld.context.papier.proces_verbaal(ding(scherm)).pdf)


def test_r29_entry_is_printed_with_who_consented_and_when(
    wereld: Wereld, scherm: ProcesVerbaalScherm
) -> None:
    op_papier(wereld, scherm, "naar binnen gegaan")
    maak_compleet(scherm)
    verzegel(scherm)
    gelezen = _tekst(wereld.kluis.bekijk(lambda kast: kast.pdf(ding(scherm))))
    zin = "Om 14:07 uur ben ik naar binnen gegaan met toestemming van mevrouw Olympos, na legitimatie "
    assert f"{zin}(14:07 uur) en mededeling van het doel (14:07 uur)." in gelezen
    assert "bezoek van 24 november 2026, vastgelegd 24-11-2026 om 14:07 uur" in gelezen


def test_forty_pages_markup_and_a_word_of_300_letters_are_printed_whole(wereld: Wereld, toon: Opener) -> None:
    _bezocht(wereld, "Lange verklaring. " * 7500)
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    op_papier(wereld, scherm, "Lange verklaring.")
    op_papier(wereld, scherm, "<b>vet</b>")
    stap(scherm, "verdachte")
    typ_en_verlaat(scherm, "pv.verdachte.verdacht_vanaf", "24-11-2026")
    maak_compleet(scherm)
    verzegel(scherm)
    beeld = wereld.kluis.bekijk(lambda kast: kast.stuk(ding(scherm)))
    gelezen = _tekst(wereld.kluis.bekijk(lambda kast: kast.pdf(ding(scherm))))
    assert beeld.stuk.bladzijden >= 40
    # A foot stands between two words where a page ends, so each word is counted by itself.
    assert (gelezen.count("Lange "), gelezen.count("verklaring.")) == (7500, 7500)
    assert "<b>vet</b> & {{ 7 * 7 }} {% raw %} [link](x)" in gelezen
    assert LANG in gelezen.replace(" ", "")


def _leeg(work: Work, id_: str) -> None:
    """Nothing of what the law wants is filled in."""
    concept = work.zaakstukken.concepten.laad_pv(id_)
    bijna = replace(
        concept.pv,
        verbalisant=Verbalisant("", "", "", domein=""),
        verdachte=Verdachte(concept.pv.verdachte.rol),
        feiten=(),
        datum=None,
    )
    work.zaakstukken.concepten.bewaar_pv(replace(concept, pv=bijna))
    for veld in ("plaats", "redenen_van_wetenschap"):
        pv_tekst_schrijven(work, id_, veld, "")


def test_r15_incomplete_stays_a_concept_complete_is_marked_unsigned(
    wereld: Wereld, toon: Opener, scherm: ProcesVerbaalScherm
) -> None:
    id_ = ding(scherm)
    wereld.doe(lambda work: _leeg(work, id_))
    leeg = toon(id_)
    gaten = {punt.veld for punt in bewaard(wereld, leeg).blokkerend}
    assert {
        "verbalisant.aktenummer",
        "verbalisant.standplaats",
        "verbalisant.domein",
        "verbalisant.eed",
        "plaats",
        "datum",
        "feiten",
        "verdachte.naam",
        "verdachte.geboren",
        "redenen_van_wetenschap",
    } <= gaten
    assert not verzegelknop(leeg).isEnabled()
    gelezen = _papier(wereld, leeg)
    assert "CONCEPT" in gelezen
    assert "OEF-2026" not in gelezen
    druk(leeg, "pv.weg")
    druk(leeg.window(), "pv.weggooien.wel")
    heel = toon(f"nieuw:{DRIELING[0]}")
    begin(heel)
    maak_compleet(heel)
    verzegel(heel)
    gelezen = _tekst(wereld.kluis.bekijk(lambda kast: kast.pdf(ding(heel))))
    assert "CONCEPT" not in gelezen
    assert "Niet ondertekend zolang hierboven geen handtekening staat." in gelezen
    assert wereld.kluis.bekijk(lambda kast: kast.stuk(ding(heel))).stand is Stand.GEREED


def test_a_full_disk_seals_nothing_and_the_number_waits(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    id_ = ding(scherm)
    sessie = wereld.kluis._here().session
    bladen = sessie.access(Role.READ).value("PRAGMA page_count")
    sessie.control(f"PRAGMA max_page_count = {bladen}")
    verzegel(scherm)
    assert "Er is niets verzegeld." in vind(scherm, "pv.melding").accessibleName()
    assert bewaard(wereld, scherm).concept.id == id_
    assert wereld.kluis.bekijk(lambda kast: kast.nummers()).volgende == "OEF-2026-000101"
    sessie.control("PRAGMA max_page_count = 1073741823")
    verzegel(scherm)
    assert wereld.kluis.bekijk(lambda kast: kast.stuk(id_)).stuk.nummer == "OEF-2026-000101"


def test_closing_on_another_day_than_sealing_is_refused(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    wereld.klok.verder(days=1)
    verzegel(scherm)
    assert "Zet de datum op vandaag." in vind(scherm, "pv.melding").accessibleName()
    assert vind(scherm, "pv.datum").hasFocus()
    assert bewaard(wereld, scherm).blokkerend == ()


def test_what_another_screen_changed_is_not_sealed_unread(
    wereld: Wereld, toon: Opener, scherm: ProcesVerbaalScherm
) -> None:
    maak_compleet(scherm)
    id_ = ding(scherm)
    gemaakt = wereld.context.papier.proces_verbaal

    def intussen(concept: str, *, definitief: bool = False) -> object:
        klaar = gemaakt(concept, definitief=definitief)
        wereld.doe(lambda work: pv_tekst_schrijven(work, id_, "persoon.hulp", "Er kwam iets bij."))
        return klaar

    wereld.context.papier.proces_verbaal = intussen  # type: ignore[method-assign,assignment]
    verzegel(scherm)
    assert "veranderd nadat je het bekeek" in vind(scherm, "pv.melding").accessibleName()
    assert wereld.kluis.bekijk(lambda kast: kast.nummers()).over == 2
