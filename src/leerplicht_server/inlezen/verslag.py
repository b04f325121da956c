"""What became of the lines of a file: four counts, why a line was refused, and how far an import came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

_SHOWN = 1_000


class Uitkomst(StrEnum):
    """What became of one line."""

    NIEUW = "nieuw"
    ONGEWIJZIGD = "ongewijzigd"
    GEWIJZIGD = "gewijzigd"
    GEWEIGERD = "geweigerd"


class GeweigerdError(Exception):
    """A line is refused: what is wrong, and how to mend it. Neither quotes what stands in the line."""

    def __init__(self, fout: str, herstel: str) -> None:
        super().__init__(fout)
        self.fout = fout
        self.herstel = herstel


@dataclass(frozen=True)
class Opmerking:
    """Something about a line that the administrator has to know."""

    regel: int
    wat: str
    herstel: str

    def __str__(self) -> str:
        return f"regel {self.regel}: {self.wat}. {self.herstel}"


@dataclass
class Verslag:
    """The report of one import. ``progress`` is called when a part is in the database and another follows."""

    geweigerd: list[Opmerking] = field(default_factory=list)
    let_op: list[Opmerking] = field(default_factory=list)
    aantal: dict[Uitkomst, int] = field(default_factory=lambda: dict.fromkeys(Uitkomst, 0))
    tot_regel: int = 0
    """The last line that was dealt with for good: what stands below it has still to be read."""
    niets_gelezen: bool = False
    """Whether something stood below the header and no line of it could be read."""
    progress: Callable[[Verslag], None] | None = None

    def tel(self, uitkomst: Uitkomst) -> None:
        """Count one line."""
        self.aantal[uitkomst] += 1

    def weiger(self, regel: int, fout: str, herstel: str) -> None:
        """Count one line as refused, and remember why."""
        self.tel(Uitkomst.GEWEIGERD)
        self.geweigerd.append(Opmerking(regel, fout, herstel))

    def add(self, part: Verslag, tot_regel: int) -> None:
        """Take over the report of a part that was committed, which ended with line ``tot_regel``."""
        self.geweigerd += part.geweigerd
        self.let_op += part.let_op
        for outcome, count in part.aantal.items():
            self.aantal[outcome] += count
        self.tot_regel = tot_regel

    def end(self, remarks: list[Opmerking], below_header: int) -> None:
        """The file was read to its end: what it remarked itself, and how many filled lines it had."""
        self.let_op += remarks
        self.niets_gelezen = below_header > 0 and not sum(self.aantal.values())
        if not below_header:
            self.let_op.append(Opmerking(1, "onder de kop staat niets", "Klopt dat? Kijk het bestand na."))

    @property
    def goed(self) -> bool:
        """Whether every line came in, and there was one if the file had any."""
        return not self.geweigerd and not self.niets_gelezen

    def tekst(self) -> str:
        """The report for the administrator; its last line is the counts."""
        remarks = [("geweigerd", o) for o in self.geweigerd] + [("let op", o) for o in self.let_op]
        remarks.sort(key=lambda remark: remark[1].regel)
        lines = [f"{kind}, {remark}" for kind, remark in remarks[:_SHOWN]]
        if len(remarks) > _SHOWN:
            lines.append(f"... en nog {len(remarks) - _SHOWN} regels")
        if self.niets_gelezen:
            lines.append("Er is niets gelezen: onder de kop staat geen regel met gegevens.")
        lines.append(", ".join(f"{count} {outcome}" for outcome, count in self.aantal.items()))
        return "\n".join(lines)
