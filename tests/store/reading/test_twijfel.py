"""Doubt and gezag as the screens get them: those of the day of reading, from what came over the wire once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pytest

from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde, Twijfelsoort
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import AMSTERDAM, StilleKlok, dossier, persoon, pull

DAG = 24 * 60 * 60


def _merk(groep: str, code: str, begin: str, **meer: Json) -> dict[str, Json]:
    onderzoek: dict[str, Json] = {"aanduiding": code, "begin": begin}
    return {"groep": groep, "bron": "brp", "dag": "2026-03-15", "onderzoeken": [onderzoek], **meer}


def _ouder(rol: str, wie: str | None, merken: list[Json], **meer: Json) -> dict[str, Json]:
    return {"persoon": wie, "rol": rol, "naam": "onbekend", "gezag": True, "bronmerken": merken, **meer}


def _pull(
    kluis: SqlKluis,
    jong: Mapping[str, Json],
    *,
    gezag: tuple[Json, ...] = (),
    ouders: tuple[Json, ...] = (),
) -> None:
    pull(
        kluis,
        dossier("d-1", "p-1", "Noor", bronmerken=list(gezag), betrokkenen=list(ouders)),
        persoon("p-1", ("d-1",), "Noor", "Kamp", **jong),
        persoon("p-2", ("d-1",), "Renée", "Çelik", bronmerken=[_merk("persoon", "010240", "20260201")]),
    )


def _beeld(kluis: SqlKluis) -> DossierBeeld:
    found = kluis.lees(lambda caseload: caseload.dossier("d-1"))
    assert found is not None
    return found


def _since(one: PersoonBeeld) -> dict[Brpwaarde, str]:
    return {twijfel.gegeven: twijfel.sinds for twijfel in one.twijfels}


def test_each_doubt_stands_with_its_own_value_and_day(kluis: SqlKluis) -> None:
    _pull(
        kluis,
        {"bronmerken": [_merk("persoon", "010310", "20260101"), _merk("adres", "081120", "20260102")]},
        gezag=(_merk("gezag", "113210", "20260103"),),
        ouders=(_ouder("ouder1", "p-2", [_merk("ouder1", "020210", "20260104")]),),
    )
    beeld = _beeld(kluis)
    assert _since(beeld.jongere) == {Brpwaarde.GEBOORTEDATUM: "20260101", Brpwaarde.ADRES: "20260102"}
    assert _since(beeld.betrokkenen[0]) == {
        Brpwaarde.NAAM: "20260201",
        Brpwaarde.AANSCHRIJVING: "20260201",
        Brpwaarde.OUDER: "20260104",
        Brpwaarde.GEZAG: "20260103",
    }
    assert beeld.betrokkenen[0].gezag is None


def test_a_server_from_before_the_marks_tells_the_same_doubt(kluis: SqlKluis) -> None:
    adres = {"11.10": "Kade", "11.20": "3", "83.10": "089999", "83.20": "20260801"}
    _pull(kluis, {"adres": adres, "lo3": {"02.40": "Kamp", "83.10": "010240", "83.20": "20260701"}})
    jongere = _beeld(kluis).jongere
    assert _since(jongere)[Brpwaarde.NAAM] == "20260701"
    weg = jongere.twijfel(Brpwaarde.ADRES)
    assert weg is not None
    assert (weg.soort, weg.sinds) == (Twijfelsoort.NIET_OP_ADRES, "20260801")


def test_doubt_begins_and_ends_while_nothing_is_imported(kluis: SqlKluis, klok: StilleKlok) -> None:
    onderzoek: dict[str, Json] = {"aanduiding": "080000", "begin": "20261122", "eind": "20261124"}
    _pull(kluis, {"bronmerken": [{"groep": "adres", "bron": "brp", "onderzoeken": [onderzoek]}]})
    getwijfeld = []
    for _ in range(4):
        getwijfeld.append(_beeld(kluis).jongere.twijfel(Brpwaarde.ADRES) is not None)
        klok.verder(DAG)
    assert klok.vandaag() == datetime(2026, 11, 25, tzinfo=AMSTERDAM).date()
    assert getwijfeld == [False, True, True, False]


def test_gezag_turns_on_the_birthday_while_nothing_is_imported(kluis: SqlKluis, klok: StilleKlok) -> None:
    _pull(
        kluis,
        {"geboortedatum": "20081122"},
        gezag=(_merk("gezag", "110000", "20260103", onderzoeken=[]),),
        ouders=(_ouder("ouder1", "p-2", []), _ouder("ouder2", None, [], gezag=False)),
    )
    gisteren = _beeld(kluis)
    assert [een.gezag for een in gisteren.betrokkenen] == [True, False]
    assert gisteren.meerderjarig is False
    klok.verder(DAG)
    vandaag = _beeld(kluis)
    assert [een.gezag for een in vandaag.betrokkenen] == [False, False]
    assert vandaag.meerderjarig is True
    toen = datetime(2026, 11, 21, tzinfo=AMSTERDAM).date()
    assert [een.gezag_op(toen) for een in vandaag.betrokkenen] == [True, False]


def test_nobody_asks_after_doubted_gezag_over_an_adult(kluis: SqlKluis) -> None:
    _pull(
        kluis,
        {"geboortedatum": "20070101"},
        gezag=(_merk("gezag", "113210", "20260103"),),
        ouders=(_ouder("ouder1", "p-2", []),),
    )
    ouder = _beeld(kluis).betrokkenen[0]
    assert (ouder.gezag, ouder.twijfel(Brpwaarde.GEZAG)) == (False, None)


@pytest.mark.parametrize("rol", ["ouder1", "ouder2"])
def test_a_parent_whom_nobody_knows_stands_there_as_unknown(kluis: SqlKluis, rol: str) -> None:
    merk: dict[str, Json] = {
        "groep": rol,
        "bron": "brp",
        "niet_vast_te_stellen": [f"0{'12'.index(rol[-1]) + 2}0240"],
    }
    _pull(kluis, {}, ouders=(_ouder(rol, None, [merk]),))
    (ouder,) = _beeld(kluis).betrokkenen
    assert (ouder.naam, ouder.onbekend) == (f"Ouder {rol[-1]}: onbekend", True)


def test_phone_and_other_address_keep_who_said_them(kluis: SqlKluis) -> None:
    _pull(kluis, {}, gezag=({"groep": "telefoon", "bron": "school", "dag": "2026-10-05"},))
    merk = _beeld(kluis).bron("telefoon")
    assert merk is not None
    assert (merk.bron, str(merk.dag)) == ("school", "2026-10-05")
    assert _beeld(kluis).bron("afwijkend_adres") is None
