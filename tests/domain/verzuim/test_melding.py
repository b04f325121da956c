"""Reports judged by their hours: the 37 of the practice data by hand, and the borders between kinds."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.verzuim.melding import (
    Beoordeling,
    Melding,
    Verzuimsoort,
    beoordeel,
    schoolsignalen,
    uiterste_melddag,
)
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender
from tests.domain.meldingen import geboortedata, kalenders, melding_van, rijen

GOUD = json.loads((Path(__file__).parents[2] / "golden" / "meldingen.json").read_text("utf-8"))
MIDDEN = regiokalender(Regio.MIDDEN)
GEBOREN = date(2012, 5, 1)


def als_goud(oordeel: Beoordeling) -> dict[str, object]:
    return {
        "soort": oordeel.soort.value,
        "meldplichtig": oordeel.meldplichtig,
        "te_laat_sinds": oordeel.te_laat_sinds.isoformat() if oordeel.te_laat_sinds else None,
        "plicht": oordeel.plicht.value if oordeel.plicht else None,
        "urentelling": [f"{keer.begin} {keer.einde} {keer.uren}" for keer in oordeel.telling],
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
        (4, 0, Verzuimsoort.URENGRENS),
        (20, 0, Verzuimsoort.URENGRENS),
        (20, 2, Verzuimsoort.URENGRENS),
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
    assert beoordeel(dicht, GEBOREN, MIDDEN).soort is Verzuimsoort.URENGRENS
    los = beoordeel(melding(Meldsoort.LANGDURIG, 30, alles=False), GEBOREN, MIDDEN)
    assert (los.klok, los.soort) == (None, Verzuimsoort.URENGRENS)


def test_without_a_duty_there_is_no_verzuim_but_a_doorstroompunt() -> None:
    meerderjarig = beoordeel(melding(Meldsoort.URENGRENS, 5), date(2008, 8, 1), MIDDEN)
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
    gewoon = melding(Meldsoort.URENGRENS, 5)
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
        op_tijd = Melding(Meldsoort.URENGRENS, gemeld_op, date(2026, 10, 13), None, dagen)
        assert beoordeel(op_tijd, GEBOREN, MIDDEN).te_laat_sinds == laat


def test_what_a_school_had_to_report_and_has_not_is_a_signal() -> None:
    dagen = [Verzuimdag(dag, 8, "lesuur") for dag in MIDDEN.lesdagen(date(2026, 9, 7), date(2026, 9, 10))]
    eerste = Melding(
        Meldsoort.URENGRENS, date(2026, 9, 8), date(2026, 9, 7), date(2026, 9, 8), tuple(dagen[:2])
    )
    assert schoolsignalen(dagen, [], MIDDEN, date(2026, 9, 15)) == ()
    assert len(schoolsignalen(dagen, [], MIDDEN, date(2026, 9, 16))) == 1
    (open_staand,) = schoolsignalen(dagen, [eerste], MIDDEN, date(2026, 11, 21))
    assert (open_staand.periode.begin, open_staand.uiterlijk) == (date(2026, 9, 9), date(2026, 9, 17))
    assert "had gemeld moeten zijn" in open_staand.uitleg.regel
    later = Melding(Meldsoort.URENGRENS, date(2026, 9, 30), date(2026, 9, 7), None, tuple(dagen))
    assert schoolsignalen(dagen, [later], MIDDEN, date(2026, 11, 21)) == ()


@pytest.mark.parametrize(
    ("geboren", "soort", "plicht", "dagen"),
    [
        # Eighteen on each of the five missed days of five hours, and on the day after them.
        (date(2008, 9, 7), Verzuimsoort.GEEN_PLICHT, Plicht.GEEN, 5),
        (date(2008, 9, 8), Verzuimsoort.OVERIG, Plicht.KWALIFICATIEPLICHT, 1),
        (date(2008, 9, 9), Verzuimsoort.OVERIG, Plicht.KWALIFICATIEPLICHT, 2),
        (date(2008, 9, 10), Verzuimsoort.OVERIG, Plicht.KWALIFICATIEPLICHT, 3),
        (date(2008, 9, 11), Verzuimsoort.URENGRENS, Plicht.KWALIFICATIEPLICHT, 4),
        (date(2008, 9, 12), Verzuimsoort.URENGRENS, Plicht.KWALIFICATIEPLICHT, 5),
    ],
)
def test_hours_after_the_eighteenth_birthday_are_no_absence_of_the_law(
    geboren: date, soort: Verzuimsoort, plicht: Plicht, dagen: int
) -> None:
    lesdagen = MIDDEN.lesdagen(date(2026, 9, 7), date(2026, 9, 11))
    gemeld = Melding(
        Meldsoort.URENGRENS,
        lesdagen[-1],
        lesdagen[0],
        lesdagen[-1],
        tuple(Verzuimdag(dag, 5, "lesuur") for dag in lesdagen),
    )
    oordeel = beoordeel(gemeld, geboren, MIDDEN)
    assert (oordeel.soort, oordeel.plicht) == (soort, plicht)
    geteld = sum(int(keer.uren) for keer in oordeel.telling) + int(oordeel.telling.stand)
    assert geteld == 5 * dagen
    zonder = [reden for reden in oordeel.redenen if "zonder plicht" in reden]
    assert bool(zonder) is (soort is not Verzuimsoort.GEEN_PLICHT and dagen < 5)


def test_hours_before_the_first_schoolday_of_the_duty_do_not_count() -> None:
    dagen = (date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 2))
    gemeld = Melding(
        Meldsoort.BEGINNEND,
        dagen[-1],
        dagen[0],
        dagen[-1],
        tuple(Verzuimdag(dag, 5, "klokuur") for dag in dagen),
    )
    oordeel = beoordeel(gemeld, date(2021, 9, 1), MIDDEN)
    assert (oordeel.plicht, int(oordeel.telling.stand)) == (Plicht.LEERPLICHT, 10)
    assert oordeel.soort is Verzuimsoort.OVERIG


def test_a_report_at_the_end_of_the_known_calendar_is_still_judged() -> None:
    dagen = MIDDEN.lesdagen(date(2027, 7, 12), date(2027, 7, 15))
    gemist = tuple(Verzuimdag(dag, 5, "lesuur") for dag in dagen)
    for gemeld_op in (dagen[-1], date(2027, 7, 31), date(2027, 8, 5)):
        gemeld = Melding(Meldsoort.URENGRENS, gemeld_op, dagen[0], dagen[-1], gemist)
        oordeel = beoordeel(gemeld, GEBOREN, MIDDEN)
        assert (oordeel.soort, oordeel.te_laat_sinds) == (Verzuimsoort.URENGRENS, None)


def test_words_for_a_kind_and_an_answer_are_checked() -> None:
    dag = date(2026, 9, 7)
    gemist = (Verzuimdag(dag, 5, "lesuur"),)
    als_woord: Any = "LUXE"
    assert beoordeel(Melding(als_woord, dag, dag, dag, gemist), GEBOREN, "midden").soort is Verzuimsoort.LUXE
    onbekend: Any = "vakantie"
    letter: Any = "N"
    for veld, soort, alles in (("soort", onbekend, False), ("alle_lessen_gemist", Meldsoort.LUXE, letter)):
        with pytest.raises(DomainError) as fout:
            Melding(soort, dag, dag, dag, gemist, alles)
        assert fout.value.veld == veld
