"""The paper of the practice caseload: real fields of a real form, and none left empty."""

from __future__ import annotations

from pathlib import Path

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.practice.papers import paper_places
from tests.formulieren import formulier
from tests.ui.papierwereld import papieren_wereld
from tests.ui.wereld import DRIELING


def test_the_letter_fills_every_field_of_its_form(tmp_path: Path) -> None:
    uitnodiging = formulier(Documentsoort.UITNODIGING_GESPREK)
    with papieren_wereld(tmp_path) as wereld:
        plekken = dict(wereld.doe(lambda work: paper_places(work, wereld.klok, DRIELING, [uitnodiging])))
        brief = plekken["brief"].ding
        velden = wereld.kluis.bekijk(lambda kast: kast.concept_brief(brief)).concept.velden
        assert {naam for naam, waarde in velden.items() if waarde} == {een.naam for een in uitnodiging.velden}
        assert wereld.context.papier.brief(brief, definitief=True).definitief
