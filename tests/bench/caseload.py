"""A caseload of invented people, as large as needed, always the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.werk import Json

_VOORNAMEN = (
    "Daniël",
    "Inês",
    "Maikel",
    "Łukasz",
    "Anaïs",
    "Fleur",
    "Zoë",
    "Björn",
    "Noa",
    "Sem",
    "Yasmin",
    "Çağla",
    "Ömer",
    "Søren",
    "Jürgen",
    "Élodie",
    "Mohammed",
    "Fatima",
    "Jan",
    "Piet",
    "Eva",
    "Lotte",
    "Bram",
    "Tess",
    "Ruben",
    "Sanne",
    "Thijs",
    "Amélie",
    "Özge",
    "Ştefan",
    "Đorđe",
    "Þóra",
    "Nuñez",
    "Michaël",
    "Chloé",
    "Loïs",
)
_VOORVOEGSELS = ("", "", "", "van", "de", "van der", "op den", "'t", "ter", "el")
_NAMEN = (
    "Kamp",
    "Santos",
    "Hooft",
    "Wójcik",
    "Zand",
    "Wijngaarden",
    "Linden",
    "Haar",
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Dekker",
    "Brouwer",
    "Yıldız",
    "Øberg",
    "Çelik",
    "Müller",
    "Gómez",
    "D'Hondt",
    "Groen-Smit",
    "Amrani",
    "Kaya",
    "Nowak",
    "Lefèvre",
    "Maas",
)
_SCHOLEN = ("Maascollege", "Haags Lyceum", "De Ooievaar", "ROC Rijnstad", "De Kade", "Het Palet", "Lindehof")
_SOORTEN = ("16UUR", "LRV", "LUXE", "SIGNAAL", "BEGINNEND", "OVERIG")
_STRATEN = ("Boterdiep", "Vredesplein", "Voorbeeldkade", "Laan van Proef", "Demostraat")
TODAY = date(2026, 11, 21)
"""The day the caseload is about."""


def records(aantal: int) -> Iterator[SpiegelRecord]:
    """Schools, then per dossier a jongere, two parents, the dossier and a report."""
    chance = random.Random(aantal)
    for nummer, naam in enumerate(_SCHOLEN):
        yield _record("school", f"school-{nummer}", (), _school(nummer, naam), nummer + 1)
    for nummer in range(aantal):
        yield from _dossier(chance, nummer)


def pages(aantal: int, size: int = 500) -> Iterator[Feedpagina]:
    """The same, as pages of the feed from an empty cursor on."""
    waiting: list[SpiegelRecord] = []
    cursor, place = "", 0
    for record in records(aantal):
        waiting.append(record)
        if len(waiting) == size:
            place += 1
            yield Feedpagina(cursor, f"c{place}", (), tuple(waiting))
            cursor, waiting = f"c{place}", []
    if waiting:
        yield Feedpagina(cursor, f"c{place + 1}", (), tuple(waiting))


def bsn(nummer: int) -> str:
    """A number that passes the elfproef, in the range nobody is given."""
    digits = f"9{nummer:07d}"
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return f"{digits}{rest}" if rest < 10 else bsn(nummer + 5_000_000)


def _dossier(chance: random.Random, nummer: int) -> Iterator[SpiegelRecord]:
    id_ = f"d-{nummer:05d}"
    seq = 100 + nummer * 5
    family = (chance.choice(_VOORVOEGSELS), chance.choice(_NAMEN))
    home = {
        "11.10": chance.choice(_STRATEN),
        "11.20": str(1 + nummer // 3),
        "11.60": "2564AA",
        "11.70": "Demostad",
        "09.10": "0518",
    }
    people = []
    for place, rol in enumerate(("jongere", "ouder1", "ouder2")):
        given = f"{chance.choice(_VOORNAMEN)} {chance.choice(_VOORNAMEN)}"
        body = _persoon(bsn(nummer * 3 + place), given, family, home, rol == "jongere")
        yield _record("persoon", f"p-{nummer:05d}-{place}", (id_,), body, seq + place)
        people.append((f"p-{nummer:05d}-{place}", rol, " ".join(part for part in (given, *family) if part)))
    school = chance.randrange(len(_SCHOLEN))
    betrokkenen: list[Json] = [
        {"persoon": persoon, "rol": rol, "naam": naam, "gezag": rol != "jongere", "zelfde_adres": True}
        for persoon, rol, naam in people
    ]
    dossier: dict[str, Json] = {
        "nummer": f"2026-{nummer:05d}",
        "jongere": people[0][0],
        "naam": people[0][2],
        "school": f"school-{school}",
        "leerjaar": f"klas {1 + nummer % 6}",
        "betrokkenen": betrokkenen,
    }
    yield _record("dossier", id_, (id_,), dossier, seq + 3)
    yield _record("verzuimmelding", f"m-{nummer:05d}", (id_,), _melding(chance, nummer, school), seq + 4)


def _persoon(
    number: str, given: str, family: tuple[str, str], home: dict[str, str], child: bool
) -> dict[str, Json]:
    born = "20110304" if child else "19800000"
    sex = "V" if int(number) % 2 else "M"
    return {
        "bsn": number,
        "lo3": {
            "01.20": number,
            "02.10": given,
            "02.30": family[0],
            "02.40": family[1],
            "03.10": born,
            "04.10": sex,
            "61.10": "E",
        },
        "partners": [],
        "adres": home,
        "adres_sleutel": f"{home['11.60']}-{home['11.20']}-{home['11.10']}",
        "geboortedatum": born,
        "geslacht": sex,
        "geheimhouding": 7 if int(number) % 97 == 0 else 0,
    }


def _school(nummer: int, naam: str) -> dict[str, Json]:
    return {
        "brin": f"98A{chr(65 + nummer)}",
        "vestiging": f"98A{chr(65 + nummer)}00",
        "naam": f"Demo {naam}",
        "straat": "Schoolstraat",
        "huisnummer": "1",
        "postcode": "2564AA",
        "plaats": "Demostad",
        "gemeentecode": "0518",
        "telefoon": "070-0000000",
    }


def _melding(chance: random.Random, nummer: int, school: int) -> dict[str, Json]:
    dag = TODAY - timedelta(days=chance.randrange(90))
    verzuim: list[Json] = [
        {"datum": (dag - timedelta(days=n)).isoformat(), "uren": 2.0} for n in range(1, 9) if n % 3
    ]
    return {
        "meldingsnummer": f"2026{nummer:06d}",
        "datum_melding": dag.isoformat(),
        "begindatum": (dag - timedelta(days=8)).isoformat(),
        "soort": chance.choice(_SOORTEN),
        "reden": "Spijbelt de laatste uren.",
        "school": f"school-{school}",
        "eenheid": "lesuur",
        "verzuim": verzuim,
        "leerjaar": f"klas {1 + nummer % 6}",
        "telefoon_ouder_of_leerling": "06-00000000",
    }


def _record(
    entity: str, id_: str, dossiers: tuple[str, ...], fields: dict[str, Json], seq: int
) -> SpiegelRecord:
    return SpiegelRecord(entity, id_, dossiers, 1, seq, False, fields, dict.fromkeys(fields, 1))
