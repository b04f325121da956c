"""Where words and numbers of the caseload stand: in memory, brought along with the lines of the list."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from leerplicht_desktop.store.kluis.codec import from_json, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.folding import fold, indexed

from .asked import dialled
from .meant import Words

Fields = Mapping[str, Any]

_LINES = "SELECT dossier, sorteer, nummer, zoek_naam, school FROM dossier_regel"
_RECORDS = (
    "SELECT d.dossier, r.entity, r.id, r.fields FROM spiegel_dossier AS d JOIN spiegel_record AS r "
    "ON r.entity = d.entity AND r.id = d.id WHERE d.entity IN ('dossier', 'persoon', 'verzuimmelding')"
)
_STREET = ("11.10", "11.15", "11.20", "12.10")
_NAME = ("02.10", "02.30", "02.40")
_LAST = 4


class Field(StrEnum):
    """Where a word stands; the names are those of ``DossierRegel.gevonden_in``."""

    CHILD = "naam"
    OTHER = "ouder"
    STREET = "adres"
    REPORTER = "melder"
    SCHOOL = "school"


class Number(StrEnum):
    """What a number is."""

    PERSON = "bsn"
    ENDING = "bsneinde"
    PHONE = "telefoon"
    PHONE_BACK = "telefooneinde"
    DOSSIER = "nummer"
    POSTCODE = "postcode"


COST = {Field.CHILD: 0, Field.OTHER: 4, Field.STREET: 48, Field.REPORTER: 56, Field.SCHOOL: 160}


class _Line:
    """What one dossier is found by."""

    def __init__(self, row: Mapping[str, Any], read: Callable[[str], Iterable[str]]) -> None:
        self._read = read
        self.sort: str = row["sorteer"]
        self.words: dict[str, Field] = {}
        self.numbers: set[tuple[str, Number]] = set()
        self.say(row["zoek_naam"], Field.CHILD)
        self.say(row["school"], Field.SCHOOL)
        year, _, serial = row["nummer"].partition("-")
        for digits in (year + serial, serial, serial.lstrip("0")):
            self._number(digits, Number.DOSSIER)

    def read(self, entity: str, id_: str, fields: Fields, young: str) -> None:
        """One record of the dossier."""
        if entity == "persoon":
            self._person(fields, id_ == young)
        elif entity == "dossier":
            self.phone(text_of(fields, "telefoon"))
            for one in fields.get("betrokkenen") or ():
                self.say(text_of(one, "naam"), Field.CHILD if one.get("rol") == "jongere" else Field.OTHER)
                self.phone(text_of(one, "telefoon"))
        else:
            self.say(text_of(fields, "melder_naam"), Field.REPORTER)
            self.phone(text_of(fields, "telefoon_ouder_of_leerling"))
            self.phone(text_of(fields, "melder_telefoon"))

    def _person(self, fields: Fields, child: bool) -> None:
        lo3, home = fields.get("lo3") or {}, fields.get("adres") or {}
        self.say(" ".join(str(lo3.get(part, "")) for part in _NAME), Field.CHILD if child else Field.OTHER)
        self.say(" ".join(str(home.get(part, "")) for part in _STREET), Field.STREET)
        self._number(fold(str(home.get("11.60", ""))).replace(" ", ""), Number.POSTCODE)
        for digits in (text_of(fields, "bsn"), text_of(fields, "onderwijsnummer")):
            self._number(digits, Number.PERSON)
            if child:
                self._number(digits[-_LAST:], Number.ENDING)

    def say(self, text: str, field: Field) -> None:
        """Words of a field; a word of two fields counts in the one that costs least."""
        for word in self._read(text):
            known = self.words.get(word)
            if known is None or COST[field] < COST[known]:
                self.words[word] = field

    def phone(self, text: str) -> None:
        """A number in any notation, forwards and from behind."""
        self._number(dialled(text), Number.PHONE)
        self._number(dialled(text)[::-1], Number.PHONE_BACK)

    def _number(self, digits: str, kind: Number) -> None:
        if digits:
            self.numbers.add((digits, kind))


class _Reader:
    """Words of a text; names and streets come back so often that each is folded once."""

    def __init__(self) -> None:
        self._folded: dict[str, list[str]] = {}

    def __call__(self, text: str) -> Iterator[str]:
        for part in text.split():
            found = self._folded.get(part)
            if found is None:
                found = self._folded[part] = indexed(part).split()
            yield from found


class Places:
    """Words and numbers of all dossiers. Before an answer it takes in what was pulled since the last one."""

    def __init__(self, access: Access) -> None:
        self._db = access
        self._turn = -1
        self._lines: dict[str, _Line] = {}
        self._at: dict[str, dict[str, Field]] = {}
        self._numbers: list[tuple[str, Number, str]] = []
        self.words = Words()

    def refresh(self) -> None:
        """All lines the first time, then those that pull made anew; one that left goes."""
        first = self._turn < 0
        self._turn, changed = self._db.relisted(self._turn)
        if first:
            self._take_in(self._db.rows(_LINES), self._db.rows(_RECORDS))
        for dossier in () if first else changed:
            self._forget(dossier)
            self._take_in(
                self._db.rows(f"{_LINES} WHERE dossier = ?", (dossier,)),
                self._db.rows(f"{_RECORDS} AND d.dossier = ?", (dossier,)),
            )

    def sort(self, dossier: str) -> str:
        """The place of a dossier in the list."""
        return self._lines[dossier].sort

    def words_of(self, dossier: str) -> Mapping[str, Field]:
        """Its words, each with the field that counts."""
        return self._lines[dossier].words

    def at(self, word: str) -> Mapping[str, Field]:
        """The dossiers that have a word, and where."""
        return self._at.get(word, {})

    def numbered(self, head: str, whole: bool = False) -> Iterator[tuple[str, Number, str]]:
        """Numbers that begin so, or are so, with what they are and whose."""
        for place in range(bisect_left(self._numbers, (head,)), len(self._numbers)):
            found = self._numbers[place]
            if found[0] != head and (whole or not found[0].startswith(head)):
                return
            yield found

    def _take_in(self, rows: Iterable[Any], records: Iterable[Any]) -> None:
        read = _Reader()
        made = {row["dossier"]: _Line(row, read) for row in rows}
        found: dict[str, list[tuple[str, str, Fields]]] = {}
        young: dict[str, str] = {}
        for record in records:
            fields = from_json(record["fields"])
            found.setdefault(record["dossier"], []).append((record["entity"], record["id"], fields))
            if record["entity"] == "dossier":
                young[record["dossier"]] = fields.get("jongere") or ""
        for dossier, line in made.items():
            for entity, id_, fields in found.get(dossier, ()):
                line.read(entity, id_, fields, young.get(dossier, ""))
            self._keep(dossier, line, many=len(made) > 1)
        if len(made) > 1:
            self._numbers.sort()

    def _keep(self, dossier: str, line: _Line, *, many: bool) -> None:
        self._lines[dossier] = line
        for word, field in line.words.items():
            self.words.add(word)
            self._at.setdefault(word, {})[dossier] = field
        for digits, kind in line.numbers:
            one = (digits, kind, dossier)
            if many:
                self._numbers.append(one)
            else:
                insort(self._numbers, one)

    def _forget(self, dossier: str) -> None:
        line = self._lines.pop(dossier, None)
        if line is None:
            return
        for word in line.words:
            del self._at[word][dossier]
            if not self._at[word]:
                del self._at[word]
                self.words.drop(word)
        for digits, kind in line.numbers:
            del self._numbers[bisect_left(self._numbers, (digits, kind, dossier))]
