"""Reports judged by their hours: the 37 of the practice data by hand, and the borders between kinds."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.kalender import Regio, regiokalender
from leerplicht_desktop.domain.leerplicht import Plicht
from leerplicht_desktop.domain.verzuim import Verzuimdag
from leerplicht_desktop.domain.verzuimmelding import (
    Beoordeling,
    Melding,
    Meldsoort,
    Verzuimsoort,
    beoordeel,
    schoolsignalen,
    uiterste_melddag,
)
from tests.domain.meldingen import geboortedata, kalenders, melding_van, rijen

GOUD = json.loads((Path(__file__).parents[1] / "golden" / "meldingen.json").read_text("utf-8"))
MIDDEN = regiokalender(Regio.MIDDEN)
GEBOREN = date(2012, 5, 1)


def als_goud(oordeel: Beoordeling) -> dict[str, object]:
    return {
        "soort": oordeel.soort.value,
        "meldplichtig": oordeel.meldplichtig,
        "te_laat_sinds": oordeel.te_laat_sinds.isoformat() if oordeel.te_laat_sinds else None,
        "plicht": oordeel.plicht.value if oordeel.plicht else None,
        "zestien_uur": [f"{keer.begin} {keer.einde} {keer.uren}" for keer in oordeel.telling],
        "stand": str(oordeel.telling.stand),
        "redenen": list(oordeel.redenen),
    }


@pytest.mark.parametrize("rij", rijen("verzuimmeldingen.csv"), ids=lambda rij: rij["meldingsnummer"])
def test_each_practice_report_comes_down_to_what_was_judged_by_hand(rij: dict[str, str]) -> None:
    kalender = kalenders()[rij["brin"], rij["vestiging"]]
    oordeel = beoordeel(melding_van(rij), geboortedata().get(rij["bsn"]), kalender)
    verwacht = dict(GOUD[rij["meldingsnummer"]])
    assert verwacht.pop("nagekeken")
    assert als_goud(oordeel) == verwacht
    assert oordeel.uitleg.dagen


def melding(soort: Meldsoort, dagen: int, *, alles: bool = True, na: int = 0) -> Melding:
    lesdagen = MIDDEN.lesdagen(date(2026, 8, 31), date(2026, 12, 18))[:dagen]
    return Melding(
        soort,
        lesdagen[-1] + timedelta(days=na),
        lesdagen[0],
        None,
        tuple(Verzuimdag(dag, 5, "lesuur") for dag in lesdagen),
        alles,
    )


@pytest.mark.parametrize(
    ("dagen", "na", "soort"),
    [
        (3, 0, Verzuimsoort.OVERIG),
        (4, 0, Verzuimsoort.ZESTIEN_UUR),
        (20, 0, Verzuimsoort.ZESTIEN_UUR),
        (20, 2, Verzuimsoort.ZESTIEN_UUR),
        (20, 3, Verzuimsoort.LANGDURIG),
        (21, 0, Verzuimsoort.LANGDURIG),
    ],
)
def test_the_kind_follows_the_hours_and_the_weeks(dagen: int, na: int, soort: Verzuimsoort) -> None:
    oordeel = beoordeel(melding(Meldsoort.SIGNAAL, dagen, na=na), GEBOREN, MIDDEN)
    assert oordeel.soort is soort
    assert oordeel.meldplichtig is (soort is not Verzuimsoort.OVERIG)
    langdurig = "Dit is langer dan vier weken, dus langdurig verzuim, al noemt de school het anders."
    assert (langdurig in oordeel.redenen) is (soort is Verzuimsoort.LANGDURIG)


def test_present_again_stops_the_clock_and_part_days_never_start_it() -> None:
    terug = melding(Meldsoort.LANGDURIG, 20)
    dicht = Melding(
        terug.opgegeven, date(2026, 11, 1), terug.begindatum, date(2026, 9, 25), terug.dagen, True
    )
    assert beoordeel(dicht, GEBOREN, MIDDEN).soort is Verzuimsoort.ZESTIEN_UUR
    los = beoordeel(melding(Meldsoort.LANGDURIG, 30, alles=False), GEBOREN, MIDDEN)
    assert (los.klok, los.soort) == (None, Verzuimsoort.ZESTIEN_UUR)


def test_without_a_duty_there_is_no_verzuim_but_a_doorstroompunt() -> None:
    meerderjarig = beoordeel(melding(Meldsoort.ZESTIEN_UUR, 5), date(2008, 8, 1), MIDDEN)
    assert (meerderjarig.soort, meerderjarig.plicht) == (Verzuimsoort.GEEN_PLICHT, Plicht.GEEN)
    assert "Doorstroompunt" in meerderjarig.uitleg.artikel
    rmc = beoordeel(melding(Meldsoort.RMC, 5), None, MIDDEN)
    assert (rmc.soort, rmc.plicht, rmc.meldplichtig) == (Verzuimsoort.GEEN_PLICHT, None, False)


def test_excused_days_alone_come_down_to_nothing() -> None:
    ziek = tuple(
        Verzuimdag(dag, 7, "lesuur", True) for dag in MIDDEN.lesdagen(date(2026, 9, 7), date(2026, 9, 18))
    )
    oordeel = beoordeel(
        Melding(Meldsoort.OVERIG, date(2026, 9, 21), date(2026, 9, 7), None, ziek, True), GEBOREN, MIDDEN
    )
    assert (oordeel.soort, oordeel.klok) == (Verzuimsoort.OVERIG, None)
    assert "geen uren zonder geldige reden" in dict(oordeel.uitleg.invoer)["telling"]


def test_a_career_changes_the_duty() -> None:
    gewoon = melding(Meldsoort.ZESTIEN_UUR, 5)
    pro = beoordeel(gewoon, date(2009, 9, 15), MIDDEN, None, {"praktijkonderwijs": True})
    assert pro.soort is Verzuimsoort.GEEN_PLICHT
    assert beoordeel(gewoon, date(2009, 9, 15), MIDDEN).plicht is Plicht.KWALIFICATIEPLICHT


@pytest.mark.parametrize(
    ("einddatum", "dagen", "veld"),
    [
        (date(2026, 9, 6), [date(2026, 9, 7)], "einddatum"),
        (date(2026, 9, 8), [date(2026, 9, 9)], "verzuimspecificatie"),
        (None, [date(2026, 9, 4)], "verzuimspecificatie"),
        (None, [], "verzuimspecificatie"),
    ],
)
def test_impossible_reports_are_refused(einddatum: date | None, dagen: list[date], veld: str) -> None:
    with pytest.raises(DomainError) as fout:
        Melding(
            Meldsoort.OVERIG,
            date(2026, 9, 10),
            date(2026, 9, 7),
            einddatum,
            tuple(Verzuimdag(dag, 1, "lesuur") for dag in dagen),
        )
    assert fout.value.veld == veld


def test_a_report_is_late_after_five_schooldays() -> None:
    assert uiterste_melddag(date(2026, 10, 14), MIDDEN) == date(2026, 10, 28)
    dagen = tuple(Verzuimdag(dag, 8, "lesuur") for dag in (date(2026, 10, 13), date(2026, 10, 14)))
    for gemeld_op, laat in ((date(2026, 10, 28), None), (date(2026, 10, 29), date(2026, 10, 29))):
        op_tijd = Melding(Meldsoort.ZESTIEN_UUR, gemeld_op, date(2026, 10, 13), None, dagen)
        assert beoordeel(op_tijd, GEBOREN, MIDDEN).te_laat_sinds == laat


def test_what_a_school_had_to_report_and_has_not_is_a_signal() -> None:
    dagen = [Verzuimdag(dag, 8, "lesuur") for dag in MIDDEN.lesdagen(date(2026, 9, 7), date(2026, 9, 10))]
    eerste = Melding(
        Meldsoort.ZESTIEN_UUR, date(2026, 9, 8), date(2026, 9, 7), date(2026, 9, 8), tuple(dagen[:2])
    )
    assert schoolsignalen(dagen, [], MIDDEN, date(2026, 9, 15)) == ()
    assert len(schoolsignalen(dagen, [], MIDDEN, date(2026, 9, 16))) == 1
    (open_staand,) = schoolsignalen(dagen, [eerste], MIDDEN, date(2026, 11, 21))
    assert (open_staand.periode.begin, open_staand.uiterlijk) == (date(2026, 9, 9), date(2026, 9, 17))
    assert "had gemeld moeten zijn" in open_staand.uitleg.regel
    later = Melding(Meldsoort.ZESTIEN_UUR, date(2026, 9, 30), date(2026, 9, 7), None, tuple(dagen))
    assert schoolsignalen(dagen, [later], MIDDEN, date(2026, 11, 21)) == ()
