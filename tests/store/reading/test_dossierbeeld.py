from __future__ import annotations

from datetime import date

from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import StilleKlok, begin_bezoek, dossier, melding, persoon, pull, record

BETROKKENEN: list[Json] = [
    {
        "persoon": "p-1",
        "rol": "jongere",
        "naam": "Zoë",
        "gezag": None,
        "zelfde_adres": True,
        "dossier": "d-1",
    },
    {"persoon": "p-2", "rol": "ouder1", "naam": "R. Çelik", "gezag": True, "zelfde_adres": True},
    {"persoon": None, "rol": "ouder2", "naam": "Mark Kamp", "gezag": False, "zelfde_adres": False},
    {"persoon": "p-3", "rol": "broer_zus", "naam": "Bo", "zelfde_adres": True, "dossier": "d-2"},
    {"persoon": "p-4", "rol": "broer_zus", "naam": "Al", "zelfde_adres": False, "dossier": "d-elders"},
]
SCHOOL: dict[str, Json] = {
    "naam": "Demo Lyceum",
    "brin": "98BB",
    "vestiging": "98BB00",
    "straat": "Laan",
    "huisnummer": "3 B",
    "postcode": "2547AA",
    "plaats": "'S-GRAVENHAGE",
    "gemeentecode": "0518",
    "telefoon": "070-0000002",
    "website": "www.lyceum.example",
    "onderwijsstructuur": "VO",
}


def _beeld(kluis: SqlKluis, id_: str = "d-1") -> DossierBeeld:
    found = kluis.lees(lambda caseload: caseload.dossier(id_))
    assert found is not None
    return found


def _gezin(kluis: SqlKluis) -> dict[str, PersoonBeeld]:
    pull(
        kluis,
        record("school", "s-1", (), SCHOOL),
        dossier("d-1", "p-1", "Zoë", school="s-1", betrokkenen=BETROKKENEN, ambtenaar="K. van Es"),
        dossier("d-2", "p-3", "Bo", school="s-1"),
        persoon("p-1", ("d-1",), "Zoë Anna", "Kamp", geheimhouding=7),
        persoon("p-2", ("d-1", "d-2"), "Renée", "Çelik", overleden_op="20200101"),
        persoon("p-3", ("d-1", "d-2"), "Bo", "Kamp", vertrokken_naar="5010", opgeschort="E"),
    )
    return {one.naam: one for one in _beeld(kluis).betrokkenen}


def test_the_household_shows_who_is_who(kluis: SqlKluis) -> None:
    people = _gezin(kluis)
    assert list(people) == ["Renée Çelik", "Mark Kamp", "Bo Kamp", "Al"]
    mother, father, sibling, other = people.values()
    assert (mother.gezag, mother.zelfde_adres, mother.overleden) == (True, True, True)
    assert (father.persoon, father.gezag, father.adres, father.niet_in_brp) == (None, False, None, False)
    assert (sibling.dossier, sibling.school, sibling.vertrokken) == ("d-2", "Demo Lyceum", True)
    assert (other.dossier, other.school, other.gezag) == (None, "", None)


def test_the_jongere_stands_apart_with_the_full_name(kluis: SqlKluis) -> None:
    _gezin(kluis)
    found = _beeld(kluis)
    assert (found.naam, found.jongere.naam, found.jongere.geheim) == ("Zoë Kamp", "Zoë Anna Kamp", True)
    assert (found.jongere.dossier, found.jongere.geboren) == ("d-1", "20110000")
    assert found.adres is not None
    assert found.adres.regels == ("Boterdiep 31", "3077 AW  ROTTERDAM")
    assert (found.ambtenaar, found.nummer) == ("K. van Es", "2026-d-1")


def test_the_school_has_its_address_and_region(kluis: SqlKluis) -> None:
    _gezin(kluis)
    school = _beeld(kluis).school
    assert school is not None
    assert (school.adres, school.regio, school.vestiging) == (
        "Laan 3 B, 2547AA 'S-GRAVENHAGE",
        "midden",
        "98BB00",
    )
    pull(kluis, record("school", "s-1", (), {**SCHOOL, "gemeentecode": "0001"}, 2))
    school = _beeld(kluis).school
    assert school is not None
    assert school.regio == ""
    pull(kluis, record("school", "s-1", (), {**SCHOOL, "gemeentecode": "0001", "provincie": "Limburg"}, 3))
    school = _beeld(kluis).school
    assert school is not None
    assert school.regio == "zuid"


def test_reports_come_newest_first_with_their_days_in_order(kluis: SqlKluis) -> None:
    pull(
        kluis,
        dossier("d-1", None, "Zoë"),
        melding("m-1", ("d-1",), "2026-10-01", telefoon_ouder_of_leerling="06-1"),
        melding(
            "m-2",
            ("d-1",),
            "2026-11-12",
            einddatum="2026-11-11",
            melder_naam="S. El Amrani",
            melder_functie="mentor",
            telefoon_ouder_of_leerling="06-2",
            leerjaar="klas 3",
            actie_gemeente_gewenst=False,
        ),
    )
    found = _beeld(kluis)
    assert [report.id for report in found.meldingen] == ["m-2", "m-1"]
    newest = found.meldingen[0]
    assert newest.dagen == ((date(2026, 11, 9), 1.5), (date(2026, 11, 10), 3.0))
    assert (newest.einddatum, newest.melder, newest.actie_gewenst) == (
        date(2026, 11, 11),
        "S. El Amrani, mentor",
        False,
    )
    assert (found.telefoon, found.leerjaar) == ("06-2", "klas 3")


def test_a_pupil_outside_the_register_is_shown_with_what_is_known(kluis: SqlKluis) -> None:
    pull(kluis, dossier("d-1", None, "Amina B.", afwijkend_adres="Opvang, Kade 1"))
    found = _beeld(kluis)
    assert (found.naam, found.jongere.naam, found.jongere.niet_in_brp) == ("Amina B.", "Amina B.", True)
    assert found.adres is not None
    assert found.adres.regels == ("Opvang, Kade 1",)
    assert (found.school, found.meldingen, found.telefoon) == (None, (), "")


def test_open_drafts_are_named(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, dossier("d-1", None, "Zoë"))
    assert (_beeld(kluis).concept_bezoek, _beeld(kluis).concept_notitie) == (None, None)
    bezoek, _ = begin_bezoek(kluis, klok, ("d-1",))
    assert _beeld(kluis).concept_bezoek == bezoek
    assert kluis.lees(lambda caseload: caseload.dossier("geen")) is None
