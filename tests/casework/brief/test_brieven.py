"""Letters through their acts: R24, R30, complete or refused, fixed when sealed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from leerplicht_desktop.casework.brief.bijhouden import (
    aanhef_schrijven,
    brief_bijhouden,
    brief_veld_schrijven,
    brief_verwerpen,
)
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, aanhef_van, brief_opstellen
from leerplicht_desktop.casework.brief.verzegelen import brief_verzegelen
from leerplicht_desktop.casework.concepten import ConceptBrief, Ontvanger, Veldwaarde
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.zinnen import bronnen_bijwerken
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.pvzin import Bronsoort
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stuk, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, SAMEN, begin_pv, papier, zaak
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok, persoon, pull

UITNODIGING = Documentsoort.UITNODIGING_GESPREK
_VELDEN: dict[str, Veldwaarde] = {
    "jongere": "Fleur van Wijngaarden",
    "melding_op": "2026-11-09",
    "verzuim": "2 tot en met 6 november 2026",
    "gesprek_op": "2026-12-01T15:30",
    "gesprek_waar": "het gemeentehuis",
    "reactie_voor": "2026-11-27",
    "meenemen": ("een geldig paspoort",),
}


def _brieven(
    kluis: SqlKluis, klok: StilleKlok, *personen: str, samen: bool = False, soort: Documentsoort = UITNODIGING
) -> tuple[str, ...]:
    opgave = Briefopgave(soort, soort.value, personen, samen=samen)
    return kluis.doe(lambda work: brief_opstellen(work, klok, SAMEN, opgave))[0]


def _vul(kluis: SqlKluis, klok: StilleKlok, id_: str) -> None:
    """Every field of the form with a value of its kind."""
    voorbeeld = {"datum": "2026-11-27", "datumtijd": "2026-12-01T15:30", "tijd": "15:30", "tekst": "iets"}

    formulier = _formulier(kluis, klok)

    def act(work: Work) -> None:
        for veld in formulier.velden:
            brief_veld_schrijven(
                work, id_, formulier, veld.naam, _VELDEN.get(veld.naam, voorbeeld.get(veld.type))
            )

    kluis.doe(act)


def test_parents_at_two_addresses_get_two_letters(kluis: SqlKluis, klok: StilleKlok) -> None:
    """R30: each with the own address only."""
    ids = _brieven(kluis, klok, "p-moeder", "p-vader")
    brieven = [_concept(kluis, id_) for id_ in ids]
    assert [brief.aan.adresregels[0] for brief in brieven if brief.aan] == [
        "Voorbeeldkade 44",
        "Verborgenlaan 7",
    ]
    with pytest.raises(DomainError) as refused:
        _brieven(kluis, klok, "p-moeder", "p-vader", samen=True)
    assert refused.value.veld == "ontvanger"


def test_people_at_one_address_share_a_letter(kluis: SqlKluis, klok: StilleKlok) -> None:
    (id_,) = _brieven(kluis, klok, "p-moeder", "p-fleur", samen=True)
    aan = kluis.bekijk(lambda kast: kast.concept_brief(id_)).concept.aan
    assert aan is not None
    assert aan.personen == ("p-moeder", "p-fleur")
    assert not aan.minderjarig


def test_a_jongere_gets_a_letter_of_his_own(kluis: SqlKluis, klok: StilleKlok) -> None:
    """Article 22: he is heard himself, also when he lives with whoever else is invited."""
    ids = _brieven(kluis, klok, "p-fleur", "p-moeder")
    kregen = [_concept(kluis, id_).aan for id_ in ids]
    assert [(aan.personen, aan.minderjarig) for aan in kregen if aan] == [
        (("p-moeder",), False),
        (("p-fleur",), True),
    ]


def test_a_jongere_alone(kluis: SqlKluis, klok: StilleKlok) -> None:
    (alleen,) = _brieven(kluis, klok, "p-fleur")
    jong = kluis.bekijk(lambda kast: kast.concept_brief(alleen)).concept.aan
    assert jong is not None
    assert jong.minderjarig


def test_nobody_outside_the_case_and_nobody_without_an_address(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, persoon("p-buur", SAMEN, "Buur", "Man", adres={}, adres_sleutel=""))
    with pytest.raises(DomainError, match="ontvanger"):
        _brieven(kluis, klok, "p-buur")
    pull(kluis, persoon("p-vader", SAMEN, "Bram", "Wijngaarden", adres={}, adres_sleutel=""))
    with pytest.raises(DomainError, match="geen adres bekend"):
        _brieven(kluis, klok, "p-vader")
    with pytest.raises(DomainError, match="geen brief"):
        _brieven(kluis, klok, soort=Documentsoort.PROCES_VERBAAL)


def test_a_secret_address_stands_on_no_letter_to_the_other(klok: StilleKlok, tmp_path: Path) -> None:
    """R24: not the street, not the town; writing it in the text is refused when the paper is made."""
    kluis = opened_vault(tmp_path / "geheim", klok)
    zaak(kluis, geheim=True)
    (id_,) = _brieven(kluis, klok, "p-moeder")
    beeld = kluis.bekijk(lambda kast: kast.concept_brief(id_))
    assert beeld.waarschuwing
    assert "Verborgenlaan 7" in beeld.verborgen
    assert "Voorbeeldkade 44" not in beeld.verborgen
    _vul(kluis, klok, id_)
    assert beeld.waarschuwing in papier(kluis, klok).brief(id_).waarschuwingen
    formulier = _formulier(kluis, klok)
    veld = next(v.naam for v in formulier.velden if v.type == "tekst")
    kluis.doe(
        lambda work: brief_veld_schrijven(work, id_, formulier, veld, "Vader woont op Verborgenlaan 7.")
    )
    with pytest.raises(BekendProbleem, match="geheim"):
        papier(kluis, klok).brief(id_)
    kluis.sluit()


def test_a_field_that_the_form_does_not_have_is_refused(kluis: SqlKluis, klok: StilleKlok) -> None:
    """What no paper would ever show must not be dropped in silence."""
    (id_,) = _brieven(kluis, klok, "p-moeder")
    formulier = _formulier(kluis, klok)
    with pytest.raises(DomainError, match="geen veld ‘melding_op’") as refused:
        kluis.doe(lambda work: brief_veld_schrijven(work, id_, formulier, "melding_op", "2026-11-27"))
    assert refused.value.veld == "veld"
    assert "melding_op" not in _concept(kluis, id_).velden


def test_an_incomplete_letter_is_a_concept_and_cannot_be_final(kluis: SqlKluis, klok: StilleKlok) -> None:
    (id_,) = _brieven(kluis, klok, "p-moeder")
    assert "CONCEPT" in _text(papier(kluis, klok).brief(id_).pdf)
    with pytest.raises(BekendProbleem, match="compleet"):
        papier(kluis, klok).brief(id_, definitief=True)


def test_a_sealed_letter_is_the_paper_that_was_read(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = _verzegeld(kluis, klok)
    assert (stuk.regime, stuk.nummer) == (Regime.AVG, "2026-d-fleur, 2026-d-teun")
    assert len(stuk.sjabloon_hash) == 64
    pdf = kluis.bekijk(lambda kast: kast.pdf(stuk.id))
    assert "CONCEPT" not in _text(pdf)
    assert "999993653" not in _text(pdf)  # R23
    formulier = _formulier(kluis, klok)
    with pytest.raises(KeyError):
        kluis.doe(lambda work: brief_veld_schrijven(work, stuk.id, formulier, "jongere", "Een ander"))


def test_a_letter_that_changed_is_not_sealed(kluis: SqlKluis, klok: StilleKlok) -> None:
    (id_,) = _brieven(kluis, klok, "p-moeder")
    _vul(kluis, klok, id_)
    drukwerk = papier(kluis, klok).brief(id_, definitief=True)
    formulier = _formulier(kluis, klok)
    kluis.doe(lambda work: brief_veld_schrijven(work, id_, formulier, "jongere", "Teun van Wijngaarden"))
    with pytest.raises(DomainError, match="veranderd"):
        kluis.doe(lambda work: brief_verzegelen(work, klok, id_, drukwerk, "Uitnodiging"))
    concept = papier(kluis, klok).brief(id_)
    with pytest.raises(DomainError, match="verzegelen"):
        kluis.doe(lambda work: brief_verzegelen(work, klok, id_, concept, "Uitnodiging"))


def test_the_receiver_of_the_register_keeps_his_address(kluis: SqlKluis, klok: StilleKlok) -> None:
    (id_,) = _brieven(kluis, klok, "p-moeder")
    aan = kluis.bekijk(lambda kast: kast.concept_brief(id_)).concept.aan
    assert aan is not None
    anders = replace(aan, aanhef="Beste Renée")
    assert kluis.doe(lambda work: brief_bijhouden(work, id_, anders)).aan == anders
    with pytest.raises(DomainError):
        kluis.doe(lambda work: brief_bijhouden(work, id_, replace(aan, adresregels=("Elders 1",))))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: brief_bijhouden(work, id_, None))
    kluis.doe(lambda work: brief_verwerpen(work, id_))
    with pytest.raises(KeyError):
        kluis.bekijk(lambda kast: kast.concept_brief(id_))


def test_a_salutation_changes_nothing_but_itself(kluis: SqlKluis, klok: StilleKlok) -> None:
    (id_,) = _brieven(kluis, klok, "p-moeder")
    aan = _concept(kluis, id_).aan
    assert aan is not None
    kluis.doe(lambda work: aanhef_schrijven(work, id_, "Beste Renée"))
    assert _concept(kluis, id_).aan == replace(aan, aanhef="Beste Renée")
    nobody = Briefopgave(Documentsoort.BERICHT_SCHOOL, "bericht_school")
    (loose,) = kluis.doe(lambda work: brief_opstellen(work, klok, (FLEUR,), nobody))[0]
    kluis.doe(lambda work: aanhef_schrijven(work, loose, "Beste school"))
    assert _concept(kluis, loose).aan is None


@pytest.mark.parametrize(
    ("heffen", "samen"),
    [
        (("Geachte mevrouw A",), "Geachte mevrouw A"),
        (("",), ""),
        (("Geachte mevrouw A", "Geachte heer B"), "Geachte mevrouw A, geachte heer B"),
        (("", "Geachte heer B"), "Geachte heer B"),
        (("", ""), "Geachte ouders"),
    ],
)
def test_a_letter_to_several_names_each_as_the_register_does(heffen: tuple[str, ...], samen: str) -> None:
    assert aanhef_van([Ontvanger((), (), hef) for hef in heffen]) == samen


def test_a_letter_outside_goes_to_the_organisation(kluis: SqlKluis, klok: StilleKlok) -> None:
    school = Ontvanger(
        ("Lyceum De Wissel",), ("Schoolstraat 5", "1234 AD  DEMOSTAD"), "Geachte heer of mevrouw"
    )
    opgave = Briefopgave(Documentsoort.BERICHT_SCHOOL, "bericht_school", aan=school)
    (id_,) = kluis.doe(lambda work: brief_opstellen(work, klok, (FLEUR,), opgave))[0]
    assert "Lyceum De Wissel" in _text(papier(kluis, klok).brief(id_).pdf)


def test_only_a_letter_that_was_sent_is_in_the_chronology(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = _verzegeld(kluis, klok)
    id_ = begin_pv(kluis, klok)
    assert not _van_brieven(kluis, id_)
    opgave = Stapopgave(
        Stapsoort.VERZONDEN, klok.vandaag(), aan="mevrouw Van Wijngaarden", wijze=Verzendwijze.POST
    )
    kluis.doe(lambda work: stukstap_zetten(work, klok, stuk.id, opgave))
    assert kluis.doe(lambda work: bronnen_bijwerken(work, klok, id_)) == 1
    (zin,) = _van_brieven(kluis, id_)
    assert zin.startswith("Ik stuurde op ")
    assert zin.endswith(
        " per post de brief ‘Uitnodiging’, kenmerk 2026-d-fleur, 2026-d-teun, aan mevrouw Van Wijngaarden."
    )


def _concept(kluis: SqlKluis, id_: str) -> ConceptBrief:
    return kluis.bekijk(lambda kast: kast.concept_brief(id_)).concept


def _van_brieven(kluis: SqlKluis, id_: str) -> list[str]:
    zinnen = [zin.bevinding for zin in kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.zinnen]
    return [zin.brontekst for zin in zinnen if zin.bron.soort is Bronsoort.BRIEF]


def _formulier(kluis: SqlKluis, klok: StilleKlok) -> Formulierbeeld:
    return next(een for een in papier(kluis, klok).formulieren().beelden if een.soort is UITNODIGING)


def _verzegeld(kluis: SqlKluis, klok: StilleKlok) -> Stuk:
    (id_,) = _brieven(kluis, klok, "p-moeder")
    _vul(kluis, klok, id_)
    drukwerk = papier(kluis, klok).brief(id_, definitief=True)
    return kluis.doe(lambda work: brief_verzegelen(work, klok, id_, drukwerk, "Uitnodiging"))[0]


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    finally:
        document.close()
