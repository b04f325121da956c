"""The bezoekverslag, as the officer, the parent and the judge read it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from leerplicht_desktop.documents import bezoektekst
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.bezoektekst import maak_op, maak_pdf
from leerplicht_desktop.documents.bezoekverslag import (
    BezochteJongere,
    Bezoekverslag,
    Binnentreden,
    Deur,
    Fragment,
    Gesprekspartner,
    Verbetering,
)
from leerplicht_desktop.domain.bezoek.deurbezoek import Modus, SoortSegment
from leerplicht_desktop.domain.errors import DomainError
from tests.documents.conftest import tijd

Words = Callable[[bytes], str]


def test_one_page_that_says_it_all(verslag: Bezoekverslag, words: Words) -> None:
    paper = maak_op(verslag)
    assert paper.pages == 1
    assert paper.warnings == ()
    assert shortcomings(paper.data) == ()
    read = words(paper.data)
    for part in (
        "Dinsdag 24 november 2026, 14:01 tot 14:22 uur",
        "Voorbeeldkade 44 B, 1234 AB Demostad",
        "Daniël op den Kamp, geboren 3 mei 2012, Lyceum De Wissel. Niet gezien bij dit bezoek.",
        "M. de Groot, leerplichtambtenaar, telefoon 06 1234 5678",
        "Renée Çelik, moeder (identiteitsbewijs gezien)",
        "14:04 Gezegd Renée Çelik: “Hij slaapt nog.”",
        "14:05 Gehoord Voetstappen op de trap.",
        "Mentor belt moeder Lyceum De Wissel 27 november 2026",
        "Volgende stap: ik bel moeder op vrijdag 27 november.",
    ):
        assert part in read


def test_entering_says_with_whose_consent_and_when(verslag: Bezoekverslag, words: Words) -> None:
    """R29: the sentence of the Algemene wet op het binnentreden, article 1."""
    assert (
        "met toestemming van Renée Çelik, om 14:03 uur, na legitimatie en mededeling van het doel"
        in words(maak_pdf(verslag))
    )
    outside = replace(verslag, deur=replace(verslag.deur, binnen=None))
    assert "Ik ben niet binnen geweest." in words(maak_pdf(outside))


def test_entering_without_a_name_or_without_the_purpose_is_refused(
    verslag: Bezoekverslag, words: Words
) -> None:
    for gap in (Binnentreden(" ", tijd(14, 3)), Binnentreden("moeder")):
        unknown = replace(verslag.deur, binnen=gap)
        with pytest.raises(DomainError, match="wie toestemming gaf, en hoe laat"):
            replace(verslag, deur=unknown)
        assert "[nog invullen: " in words(maak_pdf(replace(verslag, deur=unknown, vastgelegd_op=None)))
    halfway = Deur(legitimatie_om=tijd(14, 1), binnen=Binnentreden("moeder", tijd(14, 3)))
    with pytest.raises(DomainError, match="Je bent binnen geweest"):
        replace(verslag, deur=halfway)
    concept = words(maak_pdf(replace(verslag, deur=halfway, vastgelegd_op=None)))
    assert "met toestemming van moeder, om 14:03 uur." in concept


def test_the_sentence_about_entering_claims_no_other_order_than_recorded(
    verslag: Bezoekverslag, words: Words
) -> None:
    late = replace(verslag.deur, doel_om=tijd(14, 9))
    read = words(maak_pdf(replace(verslag, deur=late)))
    assert "Om 14:09 uur heb ik verteld waarvoor ik kwam" in read
    assert "om 14:03 uur. " in read
    assert "na legitimatie en mededeling" not in read


def test_when_the_pupil_was_seen_is_told_with_whom(verslag: Bezoekverslag, words: Words) -> None:
    seen = replace(verslag.deur, gezien_om=tijd(14, 11), gezien_wie="minstens een van de leerlingen")
    read = words(maak_pdf(replace(verslag, deur=seen)))
    assert "Om 14:11 uur heb ik minstens een van de leerlingen gezien." in read
    assert "leerlingen gezien" not in words(maak_pdf(verslag))


def test_the_visit_and_the_writing_keep_their_own_time(verslag: Bezoekverslag, words: Words) -> None:
    """R28."""
    read = words(maak_pdf(verslag))
    assert "Het bezoek was op dinsdag 24 november 2026 om 14:01 uur." in read
    assert "Opgeschreven van dinsdag 24 november 2026 om 14:02 uur tot 21:35 uur." in read
    assert "Vastgelegd op dinsdag 24 november 2026 om 21:40 uur." in read
    later = replace(verslag, opgeschreven_tot=tijd(9, 0, 25), vastgelegd_op=tijd(9, 1, 25))
    assert "tot woensdag 25 november 2026 om 09:00 uur" in words(maak_pdf(later))


def test_a_concept_says_so(verslag: Bezoekverslag, words: Words) -> None:
    read = words(maak_pdf(replace(verslag, vastgelegd_op=None, eind=None)))
    assert "CONCEPT bezoekverslag" in read
    assert "nog een concept" in read
    assert "DB-2026-000417" not in read


def test_not_at_home_has_no_section_about_the_door(verslag: Bezoekverslag, words: Words) -> None:
    visit = replace(
        verslag,
        uitkomst="Niet thuis",
        deur=Deur(),
        gesproken_met=(),
        fragmenten=(),
        afspraken=(),
        vervolg="",
        achtergelaten="Niet-thuiskaart in de brievenbus",
    )
    read = words(maak_pdf(visit))
    assert "Aan de deur" not in read
    assert "Afspraken en vervolg" not in read
    assert "Niet-thuiskaart in de brievenbus." in read
    assert "Hierover is niets genoteerd." in read


def test_a_correction_names_what_it_replaces(verslag: Bezoekverslag, words: Words) -> None:
    better = replace(verslag, verbetering=Verbetering(2, tijd(10, 20, 23), "het huisnummer was verkeerd"))
    read = words(maak_pdf(better))
    assert "Dit is versie 2, een verbetering." in read
    assert "vastgelegd op maandag 23 november 2026 om 10:20 uur" in read
    assert "Reden: het huisnummer was verkeerd." in read


def test_the_change_to_opsporing_stays_visible(verslag: Bezoekverslag, words: Words) -> None:
    assert "toezicht op de naleving" in words(maak_pdf(verslag))
    suspect = replace(
        verslag,
        modus=Modus.OPSPORING,
        fragmenten=(*verslag.fragmenten, Fragment(tijd(14, 12), SoortSegment.GEHOORD, "Een deur slaat.")),
        deur=replace(verslag.deur, cautie_om=tijd(14, 10), cautie_aan="mevrouw Çelik"),
    )
    read = words(maak_pdf(suspect))
    assert "Leerplichtwet 1969; vanaf 14:10 uur opsporing (Wet politiegegevens)" in read
    eerder, later = read.split("Na de cautie (opsporing)")
    for fragment in suspect.fragmenten:
        assert fragment.tekst in (later if fragment.moment >= tijd(14, 10) else eerder)
    assert {fragment.moment >= tijd(14, 10) for fragment in suspect.fragmenten} == {True, False}
    geheel = replace(verslag, modus=Modus.OPSPORING)
    assert "Bevoegdheid opsporing (Wet politiegegevens)" in words(maak_pdf(geheel))
    assert "Om 14:10 uur heb ik mevrouw Çelik verteld niet tot antwoorden verplicht te zijn (cautie)." in read


@pytest.mark.parametrize(("minuut", "na"), [(9, False), (10, True), (11, True)])
def test_a_remark_of_the_very_minute_of_the_cautie_stands_after_it(
    verslag: Bezoekverslag, words: Words, minuut: int, na: bool
) -> None:
    """R16: what is said once the cautie was given is opsporing; the clock knows no finer than a minute."""
    suspect = replace(
        verslag,
        modus=Modus.OPSPORING,
        fragmenten=(Fragment(tijd(14, minuut), SoortSegment.GEHOORD, "Een deur slaat."),),
        deur=replace(verslag.deur, cautie_om=tijd(14, 10), cautie_aan="mevrouw Çelik"),
    )
    _, kop, later = words(maak_pdf(suspect)).partition("Na de cautie (opsporing)")
    assert (bool(kop), "Een deur slaat." in later) == (na, na)


@pytest.mark.parametrize("legitimatie", [2, 3, 4])
@pytest.mark.parametrize("doel", [2, 3, 4])
def test_consent_of_the_very_minute_came_after_who_and_why(
    verslag: Bezoekverslag, legitimatie: int, doel: int
) -> None:
    """R29: at the door all three are told in one breath, and the clock shows the same minute for them."""
    deur = replace(
        verslag.deur,
        legitimatie_om=tijd(14, legitimatie),
        doel_om=tijd(14, doel),
        binnen=Binnentreden("moeder", tijd(14, 3)),
    )
    gezegd = "na legitimatie en mededeling van het doel" in bezoektekst.deurtekst(deur)
    assert gezegd is (max(legitimatie, doel) <= 3)


def test_what_was_not_recorded_is_not_claimed(verslag: Bezoekverslag, words: Words) -> None:
    bare = replace(
        verslag,
        deur=Deur(cautie_om=tijd(14, 9)),
        gesproken_met=(
            Gesprekspartner("Buurman", legitimatie_gezien=False),
            Gesprekspartner("Opa", "grootvader"),
        ),
        aanwezig=("J. Bakker", "A. Yılmaz"),
        afspraken=tuple(replace(afspraak, uiterlijk=None) for afspraak in verslag.afspraken),
        ambtenaar=replace(verslag.ambtenaar, telefoon=""),
        jongeren=(BezochteJongere("A", "2012"), BezochteJongere("B", "2013", gezien=True)),
    )
    read = words(maak_pdf(bare))
    for part in (
        "Er is niet genoteerd dat ik mij heb gelegitimeerd.",
        "Buurman (geen identiteitsbewijs gezien)",
        "J. Bakker en A. Yılmaz",
        "geen datum",
        "Jongeren A, geboren 2012",
    ):
        assert part in read


def test_a_long_visit_runs_on_to_the_next_page(verslag: Bezoekverslag, words: Words) -> None:
    """A note of forty pages, with line breaks and quotes of its own."""
    story = "“Regel een van het verhaal.\n\nRegel twee & <b>drie</b>.” " * 900
    long = replace(verslag, fragmenten=(Fragment(tijd(14, 4), SoortSegment.GEZEGD, story, "Moeder"),))
    paper = maak_op(long)
    assert paper.pages > 20
    assert words(paper.data).count("Regel twee & <b>drie</b>.") == 900


@pytest.mark.parametrize(
    ("veld", "wijziging"),
    [
        ("jongeren", lambda spec: replace(spec, jongeren=())),
        ("eind", lambda spec: replace(spec, eind=tijd(13, 59))),
        ("begin", lambda spec: replace(spec, begin=spec.begin.replace(tzinfo=None))),
    ],
)
def test_an_impossible_visit_is_refused(
    verslag: Bezoekverslag, veld: str, wijziging: Callable[[Bezoekverslag], Bezoekverslag]
) -> None:
    with pytest.raises(DomainError) as caught:
        wijziging(verslag)
    assert caught.value.veld == veld


def test_a_quote_without_a_speaker_is_refused() -> None:
    with pytest.raises(DomainError, match="wie dit zei"):
        Fragment(tijd(14, 4), SoortSegment.GEZEGD, "Hij slaapt nog.")


def test_the_fingerprint_follows_the_content(verslag: Bezoekverslag) -> None:
    assert maak_op(verslag).content_hash == maak_op(verslag).content_hash
    assert maak_op(verslag).content_hash != maak_op(replace(verslag, vervolg="iets anders")).content_hash
    assert maak_pdf(verslag) == maak_op(verslag).data


def test_importing_the_specification_loads_no_paper() -> None:
    """The window may not wait for reportlab."""
    code = (
        f"import sys, {bezoektekst.__name__}, leerplicht_desktop.documents.preview\n"
        "print([name for name in ('reportlab', 'pypdfium2', 'page', 'jinja2') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
