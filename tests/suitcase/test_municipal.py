"""What the municipality knows, field by field: in the picture the screens show, and for the administrator."""

from __future__ import annotations

import pytest

from leerplicht_protocol.records import Entity
from leerplicht_protocol.told import TOLD

from . import municipal
from .conftest import Road
from .leaves import Leaf, leaves

# Where a value of the wire stands in the picture of the dossier.
SHOWN: dict[str, str] = {
    "school.brin": "school.brin",
    "school.vestiging": "school.vestiging",
    "school.naam": "school.naam",
    "school.telefoon": "school.telefoon",
    "school.website": "school.website",
    "school.onderwijsstructuur": "school.onderwijs",
    "persoon.geboortedatum": "jongere.geboren",
    "persoon.geslacht": "jongere.geslacht",
    "persoon.adres_sleutel": "adres.sleutel",
    "dossier.nummer": "nummer",
    "dossier.jongere": "jongere.persoon",
    "dossier.leerjaar": "leerjaar",
    "dossier.ambtenaar": "ambtenaar",
    "dossier.telefoon": "telefoon",
    **{f"dossier.{name}": f"deelvelden[{place}].waarde" for place, name in enumerate(TOLD)},
    "dossier.vermeld.tolk.door": "deelvelden[2].door",
    "dossier.betrokkenen[0].rol": "jongere.rol",
    "dossier.betrokkenen[0].persoon": "jongere.persoon",
    "dossier.betrokkenen[0].dossier": "jongere.dossier",
    "dossier.betrokkenen[0].zelfde_adres": "jongere.zelfde_adres",
    "dossier.betrokkenen[1].persoon": "betrokkenen[0].persoon",
    "dossier.betrokkenen[1].rol": "betrokkenen[0].rol",
    "dossier.betrokkenen[1].gezag": "betrokkenen[0].gezag",
    "dossier.betrokkenen[1].zelfde_adres": "betrokkenen[0].zelfde_adres",
    "dossier.betrokkenen[1].dossier": "betrokkenen[0].dossier",
    **{
        f"verzuimmelding.{name}": f"meldingen[0].{name}"
        for name in (
            "meldingsnummer",
            "datum_melding",
            "begindatum",
            "einddatum",
            "soort",
            "reden",
            "ondernomen_actie",
            "melder_telefoon",
            "melder_email",
            "leslocatie",
            "alle_lessen_gemist",
            "status",
            "status_toelichting",
            "afwijkend_adres",
            "eenheid",
            "leerjaar",
        )
    },
    "verzuimmelding.actie_gemeente_gewenst": "meldingen[0].actie_gewenst",
    "verzuimmelding.toelichting_geen_actie": "meldingen[0].toelichting",
    "verzuimmelding.telefoon_ouder_of_leerling": "meldingen[0].telefoon_thuis",
    "verzuimmelding.school_kondigde_melding_aan": "meldingen[0].school_kondigde_aan",
    "verzuimmelding.verzuim[0].datum": "meldingen[0].dagen[0][0]",
    "verzuimmelding.verzuim[0].uren": "meldingen[0].dagen[0][1]",
    "verzuimmelding.verzuim[1].datum": "meldingen[0].dagen[1][0]",
    "verzuimmelding.verzuim[1].uren": "meldingen[0].dagen[1][1]",
}
# Values that the picture joins into one text or turns into a mark: what it says then.
JOINED: dict[str, tuple[str, Leaf]] = {
    "school.straat": ("school.adres", "Dijkweg 88, 1441GH Edam"),
    "school.huisnummer": ("school.adres", "Dijkweg 88, 1441GH Edam"),
    "school.postcode": ("school.adres", "Dijkweg 88, 1441GH Edam"),
    "school.plaats": ("school.adres", "Dijkweg 88, 1441GH Edam"),
    "school.gemeentecode": ("school.regio", "noord"),
    "persoon.bsn": ("jongere.niet_in_brp", False),
    "persoon.lo3": ("jongere.naam", "Annelinde van der Kwast"),
    "persoon.adres": ("adres.regels[0]", "Zeedijk 61"),
    "persoon.geheimhouding": ("jongere.geheim", True),
    "persoon.overleden_op": ("jongere.overleden", True),
    "persoon.opgeschort": ("jongere.vertrokken", True),
    "persoon.vertrokken_naar": ("jongere.vertrokken", True),
    "persoon.bronmerken": ("jongere.twijfels[1].sinds", "20260711"),
    "dossier.betrokkenen[0].bronmerken": ("jongere.twijfels[0].sinds", "20260712"),
    "dossier.betrokkenen[1].bronmerken": ("betrokkenen[0].twijfels[0].sinds", "20260713"),
    "dossier.bronmerken": ("bronmerken[0].onderzoeken[0].begin", "20260714"),
    "dossier.vermeld.tolk.op": ("deelvelden[2].op", "2026-11-24T16:40:00Z"),
    "dossier.naam": ("naam", "Annelinde van der Kwast"),
    "dossier.school": ("school.naam", "Lyceum Zuiderzee"),
    "dossier.betrokkenen[1].naam": ("betrokkenen[0].naam", "Josephina Molenaar"),
    "dossier.betrokkenen[0].naam": ("jongere.naam", "Annelinde van der Kwast"),
    "verzuimmelding.melder_naam": ("meldingen[0].melder", "T. Verzuim, coördinator"),
    "verzuimmelding.melder_functie": ("meldingen[0].melder", "T. Verzuim, coördinator"),
}
# Values that travel and no screen of the dossier shows, and why.
NOT_SHOWN = {
    "school.denominatie": "says nothing about the absence",
    "persoon.onderwijsnummer": "shown where there is no BSN",
    "persoon.partners": "decides the name in a letter",
    "dossier.gezagscode": "the server worked the custody out of it, per parent",
    "dossier.afwijkend_adres": "shown when the register gives no address",
    "dossier.betrokkenen[0].gezag": "nobody has custody of himself",
    "verzuimmelding.school": "the dossier has the school",
}


# Values that the administrator reads in other words, or has no use for.
IN_OTHER_WORDS: dict[str, str | None] = {
    "school": "Lyceum Zuiderzee (17ZZ03)",
    "persoon.lo3": "jongere: A. van der Kwast",
    "persoon.partners": None,
    "persoon.adres": "Zeedijk 61, 1135JK Volendam",
    "persoon.adres_sleutel": None,
    "persoon.geboortedatum": "geboren 14-03-2011",
    "persoon.geheimhouding": "GEHEIM ADRES (code 7)",
    "persoon.overleden_op": "OVERLEDEN op 02-11-2026",
    "persoon.opgeschort": "opgeschort (reden E)",
    "persoon.bronmerken": "IN ONDERZOEK (081120) sinds 11-07-2026 tot 11-08-2029",
    "dossier.bronmerken": "bron telefoon: SCHOOL, 2026-10-14",
    "dossier.vermeld": "K. van Es, 24-11-2026 17:40",
    "dossier.betrokkenen[0].bronmerken": "niet vast te stellen: 09.13.12",
    "dossier.betrokkenen[1].bronmerken": "geldt niet meer sinds 13-09-2030",
    "dossier.jongere": None,
    "dossier.school": "Lyceum Zuiderzee",
    "dossier.naam": "Dossier 2026-000000: Annelinde van der Kwast",
    "dossier.nummer": None,
    "dossier.ambtenaar": "ambtenaar     Anna, Bram",
    "dossier.betrokkenen[0]": "jongere: A. van der Kwast",
    "dossier.betrokkenen[1]": "ouder 1: J. Molenaar, zelfde adres, gezag: ja, dossier 2026-000001",
    "verzuimmelding.school": None,
    "verzuimmelding.alle_lessen_gemist": "alle lessen gemist",
    "verzuimmelding.actie_gemeente_gewenst": "geen actie gevraagd: De schoolarts ziet haar eerst.",
}


def _wire() -> dict[str, Leaf]:
    found: dict[str, Leaf] = {}
    for entity, records in municipal.PACKED.items():
        found |= leaves(records[0][1].model_dump(mode="json"), entity.value)
    return found


def _in(at: str, place: str) -> bool:
    return at == place or at.startswith((f"{place}.", f"{place}["))


@pytest.mark.parametrize("entity", municipal.PACKED)
def test_no_field_of_the_wire_stays_behind(entity: Entity) -> None:
    missing = set.intersection(*(set(municipal.unset(record)) for _, record in municipal.PACKED[entity]))
    # Nobody has custody of himself; the other one in the dossier has.
    assert missing - {"betrokkenen.gezag"} == set()


def test_every_value_is_told_where_it_stands() -> None:
    told = (*SHOWN, *JOINED, *NOT_SHOWN)
    assert {at for at in _wire() if not any(_in(at, place) for place in told)} == set()


def test_the_picture_shows_each_value_in_its_place(road: Road) -> None:
    found = road.receiver.kluis.lees(lambda caseload: caseload.dossier("d-0"))
    picture, wire = leaves(found), _wire()
    assert {at: picture.get(place) for at, place in SHOWN.items() if picture.get(place) != wire[at]} == {}
    joined = {at: (picture.get(place), value) for at, (place, value) in JOINED.items()}
    assert {at: pair for at, pair in joined.items() if pair[0] != pair[1]} == {}


def test_the_administrator_reads_each_value(road: Road) -> None:
    shown = road.shown()
    words = {place: said for place, said in IN_OTHER_WORDS.items() if said is not None}
    assert {place: said for place, said in words.items() if said not in shown} == {}
    plain = {at: leaf for at, leaf in _wire().items() if not any(_in(at, place) for place in IN_OTHER_WORDS)}
    assert {at: leaf for at, leaf in plain.items() if leaf is not None and str(leaf) not in shown} == {}


def test_a_report_that_was_withdrawn_counts_nowhere_and_is_told(road: Road) -> None:
    found = road.receiver.kluis.lees(lambda caseload: caseload.dossier("d-0"))
    assert found is not None
    assert [report.meldingsnummer for report in found.meldingen] == ["2026004242"]
    (withdrawn,) = found.ingetrokken
    assert (withdrawn.meldingsnummer, withdrawn.status_toelichting) == ("2026004243", "Dubbel gemeld")
    timeline = road.receiver.kluis.lees(lambda caseload: caseload.tijdlijn("d-0"))
    assert any("Dubbel gemeld" in f"{item.kop} {item.tekst}" for item in timeline)
    assert "ingetrokken. Dubbel gemeld" in road.shown()
