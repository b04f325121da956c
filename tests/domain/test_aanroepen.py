"""The names others rely on, called as they are written down: by place, by name, with plain values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    EerdereAfdoening,
    Haltvoorwaarden,
    Jongere,
    Rol,
    grondslagen,
    halt_toets,
    luxeverzuim_lijn,
    mag_verdachte_zijn,
    recidive,
)
from leerplicht_desktop.domain.persoon.identiteit import is_brin, is_bsn, is_onderwijsnummer
from leerplicht_desktop.domain.plicht.leerplicht import (
    Diploma,
    kwalificatieplicht,
    leerplicht_begin,
    leerplicht_einde,
    plicht_op,
)
from leerplicht_desktop.domain.termijn.termijnen import bezwaar_tijdig, bezwaartermijn
from leerplicht_desktop.domain.verlof.verlof import verlof_13a, verlof_14
from leerplicht_desktop.domain.verzuim.telling import (
    Thuiszitterinstelling,
    Verzuimdag,
    thuiszitter,
    urentelling,
)
from leerplicht_desktop.domain.vrijstelling.vrijstelling import trekkend_bestaan
from leerplicht_desktop.domain.wet.feestdagen import Feestdagen, feestdagen

GEBOREN, DAG = date(2009, 9, 15), date(2026, 11, 21)
VAN, TOT = date(2026, 9, 1), date(2026, 9, 30)
MOMENT = datetime(2026, 9, 7, 9, tzinfo=UTC)
NAN = float("nan")
AKKOORD = Haltvoorwaarden(True, True)


def los(waarde: object) -> Any:
    """A value that no type checker has looked at, as an import or a script would pass it."""
    return waarde


def test_every_answer_comes_with_its_uitleg() -> None:
    kind = Jongere(GEBOREN)
    antwoorden: list[Any] = [
        leerplicht_begin(geboortedatum=date(2021, 8, 31), kalender="midden"),
        leerplicht_einde(GEBOREN, volledige_schooljaren=None),
        kwalificatieplicht(GEBOREN, None, False, None),
        plicht_op(DAG, GEBOREN),
        urentelling([], "midden"),
        thuiszitter(date(2026, 9, 7), date(2026, 10, 5), Thuiszitterinstelling()),
        verlof_14(8, 3),
        verlof_13a(date(2026, 9, 14), date(2026, 9, 25), "midden"),
        bezwaartermijn(date(2026, 11, 13)),
        feestdagen(2026),
        grondslagen(kind, Betrokkene(Rol.OUDER, True), "absoluut", VAN, TOT),
        mag_verdachte_zijn(kind, "jongere", "absoluut", VAN, TOT),
        halt_toets(9, 0, 14, AKKOORD),
        luxeverzuim_lijn(1, True),
    ]
    for antwoord in antwoorden:
        assert antwoord.uitleg.regel
        assert antwoord.uitleg.artikel
        assert antwoord.uitleg.wetsversie


def test_hours_and_units_as_anybody_writes_them() -> None:
    dagen = [
        Verzuimdag(date(2026, 9, 7), 4, "lesuur", False),
        Verzuimdag(date(2026, 9, 8), 5.5, "lesuur", geoorloofd=False),
        Verzuimdag(date(2026, 9, 9), "6,5", "lesuur"),
    ]
    (keer,) = telling = urentelling(dagen, "midden")
    assert (keer.begin, keer.einde, keer.uren) == (date(2026, 9, 7), date(2026, 9, 9), Decimal(16))
    assert (len(telling), telling[0]) == (1, keer)


def test_the_end_of_a_term_is_a_day_and_a_year_of_holidays_cannot_be_changed() -> None:
    termijn = bezwaartermijn(verzonden=date(2026, 11, 13))
    assert termijn.einde == termijn.laatste_dag == date(2026, 12, 28)
    dagen = feestdagen(2026)
    assert date(2026, 5, 5) in dagen
    assert isinstance(dagen, Feestdagen)
    assert (len(dagen), dagen.uitleg.dagen) == (9, tuple(dagen))
    with pytest.raises(TypeError):
        los(dagen)[DAG] = "zomaar"


def test_a_birth_date_and_a_role_will_do_where_nothing_else_counts() -> None:
    (feit,) = grondslagen(GEBOREN, Betrokkene(Rol.OUDER, True), "absoluut", VAN, TOT)
    assert feit.artikel == "artikel 4a lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969"
    geen = grondslagen(GEBOREN, "jongere", "absoluut", VAN, TOT)
    assert not geen
    assert "geen plicht om ingeschreven te staan" in geen.uitleg.regel
    assert Betrokkene(los("verzorger"), feitelijke_verzorging=True).rol is Rol.VERZORGER


def test_numbers_without_quotes_and_nothing_at_all() -> None:
    assert is_bsn(123456782)
    assert is_onderwijsnummer(101222331)
    for leeg in (None, "", " "):
        assert not any(toets(leeg) for toets in (is_bsn, is_onderwijsnummer, is_brin))


@pytest.mark.parametrize(
    ("veld", "vraag"),
    [
        ("geboortedatum", lambda: leerplicht_begin(los("2021-08-31"), "midden")),
        ("geboortedatum", lambda: leerplicht_einde(date(9990, 1, 1))),
        ("volledige_schooljaren", lambda: leerplicht_einde(GEBOREN, los(12.5))),
        ("volledige_schooljaren", lambda: leerplicht_einde(GEBOREN, los("12"))),
        ("startkwalificatie", lambda: kwalificatieplicht(GEBOREN, los("havo"))),
        ("startkwalificatie", lambda: kwalificatieplicht(GEBOREN, los(True))),
        ("startkwalificatie", lambda: Diploma("havo", los(None))),
        ("praktijkonderwijs", lambda: kwalificatieplicht(GEBOREN, praktijkonderwijs=los("nee"))),
        ("dag", lambda: plicht_op(MOMENT, GEBOREN)),
        ("dag", lambda: plicht_op(los("2026-09-07"), GEBOREN)),
        ("datum", lambda: Verzuimdag(los("2026-09-07"), 4, "lesuur", False)),
        ("datum", lambda: Verzuimdag(MOMENT, 4, "lesuur", False)),
        ("uren", lambda: Verzuimdag(DAG, -1, "lesuur", False)),
        ("uren", lambda: Verzuimdag(DAG, NAN, "lesuur", False)),
        ("uren", lambda: Verzuimdag(DAG, 24.5, "lesuur", False)),
        ("eenheid", lambda: Verzuimdag(DAG, 4, los(None), False)),
        ("geoorloofd", lambda: Verzuimdag(DAG, 4, "lesuur", los("nee"))),
        ("instelling", lambda: thuiszitter(VAN, TOT, los(6))),
        ("eerste_dag", lambda: thuiszitter(los("2026-09-01"), TOT, None)),
        ("vakantie_telt", lambda: Thuiszitterinstelling(vakantie_telt=los("ja"))),
        ("regionale_weken", lambda: Thuiszitterinstelling(los(5.5))),
        ("reeds_verleend", lambda: verlof_14(los(NAN), 3)),
        ("gevraagd", lambda: verlof_14(8, los("3"))),
        ("eerste_dag", lambda: verlof_14(8, 3, los("2026-10-01"))),
        ("eerder_dit_schooljaar", lambda: verlof_13a(VAN, TOT, "midden", -1)),
        ("datum", lambda: bezwaartermijn(MOMENT)),
        ("gepost", lambda: bezwaar_tijdig(bezwaartermijn(VAN), VAN, TOT)),
        ("jaar", lambda: feestdagen(los("2026"))),
        ("rol", lambda: grondslagen(GEBOREN, "buurman", "absoluut", VAN, TOT)),
        ("persoon", lambda: grondslagen(GEBOREN, los(None), "absoluut", VAN, TOT)),
        ("gezag", lambda: grondslagen(GEBOREN, "ouder", "absoluut", VAN, TOT)),
        ("gezag", lambda: Betrokkene(Rol.OUDER, los("ja"))),
        ("kalender", lambda: grondslagen(GEBOREN, "jongere", "relatief", VAN, TOT)),
        ("tot", lambda: grondslagen(GEBOREN, "jongere", "absoluut", VAN, los("2026-09-30"))),
        ("grondslag", lambda: EerdereAfdoening(VAN, "2 lid 10")),
        ("uren", lambda: halt_toets(NAN, 0, 14, AKKOORD)),
        ("keren_te_laat", lambda: halt_toets(9, los(NAN), 14, AKKOORD)),
        ("leeftijd", lambda: halt_toets(9, 0, los("14"), AKKOORD)),
        ("ouders_akkoord", lambda: Haltvoorwaarden(True, los("getekend"))),
        ("schooldagen", lambda: luxeverzuim_lijn(los(NAN), True)),
        ("eerste_keer", lambda: luxeverzuim_lijn(1, los(None))),
        ("aangekondigd", lambda: luxeverzuim_lijn(1, True, los(True))),
        ("kilometer", lambda: trekkend_bestaan(VAN, "kermisexploitant", True, NAN)),
    ],
)
def test_bad_input_is_refused_by_field_and_article(veld: str, vraag: Callable[[], object]) -> None:
    with pytest.raises(DomainError) as fout:
        vraag()
    assert fout.value.veld == veld
    assert fout.value.artikel
    assert fout.value.bericht.endswith(".")


def test_an_unknown_exception_to_the_duty_is_no_exception() -> None:
    with pytest.raises(TypeError, match="praktijk"):
        plicht_op(DAG, GEBOREN, **los({"praktijk": True}))


def test_an_earlier_ground_may_be_written_as_it_is_printed() -> None:
    gedrukt = EerdereAfdoening(date(2024, 5, 1), "artikel 2 lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969")
    assert recidive([gedrukt], VAN + timedelta(days=1), Rol.OUDER).afschrift_raad
    zelf = EerdereAfdoening(date(2024, 5, 1), "artikel 2 lid 3 jo. artikel 26 lid 2 Leerplichtwet 1969")
    assert not recidive([zelf], VAN, Rol.OUDER).afschrift_raad
