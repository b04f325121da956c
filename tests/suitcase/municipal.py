"""What the municipality packs: a school, a family, a report; every field has a value of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from pydantic import BaseModel

from leerplicht_protocol.bronmerk import Bronmerk, Onderzoek
from leerplicht_protocol.records import (
    Betrokkene,
    Dossier,
    Entity,
    Mention,
    Persoon,
    Rol,
    School,
    Verzuimdag,
    Verzuimmelding,
)


def _merk(groep: str, bron: str, code: str, nummer: int) -> Bronmerk:
    """A mark of which every value is its own; the examination runs on the day of the visit."""
    return Bronmerk(
        groep=groep,
        bron=bron,
        dag=date(2026, 10, nummer),
        onderzoeken=(Onderzoek(aanduiding=code, begin=f"202607{nummer}", eind=f"202908{nummer}"),),
        niet_vast_te_stellen=(f"0913{nummer}",),
        geldig_tot=f"203009{nummer}",
    )


SCHOOL = School(
    brin="17ZZ",
    vestiging="03",
    naam="Lyceum Zuiderzee",
    straat="Dijkweg",
    huisnummer="88",
    postcode="1441GH",
    plaats="Edam",
    gemeentecode="0363",
    denominatie="Protestants-Christelijk",
    telefoon="0299-111222",
    website="www.zuiderzee.example",
    onderwijsstructuur="HAVO/VWO",
)
JONGERE = Persoon(
    bsn="999993653",
    onderwijsnummer="101234567",
    lo3={"02.10": "Annelinde", "02.30": "van der", "02.40": "Kwast", "03.10": "20110314", "04.10": "V"},
    partners=({"02.40": "Partnernaam", "actueel": True},),
    adres={"11.10": "Zeedijk", "11.20": "61", "11.60": "1135JK", "11.70": "Volendam"},
    adres_sleutel="1135JK-61",
    geboortedatum="20110314",
    geslacht="V",
    geheimhouding=7,
    overleden_op="20261102",
    opgeschort="E",
    vertrokken_naar="5010",
    bronmerken=(_merk("adres", "rni", "081120", 11),),
)
MOEDER = Persoon(
    bsn="999990019",
    lo3={"02.10": "Josephina", "02.40": "Molenaar", "03.10": "19820719", "04.10": "V"},
    adres={"11.10": "Haven", "11.20": "9", "11.60": "1131LM", "11.70": "Purmerend"},
    adres_sleutel="1131LM-9",
    geboortedatum="19820719",
    geslacht="V",
)
DOSSIER = Dossier(
    nummer="2026-004711",
    jongere="p-jongere",
    naam="Annelinde van der Kwast",
    school="s-1",
    leerjaar="4 havo",
    ambtenaar="anna",
    gezagscode="12",
    betrokkenen=(
        Betrokkene(
            persoon="p-jongere",
            rol=Rol.JONGERE,
            naam="A. van der Kwast",
            zelfde_adres=True,
            dossier="d-0",
            bronmerken=(_merk("persoon", "brp", "010310", 12),),
        ),
        Betrokkene(
            persoon="p-moeder",
            rol=Rol.OUDER1,
            naam="J. Molenaar",
            gezag=True,
            zelfde_adres=True,
            dossier="d-1",
            bronmerken=(_merk("ouder1", "brp-oud", "020240", 13),),
        ),
    ),
    bronmerken=(_merk("telefoon", "school", "990000", 14),),
    telefoon="06-55501",
    afwijkend_adres="Logeeradres 4 te Hoorn",
    belnummer="06-77703",
    taal="Koerdisch",
    tolk="Kurmancî, aan huis",
    gezag_verteld="Moeder alleen, zegt zij",
    contactverbod="Stiefvader tot mei",
    veiligheid="Hond los op het erf",
    schoolcontact="Mentor S. ter Horst",
    vermeld={"tolk": Mention(door="K. van Es", op=datetime(2026, 11, 24, 16, 40, tzinfo=UTC))},
)
MELDING = Verzuimmelding(
    meldingsnummer="2026004242",
    datum_melding=date(2026, 11, 16),
    begindatum=date(2026, 11, 3),
    einddatum=date(2026, 11, 13),
    soort="SIGNAAL",
    reden="Slaapt slecht.",
    alle_lessen_gemist=True,
    ondernomen_actie="De mentor belde twee keer.",
    actie_gemeente_gewenst=False,
    toelichting_geen_actie="De schoolarts ziet haar eerst.",
    school="s-1",
    leslocatie="Dependance Noord",
    melder_naam="T. Verzuim",
    melder_functie="coördinator",
    melder_telefoon="0299-333444",
    melder_email="verzuim@zuiderzee.example",
    telefoon_ouder_of_leerling="06-66602",
    afwijkend_adres="Tantes huis 12 te Alkmaar",
    eenheid="klokuur",
    verzuim=(
        Verzuimdag(datum=date(2026, 11, 5), uren=2.25),
        Verzuimdag(datum=date(2026, 11, 9), uren=3.5),
    ),
    leerjaar="3 vwo",
    school_kondigde_melding_aan="Op 30 oktober aan de keukentafel.",
    status="in behandeling",
    status_toelichting="De consulent kijkt mee",
)
INGETROKKEN = MELDING.model_copy(
    update={"meldingsnummer": "2026004243", "status": "ingetrokken", "status_toelichting": "Dubbel gemeld"}
)
PACKED: dict[Entity, tuple[tuple[str, BaseModel], ...]] = {
    Entity.SCHOOL: (("s-1", SCHOOL),),
    Entity.PERSOON: (("p-jongere", JONGERE), ("p-moeder", MOEDER)),
    Entity.DOSSIER: (("d-0", DOSSIER),),
    Entity.VERZUIMMELDING: (("m-1", MELDING), ("m-2", INGETROKKEN)),
}


def unset(model: BaseModel, at: str = "") -> Iterator[str]:
    """Fields of the wire that stand at their default, of the model and of those inside it."""
    for name, field in type(model).model_fields.items():
        value: Any = getattr(model, name)
        if value == field.get_default(call_default_factory=True):
            yield f"{at}{name}"
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                yield from unset(inner, f"{at}{name}.")
