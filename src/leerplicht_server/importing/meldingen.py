"""Reports of absence by schools: each line becomes a record in the dossier of the pupil it is about.

What is decided here and may be asked about later:
* two reports may name the same day: a second report can repeat or correct the first;
* a report about a jongere who died, or whose entry in the register is an error, is refused;
* one about a jongere who left the Netherlands, or is registered as a non-resident, comes in with a remark:
  the dossier says so (ADR 0015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity, Verzuimmelding
from leerplicht_server import dossiers, records
from leerplicht_server.database import Database
from leerplicht_server.pupils import Leerling, OtherLeerlingError, Pupils
from leerplicht_server.reports import Reports

from .delimited import DelimitedFile
from .in_parts import read_in_parts
from .melding_line import OPTIONAL, REQUIRED, MeldingLine, read, silent
from .report import Outcome, RefusedError, Remark, Report

_YOUNGEST, _OLDEST = 4, 22
"""Ages in years at which somebody can be reported: from basisschool to the end of the Doorstroompunt."""

_ELSEWHERE = {
    "E": "leerling is volgens de BRP geëmigreerd",
    "M": "leerling is ambtshalve uitgeschreven uit de BRP",
    "R": "leerling staat alleen als niet-ingezetene in de BRP",
}
_WHERE = "De melding is ingelezen en het dossier zegt het. Vraag de school waar de leerling verblijft."
_FAULTY = "F"

Item = tuple[int, MeldingLine | RefusedError]
"""Number of a line, and what it says or why it is refused."""


def import_file(database: Database, path: Path, *, report: Report | None = None, charset: str = "") -> Report:
    """Read a file of reports, in parts. Raises InputError, DatabaseError."""
    file = DelimitedFile(path, REQUIRED, OPTIONAL, charset=charset)
    seen: dict[str, int] = {}
    reports = Reports()

    def keep(connection: Connection, items: Sequence[Item], told: Report) -> None:
        reports.start(connection)
        lines = [item for _, item in items if isinstance(item, MeldingLine)]
        part = _Part(connection, told, seen, lines, reports)
        for number, item in items:
            part.take(number, item)
        part.write()
        reports.end(connection)

    return read_in_parts(database, file, _items(file), lambda item: item[0], keep, report or Report())


def _items(file: DelimitedFile) -> Iterator[Item]:
    lacking = silent(file)
    for row in file.rows():
        try:
            yield row.number, read(file, row, lacking)
        except RefusedError as fault:
            yield row.number, fault


def _record_id(number: str) -> str:
    return f"vm-{number}"


@dataclass
class _Part:
    """The lines of one transaction: what they need is looked up at once, what is new is written at once."""

    connection: Connection
    told: Report
    seen: dict[str, int]
    lines: Sequence[MeldingLine]
    reports: Reports
    _fresh: list[tuple[str, str, Verzuimmelding]] = field(default_factory=list)
    _touched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        ids = [_record_id(line.meldingsnummer) for line in self.lines]
        self._known = records.load_many(self.connection, Entity.VERZUIMMELDING, ids)
        self._linked = records.dossiers_of_many(self.connection, Entity.VERZUIMMELDING, self._known)
        schools = {str(line.fields["school"]) for line in self.lines}
        self._schools = set(records.load_many(self.connection, Entity.SCHOOL, schools))
        self._people = dossiers.find_by_bsns(self.connection, {line.bsn for line in self.lines if line.bsn})
        found = (person.id for people in self._people.values() for person in people)
        self._pupils = Pupils(self.connection, found, (line.onderwijsnummer for line in self.lines))

    def take(self, number: int, item: MeldingLine | RefusedError) -> None:
        """Decide on one line, and tell what became of it."""
        try:
            if isinstance(item, RefusedError):
                raise item
            outcome, remarks = self._decide(number, item)
        except RefusedError as fault:
            self.told.refuse(number, fault.fault, fault.remedy)
            return
        self.told.count(outcome)
        # The same file twice has nothing new to say.
        if outcome is not Outcome.UNCHANGED:
            self.told.notices += [Remark(number, what, remedy) for what, remedy in remarks]

    def write(self) -> None:
        """Write what is new, and bring the dossiers up to date."""
        self._pupils.write()
        bodies = [(id_, dossier, melding.model_dump(mode="json")) for id_, dossier, melding in self._fresh]
        records.insert_many(self.connection, Entity.VERZUIMMELDING, bodies)
        for _, dossier, fields in bodies:
            self.reports.put(dossier, fields)
        # A new dossier also shows up at brothers and sisters who have one.
        others = dossiers.touched_by(
            self.connection,
            [m for d in self._pupils.fresh if (m := dossiers.jongere_of(self.connection, d)) is not None],
        )
        dossiers.derive(self.connection, self._pupils.fresh | others)
        known = self._touched - self._pupils.fresh - others
        dossiers.derive_reports(self.connection, known, self.reports)

    def _decide(self, number: int, line: MeldingLine) -> tuple[Outcome, list[tuple[str, str]]]:
        if line.meldingsnummer in self.seen:
            first = self.seen[line.meldingsnummer]
            raise RefusedError(f"meldingsnummer staat ook op regel {first}", "Laat één van de twee weg.")
        record_id = _record_id(line.meldingsnummer)
        known = self._known.get(record_id)
        before = Verzuimmelding.model_validate(known.fields) if known is not None else None
        melding = line.melding(before)
        if str(melding.school) not in self._schools:
            raise RefusedError(
                "onbekende school: brin met vestiging komt niet in het bestand voor",
                "Lees eerst de scholen in.",
            )
        persoon, remarks = self._jongere(line, melding)
        leerling = Leerling(persoon, line.onderwijsnummer)
        present = self._present(leerling)
        if known is not None and present not in self._linked[record_id]:
            raise RefusedError(
                "meldingsnummer is al gebruikt voor een andere leerling", "Vraag het nummer na."
            )
        self.seen[line.meldingsnummer] = number
        dossier = self._pupils.dossier_for(melding.datum_melding.year, leerling)
        if known is None:
            self._fresh.append((record_id, dossier, melding))
        elif melding == before:
            return Outcome.UNCHANGED, remarks
        else:
            fields = melding.model_dump(mode="json")
            records.change(self.connection, known, fields)
            self.reports.put(dossier, fields)
        self._touched.add(dossier)
        return Outcome.NEW if known is None else Outcome.CHANGED, remarks

    def _present(self, leerling: Leerling) -> str | None:
        try:
            return self._pupils.present(leerling)
        except OtherLeerlingError:
            raise RefusedError(
                "bsn en onderwijsnummer horen bij twee leerlingen", "Vraag de school welk nummer klopt."
            ) from None

    def _jongere(self, line: MeldingLine, melding: Verzuimmelding) -> tuple[str, list[tuple[str, str]]]:
        """The person reported, empty for somebody who is not in the register; and what is odd about it."""
        remarks = list(line.notices)
        if not line.bsn:
            return "", remarks
        found = self._people.get(line.bsn, [])
        if not found:
            raise RefusedError(
                "onbekende leerling: bsn komt niet in het bestand voor",
                "Lees eerst de personen in, of vraag het na.",
            )
        if len(found) > 1:
            raise RefusedError("bsn staat bij meer dan één persoon", "Laat het nummer herstellen in de BRP.")
        elsewhere = _check_present(found[0], melding.begindatum)
        return found[0].id, [*remarks, (elsewhere, _WHERE)] if elsewhere else remarks


def _check_present(jongere: dossiers.Person, day: date) -> str:
    """What the register says of somebody who is not here; empty for a resident. Raises RefusedError."""
    code = str(jongere.source["opgeschort"] or "")
    if jongere.died or code == dossiers.DIED:
        raise RefusedError("leerling is overleden", "Neem contact op met de school.")
    if code == _FAULTY:
        raise RefusedError("leerling is afgevoerd als fout", "Vraag de school of het bsn klopt.")
    if code and code not in _ELSEWHERE:
        raise RefusedError(
            "leerling heeft een opgeschorte inschrijving",
            "Vraag Burgerzaken wat de code in 07.67.20 betekent.",
        )
    age = _age(str(jongere.source["geboortedatum"]), day)
    if age is not None and not _YOUNGEST <= age <= _OLDEST:
        raise RefusedError("leerling heeft niet de leeftijd voor school", "Kijk na of het bsn klopt.")
    return _ELSEWHERE.get(code, "")


def _age(born: str, day: date) -> int | None:
    """Age in whole years; an unknown day or month counts as passed, an unknown year says nothing."""
    if born[:4] == "0000":
        return None
    return day.year - int(born[:4]) - (born[4:] > f"{day:%m%d}")
