"""R17: hearing somebody out (article 22) is no interrogation; the two are kept apart."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor, Verhoorregel, punten
from leerplicht_desktop.domain.privacy.regime import Recordsoort, Regime, regime_van
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .test_verhoor import COMPLEET, om

DAG = date(2026, 11, 21)


def test_a_talk_has_no_cautie_and_a_hearing_has_a_time_of_its_own() -> None:
    gesprek = {veld.name for veld in fields(Gespreksnotitie)}
    verhoor = {veld.name for veld in fields(Verhoor)}
    assert not {"cautie_om", "rechtsbijstand_medegedeeld_om"} & gesprek
    assert {"cautie_om", "begin"} <= verhoor


def test_words_from_before_the_cautie_do_not_belong_in_the_statement() -> None:
    overgenomen = Verhoorregel(om(9, 58), "Wij waren op vakantie.")
    gevonden = punten(replace(COMPLEET, regels=(overgenomen, *COMPLEET.regels)))
    assert gevonden[0].veld == "cautie_om"
    assert "hoort hier niet bij" in gevonden[0].bericht.replace("\n", " ")


def test_an_invitation_is_supervision_and_a_summons_investigation() -> None:
    gevallen: dict[Documentsoort | Recordsoort, Regime] = {
        Documentsoort.UITNODIGING_GESPREK: Regime.AVG,
        Documentsoort.OPROEP_VERHOOR: Regime.WPG,
        Recordsoort.GESPREKSNOTITIE: Regime.AVG,
        Recordsoort.VERHOOR: Regime.WPG,
    }
    for soort, regime in gevallen.items():
        assert regime_van(soort, DAG).regime is regime
