"""R24: an address that becomes secret after a letter was written, before the seal or before it is sent."""

from __future__ import annotations

import pytest

from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.geheimhouding import verraadt
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.brief.verzegelen import brief_verzegelen
from leerplicht_desktop.casework.concepten import Ontvanger
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR, SAMEN, papier
from tests.formulieren import formulier
from tests.store.world import StilleKlok, persoon, pull

ELDERS: dict[str, Json] = {
    "adres": {"11.10": "Verborgenlaan", "11.20": "7", "11.60": "9999XY", "11.70": "Elderstad"},
    "adres_sleutel": "9999XY-7",
}
SCHOOL = Ontvanger(("Lyceum De Wissel",), ("Schoolstraat 5", "1234 AD  DEMOSTAD"), "Geachte heer of mevrouw")


def _vader(kluis: SqlKluis, *, geheim: bool) -> None:
    lo3 = {"02.10": "Bram", "02.30": "van", "02.40": "Wijngaarden", "03.10": "19790203", "04.10": "M"}
    code = 7 if geheim else 0
    pull(kluis, persoon("p-vader", SAMEN, "Bram", "Wijngaarden", lo3=lo3, geheimhouding=code, **ELDERS))


def _brief(kluis: SqlKluis, klok: StilleKlok, stand: str) -> tuple[str, Drukwerk]:
    """A letter to the school that is ready to be sealed, and its final paper."""
    _vader(kluis, geheim=False)
    opgave = Briefopgave(Documentsoort.BERICHT_SCHOOL, "bericht_school", aan=SCHOOL)
    (id_,) = kluis.doe(lambda work: brief_opstellen(work, klok, (FLEUR,), opgave))[0]

    vorm = formulier(Documentsoort.BERICHT_SCHOOL)

    def vul(work: Work) -> None:
        for veld, waarde in (("jongere", "Fleur"), ("melding_op", "2026-11-09"), ("stand", stand)):
            brief_veld_schrijven(work, id_, vorm, veld, waarde)

    kluis.doe(vul)
    return id_, papier(kluis, klok).brief(id_, definitief=True)


def test_what_became_secret_between_paper_and_seal_is_not_sealed(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_, gelezen = _brief(kluis, klok, "Fleur was bij vader in Elderstad.")
    _vader(kluis, geheim=True)
    with pytest.raises(DomainError, match="tekst"):
        kluis.doe(lambda work: brief_verzegelen(work, klok, id_, gelezen, "Bericht"))
    assert kluis.bekijk(lambda kast: kast.concept_brief(id_)).concept.velden["jongere"] == "Fleur"


def test_a_sealed_letter_that_waits_tells_what_became_secret(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_, gelezen = _brief(kluis, klok, "Fleur was bij vader in Elderstad.")
    kluis.doe(lambda work: brief_verzegelen(work, klok, id_, gelezen, "Bericht"))
    assert kluis.bekijk(lambda kast: kast.stuk(id_)).adres is None
    _vader(kluis, geheim=True)
    wijziging = kluis.bekijk(lambda kast: kast.stuk(id_)).adres
    assert wijziging is not None
    assert "nu geheim" in wijziging.reden
    assert "Elderstad" not in wijziging.zin


@pytest.mark.parametrize(
    "woord",
    [
        "Verborgenlaan 7",
        "VERBORGENLAAN",
        "9999 XY",
        "9999XY",
        "9999xy",
        "9999-XY",
        "9999\u00a0XY",
        "elderstad",
    ],
)
def test_a_secret_address_is_found_however_it_is_typed(kluis: SqlKluis, klok: StilleKlok, woord: str) -> None:
    id_, gelezen = _brief(kluis, klok, f"Post voor vader gaat naar {woord}.")
    _vader(kluis, geheim=True)
    with pytest.raises(DomainError, match="tekst"):
        kluis.doe(lambda work: brief_verzegelen(work, klok, id_, gelezen, "Bericht"))


@pytest.mark.parametrize("tekst", ["Hij woont in E\u00adde.", "In E\u200bd\u2060e dus.", "\u202eEde\u202c"])
def test_signs_without_width_hide_no_town(tekst: str) -> None:
    """The paper leaves them out: what stays is read."""
    assert verraadt(tekst, ["Ede"])
    assert not verraadt("De goe\u00adde dag.", ["Ede"])


def test_a_letter_that_gives_nothing_away_goes_on(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_, gelezen = _brief(kluis, klok, "Fleur komt weer naar school.")
    _vader(kluis, geheim=True)
    kluis.doe(lambda work: brief_verzegelen(work, klok, id_, gelezen, "Bericht"))
    assert kluis.bekijk(lambda kast: kast.stuk(id_)).adres is None
