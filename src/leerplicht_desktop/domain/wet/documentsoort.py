"""The kinds of paper an officer sends, and what the law data say about each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .wetboek import Bepaling, bepaling


class Documentsoort(StrEnum):
    """A kind of document (W3); its provision has the key ``document.<value>``."""

    UITNODIGING_GESPREK = "uitnodiging_gesprek"
    OPROEP_VERHOOR = "oproep_verhoor"
    WAARSCHUWING = "waarschuwing"
    HALT_VERWIJZING = "halt_verwijzing"
    KENNISGEVING_PV = "kennisgeving_pv"
    BESCHIKKING_VERLOF = "beschikking_verlof"
    BESCHIKKING_VERVANGENDE_LEERPLICHT = "beschikking_vervangende_leerplicht"
    BESCHIKKING_VRIJSTELLING_15 = "beschikking_vrijstelling_15"
    REACTIE_VRIJSTELLING = "reactie_vrijstelling"
    ZORGMELDING = "zorgmelding"
    BERICHT_OUDERS = "bericht_ouders"
    BERICHT_OUDERS_VERHOOR = "bericht_ouders_verhoor"
    MELDING_SVB = "melding_svb"
    INTREKKING_SVB = "intrekking_svb"
    NIET_THUISKAART = "niet_thuiskaart"
    GESPREKSVERSLAG = "gespreksverslag"
    BERICHT_SCHOOL = "bericht_school"
    OVERDRACHT = "overdracht"
    SIGNAAL_INSPECTIE = "signaal_inspectie"
    MELDING_ARBEIDSINSPECTIE = "melding_arbeidsinspectie"
    TERUGMELDING_BRP = "terugmelding_brp"
    PROCES_VERBAAL = "proces_verbaal"
    DUO_BERICHT = "duo_bericht"
    BEZOEKLIJST = "bezoeklijst"
    VERZUIMBEELD = "verzuimbeeld"

    def bepaling_op(self, dag: date) -> Bepaling:
        """What the law data say about this kind on a day."""
        return bepaling(f"document.{self.value}", dag)

    def naam(self, dag: date) -> str:
        """Its name in Dutch."""
        return str(self.bepaling_op(dag).waarden["naam"])

    def is_besluit(self, dag: date) -> bool:
        """Whether it is a decision, which alone carries an objection clause (Awb 1:3, 3:45)."""
        return self.bepaling_op(dag).waarden["besluit"] is True

    def bezwaar_bij(self, dag: date) -> str:
        """The body that hears an objection, the one that decided (Awb 6:4); empty when there is none."""
        return str(self.bepaling_op(dag).waarden.get("bezwaar_bij", ""))
