"""What one citizen gets of his own data, under one law: chosen field by field, others masked or left out.

Only fields named here go out, so one that comes later stays in until somebody decided. Of others stands what
they are to the jongere, never a name, number or secret address; of officers and reporters only what they do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue
from sqlalchemy.engine import Connection

from leerplicht_protocol.elfproef import is_bsn
from leerplicht_protocol.records import Entity

from . import records
from .errors import UnknownError
from .records import AVG, WPG, Stored

Json = dict[str, JsonValue]

_ROLES = {
    "jongere": "de jongere",
    "ouder1": "een ouder",
    "ouder2": "een ouder",
    "verzorger": "een verzorger",
    "broer_zus": "een broer of zus",
    "medebewoner": "een huisgenoot",
}
_NAME, _NUMBER, _ADDRESS = "[naam afgeschermd]", "[nummer afgeschermd]", "[adres afgeschermd]"
ABOUT: dict[str, Json] = {
    AVG: {
        "waarvoor": "toezicht op de Leerplichtwet 1969 en hulp om naar school te gaan",
        "van wie": "de basisregistratie personen, de school via DUO, en wat de leerplichtambtenaar vastlegde",
        "aan wie": "de school, en als het nodig is de Raad voor de Kinderbescherming en het college",
        "hoe lang": "volgens de selectielijst voor gemeenten, artikel 5 Archiefwet",
        "uw rechten": "u kunt vragen om verbetering, aanvulling, beperking of verwijdering, en klagen bij de "
        "Autoriteit Persoonsgegevens",
    },
    WPG: {
        "waarvoor": "de opsporing van een overtreding van de Leerplichtwet 1969",
        "van wie": "wat de leerplichtambtenaar als buitengewoon opsporingsambtenaar vastlegde",
        "aan wie": "de officier van justitie",
        "hoe lang": "de termijnen van artikel 8 en 14 Wet politiegegevens",
        "uw rechten": "u kunt vragen om rectificatie of vernietiging, en klagen bij de Autoriteit "
        "Persoonsgegevens",
    },
}
"""What a citizen is told besides his data (article 15 lid 1 AVG, article 25 Wpg), by law."""

_SHORTEST = 3
_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Za-z]{2}\b")

_FIELDS: Mapping[Entity, tuple[str, ...]] = {
    Entity.VERZUIMMELDING: (
        *("datum_melding", "begindatum", "einddatum", "soort", "reden", "alle_lessen_gemist"),
        *("ondernomen_actie", "toelichting_geen_actie", "eenheid", "verzuim", "leerjaar", "status"),
    ),
    Entity.DEURBEZOEK: ("begonnen_op", "geeindigd_op", "modus", "uitkomst", "binnen", "segmenten"),
    Entity.GESPREKSNOTITIE: ("gesproken_op", "hoe", "met_wie", "tekst"),
    Entity.TERUGMELDING: ("waargenomen_op", "bevinding", "toelichting"),
    Entity.PROCEDURE: ("begonnen_op", "soort", "kop", "antwoorden", "klaar"),
    Entity.TAAK: ("gemaakt_op", "wat", "uiterlijk"),
    Entity.VERHOOR: ("begin", "eind", "plaats", "pleegdatum", "bijstand", "regels", "voorgelezen_om"),
    Entity.STUK: ("verzegeld_op", "soort", "titel", "nummer"),
}
_OF_THE_JONGERE = frozenset({Entity.VERZUIMMELDING, Entity.TAAK, Entity.PROCEDURE, Entity.TERUGMELDING})
"""What is told of the jongere, and of nobody else."""
_REGISTER = {
    "bsn": "burgerservicenummer",
    "geboortedatum": "geboren",
    "geslacht": "geslacht",
    "overleden_op": "overleden",
    "geheimhouding": "geheim adres (0 is nee)",
}
_STREET = {
    "11.10": "straat",
    "11.20": "huisnummer",
    "11.30": "letter",
    "11.40": "toevoeging",
    "11.60": "postcode",
}
_STREET |= {"11.70": "plaats", "12.10": "locatie", "13.30": "regel 1", "13.40": "regel 2", "13.50": "regel 3"}
_NAMES = ("02.10", "02.40")
_CALLED = {"V": "moeder", "M": "vader"}


@dataclass(frozen=True)
class _Person:
    role: str
    name: str
    id: str
    fields: Mapping[str, Any]

    @property
    def address(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self.fields.get("adres") or {}
        return found

    @property
    def words(self) -> tuple[str, ...]:
        """What names him in a text: his name, each given name, his surname."""
        lo3 = self.fields.get("lo3") or {}
        parts = [self.name, *self.name.split(), *(w for n in _NAMES for w in str(lo3.get(n, "")).split())]
        return tuple(part for part in dict.fromkeys(parts) if len(part) >= _SHORTEST and part[0].isupper())


def package(connection: Connection, dossier_id: str, role: str, regime: str, refused: str = "") -> Json:
    """The data of one person of a dossier. ``refused`` is why the content of police data is kept back.

    Raises UnknownError when nobody in the dossier has this role.
    """
    fields = _fields(connection, Entity.DOSSIER, dossier_id)
    circle = [_person(connection, one) for one in fields.get("betrokkenen", ())]
    asking = _asking(circle, role)
    others = [one for one in circle if one is not asking]
    hide = _mask(asking, [*others, *_reporters(connection, dossier_id)])
    given, left = _chosen(connection, dossier_id, asking, regime, hide)
    kinds = Counter(str(one["gegeven"]) for one in given)
    return {
        "regime": regime,
        "dossier": str(fields.get("nummer") or dossier_id),
        "van": {"naam": asking.name, "rol": _ROLES[role]},
        "in het dossier staan ook": list[JsonValue](sorted(_ROLES[one.role] for one in others)),
        "register": _register(asking) if regime != WPG else {},
        "soorten": {kind: number for kind, number in sorted(kinds.items())},
        "gegevens": [] if refused else list[JsonValue](given),
        "geweigerd": refused,
        "niet meegegeven": {kind: number for kind, number in sorted(left.items())},
    }


def _asking(circle: Sequence[_Person], role: str) -> _Person:
    found = [one for one in circle if one.role == role]
    if not found:
        known = ", ".join(sorted({one.role for one in circle}))
        raise UnknownError(f"In dit dossier is niemand {role}. Wel: {known or 'niemand'}.")
    if len(found) > 1:
        raise UnknownError(
            f"In dit dossier is meer dan een {role}. Gebruik het eigen dossier van wie het vraagt."
        )
    return found[0]


def _reporters(connection: Connection, dossier_id: str) -> list[_Person]:
    """Who reported at the school: nobody of the family, and not to be named to it by us."""
    reports = records.records_of(connection, dossier_id, Entity.VERZUIMMELDING)
    names = {str(one.fields.get("melder_naam") or "") for one in reports}
    return [_Person("school", name, "", {}) for name in sorted(names) if name]


def _fields(connection: Connection, entity: Entity, id_: str) -> Mapping[str, Any]:
    found = records.load(connection, entity, id_)
    return found.fields if found is not None else {}


def _person(connection: Connection, one: Mapping[str, Any]) -> _Person:
    id_ = str(one.get("persoon") or "")
    return _Person(one["rol"], one["naam"], id_, _fields(connection, Entity.PERSOON, id_))


def _register(asking: _Person) -> Json:
    own: Json = {told: asking.fields.get(name) for name, told in _REGISTER.items() if asking.fields.get(name)}
    return own | {told: asking.address[name] for name, told in _STREET.items() if asking.address.get(name)}


def _chosen(
    connection: Connection, dossier_id: str, asking: _Person, regime: str, hide: Callable[[str], str]
) -> tuple[list[Json], Counter[str]]:
    given, left = [], Counter[str]()
    for entity in _FIELDS:
        for one in records.records_of(connection, dossier_id, entity):
            if one.regime != regime:
                continue
            body = _body(one, asking, hide)
            if body is None:
                left[entity.value] += 1
            else:
                given.append({"gegeven": entity.value, **body})
    return given, left


def _body(one: Stored, asking: _Person, hide: Callable[[str], str]) -> Json | None:
    """What goes out of one record; None when it is not of him, or waits for a decision."""
    fields = one.fields
    if fields.get("soort") == "meldcode" or not _is_of(one, asking):
        return None
    chosen = {
        name: fields[name] for name in _FIELDS[one.entity] if fields.get(name) not in (None, "", [], ())
    }
    if one.entity is Entity.DEURBEZOEK and asking.role != "jongere":
        said = fields.get("segmenten")
        chosen["segmenten"] = (
            [part for part in said if _names(part, asking)] if isinstance(said, list) else []
        )
    return {name: _hidden(value, hide) for name, value in chosen.items()}


def _is_of(one: Stored, asking: _Person) -> bool:
    if one.entity is Entity.VERHOOR:
        suspect = one.fields.get("verdachte")
        return isinstance(suspect, dict) and (
            suspect.get("persoon") == asking.id
            if suspect.get("persoon")
            else suspect.get("naam") == asking.name
        )
    if asking.role == "jongere":
        return one.entity is not Entity.STUK or _names(one.fields, asking)
    return one.entity not in _OF_THE_JONGERE and _names(one.fields, asking)


def _names(value: object, asking: _Person) -> bool:
    """Whether he is named in it, by his name or by what he is to the jongere."""
    text = " ".join(_texts(value))
    called = _CALLED.get(str(asking.fields.get("geslacht"))) if asking.role.startswith("ouder") else None
    words = (asking.name, *asking.words, *((called,) if called else ()))
    return any(re.search(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "pdf":
                yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)


def _hidden(value: JsonValue, hide: Callable[[str], str]) -> JsonValue:
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {name: _hidden(part, hide) for name, part in value.items()}
    if isinstance(value, list):
        return [_hidden(part, hide) for part in value]
    return value


def _mask(asking: _Person, others: list[_Person]) -> Callable[[str], str]:
    """A text without what tells of others: names that are not his own, numbers, secret addresses."""
    own = {word.casefold() for word in asking.words}
    names = {word for one in others for word in one.words if word.casefold() not in own}
    secret = [one.address for one in others if one.fields.get("geheimhouding")]
    streets = {place[key] for place in secret for key in ("11.10", "11.15", "12.10") if place.get(key)}
    streets -= {value for value in asking.address.values() if value}
    mine = asking.address.get("11.60", "").replace(" ", "").upper()

    def hide(text: str) -> str:
        for street in sorted(streets, key=len, reverse=True):
            text = re.sub(rf"(?i)(?<!\w){re.escape(street)}(?!\w)(\s+\d+\w*)?", _ADDRESS, text)
        if secret:
            text = _POSTCODE.sub(
                lambda code: code[0] if code[0].replace(" ", "").upper() == mine else _ADDRESS, text
            )
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", _NAME, text)
        return _DIGITS.sub(
            lambda number: (
                _NUMBER if is_bsn(number[0]) and number[0] != asking.fields.get("bsn") else number[0]
            ),
            text,
        )

    return hide
