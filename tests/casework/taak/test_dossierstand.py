"""What the rules are told of a dossier: the clock of the newest report, or nothing when it cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.casework.taak.voorstellen import dossierstand, voorstellen
from leerplicht_desktop.domain.taak.voorstellen import Dossierstand
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import FLEUR
from tests.store.world import StilleKlok, melding, pull

BEGIN = "2026-09-07"


def _stand(kluis: SqlKluis, dag: date) -> Dossierstand | None:
    beeld = kluis.lees(lambda caseload: caseload.dossier(FLEUR))
    assert beeld is not None
    return kluis.lees(lambda caseload: dossierstand(caseload, beeld, dag))


@pytest.mark.parametrize(
    ("soort", "einde", "loopt"), [("LRV", None, True), ("LRV", "2026-11-20", False), ("LUXE", None, False)]
)
def test_only_a_long_absence_that_goes_on_has_a_clock(
    kluis: SqlKluis, klok: StilleKlok, soort: str, einde: str | None, loopt: bool
) -> None:
    pull(kluis, melding("m-lang", (FLEUR,), "2026-11-20", soort=soort, begindatum=BEGIN, einddatum=einde))
    stand = _stand(kluis, klok.vandaag())
    assert stand is not None
    assert (stand.klok is not None) is loopt
    if stand.klok is not None:
        assert stand.klok.dagen == (klok.vandaag() - date.fromisoformat(BEGIN)).days + 1


def test_a_report_that_the_rules_cannot_read_proposes_nothing(kluis: SqlKluis, klok: StilleKlok) -> None:
    dag = klok.vandaag()
    assert kluis.lees(lambda caseload: voorstellen(caseload, FLEUR, dag))
    pull(kluis, melding("m-om", (FLEUR,), "2026-11-20", begindatum="2026-11-20", einddatum="2026-11-01"))
    assert _stand(kluis, dag) is None
    assert kluis.lees(lambda caseload: voorstellen(caseload, FLEUR, dag)) == ()
